import { describe, expect, it } from "vitest";
import type { IssueTicket } from "../../../server/domain/commands.ts";
import type { Outcome } from "../../../shared/domain/vocabulary.ts";
import { atCounter, Story } from "./story.ts";
import type { SmallHall } from "./small-hall.ts";

const hall: SmallHall = { counters: { 1: [["a", "b"]], 2: [["b", "c"]] } };

const add = (service: string, now = false, ticket = "one") =>
  ({ type: "add-service", ticket, service, now, clerk: "clerk-1" }) as const;

function legs(story: Story, name = "one"): [string, string][] {
  const { legs: begun, pending } = story.ticket(name);
  return [...begun, ...pending].map(({ service, state }) => [service, state]);
}

function served(more: Partial<IssueTicket> = {}, rules: SmallHall["rules"] = {}): Story {
  const story = new Story({ ...hall, rules });
  story.issues("one", "a", more);
  story.callsNext(1);
  story.starts(1);
  return story;
}

function finishes(
  story: Story,
  quantity: number | null = null,
  more: { outcome?: Outcome; next?: boolean } = {},
): void {
  const { outcome = "done", next = false } = more;
  story.does({ type: "finish", ...atCounter(1), ticket: null, arrived: false, outcome, quantity, next });
}

describe("several services in one visit", () => {
  it("come one after the other, with one number, before those who wait already", () => {
    const story = served();
    story.issuesAll("b", "other");
    story.does(add("b"));
    story.does(add("c"));
    expect(legs(story)).toEqual([
      ["a", "serving"],
      ["b", "pending"],
      ["c", "pending"],
    ]);
    story.passes(5);
    finishes(story);
    expect(legs(story)).toEqual([
      ["a", "finished"],
      ["b", "waiting"],
      ["c", "pending"],
    ]);
    expect([story.ticket("one").state, story.ahead("one")]).toEqual(["waiting", 0]);
    expect(story.ticket("one").legs[1]).toMatchObject({ queuedAt: story.now, calledAt: null });
    expect(story.callsNext(2)).toBe("one");
  });

  it.each([
    ["issued", ["one", "other"]],
    ["back", ["other", "one"]],
  ] as const)("join where the hall puts those handed on: %s", (transferPosition, order) => {
    const story = served({}, { transferPosition });
    story.passes(1);
    story.issuesAll("b", "other");
    story.does(add("b"));
    story.passes(1);
    finishes(story);
    expect(story.callsAll(2)).toEqual(order);
  });

  it("are served at once in the same hand where that is wanted, and the first one comes right after", () => {
    const story = served();
    story.does(add("c"));
    story.passes(3);
    expect(story.does(add("b", true))).toEqual(["ticket-service-added", "ticket-leg-begun"]);
    expect([story.ticket("one").state, story.ticket("one").service, story.counter(1).ticket]).toEqual([
      "serving",
      "b",
      "one",
    ]);
    expect(legs(story)).toEqual([
      ["b", "serving"],
      ["a", "pending"],
      ["c", "pending"],
    ]);
    story.passes(4);
    expect(story.does(add("a", true))).toEqual(["ticket-leg-begun"]);
    story.passes(2);
    finishes(story);
    expect(story.ticket("one").legs[0]).toMatchObject({ service: "a", servedMillis: 5 * 60_000, outcome: "done" });
    expect(legs(story)).toEqual([
      ["a", "finished"],
      ["b", "waiting"],
      ["c", "pending"],
    ]);
    expect(story.ticket("one").legs[1]?.servedMillis).toBe(4 * 60_000);
  });

  it("are put in another order, all of them or none", () => {
    const story = served();
    story.does(add("b"));
    story.does(add("c"));
    const order = (services: string[]) => ({ type: "order-legs", ticket: "one", order: services }) as const;
    for (const wrong of [["b"], ["b", "b"], ["b", "c", "c"], ["c", "b", "a"]])
      expect(story.refusal(order(wrong))).toMatchObject({ refused: "invalid-request", field: "order" });
    expect(story.does(order(["b", "c"]))).toEqual([]);
    story.does(order(["a", "c", "b"]));
    expect(legs(story).map(([service]) => service)).toEqual(["a", "c", "b"]);
  });

  it("are refused where they make no sense", () => {
    const story = served();
    expect(story.refusal(add("nothing"))).toMatchObject({ refused: "not-found", field: "service" });
    expect(story.refuses(add("a"))).toBe("service-in-visit");
    story.does(add("b"));
    expect(story.refuses(add("b"))).toBe("service-in-visit");
    expect(story.refuses({ ...add("c", true), clerk: "clerk-2" })).toBe("not-allowed");
    story.issues("two", "a");
    expect(story.refuses(add("b", true, "two"))).toBe("not-in-hand");
    story.does({ type: "cancel", ticket: "two" });
    expect(story.refuses(add("b", false, "two"))).toBe("ticket-not-waiting");
    expect(story.refuses(add("b", false, "nobody"))).toBe("not-found");
  });

  it("end with the visit that is given up, or whose resident has left", () => {
    const story = served();
    story.does(add("b"));
    finishes(story, null, { outcome: "left" });
    expect([story.ticket("one").state, legs(story)[1]]).toEqual(["finished", ["b", "cancelled"]]);

    story.issues("two", "a");
    story.does(add("b", false, "two"));
    story.does({ type: "cancel", ticket: "two" });
    expect(legs(story, "two")).toEqual([
      ["a", "cancelled"],
      ["b", "cancelled"],
    ]);
  });

  it("keeps a service that somebody's visit still needs", () => {
    const story = served();
    story.does(add("c"));
    finishes(story, null, { outcome: "left" });
    story.issues("two", "a");
    story.does(add("c", false, "two"));
    const file = story.state.hall?.file;
    if (!file) throw new Error("a story has a hall");
    const services = file.services.filter(({ id }) => id !== "c");
    expect(story.refusal({ type: "load-hall", hall: { ...file, services } })).toMatchObject({
      refused: "still-needed",
    });
  });

  it("goes on to a service still to come when it is sent there, not to it twice", () => {
    const story = served();
    story.does(add("b"));
    story.transfers(1, { service: "b" });
    expect(legs(story)).toEqual([
      ["a", "transferred"],
      ["b", "waiting"],
    ]);
  });

  it("calls the same resident with the end of the leg where the order says so", () => {
    const story = served();
    story.issuesAll("b", "other");
    story.does(add("b"));
    finishes(story, null, { next: true });
    expect([story.counter(1).ticket, story.ticket("one").state, story.ticket("one").service]).toEqual([
      "one",
      "called",
      "b",
    ]);
    story.does({ type: "undo", ...atCounter(1) });
    expect([story.ticket("one").state, story.ticket("one").service, story.counter(1).ticket]).toEqual([
      "serving",
      "a",
      "one",
    ]);
    expect(legs(story)).toEqual([
      ["a", "serving"],
      ["b", "pending"],
    ]);
  });
});

