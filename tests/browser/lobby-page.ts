/** Lobby and counter screens in a real browser before a real hub, with everything they sound written down. */
import type { Browser, BrowserContext, Page, WebSocketRoute } from "playwright-core";
import { Desk, type Clerk, type Person } from "../support/desk.ts";
import { sampleHall, startHub, type TestHub } from "../support/hub.ts";

export interface LobbyHall {
  readonly hub: TestHub;
  readonly url: string;
  readonly desk: Desk;
  readonly guide: Person;
}

/** A hub on a port of its own whose hall speaks Chinese, and a guide who gives numbers. `publicUrl`: what phones reach. */
export async function lobbyHall(port = 0, data?: string, publicUrl?: string): Promise<LobbyHall> {
  const file = sampleHall();
  const rules = { ...file.hall.rules, ...(publicUrl !== undefined && { phoneTickets: true }) };
  const hall = { ...file, hall: { ...file.hall, rules }, voice: { languages: ["zh" as const], repeat: 2, yao: true } };
  const env = publicUrl === undefined ? {} : { env: { LUNDAO_PUBLIC_URL: publicUrl } };
  const hub = await startHub({ hall, ...env, ...(data === undefined ? {} : { data }) });
  const url = await hub.app.listen({ host: "127.0.0.1", port });
  const desk = new Desk(hub);
  return { hub, url, desk, guide: await desk.staff("guide") };
}

/** A clerk at a counter, and for each number a service its counter takes first. */
export async function clerkWithNumbers(
  { desk, guide }: LobbyHall,
  { counter, service, count = 1 }: { counter: number; service: string; count?: number },
): Promise<Clerk> {
  const clerk = await desk.clerkAt(counter);
  for (let taken = 0; taken < count; taken += 1) await guide.take(service);
  return clerk;
}

export interface OpenScreen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page. */
  readonly faults: string[];
  /** The screen's line to the hub: cut and held, then let through again. */
  readonly line: { cut(): Promise<void>; mend(): void };
}

export interface ScreenOptions {
  readonly kind?: "screen" | "counter-screen";
  /** What follows the host in the address. */
  readonly path?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The browser has no leave to sound anything yet. */
  readonly isMuted?: boolean;
  /** The host that the page believes to be on. */
  readonly host?: string;
  /** No worker keeps the page, so that the story may answer for the hub. */
  readonly isUnkept?: boolean;
}

/** Opens a paired screen; what it chimes and says is written down instead of sounded. */
export async function openScreen(
  browser: Browser,
  hall: { readonly url: string; readonly token: string },
  options: ScreenOptions = {},
): Promise<OpenScreen> {
  const {
    kind = "screen",
    path = "/display/",
    viewport = { width: 1920, height: 1080 },
    isMuted = false,
    host,
    isUnkept = false,
  } = options;
  const serviceWorkers = isUnkept ? "block" : "allow";
  const context = await browser.newContext({ viewport, locale: "zh-CN", serviceWorkers });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const line = await heldLine(page);
  await page.addInitScript(writeSoundsDown, isMuted);
  await page.addInitScript(([name, token]) => localStorage.setItem(name, token), [
    `lundao.device.${kind}`,
    hall.token,
  ] as const);
  const address = new URL(path, hall.url);
  if (host !== undefined) address.hostname = host;
  await page.goto(address.href);
  return { page, context, faults, line };
}

/** The token of a newly paired device. */
export async function pairedToken(desk: Desk, kind: "screen" | "counter-screen"): Promise<string> {
  const device = await desk.device(kind);
  return (device["headers"]["authorization"] ?? "").replace("Bearer ", "");
}

/** Between the page and its hub, so that a story can take the line away. */
async function heldLine(page: Page): Promise<OpenScreen["line"]> {
  let isCut = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket("**/live", (socket) => {
    if (isCut) return void socket.close();
    const hub = socket.connectToServer();
    open.add(socket);
    socket.onClose(() => {
      open.delete(socket);
      void hub.close();
    });
  });
  return {
    cut: async () => {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}

/** What a page sounded: a note by its pitch and by when it begins within its chime, a saying by its words, and its end. */
export type Sound =
  | { readonly kind: "note"; readonly hertz: number; readonly atSeconds: number }
  | { readonly kind: "say" | "said"; readonly text: string; readonly lang: string };

/** Runs in the page before its own scripts: takes the place of the browser's sound and voice. */
function writeSoundsDown(isMuted: boolean): void {
  const sounds: Sound[] = [];
  Object.assign(window, { sounds });
  const node = { connect: () => node, start: () => undefined, stop: () => undefined };
  class WrittenContext extends EventTarget {
    state = isMuted ? "suspended" : "running";
    currentTime = 0;
    destination = node;
    resume(): Promise<void> {
      this.state = "running";
      this.dispatchEvent(new Event("statechange"));
      return Promise.resolve();
    }
    close(): Promise<void> {
      return Promise.resolve();
    }
    createOscillator() {
      const frequency = { value: 0 };
      return {
        ...node,
        frequency,
        start: (atSeconds: number) => sounds.push({ kind: "note", hertz: Math.round(frequency.value), atSeconds }),
      };
    }
    createGain() {
      const ramp = () => undefined;
      return {
        ...node,
        gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp },
      };
    }
  }
  class WrittenUtterance {
    lang = "";
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    constructor(readonly text: string) {}
  }
  const voices = ["zh-CN", "en-US"].map((lang) => ({
    lang,
    name: lang,
    localService: true,
    default: false,
    voiceURI: lang,
  }));
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    cancel: () => undefined,
    speak: (utterance: WrittenUtterance) => {
      sounds.push({ kind: "say", text: utterance.text, lang: utterance.lang });
      utterance.onstart?.();
      setTimeout(() => {
        sounds.push({ kind: "said", text: utterance.text, lang: utterance.lang });
        utterance.onend?.();
      }, 50);
    },
  });
  Object.defineProperty(window, "AudioContext", { value: WrittenContext });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: WrittenUtterance });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
}

/** Everything the page sounded so far. */
export async function soundsOf(page: Page): Promise<readonly Sound[]> {
  return page.evaluate(() => (window as unknown as { sounds: Sound[] }).sounds);
}

/** The sentences the page said so far. */
export async function sayings(page: Page): Promise<readonly string[]> {
  return (await soundsOf(page)).flatMap((sound) => (sound.kind === "say" ? [sound.text] : []));
}

/** How often the page chimed for a call, which begins high, and for a recall, which begins low. */
export async function chimes(page: Page): Promise<{ readonly calls: number; readonly recalls: number }> {
  const sounds = await soundsOf(page);
  const begun = (hertz: number) =>
    sounds.filter((sound) => sound.kind === "note" && sound.hertz === hertz && sound.atSeconds < 0.1).length;
  return { calls: begun(659), recalls: begun(523) };
}

/** The rows of the board as they stand, top first. */
export async function board(
  page: Page,
): Promise<readonly { readonly number: string; readonly label: string; readonly classes: readonly string[] }[]> {
  return page.locator("ld-call-board li").evaluateAll((rows) =>
    rows.map((row) => ({
      number: row.querySelector(".number")?.textContent ?? "",
      label: row.querySelector(".label")?.textContent ?? "",
      classes: [...row.classList],
    })),
  );
}

/** Waits until a number stands on the board. */
export async function stands(page: Page, number: string): Promise<void> {
  await page.locator(`ld-call-board li[data-number=${number}]`).waitFor();
}

/** Waits until something in the page is so; asks again with every frame. */
export async function until(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}
