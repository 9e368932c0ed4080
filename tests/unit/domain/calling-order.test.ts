import { describe, expect, it } from "vitest";
import { canonical, folded } from "./canonical.ts";
import { atCounter, Story } from "./story.ts";

describe("who is next: by name before all", () => {
  it("takes those transferred to this counter by name first, oldest transfer first", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"], ["b"]] } });
    hall.issuesAll("a", "first", "second", "third");
    hall.callsNext(1);
    hall.transfers(1, { counter: 2 });
    hall.callsNext(1);
    hall.transfers(1, { counter: 2 });
    hall.issues("soldier", "a", { class: "statutory" });
    expect(hall.callsAll(2)).toEqual(["first", "second", "soldier", "third"]);
  });

  it("leaves those who wait for another counter by name alone", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]], 3: [["a"]] } });
    hall.issues("anna", "a");
    hall.callsNext(1);
    hall.transfers(1, { counter: 2 });
    expect(hall.callsNext(3)).toBeNull();
    expect(hall.callsNext(2)).toBe("anna");
  });

  it("serves by name a resident whose service the counter does not list", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["b"]] } });
    hall.issues("anna", "a");
    hall.callsNext(1);
    hall.transfers(1, { counter: 2 });
    expect(hall.callsNext(2)).toBe("anna");
  });

  it("sends those who waited by name back to their service when the counter closes, by the instant they were issued", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issuesAll("a", "first", "second", "third");
    hall.callsNext(1);
    hall.callsNext(2);
    hall.transfers(1, { counter: 2 });
    hall.finishes(2);
    hall.passes(5);
    hall.issues("fourth", "a");
    hall.closes(2);
    expect(hall.callsAll(1)).toEqual(["first", "third", "fourth"]);
  });
});

describe("who is next: tiers", () => {
  it("looks into a lower tier only when the one before it has nobody", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"], ["c"]] } });
    hall.issues("carl", "c", { class: "statutory" });
    hall.issues("bo", "b", { class: "courtesy" });
    hall.issues("anna", "a");
    expect(hall.callsAll(1)).toEqual(["anna", "bo", "carl"]);
  });

  it("takes services of one tier together, by the instant of joining", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] } });
    hall.issues("first", "b");
    hall.issues("second", "a");
    hall.issues("third", "b");
    expect(hall.callsAll(1)).toEqual(["first", "second", "third"]);
  });

  it("never takes a service that the counter does not list", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["b"]] } });
    hall.issues("bo", "b");
    hall.passes(31);
    expect(hall.callsNext(1)).toBeNull();
  });

  it("narrows to one service by the same order where a clerk asks for it", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("anna", "a");
    hall.issues("bo", "b");
    hall.issues("old-bo", "b", { class: "courtesy" });
    expect(hall.callsNext(1, "b")).toBe("old-bo");
  });
});

describe("who is next: overflow", () => {
  it("takes one who has waited longer than the limit into the first tier of every counter that lists the service", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(20);
    hall.issues("anna", "a");
    hall.passes(10, 1);
    expect(hall.callsAll(1)).toEqual(["bo", "anna"]);
  });

  it("does not yet at the limit itself", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(30);
    hall.issues("anna", "a");
    expect(hall.callsAll(1)).toEqual(["anna", "bo"]);
  });

  it("does not where somebody has looked by a clock that ran ahead and is set right", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(25);
    hall.issues("anna", "a");
    const journal = canonical(folded(hall.journal), hall.now);
    hall.passes(9).ahead("bo");
    hall.passes(-9);
    expect(canonical(hall.state, hall.now)).toEqual(journal);
    expect(hall.callsAll(1)).toEqual(["anna", "bo"]);
  });

  it("counts from the present leg, not from when the number was taken", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]], 2: [["b"]] } });
    hall.issues("anna", "a");
    hall.passes(25);
    hall.callsNext(1);
    hall.transfers(1, { service: "b", position: "issued" });
    hall.passes(10);
    hall.issues("alf", "a");
    expect(hall.callsNext(1)).toBe("alf");
  });

  it("counts from the return of one who was missed, lest absence let them pass those they were put behind", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]], 2: [["b"]] } });
    hall.issues("late", "b");
    hall.misses(2, "late");
    hall.passes(25);
    hall.issuesAll("b", "b1", "b2", "b3");
    hall.requeues("late");
    hall.passes(10);
    hall.issues("anna", "a");
    expect(hall.callsAll(1)).toEqual(["anna", "b1", "b2", "b3", "late"]);
  });

  it("keeps one overflowed in its own tier at a counter that says overflow: false", () => {
    const hall = new Story({ counters: { 1: { tiers: [["a"], ["b"]], overflow: false }, 2: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(31);
    hall.issuesAll("a", "anna", "alf");
    expect(hall.callsNext(1)).toBe("anna");
    expect(hall.callsNext(2)).toBe("bo");
  });

  it("puts class before the length of the wait among those overflowed too", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(31);
    hall.issues("soldier", "a", { class: "statutory" });
    expect(hall.callsAll(1)).toEqual(["soldier", "bo"]);
  });
});

