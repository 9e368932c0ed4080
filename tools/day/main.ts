/**
 * `npm run day`: fills a running hub with the life of a day, one of a real queue's record or one made up.
 * See docs/operations/day.md.
 */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { keptDemoPassword } from "../../server/demo-password.ts";
import { fateInRecord } from "./figures.ts";
import { HubApi, Refused, Unreachable, codeOf, type Headers } from "./hub-api.ts";
import { passwordWanted, readOptions, type DayOptions } from "./options.ts";
import { clockTime, type DayPlan } from "./plan.ts";
import { livelySpeed, planPlausibleDay } from "./plausible-plan.ts";
import { playDay, type Played } from "./player.ts";
import { freeCounters } from "./prepare.ts";
import { planFromRecord } from "./record-plan.ts";
import { readRecord, type RecordRow } from "./record.ts";
import { describeMapping, table } from "./report.ts";

const RECORD_SPEED = 60;
const say = (line: string): void => console.log(line);

const options = readOptions(process.argv.slice(2), process.env, keptDemoPassword);
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else {
  process.exitCode = await run(options).catch(tellFault);
}

async function run(asked: DayOptions): Promise<number> {
  const broken = new AbortController();
  process.on("SIGINT", () => breakOff(broken));
  process.on("SIGTERM", () => breakOff(broken));
  const api = new HubApi(asked.hub);
  const manager = await api.signIn("manager", asked.password);
  const day = await prepare(asked, api, manager);
  const { plan, speed, from } = day;
  say(
    `${plan.arrivals.length} residents, ${plan.shifts.length} clerks, ${speed} times as fast as real, from ${clockTime(from)}; Ctrl-C ends it`,
  );
  const limit = asked.minutes === null ? null : setTimeout(() => broken.abort(), asked.minutes * 60_000);
  const played = await playDay({ api, manager, plan, speed, from, signal: broken.signal, say });
  if (limit) clearTimeout(limit);
  say(outcome(played, day.rows));
  return 0;
}

interface Prepared {
  readonly plan: DayPlan;
  readonly speed: number;
  readonly from: number;
  /** What of the record is played; null where the day is made up. */
  readonly rows: readonly RecordRow[] | null;
}

async function prepare(asked: DayOptions, api: HubApi, manager: Headers): Promise<Prepared> {
  const { free, taken } = await freeCounters(api, manager);
  if (taken.length > 0) say(`somebody else is at counter ${taken.join(", ")}: left as it is`);
  if (asked.record === null) {
    const { weekday } = await api.get<HallNow>("/api/hall");
    const hall = await api.get<HallFile>("/api/hall/file", manager);
    const plan = planPlausibleDay({ hall, weekday, counters: free, seed: asked.seed });
    return { plan, speed: asked.speed ?? livelySpeed(plan, plan.part), from: plan.part.from, rows: null };
  }
  const { file, date } = asked.record;
  const rows = readRecord(file).filter((row) => row.date === date);
  if (rows.length === 0) throw new Error(`the record has no ${date}`);
  const plan = planFromRecord({ rows, counters: free, part: asked });
  const [first] = plan.arrivals;
  if (!first) throw new Error(`nobody came between ${clockTime(asked.from)} and ${clockTime(asked.to)} on ${date}`);
  say(describeMapping(plan));
  return { plan, speed: asked.speed ?? RECORD_SPEED, from: first.at, rows: plan.rows };
}

function outcome({ fates, calledBeforeLeaving, refused }: Played, rows: readonly RecordRow[] | null): string {
  const lines = [table(fates, rows && rows.map(fateInRecord))];
  if (calledBeforeLeaving > 0)
    lines.push(`${calledBeforeLeaving} were called before the moment at which they would have left`);
  for (const [code, count] of refused) lines.push(`${count} were given no number: ${code}`);
  return lines.join("\n");
}

/** The first Ctrl-C ends the day in order; a second one ends the program. */
function breakOff(broken: AbortController): void {
  if (broken.signal.aborted) process.exit(130);
  say("ending: clerks finish what they have in hand and close their counters");
  broken.abort();
}

function tellFault(error: unknown): number {
  const isSignIn = codeOf(error) === "not-signed-in";
  const line = isSignIn
    ? `the password is wrong; ${passwordWanted}`
    : error instanceof Error
      ? error.message
      : String(error);
  console.error(error instanceof Unreachable ? `${line}; start one with npm start, or name it with --hub` : line);
  if (!isSignIn && !(error instanceof Unreachable) && !(error instanceof Refused))
    console.error(error instanceof Error ? error.stack : "");
  return 1;
}
