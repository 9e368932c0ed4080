import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chimes, clerkWithNumbers, soundsOf, stands, until } from "./lobby-page.ts";
import { aFileOf, contentHall, serves, standing } from "./content-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage({ args: ["--autoplay-policy=no-user-gesture-required"] }));
const notice = {
  kind: "notice",
  title: { zh: "停水通知", en: "Water" },
  body: { zh: "明天上午停水", en: "No water tomorrow" },
  seconds: 20,
};
/** Everything that an unchanged restart may cost. */
const mostBytes = 20_000;

/** The worker that keeps the page has taken it over. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

/** What the page keeps of its hall is written now and then. */
async function hallIsKept(page: Page): Promise<void> {
  await until(page, () => page.evaluate(() => localStorage.getItem("lundao.lobby") !== null));
}

/** So many seconds of colours, recorded by the browser itself. */
async function aVideo(page: Page, seconds: number): Promise<Buffer> {
  const bytes = await page.evaluate(async (millis) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: 320, height: 180 });
    const context = canvas.getContext("2d");
    const paint = setInterval(() => {
      if (!context) return;
      context.fillStyle = `hsl(${String(performance.now() % 360)}, 80%, 50%)`;
      context.fillRect(0, 0, 320, 180);
    }, 40);
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, millis));
    recorder.stop();
    clearInterval(paint);
    await ended;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  }, seconds * 1_000);
  return Buffer.from(bytes);
}

describe("a lobby screen whose hub is away", () => {
  it("goes on, and starts again with its page, its content and today's calls while the hub is off", async () => {
    const hall = await contentHall(stage.browser);
    const { page, context, faults } = await hall.screen();
    const item = await hall.publish(notice);
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
    await page.getByText("还没有叫号").waitFor();
    await clerk.next();
    await stands(page, "S001");
    await page.locator("ld-text-face").getByText("停水", { exact: false }).first().waitFor();
    await isKept(page);
    await page.evaluate(() => localStorage.removeItem("lundao.lobby"));
    await hallIsKept(page);
    await hall.hub.stop();
    await page.locator(".foot.stale").waitFor();
    expect(await standing(page)).toBe(item);
    await page.reload();
    await page.locator("h1").getByText("江滨社区便民服务中心").waitFor();
    await page.locator("ld-text-face").getByText("停水", { exact: false }).first().waitFor();
    await page.locator(".foot.stale").getByText("叫号可能不是最新").waitFor();
    await stands(page, "S001");
    expect(await page.locator("ld-lobby-side .ready .number").count()).toBe(0);
    expect(await soundsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("downloads less than 20 kB when it starts again and nothing has changed", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, context } = stage.page(await hall.screen());
    await hall.publish({ ...notice, body: { zh: "请带好身份证".repeat(600), en: "Bring your card" } });
    await page.locator("ld-text-face").first().waitFor();
    await isKept(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    const loaded = new Map<string, number>();
    const add = (what: string, bytes: number) => loaded.set(what, (loaded.get(what) ?? 0) + bytes);
    const urls = new Map<string, string>();
    cdp.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, new URL(request.url).pathname));
    cdp.on("Network.dataReceived", ({ requestId, encodedDataLength }) =>
      add(urls.get(requestId) ?? "other", Math.max(0, encodedDataLength)),
    );
    cdp.on("Network.webSocketFrameReceived", ({ response }) => add("live", response.payloadData.length));
    await page.reload();
    await page.locator("ld-text-face").first().waitFor();
    await page.getByText("还没有叫号").waitFor();
    await until(page, () => Promise.resolve(loaded.has("live")));
    const told = JSON.stringify(Object.fromEntries(loaded));
    expect(
      [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0),
      told,
    ).toBeLessThan(mostBytes);
  });

  it("pays no heed to its machine's clock", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    await hall.publish({ ...notice, schedule: { from: "2026-11-25", until: "2026-11-25" } });
    const { page } = stage.page(await hall.screen());
    await page.locator("ld-text-face").first().waitFor();
    const item = await standing(page);
    await page.evaluate(() => {
      const right = Date.now.bind(Date);
      Date.now = () => right() + 86_400_000;
    });
    await hall.publish({ kind: "ticker", title: { zh: "义诊", en: "" }, schedule: { until: "2026-11-25" } });
    await page.locator(".ticker").getByText("义诊").waitFor();
    await page.locator("header").getByText("9:00", { exact: true }).waitFor();
    expect(await standing(page)).toBe(item);
    await page.getByText("11月25日 星期三").waitFor();
  });
});

