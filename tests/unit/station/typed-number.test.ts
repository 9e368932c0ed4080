import { describe, expect, it } from "vitest";
import { shownNumber } from "../../../ticket-station/typed-number.ts";

describe("a number over the pad", () => {
  it.each([
    ["123", "123"],
    ["12345678", "1234 5678"],
  ])("stands in full as long as it may be a booking's: %s", (digits, shown) => {
    expect(shownNumber(digits)).toBe(shown);
  });

  it.each([
    ["139123456", "139 ••34 56"],
    ["13912345678", "139 •••• 5678"],
    ["8613912345678", "861 •••• ••5678"],
  ])("leaves out the middle of a phone's: %s", (digits, shown) => {
    expect(shownNumber(digits)).toBe(shown);
  });
});
