import { describe, expect, it } from "vitest";
import { Announcer } from "../../../display/lobby/announcer.ts";
import type { ListedCall } from "../../../display/lobby/picture.ts";
import { at, listedCall } from "./calls.ts";

function announcer(seconds = 0) {
  const told: string[] = [];
  const sounding = {
    add: (call: ListedCall) => told.push(`add ${call.number} ${String(call.times)}`),
    drop: (number: string) => told.push(`drop ${number}`),
    takeBack: (number: string) => told.push(`take back ${number}`),
    clear: () => told.push("clear"),
  };
  const clock = { seconds };
  return { told, clock, announcer: new Announcer(sounding, () => Date.parse(at(clock.seconds))) };
}

describe("which calls are sounded", () => {
  it("sounds a call that comes in, and the same call only once", () => {
    const { told, announcer: hears } = announcer();
    hears.called(listedCall("S001", 1));
    hears.called(listedCall("S001", 1));
    expect(told).toEqual(["add S001 1"]);
  });

  it("sounds a recall as another call", () => {
    const { told, announcer: hears } = announcer();
    hears.called(listedCall("S001", 1));
    hears.called(listedCall("S001", 1, { times: 2, at: at(20) }));
    expect(told).toEqual(["add S001 1", "add S001 2"]);
  });

  it("sounds a number again that came back and is called anew", () => {
    const { told, announcer: hears } = announcer(600);
    hears.called(listedCall("S001", 1, { at: at(560) }));
    hears.called(listedCall("S001", 1, { at: at(599) }));
    expect(told).toEqual(["add S001 1", "add S001 1"]);
  });

  it("hands on that a call was taken back, and sounds the next one of that number", () => {
    const { told, announcer: hears } = announcer();
    hears.called(listedCall("S001", 1));
    hears.takenBack("S001");
    hears.called(listedCall("S001", 2, { at: at(20) }));
    expect(told).toEqual(["add S001 1", "take back S001", "add S001 1"]);
  });

  it("sounds no silent call", () => {
    const { told, announcer: hears } = announcer();
    hears.called(listedCall("S001", 1, { silent: true }));
    expect(told).toEqual([]);
  });

  it("sounds a call up to a minute old and no older one", () => {
    const { told, announcer: hears } = announcer(60);
    hears.called(listedCall("S001", 1, { at: at(0) }));
    hears.called(listedCall("S002", 1, { at: at(-0.001) }));
    expect(told).toEqual(["add S001 1"]);
  });

  it("takes the calls of its first list for sounded", () => {
    const { told, announcer: hears } = announcer();
    hears.listed([listedCall("S002", 1), listedCall("S001", 1)]);
    hears.called(listedCall("S001", 1));
    expect(told).toEqual([]);
  });

  it("sounds from a later list what it missed, in the order of the calls", () => {
    const { told, announcer: hears } = announcer();
    hears.listed([listedCall("S001", 1)]);
    hears.listed([listedCall("S003", 3), listedCall("S002", 2), listedCall("S001", 1)]);
    expect(told).toEqual(["add S002 1", "add S003 1"]);
  });

  it("sounds the first call after an empty first list", () => {
    const { told, announcer: hears } = announcer();
    hears.listed([]);
    hears.listed([listedCall("S001", 1)]);
    expect(told).toEqual(["add S001 1"]);
  });

  it("drops the sound of a ticket that left, and all of it when the day turns", () => {
    const { told, announcer: hears } = announcer();
    hears.gone("S001");
    hears.newDay();
    expect(told).toEqual(["drop S001", "clear"]);
  });
});
