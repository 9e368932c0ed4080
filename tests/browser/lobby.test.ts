import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTicketNumber } from "../../shared/text/numbers.ts";
import { launchBrowser } from "../support/browser.ts";
import { LiveClient } from "../support/live-client.ts";
import { barriers } from "./barriers.ts";
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

/** For each counter of the sample hall a service that only it takes first. */
const services = ["allowance", "pension", "medical", "birth", "veterans", "disability", "proof", "advice"] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser({ args: ["--host-resolver-rules=MAP hall.test 127.0.0.1"] });
});
afterAll(async () => {
  await browser.close();
});

describe("a lobby screen", () => {
  it("shows and sounds a call, and tells when it is painted", async () => {
    const hall = await lobbyHall();
    const { page, context, faults } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await page.getByText("还没有叫号").waitFor();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
    await clerk.next();
    await stands(page, "S001");
    expect(await board(page)).toEqual([
      { number: "S001", label: "2号窗口", classes: expect.arrayContaining(["large", "fresh"]) as string[] },
    ]);
    await until(page, async () => (await sayings(page)).length === 2);
    expect(await sayings(page)).toEqual(["请S零零幺号，到二号窗口。", "请S零零幺号，到二号窗口。"]);
    expect(await chimes(page)).toEqual({ calls: 1, recalls: 0 });
    const seq = await page.locator("ld-call-board li").getAttribute("data-seq");
    expect(await page.evaluate(() => document.documentElement.dataset["paintedSeq"])).toBe(seq);
    await page.getByText("江滨社区便民服务中心").waitFor();
    await page.getByText("9:00", { exact: true }).waitFor();
    await page.getByText("11月25日 星期三").waitFor();
    await page.locator("ld-lobby-side .ready").getByText("S002").waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });

  it("tells the hub what stands on the glass and what was said, and the hub tells the counter", async () => {
    const hall = await lobbyHall();
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    const panel = await LiveClient.open(hall.url, { headers: clerk.headers });
    panel.watch("counter/2");
    const sent: string[] = [];
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => sent.push(String(payload))));
    await page.reload();
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await stands(page, "S001");
    const seen = () =>
      sent
        .map((text) => JSON.parse(text) as { t: string; seq?: number; painted?: string; spoken?: string })
        .filter(({ t }) => t === "seen");
    await until(page, () => Promise.resolve(seen().some(({ spoken }) => spoken !== undefined)));
    const seq = Number(await page.locator("ld-call-board li").getAttribute("data-seq"));
    const [painted, said] = seen();
    expect(seen()).toHaveLength(2);
    expect([painted?.seq, painted?.spoken]).toEqual([seq, undefined]);
    expect([said?.seq, said?.painted]).toEqual([seq, painted?.painted]);
    expect(said?.spoken).not.toBe(said?.painted);
    const word = await panel.until(({ event }) => event?.type === "shown" || event?.type === "not-shown");
    expect(word).toMatchObject({ event: { type: "shown", number: "S001", screens: 1 } });
    panel.close();
    await context.close();
    await hall.hub.stop();
  });

  it("shows eight calls of one instant together, says each once, and joins what waits in one sentence", async () => {
    const hall = await lobbyHall();
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await page.getByText("还没有叫号").waitFor();
    const clerks = await Promise.all(
      services.map((service, index) => clerkWithNumbers(hall, { counter: index + 1, service })),
    );
    const called = await Promise.all(clerks.map((clerk) => clerk.next()));
    for (const { number } of called) await stands(page, number);
    const rows = await board(page);
    expect(rows.map(({ number }) => number).sort()).toEqual(called.map(({ number }) => number).sort());
    expect(rows.every(({ classes }) => classes.includes("fresh"))).toBe(true);
    const glass = await page.locator("ld-call-board").boundingBox();
    const last = await page.locator("ld-call-board li").last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((glass?.y ?? 0) + (glass?.height ?? 0) + 1);
    const read = called.map(({ number }) => readTicketNumber(number, "zh", true));
    const said = async () => (await sayings(page)).join("");
    await until(page, async () => {
      const words = await said();
      return read.every((number) => words.includes(number)) && (await page.locator(".sounding").count()) === 0;
    });
    const words = await said();
    expect(read.map((number) => words.split(number).length - 1)).toEqual(read.map(() => 1));
    const { calls, recalls } = await chimes(page);
    expect(calls).toBeLessThan(8);
    expect(recalls).toBe(0);
    await context.close();
    await hall.hub.stop();
  });

  it("shows a recall otherwise, and chimes and speaks otherwise", async () => {
    const hall = await lobbyHall();
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await until(page, async () => (await sayings(page)).length === 2);
    await clerk.does("recall");
    await page.locator("ld-call-board li.recall").getByText("尽快").waitFor();
    await until(page, async () => (await sayings(page)).length === 4);
    expect((await sayings(page))[2]).toBe("请S零零幺号，尽快到二号窗口。");
    expect(await chimes(page)).toEqual({ calls: 1, recalls: 1 });
    expect((await board(page)).map(({ number }) => number)).toEqual(["S001"]);
    await context.close();
    await hall.hub.stop();
  });

  it("asks nobody to come any more who was finished, and leaves the call in its place", async () => {
    const hall = await lobbyHall();
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    const other = await clerkWithNumbers(hall, { counter: 3, service: "medical" });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await clerk.does("recall");
    await other.next();
    const row = page.locator("ld-call-board li[data-number=S001]");
    await row.getByText("尽快").waitFor();
    await stands(page, "Y001");
    const before = await row.boundingBox();
    await clerk.serves();
    await page.locator("ld-call-board li.past[data-number=S001]").waitFor();
    expect((await row.innerText()).replace(/\s+/g, " ").trim()).toBe("S001 2号窗口");
    expect(await row.boundingBox()).toEqual(before);
    expect(await page.locator("ld-call-board li[data-number=Y001] .sign").innerText()).toBe("请到");
    await context.close();
    await hall.hub.stop();
  });

  it("shows a silent call without a sound", async () => {
    const hall = await lobbyHall();
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next({ silent: true });
    await stands(page, "S001");
    await clerk.serves();
    await clerk.next();
    await until(page, async () => (await sayings(page)).length === 2);
    expect(await sayings(page)).toEqual(["请S零零二号，到二号窗口。", "请S零零二号，到二号窗口。"]);
    expect(await chimes(page)).toEqual({ calls: 1, recalls: 0 });
    await context.close();
    await hall.hub.stop();
  });

  it("says that the browser keeps it silent, and sounds once somebody touched it", async () => {
    const hall = await lobbyHall();
    const { page, context } = await openScreen(
      browser,
      { url: hall.url, token: await pairedToken(hall.desk, "screen") },
      { isMuted: true },
    );
    await page.getByText("没有声音").waitFor();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    await clerk.next();
    await stands(page, "S001");
    await until(page, async () => (await sayings(page)).length === 2);
    expect(await chimes(page)).toEqual({ calls: 0, recalls: 0 });
    await page.mouse.click(200, 200);
    await page.getByText("没有声音").waitFor({ state: "detached" });
    await clerk.serves();
    await clerk.next();
    await until(page, async () => (await sayings(page)).length === 4);
    expect(await chimes(page)).toEqual({ calls: 1, recalls: 0 });
    await context.close();
    await hall.hub.stop();
  });

  it("tells who waits, who pauses until when, and who should be ready", async () => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
    await clerkWithNumbers(hall, { counter: 3, service: "medical" });
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await page.locator("ld-lobby-side .ready").getByText("Y001").waitFor();
    expect(await page.locator("ld-lobby-side .ready .number").allTextContents()).toEqual(["S001", "Y001"]);
    await clerk.press("pause", { reason: "午休", returnAt: "13:30" });
    await page.locator(".foot").getByText("2号窗口 暂停办理，13:30恢复").waitFor();
    await context.close();
    await hall.hub.stop();
  });

  it("shows no call of yesterday in the morning, and when the hall opens", async () => {
    const hall = await lobbyHall();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    const { page, context } = await openScreen(browser, {
      url: hall.url,
      token: await pairedToken(hall.desk, "screen"),
    });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await stands(page, "S001");
    hall.hub.clock.set("2026-11-26T07:00:00+08:00");
    await page.getByText("现在不办公").waitFor();
    await page.locator("ld-resting").getByText("8:30开始办公").waitFor();
    expect(await board(page)).toEqual([]);
    await page.getByText("11月26日 星期四").waitFor();
    await context.close();
    await hall.hub.stop();
  });

  it("works over plain HTTP on a name of its own, where the browser grants no secure context", async () => {
    const hall = await lobbyHall();
    const token = await pairedToken(hall.desk, "screen");
    const { page, context, faults } = await openScreen(browser, { url: hall.url, token }, { host: "hall.test" });
    await page.getByText("还没有叫号").waitFor();
    expect(await page.evaluate(() => [location.hostname, isSecureContext])).toEqual(["hall.test", false]);
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    await clerk.next();
    await stands(page, "S001");
    await until(page, async () => (await sayings(page)).length === 2);
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });

  it("asks to be paired again once it was removed", async () => {
    const hall = await lobbyHall();
    const device = await hall.desk.device("screen");
    const token = (device["headers"]["authorization"] ?? "").replace("Bearer ", "");
    const { page, context } = await openScreen(browser, { url: hall.url, token });
    await page.getByText("还没有叫号").waitFor();
    await (await hall.desk.manager()).ask("DELETE", `/api/devices/${device.id}`);
    await page.getByText("这台设备还没有接入").waitFor();
    await context.close();
    await hall.hub.stop();
  });

  it.each(["light", "dark"])("can be read by everybody in a %s hall", async (theme) => {
    const hall = await lobbyHall();
    const path = `/display/?theme=${theme}`;
    const { page, context } = await openScreen(
      browser,
      { url: hall.url, token: await pairedToken(hall.desk, "screen") },
      { path },
    );
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await clerk.serves();
    await clerk.next();
    await clerk.does("recall");
    await page.locator("ld-call-board li.recall").waitFor();
    await page.locator("ld-call-board li.past").waitFor();
    expect(await barriers(page)).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });
});
