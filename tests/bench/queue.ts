/** What taking and calling a number cost with many waiting, beside few. */
import path from "node:path";
import { compareAnswers, partyOf, SERVICE, type Party } from "./support/answers.ts";
import type { Bench, Figure } from "./support/figure.ts";
import { answersPerSecond } from "./support/load.ts";
import { pairDevice, signInManager } from "./support/people.ts";
import { forget, newFolder, startHub, type Program } from "./support/programs.ts";

const FEW = 10;

export const queue: Bench = {
  name: "queue",
  about: `answers of a hub with 1,000 and 50,000 waiting, beside one with ${FEW}`,
  run: async ({ dist, isQuick, say }) => {
    const folder = newFolder();
    const started: Program[] = [];
    const parties: Party[] = [];
    try {
      const begin = async (waiting: number): Promise<Party> => {
        const hub = await startHub({ dist, data: path.join(folder, String(waiting)) });
        started.push(hub);
        await fill(hub, waiting);
        const party = await partyOf(hub);
        parties.push(party);
        return party;
      };
      const [rounds, times] = isQuick ? [3, 30] : [5, 100];
      const few = await begin(FEW);
      const figures: Figure[] = [];
      for (const waiting of [1000, isQuick ? 5000 : 50_000]) {
        say(`${waiting} waiting: ${rounds} rounds of ${times} of each request`);
        const name = `${waiting} waiting, `;
        figures.push(...(await compareAnswers(await begin(waiting), few, { rounds, times, bound: null, name })));
      }
      return figures;
    } finally {
      for (const party of parties) party.end();
      for (const hub of started) await hub.stop();
      forget(folder);
    }
  },
};

async function fill(hub: Program, waiting: number): Promise<void> {
  const station = await pairDevice(hub, await signInManager(hub), "station");
  const headers = { "content-type": "application/json", ...station };
  const requests = [
    { method: "POST", path: "/api/tickets", headers, body: JSON.stringify({ service: SERVICE }) },
  ] as const;
  await answersPerSecond(hub, { connections: Math.min(50, waiting), amount: waiting, requests });
}
