/**
 * Where each business day begins in the journal. A day lasts until the next one begins there, whatever their dates: a
 * clock that ran ahead and was set right has them go back, and then a date may begin more than once.
 */
import { asc, eq, gt, gte, like, lt, or, sql, and, type SQL, type SQLWrapper } from "drizzle-orm";
import type { OpenDatabase } from "./database.ts";
import { days } from "./tables.ts";

/** No journal grows so long; it leaves room for a ticket's slips. */
export const END = 1_000_000_000_000;

/** Places in the journal, `until` not included. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

export function dayTable({ db }: Pick<OpenDatabase, "db">) {
  const found = db
    .select({ seq: days.seq })
    .from(days)
    .where(or(eq(days.date, sql.placeholder("date")), like(days.date, sql.placeholder("again"))))
    .orderBy(asc(days.seq))
    .prepare();
  const next = db
    .select({ seq: days.seq })
    .from(days)
    .where(gt(days.seq, sql.placeholder("seq")))
    .orderBy(asc(days.seq))
    .limit(1)
    .prepare();
  const first = db
    .select({ seq: days.seq })
    .from(days)
    .where(eq(days.date, sql.placeholder("date")))
    .prepare();

  return {
    begin(date: string, seq: number): void {
      const isAgain = first.get({ date }) !== undefined;
      db.insert(days)
        .values({ date: isAgain ? `${date} ${String(seq)}` : date, seq })
        .run();
    },
    /** Where a date's events lie; nowhere for one that never began. */
    stretches(date: string): readonly Stretch[] {
      return found
        .all({ date, again: `${date} %` })
        .map(({ seq }) => ({ from: seq, until: next.get({ seq })?.seq ?? END }));
    },
  };
}

/** Of rows that lie at a place of the journal times `scale`: those within. */
export function within(place: SQLWrapper, stretches: readonly Stretch[], scale = 1): SQL {
  const each = stretches.map(({ from, until }) => and(gte(place, from * scale), lt(place, until * scale)));
  return or(...each) ?? sql`false`;
}
