/** What a lobby screen downloads when its browser is started again and nothing has changed meanwhile. */
import path from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { findChromium } from "../../../tools/browser-tools.ts";
import { absolute, type Figure } from "./figure.ts";
import { openWall, type PreparedHall } from "./wall.ts";

const MOST_KILOBYTES = 20;

export async function downloadedOnRestart({ hub, playing }: PreparedHall, folder: string): Promise<Figure[]> {
  const profile = path.join(folder, "profile");
  const first = await open(profile);
  await openWall(await first.newPage(), hub, playing);
  await hasCached(first);
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

/** The page has put away all that it needs to play without the hub. */
async function hasCached(context: BrowserContext): Promise<void> {
  const page = context.pages().at(-1);
  await page?.waitForFunction(() => document.documentElement.dataset["cached"] === "whole", null, { timeout: 60_000 });
}
