/** Lobby screens that speak with the hub's clips, in a browser that has no voices of its own. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { allClearSentence, emergencySentence, templateText } from "../../shared/text/emergency.ts";
import type { HallVoice } from "../../shared/wire/voice.ts";
import { Desk } from "../support/desk.ts";
import { forget, sampleHall, startHub, temporaryFolder } from "../support/hub.ts";
import { fakeVoice, MILLIS_A_SIGN } from "../support/voices.ts";
import { clerkWithNumbers, pairedToken, stands, type LobbyHall } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

/** What may be raised in this hall. */
const templates = 5;

const stage = played(new Stage({ args: ["--autoplay-policy=no-user-gesture-required"] }));

/** A hub that speaks by a command, and whose silence is the browser's. */
async function speakingHall(
  sound: Partial<HallVoice> = {},
): Promise<LobbyHall & { said: () => readonly string[]; folder: string }> {
  const folder = temporaryFolder();
  const { command, said } = fakeVoice(folder);
  const voice = { languages: ["zh" as const], repeat: 1, yao: true, ...sound };
  const hub = await startHub({ hall: { ...sampleHall(), voice }, env: { LUNDAO_VOICE_COMMAND: command } });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  return stage.hub({ hub, url, desk, guide: await desk.staff("guide"), said, folder });
}

/** A screen that writes down how long each clip was that it played; a deaf one has nothing to sound with. */
async function screenOf({ url, desk, hub }: LobbyHall, isDeaf = false): Promise<Page> {
  const token = await pairedToken(desk, "screen");
  hub.clock.advance({ seconds: 1 });
  const { page } = await stage.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript((device: string) => {
    localStorage.setItem("lundao.device.screen", device);
  }, token);
  await page.addInitScript((deaf: boolean) => {
    const clips: number[] = [];
    const told = Object.assign(window, { clips, cut: 0 });
    const { start, stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.stop = function (...when) {
      told.cut += 1;
      stop.apply(this, when);
    };
    AudioBufferSourceNode.prototype.start = function (...when) {
      clips.push(this.buffer?.duration ?? 0);
      start.apply(this, when);
    };
    if (deaf) Object.assign(window, { AudioContext: undefined });
  }, isDeaf);
  await page.goto(`${url}/display/`);
  await page.locator("ld-lobby-screen header h1").waitFor();
  return page;
}

/** Until the hub has made what it makes ahead: a machine that is busy with it may be late with the first call. */
async function atRest(hall: { readonly said: () => readonly string[] }, page: Page): Promise<void> {
  while (hall.said().length < templates + 1) await page.waitForTimeout(50);
}

const clipsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { clips: number[] }).clips);
const hasSaid = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => (window as unknown as { clips: number[] }).clips.length > 0);

describe("a lobby screen in a browser without voices", () => {
  it("says a call with the hub's clip, once in an area, and the hub hears it", async () => {
    const hall = await speakingHall();
    const first = await screenOf(hall);
    const second = await screenOf(hall);
    await atRest(hall, first);
    const clerk = await clerkWithNumbers(hall, { counter: 4, service: "household" });
    const { number } = await clerk.next();
    await hasSaid(first);
    await Promise.all([stands(first, number), stands(second, number)]);
    const [seconds = 0] = await clipsOf(first);
    expect(seconds).toBeGreaterThan(0.2);
    expect(seconds).toBeLessThan(0.5);
    const figures = async () => (await hall.hub.app.inject("/metrics")).payload;
    while (!/^lundao_call_spoken_seconds_count 1$/m.test(await figures())) await first.waitForTimeout(50);
    expect(await clipsOf(second)).toEqual([]);
    forget(hall.folder);
  });

  it("says what another was to say that is deaf", async () => {
    const hall = await speakingHall();
    const deaf = await screenOf(hall, true);
    const other = await screenOf(hall);
    await atRest(hall, other);
    const clerk = await clerkWithNumbers(hall, { counter: 4, service: "household", count: 2 });
    await clerk.next();
    await hasSaid(other);
    expect(await clipsOf(deaf)).toEqual([]);
    forget(hall.folder);
  });
});

describe("an emergency in the hub's voice", () => {
  const fire = emergencySentence(templateText("fire"), "zh");
  const seconds = (sentence: string) => (sentence.length * MILLIS_A_SIGN) / 1_000;
  const hears = (page: Page, sentence: string): Promise<unknown> =>
    page.waitForFunction(
      (length) => (window as unknown as { clips: number[] }).clips.some((each) => Math.abs(each - length) < 0.02),
      seconds(sentence),
    );
  /** How many of the clips that may be needed a page has fetched. */
  const fetched = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        performance
          .getEntriesByType("resource")
          .filter(({ name }) => name.includes("/api/voice/emergency?") && name.includes("ahead=true")).length,
    );
  it("is said in silent hours too, though the hub is gone right after it was told", async () => {
    const hall = await speakingHall({ silentHours: [["00:00", "23:59"]] });
    const page = await screenOf(hall);
    while ((await fetched(page)) < templates + 1) await page.waitForTimeout(100);
    await page.route("**/api/voice/**", (route) => route.abort());
    expect((await hall.guide.post("/api/emergency", { template: "fire", minutes: 30 })).status).toBe(201);
    await hears(page, fire);
    await hall.guide.ask("DELETE", "/api/emergency");
    await hears(page, allClearSentence("zh"));
    forget(hall.folder);
  });

  it("is said in words that somebody wrote, and cut short by the one that takes its place", async () => {
    const hall = await speakingHall();
    const page = await screenOf(hall);
    const long = { text: "请从东门离开大厅,到广场集合".repeat(6), minutes: 30 };
    expect((await hall.guide.post("/api/emergency", long)).status).toBe(201);
    const words = { zh: long.text, en: long.text };
    await hears(page, emergencySentence({ ...templateText(null), text: words }, "zh"));
    expect((await hall.guide.post("/api/emergency", { template: "fire", minutes: 30 })).status).toBe(201);
    await hears(page, fire);
    expect(await page.evaluate(() => (window as unknown as { cut: number }).cut)).toBe(1);
    forget(hall.folder);
  });
});
