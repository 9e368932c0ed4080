import { describe, expect, it } from "vitest";
import { blankPicture } from "../../../display/lobby/picture.ts";
import { busyHall } from "../../../display/preview/busy-hall.ts";
import { hallNow, listedCall, lobbyCounter, nine } from "../display/calls.ts";

const hall = hallNow();

describe("a hall that a screen is tried in", () => {
  it("is the hall as it is while somebody is called and somebody waits", () => {
    const picture = { ...blankPicture, calls: [listedCall("S001", 1)], waiting: { pension: 2 }, ready: ["S002"] };
    expect(busyHall(hall, picture, nine)).toEqual({ picture, isMadeUp: false });
  });

  it("has calls of its own counters, at which they are wanted, where nobody was called today", () => {
    const counters = [lobbyCounter(1, { state: "closed" }), lobbyCounter(8, { services: [] })];
    const old = listedCall("S099", 1, { at: "2026-11-24T16:00:00.000+08:00" });
    const { picture, isMadeUp } = busyHall(hall, { ...blankPicture, counters, calls: [old] }, nine);
    expect(isMadeUp).toBe(true);
    expect(picture.calls.map(({ number, counter, at }) => [number, counter, at])).toEqual([["S012", 1, nine]]);
    expect(picture.counters.map(({ state, number }) => [state, number])).toEqual([
      ["open", "S012"],
      ["open", null],
    ]);
  });

  it("has somebody waiting for each of its services where nobody does, and never for one that it hides", () => {
    const services = hall.services.map((service) => ({ ...service, hidden: service.id === "card" }));
    const { picture } = busyHall(hallNow({ services }), { ...blankPicture, calls: [listedCall("S001", 1)] }, nine);
    expect(picture.waiting).toEqual({ pension: 8, claims: 3 });
    expect(picture.calls).toHaveLength(1);
    expect(picture.ready).toHaveLength(2);
  });
});
