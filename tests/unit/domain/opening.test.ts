import { describe, expect, it } from "vitest";
import { ZoneClock } from "../../../server/domain/calendar.ts";
import { hallPeriods, nextOpening, servicePeriods } from "../../../server/domain/opening.ts";
import type { HallService } from "../../../shared/wire/hall-file.ts";
import type { SmallHall } from "./small-hall.ts";
import { instant, Story } from "./story.ts";

const twice = [
  ["08:30", "12:00"],
  ["13:30", "17:30"],
] as const;
const counters = { 1: [["a", "b"]] };
const week = (hours: string[][]): NonNullable<HallService["hours"]> => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: [],
  sun: [],
});

/** A hall and the holidays it has been told of. */
function hallWith(hall: Partial<SmallHall>, holidays: readonly string[] = [], workdays: readonly string[] = []): Story {
  const story = new Story({ counters, hours: twice, ...hall });
  const years = { 2026: { holidays, workdays } };
  story.happened({ type: "calendar-read", v: 1, at: story.now, by: "hub", country: "CN", source: "test", years });
  return story;
}

function local(story: Story, date: string, service?: string): string[] {
  const clock = new ZoneClock(story.state.hall?.timezone ?? "");
  const of = service === undefined ? undefined : story.state.hall?.services.get(service);
  const periods = of ? servicePeriods(story.state, of, date) : hallPeriods(story.state, date);
  return periods.map(({ from, to }) => `${clock.iso(from).slice(11, 16)}-${clock.iso(to).slice(11, 16)}`);
}

const at = (time: string, date = "2026-11-25"): string =>
  new ZoneClock("Asia/Shanghai").iso(instant(time, date)).slice(0, 16);
const whenNext = (story: Story, time: string, service?: string): string | null => {
  const of = service === undefined ? null : (story.state.hall?.services.get(service) ?? null);
  const next = nextOpening(story.state, instant(time), of);
  return next === null ? null : new ZoneClock("Asia/Shanghai").iso(next).slice(0, 16);
};

describe("the hall's dates", () => {
  it("close on holidays, and open on make-up workdays as on a Monday or as the hall says", () => {
    const days: [string[], string[]] = [["2026-11-26"], ["2026-11-28"]];
    const calendar = { holidays: "CN" };
    expect(local(hallWith({ calendar }, ...days), "2026-11-26")).toEqual([]);
    expect(local(hallWith({ calendar }, ...days), "2026-11-28")).toEqual(["08:30-12:00", "13:30-17:30"]);
    const shorter = hallWith({ calendar: { ...calendar, makeupHours: [["09:00", "15:00"]] } }, ...days);
    expect(local(shorter, "2026-11-28")).toEqual(["09:00-15:00"]);
  });

  it("put the manager's own dates before the holidays", () => {
    const story = hallWith(
      { calendar: { holidays: "CN", closed: ["2026-11-28"], open: { "2026-11-26": [["09:00", "12:00"]] } } },
      ["2026-11-26"],
      ["2026-11-28"],
    );
    expect(local(story, "2026-11-26")).toEqual(["09:00-12:00"]);
    expect(local(story, "2026-11-28")).toEqual([]);
  });

  it("go by the week where nobody has told of the year, and by an imported list before the library's", () => {
    const story = hallWith({ calendar: { holidays: "CN" } }, ["2026-11-26"]);
    expect(local(story, "2027-01-01")).toEqual(["08:30-12:00", "13:30-17:30"]);
    story.does({ type: "import-calendar", year: "2027", list: { holidays: ["2027-01-01"], workdays: [] } });
    story.does({ type: "import-calendar", year: "2026", list: { holidays: ["2026-11-27"], workdays: [] } });
    expect(local(story, "2027-01-01")).toEqual([]);
    expect(local(story, "2026-11-27")).toEqual([]);
    expect(local(story, "2026-11-26")).toEqual(["08:30-12:00", "13:30-17:30"]);
    story.does({ type: "import-calendar", year: "2026", list: null });
    expect(local(story, "2026-11-26")).toEqual([]);
  });

  it("do not take another country's list for theirs", () => {
    const story = hallWith({ calendar: { holidays: "DE" } }, ["2026-11-26"]);
    expect(local(story, "2026-11-26")).toEqual(["08:30-12:00", "13:30-17:30"]);
  });

  it("say when the hall opens next, over holidays too", () => {
    const story = hallWith({ calendar: { holidays: "CN" } }, ["2026-11-26", "2026-11-27"]);
    expect(whenNext(story, "07:00")).toBe(at("08:30"));
    expect(whenNext(story, "12:10")).toBe(at("13:30"));
    expect(whenNext(story, "18:00")).toBe(at("08:30", "2026-11-28"));
  });

  it("say that the hall does not open where it does not within two months", () => {
    expect(whenNext(hallWith({ hours: [] }), "09:00")).toBeNull();
  });
});

