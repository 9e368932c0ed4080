import { describe, expect, it } from "vitest";
import type { HallNow, HallServiceNow } from "../../../shared/wire/hall.ts";
import { askBack } from "../../../ticket-station/ask-back.ts";
import {
  frequentServices,
  offeredServices,
  pageOf,
  servicesByCategory,
} from "../../../ticket-station/service-order.ts";
import { aHall, aService } from "../../support/samples.ts";

function service(id: string, more: Partial<HallServiceNow> = {}): HallServiceNow {
  return aService({ id, category: "one", ...more });
}

function hall(services: HallServiceNow[]): HallNow {
  const categories = ["one", "two"].map((id) => ({ id, name: { zh: id, en: id } }));
  return aHall({ categories, services });
}

describe("the first page", () => {
  it("holds the six most taken services, most first", () => {
    const taken = [3, 9, 0, 5, 7, 1, 8, 2];
    const services = taken.map((takenToday, i) => service(`s${String(i)}`, { takenToday }));
    expect(frequentServices(hall(services))).toEqual(["s1", "s6", "s4", "s3", "s0", "s7"]);
  });

  it("follows the hall file where nothing was taken yet", () => {
    const services = ["a", "b", "c", "d", "e", "f", "g"].map((id) => service(id));
    expect(frequentServices(hall(services))).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("never offers what the hall hides, however often the guide issues it", () => {
    const services = [service("a"), service("b", { hidden: true, takenToday: 50 })];
    expect(frequentServices(hall(services))).toEqual(["a"]);
    expect(offeredServices(hall(services)).map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("all services", () => {
  it("stand by category in the hall's order, those of no known category last", () => {
    const services = [
      service("x", { category: "lost" }),
      service("b", { category: "two" }),
      service("a"),
      service("c", { category: "two" }),
    ];
    expect(servicesByCategory(hall(services)).map(({ id }) => id)).toEqual(["a", "b", "c", "x"]);
  });

  it("fill page after page, each once, without a page too many", () => {
    const items = Array.from({ length: 36 }, (_, i) => i);
    const pages = [0, 1, 2, 3].map((page) => pageOf(items, page, 10));
    expect(pages.flatMap((page) => page.items)).toEqual(items);
    expect(pages[0]?.pages).toBe(4);
    expect(pageOf(items.slice(0, 30), 0, 10).pages).toBe(3);
  });

  it("show the last page when the hall has become smaller", () => {
    expect(pageOf([1, 2, 3], 7, 2)).toEqual({ items: [3], page: 1, pages: 2 });
    expect(pageOf([], 0, 10)).toEqual({ items: [], page: 0, pages: 1 });
  });
});

describe("asking back", () => {
  const at = (time: string) => Date.parse(`2026-11-25T${time}:00.000+08:00`);
  const waits = (minutes: number) => service("a", { estimate: { p50: minutes * 60, p90: minutes * 90 } });

  it("gives a number at once when the wait is forty minutes or less", () => {
    expect(askBack(waits(40), hall([]), at("10:00"))).toBeNull();
    expect(askBack(service("a"), hall([]), at("10:00"))).toBeNull();
  });

  it("asks when the wait is longer", () => {
    expect(askBack(waits(41), hall([]), at("10:00"))).toEqual({ why: "long", waitSeconds: 41 * 60 });
  });

  it("asks when the turn would come after closing", () => {
    expect(askBack(waits(30), hall([]), at("11:29"))).toBeNull();
    expect(askBack(waits(30), hall([]), at("11:30"))).toEqual({
      why: "closing",
      until: "2026-11-25T12:00:00.000+08:00",
    });
  });

  it("asks in the last quarter of an hour also where nothing is known of the wait", () => {
    expect(askBack(service("a"), hall([]), at("11:44"))).toBeNull();
    expect(askBack(service("a"), hall([]), at("11:45"))).toMatchObject({ why: "closing" });
  });

  it("leaves it to the hub outside of opening hours", () => {
    expect(askBack(service("a"), hall([]), at("12:30"))).toBeNull();
  });
});
