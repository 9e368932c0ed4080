import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareHall } from "../../server/first-start.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { HallCalendar } from "../../shared/wire/today.ts";
import { Desk, expected, type Person, type Refused } from "../support/desk.ts";
import { end, sampleHall, startHub, temporaryFolder, TestClock, type TestHub } from "../support/hub.ts";

type RefusedUntil = Refused & { readonly nextOpening?: string };

function hallWith(change: (file: HallFile) => void): HallFile {
  const file = sampleHall();
  change(file);
  return file;
}

describe("a hall's hours", () => {
  let hub: TestHub;
  let desk: Desk;

  const opens = async (options: Parameters<typeof startHub>[0] = {}): Promise<void> => {
    hub = await startHub(options);
    desk = new Desk(hub);
  };
  const hallNow = async (): Promise<HallNow> => expected(await desk.stranger().get<HallNow>("/api/hall"), 200);
  const refusal = async (who: Person, service = "proof"): Promise<[number, string, string | undefined]> => {
    const { body } = await who.post<RefusedUntil>("/api/tickets", { service });
    return [body.status, body.code, body.nextOpening];
  };

  afterEach(() => end(hub));

  it("refuse numbers outside them and say when the hall opens, to the station and the guide alike", async () => {
    await opens();
    const station = await desk.station();
    const guide = await desk.staff("guide");
    hub.clock.set("2026-11-25T12:10:00+08:00");
    const until = "2026-11-25T13:30:00.000+08:00";
    expect(await refusal(station)).toEqual([422, "outside-hours", until]);
    expect(await refusal(guide)).toEqual([422, "outside-hours", until]);
    hub.clock.set("2026-11-27T18:00:00+08:00");
    expect(await refusal(station)).toEqual([422, "outside-hours", "2026-11-28T09:00:00.000+08:00"]);
    const { body } = await station.post<RefusedUntil>(
      "/api/tickets",
      { service: "proof" },
      { "accept-language": "zh" },
    );
    expect(body.detail).toBe("现在不取号，明早9:00可取");
  });

  it("end for new numbers a quarter of an hour before, where the hall says so", async () => {
    await opens();
    const station = await desk.station();
    hub.clock.set("2026-11-25T11:44:59+08:00");
    await station.take("proof");
    hub.clock.set("2026-11-25T11:45:00+08:00");
    expect(await refusal(station)).toEqual([422, "outside-hours", "2026-11-25T13:30:00.000+08:00"]);
    const now = await hallNow();
    expect([now.open, now.services.some(({ open }) => open)]).toEqual([true, false]);
    expect(now.services[0]).toMatchObject({
      closedFor: "outside-hours",
      nextOpening: "2026-11-25T13:30:00.000+08:00",
      stopped: null,
    });
  });

  it("keep China's holidays and make-up workdays, and the hall's own dates before them", async () => {
    await opens({ clock: new TestClock("2026-10-01T09:00:00+08:00") });
    const station = await desk.station();
    expect(await refusal(station)).toEqual([422, "outside-hours", "2026-10-08T08:30:00.000+08:00"]);
    hub.clock.set("2026-10-10T09:00:00+08:00");
    expect(await hallNow()).toMatchObject({ weekday: "sat", open: true });
    await station.take("proof");
    hub.clock.set("2026-12-27T10:00:00+08:00");
    expect(await hallNow()).toMatchObject({ weekday: "sun", open: true });
    hub.clock.set("2026-12-31T10:00:00+08:00");
    expect(await hallNow()).toMatchObject({ weekday: "thu", open: false, periods: [] });
  });

  it("keep another country's public holidays by the hall's own zone", async () => {
    const hall = hallWith((file) => {
      file.hall.timezone = "Europe/Berlin";
      file.hall.calendar = { holidays: "DE" };
      file.hall.lastTicketMinutes = 0;
    });
    await opens({ hall, clock: new TestClock("2026-12-24T09:00:00+01:00") });
    const station = await desk.station();
    await station.take("proof");
    hub.clock.set("2026-12-25T09:00:00+01:00");
    expect(await refusal(station)).toEqual([422, "outside-hours", "2026-12-28T08:30:00.000+01:00"]);
  });

  it("name the country that no holidays are known of, and keep the hall that runs", async () => {
    await opens({});
    const hallFile = join(hub.data, "nowhere.json");
    const nowhere = hallWith((file) => (file.hall.calendar = { holidays: "XX" }));
    writeFileSync(hallFile, JSON.stringify(nowhere));
    const replaced = { ...hub.hub, config: { ...hub.hub.config, hallFile, replaceHall: true } };
    await expect(prepareHall(replaced, () => null)).rejects.toThrow(
      `LUNDAO_HALL: ${hallFile}: /hall/calendar/holidays no holidays are known of XX`,
    );
    expect(hub.hub.context.writer.state.hall?.file.hall.calendar?.holidays).toBe("CN");
  });

  it("go by the hall's clock on the days that summer time changes, whatever zone the machine is in", async () => {
    const everyDay = [["08:30", "12:00"]];
    const hall = hallWith((file) => {
      file.hall.timezone = "Europe/Berlin";
      file.hall.calendar = {};
      file.hall.lastTicketMinutes = 0;
      file.hall.hours = { ...file.hall.hours, sat: everyDay, sun: everyDay };
    });
    const machine = process.env["TZ"];
    process.env["TZ"] = "America/Los_Angeles";
    try {
      await opens({ hall, clock: new TestClock("2026-10-24T13:00:00+02:00") });
      const station = await desk.station();
      expect(await refusal(station)).toEqual([422, "outside-hours", "2026-10-25T08:30:00.000+01:00"]);
      hub.clock.set("2026-10-25T08:29:59+01:00");
      expect(await refusal(station)).toEqual([422, "outside-hours", "2026-10-25T08:30:00.000+01:00"]);
      hub.clock.set("2026-10-25T08:30:00+01:00");
      expect((await station.take("proof")).issuedAt).toBe("2026-10-25T08:30:00.000+01:00");
      hub.clock.set("2027-03-28T08:29:00+02:00");
      expect(await refusal(station)).toEqual([422, "outside-hours", "2027-03-28T08:30:00.000+02:00"]);
      hub.clock.set("2027-03-28T08:30:00+02:00");
      await station.take("proof");
    } finally {
      if (machine === undefined) delete process.env["TZ"];
      else process.env["TZ"] = machine;
    }
  });

  it("may be narrower for a service, which says so while the others go on", async () => {
    const hall = hallWith((file) => {
      const service = file.services.find(({ id }) => id === "proof");
      const morning = [["09:30", "10:30"]];
      if (service) service.hours = { ...file.hall.hours, wed: morning, thu: morning };
    });
    await opens({ hall });
    const station = await desk.station();
    expect(await refusal(station)).toEqual([422, "outside-hours", "2026-11-25T09:30:00.000+08:00"]);
    await station.take("pension");
    const { services } = await hallNow();
    const proof = services.find(({ id }) => id === "proof");
    expect([proof?.open, proof?.periods]).toEqual([
      false,
      [{ from: "2026-11-25T09:30:00.000+08:00", to: "2026-11-25T10:30:00.000+08:00" }],
    ]);
  });

  it("do not matter to a demonstration on the machine's own clock, whose pages still say that the hall is closed", async () => {
    await opens({ demo: true, clock: new TestClock("2026-11-29T23:00:00+08:00") });
    const station = await desk.station();
    await station.take("proof");
    const now = await hallNow();
    expect([now.open, now.services.every(({ open }) => open)]).toEqual([false, true]);
  });

  it("matter to a demonstration whose clock was chosen", async () => {
    const env = { NODE_ENV: "test", LUNDAO_CLOCK: "2026-11-29T23:00:00+08:00" };
    await opens({ demo: true, env, clock: new TestClock("2026-11-29T23:00:00+08:00") });
    expect((await refusal(await desk.station()))[1]).toBe("outside-hours");
  });
});

