import { describe, expect, it, vi } from "vitest";
import { mendEventTarget, PlainEventTarget } from "../../../phone/event-target.ts";

class Unmakeable extends EventTarget {
  constructor() {
    super();
    throw new TypeError("Illegal constructor");
  }
}

describe("a browser whose EventTarget cannot be made", () => {
  it("gets one that can", () => {
    const scope: { EventTarget: new () => unknown } = { EventTarget: Unmakeable };
    mendEventTarget(scope);
    expect(new scope.EventTarget()).toBeInstanceOf(PlainEventTarget);
  });

  it("keeps its own where that works", () => {
    const scope = { EventTarget };
    mendEventTarget(scope);
    expect(scope.EventTarget).toBe(EventTarget);
  });
});

describe("the one it gets", () => {
  it("calls each listener of a type once, and none that was taken away", () => {
    const target = new PlainEventTarget();
    const [kept, removed, other] = [vi.fn(), vi.fn(), vi.fn()];
    target.addEventListener("status", kept);
    target.addEventListener("status", kept);
    target.addEventListener("status", removed);
    target.addEventListener("else", other);
    target.removeEventListener("status", removed);
    target.dispatchEvent(new Event("status"));
    expect(kept).toHaveBeenCalledTimes(1);
    expect(removed).not.toHaveBeenCalled();
    expect(other).not.toHaveBeenCalled();
  });

  it("calls listeners that are objects", () => {
    const target = new PlainEventTarget();
    const listener = { handleEvent: vi.fn() };
    target.addEventListener("status", listener);
    target.dispatchEvent(new Event("status"));
    expect(listener.handleEvent).toHaveBeenCalledTimes(1);
  });
});
