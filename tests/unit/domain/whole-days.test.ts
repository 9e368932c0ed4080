import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aheadOf } from "../../../server/domain/ahead.ts";
import { callingAt, nextTicket } from "../../../server/domain/calling-order.ts";
import { checkHall } from "../../../server/domain/check-hall.ts";
import type { Command } from "../../../server/domain/commands.ts";
import { decide } from "../../../server/domain/decide.ts";
import type { HallEvent, Recorded } from "../../../server/domain/events.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { hallFrom } from "../../../server/domain/hall.ts";
import type { NumbersGiven } from "../../../server/domain/numbering.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { initialState, type HallState } from "../../../server/domain/state.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { isOpenState } from "../../../shared/domain/vocabulary.ts";
import { canonical, folded } from "./canonical.ts";
import { PlainOrder } from "./plain-order.ts";
import { PlainTimes, timesOf } from "./plain-times.ts";
import { anySteps, commandOf, type Step } from "./random-day.ts";
import { anyHall } from "./random-hall.ts";
import { smallHall, type SmallHall } from "./small-hall.ts";

const MORNING = Date.parse("2026-11-25T09:00:00+08:00");
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A hall that lives through random days and is watched at every step. */
class WatchedHall {
  readonly state = initialState();
  readonly journal: Recorded[] = [];
  #plain: PlainOrder;
  readonly #newPlain: () => PlainOrder;
  #passed = new Map<number, number>();
  /** The same before the last command. */
  #passedBefore = new Map<number, number>();
  /** Last numbers given, by date and prefix. */
  readonly #numbers = new Map<string, Record<string, number>>();
  /** Numbers of the printed block entered, by date. */
  readonly #paper = new Map<string, number[]>();
  #times = new PlainTimes();
  /** The service that a call-next was narrowed to. */
  #askedFor: string | null = null;
  #now = MORNING;
  /** The last snapshot and how much of the journal it holds. */
  #snapshot: { readonly text: string; readonly events: number } | null = null;

  constructor(hall: SmallHall) {
    const file = smallHall(hall);
    expect(checkHall(file).faults).toEqual([]);
    const { rules, counters } = hallFrom(file);
    this.#newPlain = () =>
      new PlainOrder(
        rules,
        [...counters.values()].map(({ number, tiers, overflow }) => ({
          number,
          tiers,
          takesOverflow: overflow !== false,
          isAtWork: false,
          calls: [],
        })),
      );
    this.#plain = this.#newPlain();
    this.#command({ type: "load-hall", by: "hub", hall: file });
    this.#turnDay();
    for (const { number } of this.#plain.counters) {
      this.#command({ type: "open", by: "hub", counter: number, clerk: `clerk-${String(number)}` });
    }
    // A day begins with a crowd at the door.
    for (const place of [1, 2, 3, 4, 5, 6, 7]) this.does({ kind: "issue", a: place, b: 0, c: place, yes: false });
  }

