import { describe, expect, it } from "vitest";
import { joinedSentence } from "../../../shared/text/joined-calls.ts";
import { callSentence, type SpokenCall } from "../../../shared/text/numbers.ts";

const call = (number: string, counter: number, more: Partial<SpokenCall> = {}): SpokenCall => ({
  number,
  times: 1,
  label: { zh: `${String(counter)}号窗口`, en: `Counter ${String(counter)}`, "zh-Hant": `${String(counter)}號窗口` },
  ...more,
});

describe("several calls in one sentence", () => {
  const calls = [call("A012", 3), call("B003", 5), call("S101", 3), call("M007", 11, { times: 2 }), call("B004", 5)];

  it("names together the numbers that are wanted at one counter, in the order of the calls", () => {
    expect(joinedSentence(calls, "zh", true)).toBe(
      "请A零幺二号、S幺零幺号，到三号窗口；B零零三号、B零零四号，到五号窗口；M零零七号，尽快到十一号窗口。",
    );
    expect(joinedSentence(calls, "zh-Hant", false)).toBe(
      "請A零一二號、S一零一號，到三號窗口；B零零三號、B零零四號，到五號窗口；M零零七號，盡快到十一號窗口。",
    );
    expect(joinedSentence(calls, "en", true)).toBe(
      "Numbers A zero one two and S one zero one, counter three; numbers B zero zero three and B zero zero four, " +
        "counter five; number M zero zero seven, counter eleven now, please.",
    );
  });

  it("lists three at one counter", () => {
    const three = [call("A001", 1), call("A002", 1), call("A003", 1)];
    expect(joinedSentence(three, "en", true)).toBe(
      "Numbers A zero zero one, A zero zero two and A zero zero three, counter one, please.",
    );
  });

  it("hurries only whom it calls again, even to one and the same counter", () => {
    const both = [call("A001", 1), call("A002", 1, { times: 3 })];
    expect(joinedSentence(both, "zh", true)).toBe("请A零零幺号，到一号窗口；A零零二号，尽快到一号窗口。");
  });

  it("groups by what is said of a counter, not by its label", () => {
    const spoken = { zh: "东厅", en: "the east hall" };
    expect(joinedSentence([call("A001", 1, { spoken }), call("A002", 2, { spoken })], "zh", true)).toBe(
      "请A零零幺号、A零零二号，到东厅。",
    );
  });

  it("says one call as always, and of none nothing", () => {
    const transferred = call("A012", 3, { transferred: true });
    expect(joinedSentence([transferred], "zh", true)).toBe(callSentence(transferred, "zh", true));
    expect(joinedSentence([], "zh", true)).toBe("");
  });
});
