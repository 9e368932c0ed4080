import { beforeEach, describe, expect, it } from "vitest";
import type { BookingCommand } from "../../../server/domain/commands.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { slotsOn } from "../../../server/domain/slots.ts";
import { canonical, folded } from "./canonical.ts";
import { instant, Story } from "./story.ts";

const TODAY = "2026-11-25";
const TOMORROW = "2026-11-26";

const booking = (name: string, start: string, date = TODAY) => ({
  type: "book" as const,
  booking: name,
  personId: `person-of-${name}`,
  service: "civil",
  start: instant(start, date),
  channel: "phone" as const,
  lang: "zh" as const,
});

const checkIn = (name: string): Omit<Extract<BookingCommand, { type: "check-in" }>, "by"> => ({
  type: "check-in",
  booking: name,
  ticket: `ticket-of-${name}`,
  lang: null,
});

const hall = {
  counters: { 1: [["civil", "tax"]] },
  settings: { civil: { bookable: true, bookingSlotMinutes: 60, bookingPerSlot: 2 } },
};

describe("a booking", () => {
  let story: Story;

  const free = (date = TODAY): Record<string, number> => {
    const { hall: known } = story.state;
    const service = known?.services.get("civil");
    if (!known || !service) throw new Error("the hall is loaded");
    const slots = slotsOn(story.state, { hall: known, service, date, now: story.now });
    return Object.fromEntries(
      slots.map((slot) => [new Date(slot.start + 8 * 3_600_000).toISOString().slice(11, 16), slot.free]),
    );
  };

  beforeEach(() => {
    story = new Story(hall);
  });

  it("has whole slots within the hall's periods, from an hour ahead", () => {
    expect(free()).toEqual({
      "10:00": 2,
      "11:00": 2,
      "12:00": 2,
      "13:00": 2,
      "14:00": 2,
      "15:00": 2,
      "16:00": 2,
      "17:00": 2,
    });
    expect(Object.keys(free(TOMORROW))).toHaveLength(10);
  });

  it("takes a place, and the third who wants it is refused", () => {
    story.does(booking("a", "10:00"));
    story.does(booking("b", "10:00"));
    expect(free()["10:00"]).toBe(0);
    expect(story.refuses(booking("c", "10:00"))).toBe("slot-full");
    expect(story.state.bookings.size).toBe(2);
  });

  it("is refused where no slot begins, too soon, and beyond the working days that can be booked", () => {
    expect(story.refuses(booking("a", "10:30"))).toBe("slot-closed");
    expect(story.refuses(booking("a", "09:00"))).toBe("slot-closed");
    expect(story.refuses(booking("a", "10:00", "2026-12-06"))).toBe("slot-closed");
    expect(story.does(booking("a", "10:00", "2026-12-05"))).toEqual(["booking-made"]);
    expect(story.refuses({ ...booking("b", "10:00"), service: "tax" })).toBe("not-bookable");
    expect(story.refuses({ ...booking("b", "10:00"), service: "moon" })).toBe("not-found");
  });

  it("counts working days only: a day on which the hall is closed makes no horizon shorter", () => {
    const closed = new Story(hall);
    const { hall: loaded } = closed.state;
    if (!loaded) throw new Error("the hall is loaded");
    const file = { ...loaded.file, hall: { ...loaded.file.hall, calendar: { closed: [TOMORROW] } } };
    closed.does({ type: "load-hall", hall: file });
    expect(closed.refuses(booking("a", "10:00", TOMORROW))).toBe("slot-closed");
    expect(closed.does(booking("a", "10:00", "2026-12-06"))).toEqual(["booking-made"]);
  });

  it("keeps to the service's own hours where they are narrower", () => {
    const none: string[][] = [];
    const narrow = { mon: none, tue: none, wed: [["09:30", "11:45"]], thu: none, fri: none, sat: none, sun: none };
    story = new Story({ ...hall, settings: { civil: { ...hall.settings.civil, hours: narrow } } });
    expect(free()).toEqual({ "10:30": 2 });
    expect(free(TOMORROW)).toEqual({});
  });

  it("leaves to those who walk in their part of the quota, by period and by day", () => {
    const settings = { civil: { ...hall.settings.civil, bookingPerSlot: 9, quota: { day: 5 } } };
    story = new Story({ ...hall, settings, rules: { walkInShare: 0.4 } });
    for (const [name, time] of [
      ["a", "10:00"],
      ["b", "11:00"],
      ["c", "12:00"],
    ] as const)
      story.does(booking(name, time));
    expect(story.refuses(booking("d", "13:00"))).toBe("slot-full");
    story.does({ type: "move-booking", booking: "a", start: instant("14:00") });
    story.does({ type: "cancel-booking", booking: "b" });
    expect(story.does(booking("d", "13:00"))).toEqual(["booking-made"]);
  });

  it("never takes more than the channel's own quota", () => {
    const quota = { day: 100, byChannel: { booking: 1 } };
    story = new Story({ ...hall, settings: { civil: { ...hall.settings.civil, quota } } });
    story.does(booking("a", "10:00"));
    expect(story.refuses(booking("b", "11:00"))).toBe("slot-full");
  });

  it("is one for a person and service until it is used, given up or missed", () => {
    story.does(booking("a", "10:00"));
    const again = { ...booking("b", "12:00"), personId: "person-of-a" };
    expect(story.refusal(again)).toMatchObject({
      refused: "already-booked",
      detail: { start: "2026-11-25T10:00:00.000+08:00" },
    });
    story.does({ type: "cancel-booking", booking: "a" });
    expect(story.does(again)).toEqual(["booking-made"]);
  });

  it("moves to another slot with its own place counted for nobody, and not into a full one", () => {
    for (const name of ["a", "b"]) story.does(booking(name, "10:00"));
    for (const name of ["c", "d"]) story.does(booking(name, "11:00"));
    expect(story.refuses({ type: "move-booking", booking: "a", start: instant("11:00") })).toBe("slot-full");
    story.does({ type: "move-booking", booking: "a", start: instant("12:00") });
    expect([free()["10:00"], free()["12:00"]]).toEqual([1, 1]);
    expect(story.does({ type: "move-booking", booking: "a", start: instant("12:00") })).toEqual([]);
  });

  it("waits from its slot on when it checks in in time, before all others only at a counter with nobody else", () => {
    story.does(booking("a", "10:00"));
    story.at("09:35").does(checkIn("a"));
    expect(story.ticket("ticket-of-a")).toMatchObject({
      class: "appointment",
      channel: "booking",
      dueAt: instant("10:00"),
      personId: "person-of-a",
    });
    expect(story.ahead("ticket-of-a")).toBeNull();
    story.issues("walk-in", "civil");
    expect(story.callsNext(1)).toBe("walk-in");
    story.finishes(1);
    expect(story.callsNext(1)).toBe("ticket-of-a");
  });

  it("is refused half an hour before and earlier, on another day, twice, and once it is cancelled", () => {
    story.does(booking("a", "10:00"));
    story.does(booking("b", "10:00", TOMORROW));
    story.does(booking("c", "11:00"));
    story.does({ type: "cancel-booking", booking: "c" });
    expect(story.at("09:29").refusal(checkIn("a"))).toMatchObject({
      refused: "too-early",
      detail: { start: "2026-11-25T10:00:00.000+08:00", from: "2026-11-25T09:30:00.000+08:00" },
    });
    expect(story.refusal(checkIn("b"))).toMatchObject({
      refused: "wrong-day",
      detail: { start: "2026-11-26T10:00:00.000+08:00" },
    });
    story.at("09:30").does(checkIn("a"));
    expect(story.refusal(checkIn("a"))).toMatchObject({ refused: "already-checked-in", detail: { number: "C001" } });
    expect(story.refuses(checkIn("c"))).toBe("booking-over");
    expect(story.refuses({ type: "cancel-booking", booking: "a" })).toBe("booking-over");
    expect(story.refuses(checkIn("nobody"))).toBe("not-found");
  });

  it("is let in between two periods, but not once the last is over, nor on a day that is closed", () => {
    const hours = [
      ["08:00", "12:00"],
      ["13:00", "17:00"],
    ] as const;
    story = new Story({ ...hall, hours, rules: { lateGraceMinutes: 90 }, expireAt: "17:30" });
    for (const [name, time] of [
      ["a", "11:00"],
      ["b", "16:00"],
      ["c", "16:00"],
    ] as const)
      story.does(booking(name, time));
    story.does(booking("d", "13:00", TOMORROW));
    expect(story.at("12:15").does(checkIn("a"))).toContain("booking-checked-in");
    story.at("16:59:59").does(checkIn("b"));
    const closed = { refused: "outside-hours", detail: { nextOpening: instant("08:00", TOMORROW) } };
    expect(story.at("17:00").refusal(checkIn("c"))).toEqual(closed);
    story.at("17:30").does({ type: "close-day" });
    expect(story.at("17:31").refusal(checkIn("c"))).toEqual(closed);
    const items = [{ ticket: "paper", number: "P001", service: "civil", takenAt: instant("09:00") }];
    expect(story.refusal({ type: "issue-paper", lang: "zh", items })).toEqual(closed);
    expect(story.state.tickets.size).toBe(0);
  });

  it("is let in at any hour where a demonstration asks so, and on no holiday else", () => {
    story.does(booking("a", "10:00", TOMORROW));
    const { hall: loaded } = story.state;
    if (!loaded) throw new Error("the hall is loaded");
    const file = { ...loaded.file, hall: { ...loaded.file.hall, calendar: { closed: [TOMORROW] } } };
    story.does({ type: "load-hall", hall: file });
    story.at("08:00", TOMORROW).does({ type: "turn-day", date: TOMORROW });
    expect(story.at("09:40", TOMORROW).refusal(checkIn("a"))).toEqual({
      refused: "outside-hours",
      detail: { nextOpening: instant("08:00", "2026-11-27") },
    });
    expect(story.does({ ...checkIn("a"), anyHour: true })).toContain("booking-checked-in");
  });

  it("joins at its slot up to the grace, and is a normal ticket from its check-in after it", () => {
    for (const name of ["a", "b"]) story.does(booking(name, "10:00"));
    story.at("10:15").does(checkIn("a"));
    expect(story.ticket("ticket-of-a").position.slice(0, 2)).toEqual([1, instant("10:00")]);
    story.passes(0, 1).does(checkIn("b"));
    expect(story.ticket("ticket-of-b")).toMatchObject({ class: "normal", dueAt: null });
    expect(story.ticket("ticket-of-b").position.slice(0, 2)).toEqual([1, story.now]);
  });

  it("lapses once the grace is over: its place is free again, and coming late that day takes the no-show back", () => {
    story.does(booking("a", "10:00"));
    expect(story.at("10:15").does({ type: "miss-bookings" })).toEqual([]);
    expect(story.passes(0, 1).does({ type: "miss-bookings" })).toEqual(["booking-missed"]);
    expect(story.state.bookings.taken("civil", { date: TODAY, within: null })).toBe(0);
    expect(story.state.noShows.get("person-of-a")).toEqual([instant("10:00")]);
    story.at("10:40").does(checkIn("a"));
    expect(story.ticket("ticket-of-a").class).toBe("normal");
    expect(story.state.noShows.size).toBe(0);
    expect(story.state.bookings.taken("civil", { date: TODAY, within: null })).toBe(0);
  });

  it("is missed at the day's end; on a day that the hall did not open, that counts against nobody", () => {
    story.does(booking("late", "17:00"));
    story.does(booking("away", "10:00", TOMORROW));
    story.does(booking("later", "10:00", "2026-11-27"));
    const events = story.at("09:00", "2026-11-27").does({ type: "turn-day", date: "2026-11-27" });
    expect(events.filter((type) => type.startsWith("booking"))).toEqual(["booking-missed", "booking-missed"]);
    expect([...story.state.noShows.keys()]).toEqual(["person-of-late"]);
    expect([...story.state.bookings.all()].map(({ id }) => id)).toEqual(["later"]);
  });

  it("is suspended for thirty days after the third no-show in ninety, until somebody lifts it", () => {
    const misses = (name: string, date: string): void => {
      story.at("08:30", date).does({ type: "turn-day", date });
      story.does({ ...booking(name, "10:00", date), personId: "she" });
      story.at("10:16", date).does({ type: "miss-bookings" });
    };
    for (const [name, date] of [
      ["a", "2026-11-26"],
      ["b", "2026-11-30"],
    ] as const)
      misses(name, date);
    misses("c", "2026-12-01");
    const fourth = { ...booking("d", "12:00", "2026-12-01"), personId: "she" };
    expect(story.refusal(fourth)).toMatchObject({ refused: "suspended", detail: { until: "2026-12-31" } });
    expect(story.does({ type: "lift-suspension", personId: "she" })).toEqual(["suspension-lifted"]);
    expect(story.does({ type: "lift-suspension", personId: "she" })).toEqual([]);
    expect(story.does(fourth)).toEqual(["booking-made"]);
  });

  it("is suspended no longer when the thirty days are over", () => {
    for (const [index, date] of ["2026-11-26", "2026-11-27", "2026-11-28"].entries()) {
      story.at("08:30", date).does({ type: "turn-day", date });
      story.does({ ...booking(String(index), "10:00", date), personId: "she" });
      story.at("10:16", date).does({ type: "miss-bookings" });
    }
    story.at("08:30", "2026-12-28").does({ type: "turn-day", date: "2026-12-28" });
    const again = { ...booking("again", "17:00", "2026-12-28"), personId: "she" };
    expect(story.refuses(again)).toBe("suspended");
    expect(story.at("10:01", "2026-12-28").does(again)).toEqual(["booking-made"]);
    story.at("08:30", "2027-03-01").does({ type: "turn-day", date: "2027-03-01" });
    expect(story.state.noShows.get("she")).toEqual([instant("17:00", "2026-12-28")]);
  });

  it("is kept over a day's close and in snapshots, and folds to the same state", () => {
    story.does(booking("a", "17:00"));
    story.does(booking("b", "10:00", TOMORROW));
    story.at("17:20").does({ type: "close-day" });
    expect(canonical(readSnapshot(writeSnapshot(story.state)), story.now)).toEqual(canonical(story.state, story.now));
    expect(canonical(folded(story.journal), story.now)).toEqual(canonical(story.state, story.now));
  });

  it("is not there in snapshots written before there were bookings, and they still load", () => {
    const { bookings: _, noShows: __, ...older } = JSON.parse(writeSnapshot(story.state)) as Record<string, unknown>;
    const read = readSnapshot(JSON.stringify(older));
    expect([read.bookings.size, read.noShows.size, read.seq]).toEqual([0, 0, story.state.seq]);
  });

  it("of a hidden service is the desk's to make, not a resident's", () => {
    story = new Story({ ...hall, hidden: ["civil"] });
    expect(story.refuses({ ...booking("a", "10:00"), by: "resident" } as ReturnType<typeof booking>)).toBe(
      "not-bookable",
    );
    expect(story.does(booking("a", "10:00"))).toEqual(["booking-made"]);
  });
});

