import { describe, expect, it } from "vitest";
import { ticketNumber } from "../../../server/domain/numbering.ts";
import { Story } from "./story.ts";

const issue = (service: string, more: object = {}) =>
  ({
    type: "issue",
    ticket: "anna",
    service,
    class: "normal",
    reason: null,
    channel: "station",
    lang: "zh",
    matters: 1,
    personId: null,
    ...more,
  }) as const;

describe("a number", () => {
  it("is the prefix and three digits, and four after A999", () => {
    expect([1, 42, 999, 1000, 12345].map((sequence) => ticketNumber("A", sequence))).toEqual([
      "A001",
      "A042",
      "A999",
      "A1000",
      "A12345",
    ]);
  });

  it("goes up by one with each ticket of its prefix, whatever becomes of the tickets", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] } });
    const numbers = ["a1", "b1", "a2", "a3", "b2"].map((name) => hall.issues(name, name.slice(0, 1)).number);
    expect(numbers).toEqual(["A001", "B001", "A002", "A003", "B002"]);
    hall.does({ type: "cancel", ticket: "a3" });
    expect(hall.issues("a4", "a").number).toBe("A004");
  });

  it("goes on past A999", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.does({ type: "begin-epoch", epoch: "two", sequences: { A: 998 } });
    expect(["x", "y", "z"].map((name) => hall.issues(name, "a").number)).toEqual(["A999", "A1000", "A1001"]);
  });

  it("comes from one sequence where services share a prefix", () => {
    const hall = new Story({ services: { a: "M", b: "M" }, counters: { 1: [["a", "b"]] } });
    expect([hall.issues("x", "a").number, hall.issues("y", "b").number]).toEqual(["M001", "M002"]);
  });

  it("is never given for a service that is none, nor is one lost over it", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.refuses(issue("none"))).toBe("not-found");
    expect(hall.issues("x", "a").number).toBe("A001");
  });
});

describe("taking a number", () => {
  it("takes only reasons that the hall lists for the class", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.refuses(issue("a", { class: "courtesy", reason: "serviceperson" }))).toBe("invalid-request");
    expect(hall.refuses(issue("a", { class: "statutory", reason: "elderly" }))).toBe("invalid-request");
    expect(hall.refuses(issue("a", { class: "normal", reason: "elderly" }))).toBe("invalid-request");
    expect(hall.does(issue("a", { class: "statutory", reason: "serviceperson" }))).toEqual(["ticket-issued"]);
  });

  it("of a hidden service is for the desk alone", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, hidden: ["a"], rules: { phoneTickets: true } });
    for (const channel of ["station", "phone"]) expect(hall.refuses(issue("a", { channel }))).toBe("not-allowed");
    expect(hall.does(issue("a", { channel: "desk" }))).toEqual(["ticket-issued"]);
  });

  it("by phone needs the hall's leave and stops at its limit of open ones a service", () => {
    const closed = new Story({ counters: { 1: [["a"]] } });
    expect(closed.refuses(issue("a", { channel: "phone" }))).toBe("not-allowed");
    const hall = new Story({ counters: { 1: [["a", "b"]] }, rules: { phoneTickets: true, phoneOpenLimit: 2 } });
    for (const name of ["x", "y"]) hall.issues(name, "a", { channel: "phone" });
    expect(hall.refuses(issue("a", { channel: "phone" }))).toBe("phone-limit");
    expect(hall.issues("other-service", "b", { channel: "phone" }).state).toBe("waiting");
    expect(hall.issues("at-the-station", "a").state).toBe("waiting");
    hall.does({ type: "cancel", ticket: "x" });
    expect(hall.issues("z", "a", { channel: "phone" }).state).toBe("waiting");
  });
});

describe("giving a number up", () => {
  it("is possible while waiting, missed or held", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "held", "missed", "waiting");
    hall.callsNext(1);
    hall.starts(1);
    hall.holds(1);
    hall.misses(1, "missed");
    for (const ticket of ["held", "missed", "waiting"]) {
      expect(hall.does({ type: "cancel", ticket })).toEqual(["ticket-cancelled"]);
      expect(hall.ticket(ticket)).toMatchObject({ state: "cancelled", finishedAt: hall.now });
    }
    expect(hall.state.held.size).toBe(0);
  });

  it("is refused once called, and once over", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    hall.callsNext(1);
    expect(hall.refuses({ type: "cancel", ticket: "anna" })).toBe("ticket-not-waiting");
    hall.starts(1);
    expect(hall.refuses({ type: "cancel", ticket: "anna" })).toBe("ticket-not-waiting");
    hall.finishes(1);
    expect(hall.refuses({ type: "cancel", ticket: "anna" })).toBe("ticket-not-waiting");
    expect(hall.refuses({ type: "cancel", ticket: "nobody" })).toBe("not-found");
  });
});

describe("changing what staff know of a ticket", () => {
  it("changes the class while the visit is not over", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    hall.reclassifies("anna", "statutory");
    expect(hall.ticket("anna").class).toBe("statutory");
    hall.callsNext(1);
    hall.finishes(1);
    const again = { type: "reclassify", ticket: "anna", class: "normal", reason: null, note: null } as const;
    expect(hall.refuses(again)).toBe("ticket-not-waiting");
  });

  it("makes nobody an appointment who has none", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    const booked = { type: "reclassify", ticket: "anna", class: "appointment", reason: null, note: null } as const;
    expect(hall.refuses(booked)).toBe("invalid-request");
  });

  it("marks full assistance once", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    const assist = { type: "assist", ticket: "anna", assisted: true } as const;
    expect(hall.does(assist)).toEqual(["ticket-assisted"]);
    expect(hall.does(assist)).toEqual([]);
    expect(hall.ticket("anna").assisted).toBe(true);
  });
});
