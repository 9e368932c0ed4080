/** Lobby screens that speak with the hub's clips, in a browser that has no voices of its own. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Desk } from "../support/desk.ts";
import { forget, sampleHall, startHub, temporaryFolder } from "../support/hub.ts";
import { fakeVoice } from "../support/voices.ts";
import { clerkWithNumbers, pairedToken, stands, type LobbyHall } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage({ args: ["--autoplay-policy=no-user-gesture-required"] }));

/** A hub that speaks by a command, and whose silence is the browser's. */
async function speakingHall(): Promise<LobbyHall & { said: () => readonly string[]; folder: string }> {
  const folder = temporaryFolder();
  const { command, said } = fakeVoice(folder);
  const voice = { languages: ["zh" as const], repeat: 1, yao: true };
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
    Object.assign(window, { clips });
    const { start } = AudioBufferSourceNode.prototype;
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

const clipsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { clips: number[] }).clips);
const hasSaid = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => (window as unknown as { clips: number[] }).clips.length > 0);

describe("a lobby screen in a browser without voices", () => {
  it("says a call with the hub's clip, once in an area, and the hub hears it", async () => {
    const hall = await speakingHall();
    const first = await screenOf(hall);
    const second = await screenOf(hall);
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
    const clerk = await clerkWithNumbers(hall, { counter: 4, service: "household", count: 2 });
    await clerk.next();
    await hasSaid(other);
    expect(await clipsOf(deaf)).toEqual([]);
    forget(hall.folder);
  });
});
