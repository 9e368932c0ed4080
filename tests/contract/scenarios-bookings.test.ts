import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, expected, type Person } from "../support/desk.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { end, hallUnder, startHub, type TestHub } from "../support/hub.ts";

describe("what queue systems test themselves on: bookings", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  beforeEach(async () => {
    hub = await startHub({ hall: hallUnder({ onePerPerson: "off" }) });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  });

  afterEach(() => end(hub));

  it("11: one not yet checked in is no ticket that could be called", async () => {
    const clerk = await desk.clerkAt(3);
    const { reference } = await booksAt(desk, "2026-11-25T10:00:00+08:00");
    const { body } = await guide.get<{ items: { id: string }[] }>(`/api/bookings?q=${reference}`);
    const refused = await clerk.press("call", { ticket: body.items[0]?.id, reason: "约了十点" });
    expect([refused.status, refused.body.code]).toEqual([404, "not-found"]);
    expect((await clerk.press("call-next")).body.code).toBe("nobody-waiting");
  });

  it("12: a booking of another day is refused at check-in, with its own date", async () => {
    const { reference } = await booksAt(desk, "2026-11-26T10:00:00+08:00");
    const refused = await station.post<{ start: string; code: string }>("/api/bookings/check-in", { reference });
    expect([refused.status, refused.body.code, refused.body.start]).toEqual([
      409,
      "wrong-day",
      "2026-11-26T10:00:00.000+08:00",
    ]);
  });

  it("19: a due booking is called before courtesy, walk-ins fill the gap before it is due", async () => {
    const clerk = await desk.clerkAt(3);
    const { reference } = await booksAt(desk, "2026-11-25T10:00:00+08:00");
    hub.clock.set("2026-11-25T09:40:00+08:00");
    const { body: due } = await station.post<{ id: string }>("/api/bookings/check-in", { reference });
    const walkIn = await station.take("medical");
    expect((await clerk.next()).id).toBe(walkIn.id);
    await clerk.serves();
    hub.clock.set("2026-11-25T10:00:00+08:00");
    const courtesy = await guide.take("medical", { class: "courtesy", reason: "elderly" });
    const normal = await station.take("medical");
    const order = [];
    for (let count = 0; count < 3; count += 1) {
      order.push((await clerk.next()).id);
      await clerk.serves();
    }
    expect(order).toEqual([due.id, courtesy.id, normal.id]);
  });

  it("21: a booking counts as waiting at its slot; before it, it is called only at a counter with nobody else", async () => {
    const [busy, idle] = [await desk.clerkAt(3), await desk.clerkAt(6)];
    const { reference } = await booksAt(desk, "2026-11-25T10:00:00+08:00");
    hub.clock.set("2026-11-25T09:35:00+08:00");
    const { body: early } = await station.post<{ id: string; ahead: number | null }>("/api/bookings/check-in", {
      reference,
    });
    expect(early.ahead).toBeNull();
    const pension = await station.take("pension");
    expect((await busy.next()).id).toBe(pension.id);
    expect((await idle.next()).id).toBe(early.id);
  });

  it("21: from its slot on it is one of those who wait, and goes before them", async () => {
    const clerk = await desk.clerkAt(3);
    const { reference } = await booksAt(desk, "2026-11-25T10:00:00+08:00");
    hub.clock.set("2026-11-25T09:40:00+08:00");
    const booked = expected(await station.post<Ticket>("/api/bookings/check-in", { reference }), 201);
    const walkIns = [await station.take("medical"), await station.take("medical")];
    const ahead = async (): Promise<(number | null)[]> =>
      Promise.all([booked, ...walkIns].map(async ({ id }) => (await guide.ticket(id)).ahead));
    hub.clock.set("2026-11-25T09:59:59+08:00");
    expect(await ahead()).toEqual([null, 0, 1]);
    hub.clock.set("2026-11-25T10:00:00+08:00");
    expect(await ahead()).toEqual([0, 1, 2]);
    expect((await clerk.next()).id).toBe(booked.id);
    expect((await clerk.ticket(booked.id)).queuedAt).toBe("2026-11-25T09:40:00.000+08:00");
  });
});

/** Somebody's booking for medical insurance at an instant. */
async function booksAt(desk: Desk, start: string): Promise<{ readonly reference: string }> {
  const person = { name: "欧阳明日香", phone: "13912345678" };
  return expected(await desk.stranger().post("/api/bookings", { service: "medical", start, person }), 201);
}
