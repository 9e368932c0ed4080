import { describe, expect, it } from "vitest";
import type { SmallHall } from "./small-hall.ts";
import { instant, Story } from "./story.ts";

const hours = [
  ["08:30", "12:00"],
  ["13:30", "17:30"],
] as const;
const hall = (settings: Partial<SmallHall> = {}): SmallHall => ({ counters: { 1: [["a", "b"]] }, hours, ...settings });
const issue = (ticket: string, service = "a", channel: "station" | "desk" | "booking" = "station") =>
  ({
    type: "issue",
    ticket,
    service,
    class: "normal",
    reason: null,
    channel,
    lang: "zh",
    matters: 1,
    personId: null,
  }) as const;

describe("numbers outside hours", () => {
  it.each([
    ["07:59", "08:30"],
    ["12:00", "13:30"],
    ["13:29", "13:30"],
  ])("are refused at %s with when it opens", (time, next) => {
    const story = new Story(hall()).at(time);
    expect(story.refusal(issue("anna"))).toEqual({
      refused: "outside-hours",
      detail: { nextOpening: instant(next) },
    });
  });

  it("are refused in the evening until tomorrow, and to a service of narrower hours while the hall is open", () => {
    const day = [["09:00", "10:00"]];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    const story = new Story(hall({ settings: { b: { hours: week } } })).at("11:00");
    story.issues("anna", "a");
    const tomorrow = (time: string) => ({ nextOpening: instant(time, "2026-11-26") });
    expect(story.refusal(issue("beth", "b"))).toEqual({ refused: "outside-hours", detail: tomorrow("09:00") });
    expect(story.at("17:30").refusal(issue("carl"))).toEqual({ refused: "outside-hours", detail: tomorrow("08:30") });
  });

  it("are given until so many minutes before a period closes, of a service's own period too", () => {
    const story = new Story(hall({ lastTicketMinutes: 15 })).at("11:44:59");
    story.issues("anna", "a");
    expect(story.at("11:45").refuses(issue("beth"))).toBe("outside-hours");
  });

  it("are given at any hour where a demonstration asks so", () => {
    const story = new Story(hall()).at("23:00");
    expect(story.does({ ...issue("anna"), anyHour: true })).toEqual(["ticket-issued"]);
  });
});

describe("a quota", () => {
  it("of a period is full again in the next", () => {
    const story = new Story(hall({ settings: { a: { quota: { period: 2 } } } }));
    story.issuesAll("a", "anna", "alf");
    story.issues("ben", "b");
    expect(story.refusal(issue("ada"))).toEqual({
      refused: "quota-reached",
      detail: { nextOpening: instant("13:30") },
    });
    story.at("14:00").issuesAll("a", "ada", "abe");
    expect(story.refusal(issue("asa"))).toEqual({
      refused: "quota-reached",
      detail: { nextOpening: instant("08:30", "2026-11-26") },
    });
  });

  it("of a day is full until another day, cancelled numbers counted", () => {
    const story = new Story(hall({ settings: { a: { quota: { day: 1 } } } }));
    story.issues("anna", "a");
    story.does({ type: "cancel", ticket: "anna" });
    expect(story.refusal(issue("alf"))).toEqual({
      refused: "quota-reached",
      detail: { nextOpening: instant("08:30", "2026-11-26") },
    });
    story.at("09:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    expect(story.does(issue("ada"))).toEqual(["ticket-issued"]);
  });

  it("of a channel leaves the others theirs; beside a period's it is of the period", () => {
    const story = new Story(hall({ settings: { a: { quota: { period: 4, byChannel: { station: 1 } } } } }));
    story.issues("anna", "a");
    expect(story.refuses(issue("alf"))).toBe("quota-reached");
    expect(story.does(issue("alf", "a", "desk"))).toEqual(["ticket-issued"]);
    expect(story.at("14:00").does(issue("ada"))).toEqual(["ticket-issued"]);
  });

  it("of a channel alone is of the day", () => {
    const story = new Story(hall({ settings: { a: { quota: { byChannel: { station: 1 } } } } }));
    story.issues("anna", "a");
    expect(story.at("14:00").refusal(issue("alf"))).toEqual({
      refused: "quota-reached",
      detail: { nextOpening: instant("08:30", "2026-11-26") },
    });
  });
});
