import { describe, expect, it } from "vitest";
import { checkHall } from "../../../server/domain/check-hall.ts";
import { newAjv } from "../../../server/plugins/validation.ts";
import { HallFile as HallFileSchema, type HallFile } from "../../../shared/wire/hall-file.ts";
import { sampleHall } from "../../support/hub.ts";
import { smallHall } from "./small-hall.ts";

const good = smallHall({ counters: { 1: [["a"], ["b"]] } });
const faults = (file: HallFile): string[] => checkHall(file).faults.map(({ field, problem }) => `${field} ${problem}`);
const warnings = (file: HallFile): string[] => checkHall(file).warnings.map(({ problem }) => problem);
const withHall = (hall: Partial<HallFile["hall"]>): HallFile => ({ ...good, hall: { ...good.hall, ...hall } });

describe("the hall file's schema", () => {
  it("refuses keys of another form, and does not leave what stands there unread", () => {
    const check = newAjv().compile<HallFile>(HallFileSchema);
    const [counter] = good.counters;
    const wrong: readonly unknown[] = [
      withHall({ calendar: { open: { soon: [["09:00", "12:00"]] } } }),
      withHall({ calendar: { open: { "26-11-2026": [["09:00", "12:00"]] } } }),
      { ...good, counters: [{ ...counter, presets: { "Foo Bar": 7 } }] },
      { ...good, voice: { engines: ["browser", "browser"] } },
      { ...good, voice: { volume: 101 } },
      { ...good, voice: { silentHours: [["25:00", "06:00"]] } },
      { ...good, reasons: { ...good.reasons, "Foo Bar": { zh: "x", en: "y" } } },
    ];
    expect(wrong.map((file) => check(file))).toEqual(wrong.map(() => false));
    expect([check(good), check(sampleHall("jiangbin")), check(sampleHall("linshui"))]).toEqual([true, true, true]);
  });
});

