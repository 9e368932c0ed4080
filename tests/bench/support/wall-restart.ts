/** What a lobby screen downloads when its browser is started again and nothing has changed meanwhile. */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { findChromium } from "../../../tools/browser-tools.ts";
import { absolute, type Figure } from "./figure.ts";
import { healthOf } from "./people.ts";
import { openWall, type PreparedHall } from "./wall.ts";

const MOST_KILOBYTES = 20;
const KEPT_MILLIS = 60_000;
/** Screens tell of themselves every five seconds. */
const ASK_MILLIS = 500;

export async function downloadedOnRestart(hall: PreparedHall, folder: string): Promise<Figure[]> {
  const { hub, playing } = hall;
  const profile = path.join(folder, "profile");
  const first = await open(profile);
  const earlier = await first.newPage();
  await openWall(earlier, hub, playing);
  await isKept(earlier, hall);
  await first.close();
  const again = await open(profile);
  const page = await again.newPage();
  const cdp = await again.newCDPSession(page);
  let bytes = 0;
  await cdp.send("Network.enable");
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += Math.max(0, encodedDataLength)));
  cdp.on("Network.webSocketFrameReceived", ({ response }) => (bytes += response.payloadData.length));
  await openWall(page, hub, playing);
  await page.locator("video").first().waitFor();
  await again.close();
  const bound = { is: "at most", limit: MOST_KILOBYTES } as const;
  return [absolute({ what: "downloaded on a restart with an unchanged playlist", unit: "kB", bound }, [bytes / 1_000])];
}

function open(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? "",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
    viewport: { width: 1920, height: 1080 },
  });
}

/** The page and all that it plays are on the screen: a worker answers for its parts, and the hub is told of its files. */
async function isKept(page: Page, { hub, manager, playing }: PreparedHall): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  const late = performance.now() + KEPT_MILLIS;
  for (;;) {
    const { cache } = await healthOf(hub, manager, playing.id);
    if (cache && cache.files > 0 && cache.missing === 0) return;
    if (performance.now() > late) throw new Error(`the screen keeps ${JSON.stringify(cache)} after a minute`);
    await pause(ASK_MILLIS);
  }
}
