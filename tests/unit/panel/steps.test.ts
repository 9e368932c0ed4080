import { describe, expect, it } from "vitest";
import { allowedFor, isOpenGate, mainStep, missGate, mostFiles, onwardOf } from "../../../counter-panel/data/steps.ts";
import { at, called, nine, rules, serving } from "./hall-of-tests.ts";

describe("the one main step", () => {
  it.each([
    { state: "open", inHand: null, step: "call-next" },
    { state: "open", inHand: "called", step: "ask-then-next" },
    { state: "open", inHand: "serving", step: "finish-and-next" },
    { state: "paused", inHand: null, step: "reopen" },
    { state: "paused", inHand: "called", step: "ask-then-stop" },
    { state: "paused", inHand: "serving", step: "finish" },
  ] as const)("at an $state counter with $inHand in hand is $step", ({ state, inHand, step }) => {
    expect(mainStep({ state }, inHand === null ? null : { state: inHand })).toBe(step);
  });
});

describe("when somebody may be called missed", () => {
  it("counts the calls and the seconds that are wanting", () => {
    expect(missGate(called("S001"), rules, nine + 60_000 + 20_500)).toEqual({ calls: 2, seconds: 40 });
  });

  it("opens once both are enough", () => {
    const often = called("S001", { calls: 3 });
    expect(isOpenGate(missGate(often, rules, nine + 60_000 + 59_999))).toBe(false);
    expect(isOpenGate(missGate(often, rules, nine + 60_000 + 60_000))).toBe(true);
    expect(isOpenGate(missGate(called("S001", { calls: 2 }), rules, nine + 600_000))).toBe(false);
  });

  it("never asks for more seconds than the rule, though the clocks differ a little", () => {
    expect(missGate(called("S001"), rules, nine).seconds).toBe(60);
  });
});

describe("what comes after the press", () => {
  const pending = (service: string) => ({ ...leg, service, state: "pending" as const });
  const leg = {
    service: "pension",
    counter: 3,
    state: "serving" as const,
    queuedAt: at(0),
    calledAt: at(1),
    startedAt: at(2),
    finishedAt: null,
    servedSeconds: 0,
    outcome: null,
  };
  const choice = { outcome: null, quantity: 1 };

  it("is nothing for a visit of one service and few files", () => {
    expect(onwardOf(serving("S001", { legs: [leg], matters: 3 }), rules, { ...choice, quantity: 3 })).toBeNull();
    expect(mostFiles({ matters: 3 }, rules)).toBeNull();
  });

  it("is the next service, in order, unless the resident has left", () => {
    const several = serving("S001", { legs: [leg, pending("card"), pending("medical")] });
    expect(onwardOf(several, rules, choice)).toEqual({ to: "service", service: "card" });
    expect(onwardOf(several, rules, { ...choice, outcome: "left" })).toBeNull();
  });

  it("is the rest of many files where as many were done as one turn allows, before any other service", () => {
    const many = serving("S001", { legs: [leg, pending("card")], matters: 5 });
    expect(mostFiles(many, rules)).toBe(3);
    expect(onwardOf(many, rules, { ...choice, quantity: 3 })).toEqual({ to: "rest", most: 3, rest: 2 });
    expect(onwardOf(many, rules, { ...choice, quantity: 2 })).toEqual({ to: "service", service: "card" });
  });
});

describe("what the ticket in hand allows", () => {
  it("lets one who was called be called again, begun, missed or sent on, but not held", () => {
    expect(allowedFor(called("S001"), false)).toEqual({
      recall: true,
      start: true,
      miss: true,
      hold: false,
      transfer: true,
      finish: true,
    });
  });

  it("lets one who is served be held, sent on or finished", () => {
    expect(allowedFor(serving("S001"), false)).toEqual({
      recall: false,
      start: false,
      miss: false,
      hold: true,
      transfer: true,
      finish: true,
    });
  });

  it("still lets one be called again and missed where the call began the service", () => {
    expect(allowedFor(serving("S001"), true)).toMatchObject({ recall: true, miss: true, start: false });
  });

  it("allows nothing with nothing in hand", () => {
    expect(Object.values(allowedFor(null, false))).toEqual([false, false, false, false, false, false]);
  });
});
