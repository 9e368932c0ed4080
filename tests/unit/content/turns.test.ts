import { describe, expect, it } from "vitest";
import { momentOf } from "../../../display/content/local-moment.ts";
import { tickerMillis, tickerPageAt, tickerPages } from "../../../display/content/ticker.ts";
import { nextTurn, onNow } from "../../../display/content/turns.ts";
import { anItem } from "./items-of-tests.ts";

const morning = "2026-11-25T09:00:00.000+08:00";
const short = (text: string) => text.length <= 8;

describe("what takes turns now", () => {
  it("goes by the hall's clock on the wall, whatever zone the machine is in", () => {
    expect(momentOf(morning)).toEqual({
      date: "2026-11-25",
      time: "09:00",
      weekday: "wed",
      millis: Date.parse(morning),
    });
    expect(momentOf("2026-11-29T23:59:00+08:00").weekday).toBe("sun");
  });

  it("is what the schedule lets in, tickers apart", () => {
    const items = [
      anItem("always"),
      anItem("later", { schedule: { hours: [["13:00", "14:00"]] } }),
      anItem("line", { kind: "ticker" }),
    ];
    const now = onNow(items, morning);
    expect([now.turns.map(({ id }) => id), now.tickers.map(({ id }) => id)]).toEqual([["always"], ["line"]]);
  });

  it("is the first after the present one that can be shown, at last the present one itself", () => {
    const turns = [anItem("a"), anItem("b"), anItem("c")];
    const without = (...ids: string[]) => nextTurn(turns, 0, ({ id }) => ids.includes(id))?.id;
    expect([without(), without("b"), without("b", "c"), without("a", "b", "c")]).toEqual(["b", "c", "a", undefined]);
  });
});

describe("a ticker's line", () => {
  const text = { zh: "周六义诊,请带医保卡;停车请到东门", en: "Free clinic on Saturday" };
  const item = anItem("line", { kind: "ticker", text });

  it("is turned page by page, at a mark or a space, and loses nothing", () => {
    const pages = tickerPages([item], ["zh", "en"], short);
    expect(pages.every(short)).toBe(true);
    expect(pages.slice(0, 3)).toEqual(["周六义诊，", "请带医保卡；", "停车请到东门"]);
    expect(pages.join("").replace(/ /g, "")).toBe("周六义诊，请带医保卡；停车请到东门FreecliniconSaturday");
  });

  it("breaks where it must when there is nowhere better", () => {
    const endless = anItem("line", { kind: "ticker", text: { zh: "一二三四五六七八九十", en: "" } });
    expect(tickerPages([endless], ["zh", "en"], short)).toEqual(["一二三四五", "六七八九十"]);
  });

  it("says its title where it has no words of its own", () => {
    const bare = anItem("line", { kind: "ticker", title: { zh: "停水", en: "" } });
    expect(tickerPages([bare], ["zh", "en"], short)).toEqual(["停水"]);
  });

  it("turns by the hub's clock", () => {
    expect([0, tickerMillis, 2 * tickerMillis].map((millis) => tickerPageAt(["a", "b"], millis))).toEqual([
      "a",
      "b",
      "a",
    ]);
    expect(tickerPageAt([], 0)).toBeNull();
  });
});
