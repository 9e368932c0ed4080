import { beforeAll, describe, expect, it } from "vitest";
import { forgetOld } from "../../server/commands/forget-old.ts";
import type { Play } from "../../shared/wire/plays.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";
import { notice, publish } from "../support/items.ts";

describe("proof of play", () => {
  let hub: TestHub;
  let desk: Desk;
  let author: Person;
  let colleague: Person;
  let free = 2 * 1024 ** 3;

  beforeAll(async () => {
    hub = await startHub({ room: { freeBytes: () => free } });
    desk = new Desk(hub);
    author = await desk.manager();
    colleague = await desk.staff("editor");
    return () => end(hub);
  });

  const newItem = (zh = "海报"): Promise<string> =>
    publish(author, colleague, { ...notice, title: { zh, en: `${zh} en` } });
  const at = (time: string, date = "2026-11-25"): string => `${date}T${time}+08:00`;
  const report = (screen: Person, ...plays: readonly object[]) =>
    screen.post<{ plays: number; code: string; field: string }>("/api/plays", { plays });
  const list = async (query: string, who = author): Promise<{ items: Play[]; next?: string }> =>
    expected(await who.get(`/api/plays?${query}`), 200);

  it("is counted by the hour, screen, item and version, however often it is told", async () => {
    const screen = await desk.device("screen", { name: "东厅屏" });
    const item = await newItem();
    hub.clock.set(at("11:30:00"));
    const play = (time: string, seconds = 15) => ({ item, version: 1, at: at(time), seconds });
    expect((await report(screen, play("10:00:00"), play("09:59:59.5"), play("10:59:59", 7.25))).body).toEqual({
      plays: 3,
      rejected: [],
    });
    expected(await report(screen, play("10:20:00")), 200);
    const { items } = await list(`item=${item}`);
    const same = { screen: screen.id, screenName: "东厅屏", item, version: 1, title: { zh: "海报", en: "海报 en" } };
    expect(items).toEqual([
      {
        ...same,
        hour: "2026-11-25T09:00:00.000+08:00",
        plays: 1,
        seconds: 15,
        firstAt: "2026-11-25T09:59:59.500+08:00",
        lastAt: "2026-11-25T09:59:59.500+08:00",
      },
      {
        ...same,
        hour: "2026-11-25T10:00:00.000+08:00",
        plays: 3,
        seconds: 37.3,
        firstAt: "2026-11-25T10:00:00.000+08:00",
        lastAt: "2026-11-25T10:59:59.000+08:00",
      },
    ]);
  });

  it("is taken once for a key", async () => {
    const screen = await desk.device("screen");
    const item = await newItem();
    const body = { plays: [{ item, version: 1, at: new Date(hub.clock.now()).toISOString(), seconds: 15 }] };
    const key = { "idempotency-key": "one-batch" };
    expect((await screen.post("/api/plays", body, key)).body).toEqual({ plays: 1, rejected: [] });
    expect((await screen.post("/api/plays", body, key)).body).toEqual({ plays: 1, rejected: [] });
    expect((await list(`item=${item}`)).items).toMatchObject([{ plays: 1 }]);
  });

  it("is never of before the item was approved nor of after now: near to it counts, far from it is refused", async () => {
    hub.clock.set(at("14:00:00", "2026-11-26"));
    const screen = await desk.device("screen");
    const item = await newItem();
    const play = (date: string, time = "14:00:00") => ({ item, version: 1, at: at(time, date), seconds: 1 });
    hub.clock.set(at("16:00:00", "2026-11-26"));
    expected(await report(screen, play("2026-11-26", "02:00:00"), play("2026-11-27", "15:00:00")), 200);
    expect((await list(`item=${item}`)).items.map(({ firstAt }) => firstAt)).toEqual([
      "2026-11-26T14:00:00.000+08:00",
      "2026-11-26T16:00:00.000+08:00",
    ]);
    for (const wrong of [play("2026-11-25", "13:59:00"), play("2026-11-27", "16:01:00"), { ...play("x"), at: "now" }]) {
      const { status, body } = await report(screen, wrong);
      expect([status, body.field]).toEqual([400, "plays.0.at"]);
    }
    expect((await list(`item=${item}`)).items.map(({ plays }) => plays)).toEqual([1, 1]);
  });

  it("loses nothing with a play that cannot be, and says which it was", async () => {
    const screen = await desk.device("screen");
    const item = await newItem();
    const now = new Date(hub.clock.now()).toISOString();
    const good = { item, version: 1, at: now, seconds: 2 };
    const told = await report(
      screen,
      good,
      { ...good, at: at("14:00:00", "2020-01-01") },
      { ...good, version: 7 },
      good,
    );
    expect([told.status, told.body]).toEqual([200, { plays: 2, rejected: ["plays.1.at", "plays.2.item"] }]);
    expect((await list(`item=${item}`)).items).toMatchObject([{ version: 1, plays: 2, seconds: 4 }]);
  });

  it("is of what was on the screens once, and of nothing else", async () => {
    const screen = await desk.device("screen");
    const item = await newItem();
    expected(await author.ask("PATCH", `/api/items/${item}`, { body: { seconds: 30 } }), 200);
    const now = new Date(hub.clock.now()).toISOString();
    for (const [id, version] of [
      [item, 2],
      [item, 3],
      ["none", 1],
    ] as const) {
      const { status, body } = await report(screen, { item: id, version, at: now, seconds: 1 });
      expect([status, body.field]).toEqual([400, "plays.0.item"]);
    }
    expected(await author.post(`/api/items/${item}/withdraw`), 200);
    expected(await report(screen, { item, version: 1, at: now, seconds: 1 }), 200);
  });

  it("is refused while the disk has less than a gibibyte left, and taken again when it has", async () => {
    const screen = await desk.device("screen");
    const item = await newItem();
    const play = { item, version: 1, at: new Date(hub.clock.now()).toISOString(), seconds: 1 };
    free = 1024 ** 3 - 1;
    const { status, body } = await report(screen, play);
    expect([status, body.code]).toEqual([503, "no-room"]);
    free = 1024 ** 3;
    expected(await report(screen, play), 200);
  });

  it("is asked for by day, instant, screen and item, page by page", async () => {
    hub.clock.set(at("08:00:00", "2026-11-27"));
    const screens = [await desk.device("screen"), await desk.device("screen")];
    const item = await newItem();
    hub.clock.set(at("20:00:00", "2026-12-20"));
    const hours = Array.from({ length: 251 }, (_, hour) => hub.clock.now() - hour * 3_600_000);
    for (const screen of screens) {
      for (const part of [hours.slice(0, 200), hours.slice(200)]) {
        const plays = part.map((millis) => ({ item, version: 1, at: new Date(millis).toISOString(), seconds: 1 }));
        expected(await report(screen, ...plays), 200);
      }
    }
    const first = await list(`item=${item}`);
    expect([first.items.length, typeof first.next]).toEqual([500, "string"]);
    const rest = await list(`item=${item}&after=${first.next ?? ""}`);
    expect([rest.items.length, rest.next]).toEqual([2, undefined]);
    expect(new Set([...first.items, ...rest.items].map(({ hour, screen }) => `${hour} ${screen}`)).size).toBe(502);
    const count = async (query: string) => (await list(`item=${item}&${query}`)).items.length;
    expect(await count(`screen=${screens[0]?.id ?? ""}`)).toBe(251);
    expect(await count("from=2026-12-20")).toBe(42);
    expect(await count("from=2026-12-19&to=2026-12-19")).toBe(48);
    expect(await count("from=2026-12-20T19:00%2B08:00&to=2026-12-20T20:00%2B08:00")).toBe(2);
    for (const [field, value] of [
      ["from", "2026-02-30"],
      ["to", "2026-02-30T10:00Z"],
      ["from", "today"],
      ["after", "x"],
    ] as const) {
      const { status, body } = await author.get<{ field: string }>(`/api/plays?${field}=${value}`);
      expect([status, body.field]).toEqual([400, field]);
    }
  });

  it("is a table for a spreadsheet to whoever asks so: Chinese for Excel, and no formula of anybody's", async () => {
    const screen = await desk.device("screen", { name: '=HYPERLINK("https://x.example","东,厅")' });
    const item = await newItem('@SUM(1,2)"');
    const now = new Date(hub.clock.now()).toISOString();
    expected(await report(screen, { item, version: 1, at: now, seconds: 12.5 }), 200);
    const ask = (accept: string, language = "zh") =>
      hub.app.inject({
        method: "GET",
        url: `/api/plays?item=${item}`,
        headers: { ...author.headers, accept, "accept-language": language },
      });
    const answer = await ask("text/csv");
    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(answer.headers["vary"]).toContain("Accept");
    const [head, row, ...more] = answer.payload.split("\r\n");
    expect(head).toBe("\uFEFF小时,屏幕,屏幕编号,内容,内容编号,版本,播放次数,秒数,首次,末次");
    const iso = "2026-12-20T20:00:00.000+08:00";
    const names = [`"'=HYPERLINK(""https://x.example"",""东,厅"")"`, screen.id, `"'@SUM(1,2)"""`, item];
    expect(row).toBe([iso, ...names, 1, 1, 12.5, iso, iso].join());
    expect(more).toEqual([""]);
    expect((await ask("text/csv", "en")).payload).toMatch(/^\uFEFFHour,Screen,/);
    expect((await ask("text/csv;q=0.5, application/json")).headers["content-type"]).toMatch(/json/);
    expect((await ask("*/*")).headers["content-type"]).toMatch(/json/);
    const all = await hub.app.inject({
      method: "GET",
      url: "/api/plays",
      headers: { ...author.headers, accept: "text/csv" },
    });
    expect(all.payload.split("\r\n").length).toBeGreaterThan(502);
  });

  it("is forgotten after four hundred days", async () => {
    const screen = await desk.device("screen");
    const item = await newItem();
    const now = hub.clock.now();
    expected(await report(screen, { item, version: 1, at: new Date(now).toISOString(), seconds: 1 }), 200);
    const after = async (days: number): Promise<number> => {
      hub.clock.set(new Date(now + days * 24 * 3_600_000).toISOString());
      await hub.hub.context.writer.submit(forgetOld);
      return hub.hub.context.store.plays.list({ item, limit: 9 }).length;
    };
    expect([await after(399), await after(401)]).toEqual([1, 0]);
  });
});
