/** A hub that has nothing to do: its memory, and how soon it answers, with an empty journal and with a year's. */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { compared, type Bench, type BenchOptions, type Figure } from "./support/figure.ts";
import { writeHistory } from "./support/history.ts";
import { forget, newFolder, residentBytes, startPart, startHub, type Program } from "./support/programs.ts";
import { alternate } from "./support/statistics.ts";

const YEAR_TICKETS = 300_000;
const SETTLE_MILLIS = 3000;
const MEGA = 1_000_000;

export const idle: Bench = {
  name: "idle",
  about:
    "memory of an idle hub and the time from start to first answer, beside a bare Fastify + ws + better-sqlite3 process",
  run: async (options) => {
    const folder = newFolder();
    try {
      const bare: Start = () =>
        startPart("baselines/bare-server", { args: ["--file", path.join(folder, "bare.sqlite")] });
      const fresh: Start = () => startHub({ dist: options.dist, data: path.join(folder, "hub") });
      const data = await writeHistory({
        tickets: options.isQuick ? YEAR_TICKETS / 10 : YEAR_TICKETS,
        say: options.say,
      });
      const full: Start = () => startHub({ dist: options.dist, data });
      // The first start makes the file, or brings the year to the present day.
      for (const start of [bare, fresh, full]) await (await start()).stop();
      return [
        ...(await measure({ hub: fresh, bare, of: "an empty journal" }, options)),
        ...(await measure({ hub: full, bare, of: "a year's journal" }, options)),
      ];
    } finally {
      forget(folder);
    }
  },
};

type Start = () => Promise<Program>;

async function measure(
  { hub, bare, of }: { hub: Start; bare: Start; of: string },
  { isQuick, say }: BenchOptions,
): Promise<Figure[]> {
  const rounds = isQuick ? 3 : 9;
  say(`${rounds} starts on ${of}`);
  const memory: { hub: number[]; bare: number[] } = { hub: [], bare: [] };
  const answered = async (side: "hub" | "bare", start: Start, address: string): Promise<number> => {
    const begun = performance.now();
    const program = await start();
    const answer = await fetch(`${program.url}${address}`);
    await answer.arrayBuffer();
    const millis = performance.now() - begun;
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await pause(SETTLE_MILLIS);
    memory[side].push(residentBytes(program) / MEGA);
    await program.stop();
    return millis;
  };
  const starts = await alternate(
    rounds,
    () => answered("hub", hub, "/api/hall"),
    () => answered("bare", bare, "/"),
  );
  const pairs = memory.hub.map((bytes, round) => ({ hub: bytes, bare: memory.bare[round] ?? Number.NaN }));
  return [
    compared({ what: `memory, idle on ${of}`, unit: "MB", bound: { is: "at most", limit: 1.6 } }, pairs),
    compared({ what: `start to first answer on ${of}`, unit: "ms", bound: { is: "at most", limit: 2 } }, starts),
  ];
}
