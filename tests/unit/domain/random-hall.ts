/** Random halls, for properties: tiers, rules and hours. */
import fc from "fast-check";
import { periodEnds, transferPositions } from "../../../shared/domain/vocabulary.ts";
import type { SmallHall } from "./small-hall.ts";

/** Two services share a prefix, and therefore stand in one tier wherever they are listed. */
const units = [["m1", "m2"], ["a"], ["b"], ["c"]] as const;
const services = { m1: "M", m2: "M", a: "A", b: "B", c: "C" } as const;

export const SLOT_MINUTES = 5;
const bookable = { bookable: true, bookingSlotMinutes: SLOT_MINUTES, bookingPerSlot: 2 } as const;

const tiers: fc.Arbitrary<string[][]> = fc
  .tuple(fc.shuffledSubarray([...units], { minLength: 1 }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
  .map(([chosen, breaks]) => {
    const found: string[][] = [];
    for (const [index, unit] of chosen.entries()) {
      const last = found.at(-1);
      if (!last || breaks[index] === true) found.push([...unit]);
      else last.push(...unit);
    }
    return found;
  });

export const anyHall: fc.Arbitrary<SmallHall> = fc
  .record({
    counters: fc.array(fc.record({ tiers, overflow: fc.boolean() }), { minLength: 1, maxLength: 3, size: "max" }),
    rules: fc.record({
      overflowMinutes: fc.integer({ min: 5, max: 20 }),
      priorityRun: fc.integer({ min: 1, max: 3 }),
      requeueBehind: fc.constantFrom(0, 1, 1, 2, 2, 3),
      requeueTimes: fc.integer({ min: 1, max: 3 }),
      requeueMinutes: fc.constant(20),
      holdMinutes: fc.constant(10),
      missAfterCalls: fc.constantFrom(1, 1, 2),
      missAfterSeconds: fc.constantFrom(0, 0, 60),
      transferPosition: fc.constantFrom(...transferPositions),
      autoStart: fc.boolean(),
      callAcross: fc.boolean(),
      phoneTickets: fc.boolean(),
      phoneOpenLimit: fc.constant(3),
      onePerPerson: fc.constantFrom("off", "service"),
      maxMatters: fc.integer({ min: 1, max: 3 }),
      periodEnd: fc.constantFrom(...periodEnds, "serve-out" as const),
      bookingLeadMinutes: fc.constant(0),
      lateGraceMinutes: fc.constantFrom(0, 3, 15),
      noShowLimit: fc.constantFrom(1, 3),
    }),
    hasBreak: fc.boolean(),
  })
  .map(({ counters, rules, hasBreak }) => ({
    services,
    counters: Object.fromEntries(counters.map((counter, index) => [index + 1, counter])),
    rules,
    settings: { a: bookable, b: bookable },
    // Random days begin at nine and go on for an hour.
    ...(hasBreak && { hours: [["08:00", "09:10"] as const, ["09:20", "18:00"] as const] }),
  }));
