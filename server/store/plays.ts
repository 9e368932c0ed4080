/** Proof of play: what each screen has shown of each item, by the hour. */
import { and, asc, eq, gt, gte, lt, sql, type SQL } from "drizzle-orm";
import type { PlayTable } from "../commands/lobby-ports.ts";
import type { OpenDatabase } from "./database.ts";
import { quick } from "./quick.ts";
import { plays } from "./tables.ts";

export function playTable({ db, raw }: OpenDatabase): PlayTable {
  const key = [plays.hour, plays.screen, plays.item, plays.version] as const;
  // Hundreds at once must not keep the queue's commits waiting.
  const add = quick<
    [
      hour: number,
      screen: string,
      item: string,
      version: number,
      plays: number,
      seconds: number,
      firstAt: number,
      lastAt: number,
    ]
  >(
    raw,
    db
      .insert(plays)
      .values({
        hour: sql.placeholder("hour"),
        screen: sql.placeholder("screen"),
        item: sql.placeholder("item"),
        version: sql.placeholder("version"),
        plays: sql.placeholder("plays"),
        seconds: sql.placeholder("seconds"),
        firstAt: sql.placeholder("firstAt"),
        lastAt: sql.placeholder("lastAt"),
      })
      .onConflictDoUpdate({
        target: [...key],
        set: {
          plays: sql`${plays.plays} + excluded.plays`,
          seconds: sql`${plays.seconds} + excluded.seconds`,
          firstAt: sql`min(${plays.firstAt}, excluded.first_at)`,
          lastAt: sql`max(${plays.lastAt}, excluded.last_at)`,
        },
      }),
    ["hour", "screen", "item", "version", "plays", "seconds", "firstAt", "lastAt"],
  );
  return {
    add(row) {
      add.run(row.hour, row.screen, row.item, row.version, row.plays, row.seconds, row.firstAt, row.lastAt);
    },
    list({ from, until, screen, item, after, limit }) {
      const wanted: (SQL | undefined)[] = [];
      if (from !== undefined) wanted.push(gte(plays.hour, from));
      if (until !== undefined) wanted.push(lt(plays.hour, until));
      if (screen !== undefined) wanted.push(eq(plays.screen, screen));
      if (item !== undefined) wanted.push(eq(plays.item, item));
      if (after !== undefined)
        wanted.push(
          sql`(${plays.hour}, ${plays.screen}, ${plays.item}, ${plays.version}) > (${after.hour}, ${after.screen}, ${after.item}, ${after.version})`,
        );
      return db
        .select()
        .from(plays)
        .where(and(...wanted))
        .orderBy(...key.map((column) => asc(column)))
        .limit(limit)
        .all();
    },
    forgetBefore: (at) => void db.delete(plays).where(lt(plays.hour, at)).run(),
    forgetAfter: (at) => void db.delete(plays).where(gt(plays.hour, at)).run(),
  };
}