  does(step: Step): void {
    // A step takes a moment or none.
    this.#now += (step.b % 4) * 1000;
    if (step.kind === "wait") this.#now += (step.a % 5) * 60_000;
    if (step.kind === "turn-day" && step.a % 4 === 0) this.#turnDay();
    if (step.kind === "clock") this.#clockGoesWrong(step);
    for (const type of ["miss-bookings", "lapse-holds", "end-period", "resume-due", "lapse-emergency"] as const) {
      const hourly = { type, by: "hub" } as const;
      const decision = decide(this.state, hourly, this.#now);
      if (isRefusal(decision) || decision.length > 0) this.#command(hourly);
    }
    const command = commandOf(step, this.state);
    // Where an appointment, or one put behind another, stands among another class is nobody's rule.
    if (command?.type === "reclassify" && !this.#plain.hasPlaceOfItsOwn(command.ticket)) return;
    if (command?.type === "undo") this.#undo(command);
    else if (command) this.#command(command);
    // Somebody looks by a clock that is set right again afterwards.
    if (step.c % 3 === 0) this.state.queue.advance(this.#now + 20 * 60_000);
    this.#agrees();
    this.#holdsTogether();
    for (const ticket of this.state.tickets.values()) expect(timesOf(ticket)).toEqual(this.#times.of(ticket.id));
  }

  /** The journal alone gives this state, from its beginning and from the last day's close. */
  isWhatItsJournalSays(): void {
    const now = canonical(this.state, this.#now);
    expect(canonical(folded(this.journal), this.#now)).toEqual(now);
    if (!this.#snapshot) return;
    const after = this.journal.slice(this.#snapshot.events);
    expect(canonical(folded(after, readSnapshot(this.#snapshot.text)), this.#now)).toEqual(now);
  }

  #command(command: Command): readonly HallEvent[] {
    const before = JSON.stringify(canonical(this.state, this.#now));
    const decision = decide(this.state, command, this.#now);
    const again = decide(this.state, command, this.#now);
    expect(JSON.stringify(canonical(this.state, this.#now))).toBe(before);
    expect(again).toEqual(decision);
    this.#askedFor = command.type === "call-next" ? command.service : null;
    if (isRefusal(decision)) return [];
    if (decision.length > 0) this.#passedBefore = new Map(this.#passed);
    for (const event of decision) this.#happens(event);
    return decision;
  }

  /**
   * What was done last, by anybody, is taken back: everything is as if it had never been, but for what was written.
   * Where others did something meanwhile nobody can say how all would stand without it.
   */
  #undo(command: Command & { readonly type: "undo" }): void {
    const passed = this.#passedBefore;
    const { last } = this.state.counters.get(command.counter) ?? { last: null };
    const done = last?.replaced.flatMap(({ seqs }) => seqs) ?? [];
    if (!done.includes(this.state.seq)) return;
    const undone = this.#command(command).flatMap((event) => (event.type === "step-undone" ? event.undone : []));
    if (undone.length === 0) return;
    expect([...undone].sort()).toEqual([...done].sort());
    const before = folded(this.journal.slice(0, Math.min(...undone) - 1));
    expect(withoutTrace(this.state, this.#now)).toEqual(withoutTrace(before, this.#now));
    this.#passed = passed;
    this.#plain = this.#newPlain();
    this.#times = new PlainTimes();
    for (const event of notUndone(this.journal)) {
      this.#plain.hear(event);
      this.#times.hear(event);
    }
  }

  #happens(event: HallEvent): void {
    const recorded: Recorded = { ...event, seq: this.state.seq + 1 };
    this.#countPasses(recorded);
    this.#followNumbers(recorded);
    this.#plain.hear(recorded);
    this.#times.hear(recorded);
    this.#neverGoesBack(recorded);
    evolve(this.state, recorded);
    this.journal.push(recorded);
    if (event.type === "day-closed") this.#snapshot = { text: writeSnapshot(this.state), events: this.journal.length };
  }

  /** The next day, which it may have been before where the clock has gone back. */
  #turnDay(): void {
    if (this.state.day !== null) this.#now += DAY;
    const date = dateOf(this.#now);
    this.#command({ type: "turn-day", by: "hub", date, ...this.#givenOn(date) });
  }

  /** The machine's clock is doubted, or shows again what can be, or somebody says that it has been ahead till now. */
  #clockGoesWrong({ a, b }: Step): void {
    const machine = this.#now + ((b % 100) - 70) * HOUR;
    if (a % 3 === 0) this.#command({ type: "doubt-clock", by: "hub", why: "leap", machine });
    else if (a % 3 === 1) this.#command({ type: "clear-clock", by: "hub", machine });
    else if (machine < this.state.at) {
      const date = dateOf(machine);
      this.#now = machine;
      this.#command({ type: "confirm-clock", by: "user:li", machine, date, ...this.#givenOn(date) });
    }
  }

  /** Within a day no instant lies before the last. */
  #neverGoesBack({ type, at }: Recorded): void {
    if (type !== "clock-confirmed") expect(at).toBeGreaterThanOrEqual(this.state.at);
    else expect(this.state.day?.isClosed).toBe(true);
  }

  /** Of a prefix and date each number comes once and right after the one before, however often it was that date; of the printed block in any order. */
  #followNumbers(event: Recorded): void {
    if (event.type !== "ticket-issued") return;
    const date = this.state.day?.date ?? "";
    if (event.channel === "paper") {
      const entered = this.#paper.get(date) ?? [];
      expect(entered).not.toContain(event.sequence);
      this.#paper.set(date, [...entered, event.sequence]);
      return;
    }
    const given = this.#numbers.get(date) ?? {};
    const next = (given[event.prefix] ?? 0) + 1;
    expect([event.sequence, event.number]).toEqual([next, `${event.prefix}${String(next).padStart(3, "0")}`]);
    this.#numbers.set(date, { ...given, [event.prefix]: next });
  }

  #givenOn(date: string): NumbersGiven {
    return { given: this.#numbers.get(date) ?? {}, paper: { P: this.#paper.get(date) ?? [] } };
  }

  /** However many priority ones come, a counter passes a normal candidate over no more often than the run allows. */
  #countPasses(event: Recorded): void {
    if (event.type === "day-opened") this.#passed.clear();
    if (event.type !== "ticket-called" || event.how !== "next") return;
    const counter = this.#plain.counters.find(({ number }) => number === event.counter);
    const ticketClass = this.state.tickets.get(event.ticket)?.class;
    if (!counter || ticketClass === undefined || ticketClass === "statutory") return;
    const isPass =
      !this.#plain.isByName(event.ticket) && this.#plain.hasNormalCandidate(counter, this.#now, this.#askedFor);
    const passed = ticketClass === "normal" ? 0 : (this.#passed.get(event.counter) ?? 0) + (isPass ? 1 : 0);
    expect(passed).toBeLessThanOrEqual(this.state.hall?.rules.priorityRun ?? 0);
    this.#passed.set(event.counter, passed);
  }

  /** The plain order and the quick one name the same next, and count the same ahead of everybody. */
  #agrees(): void {
    const { tickets } = this.state;
    for (const plain of this.#plain.counters) {
      const counter = this.state.counters.get(plain.number);
      if (!counter) throw new Error("the plain hall has the same counters");
      for (const service of [null, "m1", "b"]) {
        const quick = nextTicket(callingAt(this.state, counter, service), this.#now);
        expect(quick?.ticket ?? null).toBe(this.#plain.next(plain, this.#now, service));
      }
    }
    const waiting = [...tickets.values()].filter(({ state }) => state === "waiting");
    expect(waiting.map(({ id }) => id).sort()).toEqual([...this.#plain.waiting].sort());
    const ahead = new Map(waiting.map((ticket) => [ticket.id, aheadOf(this.state, ticket, this.#now)]));
    expect([...ahead].sort()).toEqual([...this.#plain.ahead(this.#now)].sort());
  }

  /** Nobody is in two hands, no hand holds two, nobody sits at two counters; what is counted is what there is. */
  #holdsTogether(): void {
    const { tickets, counters, clerks, held, openTickets } = this.state;
    const open = [...tickets.values()].filter(({ state }) => isOpenState(state));
    for (const service of this.state.hall?.services.keys() ?? []) {
      const byPhone = open.filter((ticket) => ticket.channel === "phone" && ticket.service === service);
      expect(openTickets.byPhone(service)).toBe(byPhone.length);
    }
    for (const person of new Set(open.map(({ personId }) => personId ?? "")))
      expect([...openTickets.ofPerson(person)].map(({ id }) => id).sort()).toEqual(
        open.flatMap(({ id, personId }) => (personId === person ? [id] : [])).sort(),
      );
    const inHands = [...counters.values()].flatMap(({ number, ticket }) => (ticket === null ? [] : [[ticket, number]]));
    const called = [...tickets.values()].filter(({ state }) => state === "called" || state === "serving");
    expect(inHands.sort()).toEqual(called.map(({ id, counter }) => [id, counter]).sort());
    const sitting = [...counters.values()].flatMap(({ number, clerk }) => (clerk === null ? [] : [[clerk, number]]));
    expect([...clerks].sort()).toEqual(sitting.sort());
    for (const { state, clerk, ticket } of counters.values()) {
      if (state === "closed") expect([clerk, ticket]).toEqual([null, null]);
    }
    expect([...held].sort()).toEqual(
      [...tickets.values()].flatMap(({ id, state }) => (state === "held" ? [id] : [])).sort(),
    );
  }
}

/** All that stands, without how it came about. */
function withoutTrace(state: HallState, now: number): unknown {
  const steps = [...state.counters.values()].map((counter) => ({ ...counter, last: null }));
  const tickets = [...state.tickets.values()].map((ticket) => ({ ...ticket, events: [] }));
  return {
    // What `canonical` shows of the state, its lines above all.
    ...(canonical(state, now) as object),
    seq: null,
    at: null,
    counters: steps,
    tickets,
  };
}

/** What has happened and still holds. */
function notUndone(journal: readonly Recorded[]): Recorded[] {
  const undone = new Set(journal.flatMap((event) => (event.type === "step-undone" ? event.undone : [])));
  return journal.filter(({ seq, type }) => type !== "step-undone" && !undone.has(seq));
}

describe("whatever happens in whatever hall", () => {
  it("calls the one the rules name, counts ahead as the calls will come, and is what its journal says", () => {
    fc.assert(
      fc.property(anyHall, anySteps, (hall, steps) => {
        const watched = new WatchedHall(hall);
        for (const step of steps) watched.does(step);
        watched.isWhatItsJournalSays();
      }),
      { seed: 1, numRuns: 45, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true },
    );
  }, 120_000);
});
