import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Booking } from "../../shared/wire/booking.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Answer, type Person, type Refused } from "../support/desk.ts";
import { forget, sampleHall, startHub, type TestHub } from "../support/hub.ts";

const lan = { name: "欧阳明日香", phone: "13912345678", idNumber: "330102194901011234" };
const at = (time: string): string => `2026-11-25T${time}:00.000+08:00`;

describe("bookings at the desks of a hall", () => {
  let hub: TestHub;
  let desk: Desk;
  let station: Person;

  beforeEach(async () => {
    const file = sampleHall();
    const rules = { ...file.hall.rules, onePerPerson: "service", phoneTickets: true } as const;
    const hall: HallFile = { ...file, hall: { ...file.hall, rules } };
    hub = await startHub({ hall });
    desk = new Desk(hub);
    station = await desk.station();
  });

  afterEach(async () => {
    await hub.stop();
    forget(hub.data);
  });

  const books = (who: Person, start: string, service = "medical"): Promise<Answer<Booking & Refused>> =>
    who.post<Booking & Refused>("/api/bookings", { service, start: at(start), person: lan });

  it("are checked in as often as the same request is sent, and no station is kept waiting for it", async () => {
    const made = expected(await books(desk.stranger(), "10:00"), 201);
    hub.clock.set(at("09:35"));
    const key = { "idempotency-key": "one-press" };
    const statuses = new Set<number>();
    for (let count = 0; count < 40; count += 1)
      statuses.add((await station.post("/api/bookings/check-in", { reference: made.reference }, key)).status);
    expect([...statuses]).toEqual([201]);
  });

  it("check in what is due by phone, and what was missed only after it", async () => {
    const first = expected(await books(desk.stranger(), "10:00"), 201);
    const second = expected(await books(desk.stranger(), "10:30", "pension"), 201);
    hub.clock.set(at("10:20"));
    const byPhone = (): Promise<Answer<Ticket & Refused>> =>
      station.post<Ticket & Refused>("/api/bookings/check-in", { phone: lan.phone });
    const one = expected(await byPhone(), 201);
    expect([one.service, one.class]).toEqual([second.service, "appointment"]);
    const other = expected(await byPhone(), 201);
    expect([other.service, other.class]).toEqual([first.service, "normal"]);
  });

  it("are made by residents and by those who serve them, and by nobody else who is signed in", async () => {
    const clerk = await desk.staff("clerk");
    expected(await books(clerk, "10:00"), 201);
    const made = [...hub.hub.context.store.listBookings({ from: "2026-11-25", until: "2026-11-25" })];
    expect(made.map(({ channel }) => channel)).toEqual(["desk"]);
    expect((await books(clerk, "11:00")).body.code).toBe("already-booked");
    expect((await books(desk.stranger(), "11:00")).body.code).toBe("contact-the-desk");
    for (const who of [await desk.staff("supervisor"), await desk.staff("editor"), station])
      expect((await books(who, "11:00")).body).toMatchObject({ status: 403, code: "not-allowed" });
  });

  it("are found by what is named whole without opening anybody else's data, and else while others have their turn", async () => {
    const { context, keys } = hub.hub;
    const person = (index: number) => ({ name: `居民${String(index)}`, phone: `138000${String(10_000 + index)}` });
    const guide = await desk.staff("guide");
    const made = expected(await books(desk.stranger(), "10:00"), 201);
    const start = Date.parse(at("15:00"));
    await context.writer.submit(({ tx, execute, state }) => {
      for (let index = 0; index < 260; index += 1) {
        const { name, phone } = person(index);
        const row = { id: `person-${String(index)}`, sealed: keys.seal(JSON.stringify({ name, phone })), at: start };
        tx.people.insert({ ...row, idMark: null, phoneMark: keys.markPerson("phone", phone) });
        const event = { personId: row.id, service: "pension", channel: "phone", lang: "zh" } as const;
        state.bookings.put({
          id: `booking-${String(index)}`,
          ...event,
          start,
          end: start + 60_000,
          date: "2026-11-25",
          state: "booked",
          madeAt: 0,
          ticket: null,
          isLate: false,
        });
      }
      return execute({ type: "lift-suspension", by: "hub", personId: "nobody" });
    });
    const opened = vi.spyOn(keys, "open");
    const found = async (q: string): Promise<number> => {
      const answer = await guide.get<{ items: object[] }>(`/api/bookings?q=${encodeURIComponent(q)}`);
      return expected(answer, 200).items.length;
    };
    for (const q of [made.reference, lan.phone, lan.idNumber, person(7).phone])
      expect([q, await found(q)]).toEqual([q, 1]);
    expect(opened.mock.calls.length).toBeLessThan(8);
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (turns < 1000) setImmediate(turn);
    };
    opened.mockClear();
    setImmediate(turn);
    expect(await found("居民")).toBe(200);
    expect(turns).toBeGreaterThan(3);
    expect(opened).toHaveBeenCalledTimes(201);
    expect(await found("居民259")).toBe(1);
  });

  it("and numbers show a station what stations may still give", async () => {
    const { hall } = hub.hub.context.writer.state;
    if (!hall) throw new Error("the hall is loaded");
    const services = hall.file.services.map((service) =>
      service.id === "jobs" ? { ...service, quota: { byChannel: { station: 1 } } } : service,
    );
    await hub.hub.context.writer.submit(({ execute }) =>
      execute({ type: "load-hall", by: "hub", hall: { ...hall.file, services } }),
    );
    await station.take("jobs");
    const jobs = async (who: Person): Promise<HallServiceNow | undefined> =>
      expected(await who.get<HallNow>("/api/hall"), 200).services.find(({ id }) => id === "jobs");
    expect(await jobs(station)).toMatchObject({ open: false, closedFor: "quota-reached", quotaLeft: 0 });
    expect(await jobs(desk.stranger())).toMatchObject({ open: true, closedFor: null, quotaLeft: null });
  });

  it("and numbers tell no stranger who else is queued", async () => {
    const screen = await desk.device("screen");
    const { join } = expected(await screen.get<{ join: string }>("/api/join"), 200);
    const person = { idNumber: lan.idNumber };
    const taken = expected(await station.post<Ticket>("/api/tickets", { service: "jobs", person }), 201);
    const asked = await desk.stranger().post("/api/tickets", { service: "jobs", join, person });
    expect([asked.status, asked.body.code]).toEqual([409, "contact-the-desk"]);
    expect(JSON.stringify(asked.body)).not.toContain(taken.number);
  });
});