describe("quotas", () => {
  let hub: TestHub;
  let desk: Desk;
  afterEach(() => end(hub));

  const opens = async (quota: HallFile["services"][number]["quota"]): Promise<void> => {
    const hall = hallWith((file) => {
      const service = file.services.find(({ id }) => id === "proof");
      if (service && quota) service.quota = quota;
    });
    hub = await startHub({ hall });
    desk = new Desk(hub);
  };

  it("are never overrun by requests that come at once, and tell what is left", async () => {
    await opens({ period: 5 });
    const station = await desk.station();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => station.post<RefusedUntil>("/api/tickets", { service: "proof" })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => [body.code, body.nextOpening]);
    expect(refused).toHaveLength(15);
    expect(new Set(refused.map(String))).toEqual(new Set(["quota-reached,2026-11-25T13:30:00.000+08:00"]));
    const { body } = await desk.stranger().get<HallNow>("/api/hall");
    const proof = body.services.find(({ id }) => id === "proof");
    expect([proof?.quotaLeft, proof?.closedFor]).toEqual([0, "quota-reached"]);
    hub.clock.set("2026-11-25T13:30:00+08:00");
    await station.take("proof");
  });

  it("hold through a restart", async () => {
    await opens({ day: 2 });
    const station = await desk.station();
    await station.take("proof");
    await hub.stop();
    hub = await startHub({ data: hub.data, clock: hub.clock });
    desk = new Desk(hub);
    const guide = await desk.staff("guide");
    await guide.take("proof");
    const { body } = await guide.post<RefusedUntil>("/api/tickets", { service: "proof" });
    expect([body.code, body.nextOpening]).toEqual(["quota-reached", "2026-11-26T08:30:00.000+08:00"]);
  });
});

