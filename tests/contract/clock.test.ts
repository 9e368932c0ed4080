import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClockNow } from "../../shared/wire/clock.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { forget, startHub, type TestHub } from "../support/hub.ts";
import { LiveHall } from "../support/live-hall.ts";
import { MachineClock } from "../support/machine-clock.ts";

const FAR = "2026-11-27T20:00:00+08:00";

describe("a machine whose clock goes wrong", () => {
  let machine: MachineClock;
  let hub: TestHub;
  let desk: Desk;
  let technician: Person;
  let vouches = false;

  const timeService = { vouches: () => Promise.resolve(vouches) };

  beforeEach(async () => {
    machine = new MachineClock();
    vouches = false;
    hub = await startHub({ clock: machine, timeService });
    desk = new Desk(hub);
    technician = await desk.staff("technician");
  });

  afterEach(async () => {
    await hub.stop();
    forget(hub.data);
  });

  /** `meanwhile` happens while the hub is off. */
  const restarts = async (meanwhile = (): void => undefined): Promise<void> => {
    await hub.stop();
    meanwhile();
    hub = await startHub({ clock: machine, timeService, data: hub.data });
    desk = new Desk(hub);
    technician = await desk.signIn("technician-1", "password-of-technician-1");
  };
  /** What the hub does by itself every few seconds. */
  const aMomentPasses = async (): Promise<void> => {
    await hub.hub.context.writer.submit(() => null);
    await hub.hub.clockWatch.look();
  };
  const clock = async (): Promise<ClockNow> => expected(await technician.get<ClockNow>("/api/clock"), 200);
  const confirm = (person: Person, seen: string) => person.post<ClockNow>("/api/clock/confirm", { machine: seen });
  const hall = async (): Promise<HallNow> => expected(await desk.stranger().get<HallNow>("/api/hall"), 200);
  const health = async () => (await desk.stranger().get("/healthz")).body;
  const figures = async () => (await hub.app.inject({ method: "GET", url: "/metrics" })).payload;

  it("is believed as long as it goes with the time", async () => {
    expect(await clock()).toEqual({
      doubt: null,
      since: null,
      hall: "2026-11-25T09:00:00.000+08:00",
      machine: "2026-11-25T09:00:00.000+08:00",
    });
    expect(await health()).toMatchObject({ status: "ok", clock: null });
    expect(await figures()).toMatch(/lundao_clock_doubted 0\n[^]*lundao_clock_ahead_seconds 0\n/);
  });

  it("and leaps, lets nothing expire and no day turn, and serves whoever comes", async () => {
    const station = await desk.station();
    const before = await station.take("veterans");
    machine.set(FAR);
    machine.advance({ minutes: 5 });
    await aMomentPasses();
    const clerk = await desk.clerkAt(5);
    expect((await clerk.next()).number).toBe(before.number);
    await clerk.serves();
    expect((await station.take("veterans")).issuedAt).toBe("2026-11-25T09:05:00.000+08:00");
    expect(await hall()).toMatchObject({ date: "2026-11-25", now: "2026-11-25T09:05:00.000+08:00", open: true });
  });

  it("says so wherever the hub is watched, and is well all the same", async () => {
    machine.set(FAR);
    expect(await clock()).toEqual({
      doubt: "leap",
      since: "2026-11-25T09:00:00.000+08:00",
      hall: "2026-11-25T09:00:00.000+08:00",
      machine: "2026-11-27T20:00:00.000+08:00",
    });
    expect(await health()).toMatchObject({ status: "ok", clock: "leap" });
    expect(await figures()).toMatch(/lundao_clock_doubted 1\n[^]*lundao_clock_ahead_seconds 212400\n/);
  });

  it("is confirmed by a technician, and then the day turns", async () => {
    const waiting = await (await desk.station()).take("veterans");
    machine.set(FAR);
    const { machine: seen } = await clock();
    const answer = expected(await confirm(technician, seen), 200);
    expect(answer).toEqual({ doubt: null, since: null, hall: seen, machine: seen });
    expect(await clock()).toEqual(answer);
    expect((await hall()).date).toBe("2026-11-27");
    const history = await technician.get<{ items: { type: string }[] }>(`/api/tickets/${waiting.id}/history`);
    expect(history.body.items.at(-1)?.type).toBe("ticket-expired");
  });

  it("is confirmed by a manager, and by nobody who serves", async () => {
    machine.set(FAR);
    for (const role of ["clerk", "guide", "supervisor", "editor"] as const)
      expect((await confirm(await desk.staff(role), FAR)).status).toBe(403);
    expect((await clock()).doubt).toBe("leap");
    expect((await confirm(await desk.manager(), FAR)).status).toBe(200);
  });

  it("is confirmed for the time that was seen, and for no other", async () => {
    machine.set(FAR);
    const { machine: seen } = await clock();
    machine.set("2040-01-01T09:00:00+08:00");
    expect(await confirm(technician, seen)).toMatchObject({ status: 409, body: { code: "clock-changed" } });
    expect((await clock()).doubt).toBe("leap");
  });

  it.each(["yesterday", "2026-11-27", "2026-11-27T20:00:00", "2026-13-41T20:00:00Z"])(
    "is not confirmed for %s, which is no instant",
    async (seen) => {
      machine.set(FAR);
      expect(await confirm(technician, seen)).toMatchObject({
        status: 400,
        body: { code: "invalid-request", field: "machine" },
      });
    },
  );

  it("asked to be confirmed twice, is so once", async () => {
    machine.set(FAR);
    await confirm(technician, FAR);
    const { seq } = hub.hub.context.writer.state;
    expect((await confirm(technician, FAR)).body).toMatchObject({ doubt: null });
    expect(hub.hub.context.writer.state.seq).toBe(seq);
  });

  it("is confirmed by the time service, as soon as that has set it", async () => {
    machine.set(FAR);
    await aMomentPasses();
    expect((await clock()).doubt).toBe("leap");
    await restarts();
    vouches = true;
    await aMomentPasses();
    expect([(await clock()).doubt, (await hall()).date]).toEqual([null, "2026-11-27"]);
  });

  it("and moves while the time service is asked, is not confirmed by what that said of another time", async () => {
    machine.set(FAR);
    await hub.stop();
    const movesMeanwhile = {
      vouches: () => {
        machine.set("2040-01-01T09:00:00+08:00");
        return Promise.resolve(true);
      },
    };
    hub = await startHub({ clock: machine, timeService: movesMeanwhile, data: hub.data });
    await aMomentPasses();
    expect(hub.hub.context.writer.sight.doubt).toBe("leap");
  });

  it("and is in doubt, still is after a restart", async () => {
    machine.set(FAR);
    await aMomentPasses();
    machine.advance({ minutes: 1 });
    await restarts();
    expect((await clock()).doubt).toBe("leap");
    expect((await hall()).date).toBe("2026-11-25");
    expect((await confirm(technician, FAR)).status).toBe(200);
    await restarts();
    expect((await clock()).doubt).toBeNull();
    expect((await hall()).date).toBe("2026-11-27");
  });

  it("and is started more than 30 days after the last event, waits for a word before the day turns", async () => {
    await restarts(() => {
      machine.set("2026-12-26T09:00:00+08:00");
    });
    expect((await clock()).doubt).toBe("pause");
    expect((await hall()).date).toBe("2026-11-25");
    await confirm(technician, (await clock()).machine);
    expect((await hall()).date).toBe("2026-12-26");
  });

  it("and was 29 days away, is believed", async () => {
    await restarts(() => {
      machine.set("2026-12-24T09:00:00+08:00");
    });
    expect([(await clock()).doubt, (await hall()).date]).toEqual([null, "2026-12-24"]);
  });

  it("and steps back, keeps the last event's instant, says so, and needs no word", async () => {
    const station = await desk.station();
    const first = await station.take("veterans");
    machine.set("2026-11-25T08:30:00+08:00");
    const second = await station.take("veterans");
    expect([second.issuedAt, second.ahead]).toEqual([first.issuedAt, 1]);
    expect(await clock()).toMatchObject({ doubt: "back", since: null, machine: "2026-11-25T08:30:00.000+08:00" });
    expect(await health()).toMatchObject({ status: "ok", clock: "back" });
    machine.advance({ minutes: 40 });
    expect((await station.take("veterans")).issuedAt).toBe("2026-11-25T09:10:00.000+08:00");
    expect((await clock()).doubt).toBeNull();
  });

  it("and had been years ahead, comes back to the day that it is without giving a number of it twice", async () => {
    const station = await desk.station();
    const number = async () => (await station.take("veterans")).number;
    const given = [await number(), await number()];
    machine.set("2040-01-02T09:00:00+08:00");
    await confirm(technician, "2040-01-02T09:00:00+08:00");
    technician = await desk.signIn("technician-1", "password-of-technician-1");
    expect(await number()).toBe(given[0]);
    machine.set("2026-11-25T09:30:00+08:00");
    expect((await clock()).doubt).toBe("back");
    expect((await confirm(technician, (await clock()).machine)).status).toBe(200);
    expect(await hall()).toMatchObject({ date: "2026-11-25", now: "2026-11-25T09:30:00.000+08:00" });
    const next = await number();
    expect([...given, next].map((each) => Number(each.slice(-3)))).toEqual([1, 2, 3]);
    const listed = await technician.get<{ items: Ticket[] }>("/api/tickets?state=waiting");
    expect(listed.body.items.map((ticket) => ticket.number)).toEqual([next]);
  });

  it("is not guarded where the hub's clock is a test's", async () => {
    const other = await startHub();
    other.clock.set("2040-01-01T09:00:00+08:00");
    const { body } = await new Desk(other).stranger().get<HallNow>("/api/hall");
    await other.hub.context.writer.submit(() => null);
    expect([body.date, other.hub.context.writer.state.day?.date]).toEqual(["2040-01-01", "2040-01-01"]);
    await other.stop();
    forget(other.data);
  });
});

describe("what is told live of the machine's clock", () => {
  it("reaches technicians when it is doubted and when no more, and staff's lists with the journal's events", async () => {
    const machine = new MachineClock();
    const live = await LiveHall.start({ clock: machine });
    try {
      const technician = await live.desk.staff("technician");
      const health = await live.watching("health", technician);
      expect(health.snapshot.data).toMatchObject({ clock: { doubt: null } });
      const queue = await live.watching("queue", technician);
      machine.set(FAR);
      await live.hub.hub.context.writer.submit(() => null);
      await live.hub.hub.clockWatch.look();
      await technician.post("/api/clock/confirm", { machine: FAR });
      await live.hub.hub.clockWatch.look();
      const [doubted, believed] = (await health.client.rest()).map(({ event }) => event);
      expect(doubted).toMatchObject({ type: "clock", clock: { doubt: "leap" } });
      expect(believed).toMatchObject({ type: "clock", clock: { doubt: null } });
      const types = (await queue.client.rest()).map(({ event }) => event?.type);
      expect(types.filter((type) => type?.startsWith("clock-") === true)).toEqual(["clock-doubted", "clock-confirmed"]);
    } finally {
      await live.end();
    }
  });
});
