/** A clerk at a counter: calls the next, serves as long as it takes, and goes when the shift is over. */
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket, TicketAndNext } from "../../shared/wire/ticket.ts";
import { codeOf, type Headers } from "./hub-api.ts";
import type { Shift, Stretch } from "./plan.ts";
import type { Stage } from "./stage.ts";

export interface ClerkOptions {
  readonly shift: Shift;
  readonly as: Headers;
  /** Until when the clerk stays after the last stretch as long as somebody waits. */
  readonly staysUntil: number;
}

/** Somebody of whom the plan knows nothing, such as whoever tries the station by hand. */
const UNKNOWN_SECONDS = 240;
/** An idle clerk looks by itself so often, should the bell be out of order. */
const LOOK_MILLIS = 5000;
const TAKEN_MILLIS = 500;

/** One stretch at the counter. */
interface Attendance {
  /** What an earlier run has left in hand. */
  readonly inHand: Ticket | null;
  /** Until then an idle clerk waits for somebody to come. */
  readonly awaitsUntil: number;
  /** Until then those who wait are called. */
  readonly callsUntil: number;
}

interface Held {
  readonly ticket: string;
  readonly backAt: number;
  readonly restSeconds: number;
}

export class Clerk {
  #held: Held[] = [];
  #services: ReadonlySet<string> = new Set();

  constructor(
    private readonly stage: Stage,
    private readonly options: ClerkOptions,
  ) {}

  /** The whole shift. When it is over, or broken off, the counter is closed. */
  async work(): Promise<void> {
    const { pace, say } = this.stage;
    const { shift, staysUntil } = this.options;
    try {
      for (const [index, stretch] of shift.works.entries()) {
        if (!(await pace.until(stretch.from))) break;
        const counter = await this.#open(stretch);
        if (!counter) break;
        this.#services = new Set(counter.tiers.flat());
        const next = shift.works[index + 1];
        const callsUntil = next ? stretch.to : Math.max(stretch.to, staysUntil);
        await this.#serveDuring({ inHand: counter.ticket, awaitsUntil: stretch.to, callsUntil });
        if (next && !pace.isOver) await this.#pause(next);
      }
      await this.#close();
    } catch (error) {
      if (codeOf(error) === null) throw error;
      say(`counter ${shift.counter}: ${shift.clerk} stops: ${String(error instanceof Error ? error.message : error)}`);
    }
  }

