import { describe, expect, it } from "vitest";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { canonical, folded } from "./canonical.ts";
import { Story } from "./story.ts";

const at = (time: string, date = "2026-11-25"): number => Date.parse(`${date}T${time}:00+08:00`);
const doubt = (machine = at("10:00", "2040-01-01")) => ({ type: "doubt-clock", why: "leap", machine }) as const;
const confirm = (machine: number, date: string, given: Record<string, number> = {}) =>
  ({ type: "confirm-clock", machine, date, given, paper: {} }) as const;

function hallAt(counter = 1): Story {
  return new Story({ counters: { [counter]: [["a"]] } });
}

describe("a clock that is doubted", () => {
  it("is doubted once, since when the hall heard of it", () => {
    const hall = hallAt().at("09:30");
    expect(hall.does(doubt())).toEqual(["clock-doubted"]);
    expect(hall.does(doubt())).toEqual([]);
    expect(hall.state.clockDoubt).toEqual({ why: "leap", since: at("09:30"), machine: at("10:00", "2040-01-01") });
  });

  it("is cleared once, and then nothing is left of it", () => {
    const hall = hallAt();
    const before = canonical(hall.state, hall.now);
    const clear = { type: "clear-clock", machine: hall.now } as const;
    expect(hall.does(clear)).toEqual([]);
    hall.does(doubt());
    expect(hall.does(clear)).toEqual(["clock-cleared"]);
    expect({ ...(canonical(hall.state, hall.now) as object), seq: 0 }).toEqual({ ...(before as object), seq: 0 });
  });

  it("is still doubted where the day was closed in doubt and only the snapshot is read", () => {
    const hall = hallAt();
    hall.does(doubt());
    hall.does({ type: "close-day" });
    expect(readSnapshot(writeSnapshot(hall.state)).clockDoubt).toEqual(hall.state.clockDoubt);
    const { clockDoubt: _, ...older } = JSON.parse(writeSnapshot(hall.state)) as Record<string, unknown>;
    expect(readSnapshot(JSON.stringify(older)).clockDoubt).toBeNull();
  });
});

describe("a clock that is confirmed", () => {
  it("ahead, is the hall's from then on; the day that it is turns by itself", () => {
    const hall = hallAt();
    hall.issues("x", "a");
    hall.does(doubt());
    expect(hall.does(confirm(at("10:00", "2040-01-01"), "2040-01-01"))).toEqual(["clock-confirmed"]);
    expect(hall.state).toMatchObject({ clockDoubt: null, at: at("10:00", "2040-01-01"), day: { date: "2026-11-25" } });
    expect(hall.ticket("x").state).toBe("waiting");
  });

  it("that nobody doubts, changes nothing", () => {
    const hall = hallAt();
    expect(hall.does(confirm(hall.now + 1000, "2026-11-25"))).toEqual([]);
  });

  it("back, ends the day at the last instant it had, and begins its own", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.at("09:00", "2040-01-01").does({ type: "turn-day", date: "2040-01-01" });
    hall.opens(1);
    hall.issues("x", "a");
    const before = hall.journal.length;
    hall.does(confirm(at("09:10"), "2026-11-25"));
    const late = at("09:00", "2040-01-01");
    const early = at("09:10");
    expect(hall.journal.slice(before).map((event) => [event.type, event.at])).toEqual([
      ["ticket-expired", late],
      ["counter-closed", late],
      ["day-closed", late],
      ["clock-confirmed", early],
      ["day-opened", early],
    ]);
    expect(hall.state).toMatchObject({ at: early, day: { date: "2026-11-25", isClosed: false } });
    expect(canonical(folded(hall.journal), early)).toEqual(canonical(hall.state, early));
  });

  it("back on a date that has given numbers, goes on behind them", () => {
    const hall = hallAt();
    hall.at("15:00");
    hall.issuesAll("a", "x", "y");
    hall.does(confirm(at("09:10"), "2026-11-25", { A: 2 }));
    hall.now = at("09:10");
    expect(hall.issues("z", "a").number).toBe("A003");
  });

  it("back within a day, leaves the bookings still to come, and lets those who had checked in check in again", () => {
    const settings = { a: { bookable: true, bookingSlotMinutes: 15, bookingPerSlot: 2 } };
    const hall = new Story({ counters: { 1: [["a"]] }, settings, rules: { lateGraceMinutes: 5 } });
    const book = (booking: string, start: string) =>
      hall.does({
        type: "book",
        booking,
        personId: `person-of-${booking}`,
        service: "a",
        start: at(start),
        channel: "phone",
        lang: "zh",
      });
    const checkIn = (booking: string, ticket: string) => ({ type: "check-in", booking, ticket, lang: null }) as const;
    for (const [name, time] of [
      ["served", "10:15"],
      ["gone", "10:15"],
      ["tooSoon", "10:30"],
      ["here", "10:45"],
      ["later", "16:00"],
    ] as const)
      book(name, time);
    hall.at("10:20:30").does(checkIn("here", "of-here"));
    hall.does({ type: "miss-bookings" });
    hall.does(checkIn("served", "of-served"));
    hall.calls(1, "of-served");
    hall.starts(1);
    hall.at("10:35:01").does({ type: "miss-bookings" });
    hall.does(confirm(at("10:28"), "2026-11-25", { A: 2 }));
    hall.now = at("10:28");
    const states = Object.fromEntries([...hall.state.bookings.all()].map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      served: "checked-in",
      gone: "missed",
      tooSoon: "booked",
      here: "booked",
      later: "booked",
    });
    expect([...hall.state.noShows.keys()]).toEqual(["person-of-gone"]);
    expect(hall.does({ type: "move-booking", booking: "later", start: at("15:00") })).toEqual(["booking-moved"]);
    hall.does(checkIn("here", "of-here-again"));
    expect(hall.ticket("of-here-again")).toMatchObject({ number: "A003", class: "appointment" });
    expect(canonical(folded(hall.journal), hall.now)).toEqual(canonical(hall.state, hall.now));
  });

  it("back to another date, leaves the bookings of every date that is still to come", () => {
    const settings = { a: { bookable: true, bookingSlotMinutes: 60 } };
    const hall = new Story({ counters: { 1: [["a"]] }, settings });
    const more = { type: "book", service: "a", channel: "phone", lang: "zh" } as const;
    hall.does({ ...more, booking: "next", personId: "p", start: at("10:00", "2026-11-26") });
    hall.at("09:30", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    hall.does(confirm(at("09:10"), "2026-11-25"));
    expect(hall.state.bookings.get("next")?.state).toBe("booked");
  });

  it("back from a day that is over, closes nothing twice", () => {
    const hall = hallAt().at("18:00");
    hall.does({ type: "close-day" });
    expect(hall.does(confirm(at("09:10"), "2026-11-25"))).toEqual(["clock-confirmed", "day-opened"]);
  });
});

describe("a date that comes again", () => {
  it("goes on behind the numbers it has given", () => {
    const hall = hallAt();
    hall.does({ type: "turn-day", date: "2026-11-26", given: { A: 7 } });
    expect(hall.issues("x", "a").number).toBe("A008");
    expect(hall.journal.findLast(({ type }) => type === "day-opened")).toMatchObject({ given: { A: 7 } });
  });
});
