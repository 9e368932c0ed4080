import { describe, expect, it } from "vitest";
import { whichCounters } from "../../../shared/text/slip.ts";
import type { Text } from "../../../shared/wire/common.ts";

const numbered = (...numbers: number[]): Text[] =>
  numbers.map((n) => ({ zh: `${String(n)}号窗口`, "zh-Hant": `${String(n)}號窗口`, en: `Counter ${String(n)}` }));
const inAreas = (...signs: string[]): Text[] =>
  signs.map((sign) => ({ zh: `${sign.charAt(0)}区${sign.slice(1)}号窗口`, en: `Counter ${sign}` }));

describe("the counters that may call", () => {
  it("are named by their numbers where they have nothing else", () => {
    expect(whichCounters(numbered(2, 3, 6), "zh")).toBe("2、3、6号窗口");
    expect(whichCounters(numbered(2, 3, 6), "zh-Hant")).toBe("2、3、6號窗口");
    expect(whichCounters(numbered(2, 3, 6), "en")).toBe("Counter 2, 3 or 6");
    expect(whichCounters(numbered(10), "zh")).toBe("10号窗口");
  });

  it("are named by the hall's own labels, what these share said once", () => {
    expect(whichCounters(inAreas("A01", "A02"), "zh")).toBe("A区01、02号窗口");
    expect(whichCounters(inAreas("A01", "A02"), "en")).toBe("Counter A01 or A02");
    expect(whichCounters(inAreas("A01", "B03"), "zh")).toBe("A区01号窗口、B区03号窗口");
    const desk = { zh: "咨询台", en: "Desk" };
    expect(whichCounters([...numbered(7), desk], "zh")).toBe("7号窗口、咨询台");
    expect(whichCounters([...numbered(7), desk], "en")).toBe("Counter 7 or Desk");
  });

  it("are left to the call where there are more than four", () => {
    expect(whichCounters(numbered(1, 2, 3, 4), "zh")).toBe("1、2、3、4号窗口");
    expect(whichCounters(numbered(1, 2, 3, 4, 5), "zh")).toBe("听叫号");
    expect(whichCounters(numbered(1, 2, 3, 4, 5), "en")).toBe("the counter that calls you");
  });

  it("are nothing where no counter has the service", () => {
    expect(whichCounters([], "zh")).toBe("");
  });
});