  /** Opens the counter, as soon as whoever was there before has gone; null where that takes too long. */
  async #open({ to }: Stretch): Promise<Counter | null> {
    const { pace, say } = this.stage;
    const { shift } = this.options;
    while (pace.now < to && !pace.isOver) {
      try {
        return await this.#at<Counter>("open");
      } catch (error) {
        if (codeOf(error) !== "counter-taken") throw error;
        await pace.realMillis(TAKEN_MILLIS);
      }
    }
    if (!pace.isOver) say(`counter ${shift.counter} stayed taken: ${shift.clerk} could not work`);
    return null;
  }

  async #serveDuring({ inHand, awaitsUntil, callsUntil }: Attendance): Promise<void> {
    const { pace, bell } = this.stage;
    let ticket = inHand;
    for (;;) {
      const rings = bell.rings;
      ticket ??= await this.#callNext(callsUntil);
      if (ticket) {
        ticket = await this.#serve(ticket, callsUntil);
      } else if (pace.isOver || pace.now >= awaitsUntil) {
        if (this.#held.length === 0) return;
        ticket = await this.#resume();
      } else if (bell.rings === rings) {
        const back = Math.min(awaitsUntil, ...this.#held.map(({ backAt }) => backAt));
        await bell.wait(this.#services, Promise.race([pace.until(back), pace.realMillis(LOOK_MILLIS)]));
      }
    }
  }

  /** Somebody back from a hold comes first; null where nobody is to be called. */
  async #callNext(callsUntil: number): Promise<Ticket | null> {
    const { pace } = this.stage;
    if (pace.isOver) return null;
    if (this.#isSomebodyBack()) return this.#resume();
    return pace.now < callsUntil ? this.#orNobody(this.#at<Ticket>("call-next")) : null;
  }

  #isSomebodyBack(): boolean {
    return this.#held.some(({ backAt }) => backAt <= this.stage.pace.now);
  }

  async #resume(): Promise<Ticket | null> {
    const [first] = [...this.#held].sort((a, b) => a.backAt - b.backAt);
    if (!first) return null;
    this.#held = this.#held.filter((held) => held !== first);
    this.stage.visits.change(first.ticket, { serviceSeconds: first.restSeconds, does: { what: "nothing" } });
    return this.#orNobody(this.#at<Ticket>("resume", { ticket: first.ticket }));
  }

  /** Does what the visit wants; answers the ticket called next. */
  async #serve(ticket: Ticket, callsUntil: number): Promise<Ticket | null> {
    const { pace, visits } = this.stage;
    const { serviceSeconds, does } = visits.find(ticket.id)?.arrival ?? {
      serviceSeconds: UNKNOWN_SECONDS,
      does: { what: "nothing" } as const,
    };
    if (does.what === "no-show" && !pace.isOver) return this.#miss(ticket, does.returnsAfter, callsUntil);
    if (ticket.state === "called") await this.#orNobody(this.#at("start", { ticket: ticket.id }));
    const begun = pace.now;
    switch (does.what) {
      case "hold":
        await pace.until(begun + serviceSeconds / 2);
        await this.#orNobody(this.#at("hold", { ticket: ticket.id }));
        this.#held.push({ ticket: ticket.id, backAt: pace.now + does.forSeconds, restSeconds: serviceSeconds / 2 });
        return null;
      case "transfer":
        await pace.until(begun + serviceSeconds);
        visits.change(ticket.id, {
          service: does.service,
          serviceSeconds: does.serviceSeconds,
          does: { what: "nothing" },
        });
        await this.#orNobody(this.#at("transfer", { ticket: ticket.id, service: does.service }));
        return null;
      case "nothing":
      case "no-show":
        await pace.until(begun + serviceSeconds);
        visits.served += 1;
        return this.#end("finish", { ticket: ticket.id, arrived: true, outcome: "done" }, callsUntil);
      default:
        return does satisfies never;
    }
  }

  /** Calls as often and waits as long as the hall demands before a miss. */
  async #miss(ticket: Ticket, returnsAfter: number | null, callsUntil: number): Promise<Ticket | null> {
    const { api, pace, rules, visits } = this.stage;
    const recalls = rules.missAfterCalls - ticket.calls;
    const pieceMillis = ((rules.missAfterSeconds + 1) * 1000) / (Math.max(0, recalls) + 1);
    await pace.realMillis(pieceMillis);
    for (let recall = 0; recall < recalls && !pace.isOver; recall += 1) {
      await this.#orNobody(this.#at("recall", { ticket: ticket.id }));
      await pace.realMillis(pieceMillis);
    }
    visits.change(ticket.id, { does: { what: "nothing" } });
    if (pace.isOver) return ticket;
    const next = await this.#end("miss", { ticket: ticket.id }, callsUntil);
    const visit = visits.find(ticket.id);
    if (returnsAfter !== null && visit) {
      void pace
        .until(pace.now + returnsAfter)
        .then((isTime) => (isTime ? api.post(`/api/t/${visit.token}/requeue`) : null))
        .catch((error: unknown) => {
          this.stage.say(`${visit.number} could not come back: ${String(error)}`);
        });
    }
    return next;
  }

  /** Ends what is in hand, and calls the next with it where the time has come for one. */
  async #end(command: "finish" | "miss", body: object, callsUntil: number): Promise<Ticket | null> {
    const { pace } = this.stage;
    const next = !pace.isOver && pace.now < callsUntil && !this.#isSomebodyBack();
    const ended = await this.#orNobody(this.#at<TicketAndNext>(command, { ...body, next }));
    return ended?.next ?? null;
  }

  async #pause(next: Stretch): Promise<void> {
    const { pace, api } = this.stage;
    // By the hub's clock, which need not be this machine's; a stretch that should have begun begins now.
    const { now } = await api.get<HallNow>("/api/hall");
    const millis = (Math.max(0, next.from - pace.now) / pace.speed) * 1000;
    const returnAt = new Date(Date.parse(now) + millis).toISOString();
    await this.#at("pause", { reason: "休息", returnAt });
  }

  async #close(): Promise<void> {
    await this.#orNobody(this.#at("close"));
  }

  /** A refusal that only says that somebody else was quicker, or that it is done already. */
  async #orNobody<A>(asked: Promise<A>): Promise<A | null> {
    try {
      return await asked;
    } catch (error) {
      if (harmless.has(codeOf(error) ?? "")) return null;
      throw error;
    }
  }

  #at<A>(command: string, body: object = {}): Promise<A> {
    const { shift, as } = this.options;
    return this.stage.api.post<A>(`/api/counters/${shift.counter}/${command}`, { as, body });
  }
}

const harmless = new Set([
  "nobody-waiting",
  "not-in-hand",
  "already-started",
  "ticket-not-held",
  "ticket-not-waiting",
  "counter-closed",
]);
