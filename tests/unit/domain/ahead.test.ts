import { describe, expect, it } from "vitest";
import { nextToBeReady } from "../../../server/domain/ahead.ts";
import { atCounter, Story } from "./story.ts";

describe("how many are ahead", () => {
  it("counts those who would be called before, in the order in which they would", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "n1", "n2", "n3");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    hall.issues("soldier", "a", { class: "statutory" });
    const ahead = ["soldier", "c1", "c2", "n1", "c3", "n2", "n3"].map((name) => hall.ahead(name));
    expect(ahead).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("counts from where the counter's run stands", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("n1", "a");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    hall.callsNext(1);
    hall.finishes(1);
    expect([hall.ahead("c2"), hall.ahead("n1"), hall.ahead("c3")]).toEqual([0, 1, 2]);
  });

  it("counts the tiers before one's own, and those who wait by name", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]], 2: [["c"]] } });
    hall.issues("named", "c");
    hall.callsNext(2);
    hall.transfers(2, { counter: 1 });
    hall.issuesAll("a", "a1", "a2");
    hall.issues("bo", "b");
    expect([hall.ahead("named"), hall.ahead("a1"), hall.ahead("bo")]).toEqual([0, 1, 3]);
  });

  it("counts overflow: who has waited long stands among the first tier", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(31);
    hall.issuesAll("a", "a1");
    expect([hall.ahead("bo"), hall.ahead("a1")]).toEqual([0, 1]);
  });

  it("is the fewest of all counters at work", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]], 2: [["b"]] } });
    hall.issuesAll("a", "a1", "a2");
    hall.issuesAll("b", "b1", "b2");
    expect(hall.ahead("b2")).toBe(1);
    hall.closes(2);
    expect(hall.ahead("b2")).toBe(3);
  });

  it("asks the closed counters where none is at work", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "a1", "a2");
    hall.closes(1);
    expect(hall.ahead("a2")).toBe(1);
  });

  it("counts one's own line where no counter lists the service", () => {
    const hall = new Story({ services: { a: "A", lost: "L" }, counters: { 1: [["a"]] } });
    hall.issuesAll("lost", "l1", "l2", "l3");
    expect(hall.ahead("l3")).toBe(2);
  });

  it("is not said of an appointment until it is due, nor of anybody who does not wait", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.checksIn("booked", "a", "09:30");
    hall.issues("anna", "a");
    expect([hall.ahead("booked"), hall.ahead("anna")]).toEqual([null, 0]);
    hall.at("09:30");
    expect([hall.ahead("booked"), hall.ahead("anna")]).toEqual([0, 1]);
    hall.callsNext(1);
    expect(hall.ahead("booked")).toBeNull();
  });
});

describe("who should be ready", () => {
  const ready = (hall: Story, limit = 2): string[] =>
    nextToBeReady(hall.state, hall.now, limit).map(({ ticket }) => ticket);

  it("are those the open counters would call next, each once", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]], 3: [["b"]] } });
    hall.issuesAll("a", "a1", "a2");
    hall.issues("bo", "b");
    expect(ready(hall)).toEqual(["a1", "bo"]);
  });

  it("are none of those whom only closed or paused counters would call", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["b"]] } });
    hall.issues("anna", "a");
    hall.issues("bo", "b");
    hall.closes(1);
    hall.does({ type: "pause", ...atCounter(2), returnAt: null, note: "note" });
    expect(ready(hall)).toEqual([]);
  });
});
