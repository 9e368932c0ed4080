/** What it costs to decide taking and calling a number, and to follow: the rules alone, without disk or network. */
import type { Command } from "../../../server/domain/commands.ts";
import { decide } from "../../../server/domain/decide.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { initialState } from "../../../server/domain/state.ts";
import type { HallFile } from "../../../shared/wire/hall-file.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { COUNTER, SERVICE } from "./answers.ts";
import { benchHall } from "./bench-hall.ts";
import { MORNING } from "./programs.ts";

/** Every rule that is asked before a number is given: phones' limits, one number a person, quotas beside bookings. */
function strictHall(): HallFile {
  const { hall, services, ...rest } = benchHall();
  const rules = { ...hall.rules, phoneTickets: true, phoneOpenLimit: NEVER, onePerPerson: "service" as const };
  return {
    ...rest,
    hall: { ...hall, rules },
    services: services.map((service) => ({ ...service, quota: { day: NEVER, period: NEVER } })),
  };
}

const NEVER = 10_000_000;
const SLOT_MILLIS = 10 * 60_000;
const SLOTS = 48;

const clerk = { by: "hub", counter: COUNTER, clerk: "clerk" } as const;

/** A hall in memory with so many waiting for one service, who all took their numbers by phone, and as many booked today. */
export class DecidingHall {
  readonly #state = initialState();
  #now = Date.parse(MORNING);
  #issued = 0;

  constructor(waiting: number) {
    this.#does({ type: "load-hall", by: "hub", hall: strictHall() });
    this.#does({ type: "turn-day", by: "hub", date: MORNING.slice(0, 10) });
    for (let count = 0; count < waiting; count += 1) this.#isBooked(count);
    this.#does({ type: "open", ...clerk });
    for (let count = 0; count < waiting; count += 1) this.#issues();
  }

  /** So often one comes, is called and served: microseconds of one of the steps, each time. */
  costs(step: "issue" | "call-next", times: number): number {
    let millis = 0;
    for (let time = 0; time < times; time += 1) {
      const issue = this.#issues();
      const call = this.#does({ type: "call-next", ...clerk, service: null, silent: false });
      const none = { outcome: null, quantity: 1, next: false } as const;
      this.#does({ type: "finish", ...clerk, ticket: null, arrived: true, ...none });
      millis += step === "issue" ? issue : call;
    }
    return (millis / times) * 1000;
  }

  #issues(): number {
    this.#issued += 1;
    const what = { service: SERVICE, class: "normal", reason: null, channel: "phone", lang: "zh" } as const;
    const [ticket, personId] = [`t${String(this.#issued)}`, `p${String(this.#issued)}`];
    return this.#does({ type: "issue", by: "hub", ticket, ...what, matters: 1, personId });
  }

  #isBooked(count: number): void {
    const start = this.#now + ((count % SLOTS) + 1) * SLOT_MILLIS;
    const slot = { start, end: start + SLOT_MILLIS, date: MORNING.slice(0, 10) };
    const who = { personId: `b${String(count)}`, service: SERVICE, channel: "phone", lang: "zh" } as const;
    const event = { type: "booking-made", v: 1, at: this.#now, by: "hub", booking: `b${String(count)}` } as const;
    evolve(this.#state, { seq: this.#state.seq + 1, ...event, ...who, ...slot });
  }

  /** Answers the milliseconds it took. */
  #does(command: Command): number {
    this.#now += 1;
    const begun = performance.now();
    const decision = decide(this.#state, command, this.#now);
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.refused}`);
    for (const event of decision) evolve(this.#state, { seq: this.#state.seq + 1, ...event });
    return performance.now() - begun;
  }
}
