import { describe, expect, it } from "vitest";
import { HallClock } from "../../../server/commands/hall-clock.ts";
import type { Sight } from "../../../server/domain/sight.ts";
import type { HallState } from "../../../server/domain/state.ts";
import { TestClock } from "../../support/hub.ts";
import { MachineClock } from "../../support/machine-clock.ts";

type Known = Pick<HallState, "at" | "clockDoubt">;

const morning = Date.parse("2026-11-25T09:00:00+08:00");
const minutes = (count: number): number => count * 60_000;
const days = (count: number): number => count * 24 * minutes(60);

/** A hub that has started in the morning, its last event just before. */
function started({ last = morning, doubt = null as "leap" | "pause" | null } = {}) {
  const machine = new MachineClock();
  const clock = new HallClock(machine);
  const known: Known = { at: last, clockDoubt: doubt && { why: doubt, since: last, machine: last } };
  const look = (): Sight => clock.look(known);
  look();
  return { machine, clock, known, look };
}

describe("the machine's clock", () => {
  it("is the hall's as long as it goes with the time", () => {
    const { machine, look } = started();
    for (let hour = 0; hour < 40 * 24; hour += 1) {
      machine.advance({ minutes: 60 });
      expect(look()).toEqual({ now: machine.now(), machine: machine.now(), doubt: null });
    }
  });

  it("is believed ten minutes ahead, and no further", () => {
    const { machine, look } = started();
    machine.advance({ minutes: 30 });
    machine.set("2026-11-25T09:40:00+08:00");
    expect(look().doubt).toBeNull();
    machine.set("2026-11-25T09:40:01+08:00");
    expect(look()).toEqual({ now: morning + minutes(40), machine: morning + minutes(40) + 1000, doubt: "leap" });
    machine.advance({ minutes: 1 });
    expect(look()).toMatchObject({ now: morning + minutes(41), doubt: "leap" });
  });

  it("goes on by itself in doubt, from the instant that was believed", () => {
    const { machine, look } = started();
    machine.advance({ minutes: 30 });
    machine.set("2040-01-01T00:00:00+08:00");
    machine.advance({ minutes: 90 });
    expect(look()).toMatchObject({ now: morning + minutes(120), doubt: "leap" });
  });

  it("goes on from where it was when it was last believed, though that was a little fast", () => {
    const { machine, look } = started();
    machine.set("2026-11-25T09:09:00+08:00");
    expect(look()).toMatchObject({ now: morning + minutes(9), doubt: null });
    machine.advance({ minutes: 1 });
    machine.set("2026-11-25T09:20:00+08:00");
    expect(look()).toMatchObject({ now: morning + minutes(10), doubt: "leap" });
  });

  it("may run a little fast: what has added up over the months is no leap", () => {
    const { machine, look } = started();
    for (let hour = 0; hour < 90 * 24; hour += 1) {
      machine.advance({ minutes: 60 });
      machine.set(new Date(machine.now() + 1000).toISOString());
      expect(look().doubt).toBeNull();
    }
  });

  it("may leap and come back: then it is believed again by itself", () => {
    const { machine, look } = started();
    machine.set("2026-11-25T12:00:00+08:00");
    expect(look().doubt).toBe("leap");
    machine.advance({ minutes: 2 });
    machine.set("2026-11-25T09:02:00+08:00");
    expect(look()).toEqual({ now: morning + minutes(2), machine: morning + minutes(2), doubt: null });
  });

  it("is believed where somebody says so", () => {
    const { machine, clock, look } = started();
    machine.set("2026-11-25T12:00:00+08:00");
    expect(look().doubt).toBe("leap");
    clock.believe();
    expect(look()).toMatchObject({ now: machine.now(), doubt: null });
    machine.advance({ minutes: 5 });
    expect(look()).toMatchObject({ now: machine.now(), doubt: null });
    machine.set("2026-11-25T12:16:00+08:00");
    expect(look().doubt).toBe("leap");
  });

  it("is not guarded where nothing tells how much time has passed", () => {
    const machine = new TestClock();
    const clock = new HallClock(machine);
    const look = () => clock.look({ at: morning, clockDoubt: null });
    look();
    machine.set("2040-01-01T00:00:00+08:00");
    expect(look()).toEqual({ now: machine.now(), machine: machine.now(), doubt: null });
  });
});