describe("more files than one turn allows", () => {
  it("are done in turns: the rest waits at the back, with the same number", () => {
    const story = served({ matters: 5 });
    story.issuesAll("a", "other");
    story.passes(1);
    const { number } = story.ticket("one");
    finishes(story, 3, { next: true });
    expect(story.ticket("one")).toMatchObject({ number, state: "waiting", matters: 2, service: "a" });
    expect(story.counter(1).ticket).toBe("other");
    story.finishes(1);
    expect(story.callsNext(1)).toBe("one");
    story.starts(1);
    finishes(story, 2);
    expect(story.ticket("one").state).toBe("finished");
    expect(legs(story)).toEqual([
      ["a", "finished"],
      ["a", "finished"],
    ]);
  });

  it("counts as many as one turn allows where nobody says how many were done", () => {
    const story = served({ matters: 4 });
    finishes(story);
    expect(story.ticket("one")).toMatchObject({ state: "waiting", matters: 1 });
  });

  it("are never more than that in one turn; and fewer end the visit, as the clerk says", () => {
    const story = served({ matters: 5 });
    const finish = {
      type: "finish",
      ...atCounter(1),
      ticket: null,
      arrived: false,
      outcome: null,
      next: false,
    } as const;
    expect(story.refusal({ ...finish, quantity: 4 })).toMatchObject({ refused: "matters-limit", field: "quantity" });
    finishes(story, 2);
    expect(story.ticket("one").state).toBe("finished");
  });

  it("come before the visit's other services, which bring their own", () => {
    const story = served({ matters: 4 });
    story.does(add("b"));
    finishes(story);
    expect(legs(story).at(-2)).toEqual(["a", "waiting"]);
    story.callsNext(1);
    story.starts(1);
    finishes(story);
    expect(story.ticket("one")).toMatchObject({ service: "b", matters: 1, state: "waiting" });
  });
});
