import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Screen, ScreenReport } from "../../shared/wire/lobby.ts";
import { expected, type Person } from "../support/desk.ts";
import { publish } from "../support/items.ts";
import { LiveClient } from "../support/live-client.ts";
import { barriers } from "./barriers.ts";
import { consoleStage, lookAgain, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let hall: ConsoleHall;
let manager: Person;
let wang: Person;
let li: Person;
let east: Person;
let line: LiveClient | null = null;

beforeEach(async () => {
  hall = await stage.hall();
  manager = await hall.desk.manager();
  wang = await hall.desk.staff("editor");
  li = await hall.desk.staff("editor");
  east = await hall.desk.device("screen", { name: "东厅屏" });
});

afterEach(() => {
  line?.socket.terminate();
  line = null;
});

async function screenOf(id: string): Promise<Screen | undefined> {
  const { items } = expected(await manager.get<{ items: Screen[] }>("/api/screens"), 200);
  return items.find((screen) => screen.id === id);
}

/** The screen comes to life, and tells of itself. */
async function reports(more: Partial<ScreenReport> = {}): Promise<void> {
  line ??= await LiveClient.open(hall.url, { headers: { ...east.headers } });
  line.watch(`screen/${east.id}`);
  const screen: ScreenReport = {
    painted: new Date(hall.hub.clock.now()).toISOString(),
    sound: "on",
    voice: "program",
    cache: { version: "1", files: 3, missing: 0, bytes: 2_500_000 },
    clockErrorMs: 12_000,
    browser: "Chromium 109",
    uptimeSeconds: 3 * 86_400 + 7_200,
    ...more,
  };
  line.send({ t: "heartbeat", screen });
  await line.until(({ t }) => t === "heartbeat");
}

async function openAs(role: "technician" | "editor" | "supervisor" | "guide", place = ""): Promise<Page> {
  const user = role === "editor" ? "editor-1" : `${role}-3`;
  if (role !== "editor") await hall.desk.staff(role);
  const page = await stage.open(`${hall.url}/console/${place}`);
  await signIn(page, user, `password-of-${user}`);
  await page.getByRole("button", { name: "退出登录" }).waitFor();
  return page;
}

const notice = (zh: string, more: object = {}) => ({
  kind: "notice",
  title: { zh, en: zh },
  body: { zh, en: zh },
  ...more,
});

describe("a lobby screen", () => {
  it("tells from afar how it does", async () => {
    const item = await publish(wang, li, notice("停电通知"));
    await reports({ showing: item });
    const page = await openAs("technician", `#screens/${east.id}`);
    await page.getByRole("row", { name: /东厅屏.*叫号和内容并排.*已连接.*停电通知/ }).waitFor();
    const health = page.locator("ld-screen-health");
    const told = await health.locator("dl").innerText();
    for (const words of ["有声音 · 语音来自语音程序", "3个文件，2.5 MB", "快12秒", "Chromium 109", "3天2小时"])
      expect(told).toContain(words);
  });

  it("that paints nothing for a minute is told on every page of the console", async () => {
    await reports({ clockErrorMs: 0 });
    const page = await openAs("technician", "#printing");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByText("一分钟没有画面").count()).toBe(0);
    hall.hub.clock.advance({ seconds: 61 });
    await lookAgain(page);
    await page.getByRole("link", { name: "东厅屏：一分钟没有画面" }).click();
    await page.locator("ld-screen-health .trouble").getByText("一分钟没有画面").waitFor();
  });

  it("is set by its layout's picture and by how it hangs", async () => {
    const page = await openAs("technician", `#screens/${east.id}`);
    await page.getByLabel("只放内容").check();
    await page.getByLabel("竖", { exact: true }).check();
    await page.getByLabel("屏幕对角线几寸").fill("32");
    await page.getByLabel("最后一排离屏幕几米").fill("60");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("请填0.5到50").waitFor();
    await page.getByLabel("最后一排离屏幕几米").fill("12");
    await page.getByText(/应有7\.2厘米/).waitFor();
    await page.getByLabel("屏幕组").fill("一楼");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await screenOf(east.id)).toMatchObject({
      layout: "content-only",
      orientation: "portrait",
      sizeInches: 32,
      viewingMetres: 12,
      group: "一楼",
      speaks: true,
    });
  });

  it("shows only its own area's calls once it has an area", async () => {
    const page = await openAs("technician", `#screens/${east.id}`);
    await page.getByLabel("只显示本区域窗口的叫号").check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("先选区域").waitFor();
    await page.getByLabel("区域", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await screenOf(east.id)).toMatchObject({ ownCallsOnly: true, area: expect.any(String) as string });
  });

  it("is told to show its name and to load its page anew", async () => {
    await reports();
    const page = await openAs("technician", `#screens/${east.id}`);
    await page.getByRole("button", { name: "让它亮出名字" }).click();
    await page.getByText("屏幕上正显示它的名字").waitFor();
    await page.getByRole("button", { name: "重新打开页面" }).click();
    await page.getByText("已让它重新打开").waitFor();
    const events = () => line?.frames.flatMap(({ event }) => (event ? [event.type] : [])) ?? [];
    await expect.poll(events).toEqual(expect.arrayContaining(["identify", "reload"]));
  });
});