describe("a hall file", () => {
  it("is taken as the samples are", () => {
    expect(faults(good)).toEqual([]);
    expect(faults(sampleHall("jiangbin"))).toEqual([]);
    expect(faults(sampleHall("linshui"))).toEqual([]);
  });

  it("names a time zone that exists", () => {
    expect(faults(withHall({ timezone: "Asia/Nowhere" }))).toEqual(["/hall/timezone Asia/Nowhere is no time zone"]);
  });

  it("speaks each language once, and is silent from one time to another", () => {
    const voice: HallFile["voice"] = {
      languages: ["zh", "en", "zh"],
      silentHours: [["12:00", "12:00"]],
      volumeByHour: [
        { hours: ["12:00", "13:00"], volume: 0 },
        { hours: ["00:00", "00:00"], volume: 5 },
      ],
    };
    expect(faults({ ...good, voice })).toEqual([
      "/voice/languages/2 zh is there twice",
      "/voice/silentHours/0 ends when it begins, at 12:00",
      "/voice/volumeByHour/1/hours ends when it begins, at 00:00",
    ]);
    expect(warnings({ ...withHall({ languages: ["zh"] }), voice: { languages: ["zh", "en"] } })).toContain(
      "calls are said in en, which is no language of the hall",
    );
  });

  it("gives no reason two classes", () => {
    const rules = { statutoryReasons: ["elderly"], courtesyReasons: ["elderly"] };
    expect(faults(withHall({ rules }))).toEqual([
      "/hall/rules/courtesyReasons/0 elderly is a statutory reason already",
    ]);
  });

  it("is warned of for what can never be booked, and for a preset that every counter has", () => {
    const bookable = (more: object, rules = {}) =>
      warnings(smallHall({ counters: { 1: [["a"]] }, settings: { a: { bookable: true, ...more } }, rules }));
    expect(bookable({ bookingSlotMinutes: 600 })).toEqual([]);
    expect(bookable({ bookingSlotMinutes: 601 })).toEqual(["a has no period as long as a slot of 601"]);
    expect(bookable({}, { walkInShare: 1 })).toEqual([]);
    expect(bookable({ quota: { day: 9 } }, { walkInShare: 1 })).toEqual([
      "1 keeps every number of a for those who walk in: nobody can book it",
    ]);
    expect(warnings(smallHall({ counters: { 1: { tiers: [["a"]], presets: { usual: [["a"]] } } } }))).toEqual([
      "usual is what every counter has by itself: its own tiers",
    ]);
  });

  it("names everything once", () => {
    const [service] = good.services;
    const [counter] = good.counters;
    const [category] = good.categories;
    const [area] = good.areas;
    if (!service || !counter || !category || !area) throw new Error("the small hall has one of each");
    expect(faults({ ...good, services: [...good.services, service] })).toEqual(["/services/2 a is there twice"]);
    expect(faults({ ...good, counters: [counter, counter] })).toEqual(["/counters/1 1 is there twice"]);
    expect(faults({ ...good, categories: [category, category] })).toEqual(["/categories/1 all is there twice"]);
    expect(faults({ ...good, areas: [area, area] })).toEqual(["/areas/1 hall is there twice"]);
  });

  it("names no category, area or service that does not exist", () => {
    const services = good.services.map((service) => ({ ...service, category: "none" }));
    expect(faults({ ...good, services })[0]).toBe("/services/0/category there is no category none");
    const counters = good.counters.map((counter) => ({ ...counter, area: "none" }));
    expect(faults({ ...good, counters })).toEqual(["/counters/0/area there is no area none"]);
    const tiers = good.counters.map((counter) => ({ ...counter, tiers: [["a"], ["none"]] }));
    expect(faults({ ...good, counters: tiers })).toEqual(["/counters/0/tiers/1 there is no service none"]);
  });

  it("lists a service once at a counter", () => {
    expect(faults(smallHall({ counters: { 1: [["b"], ["a", "a"]] } }))).toEqual([
      "/counters/0/tiers/1 a is listed twice",
    ]);
  });

  it("keeps services of one prefix in one tier, so that called numbers rise", () => {
    const shared = { a: "M", b: "M", c: "C" };
    const apart = smallHall({ services: shared, counters: { 1: [["a"], ["b"]] } });
    expect(faults(apart)).toEqual([
      "/counters/0/tiers/1 services of prefix M share a sequence and must stand in one tier",
    ]);
    expect(faults(smallHall({ services: shared, counters: { 1: [["a", "b"], ["c"]], 2: [["c"], ["b"]] } }))).toEqual(
      [],
    );
  });

  it("looks at presets as at tiers", () => {
    const preset = { tiers: [["a"]], presets: { everything: [["a"], ["none"]] } };
    expect(faults(smallHall({ counters: { 1: preset } }))).toEqual([
      "/counters/0/presets/everything/1 there is no service none",
    ]);
  });

  it("has periods that end after they begin and follow one another", () => {
    const hours = {
      ...good.hall.hours,
      mon: [["12:00", "08:00"]],
      tue: [
        ["08:00", "12:00"],
        ["11:00", "13:00"],
      ],
    };
    expect(faults(withHall({ hours }))).toEqual([
      "/hall/hours/mon/0 12:00 is not before 08:00",
      "/hall/hours/tue/1 begins before the period before it ends",
    ]);
    const calendar = { open: { "2026-12-01": [["09:00", "09:00"]] }, makeupHours: [["10:00", "09:00"]] };
    expect(faults(withHall({ calendar }))).toEqual([
      "/hall/calendar/open/2026-12-01/0 09:00 is not before 09:00",
      "/hall/calendar/makeupHours/0 10:00 is not before 09:00",
    ]);
  });

  it("closes the day when no period of it is left", () => {
    const calendar = { open: { "2026-12-05": [["09:00", "19:00"]] }, makeupHours: [["09:00", "20:00"]] };
    expect(faults(withHall({ expireAt: "18:00" }))).toEqual([]);
    expect(faults(withHall({ expireAt: "17:59", hours: { ...good.hall.hours, mon: [], tue: [] } }))).toEqual([
      "/hall/expireAt 17:59 is before /hall/hours/wed ends at 18:00",
    ]);
    expect(faults(withHall({ expireAt: "18:00", calendar }))).toEqual([
      "/hall/expireAt 18:00 is before /hall/calendar/open/2026-12-05 ends at 19:00",
    ]);
    expect(faults(withHall({ expireAt: "19:00", calendar }))).toEqual([
      "/hall/expireAt 19:00 is before /hall/calendar/makeupHours ends at 20:00",
    ]);
  });

  it("leaves time in every period to take a number", () => {
    const hours = { ...good.hall.hours, sat: [["09:00", "09:30"]] };
    expect(faults(withHall({ lastTicketMinutes: 29, hours }))).toEqual([]);
    expect(faults(withHall({ lastTicketMinutes: 30, hours }))).toEqual([
      "/hall/lastTicketMinutes 30 leaves nothing of /hall/hours/sat/0",
    ]);
  });

  it("names dates that there are", () => {
    const day = [["09:00", "10:00"]];
    const calendar = {
      closed: ["2026-02-28", "2026-02-31", "2027-02-29"],
      open: { "2026-13-45": day, "2028-02-29": day },
    };
    expect(faults(withHall({ calendar }))).toEqual([
      "/hall/calendar/closed/1 2026-02-31 is no date",
      "/hall/calendar/closed/2 2027-02-29 is no date",
      "/hall/calendar/open/2026-13-45 2026-13-45 is no date",
    ]);
  });

  it("names every reason that its rules list", () => {
    const { reasons: _, ...unnamed } = good;
    expect(faults(unnamed)).toEqual([
      "/reasons/serviceperson is listed by the rules but has no name",
      "/reasons/elderly is listed by the rules but has no name",
    ]);
  });

  it("is warned of letters read as digits, and of prefixes that sound alike", () => {
    expect(warnings(smallHall({ services: { a: "O", b: "B" }, counters: { 1: [["a", "b"]] } }))).toEqual([
      "prefix O: I, O and Q are read as 1 and 0",
    ]);
    expect(warnings(smallHall({ services: { a: "AM", b: "AN" }, counters: { 1: [["a", "b"]] } }))).toEqual([
      "prefixes AM and AN sound alike when called",
    ]);
    expect(warnings(smallHall({ services: { a: "A", b: "H" }, counters: { 1: [["a", "b"]] } }))).toEqual([]);
  });

  it("is warned of a service that no counter lists, in no preset either", () => {
    const services = { a: "A", lost: "L", spare: "S" };
    const preset = { tiers: [["a"]], presets: { everything: [["a"], ["spare"]] } };
    expect(warnings(smallHall({ services, counters: { 1: preset } }))).toEqual(["no counter lists lost"]);
  });

  it("is warned of hours that cannot be: a service's beyond the hall's, and a date both closed and open", () => {
    const services = good.services.map((service) => ({
      ...service,
      hours: { ...good.hall.hours, sat: [["09:00", "19:00"]] },
    }));
    expect(warnings({ ...good, services: services.slice(0, 1) }).slice(0, 1)).toEqual([
      "a is open when the hall is not: 09:00 to 19:00",
    ]);
    const calendar = { closed: ["2026-12-05"], open: { "2026-12-05": [["09:00", "10:00"]] } };
    expect(warnings(withHall({ calendar }))).toEqual(["2026-12-05 is closed as well as open"]);
  });
});
