import { afterEach, describe, expect, it } from "vitest";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Booking } from "../../shared/wire/booking.ts";
import type { Ticket, TicketHistory } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { end, MORNING, sampleHall, startHub, TestClock, type TestHub } from "../support/hub.ts";

const everyDay = (...hours: [string, string][]): HallFile["hall"]["hours"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});

/** The sample hall in another place, open every day; without `expireAt` its day ends at midnight. */
function hallIn(timezone: string, change: Partial<HallFile["hall"]> = {}): HallFile {
  const file = sampleHall();
  const { expireAt: _, ...hall } = file.hall;
  const rules = { ...hall.rules, onePerPerson: "off" as const };
  const own = { timezone, calendar: {}, lastTicketMinutes: 0, hours: everyDay(["08:30", "23:59"]), rules };
  return { ...file, hall: { ...hall, ...own, ...change } };
}

describe("a hall's nights", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  const opens = async (hall: HallFile, at: string): Promise<void> => {
    hub = await startHub({ hall, clock: new TestClock(at) });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  };
  /** What the hub's own clockwork does every few seconds. */
  const hourPasses = (): Promise<unknown> => hub.hub.context.writer.submit(() => null);
  const stateOf = async ({ id }: Pick<Ticket, "id">): Promise<string> => (await guide.ticket(id)).state;

  afterEach(() => end(hub));

  it("end a day that was slept through before the first answer of the next start", async () => {
    await opens(hallIn("Asia/Shanghai", { hours: sampleHall().hall.hours, expireAt: "20:00" }), MORNING);
    const clerks = [await desk.clerkAt(4), await desk.clerkAt(7)] as const;
    const person = { name: "欧阳明日香", phone: "13912345678" };
    const asked = { service: "medical", start: "2026-11-25T11:00:00+08:00", person };
    const booking = expected(await desk.stranger().post<Booking>("/api/bookings", asked), 201);
    const [served, called, waiting] = [
      await station.take("household"),
      await station.take("proof"),
      await station.take("proof"),
    ];
    await clerks[0].next();
    await clerks[0].does("start");
    await clerks[1].next();
    hub.clock.advance({ minutes: 30 });
    const { headers } = guide;
    await hub.stop();
    hub.clock.set("2026-11-25T21:00:00+08:00");
    hub = await startHub({ data: hub.data, clock: hub.clock });
    desk = new Desk(hub);
    guide = desk.as(headers);
    // The very first thing asked of it is how they stand.
    expect([await stateOf(served), await stateOf(called), await stateOf(waiting)]).toEqual([
      "unfinished",
      "expired",
      "expired",
    ]);
    const { items } = expected(await guide.get<TicketHistory>(`/api/tickets/${called.id}/history`), 200);
    expect(items.map(({ type }) => type)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-missed",
      "ticket-expired",
    ]);
    const counters = await guide.get<{ items: { state: string }[] }>("/api/counters");
    expect(new Set(counters.body.items.map(({ state }) => state))).toEqual(new Set(["closed"]));
    expect((await desk.stranger().get<Booking>(`/api/b/${booking.token}`)).body.state).toBe("missed");
  });

  it.each([
    ["Asia/Shanghai", "2026-11-25T23:58:00+08:00", "2026-11-26T00:00:00+08:00"],
    // Of a day of 25 hours the last one counts as well.
    ["America/New_York", "2026-11-01T23:58:00-05:00", "2026-11-02T00:00:00-05:00"],
    // Here summer time begins at midnight: there is no 00:00, and the day before has 24 hours nevertheless.
    ["Africa/Cairo", "2026-04-23T23:58:00+02:00", "2026-04-24T01:00:00+03:00"],
    ["Asia/Kathmandu", "2026-11-25T23:58:00+05:45", "2026-11-26T00:00:00+05:45"],
  ])("turn the day at the hall's own midnight: %s", async (timezone, evening, midnight) => {
    const machine = process.env["TZ"];
    process.env["TZ"] = "Pacific/Kiritimati";
    try {
      await opens(hallIn(timezone), evening);
      const late = await station.take("proof");
      expect(late.number).toBe("Z001");
      hub.clock.set(new Date(Date.parse(midnight) - 1).toISOString());
      await hourPasses();
      expect(await stateOf(late)).toBe("waiting");
      hub.clock.set(midnight);
      await hourPasses();
      expect(await stateOf(late)).toBe("expired");
      expect(hub.hub.context.writer.state.day?.date).toBe(midnight.slice(0, 10));
      hub.clock.advance({ minutes: 9 * 60 });
      expect((await station.take("proof")).number).toBe("Z001");
    } finally {
      if (machine === undefined) delete process.env["TZ"];
      else process.env["TZ"] = machine;
    }
  });

  it("give no number of either day twice to those who come at once while the day turns", async () => {
    await opens(hallIn("Asia/Shanghai", { hours: everyDay(["00:00", "23:59"]) }), "2026-11-25T23:58:59+08:00");
    const takesMany = (): Promise<Ticket[]> => Promise.all(Array.from({ length: 20 }, () => station.take("proof")));
    const evening = await takesMany();
    const across = takesMany();
    hub.clock.set("2026-11-26T00:00:00+08:00");
    const taken = [...evening, ...(await Promise.all([across, takesMany()])).flat()];
    const numbers = new Map<string, string[]>();
    for (const { issuedAt, number } of taken) {
      const date = issuedAt.slice(0, 10);
      numbers.set(date, [...(numbers.get(date) ?? []), number]);
    }
    expect([...numbers.keys()].sort()).toEqual(["2026-11-25", "2026-11-26"]);
    for (const given of numbers.values())
      expect(given.sort()).toEqual(given.map((_, index) => `Z${String(index + 1).padStart(3, "0")}`));
    expect(new Set(taken.map(({ id }) => id)).size).toBe(60);
  });

  it("move a booking's slot with the hall's clock where summer time ends in between", async () => {
    const hall = hallIn("Europe/Berlin", { hours: everyDay(["08:30", "12:00"]) });
    await opens(hall, "2026-10-24T09:00:00+02:00");
    const slots = await desk
      .stranger()
      .get<{ items: { start: string }[] }>("/api/services/medical/slots?date=2026-10-25");
    expect(slots.body.items[0]?.start).toBe("2026-10-25T08:30:00.000+01:00");
    const person = { name: "欧阳明日香", phone: "13912345678" };
    const booked = { service: "medical", start: "2026-10-25T10:00:00+01:00", person };
    const { reference } = expected(await desk.stranger().post<Booking>("/api/bookings", booked), 201);
    const checkIn = () =>
      station.post<{ code: string; start: string } & Ticket>("/api/bookings/check-in", { reference });
    // What would be half past nine by the clock of the day before.
    hub.clock.set("2026-10-25T09:30:00+02:00");
    const early = await checkIn();
    expect([early.status, early.body.code, early.body.start]).toEqual([
      409,
      "too-early",
      "2026-10-25T10:00:00.000+01:00",
    ]);
    hub.clock.set("2026-10-25T09:30:00+01:00");
    expect(expected(await checkIn(), 201)).toMatchObject({ class: "appointment", state: "waiting", ahead: null });
  });
});
