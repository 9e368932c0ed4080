import { describe, expect, it } from "vitest";
import { slotsOn } from "../../../server/domain/slots.ts";
import { standingOf } from "../../../server/domain/opening.ts";
import type { HallService } from "../../../shared/wire/hall-file.ts";
import type { SmallHall } from "./small-hall.ts";
import { instant, Story } from "./story.ts";

const TODAY = "2026-11-25";
const TOMORROW = "2026-11-26";
const twice = [
  ["08:00", "12:00"],
  ["13:00", "17:00"],
] as const;

function hallWith(quota: HallService["quota"], more: Partial<SmallHall> = {}): Story {
  const civil = { bookable: true, bookingSlotMinutes: 60, bookingPerSlot: 5, ...(quota && { quota }) };
  return new Story({ counters: { 1: [["civil"]] }, settings: { civil }, ...more }, "08:30");
}

function free(story: Story, date = TODAY): Record<string, number> {
  const { hall } = story.state;
  const service = hall?.services.get("civil");
  if (!hall || !service) throw new Error("the hall is loaded");
  const slots = slotsOn(story.state, { hall, service, date, now: story.now });
  return Object.fromEntries(slots.map(({ start, free: left }) => [wall(start), left]));
}

const wall = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);

const book = (name: string, start: string, date = TODAY) =>
  ({
    type: "book",
    booking: name,
    personId: `person-of-${name}`,
    service: "civil",
    start: instant(start, date),
    channel: "phone",
    lang: "zh",
  }) as const;

const walkIn = (ticket: string) =>
  ({
    type: "issue",
    ticket,
    service: "civil",
    class: "normal",
    reason: null,
    channel: "station",
    lang: "zh",
    matters: 1,
    personId: null,
  }) as const;

function quotaLeft(story: Story, channel?: "station" | "desk"): number | null {
  const service = story.state.hall?.services.get("civil");
  if (!service) throw new Error("the hall is loaded");
  return standingOf(story.state, service, { now: story.now, anyHour: false, ...(channel && { channel }) }).quotaLeft;
}

describe("a quota with bookings of the same day", () => {
  it("offers no slot once all numbers of the day are given", () => {
    const story = hallWith({ day: 4 });
    for (const name of ["a", "b", "c"]) story.issues(name, "civil");
    expect(free(story)["10:00"]).toBe(1);
    story.issues("d", "civil");
    expect(new Set(Object.values(free(story)))).toEqual(new Set([0]));
    expect(story.refuses(book("e", "10:00"))).toBe("slot-full");
    expect(free(story, TOMORROW)["10:00"]).toBe(2);
  });

  it("of a period counts the numbers given in that period alone", () => {
    const story = hallWith({ period: 4 }, { hours: twice });
    for (const name of ["a", "b", "c", "d"]) story.issues(name, "civil");
    expect(free(story)).toMatchObject({ "10:00": 0, "11:00": 0, "13:00": 2, "16:00": 2 });
  });

  it("never gives more numbers than it has, whoever was first", () => {
    const story = hallWith({ day: 4 });
    story.does(book("e", "10:00"));
    for (const name of ["a", "b", "c"]) story.issues(name, "civil");
    expect(story.refuses(walkIn("d"))).toBe("quota-reached");
    expect(story.refuses(book("f", "10:00"))).toBe("slot-full");
    story.at("09:45").does({ type: "check-in", booking: "e", ticket: "of-e", lang: null });
    expect(story.state.issued.get("civil")).toBe(4);
    expect(story.refuses(book("f", "11:00"))).toBe("slot-full");
  });

  it("lets a booking of a day that is full be moved within it", () => {
    const story = hallWith({ day: 4 });
    story.does(book("e", "10:00"));
    for (const name of ["a", "b", "c"]) story.issues(name, "civil");
    expect(story.does({ type: "move-booking", booking: "e", start: instant("14:00") })).toEqual(["booking-moved"]);
  });
});

describe("the quota of the channel of bookings", () => {
  it("is of a period where the service has a quota a period", () => {
    const story = hallWith({ period: 20, byChannel: { booking: 2 } }, { hours: twice });
    for (const name of ["a", "b"]) story.does(book(name, "09:00", TOMORROW));
    expect(free(story, TOMORROW)).toMatchObject({ "09:00": 0, "11:00": 0, "13:00": 2, "16:00": 2 });
  });

  it("is of the day without one", () => {
    const story = hallWith({ day: 20, byChannel: { booking: 2 } }, { hours: twice });
    for (const name of ["a", "b"]) story.does(book(name, "09:00", TOMORROW));
    expect(new Set(Object.values(free(story, TOMORROW)))).toEqual(new Set([0]));
  });

  it("of nothing at all offers nothing", () => {
    const story = hallWith({ period: 20, byChannel: { booking: 0 } }, { hours: twice });
    expect(new Set(Object.values(free(story, TOMORROW)))).toEqual(new Set([0]));
  });
});

describe("what is told of a quota", () => {
  it("is what the channel that is asked for has left", () => {
    const story = hallWith({ day: 20, byChannel: { station: 1 } });
    expect([quotaLeft(story), quotaLeft(story, "station"), quotaLeft(story, "desk")]).toEqual([20, 1, 20]);
    story.issues("a", "civil");
    expect([quotaLeft(story), quotaLeft(story, "station"), quotaLeft(story, "desk")]).toEqual([19, 0, 19]);
  });
});
