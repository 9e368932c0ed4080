import { describe, expect, it } from "vitest";
import { minutesSince, running, span, waited } from "../../../counter-panel/view/clock-words.ts";
import { localTimeIn } from "../../../counter-panel/view/local-time.ts";
import { missGateText } from "../../../counter-panel/view/miss-gate-text.ts";
import { slipLine } from "../../../counter-panel/view/slip-line.ts";
import { cameFrom, classLine, classMark, counterLabel, serviceName } from "../../../counter-panel/view/ticket-words.ts";
import type { HallNames } from "../../../counter-panel/view/ticket-words.ts";
import type { PrintJob } from "../../../shared/wire/print.ts";
import type { Leg } from "../../../shared/wire/ticket.ts";
import { at, nine, ticket } from "./hall-of-tests.ts";

const hall: HallNames = {
  services: [],
  counters: [
    { number: 5, label: { zh: "5号窗口", en: "Counter 5" }, name: { zh: "", en: "" }, area: "main", services: [] },
  ],
  reasons: [{ id: "elderly", class: "courtesy", name: { zh: "七十岁以上老人", en: "Aged 70 and over" } }],
};

const leg = (more: Partial<Leg>): Leg => ({
  service: "pension",
  counter: null,
  state: "waiting",
  queuedAt: at(0),
  calledAt: null,
  startedAt: null,
  finishedAt: null,
  servedSeconds: 0,
  outcome: null,
  ...more,
});

describe("what staff read of a ticket", () => {
  it("asks to check the papers of one who goes first, and says why", () => {
    const first = ticket("S001", { class: "courtesy", reason: "elderly" });
    expect(classLine(hall, first, "zh")).toBe("优先，请核验证件 · 七十岁以上老人");
    expect(classLine(hall, { ...first, reason: null }, "zh")).toBe("优先，请核验证件");
    expect(classMark(first, "zh")).toBe("优先");
  });

  it("asks for no papers that the desk has seen, save where the law asks for them", () => {
    const seen = ticket("S001", { class: "courtesy", reason: "elderly", channel: "desk" });
    expect(classLine(hall, seen, "zh")).toBe("优先 · 七十岁以上老人");
    expect(classLine(hall, { ...seen, class: "statutory", reason: null }, "zh")).toBe("优先，请核验证件");
  });

  it("says nothing of the class of a normal one, and 预约 of an appointment", () => {
    expect(classLine(hall, ticket("S001"), "zh")).toBeNull();
    expect(classMark(ticket("S001", { class: "appointment" }), "zh")).toBe("预约");
  });

  it("knows where a transfer came from", () => {
    expect(cameFrom(ticket("S001", { legs: [leg({ state: "transferred", counter: 5 }), leg({})] }))).toBe(5);
    expect(cameFrom(ticket("S001", { legs: [leg({})] }))).toBeNull();
    const sentOn = [leg({ state: "transferred", counter: 5 }), leg({}), leg({ state: "pending" })];
    expect(cameFrom(ticket("S001", { legs: sentOn }))).toBe(5);
    expect(cameFrom(ticket("S001", { legs: [leg({ state: "transferred" }), leg({}), leg({})] }))).toBeNull();
  });

  it("names counters by their label, and what the hall does not know by its key", () => {
    expect(counterLabel(hall, 5, "en")).toBe("Counter 5");
    expect(counterLabel(hall, 9, "zh")).toBe("9");
    expect(serviceName(null, "pension", "zh")).toBe("pension");
  });
});

describe("spans of time", () => {
  it("are whole minutes, hours from sixty on, and never negative", () => {
    expect(minutesSince(at(0), nine + 18 * 60_000 + 59_000)).toBe(18);
    expect(minutesSince(at(1), nine)).toBe(0);
    expect(span(18, "zh")).toBe("18分钟");
    expect(span(60, "zh")).toBe("1小时");
    expect(span(65, "en")).toBe("1 h 5 min");
    expect(running(at(0), nine + 65_000)).toBe("1:05");
  });

  it("say 刚取号 of a wait under a minute, and 刚排上 of one who was sent on", () => {
    expect(waited(ticket("S001"), nine + 59_000, "zh")).toEqual({ text: "刚取号", isShort: true });
    expect(waited(ticket("S001", { queuedAt: at(9) }), nine + 9 * 60_000, "zh").text).toBe("刚排上");
    expect(waited(ticket("S001"), nine + 60_000, "zh")).toEqual({ text: "1分钟", isShort: false });
  });

  it("plan a return on the hall's own clock, at latest in the day's last minute", () => {
    expect(localTimeIn(at(0), 15)).toBe("09:15");
    expect(localTimeIn("2026-11-23T23:50:00.000+08:00", 30)).toBe("23:59");
    expect(localTimeIn("", 15)).toBeNull();
  });
});

it("says what is wanting before a miss, and nothing once nothing is", () => {
  expect(missGateText({ calls: 2, seconds: 35 }, "zh")).toBe("再叫2次 · 再等35秒");
  expect(missGateText({ calls: 0, seconds: 35 }, "zh")).toBe("再等35秒");
  expect(missGateText({ calls: 0, seconds: 0 }, "zh")).toBeNull();
});

describe("how a slip fares", () => {
  const job = (more: Partial<PrintJob>): PrintJob => ({
    id: "j",
    ticket: "t",
    number: "S001",
    device: null,
    state: "pending",
    copy: false,
    attempts: 0,
    problem: null,
    createdAt: at(0),
    printedAt: null,
    ...more,
  });

  it("is told by the newest job, with what holds it up", () => {
    expect(slipLine([job({ problem: "paper-out", copy: true }), job({ state: "printed" })], false, "zh")).toBe(
      "等待打印 · 打印机没纸 · 补打",
    );
    expect(slipLine([job({ state: "printed", problem: "paper-out" })], false, "zh")).toBe("已打印");
    expect(slipLine([], false, "zh")).toBeNull();
  });

  it("asks to write the number down, unless the visit is over", () => {
    expect(slipLine([job({ state: "kept" })], false, "zh")).toBe("没有打印，请抄给居民");
    expect(slipLine([job({ state: "kept" })], true, "zh")).toBe("没有打印");
  });

  it("says that a slip may be on paper which the printer never confirmed", () => {
    expect(slipLine([job({ state: "failed", problem: "unconfirmed" })], false, "zh")).toBe(
      "没有打印成功 · 打印机没有确认，可能已经打出",
    );
  });
});
