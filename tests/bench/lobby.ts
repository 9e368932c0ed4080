/**
 * The lobby screen with a wall full of content beside the same screen without: calls on the glass, frames, memory over a
 * day, and what a restart downloads.
 */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { quantile } from "../../tools/day/statistics.ts";
import { launchBrowser } from "../support/browser.ts";
import { COUNTER, SERVICE } from "./support/answers.ts";
import { absolute, compared, type Bench, type BenchOptions, type Figure } from "./support/figure.ts";
import { watchPaints } from "./support/paints.ts";
import { clerkAt, command, pairDevice, signInManager, type Headers } from "./support/people.ts";
import { forget, newFolder, startHub, type Program } from "./support/programs.ts";
import { alternate } from "./support/statistics.ts";
import { wallDay } from "./support/wall-day.ts";
import { downloadedOnRestart } from "./support/wall-restart.ts";
import {
  editorsOf,
  openWall,
  publish,
  recordVideo,
  upload,
  wallScreen,
  type PreparedHall,
  type WallScreen,
} from "./support/wall.ts";

/** An old box. */
const SLOWER = 4;
const VIDEO_SECONDS = 6;
const WARM_CALLS = 5;
/** How long after a call its frames are counted. */
const AROUND_MILLIS = 500;

export const lobby: Bench = {
  name: "lobby",
  about:
    "calls, frames, memory and downloads of a lobby screen that plays a 1080p video and a ticker, four times slowed",
  run: async (options) => {
    const folder = newFolder();
    const hub = await startHub({ dist: options.dist, data: path.join(folder, "hub") });
    try {
      const hall = await preparedHall(hub, options);
      return [
        ...(await callsToPixels(hall, options)),
        ...(await downloadedOnRestart(hall, folder)),
        ...(await wallDay(hall, options)),
      ];
    } finally {
      await hub.stop();
      forget(folder);
    }
  },
};

async function preparedHall(hub: Program, { say }: BenchOptions): Promise<PreparedHall> {
  const manager = await signInManager(hub);
  const playing = await wallScreen(hub, manager, "calls-beside-content");
  const plain = await wallScreen(hub, manager, "calls-beside-content");
  const editors = await editorsOf(hub, manager);
  say("recording a video");
  const browser = await launchBrowser();
  const video = await recordVideo(browser, VIDEO_SECONDS).finally(() => browser.close());
  const media = await upload(hub, editors, video);
  const here = { targets: { screens: [playing.id] } };
  const title = { zh: "办事更方便", en: "Easier than before" };
  await publish(hub, editors, { kind: "video", title, media, seconds: 600, ...here });
  await publish(hub, editors, {
    kind: "ticker",
    title,
    body: { zh: "周六上午照常办理社保业务,请带好身份证", en: "Open on Saturday mornings; please bring your ID card" },
    seconds: 10,
    ...here,
  });
  const prepare = caller(hub, manager, await pairDevice(hub, manager, "station"));
  return { hub, manager, editors, playing, plain, prepare };
}

function caller(hub: Program, manager: Headers, station: Headers): PreparedHall["prepare"] {
  let clerk: Headers | null = null;
  let hasCalled = false;
  return async () => {
    clerk ??= await clerkAt(hub, manager, COUNTER);
    const headers = clerk;
    const at = (name: string, body = {}): Promise<unknown> =>
      command(hub, `/api/counters/${COUNTER}/${name}`, { headers, body });
    if (hasCalled) await at("finish", { arrived: true });
    await command(hub, "/api/tickets", { headers: station, body: { service: SERVICE } });
    hasCalled = true;
    return () => at("call-next");
  };
}

async function callsToPixels(hall: PreparedHall, { isQuick, say }: BenchOptions): Promise<Figure[]> {
  const [rounds, calls] = isQuick ? [2, 15] : [5, 100];
  say(`${rounds} rounds of ${calls} calls on each screen, its processor ${SLOWER} times slowed`);
  const nineties: { hub: number[]; bare: number[] } = { hub: [], bare: [] };
  const dropped: number[] = [];
  const round = async (screen: WallScreen, slow: number[]): Promise<number> => {
    const heard = await callsOn(hall, screen, calls);
    slow.push(quantile(heard.millis, 0.99));
    if (screen === hall.playing) dropped.push(quantile(heard.dropped, 0.5));
    return quantile(heard.millis, 0.5);
  };
  const halves = await alternate(
    rounds,
    () => round(hall.playing, nineties.hub),
    () => round(hall.plain, nineties.bare),
  );
  const pairs = nineties.hub.map((millis, index) => ({ hub: millis, bare: nineties.bare[index] ?? Number.NaN }));
  const bound = { is: "at most", limit: 1.5 } as const;
  return [
    compared({ what: "call to painted pixel, p50, with and without content", unit: "ms", bound }, halves),
    compared({ what: "call to painted pixel, p99, with and without content", unit: "ms", bound }, pairs),
    absolute(
      {
        what: "more frames of the video lost around a call than without one",
        unit: "",
        bound: { is: "at most", limit: 1 },
      },
      dropped,
    ),
  ];
}

interface HeardCalls {
  /** From each call to its pixels. */
  readonly millis: readonly number[];
  /** How many frames of the video more were lost around each call than in as long a time before it. */
  readonly dropped: readonly number[];
}

async function callsOn({ hub, prepare }: PreparedHall, screen: WallScreen, calls: number): Promise<HeardCalls> {
  const browser = await launchBrowser({ args: ["--autoplay-policy=no-user-gesture-required"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const paints = await watchPaints(page);
    await openWall(page, hub, screen);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const millis: number[] = [];
    const dropped: number[] = [];
    for (let call = 0; call < WARM_CALLS + calls; call += 1) {
      const make = await prepare();
      const before = await lostFrames(page);
      // Calls come at any moment between two frames of the screen.
      await pause(AROUND_MILLIS + Math.random() * 40);
      const between = await lostFrames(page);
      const painted = paints.next();
      const begun = performance.timeOrigin + performance.now();
      await make();
      millis.push((await painted) - begun);
      await pause(AROUND_MILLIS);
      dropped.push((await lostFrames(page)) - between - (between - before));
    }
    return { millis: millis.slice(WARM_CALLS), dropped: dropped.slice(WARM_CALLS) };
  } finally {
    await browser.close();
  }
}

/** Frames that the page's videos have lost so far. */
function lostFrames(page: Page): Promise<number> {
  return page
    .locator("video")
    .evaluateAll((videos) =>
      videos.reduce(
        (sum, video) =>
          sum + (video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().droppedVideoFrames : 0),
        0,
      ),
    );
}
