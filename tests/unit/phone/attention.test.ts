import { describe, expect, it } from "vitest";
import { isNewCall } from "../../../phone/attention.ts";
import { aTicket } from "../../support/samples.ts";

const waiting = aTicket();
const called = aTicket({ state: "called", counter: 3, calls: 1 });

describe("a call that must be noticed", () => {
  it("is one that turns a waiting ticket into a called one", () => {
    expect(isNewCall(called, waiting, false)).toBe(true);
  });

  it("is every recall", () => {
    expect(isNewCall({ ...called, calls: 2 }, called, false)).toBe(true);
  });

  it("is one to another counter", () => {
    expect(isNewCall({ ...called, counter: 5 }, called, false)).toBe(true);
  });

  it("is one that the page finds when it is opened", () => {
    expect(isNewCall(called, null, false)).toBe(true);
  });

  it("is not the same call told twice", () => {
    expect(isNewCall(called, called, false)).toBe(false);
  });

  it("is not a change of the queue", () => {
    expect(isNewCall({ ...waiting, ahead: 1 }, waiting, false)).toBe(false);
  });

  it("is the start of service only where the call starts it", () => {
    const serving = aTicket({ state: "serving", counter: 3, calls: 1 });
    expect(isNewCall(serving, waiting, true)).toBe(true);
    expect(isNewCall(serving, called, false)).toBe(false);
  });
});
