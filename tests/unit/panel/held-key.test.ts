import { describe, expect, it } from "vitest";
import { stopHeldKey } from "../../../counter-panel/view/held-key.ts";

/** Whether the browser still does what it does with this key. */
function isDone(key: string, repeat: boolean): boolean {
  let isStopped = false;
  stopHeldKey({ key, repeat, preventDefault: () => void (isStopped = true) });
  return !isStopped;
}

describe("a key held down", () => {
  it("presses a button once", () => {
    expect([isDone("Enter", false), isDone("Enter", true)]).toEqual([true, false]);
  });

  it("still moves the caret and deletes letters", () => {
    expect([isDone("ArrowLeft", true), isDone("Backspace", true)]).toEqual([true, true]);
  });
});