describe("an imported list", () => {
  it.each([
    [{ holidays: ["2028-01-01"], workdays: [] }, "holidays.0"],
    [{ holidays: ["2027-01-01", "2027-02-30"], workdays: [] }, "holidays.1"],
    [{ holidays: ["2027-01-01"], workdays: ["2027-01-01"] }, "workdays.0"],
  ])("is refused with the date that is wrong: %j", (list, field) => {
    const story = new Story({ counters });
    expect(story.refusal({ type: "import-calendar", year: "2027", list })).toEqual({
      refused: "invalid-request",
      field,
    });
  });
});

describe("a service's hours", () => {
  it("are those it has in common with the hall's", () => {
    const story = hallWith({
      settings: {
        b: {
          hours: week([
            ["08:00", "10:00"],
            ["11:00", "14:00"],
          ]),
        },
      },
    });
    expect(local(story, "2026-11-25", "b")).toEqual(["08:30-10:00", "11:00-12:00", "13:30-14:00"]);
    expect(local(story, "2026-11-25", "a")).toEqual(["08:30-12:00", "13:30-17:30"]);
    expect(whenNext(story, "15:00", "b")).toBe(at("08:30", "2026-11-26"));
  });

  it("are a Monday's on a make-up workday and on a day that the hall opens though it is closed on such days", () => {
    const story = hallWith(
      {
        calendar: { holidays: "CN", open: { "2026-11-29": [["09:00", "11:00"]] } },
        settings: { b: { hours: week([["10:00", "12:00"]]) } },
      },
      [],
      ["2026-11-28"],
    );
    expect(local(story, "2026-11-28", "b")).toEqual(["10:00-12:00"]);
    // The small hall is open on Sundays, so its own Sunday counts, when the service is closed.
    expect(local(story, "2026-11-29", "b")).toEqual([]);
  });
});

describe("a hall in another zone", () => {
  const berlin: Partial<SmallHall> = { timezone: "Europe/Berlin", hours: [["02:00", "10:00"]] };

  it("opens by its own clock on both days that summer time changes", () => {
    const story = hallWith(berlin);
    const iso = (date: string): string[] => {
      const clock = new ZoneClock("Europe/Berlin");
      return hallPeriods(story.state, date).flatMap(({ from, to }) => [clock.iso(from), clock.iso(to)]);
    };
    expect(iso("2026-03-29")).toEqual(["2026-03-29T03:00:00.000+02:00", "2026-03-29T10:00:00.000+02:00"]);
    expect(iso("2026-10-25")).toEqual(["2026-10-25T02:00:00.000+02:00", "2026-10-25T10:00:00.000+01:00"]);
    const [spring] = hallPeriods(story.state, "2026-03-29");
    const [autumn] = hallPeriods(story.state, "2026-10-25");
    const hours = (period?: { from: number; to: number }): number => ((period?.to ?? 0) - (period?.from ?? 0)) / 3.6e6;
    expect([hours(spring), hours(autumn)]).toEqual([7, 9]);
  });
});