describe("one open ticket for a person and service", () => {
  it("is all they get where the hall wants it, booked or not, until it has ended", () => {
    const story = new Story({ ...hall, rules: { onePerPerson: "service" } });
    story.issues("first", "civil", { personId: "person-of-a" });
    const again = { type: "issue", ticket: "second", service: "civil", class: "normal", reason: null } as const;
    const rest = { channel: "station", lang: "zh", matters: 1, personId: "person-of-a" } as const;
    expect(story.refusal({ ...again, ...rest })).toMatchObject({
      refused: "already-queued",
      detail: { number: "C001" },
    });
    story.does(booking("a", "10:00"));
    expect(story.at("09:40").refuses(checkIn("a"))).toBe("already-queued");
    expect(story.issues("other", "tax", { personId: "person-of-a" }).number).toBe("T001");
    expect(story.issues("nobody", "civil").number).toBe("C002");
    story.does({ type: "cancel", ticket: "first" });
    expect(story.does(checkIn("a"))).toEqual(["ticket-issued", "booking-checked-in"]);
  });

  it("does not matter to a hall that says nothing of it", () => {
    const story = new Story(hall);
    story.issues("first", "civil", { personId: "she" });
    expect(story.issues("second", "civil", { personId: "she" }).number).toBe("C002");
  });
});
