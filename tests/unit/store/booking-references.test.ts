import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BookingReferences } from "../../../server/commands/booking-references.ts";
import type { Command } from "../../../server/domain/commands.ts";
import type { Recorded } from "../../../server/domain/events.ts";
import { smallHall } from "../domain/small-hall.ts";
import { HallOnDisk } from "./on-disk.ts";

const hallOf = () => smallHall({ counters: { 1: [["a"]] }, settings: { a: { bookable: true, bookingPerSlot: 9 } } });
const book = (booking: string, start: string): Command => ({
  type: "book",
  by: "resident",
  booking,
  personId: `person-of-${booking}`,
  service: "a",
  start: Date.parse(`${start}:00+08:00`),
  channel: "phone",
  lang: "zh",
});
const giveUp = (booking: string): Command => ({ type: "cancel-booking", by: "resident", booking });

describe("references", () => {
  let hall: HallOnDisk;
  let workedOut: number;
  let references: BookingReferences;

  beforeEach(async () => {
    hall = await new HallOnDisk().opens(hallOf());
    workedOut = 0;
    references = new BookingReferences((id) => {
      workedOut += 1;
      return `of-${id}`;
    });
    references.begin(hall.writer.state, hall.store);
  });

  afterEach(() => {
    hall.isGone();
  });

  const asks = async (...commands: Command[]): Promise<void> => {
    const before = hall.journal().length;
    await hall.asks(...commands);
    for (const event of hall.journal().slice(before)) references.prepare(event, hall.writer.state);
  };

  it("are never shared by two bookings of today and later", async () => {
    await asks(book("b1", "2026-11-25T11:00"));
    const same = new BookingReferences((id) => (id === "b3" ? "00000002" : "00000001"));
    same.begin(hall.writer.state, hall.store);
    const ids = ["b2", "b3"];
    expect(same.newId(() => ids.shift() ?? "")).toBe("b3");
    expect([same.find("00000001"), same.find("00000009")]).toEqual(["b1", null]);
  });

  it("are worked out once each, however many there are and however often they are asked for", async () => {
    await asks(...Array.from({ length: 50 }, (_, index) => book(`b${String(index)}`, "2026-11-26T11:00")));
    const made = hall.writer.state.bookings.size;
    workedOut = 0;
    for (let count = 0; count < 30; count += 1) {
      expect(references.find("of-b1")).toBe("b1");
      expect(references.of("b2")).toBe("of-b2");
      expect(references.newId(() => "new")).toBe("new");
    }
    expect([made, workedOut]).toEqual([9, 30]);
  });

  it("are known of a state that was folded anew, and of the last seven days after a restart", async () => {
    await asks(book("b1", "2026-11-25T11:00"), book("b2", "2026-11-27T11:00"));
    hall.clock.set("2026-12-02T09:00:00+08:00");
    await asks(book("b3", "2026-12-02T11:00"));
    for (const id of ["b1", "b2", "b3"]) expect(references.find(`of-${id}`)).toBe(id);
    hall.restarts();
    const again = new BookingReferences((id) => `of-${id}`);
    again.begin(hall.writer.state, hall.store);
    for (const id of ["b1", "b2", "b3"]) expect(again.find(`of-${id}`)).toBe(id);
    hall.clock.set("2026-12-03T09:00:00+08:00");
    await asks(book("b4", "2026-12-03T11:00"));
    expect(["b1", "b2", "b3"].map((id) => references.find(`of-${id}`))).toEqual([null, "b2", "b3"]);
  });

  it("of what never came to be hold nobody's place for long", () => {
    const { state } = hall.writer;
    const event = { type: "booking-made", v: 1, at: state.at, by: "hub", seq: state.seq + 1 } as const;
    const rest = { personId: "p", service: "a", channel: "phone", lang: "zh", start: 0, end: 0 } as const;
    for (let count = 0; count < 1500; count += 1) {
      const made: Recorded = { ...event, ...rest, booking: `never-${String(count)}`, date: "2026-11-30" };
      references.prepare(made, state);
    }
    expect(references.find("of-never-0")).toBeNull();
  });
});

describe("bookings given up", () => {
  it("are forgotten but for the last of them, with their references; their rows are kept", async () => {
    const hall = await new HallOnDisk().opens(hallOf());
    for (let count = 0; count < 700; count += 1) {
      const id = `b${String(count)}`;
      await hall.asks(book(id, "2026-11-26T11:00"), giveUp(id));
    }
    const { bookings } = hall.writer.state;
    expect([bookings.size, bookings.get("b199"), bookings.get("b200")?.state]).toEqual([500, undefined, "cancelled"]);
    expect(hall.store.findBooking("b199")?.state).toBe("cancelled");
    expect(hall.store.listBookings({ from: "2026-11-26", until: "2026-11-26" })).toHaveLength(700);
    hall.isGone();
  });
});
