import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetOld } from "../../server/commands/forget-old.ts";
import type { Booking, BookingOfPerson, SlotList } from "../../shared/wire/booking.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Answer, type Person, type Refused } from "../support/desk.ts";
import { forget, sampleHall, startHub, type TestHub } from "../support/hub.ts";

type Rules = Partial<NonNullable<HallFile["hall"]["rules"]>>;
type Taken = Ticket & { readonly token: string };

function hallWith(rules: Rules): HallFile {
  const file = sampleHall();
  return { ...file, hall: { ...file.hall, rules: { ...file.hall.rules, onePerPerson: "off", ...rules } } };
}

const lan = { name: "欧阳明日香", phone: "139 1234 5678", idNumber: "330102194901011234" };
const someone = (index: number) => ({ name: `居民${String(index)}`, phone: `1380000${String(1000 + index)}` });
const TEN = "2026-11-25T10:00:00.000+08:00";
const TOMORROW_TEN = "2026-11-26T10:00:00.000+08:00";

describe("bookings", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  const open = async (rules: Rules = {}): Promise<void> => {
    hub = await startHub({ hall: hallWith(rules) });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  };

  const books = (who: Person, person: object, more: object = {}): Promise<Answer<Booking & Refused>> =>
    who.post<Booking & Refused>("/api/bookings", { service: "medical", start: TEN, person, ...more });
  const booked = async (person: object, more: object = {}): Promise<Booking> =>
    expected(await books(desk.stranger(), person, more), 201);
  const checksIn = (body: object, who = station): Promise<Answer<Taken & Refused & { start?: string }>> =>
    who.post("/api/bookings/check-in", body);
  const listed = async (query = ""): Promise<BookingOfPerson[]> =>
    expected(await guide.get<{ items: BookingOfPerson[] }>(`/api/bookings${query}`), 200).items;
  const slots = async (query = ""): Promise<SlotList> =>
    expected(await desk.stranger().get<SlotList>(`/api/services/medical/slots${query}`), 200);

  beforeEach(() => open());

  afterEach(async () => {
    await hub.stop();
    forget(hub.data);
  });

  it("show the slots of a day and on which days something is free", async () => {
    const today = await slots("?date=2026-11-25");
    expect(today.items[0]).toEqual({ start: TEN, end: "2026-11-25T10:30:00.000+08:00", free: 3 });
    expect(today.items.every(({ start }) => !start.includes("T12:") && !start.includes("T13:00"))).toBe(true);
    expect(today.days[0]).toEqual({ date: "2026-11-25", free: 3 * today.items.length });
    await booked(someone(1));
    expect((await slots()).items[0]?.free).toBe(2);
    const refused = await desk.stranger().get<Refused>("/api/services/moon/slots");
    expect([refused.status, refused.body.code]).toEqual([404, "not-found"]);
    expect((await desk.stranger().get<Refused>("/api/services/medical/slots?date=2026-02-30")).body).toMatchObject({
      code: "invalid-request",
      field: "date",
    });
    expect((await desk.stranger().get<SlotList>("/api/services/proof/slots")).body.items).toEqual([]);
  });

  it("are made by anyone, and found, moved and given up by whoever holds the link", async () => {
    const made = await booked(lan);
    expect(made).toMatchObject({ service: "medical", start: TEN, state: "booked", ticket: null });
    expect(made.reference).toMatch(/^\d{8}$/);
    const page = `/api/b/${made.token}`;
    expect((await desk.stranger().get(page)).body).toEqual(made);
    const moved = await desk.stranger().ask<Booking>("PATCH", page, { body: { start: TOMORROW_TEN } });
    expect([moved.status, moved.body.start, moved.body.reference]).toEqual([200, TOMORROW_TEN, made.reference]);
    const given = await desk.stranger().ask<Booking>("DELETE", page);
    expect([given.status, given.body.state]).toEqual([200, "cancelled"]);
    const again = await desk.stranger().ask("PATCH", page, { body: { start: TEN } });
    expect([again.status, again.body.code]).toEqual([409, "booking-over"]);
  });

  it("are opened by their own link alone: no ticket's, no cut one, no other's", async () => {
    const made = await booked(lan);
    const ticket = await station.take("proof");
    for (const token of [ticket.token, made.token.slice(1), `${made.token}A`, "none"])
      expect((await desk.stranger().get<Refused>(`/api/b/${token}`)).status).toBe(404);
    expect((await desk.stranger().get<Refused>(`/api/t/${made.token}`)).status).toBe(404);
  });

  it("never overrun a slot, however many ask at once", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => books(desk.stranger(), someone(index))));
    const codes = answers.map(({ status, body }) => (status === 201 ? "booked" : body.code));
    expect([
      codes.filter((code) => code === "booked").length,
      codes.filter((code) => code === "slot-full").length,
    ]).toEqual([3, 37]);
    expect((await slots("?date=2026-11-25")).items[0]?.free).toBe(0);
    expect(await listed()).toHaveLength(3);
    const references = answers.filter(({ status }) => status === 201).map(({ body }) => body.reference);
    expect(new Set(references).size).toBe(3);
  });

  it("name the input that is wrong, and change nothing", async () => {
    const { seq } = hub.hub.context.writer.state;
    const wrong: readonly (readonly [object, number, string, string])[] = [
      [{ start: "soon" }, 400, "invalid-request", "start"],
      [{ start: "2026-11-25T10:10:00+08:00" }, 409, "slot-closed", "start"],
      [{ start: "2026-11-25T09:30:00+08:00" }, 409, "slot-closed", "start"],
      [{ service: "moon" }, 404, "not-found", "service"],
      [{ service: "proof" }, 409, "not-bookable", "service"],
      [{ person: { name: "李" } }, 400, "invalid-request", "person.phone"],
      [{ person: { name: "李", phone: "abc" } }, 400, "invalid-request", "person.phone"],
      [{ person: { name: " ", phone: "123456" } }, 400, "invalid-request", "person.name"],
      [{ channel: "desk" }, 403, "not-allowed", "channel"],
    ];
    for (const [more, status, code, field] of wrong) {
      const answer = await books(desk.stranger(), lan, more);
      expect([more, answer.body]).toMatchObject([more, { status, code, field }]);
    }
    expect((await checksIn({})).body).toMatchObject({ code: "invalid-request", field: "reference" });
    expect((await checksIn({ reference: "12345678", phone: "123" })).body.code).toBe("invalid-request");
    expect(hub.hub.context.writer.state.seq).toBe(seq);
  });

  it("are one a person and service: the desk hears why, a stranger is sent to the desk", async () => {
    await booked(lan);
    const again = { ...lan, phone: "0571-88887777" };
    expect((await books(desk.stranger(), again, { start: TOMORROW_TEN })).body).toMatchObject({
      status: 409,
      code: "contact-the-desk",
    });
    expect((await books(guide, again, { start: TOMORROW_TEN })).body).toMatchObject({
      status: 409,
      code: "already-booked",
      start: TEN,
    });
    expect((await books(guide, { name: "欧阳", phone: "+86 13912345678" })).body.code).toBe("already-booked");
    expect((await books(guide, { ...lan, idNumber: "330102195001015678" }, { channel: "phone" })).status).toBe(201);
    expect((await books(guide, lan, { service: "pension" })).status).toBe(201);
  });

  it("check in by reference, ID number or phone, and the ticket waits at its slot", async () => {
    const made = await booked(lan);
    await booked(lan, { service: "pension" });
    hub.clock.set("2026-11-25T09:35:00+08:00");
    const first = expected(await checksIn({ reference: made.reference }), 201);
    expect(first).toMatchObject({ class: "appointment", channel: "booking", service: "medical", number: "Y001" });
    expect(first.ahead).toBeNull();
    expect((await desk.stranger().get<Booking>(`/api/b/${made.token}`)).body).toMatchObject({
      state: "checked-in",
      ticket: { number: "Y001", token: first.token },
    });
    expect((await checksIn({ phone: "13912345678" }, guide)).body.number).toBe("S001");
    expect((await checksIn({ idNumber: "330102194901011234" })).body).toMatchObject({
      status: 409,
      code: "already-checked-in",
    });
    expect((await checksIn({ idNumber: "44" + "0".repeat(16) })).body).toMatchObject({
      status: 404,
      field: "idNumber",
    });
  });

  it("tell who comes too early or on another day when to come", async () => {
    const made = await booked(lan);
    const other = await booked(someone(1), { start: TOMORROW_TEN });
    const early = await checksIn({ reference: made.reference });
    expect([early.status, early.body.code, early.body.start]).toEqual([409, "too-early", TEN]);
    expect(early.body.detail).toBe("您约10:00，9:30起取号");
    const wrong = await checksIn({ reference: other.reference });
    expect([wrong.status, wrong.body.code, wrong.body.start]).toEqual([409, "wrong-day", TOMORROW_TEN]);
    hub.clock.set("2026-11-27T09:00:00+08:00");
    for (const body of [{ reference: made.reference }, { phone: lan.phone }, { idNumber: lan.idNumber }])
      expect((await checksIn(body)).body).toMatchObject({ code: "wrong-day", start: TEN });
  });

  it("give one number however often the same check-in is sent", async () => {
    const made = await booked(lan);
    hub.clock.set("2026-11-25T09:35:00+08:00");
    const key = { "idempotency-key": "one-press" };
    const answers = [];
    for (let count = 0; count < 2; count += 1)
      answers.push(await station.post<Taken>("/api/bookings/check-in", { reference: made.reference }, key));
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual([
      [201, "Y001"],
      [201, "Y001"],
    ]);
    const parallel = await booked(someone(1), { start: "2026-11-25T11:00:00+08:00" });
    hub.clock.set("2026-11-25T10:35:00+08:00");
    const both = await Promise.all([0, 1, 2].map(() => checksIn({ reference: parallel.reference })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it("list no-shows and give their places back; whoever comes late is an ordinary resident", async () => {
    const made = await booked(lan, { start: TEN });
    await booked(someone(1), { start: TEN });
    hub.clock.set("2026-11-25T10:16:00+08:00");
    await station.take("proof");
    expect((await listed("?state=missed")).map(({ start }) => start)).toEqual([TEN, TEN]);
    const late = expected(await checksIn({ reference: made.reference }), 201);
    expect([late.class, late.ahead]).toEqual(["normal", 0]);
    expect((await listed("?state=missed")).map(({ person }) => person.name)).toEqual(["居**"]);
    hub.clock.set("2026-11-26T09:00:00+08:00");
    await station.take("proof");
    expect((await listed("?date=2026-11-25")).map(({ state }) => state)).toEqual(["checked-in", "missed"]);
  });

  it("are refused after three no-shows, until staff lift it", async () => {
    for (const day of ["25", "26", "27"]) {
      hub.clock.set(`2026-11-${day}T08:45:00+08:00`);
      await booked(lan, { start: `2026-11-${day}T10:00:00+08:00` });
      hub.clock.set(`2026-11-${day}T10:16:00+08:00`);
      await station.take("proof");
    }
    const asked = { start: "2026-11-30T10:00:00+08:00" };
    expect((await books(desk.stranger(), lan, asked)).body.code).toBe("contact-the-desk");
    const told = await books(guide, lan, asked);
    expect([told.body.code, told.body.detail]).toEqual([
      "suspended",
      "多次预约未到，暂停预约，12月27日起可再预约；可解除，也可现场取号",
    ]);
    const [missed] = await listed("?date=2026-11-27");
    expect(missed?.person.suspendedUntil).toBe("2026-12-27");
    const lifted = await guide.post(`/api/people/${missed?.person.id ?? ""}/lift-suspension`);
    expect([lifted.status, lifted.body]).toMatchObject([200, { suspendedUntil: null }]);
    expect((await books(desk.stranger(), lan, asked)).status).toBe(201);
    expect((await guide.post("/api/people/nobody/lift-suspension")).status).toBe(404);
  });

  it("are found by reference, name, the end of a phone or an ID number, and show nobody whole", async () => {
    const made = await booked(lan, { start: TOMORROW_TEN });
    await booked(someone(1));
    for (const q of [made.reference, "明日", "5678", "13912345678", lan.idNumber]) {
      const found = await listed(`?q=${encodeURIComponent(q)}`);
      expect([q, found.map(({ reference }) => reference)]).toEqual([q, [made.reference]]);
    }
    const [one] = await listed(`?q=${made.reference}`);
    expect(one?.person).toMatchObject({ name: "欧****", phone: "139******5678", idNumber: "330***********1234" });
    expect(JSON.stringify(await listed("?date=2026-11-26"))).not.toMatch(/明日香|12345678|0101/);
    expect(await listed("?service=pension")).toEqual([]);
  });

  it("know the person no longer thirty days after the slot", async () => {
    const made = await booked(lan, { start: TOMORROW_TEN });
    const [before] = await listed(`?q=${made.reference}`);
    hub.clock.set("2026-12-25T10:00:00+08:00");
    await hub.hub.context.writer.submit(forgetOld);
    expect(hub.hub.context.store.people.byId(before?.person.id ?? "")).not.toBeNull();
    hub.clock.set("2026-12-26T10:31:00+08:00");
    await hub.hub.context.writer.submit(forgetOld);
    expect(hub.hub.context.store.people.byId(before?.person.id ?? "")).toBeNull();
    guide = await new Desk(hub).manager();
    expect((await listed("?date=2026-11-26"))[0]?.person).toMatchObject({ name: null, phone: null, idNumber: null });
    expect((await checksIn({ phone: lan.phone })).status).toBe(404);
  });

  it("cannot be guessed by trying references at a station; those who have one are not kept waiting", async () => {
    const made = await booked(lan);
    hub.clock.set("2026-11-25T09:35:00+08:00");
    const statuses: number[] = [];
    for (let count = 0; count < 31; count += 1) {
      const reference = String((Number(made.reference) + 1 + count) % 100_000_000).padStart(8, "0");
      statuses.push((await checksIn({ reference })).status);
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
    expect((await checksIn({ reference: made.reference })).status).toBe(429);
    expect((await checksIn({ reference: made.reference }, guide)).status).toBe(201);
  });

  it("go on as they were after a restart", async () => {
    const made = await booked(lan);
    const { data, clock } = hub;
    await hub.stop();
    hub = await startHub({ data, clock });
    desk = new Desk(hub);
    station = await desk.station();
    hub.clock.set("2026-11-25T09:35:00+08:00");
    expect((await checksIn({ reference: made.reference })).body.number).toBe("Y001");
  });

  describe("where the hall gives one open ticket a person and service", () => {
    beforeEach(async () => {
      await hub.stop();
      forget(hub.data);
      await open({ onePerPerson: "service" });
    });

    const takes = (person: object, service = "medical"): Promise<Answer<Taken & Refused>> =>
      station.post<Taken & Refused>("/api/tickets", { service, person });

    it("refuses the second until the first has ended, and says which it is", async () => {
      const first = expected(await takes({ idNumber: "330102194901011234" }), 201);
      const again = await takes({ idNumber: " 3301 0219 4901 0112 34" });
      expect([again.status, again.body.code]).toEqual([409, "already-queued"]);
      expect(again.body.detail).toContain(first.number);
      expect((await takes({ idNumber: "330102194901011234" }, "pension")).status).toBe(201);
      await guide.post(`/api/tickets/${first.id}/cancel`);
      expect((await takes({ idNumber: "330102194901011234" })).status).toBe(201);
    });

    it("takes many at once of one person for one", async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => takes({ phone: "13900000000" })));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    it("keeps nothing of whoever takes a number but the mark", async () => {
      const taken = expected(await takes({ name: "欧阳", idNumber: "330102194901011234" }), 201);
      const { context, keys } = hub.hub;
      const personId = context.writer.state.tickets.get(taken.id)?.personId ?? "";
      const row = context.store.people.byId(personId);
      expect(row && keys.open(row.sealed)).toBe("{}");
      expect(row?.idMark).toBe(keys.markPerson("id", "330102194901011234"));
    });

    it("knows the booked one, too: a number taken before keeps the booking from being a second one", async () => {
      const made = await booked(lan);
      expected(await takes({ phone: lan.phone }), 201);
      hub.clock.set("2026-11-25T09:35:00+08:00");
      expect((await checksIn({ reference: made.reference })).body.code).toBe("already-queued");
    });
  });
});
