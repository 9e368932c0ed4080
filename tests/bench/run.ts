/**
 * `npm run bench [-- name…] [--json] [--quick] [--dist FOLDER] [--trace FILE] [--learn-days N]`: measures the hub beside
 * baselines in the same run. Builds what is stale first; `--dist` names another build to measure instead, which is left as
 * it is. `--trace` names the recorded queue that `estimates` replays, its first N days (14) to learn from.
 * Exit code 1 where a bound does not hold.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { buildParts, staleParts } from "../../tools/build-parts.ts";
import { projectRoot } from "../../tools/project.ts";
import { broadcast } from "./broadcast.ts";
import { estimateSpeed } from "./estimate-speed.ts";
import { estimates } from "./estimates.ts";
import { history } from "./history.ts";
import { idle } from "./idle.ts";
import { lobby } from "./lobby.ts";
import { pixel } from "./pixel.ts";
import { queue } from "./queue.ts";
import { size } from "./size.ts";
import { holds, type Bench, type Figure } from "./support/figure.ts";
import { table } from "./support/table.ts";
import { tickets } from "./tickets.ts";

const benches: readonly Bench[] = [
  tickets,
  pixel,
  lobby,
  broadcast,
  idle,
  history,
  size,
  queue,
  estimates,
  estimateSpeed,
];

interface Wanted {
  readonly benches: readonly Bench[];
  readonly isQuick: boolean;
  readonly isJson: boolean;
  readonly dist: string | null;
  readonly trace: string | null;
  readonly learnDays: number;
}

const wanted = readArguments(process.argv.slice(2));
if (typeof wanted === "string") {
  console.error(wanted);
  process.exitCode = 2;
} else {
  process.exitCode = await runBenches(wanted);
}

async function runBenches({ benches: chosen, isQuick, isJson, dist, trace, learnDays }: Wanted): Promise<number> {
  // Figures go to standard output, the rest to standard error, so that the output can be kept.
  const say = (line: string): void => console.error(line);
  if (dist === null && chosen.some(({ needsBuild }) => needsBuild !== false))
    await buildParts(projectRoot, await staleParts(projectRoot));
  const results: { bench: string; figures: (Figure & { holds: boolean })[] }[] = [];
  let only: object | null = null;
  for (const { name, about, run } of chosen) {
    say(`── ${name}: ${about}`);
    const came = await run({
      dist: dist ?? path.join(projectRoot, "dist"),
      isQuick,
      trace,
      learnDays,
      say: (line) => say(`   ${line}`),
    });
    const { figures, lines, json } = "figures" in came ? came : { figures: came, lines: null, json: null };
    if (chosen.length === 1) only = json;
    results.push({ bench: name, figures: figures.map((figure) => ({ ...figure, holds: holds(figure) })) });
    if (!isJson)
      console.log([`${name}: ${about}`, ...(lines === null ? [] : [lines, ""]), `${table(figures)}\n`].join("\n"));
  }
  if (isJson) console.log(JSON.stringify(only ?? results, null, 2));
  return results.every(({ figures }) => figures.every((figure) => figure.holds)) ? 0 : 1;
}

/** What to run, or what is wrong with the arguments. */
function readArguments(args: readonly string[]): Wanted | string {
  const { values, positionals, fault } = parsed(args);
  const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
  const names = benches.map(({ name }) => name).join(", ");
  const learnDays = Number(values["learn-days"] ?? "14");
  if (fault !== null) return fault;
  if (!Number.isInteger(learnDays) || learnDays < 1) return "--learn-days must be a whole number of days, at least 1";
  if (unknown.length > 0) return `there is no bench ${unknown.join(", ")}: name some of ${names}`;
  return {
    benches: positionals.length === 0 ? benches : benches.filter(({ name }) => positionals.includes(name)),
    isQuick: values.quick ?? false,
    isJson: values.json ?? false,
    dist: values.dist === undefined ? null : path.resolve(values.dist),
    trace: values.trace === undefined ? null : path.resolve(values.trace),
    learnDays,
  };
}

function parsed(args: readonly string[]): {
  values: { quick?: boolean; json?: boolean; dist?: string; trace?: string; "learn-days"?: string };
  positionals: string[];
  fault: string | null;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: "boolean" },
        json: { type: "boolean" },
        dist: { type: "string" },
        trace: { type: "string" },
        "learn-days": { type: "string" },
      },
    });
    return { values, positionals, fault: null };
  } catch (error) {
    return { values: {}, positionals: [], fault: error instanceof Error ? error.message : "wrong arguments" };
  }
}
