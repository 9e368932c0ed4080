/** A day of a lobby screen in fast-forward: 10,000 calls, 5,000 turns of items, and what its page holds in memory. */
import type { CDPSession, Page } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { compared, type BenchOptions, type Figure } from "./figure.ts";
import { openWall, type PreparedHall } from "./wall.ts";

const HOUR_MILLIS = 3_600_000;
/** Short enough for the line to the hub to stay alive in the page's quickened time. */
const STEP_MILLIS = 2_500;
const CALLS_AN_HOUR = 417;

export async function wallDay(hall: PreparedHall, { isQuick, say }: BenchOptions): Promise<Figure[]> {
  const hours = isQuick ? 3 : 24;
  say(`${hours} hours in fast-forward, ${CALLS_AN_HOUR} calls an hour`);
  const browser = await launchBrowser({ args: ["--autoplay-policy=no-user-gesture-required"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.clock.install();
    await openWall(page, hall.hub, hall.playing);
    const cdp = await page.context().newCDPSession(page);
    await hour(page, hall);
    const early = await held(cdp);
    for (let past = 1; past < hours; past += 1) await hour(page, hall);
    const late = await held(cdp);
    const bound = { is: "at most", limit: 1.1 } as const;
    const figure = (what: string, unit: string, of: (memory: Held) => number): Figure =>
      compared({ what: `${what} after ${hours} hours, beside after one`, unit, bound }, [
        { hub: of(late), bare: of(early) },
      ]);
    return [
      figure("script memory", "MB", ({ heap }) => heap / 1e6),
      figure("nodes of the page", "", ({ nodes }) => nodes),
    ];
  } finally {
    await browser.close();
  }
}

async function hour(page: Page, { prepare }: PreparedHall): Promise<void> {
  const steps = HOUR_MILLIS / STEP_MILLIS;
  for (let step = 0; step < steps; step += 1) {
    const due = Math.floor(((step + 1) * CALLS_AN_HOUR) / steps) - Math.floor((step * CALLS_AN_HOUR) / steps);
    for (let call = 0; call < due; call += 1) await (await prepare())();
    await page.clock.runFor(STEP_MILLIS);
  }
}

interface Held {
  readonly heap: number;
  readonly nodes: number;
}

/** What is left once the rubbish is gone. */
async function held(cdp: CDPSession): Promise<Held> {
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes } = await cdp.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes };
}