describe("a clock that steps back", () => {
  it("leaves the hall at its last event until it has caught up, and is told of", () => {
    const { machine, look } = started({ last: morning });
    machine.set("2026-11-25T08:00:00+08:00");
    expect(look()).toEqual({ now: morning, machine: morning - minutes(60), doubt: "back" });
    machine.advance({ minutes: 59 });
    expect(look()).toEqual({ now: morning, machine: morning - minutes(1), doubt: "back" });
    machine.advance({ minutes: 2 });
    expect(look()).toEqual({ now: morning + minutes(1), machine: morning + minutes(1), doubt: null });
  });

  it("by moments is nobody's concern, and still no event is before the last", () => {
    const { machine, look } = started();
    machine.set("2026-11-25T08:59:55+08:00");
    expect(look()).toEqual({ now: morning, machine: morning - 5000, doubt: null });
  });

  it("and is set right has not leapt", () => {
    const { machine, look } = started();
    machine.advance({ minutes: 10 });
    machine.set("2026-11-25T08:00:00+08:00");
    expect(look().doubt).toBe("back");
    machine.advance({ minutes: 5 });
    machine.set("2026-11-25T09:15:00+08:00");
    expect(look()).toMatchObject({ now: morning + minutes(15), doubt: null });
  });
});

describe("a clock at a start", () => {
  it.each([0, 1, 30])("is believed %d days after the last event", (count) => {
    expect(started({ last: morning - days(count) }).look()).toMatchObject({ now: morning, doubt: null });
  });

  it("is doubted more than 30 days after the last event, and the hall goes on from there", () => {
    const last = morning - days(30) - 1;
    const { machine, look } = started({ last });
    expect(look()).toEqual({ now: last, machine: morning, doubt: "pause" });
    machine.advance({ minutes: 20 });
    expect(look()).toMatchObject({ now: last + minutes(20), doubt: "pause" });
  });

  it("is believed again, and guarded, once it is set to within those 30 days", () => {
    const { machine, look } = started({ last: morning - days(31) });
    machine.set("2026-11-20T09:00:00+08:00");
    expect(look()).toMatchObject({ now: machine.now(), doubt: null });
    machine.advance({ minutes: 1 });
    expect(look()).toMatchObject({ now: machine.now(), doubt: null });
    machine.set("2026-11-20T09:30:00+08:00");
    expect(look().doubt).toBe("leap");
  });

  it("is believed where there is no event to go by", () => {
    expect(started({ last: 0 }).look()).toMatchObject({ now: morning, doubt: null });
  });

  it("that has lost its time keeps the last event's, and is judged once it has been set", () => {
    const { machine, look } = started({ last: morning + days(1) });
    expect(look()).toMatchObject({ now: morning + days(1), doubt: "back" });
    machine.set("2026-11-27T09:00:00+08:00");
    expect(look()).toMatchObject({ now: machine.now(), doubt: null });
    const late = started({ last: morning + days(1) });
    late.machine.set("2027-11-27T09:00:00+08:00");
    expect(late.look()).toMatchObject({ now: morning + days(1), doubt: "pause" });
  });

  it.each(["leap", "pause"] as const)("in doubt stays in doubt: %s", (doubt) => {
    const { machine, look } = started({ last: morning - days(40), doubt });
    machine.advance({ minutes: 5 });
    expect(look()).toMatchObject({ now: morning - days(40) + minutes(5), doubt });
  });

  it("in doubt is believed again where it shows what can be", () => {
    const { look } = started({ last: morning - minutes(3), doubt: "leap" });
    expect(look()).toMatchObject({ now: morning, doubt: null });
  });
});
