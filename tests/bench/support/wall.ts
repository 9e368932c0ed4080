/** A wall of its own for benches: a 1080p video and a ticker line, put on one screen through the public API alone. */
import type { Browser, Page } from "playwright-core";
import { command, pairDevice, put, selfOf, userOf, type Headers } from "./people.ts";
import type { Program } from "./programs.ts";

/** A paired screen, and what its page keeps to be known again. */
export interface WallScreen {
  readonly id: string;
  readonly headers: Headers;
  readonly storage: Readonly<Record<string, string>>;
}

/** A hub with two screens, one of which has something to play, and a clerk who calls. */
export interface PreparedHall {
  readonly hub: Program;
  readonly manager: Headers;
  readonly editors: Editors;
  readonly playing: WallScreen;
  readonly plain: WallScreen;
  /** Gets ready for a call, untimed, and answers how to make it. */
  readonly prepare: () => Promise<() => Promise<unknown>>;
}

export async function wallScreen(hub: Program, manager: Headers, layout: string): Promise<WallScreen> {
  const headers = await pairDevice(hub, manager, "screen");
  const { id } = await selfOf(hub, headers);
  await put(hub, `/api/screens/${id}`, { headers: manager, body: { layout } });
  const storage = { "lundao.device.screen": (headers["authorization"] ?? "").replace("Bearer ", "") };
  return { id, headers, storage };
}

/** Opens a screen's page, and waits until it plays what it has to play. */
export async function openWall(page: Page, hub: Program, { storage }: WallScreen): Promise<void> {
  await page.addInitScript(
    (kept) => Object.entries(kept).forEach(([name, value]) => localStorage.setItem(name, value)),
    storage,
  );
  await page.goto(`${hub.url}/display/`);
  await page.waitForLoadState("networkidle");
}

/** Those who write what the wall shows, and look at each other's work. */
export interface Editors {
  readonly author: Headers;
  readonly reviewer: Headers;
}

export async function editorsOf(hub: Program, manager: Headers): Promise<Editors> {
  return {
    author: await userOf(hub, manager, { user: "author", role: "editor" }),
    reviewer: await userOf(hub, manager, { user: "reviewer", role: "editor" }),
  };
}

/** Writes an item and has it published; answers its id. */
export async function publish(hub: Program, { author, reviewer }: Editors, item: object): Promise<string> {
  const { id } = await command<{ id: string }>(hub, "/api/items", { headers: author, body: item });
  await command(hub, `/api/items/${id}/submit`, { headers: author });
  await command(hub, `/api/items/${id}/approve`, { headers: reviewer });
  return id;
}

/** Uploads a file and answers its id. */
export async function upload(hub: Program, { author }: Editors, file: File): Promise<string> {
  const body = new FormData();
  body.append("file", file);
  const answer = await fetch(`${hub.url}/api/media`, { method: "POST", headers: author, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST /api/media: ${answer.status} ${text}`);
  // The contract's shape.
  return (JSON.parse(text) as { id: string }).id;
}

/** A 1080p video of moving colours, made by the browser that will play it. */
export async function recordVideo(browser: Browser, seconds: number): Promise<File> {
  const page = await browser.newPage();
  try {
    const base64 = await page.evaluate(record, seconds);
    return new File([Buffer.from(base64, "base64")], "wall.webm", { type: "video/webm" });
  } finally {
    await page.close();
  }
}

/** Runs in the page, where what is named in here would ask for helpers of the build. */
async function record(seconds: number): Promise<string> {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1920, height: 1080 });
  const paper = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(30), {
    mimeType: "video/webm;codecs=vp8",
    videoBitsPerSecond: 6_000_000,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  const begun = performance.now();
  for (let at = 0; at < seconds * 1_000; at = performance.now() - begun) {
    for (let bar = 0; bar < 16 && paper; bar += 1) {
      paper.fillStyle = `hsl(${(bar * 23 + at / 9) % 360} 70% 50%)`;
      paper.fillRect(bar * 120, 0, 120, 1080);
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  recorder.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
