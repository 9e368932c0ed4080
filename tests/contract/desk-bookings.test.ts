import { beforeEach, describe, expect, it } from "vitest";
import type { Booking, BookingOfPerson } from "../../shared/wire/booking.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Person, type Refused } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";

const TEN = "2026-11-25T10:00:00.000+08:00";
const TOMORROW_TEN = "2026-11-26T10:00:00.000+08:00";
const lan = { name: "欧阳明日香", phone: "139 1234 5678", idNumber: "330102194901011234" };

describe("somebody's booking at the desk", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let made: Booking;

  beforeEach(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    made = expected(
      await desk.stranger().post<Booking>("/api/bookings", { service: "medical", start: TEN, person: lan }),
      201,
    );
    return () => end(hub);
  });

  const found = async (q: string): Promise<BookingOfPerson[]> =>
    expected(await guide.get<{ items: BookingOfPerson[] }>(`/api/bookings?q=${encodeURIComponent(q)}`), 200).items;
  const ask = (method: "PATCH" | "DELETE", id: string, body?: object) =>
    guide.ask<BookingOfPerson & Refused>(method, `/api/bookings/${id}`, { ...(body && { body }) });

  it("is found by what its holder knows of it, moved, and given up", async () => {
    for (const known of [made.reference, "欧阳", "5678", lan.idNumber])
      expect((await found(known)).map(({ reference }) => reference)).toEqual([made.reference]);
    const id = (await found(made.reference))[0]?.id ?? "";
    const moved = expected(await ask("PATCH", id, { start: TOMORROW_TEN }), 200);
    expect(moved).toMatchObject({ start: TOMORROW_TEN, state: "booked", person: { name: "欧****" } });
    expect((await desk.stranger().get<Booking>(`/api/b/${made.token}`)).body.start).toBe(TOMORROW_TEN);
    expect(expected(await ask("DELETE", id), 200).state).toBe("cancelled");
    const again = await ask("PATCH", id, { start: TEN });
    expect([again.status, again.body.code]).toEqual([409, "booking-over"]);
  });

  it("is moved to a slot that there is and that has room, else it stays where it was", async () => {
    const id = (await found(made.reference))[0]?.id ?? "";
    for (let other = 0; other < 3; other += 1) {
      const person = { name: `居民${String(other)}`, phone: `1380000100${String(other)}` };
      expected(await guide.post("/api/bookings", { service: "medical", start: TOMORROW_TEN, person }), 201);
    }
    const wanted = [
      [TOMORROW_TEN, 409, "slot-full"],
      ["2026-11-26T10:05:00+08:00", 409, "slot-closed"],
      ["tomorrow", 400, "invalid-request"],
    ] as const;
    for (const [start, status, code] of wanted) {
      const answer = await ask("PATCH", id, { start });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await found(made.reference))[0]?.start).toBe(TEN);
  });

  it("becomes a ticket that says its time to its holder", async () => {
    hub.clock.set("2026-11-25T09:35:00+08:00");
    const station = await desk.station();
    const { token, dueAt } = expected(
      await station.post<Ticket & { token: string }>("/api/bookings/check-in", { reference: made.reference }),
      201,
    );
    expect(dueAt).toBe(TEN);
    expect((await desk.stranger().get<Ticket>(`/api/t/${token}`)).body.dueAt).toBe(TEN);
    expect(await station.take("proof")).not.toHaveProperty("dueAt");
  });

  it("is not found where there is none", async () => {
    for (const method of ["PATCH", "DELETE"] as const)
      expect((await ask(method, "none", method === "PATCH" ? { start: TEN } : undefined)).status).toBe(404);
  });
});
