import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { sampleHall, startHub } from "../support/hub.ts";
import { barriers } from "./barriers.ts";
import {
  clerkWithNumbers,
  lobbyHall,
  openScreen,
  pairedToken,
  type LobbyHall,
  type OpenScreen,
  type ScreenOptions,
} from "./lobby-page.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function openCounter(hall: LobbyHall, options: ScreenOptions = {}): Promise<OpenScreen> {
  const token = await pairedToken(hall.desk, "counter-screen");
  return openScreen(
    browser,
    { url: hall.url, token },
    { kind: "counter-screen", path: "/display/counter/?counter=2", ...options },
  );
}

async function says(page: Page, state: string): Promise<string> {
  const section = page.locator(`ld-counter-screen [data-state=${state}]`);
  await section.waitFor();
  return (await section.innerText()).replace(/\s+/g, " ").trim();
}

describe("the screen above a counter", () => {
  it("tells what its counter does through a morning", async () => {
    const hall = await lobbyHall();
    const { page, context, faults } = await openCounter(hall);
    expect(await says(page, "closed")).toBe("未开放");
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    expect(await says(page, "idle")).toContain("本窗口办理 社会保险参保与养老待遇");
    await clerk.next();
    expect(await says(page, "called")).toBe("请S001 到本窗口");
    await clerk.does("recall");
    await page.locator("ld-counter-screen .hurry").getByText("尽快").waitFor();
    await clerk.does("start");
    expect(await says(page, "serving")).toBe("S001 正在办理");
    await clerk.ends("finish", { outcome: "done" });
    await clerk.press("pause", { reason: "午休", returnAt: "13:30" });
    expect(await says(page, "paused")).toBe("暂停办理 13:30恢复");
    await clerk.press("open");
    await clerk.next();
    expect(await says(page, "called")).toBe("请S002 到本窗口");
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });

  it("says when what it shows may be old, and follows again by itself", async () => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    const { page, context, line } = await openCounter(hall);
    await says(page, "idle");
    await line.cut();
    await page.getByText(/(8:59|9:00)起，可能不是最新/).waitFor();
    await clerk.next();
    line.mend();
    expect(await says(page, "called")).toBe("请S001 到本窗口");
    await page.getByText("可能不是最新").waitFor({ state: "detached" });
    await context.close();
    await hall.hub.stop();
  });

  it("goes to the counter to which the manager moves it, unless its address names one", async () => {
    const hall = await lobbyHall();
    await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    const device = await hall.desk.device("counter-screen", { counter: 4 });
    const token = device.headers["authorization"]?.replace("Bearer ", "") ?? "";
    const open = (path: string) => openScreen(browser, { url: hall.url, token }, { kind: "counter-screen", path });
    const paired = await open("/display/counter/");
    const addressed = await open("/display/counter/?counter=4");
    expect([await says(paired.page, "closed"), await says(addressed.page, "closed")]).toEqual(["未开放", "未开放"]);
    const manager = await hall.desk.manager();
    expect((await manager.ask("PATCH", `/api/devices/${device.id}`, { body: { counter: 2 } })).status).toBe(200);
    expect(await says(paired.page, "idle")).toContain("本窗口办理 社会保险参保与养老待遇");
    expect(await says(addressed.page, "closed")).toBe("未开放");
    expect([...paired.faults, ...addressed.faults]).toEqual([]);
    await paired.context.close();
    await addressed.context.close();
    await hall.hub.stop();
  });

  it("bears its counter's new name once the hall has another file", async () => {
    const hall = await lobbyHall();
    const { hub, url } = hall;
    const { page, context, faults } = await openCounter(hall);
    await page.locator("ld-counter-screen .label").getByText("2号").waitFor();
    await hub.stop();
    const changed = sampleHall();
    const label = { zh: "东厅2号窗口", en: "East counter 2" };
    changed.counters = changed.counters.map((counter) => (counter.number === 2 ? { ...counter, label } : counter));
    writeFileSync(join(hub.data, "hall.json"), JSON.stringify(changed));
    const again = await startHub({ data: hub.data, args: ["--replace-hall"] });
    await again.app.listen({ host: "127.0.0.1", port: Number(new URL(url).port) });
    await page.locator("ld-counter-screen .label").getByText("东厅").waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await again.stop();
  });

  it("says so when its address names no counter, or none of this hall", async () => {
    const hall = await lobbyHall();
    const unnamed = await openCounter(hall, { path: "/display/counter/" });
    await unnamed.page.getByText("还不知道是几号窗口，请管理员在管理台给这块屏选窗口").waitFor();
    const unknown = await openCounter(hall, { path: "/display/counter/?counter=99" });
    await unknown.page.getByText("没有99号窗口").waitFor();
    await unnamed.context.close();
    await unknown.context.close();
    await hall.hub.stop();
  });

  it.each([
    [1280, 400],
    [1920, 1080],
    [800, 480],
    [1080, 1920],
  ])("keeps everything on its glass at %i × %i", async (width, height) => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    const { page, context } = await openCounter(hall, { viewport: { width, height } });
    const isInside = async () =>
      page.locator("ld-counter-screen :is(.label > *, .state > *, .state li)").evaluateAll((parts) =>
        parts.every((part) => {
          const { left, top, right, bottom } = part.getBoundingClientRect();
          return (
            left >= 0 &&
            top >= 0 &&
            right <= innerWidth + 1 &&
            bottom <= innerHeight + 1 &&
            part.scrollWidth <= part.clientWidth + 1
          );
        }),
      );
    await says(page, "idle");
    expect(await isInside()).toBe(true);
    await clerk.next();
    await says(page, "called");
    expect(await isInside()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });
});
