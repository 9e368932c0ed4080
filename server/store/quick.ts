/**
 * Statements that run with every number taken. Drizzle writes them, the driver itself runs them: what drizzle does to
 * fill in a row's values costs more than SQLite's own work on it.
 */
import type Database from "better-sqlite3";
import { is, Param, Placeholder, type Query } from "drizzle-orm";

/** What the driver takes as it is. */
type Stored = string | number | Buffer | null;

/** Prepares a statement whose values are all placeholders; the function given back takes them by name. */
export function quick<Row extends { readonly [Name in keyof Row]: Stored }>(
  raw: Database.Database,
  statement: { toSQL(): Query },
): (row: Row) => Database.RunResult {
  const { sql, params } = statement.toSQL();
  const names = params.map((param) => {
    const value: unknown = is(param, Param) ? param.value : param;
    if (!is(value, Placeholder)) throw new Error("a quick statement has placeholders alone");
    // The caller names the row's columns after them; one that is missing fails at the first row.
    return value.name as keyof Row & string;
  });
  const prepared = raw.prepare<Stored[]>(sql);
  const values: Stored[] = names.map(() => null);
  return (row) => {
    for (let index = 0; index < names.length; index += 1) values[index] = row[names[index] as keyof Row];
    return prepared.run(...values);
  };
}
