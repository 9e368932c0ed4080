/**
 * Statements that run with every number taken. Drizzle writes them, the driver itself runs them: what drizzle does to
 * fill in a row's values costs more than SQLite's own work on it.
 */
import type Database from "better-sqlite3";
import { is, Param, Placeholder, type Query } from "drizzle-orm";

/** What the driver takes as it is. */
type Stored = string | number | Buffer | null;

/**
 * Prepares a statement whose values are all placeholders; it takes them in the order of `columns`, which must be the
 * statement's own.
 */
export function quick<Values extends readonly Stored[]>(
  raw: Database.Database,
  statement: { toSQL(): Query },
  columns: { readonly [Index in keyof Values]: string },
): Database.Statement<[...Values]> {
  const { sql, params } = statement.toSQL();
  const names = params.map((param) => {
    const value: unknown = is(param, Param) ? param.value : param;
    if (!is(value, Placeholder)) throw new Error("a quick statement has placeholders alone");
    return value.name;
  });
  if (names.join() !== columns.join()) throw new Error(`a quick statement takes ${names.join()}`);
  return raw.prepare<[...Values]>(sql);
}