describe("a video on a lobby screen", () => {
  it("is cut where its seconds are over, and gives way to what comes next", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page } = stage.page(await hall.screen({}, { isUnkept: true }));
    await page.getByText("还没有叫号").waitFor();
    const bytes = await aVideo(page, 6);
    const file = await aFileOf(hall, bytes, { kind: "video", type: "video/webm", seconds: 6 });
    await serves(page, new Map([[file.sha256, bytes]]));
    await hall.publish({ kind: "video", title: { zh: "宣传片", en: "" }, media: file.id, seconds: 3 });
    await page.locator(".layer.on video").waitFor();
    await page.locator(".layer.on video").evaluate((video: HTMLVideoElement) => {
      const kept = window as unknown as { cutAt: number };
      kept.cutAt = 0;
      // Once it is let go it stands at its beginning again.
      video.addEventListener("timeupdate", () => (kept.cutAt = Math.max(kept.cutAt, video.currentTime)));
    });
    await hall.publish({ kind: "clock", title: { zh: "时钟", en: "Clock" }, seconds: 30 });
    await page.locator(".layer.on[data-kind=clock]").waitFor();
    await page.locator("video").waitFor({ state: "detached" });
    const cutAt = await page.evaluate(() => (window as unknown as { cutAt: number }).cutAt);
    expect(cutAt).toBeGreaterThan(2.5);
    expect(cutAt).toBeLessThan(5);
  });

  it("plays once it can, is turned down while a call sounds, and stands still below a call that lies over it", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page } = stage.page(await hall.screen({}, { isUnkept: true }));
    await page.getByText("还没有叫号").waitFor();
    const bytes = await aVideo(page, 2);
    const file = await aFileOf(hall, bytes, { kind: "video", type: "video/webm", seconds: 2 });
    await serves(page, new Map([[file.sha256, bytes]]));
    await hall.publish({ kind: "video", title: { zh: "宣传片", en: "" }, media: file.id, seconds: 3 });
    const video = () =>
      page.locator(".layer.on video").evaluate(({ volume, paused, currentTime }: HTMLVideoElement) => ({
        volume,
        paused,
        currentTime,
      }));
    await page.locator(".layer.on video").waitFor();
    await until(page, async () => (await video()).currentTime > 0);
    expect((await video()).volume).toBe(1);
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    await clerk.next();
    await until(page, async () => (await video()).volume === 0.1);
    await until(page, async () => (await video()).volume === 1);
    const screens = await hall.manager.get<{ items: { id: string }[] }>("/api/screens");
    const id = screens.body.items[0]?.id ?? "";
    await hall.manager.ask("PUT", `/api/screens/${id}`, { body: { layout: "calls-over-content" } });
    await page.locator(".foot.slim").waitFor();
    await clerk.does("recall");
    await page.locator(".calls").waitFor();
    await until(page, async () => (await video()).paused);
    const held = (await video()).currentTime;
    // Calls stay for a while after their last word: the hub's time goes on once that is spoken.
    await until(page, async () => (await chimes(page)).recalls === 1);
    await until(page, async () => (await page.locator("ld-call-board .sounding").count()) === 0);
    hall.hub.clock.advance({ seconds: 40 });
    await page.locator(".calls").waitFor({ state: "detached" });
    await until(page, async () => !(await video()).paused || (await video()).currentTime !== held);
  });

  it("is turned down while another screen says a call where it plays", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const speaking = stage.page(await hall.screen({}, { isUnkept: true }));
    const { page } = stage.page(await hall.screen({ speaks: false }, { isUnkept: true, isMuted: true }));
    await page.locator("ld-lobby-side").waitFor();
    const bytes = await aVideo(page, 2);
    const file = await aFileOf(hall, bytes, { kind: "video", type: "video/webm", seconds: 2 });
    await serves(page, new Map([[file.sha256, bytes]]));
    await hall.publish({ kind: "video", title: { zh: "宣传片", en: "" }, media: file.id, seconds: 3 });
    const volume = () => page.locator(".layer.on video").evaluate((video: HTMLVideoElement) => video.volume);
    await page.locator(".layer.on video").waitFor();
    expect(await volume()).toBe(1);
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 1 });
    await clerk.next();
    await until(page, async () => (await volume()) === 0.1);
    await until(speaking.page, async () => (await soundsOf(speaking.page)).some(({ kind }) => kind === "say"));
    await until(page, async () => (await volume()) === 1);
    expect(await soundsOf(page)).toEqual([]);
    // Nobody expects sound of it, blocked or not.
    expect(await page.getByText("没有声音").count()).toBe(0);
  });

  it("goes on beside the calls in a hall where they never leave the glass", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page } = stage.page(await hall.screen({}, { isUnkept: true, path: "/display/?layout=calls-over-content" }));
    await page.locator(".foot.slim").waitFor();
    const bytes = await aVideo(page, 2);
    const file = await aFileOf(hall, bytes, { kind: "video", type: "video/webm", seconds: 2 });
    await serves(page, new Map([[file.sha256, bytes]]));
    await hall.publish({ kind: "video", title: { zh: "宣传片", en: "" }, media: file.id, seconds: 3 });
    const video = page.locator(".layer.on video");
    await video.waitFor();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 1 });
    await clerk.next();
    for (let times = 0; times < 7; times += 1) {
      await page.locator(".calls").waitFor();
      if (times === 2) await until(page, () => video.evaluate((each: HTMLVideoElement) => each.paused));
      hall.hub.clock.advance({ seconds: 10 });
      await clerk.does("recall");
      await until(page, async () => (await chimes(page)).recalls > times);
    }
    await page.locator("main.beside").waitFor();
    const before = await video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime);
    await until(page, () => video.evaluate((each: HTMLVideoElement, was) => each.currentTime !== was, before));
    const [calls, content] = await Promise.all([
      page.locator(".calls").boundingBox(),
      page.locator("ld-content-stage").boundingBox(),
    ]);
    expect(content?.y).toBeCloseTo((calls?.y ?? 0) + (calls?.height ?? 0), 0);
    expect(content?.height).toBeGreaterThan(400);
  });
});
