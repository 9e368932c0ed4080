/** The files that items show, as rows; their bytes lie beside the database. */
import { and, desc, eq, lt, notExists, sql } from "drizzle-orm";
import type { MediaTable } from "../commands/lobby-ports.ts";
import type { Db } from "./database.ts";
import { itemVersions, media } from "./tables.ts";

export function mediaTable(db: Db): MediaTable {
  const named = sql`json_extract(${itemVersions.data}, '$.media')`;
  return {
    find: (id) => db.select().from(media).where(eq(media.id, id)).get() ?? null,
    bySha256: (sha256) => db.select().from(media).where(eq(media.sha256, sha256)).get() ?? null,
    list: () => db.select().from(media).orderBy(desc(media.at), desc(media.id)).all(),
    isNeeded: (id) =>
      db.select({ item: itemVersions.item }).from(itemVersions).where(eq(named, id)).limit(1).get() !== undefined,
    unnamedBefore: (at) =>
      db
        .select()
        .from(media)
        .where(
          and(
            lt(media.at, at),
            notExists(db.select({ item: itemVersions.item }).from(itemVersions).where(eq(named, media.id))),
          ),
        )
        .all(),
    insert(row) {
      db.insert(media)
        .values({ ...row, pages: row.pages === null ? null : [...row.pages] })
        .run();
    },
    remove(id) {
      db.delete(media).where(eq(media.id, id)).run();
    },
  };
}
