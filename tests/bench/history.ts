/** Whether answers take longer with many tickets in the file than with few. */
import { cp } from "node:fs/promises";
import path from "node:path";
import { compareAnswers, partyOf, type Party } from "./support/answers.ts";
import type { Bench, BenchOptions } from "./support/figure.ts";
import { writeHistory } from "./support/history.ts";
import { forget, newFolder, startHub, type Program } from "./support/programs.ts";

const MANY = 100_000;
const FEW = 100;
/** What two measurements of the same thing differ by on a machine that does other things too. */
const NOISE = 1.25;

export const history: Bench = {
  name: "history",
  about: `answers of a hub with ${MANY} tickets of earlier days in its file, beside one with ${FEW}`,
  run: async (options) => {
    const folder = newFolder();
    const started: Program[] = [];
    const parties: Party[] = [];
    try {
      const begin = async (tickets: number): Promise<Party> => {
        const hub = await startHub({ dist: options.dist, data: await copiedHistory(tickets, folder, options) });
        started.push(hub);
        const party = await partyOf(hub);
        parties.push(party);
        return party;
      };
      const less = await begin(FEW);
      const more = await begin(options.isQuick ? MANY / 10 : MANY);
      const [rounds, times] = options.isQuick ? [3, 40] : [9, 150];
      options.say(`${rounds} rounds of ${times} of each request`);
      return await compareAnswers(more, less, { rounds, times, bound: { is: "at most", limit: NOISE }, name: "" });
    } finally {
      for (const party of parties) party.end();
      for (const hub of started) await hub.stop();
      forget(folder);
    }
  },
};

/** A copy, since what is measured writes into it. */
async function copiedHistory(tickets: number, folder: string, { say }: BenchOptions): Promise<string> {
  const copy = path.join(folder, String(tickets));
  await cp(await writeHistory({ tickets, say }), copy, { recursive: true });
  return copy;
}
