import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { HallFile } from "../../../shared/wire/hall-file.ts";
import { livelySpeed, planPlausibleDay } from "../../../tools/day/plausible-plan.ts";

const file = new URL("../../../server/halls/jiangbin.json", import.meta.url);
const hall = JSON.parse(readFileSync(file, "utf8")) as HallFile;
const day = { hall, weekday: "wed", counters: hall.counters, seed: 7 } as const;
const at = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;

describe("a plausible day of a hall", () => {
  const plan = planPlausibleDay(day);
  const between = (from: string, to: string): number =>
    plan.arrivals.filter((arrival) => at(from) <= arrival.at && arrival.at < at(to)).length;

  it("is the same for the same seed and another for another", () => {
    expect(planPlausibleDay(day)).toEqual(plan);
    expect(planPlausibleDay({ ...day, seed: 8 })).not.toEqual(plan);
  });

  it("has people come in the order of the clock while the hall is open", () => {
    const times = plan.arrivals.map((arrival) => arrival.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(at("08:30"));
    expect(Math.max(...times)).toBeLessThan(at("17:30"));
  });

  it("has a morning and an afternoon peak and a quiet noon", () => {
    const noon = between("12:15", "13:15");
    expect(between("09:15", "10:15")).toBeGreaterThan(2 * noon);
    expect(between("14:15", "15:15")).toBeGreaterThan(2 * noon);
  });

  it("asks for every service that is offered, and for none that is hidden", () => {
    const hidden = {
      ...hall,
      services: hall.services.map((service) => ({ ...service, hidden: service.id === "proof" })),
    };
    const asked = new Set(planPlausibleDay({ ...day, hall: hidden }).arrivals.map(({ service }) => service));
    expect(asked).toEqual(new Set(hall.services.map(({ id }) => id).filter((id) => id !== "proof")));
  });

  it("brings no more work than the counters can do", () => {
    const work = plan.arrivals.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0);
    const hours = plan.shifts.flatMap(({ works }) => works).reduce((sum, { from, to }) => sum + to - from, 0);
    expect(work).toBeGreaterThan(0.5 * hours);
    expect(work).toBeLessThan(1.05 * hours);
  });

  it("gives courtesy and statutory tickets a reason that the hall lists", () => {
    const reasons = {
      courtesy: hall.hall.rules?.courtesyReasons,
      statutory: hall.hall.rules?.statutoryReasons,
      normal: [null],
    };
    for (const arrival of plan.arrivals) expect(reasons[arrival.class]).toContain(arrival.reason);
    expect(plan.arrivals.filter((arrival) => arrival.class === "courtesy").length).toBeGreaterThan(10);
  });

  it("has some who do not come, go to fetch something, are sent on, or give up", () => {
    const deeds = new Set(plan.arrivals.map(({ does }) => does.what));
    expect(deeds).toEqual(new Set(["nothing", "no-show", "hold", "transfer"]));
    expect(plan.arrivals.some(({ leavesAt }) => leavesAt !== null)).toBe(true);
  });

  it("gives each counter one clerk whose stretches follow each other", () => {
    expect(plan.shifts.map(({ counter }) => counter)).toEqual(hall.counters.map(({ number }) => number));
    expect(new Set(plan.shifts.map(({ clerk }) => clerk)).size).toBe(hall.counters.length);
    for (const { works } of plan.shifts) {
      works.forEach(({ from, to }, index) => {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThan(works[index - 1]?.to ?? 0);
      });
    }
  });

  it("takes another day's hours where the hall is closed today", () => {
    expect(planPlausibleDay({ ...day, weekday: "sun" }).part).toEqual({ from: at("08:30"), to: at("17:30") });
  });

  it("says so where no counter is free", () => {
    expect(() => planPlausibleDay({ ...day, counters: [] })).toThrow("no counter of the hall is free");
  });

  it("is played so fast that something happens every few seconds", () => {
    const events = plan.arrivals.length * 3;
    const seconds = (plan.part.to - plan.part.from) / livelySpeed(plan, plan.part) / events;
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(5);
  });
});