describe("who is next: appointments", () => {
  it("calls one not yet due only when the counter has no other at all", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.checksIn("booked", "a", "09:30");
    hall.issues("bo", "b");
    expect(hall.callsAll(1)).toEqual(["bo", "booked"]);
  });

  it("calls one that is due before courtesy and normal, whatever came first", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] } });
    hall.issues("anna", "a");
    hall.issues("grandma", "b", { class: "courtesy" });
    hall.checksIn("booked", "a", "09:30");
    hall.at("09:30");
    expect(hall.callsAll(1)).toEqual(["booked", "grandma", "anna"]);
  });

  it("keeps one that was served early waiting for no slot where it is handed on", () => {
    for (const hand of ["transferred", "next service", "taken back"] as const) {
      const hall = new Story({ counters: { 1: [["a"]], 2: [["b"]] } }, "09:35");
      hall.checksIn("early", "a", "10:00");
      expect(hall.callsNext(1)).toBe("early");
      hall.starts(1);
      hall.issues("normal", "b");
      if (hand === "transferred") hall.transfers(1, { service: "b", position: "front" });
      else hall.does({ type: "add-service", ticket: "early", service: "b", now: false, clerk: "clerk-1" });
      if (hand !== "transferred") hall.finishes(1);
      hall.passes(1);
      expect(hall.ahead("early")).toBe(0);
      expect(hall.callsNext(2)).toBe("early");
      if (hand !== "taken back") continue;
      hall.does({ type: "undo", ...atCounter(2) });
      expect(hall.callsNext(2)).toBe("early");
    }
  });

  it("takes those due by their slot, not by who checked in first", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.checksIn("later", "a", "09:40");
    hall.checksIn("sooner", "a", "09:20");
    hall.at("10:00");
    expect(hall.callsAll(1)).toEqual(["sooner", "later"]);
  });

  it("does not take one for due because somebody has looked by a clock that ran ahead", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, rules: { overflowMinutes: 20 } }, "09:40");
    hall.checksIn("nine", "a", "09:50");
    hall.checksIn("ten", "a", "10:00");
    hall.issues("normal", "a");
    const journal = canonical(folded(hall.journal), hall.now);
    hall.at("10:01").ahead("ten");
    hall.at("09:41");
    expect(canonical(hall.state, hall.now)).toEqual(journal);
    expect(hall.ahead("ten")).toBeNull();
    expect(hall.callsAll(1)).toEqual(["normal", "nine", "ten"]);
  });

  it("takes the sooner slot first where only appointments not yet due wait", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] } });
    hall.checksIn("later", "a", "09:40");
    hall.checksIn("sooner", "b", "09:20");
    expect(hall.callsAll(1)).toEqual(["sooner", "later"]);
  });
});

