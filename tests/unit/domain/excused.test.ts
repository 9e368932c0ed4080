import { beforeEach, describe, expect, it } from "vitest";
import type { EventType } from "../../../server/domain/events.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { canonical, folded } from "./canonical.ts";
import type { SmallHall } from "./small-hall.ts";
import { instant, Story } from "./story.ts";

const TODAY = "2026-11-25";
const TOMORROW = "2026-11-26";
const hall: SmallHall = {
  counters: { 1: [["civil", "tax"]] },
  settings: { civil: { bookable: true, bookingSlotMinutes: 60, bookingPerSlot: 2 }, tax: { bookable: true } },
};
const book = (name: string, start: string, { date = TODAY, service = "civil" } = {}) =>
  ({
    type: "book",
    booking: name,
    personId: `person-of-${name}`,
    service,
    start: instant(start, date),
    channel: "phone",
    lang: "zh",
  }) as const;
const stop = (until: string | null = null) =>
  ({ type: "stop-service", service: "civil", until: until === null ? null : instant(until), note: "note" }) as const;

describe("a booking that nobody came to", () => {
  let story: Story;

  const misses = (): EventType[] => story.does({ type: "miss-bookings" });
  const blamed = (): string[] => [...story.state.noShows.keys()];
  const turns = (date: string): EventType[] => story.does({ type: "turn-day", date });

  beforeEach(() => {
    story = new Story(hall, "08:00");
  });

  it("counts against nobody where that day has become a holiday meanwhile, though the hub runs on it", () => {
    story.does(book("a", "10:00", { date: TOMORROW }));
    story.does(book("b", "17:00", { date: TOMORROW }));
    const { hall: loaded } = story.state;
    if (!loaded) throw new Error("the hall is loaded");
    const file = { ...loaded.file, hall: { ...loaded.file.hall, calendar: { closed: [TOMORROW] } } };
    story.does({ type: "load-hall", hall: file });
    story.at("00:00", TOMORROW);
    turns(TOMORROW);
    story.at("10:16", TOMORROW);
    expect(misses()).toEqual(["booking-missed"]);
    expect(turns("2026-11-27")).toContain("booking-missed");
    expect(blamed()).toEqual([]);
  });

  it("counts against nobody while the service is stopped, or where it was when they should have come", () => {
    for (const [name, time] of [
      ["before", "09:00"],
      ["during", "10:00"],
      ["since", "11:00"],
      ["after", "12:00"],
    ] as const)
      story.does(book(name, time));
    story.at("09:16");
    misses();
    story.at("09:50").does(stop());
    story.at("10:16");
    misses();
    story.at("11:05").does({ type: "resume-service", service: "civil" });
    story.at("12:16");
    misses();
    expect(blamed()).toEqual(["person-of-before", "person-of-after"]);
  });

  it("counts where another service was stopped", () => {
    story.does(book("a", "10:00", { service: "tax" }));
    story.does(stop());
    story.at("10:16");
    misses();
    expect(blamed()).toEqual(["person-of-a"]);
  });

  it("is excused by a stop that was given another reason in between, and by one told of before a snapshot", () => {
    story.does(book("a", "10:00"));
    story.at("09:50").does(stop("10:05"));
    story.at("10:02").does(stop("10:04"));
    story.at("10:04").does({ type: "resume-due" });
    story.does({ type: "close-day" });
    expect(blamed()).toEqual([]);
    expect(canonical(readSnapshot(writeSnapshot(story.state)), story.now)).toEqual(canonical(story.state, story.now));
    expect(canonical(folded(story.journal), story.now)).toEqual(canonical(story.state, story.now));
  });

  it("counts against nobody where the hub began its day after the slot, or did not run that day", () => {
    story.does(book("away", "10:00", { date: TOMORROW }));
    story.does(book("morning", "09:00", { date: "2026-11-27" }));
    story.does(book("noon", "12:00", { date: "2026-11-27" }));
    story.at("11:00", "2026-11-27");
    turns("2026-11-27");
    misses();
    story.at("12:16", "2026-11-27");
    misses();
    expect(blamed()).toEqual(["person-of-noon"]);
  });

  it("counts against nobody who is here with a number taken without it, but where that was given up", () => {
    story.does(book("a", "10:00"));
    story.does(book("b", "10:00"));
    story.does(book("c", "10:00", { service: "tax" }));
    story.issues("of-a", "civil", { personId: "person-of-a" });
    story.issues("of-b", "civil", { personId: "person-of-b" });
    story.issues("of-c", "civil", { personId: "person-of-c" });
    story.does({ type: "cancel", ticket: "of-b" });
    story.does({ type: "add-service", ticket: "of-c", service: "tax", now: false, clerk: "clerk-1" });
    story.at("10:16");
    expect(misses()).toHaveLength(3);
    expect(blamed()).toEqual(["person-of-b"]);
  });

  it("knows of no stop that is over in snapshots written before they were kept", () => {
    const { today, ...older } = JSON.parse(writeSnapshot(story.state)) as { today: Record<string, unknown> };
    const { stops: _, ...before } = today;
    expect(readSnapshot(JSON.stringify({ ...older, today: before })).today.stops).toEqual([]);
  });
});
