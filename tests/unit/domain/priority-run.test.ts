import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TicketClass } from "../../../shared/domain/vocabulary.ts";
import { atCounter, Story } from "./story.ts";

type Step =
  | { readonly does: "comes"; readonly class: Exclude<TicketClass, "appointment">; readonly service: string }
  | { readonly does: "checks-in"; readonly service: string }
  | { readonly does: "calls"; readonly counter: number; readonly service: string | null }
  | { readonly does: "calls-by-number"; readonly counter: number; readonly which: number }
  | { readonly does: "undoes"; readonly counter: number };

const service = fc.constantFrom("a", "b");
const counter = fc.constantFrom(1, 2);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("comes" as const),
      class: fc.constantFrom("normal" as const, "normal" as const, "courtesy" as const, "statutory" as const),
      service,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("checks-in" as const), service }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("calls" as const),
      counter,
      service: fc.option(service, { freq: 6, nil: null }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("calls-by-number" as const), counter, which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("undoes" as const), counter }) },
);

/** A hall of one tier, in which every normal one who waits is a candidate of both counters. */
class Hall {
  /** How often in a row, at most, a normal candidate was passed over at a counter. */
  most = 0;
  readonly #story: Story;
  /** Passes in a row at each counter, and what they were before its last call. */
  readonly #passed = new Map<number, { now: number; before: number }>();
  #came = 0;

  constructor(priorityRun: number) {
    const tiers = [["a", "b"]];
    this.#story = new Story({ counters: { 1: tiers, 2: tiers }, rules: { priorityRun } });
  }

  does(step: Step): void {
    this.#came += 1;
    const name = `t${String(this.#came)}`;
    const story = this.#story;
    switch (step.does) {
      case "comes":
        story.issues(name, step.service, { class: step.class });
        return;
      case "checks-in":
        story.checksIn(name, step.service, "09:00");
        return;
      case "calls":
        this.#calls(step.counter, step.service);
        return;
      case "calls-by-number": {
        this.#finishes(step.counter);
        const waiting = this.#waiting();
        const chosen = waiting[step.which % Math.max(1, waiting.length)];
        if (!chosen) return;
        story.calls(step.counter, chosen.id);
        const passed = this.#passedAt(step.counter);
        passed.before = passed.now;
        return;
      }
      case "undoes":
        this.#undoes(step.counter);
        return;
      default:
        step satisfies never;
    }
  }

  #calls(counter: number, asked: string | null): void {
    this.#finishes(counter);
    const candidates = this.#waiting().filter((ticket) => asked === null || ticket.service === asked);
    const isNormalThere = candidates.some((ticket) => ticket.class === "normal");
    const called = this.#story.callsNext(counter, asked);
    if (called === null) return;
    const ticketClass = this.#story.ticket(called).class;
    const passed = this.#passedAt(counter);
    passed.before = passed.now;
    if (ticketClass === "normal") passed.now = 0;
    else if (ticketClass !== "statutory" && isNormalThere) passed.now += 1;
    this.most = Math.max(this.most, passed.now);
  }

  /** Takes the call of the one in hand back. */
  #undoes(counter: number): void {
    if (this.#story.counter(counter).ticket === null) return;
    this.#story.does({ type: "undo", ...atCounter(counter) });
    const passed = this.#passedAt(counter);
    passed.now = passed.before;
  }

  #finishes(counter: number): void {
    if (this.#story.counter(counter).ticket !== null) this.#story.finishes(counter);
  }

  #passedAt(counter: number): { now: number; before: number } {
    const passed = this.#passed.get(counter) ?? { now: 0, before: 0 };
    this.#passed.set(counter, passed);
    return passed;
  }

  #waiting() {
    return [...this.#story.state.tickets.values()].filter(({ state }) => state === "waiting");
  }
}

describe("a normal candidate", () => {
  it("is passed over by appointments and courtesy at a counter no more often in a row than the hall allows", () => {
    const reached = new Set<number>();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(anyStep, { minLength: 40, maxLength: 90, size: "max" }),
        (priorityRun, steps) => {
          const hall = new Hall(priorityRun);
          for (const step of steps) hall.does(step);
          expect(hall.most).toBeLessThanOrEqual(priorityRun);
          if (hall.most === priorityRun) reached.add(priorityRun);
        },
      ),
      { seed: 9, numRuns: 200 },
    );
    // As often as it allows it does happen, else this would say less than it seems to.
    expect([...reached].sort()).toEqual([1, 2, 3, 4]);
  }, 60_000);
});