describe("the calendar of holidays", () => {
  let hub: TestHub;
  let manager: Person;

  beforeEach(async () => {
    hub = await startHub({ data: temporaryFolder() });
    manager = await new Desk(hub).manager();
    return () => end(hub);
  });

  const calendar = async (): Promise<HallCalendar> =>
    expected(await manager.get<HallCalendar>("/api/hall/calendar"), 200);
  const alarm = async (): Promise<HallNow["calendar"]> =>
    expected(await manager.get<HallNow>("/api/hall"), 200).calendar;
  const list = { year: 2027, holidays: ["2027-01-01"], workdays: ["2027-01-03"] };

  it("ends where its library does, raises an alarm a month before, and takes a list instead", async () => {
    expect(await calendar()).toMatchObject({ country: "CN", knownUntil: "2026-12-31", isTodayKnown: true });
    expect(await alarm()).toBeNull();
    hub.clock.set("2026-12-02T09:00:00+08:00");
    expect(await alarm()).toEqual({ knownUntil: "2026-12-31", isTodayKnown: true });
    const { payload } = await hub.app.inject({ method: "GET", url: "/metrics" });
    expect(payload).toContain("lundao_calendar_known 0");
    const imported = expected(await manager.ask<HallCalendar>("PUT", "/api/hall/calendar", { body: list }), 200);
    expect(imported.knownUntil).toBe("2027-12-31");
    expect(imported.years.at(-1)).toEqual({ ...list, from: "list" });
    expect(await alarm()).toBeNull();
  });

  it("does not know a day of a year that nobody has told of, which goes by the week and says so", async () => {
    hub.clock.set("2027-01-01T09:00:00+08:00");
    expect(expected(await manager.get<HallNow>("/api/hall"), 200)).toMatchObject({
      open: true,
      calendar: { knownUntil: "2026-12-31", isTodayKnown: false },
    });
  });

  it("keeps an imported list through restarts, and takes it back", async () => {
    expected(await manager.ask("PUT", "/api/hall/calendar", { body: list }), 200);
    hub.clock.set("2027-01-01T09:00:00+08:00");
    await hub.stop();
    hub = await startHub({ data: hub.data, clock: hub.clock });
    manager = await new Desk(hub).manager();
    expect(expected(await manager.get<HallNow>("/api/hall"), 200).open).toBe(false);
    expected(await manager.ask("DELETE", "/api/hall/calendar/2027"), 200);
    expect(expected(await manager.get<HallNow>("/api/hall"), 200).open).toBe(true);
    for (const year of ["2027", "constructor"])
      expect((await manager.ask("DELETE", `/api/hall/calendar/${year}`)).status).toBe(404);
  });

  it("does not take a year without holidays for one that is known", async () => {
    const { status, body } = await manager.ask("PUT", "/api/hall/calendar", { body: { ...list, holidays: [] } });
    expect([status, body.code, body.field]).toEqual([400, "invalid-request", "holidays"]);
    expect((await calendar()).knownUntil).toBe("2026-12-31");
  });

  it("names the date that is wrong, and changes nothing", async () => {
    const wrong = { ...list, holidays: ["2027-01-01", "2028-01-01"] };
    const { body } = await manager.ask("PUT", "/api/hall/calendar", { body: wrong });
    expect([body.code, body.field]).toEqual(["invalid-request", "holidays.1"]);
    expect((await calendar()).knownUntil).toBe("2026-12-31");
  });
});
