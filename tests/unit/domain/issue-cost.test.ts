import { afterEach, describe, expect, it, vi } from "vitest";
import { SortedList } from "../../../server/domain/sorted-list.ts";
import { instant, Story } from "./story.ts";

/** A hall that asks every question there is before it gives a number. */
function strictHall(waiting: number): Story {
  const story = new Story({
    counters: { 1: [["a"]] },
    settings: { a: { bookable: true, quota: { day: 1_000_000, period: 1_000_000 } } },
    rules: { phoneTickets: true, phoneOpenLimit: 1_000_000, onePerPerson: "service" },
  });
  for (let count = 0; count < waiting; count += 1) {
    const name = String(count);
    story.issues(name, "a", { channel: "phone", personId: `person-${name}` });
    const start = instant("14:00") + (count % 8) * 30 * 60_000;
    const event = { type: "booking-made", v: 1, at: story.now, by: "hub", booking: name, service: "a" } as const;
    const slot = { start, end: start + 30 * 60_000, date: "2026-11-25" };
    story.happened({ ...event, ...slot, personId: `booked-${name}`, channel: "phone", lang: "zh" });
  }
  return story;
}

describe("taking a number", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("looks at no ticket and no booking one by one, however many there are", () => {
    const story = strictHall(300);
    const { tickets, bookings } = story.state;
    const walks = [
      vi.spyOn(tickets, "values"),
      vi.spyOn(tickets, "entries"),
      vi.spyOn(tickets, Symbol.iterator),
      vi.spyOn(bookings, "all"),
      vi.spyOn(SortedList.prototype, Symbol.iterator),
    ];
    expect(story.issues("one-more", "a", { channel: "phone", personId: "somebody" }).number).toBe("A301");
    for (const walk of walks) expect(walk).not.toHaveBeenCalled();
  });
});
