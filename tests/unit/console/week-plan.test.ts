import { describe, expect, it } from "vitest";
import { dayPlan, planFor, timeOf, type PlanBlock } from "../../../manager-console/programme/week-plan.ts";
import type { Item } from "../../../shared/wire/lobby.ts";
import { anItem } from "./items.ts";

const zone = "Asia/Shanghai";
/** A Wednesday. */
const date = "2026-11-25";
const place = { id: "screen", area: "east", group: "门口" };

function planOf(items: readonly Item[], publishedOf: Parameters<typeof planFor>[1] = () => null) {
  return planFor(items, publishedOf, place);
}

/** 09:00-11:30 停电通知 +草稿 */
function told(blocks: readonly PlanBlock[]): string[] {
  return blocks.map(({ from, until, shows, ghosts }) =>
    [
      `${timeOf(from)}-${timeOf(until)}`,
      ...shows.map(({ title }) => title.zh),
      ...ghosts.map(({ title }) => `+${title.zh}`),
    ].join(" "),
  );
}

describe("a day of the week", () => {
  it("is one block where nothing changes", () => {
    expect(told(dayPlan(planOf([anItem()]), date, zone))).toEqual(["00:00-24:00 停电通知"]);
    expect(told(dayPlan(planOf([]), date, zone))).toEqual(["00:00-24:00"]);
  });

  it("is cut where hours begin and end", () => {
    const hours: [string, string][] = [
      ["09:00", "11:30"],
      ["14:00", "17:00"],
    ];
    expect(told(dayPlan(planOf([anItem({ schedule: { hours } })]), date, zone))).toEqual([
      "00:00-09:00",
      "09:00-11:30 停电通知",
      "11:30-14:00",
      "14:00-17:00 停电通知",
      "17:00-24:00",
    ]);
  });

  it("is cut where an item begins or ends for good, on that day only", () => {
    const item = anItem({ schedule: { from: `${date}T10:30:00.000+08:00`, until: "2026-11-26T00:00:00.000+08:00" } });
    expect(told(dayPlan(planOf([item]), date, zone))).toEqual(["00:00-10:30", "10:30-24:00 停电通知"]);
    expect(told(dayPlan(planOf([item]), "2026-11-26", zone))).toEqual(["00:00-24:00"]);
  });

  it("gives the night's hours to the evening they began in", () => {
    const item = anItem({ schedule: { weekdays: ["wed"], hours: [["22:00", "02:00"]] } });
    expect(told(dayPlan(planOf([item]), date, zone))).toEqual(["00:00-22:00", "22:00-24:00 停电通知"]);
    expect(told(dayPlan(planOf([item]), "2026-11-26", zone))).toEqual(["00:00-02:00 停电通知", "02:00-24:00"]);
  });

  it("lets a higher priority push others aside for its hours", () => {
    const usual = anItem({ title: { zh: "平时", en: "" } });
    const urgent = anItem({ title: { zh: "要紧", en: "" }, priority: 3, schedule: { hours: [["10:00", "11:00"]] } });
    expect(told(dayPlan(planOf([usual, urgent]), date, zone))).toEqual([
      "00:00-10:00 平时",
      "10:00-11:00 要紧",
      "11:00-24:00 平时",
    ]);
  });
});

describe("drafts", () => {
  it("are ghosts beside what shows, if they were approved as they are", () => {
    const usual = anItem({ title: { zh: "平时", en: "" } });
    const draft = anItem({ title: { zh: "新的", en: "" }, state: "review", publishedVersion: null });
    expect(told(dayPlan(planOf([usual, draft]), date, zone))).toEqual(["00:00-24:00 平时 +新的"]);
  });

  it("leave the published version where it is until then", () => {
    const old = anItem({ schedule: { hours: [["09:00", "10:00"]] } });
    const item = { ...old, state: "draft", version: 2, schedule: { hours: [["10:00", "11:00"]] } } as const;
    const plan = planOf([{ ...item, schedule: { hours: [["10:00", "11:00"]] } }], () => old);
    expect(told(dayPlan(plan, date, zone))).toEqual([
      "00:00-09:00",
      "09:00-10:00 停电通知",
      "10:00-11:00 +停电通知",
      "11:00-24:00",
    ]);
  });

  it("that are over or taken down are none", () => {
    const gone = anItem({ state: "withdrawn", publishedVersion: null });
    expect(told(dayPlan(planOf([gone]), date, zone))).toEqual(["00:00-24:00"]);
  });
});

describe("a place", () => {
  it("shows what is meant for it, its group or its area", () => {
    const here = [{}, { screens: ["screen"] }, { groups: ["门口"] }, { areas: ["east"] }];
    const elsewhere = [{ screens: ["other"] }, { groups: ["二楼"] }, { areas: ["west"] }];
    const items = [...here, ...elsewhere].map((targets) => anItem({ targets }));
    expect(planOf(items).published.map(({ id }) => id)).toEqual(items.slice(0, here.length).map(({ id }) => id));
  });
});
