import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Command } from "../../../server/domain/commands.ts";
import { canonical, folded } from "../domain/canonical.ts";
import { smallHall } from "../domain/small-hall.ts";
import { HallOnDisk } from "./on-disk.ts";
import { keptBookings, rebuiltBookings } from "./rebuilt.ts";

const hallOf = () =>
  smallHall({
    counters: { 1: [["a"]] },
    settings: { a: { bookable: true, bookingSlotMinutes: 60, bookingPerSlot: 2 } },
  });

const book = (booking: string, start: string): Command => ({
  type: "book",
  by: "resident",
  booking,
  personId: `person-of-${booking}`,
  service: "a",
  start: Date.parse(start),
  channel: "phone",
  lang: "zh",
});

describe("the rows of bookings", () => {
  let hall: HallOnDisk;

  beforeEach(async () => {
    hall = await new HallOnDisk().opens(hallOf());
  });

  afterEach(() => {
    hall.isGone();
  });

  it("are what the journal alone gives, over days and restarts", async () => {
    await hall.asks(book("b1", "2026-11-25T11:00:00+08:00"), book("b2", "2026-11-25T12:00:00+08:00"));
    await hall.asks(book("b3", "2026-11-27T11:00:00+08:00"), book("b4", "2026-11-28T11:00:00+08:00"));
    await hall.asks({
      type: "move-booking",
      by: "resident",
      booking: "b2",
      start: Date.parse("2026-11-25T13:00:00+08:00"),
    });
    await hall.asks({ type: "cancel-booking", by: "resident", booking: "b4" });
    hall.clock.set("2026-11-25T10:40:00+08:00");
    await hall.asks({ type: "check-in", by: "hub", booking: "b1", ticket: "t1", lang: null });
    expect(keptBookings(hall)).toEqual(rebuiltBookings(hall.journal()));
    hall.restarts();
    hall.clock.set("2026-11-28T09:00:00+08:00");
    await hall.asks({ type: "miss-bookings", by: "hub" });
    expect(keptBookings(hall).map(([id, data]) => [id, (JSON.parse(data) as { state: string }).state])).toEqual([
      ["b1", "checked-in"],
      ["b2", "missed"],
      ["b3", "missed"],
      ["b4", "cancelled"],
    ]);
    expect(keptBookings(hall)).toEqual(rebuiltBookings(hall.journal()));
    const { state } = hall.writer;
    expect(canonical(folded(hall.journal()), state.at)).toEqual(canonical(state, state.at));
    expect(hall.store.listBookings({ from: "2026-11-27", until: "2026-11-28" }).map(({ id }) => id)).toEqual([
      "b3",
      "b4",
    ]);
  });

  it("lets the hour miss them by itself, with whatever is asked next", async () => {
    await hall.asks(book("b1", "2026-11-25T11:00:00+08:00"));
    hall.clock.set("2026-11-25T11:15:00+08:00");
    await hall.asks(book("b2", "2026-11-26T11:00:00+08:00"));
    expect(hall.writer.state.bookings.get("b1")?.state).toBe("booked");
    hall.clock.set("2026-11-25T11:15:01+08:00");
    await hall.asks(book("b3", "2026-11-26T12:00:00+08:00"));
    expect(hall.writer.state.bookings.get("b1")?.state).toBe("missed");
  });
});
