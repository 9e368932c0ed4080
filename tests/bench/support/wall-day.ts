/**
 * A day of a lobby screen in fast-forward: 10,000 calls, at least 5,000 turns of items of every sort, and what its page holds
 * in memory.
 */
import sharp from "sharp";
import type { CDPSession, Page } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { tinyWebm } from "../../support/tiny-video.ts";
import { absolute, compared, type BenchOptions, type Figure } from "./figure.ts";
import { playsOf } from "./people.ts";
import { openWall, publish, upload, wallScreen, type PreparedHall, type WallScreen } from "./wall.ts";

const MINUTE_MILLIS = 60_000;
/** Short enough for the line to the hub to stay alive in the page's quickened time. */
const STEP_MILLIS = 2_500;
const CALLS_AN_HOUR = 417;
const TURNS_AN_HOUR = 209;
const ITEM_SECONDS = 8;

export async function wallDay(hall: PreparedHall, { isQuick, say }: BenchOptions): Promise<Figure[]> {
  const [hours, minutes] = isQuick ? [3, 5] : [24, 60];
  say(`${hours} hours of ${minutes} minutes in fast-forward, ${CALLS_AN_HOUR} calls in 60 minutes`);
  const screen = await wallScreen(hall.hub, hall.manager, "calls-beside-content");
  await publishAll(hall, screen);
  const browser = await launchBrowser({ args: ["--autoplay-policy=no-user-gesture-required"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.clock.install();
    await openWall(page, hall.hub, screen);
    const cdp = await page.context().newCDPSession(page);
    await hour(page, hall, minutes);
    const early = await held(cdp);
    for (let past = 1; past < hours; past += 1) await hour(page, hall, minutes);
    const late = await held(cdp);
    const bound = { is: "at most", limit: 1.1 } as const;
    const figure = (what: string, unit: string, of: (memory: Held) => number): Figure =>
      compared({ what: `${what} after ${hours} hours, beside after one`, unit, bound }, [
        { hub: of(late), bare: of(early) },
      ]);
    const least = Math.floor((TURNS_AN_HOUR * hours * minutes) / 60);
    const turns = await playsOf(hall.hub, hall.manager, screen.id);
    return [
      figure("script memory", "MB", ({ heap }) => heap / 1e6),
      figure("nodes of the page", "", ({ nodes }) => nodes),
      figure("listeners of the page", "", ({ listeners }) => listeners),
      absolute({ what: `turns of items in ${hours} hours`, unit: "", bound: { is: "at least", limit: least } }, [
        turns,
      ]),
    ];
  } finally {
    await browser.close();
  }
}

/** One item of each sort that the page shows by other means; the video goes on in real time, and is short for that. */
async function publishAll({ hub, editors }: PreparedHall, { id }: WallScreen): Promise<void> {
  const drawn = sharp({ create: { width: 1280, height: 720, channels: 3, background: "#2b6e5e" } });
  const picture = new File([new Uint8Array(await drawn.png().toBuffer())], "wall.png", { type: "image/png" });
  const film = new File([new Uint8Array(await tinyWebm({ seconds: 1 }))], "short.webm", { type: "video/webm" });
  const title = { zh: "办事更方便", en: "Easier than before" };
  const body = { zh: "请带好**身份证**", en: "Please bring your **ID card**" };
  for (const item of [
    { kind: "notice", body },
    { kind: "image", media: await upload(hub, editors, picture) },
    { kind: "waiting" },
    { kind: "notice", body },
    { kind: "video", media: await upload(hub, editors, film) },
    { kind: "clock" },
    { kind: "ticker", body },
  ])
    await publish(hub, editors, { title, seconds: ITEM_SECONDS, targets: { screens: [id] }, ...item });
}

/** @param minutes how long an hour is here. */
async function hour(page: Page, { prepare }: PreparedHall, minutes: number): Promise<void> {
  const steps = (minutes * MINUTE_MILLIS) / STEP_MILLIS;
  const calls = (minutes * CALLS_AN_HOUR) / 60;
  for (let step = 0; step < steps; step += 1) {
    const due = Math.floor(((step + 1) * calls) / steps) - Math.floor((step * calls) / steps);
    for (let call = 0; call < due; call += 1) await (await prepare())();
    await page.clock.runFor(STEP_MILLIS);
  }
}

interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What is left once the rubbish is gone. */
async function held(cdp: CDPSession): Promise<Held> {
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners: listeners } = await cdp.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners };
}
