import { describe, expect, it, vi } from "vitest";
import { makeableEventTarget, PlainEventTarget } from "../../../shared/ui/event-target.ts";

class Unmakeable extends EventTarget {
  constructor() {
    super();
    throw new TypeError("Illegal constructor");
  }
}

describe("what dispatches events outside the document", () => {
  it("is made of the plain one where the browser's own cannot be made", () => {
    const Made = makeableEventTarget(Unmakeable);
    expect(new Made()).toBeInstanceOf(PlainEventTarget);
  });

  it("is made of the browser's own where that works", () => {
    expect(makeableEventTarget(EventTarget)).toBe(EventTarget);
  });
});

describe("the plain one", () => {
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

  it("takes no listener for none, as the browser's own does", () => {
    const target = new PlainEventTarget();
    target.addEventListener("status", null);
    target.removeEventListener("status", null);
    expect(target.dispatchEvent(new Event("status"))).toBe(true);
  });
});
