import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmByTimeService, confirmClock } from "../../../server/commands/confirm-clock.ts";
import { Moments } from "../../../server/commands/context.ts";
import { smallHall } from "../domain/small-hall.ts";
import { canonical, folded } from "../domain/canonical.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { MachineClock } from "../../support/machine-clock.ts";
import { at, callNext, HallOnDisk, issue } from "./on-disk.ts";
import { keptTickets, rebuiltTickets } from "./rebuilt.ts";

const file = smallHall({ counters: { 1: [["a"]], 2: [["a"]] }, expireAt: "18:00" });
const hold = { type: "hold", by: "hub", ...at(1), ticket: null, note: null } as const;
const start = { type: "start", by: "hub", ...at(1), ticket: null } as const;

describe("a hall whose machine's clock is doubted", () => {
  let hall: HallOnDisk;
  let machine: MachineClock;

  beforeEach(async () => {
    machine = new MachineClock();
    hall = await new HallOnDisk([], undefined, machine).opens(file);
  });

  afterEach(() => {
    hall.isGone();
  });

  const parts = () => ({ writer: hall.writer, store: hall.store, moments: new Moments() });
  const confirms = (seen = machine.now()) =>
    hall.writer.submit(confirmClock(parts(), { by: "user:li", machine: seen }));
  const types = () => hall.journal().map(({ type }) => type);
  const numberOf = (ticket: string) => hall.writer.state.tickets.get(ticket)?.number;
  const day = () => hall.writer.state.day;

  it("turns no day, closes none and lets no hold lapse, while numbers are taken and called", async () => {
    await hall.asks(issue("x"), callNext(1), start, hold);
    machine.set("2026-11-27T20:00:00+08:00");
    machine.advance({ minutes: 60 });
    expect(await hall.asks(issue("y"), callNext(1))).toEqual([["ticket-issued"], ["ticket-called"]]);
    expect(day()).toEqual({ date: "2026-11-25", isClosed: false });
    expect(hall.writer.state.tickets.get("x")?.state).toBe("held");
    expect(numberOf("y")).toBe("A002");
    expect(hall.writer.state.tickets.get("y")?.issuedAt).toBe(Date.parse("2026-11-25T10:00:00+08:00"));
    expect(types().filter((type) => type.startsWith("clock-"))).toEqual(["clock-doubted"]);
  });

  it("is in doubt still after a restart, and its time goes on from its last event", async () => {
    machine.set("2026-11-27T20:00:00+08:00");
    await hall.asks(issue("x"));
    hall.restarts();
    machine.advance({ minutes: 2 });
    expect(hall.writer.sight.doubt).toBe("leap");
    await hall.asks(issue("y"));
    expect(day()?.date).toBe("2026-11-25");
    expect(types().filter((type) => type === "clock-doubted")).toHaveLength(1);
  });

  it("does what was held back as soon as somebody confirms, before what is asked next", async () => {
    await hall.asks(issue("x"));
    machine.set("2026-11-27T09:00:00+08:00");
    await hall.asks();
    const [confirmed, y] = await Promise.all([confirms(), hall.asks(issue("y"))]);
    expect(confirmed).toMatchObject({ doubt: null, hall: "2026-11-27T09:00:00.000+08:00" });
    expect(y).toEqual([["ticket-issued"]]);
    expect(types().slice(-6)).toEqual([
      "ticket-expired",
      "counter-closed",
      "counter-closed",
      "day-closed",
      "day-opened",
      "ticket-issued",
    ]);
    expect(numberOf("y")).toBe("A001");
    expect(hall.writer.sight.doubt).toBeNull();
  });

  it("closes a day that it slept too long through only once somebody has confirmed", async () => {
    await hall.asks(issue("x"));
    machine.set("2027-01-10T09:00:00+08:00");
    hall.restarts();
    await hall.asks(issue("y"));
    expect([hall.writer.sight.doubt, day()?.date, numberOf("y")]).toEqual(["pause", "2026-11-25", "A002"]);
    await confirms();
    expect(day()).toEqual({ date: "2027-01-10", isClosed: false });
  });

  it("goes on by itself where the clock shows again what can be", async () => {
    machine.set("2026-11-27T09:00:00+08:00");
    await hall.asks(issue("x"));
    machine.set("2026-11-25T09:05:00+08:00");
    await hall.asks(issue("y"));
    expect(types().slice(-4)).toEqual(["clock-doubted", "ticket-issued", "clock-cleared", "ticket-issued"]);
    expect(hall.writer.state.tickets.get("y")?.issuedAt).toBe(machine.now());
  });

  it("is confirmed for the time that was seen, and for no other", async () => {
    machine.set("2026-11-27T09:00:00+08:00");
    const seen = machine.now();
    machine.set("2040-01-01T09:00:00+08:00");
    expect(await confirms(seen)).toEqual({ refused: "clock-changed" });
    expect(hall.writer.sight.doubt).toBe("leap");
  });

  it("is still in doubt where the confirmation did not reach the disk", async () => {
    machine.set("2026-11-27T09:00:00+08:00");
    await hall.asks(issue("x"));
    hall.isReadOnly(true);
    expect(await confirms()).toEqual({ refused: "not-durable" });
    expect([hall.writer.sight.doubt, day()?.date]).toEqual(["leap", "2026-11-25"]);
    hall.isReadOnly(false);
    expect(isRefusal(await confirms())).toBe(false);
    expect(day()?.date).toBe("2026-11-27");
  });

  it("changes nothing where a clock that nobody doubts is confirmed", async () => {
    const before = types();
    expect(await confirms()).toMatchObject({ doubt: null });
    expect(types()).toEqual(before);
  });

  describe("and had gone ahead", () => {
    /** Two numbers on the true day, then a day in 2040 that somebody confirmed, with one. */
    beforeEach(async () => {
      await hall.asks(issue("one"), issue("two"));
      machine.set("2040-01-01T09:00:00+08:00");
      await hall.asks();
      await confirms();
      await hall.asks(issue("far"));
      machine.set("2026-11-25T09:20:00+08:00");
    });

    it("stands still at its last event, and says so, until somebody confirms", async () => {
      await hall.asks(issue("still"));
      expect(hall.writer.sight).toMatchObject({ doubt: "back", now: Date.parse("2040-01-01T09:00:00+08:00") });
      expect([numberOf("still"), day()?.date]).toEqual(["A002", "2040-01-01"]);
    });

    it("comes back, and gives no number of the true day twice", async () => {
      await confirms();
      expect(hall.writer.sight).toEqual({ doubt: null, now: machine.now(), machine: machine.now() });
      await hall.asks(issue("three"));
      expect([numberOf("three"), day()?.date]).toEqual(["A003", "2026-11-25"]);
      expect(hall.writer.state.tickets.get("three")?.issuedAt).toBe(machine.now());
    });

    it("gives none twice either where numbers are taken in the very turn of the confirmation", async () => {
      await Promise.all([hall.asks(issue("before")), confirms(), hall.asks(issue("three"))]);
      expect(numberOf("three")).toBe("A003");
    });

    it("gives none twice when the date comes that it had been at in error", async () => {
      await confirms();
      machine.set("2040-01-01T10:00:00+08:00");
      await hall.asks();
      await confirms();
      await hall.asks(issue("again"));
      expect([numberOf("again"), day()?.date]).toEqual(["A002", "2040-01-01"]);
    });

    it("lists a date's tickets, whenever it was that date, and the journal gives the same rows", async () => {
      await confirms();
      await hall.asks(issue("three"));
      const listed = (date: string) => hall.store.listTickets({ date, limit: 10 }).map(({ id }) => id);
      expect(listed("2026-11-25")).toEqual(["one", "two", "three"]);
      expect(listed("2040-01-01")).toEqual(["far"]);
      expect(listed("2026-11-26")).toEqual([]);
      expect(keptTickets(hall)).toEqual(rebuiltTickets(hall.journal()));
    });

    it("is the same after a restart, and the journal alone gives it", async () => {
      await confirms();
      await hall.asks(issue("three"));
      const before = canonical(hall.writer.state, machine.now());
      expect(canonical(folded(hall.journal()), machine.now())).toEqual(before);
      hall.restarts();
      expect(canonical(hall.writer.state, machine.now())).toEqual(before);
      await hall.asks(issue("four"));
      expect(numberOf("four")).toBe("A004");
    });

    it("turns to the next day as any other", async () => {
      await confirms();
      machine.advance({ minutes: 24 * 60 });
      await hall.asks(issue("next"));
      expect([numberOf("next"), day()?.date]).toEqual(["A001", "2026-11-26"]);
    });

    it("waits for a person as long as anybody is there, whatever the time service says", async () => {
      const serves = () => hall.writer.submit(confirmByTimeService(parts(), machine.now()));
      await serves();
      expect(day()?.date).toBe("2040-01-01");
      await hall.asks({ type: "cancel", by: "hub", ticket: "far" });
      await serves();
      expect(day()?.date).toBe("2026-11-25");
    });
  });

  it("never ends a day by the time service where the clock goes back within it", async () => {
    await hall.asks({ type: "close-day", by: "hub" });
    machine.advance({ minutes: 120 });
    await hall.asks(issue("x"), { type: "cancel", by: "hub", ticket: "x" });
    machine.set("2026-11-25T09:30:00+08:00");
    const before = types();
    await hall.writer.submit(confirmByTimeService(parts(), machine.now()));
    expect(types()).toEqual(before);
    expect(hall.writer.sight.doubt).toBe("back");
  });

  it("goes forward by the time service, whoever waits", async () => {
    await hall.asks(issue("x"));
    machine.set("2026-11-25T11:00:00+08:00");
    await hall.asks();
    await hall.writer.submit(confirmByTimeService(parts(), machine.now()));
    expect(types().at(-1)).toBe("clock-confirmed");
    expect(hall.writer.sight).toMatchObject({ doubt: null, now: machine.now() });
    expect(hall.writer.state.tickets.get("x")?.state).toBe("waiting");
  });
});
