import { describe, expect, it } from "vitest";
import type { HallNow, HallServiceNow } from "../../../shared/wire/hall.ts";
import { askBack } from "../../../ticket-station/ask-back.ts";
import {
  keptPlaces,
  nextPlaces,
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
  const page = ["a", "b", "c", "d", "e", "f"];
  /** Eight services in the hall file's order, of each so many taken. */
  const takenOf = (...taken: number[]) =>
    hall(taken.map((takenToday, i) => service("abcdefgh".charAt(i), { takenToday })));

  it("follows the hall file where nothing was taken yet", () => {
    expect(nextPlaces([], takenOf(0, 0, 0, 0, 0, 0, 0, 0))).toEqual(page);
  });

  it("keeps every place where it is, however often which of them is taken", () => {
    expect(nextPlaces(page, takenOf(1, 30, 4, 90, 2, 8, 0, 0))).toEqual(page);
  });

  it("lets nobody in from behind who is only a little ahead: not five more, or not half again as many", () => {
    expect(nextPlaces(page, takenOf(9, 9, 2, 9, 9, 9, 6, 0))).toEqual(page);
    expect(nextPlaces(page, takenOf(40, 40, 20, 40, 40, 40, 29, 0))).toEqual(page);
  });

  it("gives a service with a clear lead the place of the least taken, and moves no other", () => {
    expect(nextPlaces(page, takenOf(9, 9, 2, 9, 9, 9, 7, 0))).toEqual(["a", "b", "g", "d", "e", "f"]);
    expect(nextPlaces(page, takenOf(40, 40, 20, 40, 40, 40, 30, 0))).toEqual(["a", "b", "g", "d", "e", "f"]);
  });

  it("does not swap back and forth: who was let in stays until another leads as clearly", () => {
    const swapped = nextPlaces(page, takenOf(9, 9, 2, 9, 9, 9, 7, 0));
    expect(nextPlaces(swapped, takenOf(9, 9, 11, 9, 9, 9, 7, 0))).toEqual(swapped);
    expect(nextPlaces(swapped, takenOf(9, 9, 12, 9, 9, 9, 7, 0))).toEqual(page);
  });

  it("has the busiest of a day that is under way at once when the station is switched on", () => {
    expect(nextPlaces([], takenOf(0, 0, 20, 20, 20, 20, 12, 15))).toEqual(["g", "h", "c", "d", "e", "f"]);
  });

  it("gives the place of a service that is gone to one from behind, and moves no other", () => {
    const services = ["a", "b", "d", "e", "f", "g", "h"].map((id) => service(id, { takenToday: id === "h" ? 1 : 0 }));
    expect(keptPlaces(page, hall(services))).toEqual(["a", "b", "h", "d", "e", "f"]);
    expect(keptPlaces(page, hall(services.slice(0, 4)))).toEqual(["a", "b", "e", "d"]);
  });

  it("never offers what the hall hides, however often the guide issues it", () => {
    const services = [service("a"), service("b", { hidden: true, takenToday: 50 })];
    expect(nextPlaces([], hall(services))).toEqual(["a"]);
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
