/** From a clerk's call to the painted pixel on a lobby screen, beside a bare WebSocket-to-Lit page. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { quantile } from "../../tools/day/statistics.ts";
import { projectRoot } from "../../tools/project.ts";
import { launchBrowser } from "../support/browser.ts";
import { COUNTER, SERVICE } from "./support/answers.ts";
import { Crowd } from "./support/crowd.ts";
import { compared, type Bench, type BenchOptions, type Figure } from "./support/figure.ts";
import { watchPaints } from "./support/paints.ts";
import { clerkAt, command, pairDevice, signInManager } from "./support/people.ts";
import { forget, newFolder, startHub, startPart, type Program } from "./support/programs.ts";
import { alternate } from "./support/statistics.ts";

const OTHERS = 100;
const WARM_CALLS = 10;

export const pixel: Bench = {
  name: "pixel",
  about: `from a call to its pixels on a lobby screen, ${OTHERS} other screens connected, beside a bare page with as many sockets`,
  run: async (options) => {
    const folder = newFolder();
    const pages = await buildBarePage(folder);
    const hub = await startHub({ dist: options.dist, data: path.join(folder, "hub") });
    const bare = await startPart("baselines/bare-server", { args: ["--pages", pages] });
    try {
      return await measure(await hubSide(hub), bareSide(bare), options);
    } finally {
      await hub.stop();
      await bare.stop();
      forget(folder);
    }
  },
};

/** A page, and how a call is made that it shows. */
interface Side {
  readonly program: Program;
  readonly address: string;
  /** Kept in the page's browser before it opens. */
  readonly storage: Readonly<Record<string, string>>;
  readonly crowd: Pick<Parameters<typeof Crowd.gather>[0], "headers" | "hello">;
  /** Gets ready for a call, untimed, and answers how to make it. */
  readonly prepare: () => Promise<() => Promise<unknown>>;
}

async function hubSide(program: Program): Promise<Side> {
  const manager = await signInManager(program);
  const screen = await pairDevice(program, manager, "screen");
  const station = await pairDevice(program, manager, "station");
  const clerk = await clerkAt(program, manager, COUNTER);
  const at = (name: string, body = {}): Promise<unknown> =>
    command(program, `/api/counters/${COUNTER}/${name}`, { headers: clerk, body });
  let hasCalled = false;
  return {
    program,
    address: "/display/",
    storage: { "lundao.device.screen": (screen["authorization"] ?? "").replace("Bearer ", "") },
    crowd: { headers: screen, hello: { t: "watch", topic: "lobby" } },
    prepare: async () => {
      if (hasCalled) await at("finish", { arrived: true });
      await command(program, "/api/tickets", { headers: station, body: { service: SERVICE } });
      hasCalled = true;
      return () => at("call-next");
    },
  };
}

function bareSide(program: Program): Side {
  let seq = 0;
  return {
    program,
    address: "/pages/index.html",
    storage: {},
    crowd: {},
    prepare: () =>
      Promise.resolve(() => {
        seq += 1;
        const event = { type: "called", number: `S${seq}`, counter: COUNTER };
        const body = JSON.stringify({ t: "event", topic: "lobby", seq, event });
        return fetch(`${program.url}/broadcast`, { method: "POST", headers: { "content-type": "text/plain" }, body });
      }),
  };
}

async function buildBarePage(folder: string): Promise<string> {
  const pages = path.join(folder, "pages");
  mkdirSync(pages);
  await build({
    entryPoints: [path.join(projectRoot, "tests", "bench", "baselines", "bare-page.ts")],
    outfile: path.join(pages, "page.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome87",
    logLevel: "warning",
  });
  const html = `<!doctype html><html><body><bare-page></bare-page><script type="module" src="/pages/page.js"></script></body></html>`;
  writeFileSync(path.join(pages, "index.html"), html);
  return pages;
}

async function measure(hub: Side, bare: Side, { isQuick, say }: BenchOptions): Promise<Figure[]> {
  const [rounds, calls] = isQuick ? [2, 30] : [5, 200];
  say(`${rounds} rounds of ${calls} calls`);
  const ninetyFifth: { hub: number[]; bare: number[] } = { hub: [], bare: [] };
  const round = async (side: Side, p95: number[]): Promise<number> => {
    const millis = await callsOn(side, calls);
    p95.push(quantile(millis, 0.95));
    return quantile(millis, 0.5);
  };
  const halves = await alternate(
    rounds,
    () => round(hub, ninetyFifth.hub),
    () => round(bare, ninetyFifth.bare),
  );
  const pairs = ninetyFifth.hub.map((millis, index) => ({ hub: millis, bare: ninetyFifth.bare[index] ?? Number.NaN }));
  const bound = { is: "at most", limit: 1.5 } as const;
  return [
    compared({ what: "call to painted pixel, p50", unit: "ms", bound }, halves),
    compared({ what: "call to painted pixel, p95", unit: "ms", bound }, pairs),
  ];
}

/** One browser at a time, so that neither page costs the other anything; answers the milliseconds of each call. */
async function callsOn(side: Side, calls: number): Promise<number[]> {
  const crowd = await Crowd.gather({
    hub: side.program,
    clients: OTHERS,
    marker: "no frame bears this",
    ...side.crowd,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const paints = await watchPaints(page);
    await page.addInitScript(
      (kept) => Object.entries(kept).forEach(([name, value]) => localStorage.setItem(name, value)),
      side.storage,
    );
    await page.goto(`${side.program.url}${side.address}`);
    await page.waitForLoadState("networkidle");
    const millis: number[] = [];
    for (let call = 0; call < WARM_CALLS + calls; call += 1) {
      const make = await side.prepare();
      // Calls come at any moment between two frames of the screen.
      await pause(40 + Math.random() * 40);
      const painted = paints.next();
      const begun = performance.timeOrigin + performance.now();
      await make();
      millis.push((await painted) - begun);
    }
    return millis.slice(WARM_CALLS);
  } finally {
    await browser.close();
    await crowd.disperse();
  }
}
