/**
 * Loaded into the hub before its own code: tells the bench the instant, on the machine's monotonic clock, at which each
 * commit has come back from the disk.
 */
import { createRequire } from "node:module";
import type { Database, Statement } from "better-sqlite3";

const require = createRequire(process.argv[1] ?? import.meta.url);
// The package exports its class; only the method wrapped here is of interest.
const { prototype } = require("better-sqlite3") as { prototype: Pick<Database, "prepare"> };
const prepare: (this: unknown, source: string) => Statement = prototype.prepare;

prototype.prepare = function (this: unknown, source: string): Statement {
  const statement = prepare.call(this, source);
  if (source !== "COMMIT") return statement;
  const run = statement.run.bind(statement);
  statement.run = (...values) => {
    const result = run(...values);
    process.send?.({ committedAt: String(process.hrtime.bigint()) });
    return result;
  };
  return statement;
} as Database["prepare"];
