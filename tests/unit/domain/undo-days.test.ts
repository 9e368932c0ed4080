import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "../../../server/domain/commands.ts";
import { decide } from "../../../server/domain/decide.ts";
import type { Recorded } from "../../../server/domain/events.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { initialState, ticketInHand, type HallState } from "../../../server/domain/state.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import type { StepName } from "../../../shared/domain/vocabulary.ts";
import { canonical, folded } from "./canonical.ts";
import { anySteps, commandOf, type Step } from "./random-day.ts";
import { anyHall } from "./random-hall.ts";
import { smallHall, type SmallHall } from "./small-hall.ts";

const MORNING = Date.parse("2026-11-25T09:00:00+08:00");

/** A hall in which every step at a counter is taken back as soon as others have done something of their own. */
class RestlessHall {
  readonly state = initialState();
  readonly journal: Recorded[] = [];
  readonly undone = new Map<StepName, number>();
  #snapshot: { readonly text: string; readonly events: number } | null = null;
  #now = MORNING;

  constructor(hall: SmallHall) {
    this.#does({ type: "load-hall", by: "hub", hall: smallHall(hall) });
    this.#does({ type: "turn-day", by: "hub", date: "2026-11-25" });
    for (const number of this.state.counters.keys())
      this.#does({ type: "open", by: "hub", counter: number, clerk: `clerk-${String(number)}` });
  }

  does(step: Step): void {
    this.#now += (step.a % 7) * 1000;
    if (step.kind === "wait" || step.kind === "close-day") this.#now += (step.b % 5) * 60_000;
    this.#does({ type: "lapse-holds", by: "hub" });
    const command = commandOf(step, this.state);
    if (command && command.type !== "load-hall") this.#does(command);
  }

  endsItsDay(): void {
    this.#does({ type: "close-day", by: "hub" });
    this.#does({ type: "turn-day", by: "hub", date: "2026-11-26" });
  }

  /** From its beginning, and from the last day's close. */
  isWhatItsJournalSays(): void {
    const now = canonical(this.state, this.#now);
    expect(canonical(folded(this.journal), this.#now)).toEqual(now);
    if (!this.#snapshot) return;
    const after = this.journal.slice(this.#snapshot.events);
    expect(canonical(folded(after, readSnapshot(this.#snapshot.text)), this.#now)).toEqual(now);
  }

  #does(command: Command): void {
    const last = command.type === "undo" ? (this.state.counters.get(command.counter)?.last ?? null) : null;
    const decision = decide(this.state, command, this.#now);
    if (isRefusal(decision)) return;
    for (const event of decision) {
      const recorded: Recorded = { ...event, seq: this.state.seq + 1 };
      evolve(this.state, recorded);
      this.journal.push(recorded);
      if (event.type === "day-closed")
        this.#snapshot = { text: writeSnapshot(this.state), events: this.journal.length };
    }
    if (command.type !== "undo" || !last) return;
    this.undone.set(last.what, (this.undone.get(last.what) ?? 0) + 1);
    this.#isAsBefore(
      command.counter,
      last.replaced.flatMap(({ seqs }) => seqs),
    );
  }

  /** Whatever others did meanwhile: the counter and its tickets are what they were before the step. */
  #isAsBefore(counter: number, seqs: readonly number[]): void {
    const before = folded(this.journal.slice(0, Math.min(...seqs) - 1));
    const ids = new Set(
      this.journal.flatMap((event) => (seqs.includes(event.seq) && "ticket" in event ? event.ticket : [])),
    );
    for (const id of ids) expect(factsOf(this.state, id)).toEqual(factsOf(before, id));
    const standsAt = (state: HallState) => {
      const stands = state.counters.get(counter);
      return stands && { run: stands.run, inHand: ticketInHand(state, stands)?.id };
    };
    expect(standsAt(this.state)).toEqual(standsAt(before));
    expect(this.state.counters.get(counter)?.last).toBeNull();
  }
}

function factsOf(state: HallState, id: string): unknown {
  const ticket = state.tickets.get(id);
  return [ticket && { ...ticket, events: null }, state.queue.entry(id), state.held.has(id)];
}

describe("a step taken back while others go on", () => {
  it("leaves the counter and its tickets as they were, and the journal tells it all", () => {
    const undone = new Map<StepName, number>();
    fc.assert(
      fc.property(anyHall, anySteps, (hall, steps) => {
        const restless = new RestlessHall(hall);
        for (const step of steps) restless.does(step);
        restless.isWhatItsJournalSays();
        restless.endsItsDay();
        restless.isWhatItsJournalSays();
        for (const [what, times] of restless.undone) undone.set(what, (undone.get(what) ?? 0) + times);
      }),
      { seed: 7, numRuns: 250, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
    // Every kind of step was among them, else this would say less than it seems to.
    expect([...undone.keys()].sort()).toEqual(["call", "finish", "hold", "miss", "resume", "start", "transfer"]);
  }, 90_000);
});
