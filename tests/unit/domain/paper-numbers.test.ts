import { describe, expect, it } from "vitest";
import { numbersGiven } from "../../../server/domain/numbering.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import { smallHall } from "./small-hall.ts";
import { instant, Story } from "./story.ts";

describe("paper numbers", () => {
  const paper = (...items: readonly (readonly [string, string, string])[]) =>
    ({
      type: "issue-paper",
      lang: "zh",
      items: items.map(([number, service, takenAt]) => ({
        ticket: `paper-${number}`,
        number,
        service,
        takenAt: instant(takenAt),
      })),
    }) as const;

  it("stand where their time puts them, whenever they are entered", () => {
    const story = new Story({ counters: { 1: [["a"]] } }).at("09:30");
    story.issues("anna", "a");
    story.at("10:00").issues("alf", "a");
    story.does(paper(["P002", "a", "09:40"], ["P001", "a", "09:20"]));
    expect(story.callsAll(1)).toEqual(["paper-P001", "anna", "paper-P002", "alf"]);
    expect(story.ticket("paper-P001").issuedAt).toBe(instant("09:20"));
  });

  it("are all taken or none, and the wrong one is named", () => {
    const story = new Story({ counters: { 1: [["a"]] } });
    story.does(paper(["P001", "a", "08:50"]));
    const wrong = (...items: readonly (readonly [string, string, string])[]) => story.refusal(paper(...items));
    expect(wrong(["P002", "a", "08:50"], ["P001", "a", "08:55"])).toMatchObject({
      refused: "number-given",
      field: "items.1.number",
    });
    expect(wrong(["P003", "a", "08:50"], ["P003", "a", "08:55"])).toMatchObject({ field: "items.1.number" });
    expect(wrong(["A007", "a", "08:50"])).toEqual({ refused: "invalid-request", field: "items.0.number" });
    expect(wrong(["P004", "x", "08:50"])).toEqual({ refused: "not-found", field: "items.0.service" });
    expect(wrong(["P004", "a", "09:10"])).toEqual({ refused: "invalid-request", field: "items.0.takenAt" });
    expect(wrong(["P4", "a", "08:50"])).toEqual({ refused: "invalid-request", field: "items.0.number" });
    expect(story.state.tickets.size).toBe(1);
    story.issues("anna", "a");
    expect(story.ticket("anna").number).toBe("A001");
  });

  it("are given once in a day, and none after its close, which keeps them", () => {
    const story = new Story({ counters: { 1: [["a"]] }, expireAt: "18:00" });
    story.does(paper(["P001", "a", "08:50"]));
    expect(story.refuses(paper(["P001", "a", "08:55"]))).toBe("number-given");
    story.at("18:00").does({ type: "close-day" });
    const kept = readSnapshot(writeSnapshot(story.state));
    expect(kept.today.paper).toEqual(new Map([["P", new Set([1])]]));
    expect(story.refuses(paper(["P002", "a", "17:50"]))).toBe("outside-hours");
  });

  it("are given once on a date that comes again, and any other of the block can still be entered", () => {
    const story = new Story({ counters: { 1: [["a"]] } }).at("10:00");
    story.does(paper(["P007", "a", "09:40"]));
    const before = numbersGiven(story.journal);
    story.does({ type: "confirm-clock", machine: instant("09:30"), date: "2026-11-25", ...before });
    story.at("09:50");
    expect(story.refuses(paper(["P007", "a", "09:40"]))).toBe("number-given");
    expect(story.does(paper(["P003", "a", "09:20"]))).toEqual(["ticket-issued"]);
  });

  it("keep their own where the hub gives their prefix from a new hall file on, whether it comes before or after", () => {
    const story = new Story({ services: { a: "A" }, counters: { 1: [["a"]] } });
    const withPrefix = (prefix: string) =>
      ({ type: "load-hall", hall: smallHall({ services: { a: prefix }, counters: { 1: [["a"]] } }) }) as const;
    story.does(paper(["P002", "a", "08:50"]));
    story.does(withPrefix("P"));
    expect(story.issues("anna", "a").number).toBe("P003");
    story.does(withPrefix("A"));
    expect(story.refuses(paper(["P003", "a", "08:55"]))).toBe("number-given");
  });
});
