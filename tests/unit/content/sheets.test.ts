import { describe, expect, it } from "vitest";
import { sheetsOf } from "../../../display/content/item-sheets.ts";
import { languagesOf } from "../../../display/content/sheet.ts";
import { at, hallNow, lobbyCounter, nine } from "../display/calls.ts";
import { blankPicture } from "../../../display/lobby/picture.ts";
import { anItem, liveContent } from "./items-of-tests.ts";

const hall = hallNow();
const rows = (item: Parameters<typeof sheetsOf>[0], live = liveContent(), round = 0) =>
  sheetsOf(item, live, round).map(({ language, heading, blocks }) => [
    language,
    heading,
    ...blocks.map((block) => (block.kind === "row" ? `${block.text} | ${block.value ?? ""}` : block.text)),
  ]);

describe("what items made of words say", () => {
  it("is in the page's language first and in one more of the hall's", () => {
    expect(languagesOf(hall, "zh")).toEqual(["zh", "en"]);
    expect(languagesOf(hall, "en")).toEqual(["en", "zh"]);
    expect(languagesOf({ languages: ["en"] }, "zh")).toEqual(["en"]);
  });

  it("leaves out a language in which a notice says nothing", () => {
    const notice = anItem("n", { kind: "notice", html: { zh: "<p>停水</p>", en: " " } });
    expect(sheetsOf(notice, liveContent(), 0).map(({ language, html }) => [language, html])).toEqual([
      ["zh", "<p>停水</p>"],
    ]);
  });

  it("says the same words once, where one spelling stands in for the other", () => {
    const live = liveContent({ languages: ["zh", "zh-Hant"] });
    const notice = anItem("n", { kind: "notice", title: { zh: "停水", en: "" }, html: { zh: "<p>停水</p>", en: "" } });
    expect(sheetsOf(notice, live, 0).map(({ language }) => language)).toEqual(["zh"]);
    const own = { ...notice, html: { zh: "<p>12345</p>", en: "", "zh-Hant": "<p>12345</p>" } };
    expect(sheetsOf(own, live, 0).map(({ language }) => language)).toEqual(["zh"]);
    const titled = { ...own, title: { zh: "热线", en: "", "zh-Hant": "熱線" } };
    expect(sheetsOf(titled, live, 0).map(({ language }) => language)).toEqual(["zh", "zh-Hant"]);
  });

  it("is who waits and about how long, and nothing of it while that may be old", () => {
    const services = hall.services.map((service) => ({ ...service, estimate: { p50: 1_500, p90: 2_000 } }));
    const live = liveContent({ hall: hallNow({ services }), picture: { ...blankPicture, waiting: { pension: 8 } } });
    const item = anItem("w", { kind: "waiting", title: { zh: "", en: "" } });
    expect(rows(item, live)[0]).toEqual(["zh", "等候人数", "养老待遇 | 8位·约25分", "社保卡 | 0位", "医保报销 | 0位"]);
    expect(rows(item, { ...live, isStale: true })).toEqual([]);
  });

  it("is what each counter does, and how it stands where it does not work", () => {
    const counters = [lobbyCounter(1, { state: "paused", returnAt: at(16_200) })];
    const live = liveContent({ picture: { ...blankPicture, counters } });
    const item = anItem("c", { kind: "counters" });
    expect(rows(item, live)[0]).toEqual(["zh", "c", "社保窗口 | 暂停办理，13:30恢复", "咨询台 | "]);
    expect(rows(item, { ...live, isStale: true })[0]).toEqual(["zh", "c", "社保窗口 | ", "咨询台 | "]);
  });

  it("is today's hours and how many numbers are left", () => {
    const services = hall.services.map((service, index) => ({ ...service, quotaLeft: [5, 0, null][index] ?? null }));
    const item = anItem("t", { kind: "today" });
    const said = rows(item, liveContent({ hall: hallNow({ services, lastTicketMinutes: 30 }) }))[0];
    expect(said).toEqual([
      ...["zh", "t", "8:30–12:00 | 取号截至11:30", "13:30–17:30 | 取号截至17:00", "今天的号"],
      ...["养老待遇 | 今天还有5个号", "社保卡 | 今天号已取完"],
    ]);
    expect(rows(item, liveContent({ now: nine.replace("25T", "26T") }))[0]).toEqual(["zh", "t", "今天不办公"]);
  });

  it("is one service's guide, or of all that have one the next at each turn", () => {
    const guide = {
      materials: [{ name: { zh: "身份证", en: "ID card" }, original: true, copies: 1 }],
      steps: [{ name: { zh: "受理", en: "Acceptance" }, workingDays: 3 }],
      workingDays: 5,
      fee: { zh: "不收费", en: "Free" },
      where: { zh: "3号窗口", en: "Counter 3" },
    };
    const services = hall.services.map((service) => (service.id === "claims" ? service : { ...service, guide }));
    const live = liveContent({ hall: hallNow({ services }) });
    const item = anItem("g", { kind: "guide" });
    expect(rows(item, live)[0]).toEqual([
      ...["zh", "养老待遇", "带什么", "身份证 | 原件+复印件1份", "怎么办", "1. 受理 | 3个工作日"],
      ...["多久办好 | 5个工作日", "费用 | 不收费", "窗口 | 3号窗口"],
    ]);
    expect([0, 1, 2].map((round) => rows(item, live, round)[0]?.[1])).toEqual(["养老待遇", "社保卡", "养老待遇"]);
    expect(rows({ ...item, service: "card" }, live)[0]?.[1]).toBe("社保卡");
    expect(rows(item)).toEqual([]);
  });

  it("is a feed's entries, once, in whatever language they are", () => {
    const entries = [{ title: "公园开放", text: "下周一起", at: "2026-11-24T20:00:00Z" }];
    expect(rows(anItem("f", { kind: "feed", title: { zh: "新闻", en: "News" }, entries }))).toEqual([
      ["zh", "新闻", "公园开放", "下周一起", "11月25日"],
    ]);
  });

  it("ends with what somebody has written below it", () => {
    const item = anItem("c", { kind: "counters", text: { zh: "请按号排队", en: "" } });
    expect(rows(item).map((sheet) => sheet[sheet.length - 1])).toEqual(["请按号排队", "Desk | "]);
  });
});
