import { describe, expect, it } from "vitest";
import {
  callSentence,
  counterInSentence,
  readCardinal,
  readCounter,
  readTicketNumber,
} from "../../../shared/text/numbers.ts";

const counter = (zh: string, en: string) => ({ label: { zh, en } });
const call = { number: "A012", times: 1, ...counter("3号窗口", "Counter 3") };

describe("what is said when a ticket is called", () => {
  it("reads the number digit by digit and the window as a cardinal", () => {
    expect(callSentence(call, "zh", true)).toBe("请A零幺二号\uFF0C到三号窗口。");
    expect(callSentence(call, "zh", false)).toBe("请A零一二号\uFF0C到三号窗口。");
    expect(callSentence(call, "en", true)).toBe("Number A zero one two, counter three, please.");
  });

  it("urges at a recall", () => {
    expect(callSentence({ ...call, times: 2 }, "zh", true)).toBe("请A零幺二号\uFF0C尽快到三号窗口。");
    expect(callSentence({ ...call, times: 3 }, "en", true)).toBe(
      "Number A zero one two, please come to counter three now.",
    );
  });

  it("says after a transfer that the visit goes on", () => {
    const transferred = { ...call, ...counter("5号窗口", "Counter 5"), transferred: true };
    expect(callSentence(transferred, "zh", true)).toBe("请A零幺二号\uFF0C到五号窗口继续办理。");
    expect(callSentence(transferred, "en", true)).toBe("Number A zero one two, please continue at counter five.");
  });

  it("speaks Traditional wording for those who read it", () => {
    const hant = { ...call, label: { zh: "3号窗口", en: "Counter 3", "zh-Hant": "3號窗口" } };
    expect(callSentence(hant, "zh-Hant", true)).toBe("請A零幺二號\uFF0C到三號窗口。");
  });
});

describe("reading numbers", () => {
  it("never says 幺 in a window's number", () => {
    expect(readCounter(counter("11号窗口", "Counter 11"), "zh")).toBe("十一号窗口");
    expect(readCounter(counter("11号窗口", "Counter 11"), "en")).toBe("counter eleven");
  });

  it("speaks a counter as the hall wants it where the hall says so, or as its label stands", () => {
    expect(
      readCounter({ ...counter("3号窗口", "Counter 3"), spoken: { zh: "东厅三号", en: "east three" } }, "zh"),
    ).toBe("东厅三号");
    expect(readCounter(counter("咨询台", "Desk"), "zh")).toBe("咨询台");
    expect(readCounter(counter("A区03号窗口", "Counter A03"), "zh")).toBe("A区03号窗口");
  });

  it.each([
    [0, "零", "zero"],
    [10, "十", "ten"],
    [11, "十一", "eleven"],
    [20, "二十", "twenty"],
    [21, "二十一", "twenty-one"],
    [100, "一百", "one hundred"],
    [105, "一百零五", "one hundred and five"],
    [110, "一百一十", "one hundred and ten"],
    [999, "九百九十九", "nine hundred and ninety-nine"],
  ])("reads %i as a cardinal", (value, zh, en) => {
    expect(readCardinal(value, "zh")).toBe(zh);
    expect(readCardinal(value, "en")).toBe(en);
  });

  it("spells prefixes of several letters and numbers past A999", () => {
    expect(readTicketNumber("AZ101", "zh", true)).toBe("A Z幺零幺");
    expect(readTicketNumber("A1000", "en", true)).toBe("A one zero zero zero");
  });

  it("writes a counter small inside an English sentence only", () => {
    const label = { zh: "3号窗口", en: "Counter 3" };
    expect(counterInSentence(label, "en")).toBe("counter 3");
    expect(counterInSentence(label, "zh")).toBe("3号窗口");
  });
});
