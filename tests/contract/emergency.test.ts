import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseFile } from "../../server/store/database.ts";
import type { EmergencyNow } from "../../shared/wire/emergency.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { sampleHall } from "../support/hub.ts";
import type { LiveClient, LiveFrame } from "../support/live-client.ts";
import { from, LiveHall } from "../support/live-hall.ts";

const fire = { template: "fire", minutes: 30 };

/** What an event or a snapshot says of the emergency: its id, or null for none. */
const emergencyIn = ({ event, data }: LiveFrame): string | null | undefined => {
  // The wire's promise for these topics.
  const told = (event ?? data)?.["emergency"] as Emergency | null | undefined;
  return told?.id ?? (told === null ? null : undefined);
};

describe("an emergency", () => {
  let hall: LiveHall;
  let guide: Person;

  const now = async (who: Person = guide): Promise<EmergencyNow> =>
    expected(await who.get<EmergencyNow>("/api/emergency"), 200);
  const raises = async (body: object, who = guide): Promise<Emergency> =>
    expected(await who.post<Emergency>("/api/emergency", body), 201);
  const ends = async (who = guide): Promise<number> => (await who.ask("DELETE", "/api/emergency")).status;

  beforeEach(async () => {
    hall = await LiveHall.start({ hall: sampleHall("linshui") });
    guide = await hall.desk.staff("guide");
  });

  afterEach(async () => {
    await hall.end();
  });

  it("is raised from a template, told to anybody who asks, and ended by an all-clear", async () => {
    const raised = await raises(fire);
    expect(raised).toMatchObject({
      template: "fire",
      title: { zh: "请立即离开大厅", en: "Leave the building now" },
      stopsService: true,
      areas: null,
      raisedAt: "2026-11-25T09:00:00.000+08:00",
      until: "2026-11-25T09:30:00.000+08:00",
    });
    expect((await now(hall.desk.stranger())).emergency?.id).toBe(raised.id);
    expect(await ends(await hall.desk.manager())).toBe(204);
    expect((await now()).emergency).toBeNull();
    expect(await ends()).toBe(204);
  });

  it("names to staff who raised it, and to nobody else", async () => {
    await raises(fire);
    const clerk = await hall.desk.staff("clerk");
    expect((await now(clerk)).emergency?.by).toMatch(/^guide /);
    for (const who of [hall.desk.stranger(), await hall.desk.station()])
      expect((await now(who)).emergency).not.toHaveProperty("by");
  });

  it("offers the templates that every hall has, and the hall's own beside them or in their place", async () => {
    const { templates } = await now();
    expect(templates.map(({ id }) => id)).toEqual(["fire", "weather", "system", "medical", "lost-person"]);
    const words = { zh: "请到东广场集合", en: "Meet at the east square" };
    const emergencies = {
      fire: { title: words, text: words },
      flood: { title: { zh: "水管爆裂", en: "Burst pipe" }, text: words, stopsService: true },
    };
    await hall.end();
    hall = await LiveHall.start({ hall: { ...sampleHall(), emergencies } });
    guide = await hall.desk.staff("guide");
    const own = (await now()).templates;
    expect(own.find(({ id }) => id === "fire")).toMatchObject({ title: words, stopsService: true });
    expect(own.at(-1)).toMatchObject({ id: "flood", stopsService: true });
    expect((await raises({ ...fire, template: "flood" })).title.zh).toBe("水管爆裂");
  });

  it("may say something else than its template, in the languages that were written; the rest stays the template's", async () => {
    const { text, title } = await raises({ ...fire, text: { zh: "走东门", en: " " } });
    expect([text.zh, text.en, title.en]).toEqual([
      "走东门",
      "Use the nearest exit, not the lifts. Follow the staff",
      "Leave the building now",
    ]);
    expect(text["zh-Hant"]).toBeUndefined();
    const free = await raises({ text: { zh: "", en: "Car 12 blocks the exit" }, minutes: 5 });
    expect([free.template, free.text.zh, free.title.zh]).toEqual([null, "Car 12 blocks the exit", "紧急通知"]);
    const plain = await raises({ text: "浙A12345请挪车", minutes: 5 });
    expect([plain.text.zh, plain.text.en]).toEqual(["浙A12345请挪车", "浙A12345请挪车"]);
    expect(JSON.stringify(readJournal(hall))).not.toMatch(/走东门|12345|Car 12/);
  });

  it.each([
    [{ minutes: 5 }, "template"],
    [{ ...fire, template: "flood" }, "template"],
    [{ ...fire, template: "No Slug" }, "template"],
    [{ ...fire, areas: ["attic"] }, "areas.0"],
    [{ ...fire, areas: [] }, "areas"],
    [{ ...fire, text: { zh: " ", en: "" } }, "text"],
    [{ ...fire, text: "" }, "text"],
    [{ ...fire, text: "火".repeat(301) }, "text"],
    [{ template: "fire" }, "minutes"],
    [{ ...fire, minutes: 0 }, "minutes"],
    [{ ...fire, minutes: 1441 }, "minutes"],
    [{ ...fire, minutes: 1.5 }, "minutes"],
    [{ ...fire, loud: true }, "loud"],
  ])("is refused by the name of what is wrong, and changes nothing: %j", async (body, field) => {
    const { seq } = hall.hub.hub.context.writer.state;
    const { status, body: refused } = await guide.post("/api/emergency", body);
    expect([status, refused.code, refused.field]).toEqual([400, "invalid-request", field]);
    expect((await now()).emergency).toBeNull();
    expect(hall.hub.hub.context.writer.state.seq).toBe(seq);
  });

  it("raised twice under one key is raised once", async () => {
    const key = { "idempotency-key": "e" };
    const first = await guide.post<Emergency>("/api/emergency", fire, key);
    const again = await guide.post<Emergency>("/api/emergency", fire, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await guide.post("/api/emergency", { ...fire, minutes: 5 }, key)).body.code).toBe("key-reused");
  });

  it("takes the place of the one before, whatever areas either is for", async () => {
    await raises({ ...fire, areas: ["a"] });
    const second = await raises({ template: "medical", minutes: 5, areas: ["b"] });
    expect((await now()).emergency?.id).toBe(second.id);
    hall.hub.clock.advance({ minutes: 6 });
    await hall.hub.hub.context.writer.submit(() => null);
    expect((await now()).emergency).toBeNull();
  });

  it("is told on the lobby in its place in the journal, resumed, and bears whether it was an all-clear", async () => {
    const { client, snapshot } = await hall.watching("lobby");
    expect(emergencyIn(snapshot)).toBeNull();
    const { id } = await raises(fire);
    await ends();
    await raises({ template: "medical", minutes: 1 });
    hall.hub.clock.advance({ minutes: 1 });
    await hall.hub.hub.context.writer.submit(() => null);
    const told = await client.numbered();
    expect(told.map(({ event }) => [event?.type, event?.["allClear"] ?? false])).toEqual([
      ["emergency", false],
      ["emergency", true],
      ["emergency", false],
      ["emergency", false],
    ]);
    expect(emergencyIn(told[0] ?? snapshot)).toBe(id);
    expect(told[0]?.event?.["emergency"]).not.toHaveProperty("by");
    const back = await hall.open();
    back.watch("lobby", from(snapshot));
    expect(await back.numbered()).toEqual(told);
  });

  it("reaches every screen and station, and of those that stand in an area only the ones it is for", async () => {
    const [area, other] = ["a", "b"];
    const devices = {
      station: await hall.desk.station(),
      screen: await hall.desk.device("screen"),
      meant: await hall.desk.device("counter-screen", { counter: counterIn(area) }),
      spared: await hall.desk.device("counter-screen", { counter: counterIn(other) }),
    };
    const clients: LiveClient[] = [];
    for (const device of Object.values(devices))
      clients.push((await hall.watching(`screen/${device.id}`, device)).client);
    const heard = async () =>
      Promise.all(clients.map(async (client) => (await client.rest()).map((frame) => emergencyIn(frame))));
    const { id } = await raises({ ...fire, areas: [area] });
    expect(await heard()).toEqual([[id], [id], [id], [null]]);
    const comesIn = await hall.watching(`screen/${devices.meant.id}`, devices.meant);
    expect(emergencyIn(comesIn.snapshot)).toBe(id);
    expect(emergencyIn((await hall.watching(`screen/${devices.spared.id}`, devices.spared)).snapshot)).toBeNull();
    await ends();
    expect(await heard()).toEqual([[null], [null], [null], [null]]);
  });

  it("reaches whoever follows a ticket", async () => {
    const { token } = await guide.take(sampleHall("linshui").services[0]?.id ?? "");
    const { client } = await hall.watching(`ticket/${token}`);
    const { id } = await raises(fire);
    expect((await client.rest()).map((frame) => emergencyIn(frame)).filter((each) => each !== undefined)).toEqual([id]);
  });

  it("is told as over within a second of its end, though nobody asks for anything", async () => {
    const { client } = await hall.watching("lobby");
    await raises({ ...fire, minutes: 1 });
    await client.until(({ event }) => event?.type === "emergency");
    hall.hub.clock.advance({ seconds: 59.8 });
    // With this commit the hub sees how long is left by the clock of the test; it then wakes by itself.
    await guide.take(sampleHall("linshui").services[0]?.id ?? "");
    hall.hub.clock.advance({ seconds: 0.3 });
    const before = performance.now();
    await client.until(({ event }) => event?.type === "emergency" && event["emergency"] === null);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it("lasts over a restart with its words, and ends by itself though its end was slept through", async () => {
    const { id } = await raises({ text: "请走东门", minutes: 30 });
    hall.hub.clock.advance({ minutes: 10 });
    await hall.restart();
    const stranger = hall.desk.stranger();
    expect((await now(stranger)).emergency).toMatchObject({ id, text: { zh: "请走东门" } });
    hall.hub.clock.advance({ minutes: 24 * 60 });
    await hall.restart();
    await hall.hub.hub.context.writer.submit(() => null);
    expect((await now(hall.desk.stranger())).emergency).toBeNull();
  });

  it("is raised, told and ended though everything that screens show besides is lost", async () => {
    const { client } = await hall.watching("lobby");
    const raw = new Database(databaseFile(hall.hub.data));
    for (const table of ["items", "item_versions", "media", "plays", "screens"]) raw.exec(`drop table ${table}`);
    raw.close();
    const { id } = await raises({ ...fire, text: "请走东门" });
    await ends();
    const told = await client.numbered();
    expect(told.map((frame) => emergencyIn(frame))).toEqual([id, null]);
    const device = await hall.desk.station();
    expect(emergencyIn((await hall.watching(`screen/${device.id}`, device)).snapshot)).toBeNull();
  });

  it("gives residents no numbers while they are to leave", async () => {
    const station = await hall.desk.station();
    const service = sampleHall("linshui").services[0]?.id ?? "";
    await raises(fire);
    const refused = await station.post("/api/tickets", { service });
    expect([refused.status, refused.body.code]).toEqual([422, "emergency"]);
    await guide.take(service);
    await raises({ template: "system", minutes: 5 });
    await station.take(service);
  });
});

function counterIn(area: string): number {
  const counter = sampleHall("linshui").counters.find((each) => each.area === area);
  if (!counter) throw new Error(`no counter stands in ${area}`);
  return counter.number;
}

function readJournal({ hub }: LiveHall): string[] {
  const raw = new Database(databaseFile(hub.data), { readonly: true });
  const rows = raw.prepare("select cast(bytes as text) as text from journal").all() as { text: string }[];
  raw.close();
  return rows.map(({ text }) => text);
}
