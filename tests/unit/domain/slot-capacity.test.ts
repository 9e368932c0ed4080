import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../server/domain/decide.ts";
import type { Command } from "../../../server/domain/commands.ts";
import { holdsPlace } from "../../../server/domain/booking.ts";
import type { Recorded } from "../../../server/domain/events.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { initialState } from "../../../server/domain/state.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { canonical, folded } from "./canonical.ts";
import { smallHall } from "./small-hall.ts";
import { instant } from "./story.ts";

const START = instant("08:00");
const STEP = 15 * 60_000;

const anyHall = fc.record({
  perSlot: fc.integer({ min: 1, max: 4 }),
  minutes: fc.constantFrom(15, 30, 45, 60),
  share: fc.constantFrom(0, 0.3, 0.5, 0.9),
  period: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  day: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  lead: fc.constantFrom(0, 60),
});

const anyStep = fc.record({
  kind: fc.constantFrom("book", "book", "book", "book", "move", "cancel", "check-in", "wait", "turn"),
  who: fc.nat({ max: 30 }),
  at: fc.nat({ max: 200 }),
});

describe("whatever is booked, moved, given up, missed and checked in", () => {
  it("never takes more places of a slot than it has, nor of a quota than its booked part, and folds to the same", () => {
    fc.assert(
      fc.property(anyHall, fc.array(anyStep, { minLength: 60, maxLength: 160 }), (settings, steps) => {
        const { perSlot, minutes, share, period, day, lead } = settings;
        const quota = { ...(period !== undefined && { period }), ...(day !== undefined && { day }) };
        const file = smallHall({
          counters: { 1: [["civil"]] },
          settings: { civil: { bookable: true, bookingSlotMinutes: minutes, bookingPerSlot: perSlot, quota } },
          rules: { walkInShare: share, bookingLeadMinutes: lead, noShowLimit: 2 },
        });
        const state = initialState();
        const journal: Recorded[] = [];
        let now = START;
        let madeSoFar = 0;
        const asks = (command: Command): void => {
          const decision = decide(state, command, now);
          if (isRefusal(decision)) return;
          for (const event of decision) {
            const recorded: Recorded = { ...event, seq: state.seq + 1 };
            evolve(state, recorded);
            journal.push(recorded);
          }
        };
        const dateOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
        const turn = (): void => {
          asks({ type: "turn-day", by: "hub", date: dateOf(now) });
        };
        asks({ type: "load-hall", by: "hub", hall: file });
        turn();
        for (const { kind, who, at } of steps) {
          const start = now - (now % STEP) + at * STEP;
          const id = String(who % Math.max(1, madeSoFar));
          if (kind === "wait") now += 10 * 60_000;
          if (kind === "turn") now += 12 * 60 * 60_000;
          turn();
          asks({ type: "miss-bookings", by: "hub" });
          if (kind === "book") {
            const person = { personId: `p${String(who)}`, channel: "phone", lang: "zh" } as const;
            asks({ type: "book", by: "hub", booking: String(madeSoFar), service: "civil", start, ...person });
            madeSoFar = state.bookings.get(String(madeSoFar)) ? madeSoFar + 1 : madeSoFar;
          } else if (kind === "move") asks({ type: "move-booking", by: "hub", booking: id, start });
          else if (kind === "cancel") asks({ type: "cancel-booking", by: "hub", booking: id });
          else if (kind === "check-in")
            asks({ type: "check-in", by: "hub", booking: id, ticket: `t${String(journal.length)}`, lang: null });

          const holding = [...state.bookings.all()].filter(holdsPlace);
          const countBy = (keyOf: (one: (typeof holding)[number]) => string): number[] => {
            const counts = new Map<string, number>();
            for (const one of holding) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
            return [...counts.values()];
          };
          const booked = (limit: number): number => Math.round(limit * (1 - share) * 1000) / 1000;
          for (const count of countBy(({ start: slot }) => String(slot))) expect(count).toBeLessThanOrEqual(perSlot);
          for (const count of countBy(({ date }) => date)) {
            // The small hall has one period a day.
            expect(count).toBeLessThanOrEqual(booked(Math.min(period ?? Infinity, day ?? Infinity)));
          }
          const active = [...state.bookings.all()].filter((one) => one.state === "booked");
          expect(new Set(active.map(({ personId }) => personId)).size).toBe(active.length);
        }
        expect(journal.length).toBeGreaterThan(2);
        expect(canonical(folded(journal), now)).toEqual(canonical(state, now));
      }),
      { seed: 3, numRuns: 60, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
    );
  }, 60_000);
});
