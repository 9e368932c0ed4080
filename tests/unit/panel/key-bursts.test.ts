import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeyBursts, quietMillis } from "../../../counter-panel/view/key-bursts.ts";
import type { PanelKey } from "../../../counter-panel/view/keys.ts";

let done: PanelKey[];
let bursts: KeyBursts;

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  bursts = new KeyBursts((key) => done.push(key));
});

afterEach(() => {
  vi.useRealTimers();
});

/** Types keys one after the other, so many milliseconds apart; the code that the last one ended. */
function types(keys: readonly string[], gapMillis: number): string | null {
  let code: string | null = null;
  for (const key of keys) {
    code = bursts.hear(key, performance.now());
    if (/^[1-7RSM]$/.test(key)) bursts.keep(key as PanelKey); // those of the test are keys of the panel
    vi.advanceTimersByTime(gapMillis);
  }
  return code;
}

describe("shortcuts on a board that a reader types on, too", () => {
  it("count once nothing follows", () => {
    types(["R"], 0);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(quietMillis);
    expect(done).toEqual(["R"]);
  });

  it("count in their order, however quick the hand is", () => {
    types(["5", "R"], 20);
    vi.advanceTimersByTime(quietMillis);
    expect(done).toEqual(["5", "R"]);
  });

  it("go before the button that is pressed after them", () => {
    expect(types(["5", "Enter"], 10)).toBeNull();
    expect(done).toEqual(["5"]);
  });

  it.each([2, 15, 35])("are none where a reader types a card, %i ms a key", (gapMillis) => {
    expect(types([...Array.from("110101199003071234"), "Enter"], gapMillis)).toBe("110101199003071234");
    vi.runAllTimers();
    expect(done).toEqual([]);
  });

  it("are none after a reader's hiccup either", () => {
    types(Array.from("1101"), 5);
    vi.advanceTimersByTime(quietMillis);
    types(Array.from("5567"), 5);
    vi.advanceTimersByTime(quietMillis);
    expect(done).toEqual([]);
  });

  it("are there again after a code", () => {
    types([...Array.from("110101199003071234"), "Enter"], 2);
    types(["R"], quietMillis);
    expect(done).toEqual(["R"]);
  });

  it("are none where an input method hides what a reader types", () => {
    expect(types(["Process", "Process", "Process", "Process", "Enter"], 5)).toBe("PPPP");
  });
});