describe("who is next: class", () => {
  it("goes statutory, due appointment, courtesy, normal, whatever the service", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] }, rules: { priorityRun: 9 } });
    hall.issues("anna", "a");
    hall.issues("grandma", "b", { class: "courtesy" });
    hall.checksIn("booked", "a", "09:00");
    hall.issues("soldier", "b", { class: "statutory" });
    expect(hall.callsAll(1)).toEqual(["soldier", "booked", "grandma", "anna"]);
  });

  it("lets a normal one in after two priority ones in a row", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "n1", "n2");
    for (const name of ["c1", "c2", "c3", "c4", "c5"]) hall.issues(name, "a", { class: "courtesy" });
    expect(hall.callsAll(1)).toEqual(["c1", "c2", "n1", "c3", "c4", "n2", "c5"]);
  });

  it("counts appointments and courtesy together", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    hall.checksIn("booked", "a", "09:00");
    hall.issues("grandma", "a", { class: "courtesy" });
    hall.issues("grandpa", "a", { class: "courtesy" });
    expect(hall.callsAll(1)).toEqual(["booked", "grandma", "anna", "grandpa"]);
  });

  it("goes on with priority ones while no normal candidate waits", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    expect(hall.callsAll(1)).toEqual(["c1", "c2", "c3", "bo"]);
  });

  it("lets statutory ones neither wait for the run nor count in it", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    hall.callsNext(1);
    hall.finishes(1);
    hall.issues("soldier", "a", { class: "statutory" });
    expect(hall.callsNext(1)).toBe("soldier");
    hall.finishes(1);
    expect(hall.callsNext(1)).toBe("c2");
    hall.finishes(1);
    hall.issues("sailor", "a", { class: "statutory" });
    expect(hall.callsAll(1)).toEqual(["sailor", "anna", "c3"]);
  });

  it("does not count calls by number in the run", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    hall.calls(1, "c3");
    hall.finishes(1);
    expect(hall.callsAll(1)).toEqual(["c1", "c2", "anna"]);
  });

  it("does not end the run with a normal one called by number", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "anna", "alf");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    for (const _ of [1, 2]) {
      hall.callsNext(1);
      hall.finishes(1);
    }
    hall.calls(1, "alf");
    hall.finishes(1);
    expect(hall.callsNext(1)).toBe("anna");
  });

  it("does not count a resume in the run", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("away", "a", { class: "courtesy" });
    hall.callsNext(1);
    hall.starts(1);
    hall.holds(1);
    hall.issues("anna", "a");
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    hall.does({ type: "resume", counter: 1, clerk: "clerk-1", ticket: "away" });
    hall.finishes(1);
    expect(hall.callsAll(1)).toEqual(["c1", "anna", "c2", "c3"]);
  });

  it("forgets the run with a new day", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    for (const name of ["c1", "c2"]) hall.issues(name, "a", { class: "courtesy" });
    hall.callsAll(1);
    hall.at("09:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    hall.opens(1);
    hall.issues("anna", "a");
    for (const name of ["c3", "c4", "c5"]) hall.issues(name, "a", { class: "courtesy" });
    expect(hall.callsAll(1)).toEqual(["c3", "c4", "anna", "c5"]);
  });

  it("keeps a run of its own at each counter", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    for (const name of ["c1", "c2", "c3"]) hall.issues(name, "a", { class: "courtesy" });
    hall.issues("anna", "a");
    for (const _ of [1, 2]) {
      hall.callsNext(1);
      hall.finishes(1);
    }
    expect(hall.callsNext(2)).toBe("c3");
    expect(hall.callsNext(1)).toBe("anna");
  });

  it("moves one whose class is changed, at the instant it had joined", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "first", "second");
    hall.passes(1);
    hall.issues("grandma", "a", { class: "courtesy" });
    hall.reclassifies("second", "courtesy");
    expect(hall.callsAll(1)).toEqual(["second", "grandma", "first"]);
  });
});

describe("who is next: position", () => {
  it("goes by the journal where two joined at the same instant", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] } });
    hall.issues("zoe", "b");
    hall.issues("anna", "a");
    expect(hall.callsAll(1)).toEqual(["zoe", "anna"]);
  });

  it("calls nobody who is held, missed, or gone", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issuesAll("a", "held", "missed", "gone");
    hall.callsNext(1);
    hall.starts(1);
    hall.holds(1);
    hall.misses(1, "missed");
    hall.does({ type: "cancel", ticket: "gone" });
    expect(hall.callsNext(2)).toBeNull();
  });
});
