import { describe, expect, it } from "vitest";
import { mustBeNoted, slipState, type SlipFacts } from "../../../ticket-station/slip-state.ts";

const facts = (more: Partial<SlipFacts>): SlipFacts => ({
  print: { state: "pending" },
  printer: "ready",
  isOverdue: false,
  ...more,
});

describe("what the station says about a slip", () => {
  it("waits for the printer, but not for ever", () => {
    expect(slipState(facts({}))).toBe("printing");
    expect(slipState(facts({ print: { state: "printing" } }))).toBe("printing");
    expect(slipState(facts({ isOverdue: true }))).toBe("not-printed");
  });

  it("says so when it is printed, late or not", () => {
    expect(slipState(facts({ print: { state: "printed" }, isOverdue: true, printer: "paper-out" }))).toBe("printed");
  });

  it("knows the paper is out from the printer or from the job", () => {
    expect(slipState(facts({ printer: "paper-out" }))).toBe("no-paper");
    expect(slipState(facts({ print: { state: "pending", problem: "paper-out" }, printer: "unknown" }))).toBe(
      "no-paper",
    );
  });

  it("gives up at once when the printer is away or the job failed", () => {
    expect(slipState(facts({ printer: "offline" }))).toBe("not-printed");
    expect(slipState(facts({ print: { state: "failed" } }))).toBe("not-printed");
    expect(slipState(facts({ print: { state: "pending", problem: "timeout" } }))).toBe("not-printed");
  });

  it("is itself the slip where no printer belongs to the station", () => {
    expect(slipState(facts({ print: undefined, printer: "none" }))).toBe("on-screen");
    expect(slipState(facts({ print: { state: "kept" }, printer: "none" }))).toBe("on-screen");
  });

  it("lets only a printed number go by itself", () => {
    expect(
      (["printing", "printed", "no-paper", "not-printed", "on-screen"] as const).filter((state) => !mustBeNoted(state)),
    ).toEqual(["printed"]);
  });
});
