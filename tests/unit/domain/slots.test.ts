import { describe, expect, it } from "vitest";
import { clockOf } from "../../../server/domain/calendar.ts";
import { newAjv } from "../../../server/plugins/validation.ts";
import { slotList } from "../../../server/views/slot-view.ts";
import { HallFile } from "../../../shared/wire/hall-file.ts";
import type { SlotList } from "../../../shared/wire/booking.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { smallHall, type SmallHall } from "./small-hall.ts";
import { instant, Story } from "./story.ts";

const TODAY = "2026-11-25";
const TOMORROW = "2026-11-26";
const hall: SmallHall = {
  counters: { 1: [["civil"]] },
  settings: { civil: { bookable: true, bookingSlotMinutes: 60, bookingPerSlot: 2 } },
};

function listed(story: Story, date: string | null = null): SlotList {
  const list = slotList({ state: story.state, zone: clockOf("Asia/Shanghai"), now: story.now }, "civil", date);
  if (isRefusal(list)) throw new Error(list.refused);
  return list;
}

const starts = (story: Story, date: string): string[] =>
  listed(story, date).items.map(({ start }) => start.slice(11, 16));

const stop = (until: string | null) =>
  ({ type: "stop-service", service: "civil", until: until === null ? null : instant(until), note: "note" }) as const;
const book = (start: string, date = TODAY) =>
  ({
    type: "book",
    booking: "b",
    personId: "p",
    service: "civil",
    start: instant(start, date),
    channel: "phone",
    lang: "zh",
  }) as const;

describe("slots of a service that is stopped", () => {
  it("are none of today while nobody knows until when, and those of another day as ever", () => {
    const story = new Story(hall);
    story.does(stop(null));
    expect(starts(story, TODAY)).toEqual([]);
    expect(starts(story, TOMORROW)).toHaveLength(10);
    expect(story.refuses(book("11:00"))).toBe("slot-closed");
    expect(story.does(book("11:00", TOMORROW))).toEqual(["booking-made"]);
  });

  it("begin with the stop's end, and with its being taken up again", () => {
    const story = new Story(hall);
    story.does(stop("14:30"));
    expect(starts(story, TODAY)).toEqual(["15:00", "16:00", "17:00"]);
    story.does({ type: "resume-service", service: "civil" });
    expect(starts(story, TODAY)[0]).toBe("10:00");
  });
});

describe("the work of listing slots", () => {
  it("grows with the days that can be booked, not with each of them times all", () => {
    const story = new Story({ ...hall, rules: { bookingHorizonDays: 60 } });
    let looks = 0;
    const { calendar } = story.state;
    Object.defineProperty(story.state, "calendar", { get: () => ((looks += 1), calendar) });
    expect(listed(story).days).toHaveLength(61);
    expect(looks).toBeLessThan(61 * 5);
  });

  it("is bounded by the hall file: no more than 120 working days ahead", () => {
    const check = newAjv().compile(HallFile);
    const ahead = (days: number): boolean =>
      check(JSON.parse(JSON.stringify(smallHall({ ...hall, rules: { bookingHorizonDays: days } }))));
    expect([ahead(120), ahead(121)]).toEqual([true, false]);
  });
});
