import { describe, expect, it } from "vitest";
import { calendarAlarm, unserved } from "../../../server/domain/alarms.ts";
import type { SmallHall } from "./small-hall.ts";
import { atCounter, instant, Story } from "./story.ts";

describe("an alarm", () => {
  const hall: SmallHall = {
    counters: { 1: [["a"]], 2: { tiers: [["c"]], presets: { tide: [["b", "c"]] } }, 3: [["b"]] },
  };

  it("tells of those whom no counter serves, and which counter could help by which preset", () => {
    const story = new Story(hall);
    story.issues("ben", "b");
    expect(unserved(story.state, story.now)).toEqual([]);
    story.closes(3);
    const help = (counter: number, preset: string | null) => [{ service: "b", waiting: 1, help: { counter, preset } }];
    expect(unserved(story.state, story.now)).toEqual(help(1, "everything"));
    story.issuesAll("a", "anna", "alf");
    expect(unserved(story.state, story.now)).toEqual(help(2, "tide"));
    story.closes(1);
    story.closes(2);
    expect(unserved(story.state, story.now)[1]).toEqual(help(3, null)[0]);
  });

  it("tells of those whose counters all pause, and which of them could open again", () => {
    const story = new Story({ counters: { 1: [["a"]], 2: [["b"]] } });
    const pause = (counter: number) =>
      story.does({ type: "pause", ...atCounter(counter), returnAt: null, note: "note" });
    story.issues("ben", "b");
    pause(2);
    expect(unserved(story.state, story.now)).toEqual([
      { service: "b", waiting: 1, help: { counter: 1, preset: "everything" } },
    ]);
    pause(1);
    expect(unserved(story.state, story.now)).toEqual([
      { service: "b", waiting: 1, help: { counter: 2, preset: null } },
    ]);
    story.opens(2);
    expect(unserved(story.state, story.now)).toEqual([]);
  });

  it("keeps quiet of a service that is stopped", () => {
    const story = new Story(hall);
    story.closes(3);
    story.issues("ben", "b");
    story.does({ type: "stop-service", service: "b", until: null, note: "note" });
    expect(unserved(story.state, story.now)).toEqual([]);
  });

  it("tells that the calendar ends, and that it does not know today", () => {
    const story = new Story({ ...hall, calendar: { holidays: "CN" } });
    const years = { 2026: { holidays: ["2026-10-01"], workdays: [] } };
    expect(calendarAlarm(story.state, story.now)).toEqual({ knownUntil: "2025-12-31", isTodayKnown: false });
    story.happened({ type: "calendar-read", v: 1, at: story.now, by: "hub", country: "CN", source: "test", years });
    expect(calendarAlarm(story.state, story.now)).toBeNull();
    const december = instant("09:00", "2026-12-02");
    expect(calendarAlarm(story.state, december)).toEqual({ knownUntil: "2026-12-31", isTodayKnown: true });
    story.does({ type: "import-calendar", year: "2027", list: { holidays: ["2027-01-01"], workdays: [] } });
    expect(calendarAlarm(story.state, december)).toBeNull();
  });
});
