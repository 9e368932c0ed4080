/** What `npm run day` is asked, from its arguments and the environment. */
import { parseArgs } from "node:util";
import { isLoopback } from "../../server/config/config.ts";

export interface DayOptions {
  readonly hub: string;
  readonly password: string;
  /** The record to play; null makes a day up. */
  readonly record: { readonly file: string; readonly date: string } | null;
  /** How many times as fast as the clock on the wall; null: as the day asks for. */
  readonly speed: number | null;
  readonly seed: number;
  /** Minutes on the wall after which it ends; null: when the day does. */
  readonly minutes: number | null;
  /** The part of the record's day, in seconds after midnight. */
  readonly from: number;
  readonly to: number;
}

/**
 * The options, or in one line what is wrong with them.
 * @param kept the password kept in the data folder of a demonstration, which goes to no other hub than this machine's
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  kept: (dataFolder: string) => string | null = () => null,
): DayOptions | string {
  try {
    const { values } = parseArgs({ args: [...args], options: known, strict: true });
    const hub = hubFrom(values.hub ?? "http://127.0.0.1:8080");
    const ofDemo = isLoopback(new URL(hub).hostname) ? kept(env["LUNDAO_DATA"] ?? ".data") : null;
    const password = values.password ?? env["LUNDAO_MANAGER_PASSWORD"] ?? ofDemo ?? "";
    if (password === "") return passwordWanted;
    if (values.trace !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date ?? "")) {
      return "--trace needs --date YYYY-MM-DD, a day of the record";
    }
    return {
      hub,
      password,
      record: values.trace === undefined ? null : { file: values.trace, date: values.date ?? "" },
      speed: values.speed === undefined ? null : amount("--speed", values.speed),
      seed: values.seed === undefined ? 1 : amount("--seed", values.seed),
      minutes: values.minutes === undefined ? null : amount("--minutes", values.minutes),
      from: timeFrom("--from", values.from ?? "00:00"),
      to: timeFrom("--to", values.to ?? "24:00"),
    };
  } catch (error) {
    return error instanceof Error ? error.message : "wrong arguments";
  }
}

export const passwordWanted =
  "the manager's password is wanted: give --password or LUNDAO_MANAGER_PASSWORD; the hub's first start has printed it";

const known = {
  hub: { type: "string" },
  password: { type: "string" },
  trace: { type: "string" },
  date: { type: "string" },
  speed: { type: "string" },
  seed: { type: "string" },
  minutes: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
} as const;

function hubFrom(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error("--hub must be an http or https address");
  return text.replace(/\/+$/, "");
}

function amount(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name} must be a number above 0`);
  return value;
}

function timeFrom(name: string, text: string): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  if (Number.isNaN(seconds) || seconds > 24 * 3600) throw new Error(`${name} must be a time such as 09:30`);
  return seconds;
}
