import { describe, expect, it } from "vitest";
import { allClearMillis, EmergencyKeeper } from "../../../shared/ui/emergency-keeper.ts";
import type { EmergencyTold } from "../../../shared/wire/live.ts";
import type { Emergency } from "../../../shared/wire/lobby.ts";

const raisedAt = "2026-11-25T09:00:00.000+08:00";
const start = Date.parse(raisedAt);
const words = { zh: "请离开", en: "Leave" };
const fire: Emergency = {
  id: "e1",
  template: "fire",
  title: words,
  text: words,
  stopsService: true,
  areas: null,
  raisedAt,
  until: "2026-11-25T09:30:00.000+08:00",
};
const until = Date.parse(fire.until);
const raised: EmergencyTold = { type: "emergency", at: raisedAt, emergency: fire };
const over = { type: "emergency", at: "2026-11-25T09:10:00.000+08:00", emergency: null } as const;

describe("what a screen knows of an emergency", () => {
  it("is nothing at first, and then what it was told or found", () => {
    const keeper = new EmergencyKeeper();
    expect(keeper.shows(start, true)).toBeNull();
    keeper.told(raised);
    expect(keeper.shows(start, true)).toBe(fire);
    const found = new EmergencyKeeper();
    found.stands(fire);
    expect(found.shows(start, true)).toBe(fire);
  });

  it("lasts without the hub until its time is over, and with it as long as the hub says so", () => {
    const keeper = new EmergencyKeeper();
    keeper.told(raised);
    expect(keeper.shows(until - 1, false)).toBe(fire);
    expect(keeper.shows(until, false)).toBeNull();
    expect(keeper.shows(until + 60_000, true)).toBe(fire);
  });

  it("is the all-clear for a while, where somebody gave it", () => {
    const keeper = new EmergencyKeeper();
    keeper.told(raised);
    keeper.told({ ...over, allClear: true });
    const cleared = Date.parse(over.at);
    expect(keeper.shows(cleared + allClearMillis - 1, true)).toBe("all-clear");
    expect(keeper.shows(cleared + allClearMillis, true)).toBeNull();
  });

  it("is nothing at once where its time was over, or it is meant for others now", () => {
    const keeper = new EmergencyKeeper();
    keeper.told(raised);
    keeper.told(over);
    expect(keeper.shows(Date.parse(over.at), true)).toBeNull();
  });

  it("tells no all-clear of what it never showed, nor once another is raised, nor after coming back to none", () => {
    const late = new EmergencyKeeper();
    late.told({ ...over, allClear: true });
    expect(late.shows(Date.parse(over.at), true)).toBeNull();
    const again = new EmergencyKeeper();
    again.told(raised);
    again.told({ ...over, allClear: true });
    again.told({ ...raised, emergency: { ...fire, id: "e2" } });
    expect(again.shows(Date.parse(over.at), true)).toMatchObject({ id: "e2" });
    again.stands(null);
    expect(again.shows(Date.parse(over.at), true)).toBeNull();
  });
});
