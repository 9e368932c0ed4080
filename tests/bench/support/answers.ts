/** How long a hub takes for what is asked of it most, timed on a hub with more in it beside one with less. */
import { median } from "../../../tools/day/statistics.ts";
import { Alone, type Timed } from "./alone.ts";
import { compared, type Bound, type Figure } from "./figure.ts";
import { clerkAt, pairDevice, signInManager } from "./people.ts";
import type { Program } from "./programs.ts";
import { alternate } from "./statistics.ts";

/** The counter of the sample hall that lists `SERVICE` first. */
export const COUNTER = 2;
export const SERVICE = "pension";

/** Asks one thing so many times, and answers the milliseconds of each time. */
type Question = (times: number) => Promise<number[]>;

export interface Party {
  readonly questions: ReadonlyMap<string, Question>;
  readonly end: () => void;
}

/** Makes the people who ask, and who is asked about: a ticket of today, and one of an earlier day where there is one. */
export async function partyOf(hub: Program): Promise<Party> {
  const manager = await signInManager(hub);
  const station = new Alone(hub, await pairDevice(hub, manager, "station"));
  const clerk = new Alone(hub, await clerkAt(hub, manager, COUNTER));
  const stranger = new Alone(hub, {});
  const { id } = (await take(station)).body;
  const earlier = await clerk.get<{ items: readonly { id: string }[] }>("/api/tickets?date=2026-11-24&counter=2");
  const old = earlier.body.items[0]?.id;
  const get = (who: Alone, path: string): Question => repeated(async () => (await who.get(path)).millis);
  const questions = new Map<string, Question>([
    ["GET the hall", get(stranger, "/api/hall")],
    ["GET a ticket", get(clerk, `/api/tickets/${id}`)],
    ["GET a ticket's history", get(clerk, `/api/tickets/${id}/history`)],
    ["GET the tickets being served", get(clerk, "/api/tickets?state=serving")],
    ["GET the tickets of a number", get(clerk, "/api/tickets?number=S001")],
    ["GET the counters", get(clerk, "/api/counters")],
    ["POST a ticket", repeated(() => exchange({ station, clerk }, "take"))],
    ["POST call-next", repeated(() => exchange({ station, clerk }, "call"))],
  ]);
  if (old !== undefined) {
    questions.set("GET an earlier day's ticket", get(clerk, `/api/tickets/${old}`));
    questions.set("GET an earlier day's history", get(clerk, `/api/tickets/${old}/history`));
  }
  return { questions, end: () => [station, clerk, stranger].forEach((who) => who.end()) };
}

function repeated(ask: () => Promise<number>): Question {
  return async (times) => {
    const millis: number[] = [];
    for (let time = 0; time < times; time += 1) millis.push(await ask());
    return millis;
  };
}

/** One comes and one is served, so that as many wait as before; answers the milliseconds of one of the two. */
async function exchange({ station, clerk }: { station: Alone; clerk: Alone }, timed: "take" | "call"): Promise<number> {
  const taken = await take(station);
  const called = await clerk.post<{ id: string }>(`/api/counters/${COUNTER}/call-next`);
  await clerk.post(`/api/counters/${COUNTER}/finish`, { ticket: called.body.id, arrived: true });
  return timed === "take" ? taken.millis : called.millis;
}

function take(station: Alone): Promise<Timed<{ readonly id: string }>> {
  return station.post("/api/tickets", { service: SERVICE });
}

export interface Comparison {
  readonly rounds: number;
  readonly times: number;
  readonly bound: Bound | null;
  /** Put before each figure's name. */
  readonly name: string;
}

/** Asks both hubs the same questions in turn; the one with more in it stands where the hub does. */
export async function compareAnswers(
  more: Party,
  less: Party,
  { rounds, times, bound, name }: Comparison,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, ask] of more.questions) {
    const askLess = less.questions.get(what);
    if (!askLess) continue;
    await ask(times);
    await askLess(times);
    const pairs = await alternate(
      rounds,
      async () => median(await ask(times)),
      async () => median(await askLess(times)),
    );
    figures.push(compared({ what: `${name}${what}`, unit: "ms", bound }, pairs));
  }
  return figures;
}
