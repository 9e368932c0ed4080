/** Content of every sort on the boxes that hang on halls' walls, also while their hub is away. */
import sharp from "sharp";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, it } from "vitest";
import { Desk } from "../support/desk.ts";
import { sendFile } from "../support/form.ts";
import { startHub } from "../support/hub.ts";
import { publish } from "../support/items.ts";
import { launchOldBrowser, oldVersions } from "../support/old-chromium.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";
import { tinyWebm } from "../support/tiny-video.ts";
import { pairedToken, until } from "./lobby-page.ts";
import { Stage } from "./stage.ts";

const feed = "https://news.example/feed";
const entries = [{ title: "新政", text: "明年起社保卡换新", at: null }];
const title = { zh: "便民信息", en: "" };
const body = { zh: "请带好**身份证**", en: "" };

/** A hall with an item of every sort that shows in its own way, published by two people. */
async function hallWithContent() {
  const hub = await startHub({
    feeds: { of: (url) => (url === feed ? entries : null), follow: () => undefined, onChange: () => undefined },
  });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  const [manager, editor] = [await desk.manager(), await desk.staff("editor")];
  const drawn = sharp({ create: { width: 640, height: 360, channels: 3, background: "#2b6e5e" } });
  const sent = async (bytes: Uint8Array) => (await sendFile(hub, editor, { bytes })).media.id;
  for (const item of [
    { kind: "image", media: await sent(await drawn.avif().toBuffer()) },
    { kind: "pdf", media: await sent(tinyPdf({ pages: ["办事指南"] })) },
    { kind: "notice", body },
    { kind: "video", media: await sent(await tinyWebm({ seconds: 1, width: 320, height: 192 })) },
    { kind: "feed", url: feed },
    { kind: "ticker", body: { zh: "周六上午照常办理", en: "" } },
  ])
    await publish(editor, manager, { title, seconds: 3, ...item });
  return { hub, url, desk };
}

/**
 * Runs in the page before its own scripts: lets turns be over a few times sooner, and writes down what comes onto the glass,
 * with the words of what is words, and the size of what was decoded.
 */
function writeTurnsDown(): void {
  const turns: string[] = [];
  Object.assign(window, { turns });
  const now = performance.now.bind(performance);
  performance.now = () => 4 * now();
  const isOn = new WeakSet<Element>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    if (this.localName !== "ld-content-stage") return root;
    new MutationObserver(() => {
      for (const layer of root.querySelectorAll<HTMLElement>(".layer.on")) {
        if (isOn.has(layer)) continue;
        isOn.add(layer);
        const face = layer.firstElementChild?.shadowRoot;
        const image = face?.querySelector("img");
        const video = face?.querySelector("video");
        const what = image?.naturalWidth ?? video?.videoWidth ?? face?.querySelector(".flow")?.textContent.trim();
        turns.push(`${layer.dataset["kind"] ?? ""} ${String(what)}`);
      }
    }).observe(root, { subtree: true, attributes: true, attributeFilter: ["class"] });
    return root;
  };
}

const turnsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { turns: string[] }).turns);

/** Waits until everything has come onto the glass from now on. */
async function allCome(page: Page, expected: readonly RegExp[]): Promise<void> {
  const before = (await turnsOf(page)).length;
  await until(page, async () => {
    const since = (await turnsOf(page)).slice(before);
    return expected.every((wanted) => since.some((turn) => wanted.test(turn)));
  });
}

describe.each(oldVersions)("in Chromium %i", (version) => {
  const stage = new Stage({ start: () => launchOldBrowser(version) });
  beforeAll(() => stage.begin());
  afterEach(() => stage.clear());
  afterAll(() => stage.end());

  it("a lobby screen shows pictures, pages, films and news, and goes on with all of them while the hub is away", async () => {
    const hall = stage.hub(await hallWithContent());
    const { page } = await stage.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.addInitScript(
      (token) => localStorage.setItem("lundao.device.screen", token),
      await pairedToken(hall.desk, "screen"),
    );
    await page.addInitScript(writeTurnsDown);
    await page.goto(`${hall.url}/display/`);
    await page.locator(".ticker").getByText("周六上午照常办理").waitFor();
    const all = [/^image 640$/, /^pdf \d{3,}$/, /^notice [^]*请带好身份证/, /^video 320$/, /^feed [^]*社保卡换新/];
    await allCome(page, all);
    await stage.restart(hall, async () => {
      await page.locator(".foot.stale").getByText("叫号可能不是最新").waitFor();
      await allCome(page, all);
      await page.locator(".ticker").getByText("周六上午照常办理").waitFor();
    });
    await page.locator(".foot.stale").waitFor({ state: "detached" });
  });
});
