import { beforeAll, describe, expect, it } from "vitest";
import { screenDefaults } from "../../shared/domain/screen-defaults.ts";
import type { Screen, ScreenReport, Showing } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { anImage, hand, notice, publish } from "../support/items.ts";
import { LiveHall } from "../support/live-hall.ts";

describe("lobby screens from afar", () => {
  let hall: LiveHall;
  let technician: Person;
  let author: Person;
  let colleague: Person;

  beforeAll(async () => {
    hall = await LiveHall.start();
    technician = await hall.desk.staff("technician");
    author = await hall.desk.staff("editor");
    colleague = await hall.desk.staff("editor");
    return () => hall.end();
  });

  const screenOf = async (id: string): Promise<Screen> => {
    const { items } = expected(await technician.get<{ items: Screen[] }>("/api/screens"), 200);
    const found = items.find((screen) => screen.id === id);
    if (!found) throw new Error("no such screen");
    return found;
  };
  const set = (id: string, body: object) =>
    technician.ask<Screen & { field?: string; code?: string }>("PUT", `/api/screens/${id}`, { body });

  describe("are set", () => {
    it("by nobody at first: a screen that is paired hangs as most do", async () => {
      const { id } = await hall.desk.device("screen", { name: "东厅屏" });
      expect(await screenOf(id)).toEqual({
        id,
        name: "东厅屏",
        ...screenDefaults,
        connected: false,
        health: {
          paintedAt: null,
          sound: null,
          voice: null,
          cache: null,
          clockErrorMs: null,
          browser: null,
          uptimeSeconds: null,
          showing: null,
        },
        alerts: [],
      });
    });

    it("a word at a time, and hear of it at once and when they come back", async () => {
      const screen = await hall.desk.device("screen");
      const { client, snapshot } = await hall.watching(`screen/${screen.id}`, screen);
      expect(snapshot.data).toMatchObject({ kind: "screen", settings: screenDefaults, content: { items: [] } });
      expected(await set(screen.id, { layout: "content-only", area: "main" }), 200);
      const answer = expected(await set(screen.id, { group: "东厅", speaks: false }), 200);
      const settings = { ...screenDefaults, layout: "content-only", area: "main", group: "东厅", speaks: false };
      expect(answer).toMatchObject(settings);
      const events = (await client.rest()).map(({ event }) => event);
      expect(events).toMatchObject([
        { type: "device", settings: { layout: "content-only", group: null } },
        { type: "device", settings },
      ]);
      expect(events[0]).not.toHaveProperty("content");
      expect((await hall.watching(`screen/${screen.id}`, screen)).snapshot.data).toMatchObject({ settings });
    });

    it.each<[string, object]>([
      ["area", { area: "moon" }],
      ["layout", { layout: "sideways" }],
      ["viewingMetres", { viewingMetres: 0 }],
      ["sizeInches", { sizeInches: 1000 }],
      ["group", { group: "" }],
      ["colour", { colour: "red" }],
    ])("by nothing that is wrong: %s", async (field, body) => {
      const { id } = await hall.desk.device("screen");
      const { status, body: answer } = await set(id, { speaks: false, ...body });
      expect([status, answer.code, answer.field]).toEqual([400, "invalid-request", field]);
      expect(await screenOf(id)).toMatchObject({ speaks: true });
    });

    it("where they are lobby screens that are paired, and no other device", async () => {
      const counterScreen = await hall.desk.device("counter-screen", { counter: 1 });
      for (const id of [counterScreen.id, "none"]) {
        expect((await set(id, { speaks: false })).status).toBe(404);
        for (const order of ["reload", "identify"])
          expect((await technician.post(`/api/screens/${id}/${order}`)).status).toBe(404);
        expect((await technician.get(`/api/screens/${id}/showing`)).status).toBe(404);
      }
      const { snapshot } = await hall.watching(`screen/${counterScreen.id}`, counterScreen);
      expect(snapshot.data).not.toHaveProperty("settings");
      expect(snapshot.data).not.toHaveProperty("content");
    });

    it("no more once they are gone: their settings go with them", async () => {
      const { id } = await hall.desk.device("screen");
      expected(await set(id, { group: "西厅" }), 200);
      const { store } = hall.hub.hub.context;
      expect(store.screens.find(id)).toMatchObject({ group: "西厅" });
      expect((await technician.ask("DELETE", `/api/devices/${id}`)).status).toBe(204);
      expect(store.screens.find(id)).toBeNull();
    });
  });

  describe("do as they are told", () => {
    it("and load anew or show their name, once for a key", async () => {
      const screen = await hall.desk.device("screen", { name: "门口屏" });
      const { client } = await hall.watching(`screen/${screen.id}`, screen);
      const key = { "idempotency-key": "pressed-once" };
      const order = (what: string) => technician.post<Screen>(`/api/screens/${screen.id}/${what}`, {}, key);
      const first = await order("identify");
      expect(first.body).toMatchObject({ id: screen.id, connected: true });
      expect((await order("identify")).body).toEqual(first.body);
      expected(await technician.post(`/api/screens/${screen.id}/reload`), 200);
      expect((await client.rest()).map(({ event }) => event)).toMatchObject([
        { type: "identify", name: "门口屏", seconds: 30 },
        { type: "reload" },
      ]);
    });
  });

  describe("tell how they are", () => {
    const report = (more: Partial<ScreenReport> = {}): ScreenReport => ({
      painted: iso(),
      sound: "on",
      voice: "program",
      cache: { version: null, files: 3, missing: 0, bytes: 9000 },
      clockErrorMs: -40,
      browser: "Chrome/92",
      uptimeSeconds: 3600,
      showing: null,
      ...more,
    });
    const iso = (): string => new Date(hall.hub.clock.now()).toISOString();
    const beating = async (screen: Person) => {
      const client = await hall.open(screen);
      return async (more: Partial<ScreenReport> = {}): Promise<void> => {
        client.send({ t: "heartbeat", screen: report(more) });
        await client.until(({ t }) => t === "heartbeat");
      };
    };

    it("with their heartbeat, and of what is not true of a clock only that it was heard", async () => {
      const screen = await hall.desk.device("screen");
      const beat = await beating(screen);
      await beat();
      const now = hall.hub.hub.context.moments
        .of(hall.hub.hub.context.writer.state, hall.hub.clock.now())
        ?.zone.iso(hall.hub.clock.now());
      const health = {
        paintedAt: now,
        sound: "on",
        voice: "program",
        browser: "Chrome/92",
        uptimeSeconds: 3600,
        clockErrorMs: -40,
      };
      expect(await screenOf(screen.id)).toMatchObject({ connected: true, health, alerts: [] });
      for (const painted of ["2031-01-01T00:00:00Z", "1999-01-01T00:00:00+08:00", "yesterday", ""]) {
        await beat({ painted });
        expect((await screenOf(screen.id)).health.paintedAt).toBe(now);
      }
    });

    it("so that whoever looks after them hears what is wrong, when it begins and when it is over", async () => {
      const screen = await hall.desk.device("screen", { name: "柱子屏" });
      const beat = await beating(screen);
      await beat();
      const { client, snapshot } = await hall.watching("health", technician);
      expect(snapshot.data?.["devices"]).toContainEqual(expect.objectContaining({ id: screen.id, alerts: [] }));
      const alerts = async (): Promise<unknown> => {
        const told = (await client.rest()).filter(({ event }) => event?.["screen"] === screen.id);
        return told.map(({ event }) => [event?.type, event?.["name"], event?.["alerts"]]);
      };
      await beat({ sound: "blocked", clockErrorMs: -2001 });
      expect(await alerts()).toEqual([["screen", "柱子屏", ["sound-blocked", "clock-wrong"]]]);
      expect((await screenOf(screen.id)).alerts).toEqual(["sound-blocked", "clock-wrong"]);
      await beat({ cache: { version: "x", files: 3, missing: 1, bytes: 1 }, clockErrorMs: 2000 });
      expect(await alerts()).toEqual([["screen", "柱子屏", ["content-missing"]]]);
      await beat();
      await beat();
      expect(await alerts()).toEqual([["screen", "柱子屏", []]]);
      expect(expected(await set(screen.id, { speaks: false }), 200).alerts).toEqual([]);
      await beat({ sound: "blocked" });
      expect(await alerts()).toEqual([]);
    });

    it("and are missed after a minute without a frame, whether they say so or nothing", async () => {
      const screen = await hall.desk.device("screen");
      const silent = await hall.desk.device("screen");
      const beat = await beating(screen);
      await beat();
      const painted = iso();
      hall.hub.clock.advance({ seconds: 60 });
      await beat({ painted });
      expect([(await screenOf(screen.id)).alerts, (await screenOf(silent.id)).alerts]).toEqual([[], []]);
      hall.hub.clock.advance({ seconds: 1 });
      const { client } = await hall.watching("health", technician);
      hall.hub.hub.signage.look();
      const told = (await client.rest()).flatMap(({ event }) => (event?.type === "screen" ? [event["screen"]] : []));
      expect(told).toEqual(expect.arrayContaining([screen.id, silent.id]));
      await beat({ painted });
      expect((await screenOf(screen.id)).alerts).toEqual(["no-frame"]);
      await beat();
      expect((await screenOf(screen.id)).alerts).toEqual([]);
      expect((await client.rest()).map(({ event }) => event)).toMatchObject([{ screen: screen.id, alerts: [] }]);
    });
  });

  describe("say what shows and why", () => {
    it("of every item that is published, at any instant", async () => {
      const { id } = await hall.desk.device("screen");
      expected(await set(id, { area: "main" }), 200);
      const title = (zh: string) => ({ zh, en: zh });
      const kinds: readonly (readonly [string, object])[] = [
        ["plain", { ...notice, title: title("plain") }],
        ["ticker", { kind: "ticker", title: title("ticker") }],
        ["mornings", { ...notice, title: title("mornings"), priority: 5, schedule: { hours: [["08:00", "12:00"]] } }],
        ["december", { ...notice, title: title("december"), schedule: { from: "2026-12-01" } }],
        ["past", { ...notice, title: title("past"), schedule: { until: "2026-11-24" } }],
        ["fridays", { ...notice, title: title("fridays"), schedule: { weekdays: ["fri"] } }],
        ["elsewhere", { ...notice, title: title("elsewhere"), targets: { areas: ["desk"] } }],
        ["feed", { kind: "feed", title: title("feed"), url: "https://news.example/feed" }],
      ];
      const ids = new Set<string>();
      for (const [, body] of kinds) ids.add(await publish(author, colleague, body));
      const showing = async (at: string): Promise<Record<string, string>> => {
        const { items } = expected(
          await author.get<Showing>(`/api/screens/${id}/showing?at=${encodeURIComponent(at)}`),
          200,
        );
        const mine = items.filter(({ item }) => ids.has(item));
        for (const { shows, rule, reason } of mine) {
          expect(shows).toBe(rule === "shows");
          for (const words of [reason.zh, reason.en, reason["zh-Hant"]]) expect(words).toMatch(/^[^{}[\]]{4,}$/);
        }
        return Object.fromEntries(mine.map(({ title: { zh }, rule }) => [zh, rule]));
      };
      const morning = {
        plain: "higher-priority",
        ticker: "shows",
        mornings: "shows",
        december: "not-yet",
        past: "over",
        fridays: "other-weekday",
        elsewhere: "other-screens",
        feed: "no-content-here",
      };
      expect(await showing("2026-11-25T09:00:00+08:00")).toEqual(morning);
      expect(await showing("2026-11-25T01:00:00Z")).toEqual(morning);
      expect(await showing("2026-12-04T13:00:00+08:00")).toEqual({
        ...morning,
        plain: "shows",
        mornings: "other-hours",
        december: "shows",
        fridays: "shows",
      });
      const { reason } = expected(await author.get<Showing>(`/api/screens/${id}/showing`), 200).items.find(
        ({ title: { zh } }) => zh === "plain",
      ) ?? { reason: null };
      expect(reason).toEqual({
        zh: "优先级更高的内容在播\uFF1Amornings",
        en: "Something of higher priority shows: mornings",
        "zh-Hant": "優先級更高的內容在播\uFF1Amornings",
      });
      expected(await set(id, { layout: "calls-only" }), 200);
      expect((await showing("2026-11-25T09:00:00+08:00"))["mornings"]).toBe("no-content-here");
      for (const at of ["tomorrow", "2026-11-25"]) {
        const { status, body } = await author.get<{ field: string }>(`/api/screens/${id}/showing?at=${at}`);
        expect([status, body.field]).toEqual([400, "at"]);
      }
      for (const each of ids) await hand(author, each, "withdraw");
    });

    it("with its media where there are any", async () => {
      const screen = await hall.desk.device("screen");
      const media = await anImage(hall.hub);
      const id = await publish(author, colleague, { kind: "image", title: notice.title, media });
      const { items } = expected(await author.get<Showing>(`/api/screens/${screen.id}/showing`), 200);
      expect(items).toMatchObject([{ item: id, rule: "shows", kind: "image" }]);
    });
  });
});
