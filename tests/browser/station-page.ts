/** A station in a real browser before a real hub. */
import type { Browser, Page } from "playwright-core";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import { Desk, type Person } from "../support/desk.ts";
import { startHub, type TestHub } from "../support/hub.ts";
import type { OpenPage } from "./stage.ts";

/** The glass of a portrait and of a landscape station, in pixels. */
export const glasses = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1280, height: 1024 } } as const;

export interface StationHall {
  readonly hub: TestHub;
  readonly desk: Desk;
  readonly url: string;
  readonly station: Person;
}

/** A hub with one paired station, on a port of its own. `publicUrl`: what residents' phones reach. */
export async function stationHall(hall?: HallFile, publicUrl?: string): Promise<StationHall> {
  const hub = await startHub({
    ...(hall && { hall }),
    ...(publicUrl !== undefined && { env: { LUNDAO_PUBLIC_URL: publicUrl } }),
  });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  return { hub, desk, url, station: await desk.station() };
}

export interface StationOptions {
  readonly glass?: keyof typeof glasses;
  /** Whether the page is this hall's paired station already. */
  readonly isPaired?: boolean;
}

/** Opens `/station/`, paired, and waits for its first page. */
export async function openStation(
  browser: Browser,
  { url, station }: { readonly url: string; readonly station: Pick<Person, "headers"> },
  options: StationOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: glasses[options.glass ?? "portrait"],
    hasTouch: true,
    locale: "zh-CN",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  if (options.isPaired !== false) {
    const token = (station.headers["authorization"] ?? "").replace("Bearer ", "");
    await page.addInitScript((kept) => {
      localStorage.setItem("lundao.device.station", kept);
    }, token);
  }
  await page.clock.install();
  await page.goto(`${url}/station/`);
  if (options.isPaired !== false) await page.locator("main[data-view=services] .tile").first().waitFor();
  return { page, context, faults };
}

/** Presses what a selector names, as a finger does, once the second after the last press is over. */
export async function tap(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  await target.waitFor();
  await quietSecond(page);
  await target.tap();
}

/** The station ignores presses for a second after one; the page's clock goes on by it. */
async function quietSecond(page: Page): Promise<void> {
  await page.clock.runFor(1_010);
}

/** The page's view, as the station calls it. */
export async function viewIs(page: Page, view: string): Promise<void> {
  await page.locator(`[data-view=${view}]`).first().waitFor();
}
