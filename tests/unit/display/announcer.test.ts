import { describe, expect, it } from "vitest";
import { anyPlace, Announcer, type Place } from "../../../display/lobby/announcer.ts";
import type { ListedCall } from "../../../display/lobby/picture.ts";
import { at, listedCall, lobbyCounter } from "./calls.ts";

function announcer(seconds = 0, place: Partial<Place> = {}) {
  const told: string[] = [];
  const sounding = {
    add: (call: ListedCall) => told.push(`add ${call.number} ${String(call.times)}`),
    drop: (number: string) => told.push(`drop ${number}`),
    leave: (seq: number) => told.push(`leave ${String(seq)}`),
    clear: () => told.push("clear"),
  };
  const clock = { seconds };
  return {
    told,
    clock,
    announcer: new Announcer(
      sounding,
      () => Date.parse(at(clock.seconds)),
      () => ({ ...anyPlace, ...place }),
    ),
  };
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
    hears.gone("S001");
    hears.called(listedCall("S001", 2, { at: at(20) }));
    expect(told).toEqual(["add S001 1", "drop S001", "add S001 1"]);
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

  it("drops the sound of a number whose service has begun, wherever it hears of it", () => {
    const { told, announcer: hears } = announcer();
    hears.counterChanged(lobbyCounter(1, { number: "S001" }));
    hears.counterChanged(lobbyCounter(1, { number: "S001", serving: true }));
    hears.listed([]);
    hears.listed([listedCall("S002", 2)], () => false);
    hears.called(listedCall("S002", 2));
    expect(told).toEqual(["drop S001"]);
  });
});

describe("which screen sounds a call", () => {
  const named = (speakers: Readonly<Record<string, string>>) => listedCall("S001", 1, { seq: 7, speakers });

  it("is the one that the hub names, in whatever area", () => {
    const { told, announcer: hears } = announcer(0, { device: "me" });
    hears.called(named({ main: "other" }));
    hears.called({ ...named({ main: "other", annex: "me" }), number: "S002" });
    hears.called({ ...named({}), number: "S003" });
    expect(told).toEqual(["add S002 1"]);
  });

  it("is every one where the hub names none at all", () => {
    const { told, announcer: hears } = announcer(0, { device: "me" });
    hears.called(listedCall("S001", 1));
    expect(told).toEqual(["add S001 1"]);
  });

  it("is none that is set to be silent, nor one that hears only its own area's calls for another's", () => {
    const silent = announcer(0, { device: "me", speaks: false });
    silent.announcer.called(named({ main: "me" }));
    silent.announcer.renamed({ call: 7, area: "main", screen: "me" });
    expect(silent.told).toEqual([]);
    const own = announcer(0, { device: "me", area: "annex", ownCallsOnly: true });
    own.announcer.called(listedCall("S001", 1));
    own.announcer.called(listedCall("S002", 2, { area: "annex" }));
    expect(own.told).toEqual(["add S002 1"]);
  });

  it("is another once the hub names it: that one says the call, the first one leaves it", () => {
    const [first, second, third] = ["one", "two", "three"].map((device) => announcer(1, { device }));
    for (const { announcer: hears } of [first, second, third].flatMap((each) => each ?? [])) {
      hears.called(named({ main: "one" }));
      hears.renamed({ call: 7, area: "main", screen: "two" });
      hears.renamed({ call: 99, area: "main", screen: "two" });
    }
    expect(first?.told).toEqual(["add S001 1", "leave 7"]);
    expect(second?.told).toEqual(["add S001 1"]);
    expect(third?.told).toEqual([]);
  });

  it("is no other for a call that is silent or too old by then", () => {
    const { told, clock, announcer: hears } = announcer(0, { device: "me" });
    hears.called({ ...named({ main: "one" }), silent: true });
    hears.called({ ...named({ main: "one" }), number: "S002", seq: 8 });
    hears.renamed({ call: 7, area: "main", screen: "me" });
    clock.seconds = 61;
    hears.renamed({ call: 8, area: "main", screen: "me" });
    expect(told).toEqual([]);
  });
});
