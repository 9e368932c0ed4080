import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { forget, MANAGER_PASSWORD, startHubProcess, type HubProcess } from "../support/hub.ts";
import {
  board,
  chimes,
  clerkWithNumbers,
  lobbyHall,
  openScreen,
  pairedToken,
  sayings,
  stands,
  until,
} from "./lobby-page.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe("a lobby screen whose line is cut", () => {
  it("says so, keeps its calls, hides what it cannot know, and catches up without missing or repeating a call", async () => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 4 });
    const other = await clerkWithNumbers(hall, { counter: 3, service: "medical" });
    const { page, context, line, faults } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await stands(page, "S001");
    await page.locator("ld-lobby-side .ready").waitFor();

    await line.cut();
    await page
      .locator(".foot.stale")
      .getByText(/(8:59|9:00)起，叫号可能不是最新/)
      .waitFor();
    expect((await board(page)).map(({ number }) => number)).toEqual(["S001"]);
    expect(await page.locator("ld-lobby-side .ready").count()).toBe(0);
    await clerk.serves();
    await clerk.next();
    await other.next();

    line.mend();
    await stands(page, "Y001");
    await page.locator(".foot.stale").waitFor({ state: "detached" });
    expect((await board(page)).map(({ number }) => number)).toEqual(["Y001", "S002", "S001"]);
    await until(page, async () => (await sayings(page)).filter((text) => text.includes("Y零零幺")).length === 2);
    expect(await chimes(page)).toEqual({ calls: 3, recalls: 0 });
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });

  it("updates its list in silence with calls that are older than a minute", async () => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    const { page, context, line } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await page.clock.install();
    await page.reload();
    await page.getByText("还没有叫号").waitFor();
    await line.cut();
    await page.clock.runFor(2_000);
    await page.locator(".foot.stale").waitFor();
    await clerk.next();
    hall.hub.clock.advance({ seconds: 90 });
    await page.clock.fastForward(90_000);
    await clerk.serves();
    await clerk.next();
    line.mend();
    await stands(page, "S002");
    expect((await board(page)).map(({ number }) => number)).toEqual(["S002", "S001"]);
    await until(page, async () => (await sayings(page)).length === 2);
    expect(new Set(await sayings(page))).toEqual(new Set(["请S零零二号，到二号窗口。"]));
    await context.close();
    await hall.hub.stop();
  });

  it("sounds nothing again when the page is loaded anew", async () => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    await clerk.next();
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await stands(page, "S001");
    await clerk.serves();
    await clerk.next();
    await until(page, async () => (await sayings(page)).length === 2);
    expect(new Set(await sayings(page))).toEqual(new Set(["请S零零二号，到二号窗口。"]));
    await context.close();
    await hall.hub.stop();
  });
});

describe("a lobby screen whose hub is killed", () => {
  it("comes back by itself with exactly the hub's calls, and sounds none of them again", async () => {
    const first = await startHubProcess();
    const manager = await managerOf(first);
    await manager("/api/counters/2/open");
    for (let taken = 0; taken < 3; taken += 1) await manager("/api/tickets", { service: "pension" });
    // A demonstration pairs the devices of its own machine by itself.
    const { page, context, faults } = await openScreen(browser, { url: first.url, token: "" });
    await page.locator("ld-call-board").waitFor();
    await page.locator("ld-lobby-side .ready").waitFor();
    await manager("/api/counters/2/call-next");
    await stands(page, "S001");
    const chinese = async () => (await sayings(page)).filter((text) => text.startsWith("请"));
    await until(page, async () => (await chinese()).length === 2);
    await first.kill("SIGKILL");
    await page.locator(".foot.stale").getByText("叫号可能不是最新").waitFor();

    const second = await startHubProcess({ data: first.data, port: Number(new URL(first.url).port) });
    await page.locator(".foot.stale").waitFor({ state: "detached" });
    expect((await board(page)).map(({ number }) => number)).toEqual(["S001"]);
    const again = await managerOf(second);
    await again("/api/counters/2/start");
    await again("/api/counters/2/finish", { outcome: "done", next: true });
    await stands(page, "S002");
    await until(page, async () => (await chinese()).length === 4);
    expect(await chinese()).toEqual([
      "请S零零幺号，到二号窗口。",
      "请S零零幺号，到二号窗口。",
      "请S零零二号，到二号窗口。",
      "请S零零二号，到二号窗口。",
    ]);
    expect(await chimes(page)).toEqual({ calls: 2, recalls: 0 });
    expect(faults).toEqual([]);
    await context.close();
    await second.kill();
    forget(first.data);
  });
});

/** Sends the manager's requests to a hub that is a process of its own. */
async function managerOf({ url }: HubProcess): Promise<(path: string, body?: object) => Promise<void>> {
  const post = (path: string, body: object, headers: Record<string, string>) =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const session = await post("/api/session", { user: "manager", password: MANAGER_PASSWORD }, {});
  const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
  return async (path, body = {}) => {
    const answer = await post(path, body, { cookie });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
}
