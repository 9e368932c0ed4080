import { describe, expect, it } from "vitest";
import { callReasons, keptReason, pauseReason, pauseReasons } from "../../../shared/text/fixed-reasons.ts";
import { formWords } from "../../../shared/text/panel-forms.ts";

describe("a reason chosen with one press", () => {
  it("is kept alike whatever the page speaks, and read in the reader's language", () => {
    const kept = keptReason(formWords.pauseMeal);
    expect(kept).toBe("用餐");
    expect([pauseReason(kept, "zh"), pauseReason(kept, "zh-Hant"), pauseReason(kept, "en")]).toEqual([
      "用餐",
      "用餐",
      "Meal",
    ]);
  });

  it("is none where it was typed", () => {
    expect(pauseReason("Taking the forms upstairs", "zh")).toBe("Taking the forms upstairs");
  });

  it("differs from every other, so that each can be told again", () => {
    const kept = [...pauseReasons, ...callReasons].map(keptReason);
    expect(new Set(kept).size).toBe(kept.length);
  });
});
