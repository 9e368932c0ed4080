/** What taking and calling a number cost with many waiting, beside few: no more than the logarithm may make of it. */
import path from "node:path";
import { compareAnswers, partyOf, SERVICE, type Party } from "./support/answers.ts";
import { DecidingHall } from "./support/deciding.ts";
import { compared, type Bench, type Bound, type Figure } from "./support/figure.ts";
import { answersPerSecond } from "./support/load.ts";
import { pairDevice, signInManager } from "./support/people.ts";
import { forget, newFolder, startHub, type Program } from "./support/programs.ts";
import { alternate } from "./support/statistics.ts";

const FEW = 10;

/** Growing with the logarithm of those who wait, it costs so much more than with few. */
function logarithm(waiting: number): Bound {
  return { is: "at most", limit: Math.log(waiting) / Math.log(FEW) };
}

export const queue: Bench = {
  name: "queue",
  about: `answers, and the rules alone, with 1,000 and 50,000 waiting, beside ${FEW}`,
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
      const crowds = [1000, isQuick ? 5000 : 50_000];
      const figures: Figure[] = [];
      for (const waiting of crowds) figures.push(...(await deciding(waiting, { rounds: 2 * rounds + 1, times })));
      const few = await begin(FEW);
      for (const waiting of crowds) {
        say(`${waiting} waiting: ${rounds} rounds of ${times} of each request`);
        const name = `${waiting} waiting, `;
        const answers = await compareAnswers(await begin(waiting), few, { rounds, times, bound: null, name });
        figures.push(...answers.map((each) => (isBounded(each) ? { ...each, bound: logarithm(waiting) } : each)));
      }
      return figures;
    } finally {
      for (const party of parties) party.end();
      for (const hub of started) await hub.stop();
      forget(folder);
    }
  },
};

/** Taking a number and calling the next; the rest is told for the record. */
function isBounded({ what }: Figure): boolean {
  return what.endsWith("POST a ticket") || what.endsWith("POST call-next");
}

async function deciding(waiting: number, { rounds, times }: { rounds: number; times: number }): Promise<Figure[]> {
  const [many, few] = [new DecidingHall(waiting), new DecidingHall(FEW)];
  const figures: Figure[] = [];
  for (const step of ["issue", "call-next"] as const) {
    const ask = (hall: DecidingHall) => () => Promise.resolve(hall.costs(step, 20 * times));
    // Both are compiled by then.
    await ask(many)();
    await ask(few)();
    const pairs = await alternate(rounds, ask(many), ask(few));
    figures.push(
      compared({ what: `${waiting} waiting, deciding ${step}`, unit: "µs", bound: logarithm(waiting) }, pairs),
    );
  }
  return figures;
}

async function fill(hub: Program, waiting: number): Promise<void> {
  const station = await pairDevice(hub, await signInManager(hub), "station");
  const headers = { "content-type": "application/json", ...station };
  const requests = [
    { method: "POST", path: "/api/tickets", headers, body: JSON.stringify({ service: SERVICE }) },
  ] as const;
  await answersPerSecond(hub, { connections: Math.min(50, waiting), amount: waiting, requests });
}
