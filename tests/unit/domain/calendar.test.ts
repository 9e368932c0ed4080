import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayEnd, hoursOf, noStatutoryDays, weekdayOf, ZoneClock } from "../../../server/domain/calendar.ts";
import { smallHall } from "./small-hall.ts";

const zones = ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

describe("a hall's clock", () => {
  it("tells instants and dates as the calendar does, in any zone, in whatever order they are asked", () => {
    const years = { min: Date.parse("1990-01-01T00:00:00Z"), max: Date.parse("2060-01-01T00:00:00Z") };
    const asked = fc.array(fc.integer(years), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), asked, (timezone, instants) => {
        const clock = new ZoneClock(timezone);
        for (const at of instants) {
          const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
          const iso = local.toString({ timeZoneName: "never", fractionalSecondDigits: 3 });
          expect([clock.iso(at), clock.date(at)]).toEqual([iso, local.toPlainDate().toString()]);
        }
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it("crosses a change of summer time to the second", () => {
    const clock = new ZoneClock("Europe/Berlin");
    const change = Date.parse("2026-10-25T01:00:00Z");
    expect([clock.iso(change - 1), clock.iso(change)]).toEqual([
      "2026-10-25T02:59:59.999+02:00",
      "2026-10-25T02:00:00.000+01:00",
    ]);
  });

  it("takes a local time that the clock skips for the moment after it", () => {
    const clock = new ZoneClock("Europe/Berlin");
    expect(clock.iso(clock.instant("2026-03-29", "02:30"))).toBe("2026-03-29T03:30:00.000+02:00");
  });

  it("never writes Z, in UTC neither", () => {
    expect(new ZoneClock("UTC").iso(0)).toBe("1970-01-01T00:00:00.000+00:00");
  });
});

describe("a day's hours", () => {
  const clock = new ZoneClock("Asia/Shanghai");
  const file = smallHall({ counters: { 1: [["a"]] }, expireAt: "20:00" });

  it("are the weekday's where nothing else is said", () => {
    const halfDay = { ...file, hall: { ...file.hall, hours: { ...file.hall.hours, sat: [["09:00", "12:00"]] } } };
    expect(weekdayOf("2026-11-28")).toBe("sat");
    expect(hoursOf(halfDay, noStatutoryDays, "2026-11-28")).toEqual({ by: "week", hours: [["09:00", "12:00"]] });
  });

  it("end a day at the hall's hour, or at midnight", () => {
    expect(clock.iso(dayEnd(file, clock, "2026-11-25"))).toBe("2026-11-25T20:00:00.000+08:00");
    const { expireAt: _, ...hall } = file.hall;
    expect(clock.iso(dayEnd({ ...file, hall }, clock, "2026-11-25"))).toBe("2026-11-26T00:00:00.000+08:00");
  });
});