describe("the week", () => {
  it("says what shows when, with drafts beside it, and why", async () => {
    await publish(wang, li, notice("平时通知"));
    const hours = [["10:00", "12:00"]];
    await publish(
      wang,
      li,
      notice("停水通知", { priority: 3, schedule: { from: "2026-11-26", until: "2026-11-26", hours } }),
    );
    expected(await wang.post("/api/items", notice("招聘会", { schedule: { hours: [["15:00", "16:00"]] } })), 201);
    const page = await openAs("editor", "#programme");
    await page.getByRole("button", { name: "星期三 11月25日 15:00到16:00：平时通知、招聘会 （草稿）" }).waitFor();
    await page.getByRole("button", { name: "星期四 11月26日 10:00到12:00：停水通知" }).click();
    const why = page.locator("ld-why-showing");
    await why.getByText("东厅屏，11月26日 10:00").waitFor();
    await why.getByRole("listitem").filter({ hasText: "停水通知" }).filter({ hasText: "✓ 放" }).waitFor();
    await why
      .getByRole("listitem")
      .filter({ hasText: "平时通知" })
      .filter({ hasText: "不放" })
      .getByText(/停水通知/)
      .waitFor();
    await page.getByRole("button", { name: "下一周" }).click();
    await page.getByText("11月30日到12月6日").waitFor();
    expect(await page.getByRole("button", { name: /停水通知/ }).count()).toBe(0);
  });

  it("asks why for any moment that is typed", async () => {
    await publish(wang, li, notice("周六义诊", { schedule: { weekdays: ["sat"] } }));
    const page = await openAs("editor", "#programme");
    await page.getByLabel("日期").fill("2026-11-27");
    await page.getByLabel("时间").fill("09:30");
    await page.getByRole("button", { name: "查", exact: true }).click();
    await page.locator("ld-why-showing").getByText("东厅屏，11月27日 9:30").waitFor();
    await page
      .locator("ld-why-showing")
      .getByRole("listitem")
      .filter({ hasText: "周六义诊" })
      .filter({ hasText: "不放" })
      .waitFor();
  });
});

describe("proof of play", () => {
  it("is summed up by item and screen, and taken away as a table", async () => {
    const item = await publish(wang, li, notice("停电通知"));
    const play = (seconds: number) => ({ item, version: 1, at: "2026-11-25T08:59:30+08:00", seconds });
    expected(await east.post("/api/plays", { plays: [play(20), play(25)] }), 200);
    const page = await openAs("editor", "#plays");
    await page.getByRole("row", { name: /停电通知 1 东厅屏 2 0分45秒/ }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出表格（CSV）" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("plays-2026-11-19-2026-11-25.csv");
    expect(await readFile(await file.path(), "utf8")).toMatch(/东厅屏.*停电通知.*,2,45/);
    await page.getByText("✓ 已导出plays-2026-11-19-2026-11-25.csv").waitFor();
  });

  it("says so where there is none, and asks for days in their order", async () => {
    const page = await openAs("editor", "#plays");
    await page.getByText("这些天没有播放记录").waitFor();
    await page.getByLabel("从", { exact: true }).fill("2026-11-26");
    await page.getByRole("button", { name: "查", exact: true }).click();
    await page.getByText("结束不能比开始早").waitFor();
  });
});

describe("each role", () => {
  it.each([
    ["technician", ["设备", "屏幕", "内容", "一周排期", "播放记录", "打印", "修改密码"]],
    ["supervisor", ["内容", "一周排期", "屏幕", "播放记录", "修改密码"]],
    ["guide", ["打印", "修改密码"]],
  ] as const)("finds its own sections: %s", async (role, sections) => {
    const page = await openAs(role);
    expect(await page.getByRole("navigation").getByRole("link").allInnerTexts()).toEqual(sections);
  });

  it("finds nothing to press where it may only read", async () => {
    await reports();
    const page = await openAs("supervisor", `#screens/${east.id}`);
    await page.locator("ld-screen-health").waitFor();
    expect(await page.getByRole("button", { name: "重新打开页面" }).count()).toBe(0);
    expect(await page.locator("ld-screen-form").count()).toBe(0);
  });
});

describe("the pages", () => {
  it.each(["#screens", "#programme", "#plays"])("stand in nobody's way: %s", async (place) => {
    await publish(wang, li, notice("停电通知"));
    await reports();
    const page = await openAs("technician", place === "#screens" ? `#screens/${east.id}` : place);
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (place === "#programme")
      await page
        .getByRole("button", { name: /停电通知/ })
        .first()
        .click();
    expect(await barriers(page)).toEqual([]);
  });
});
