/** Everything that stood on a lobby screen's glass, frame by frame: an item is followed by the next one and by nothing else. */
import sharp from "sharp";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expected } from "../support/desk.ts";
import { aFileOf, contentHall, serves, standing, type ContentHall } from "./content-page.ts";
import { until } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());
/** No turn is over by itself while a story looks. */
const seconds = 3_600;

/** Runs in the page before its own scripts: writes down what is topmost on the glass, whenever that is another. */
function writeGlassDown(): void {
  const glass: string[] = [];
  Object.assign(window, { glass });
  const deep = (root: ParentNode): string => {
    const image = root.querySelector("img");
    if (image) return `picture ${String(image.complete ? image.naturalWidth : "not decoded")}`;
    const face = root.querySelector("ld-text-face, ld-picture-face");
    if (face?.shadowRoot) return deep(face.shadowRoot);
    return root.querySelector(".flow")?.textContent.trim() ?? "no words";
  };
  const look = (root: ShadowRoot): void => {
    const layers = [...root.querySelectorAll(".layer.on")];
    const top = layers[layers.length - 1];
    const stands = top ? deep(top) : "nothing";
    if (stands !== glass[glass.length - 1]) glass.push(stands);
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    if (this.localName !== "ld-content-stage") return root;
    const frame = () => {
      look(root);
      requestAnimationFrame(frame);
    };
    frame();
    new MutationObserver(() => look(root)).observe(root, { subtree: true, childList: true, attributes: true });
    return root;
  };
}

const glassOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { glass: string[] }).glass);
const shows = (page: Page, last: string): Promise<void> =>
  until(page, async () => (await glassOf(page)).slice(-1)[0] === last);

const notice = (zh: string) => ({ kind: "notice", title: { zh: "通知", en: "" }, body: { zh, en: "" }, seconds });

async function picture(hall: ContentHall, files: Map<string, Buffer>, width: number): Promise<string> {
  const bytes = await sharp({ create: { width, height: 180, channels: 3, background: "#2b6e5e" } })
    .png()
    .toBuffer();
  const { id, sha256 } = await aFileOf(hall, bytes, { kind: "image", type: "image/png" });
  files.set(sha256, bytes);
  return id;
}

async function renew({ editor, manager }: ContentHall, item: string, body: object): Promise<void> {
  expected(await editor.ask("PATCH", `/api/items/${item}`, { body }), 200);
  expected(await editor.post(`/api/items/${item}/submit`), 200);
  expected(await manager.post(`/api/items/${item}/approve`), 200);
}

/** A screen whose glass is written down from its very first frame. */
async function watched(hall: ContentHall, layout: "calls-beside-content" | "content-only" = "calls-beside-content") {
  const screen = stage.page(await hall.screen({ layout }, { isUnkept: true }));
  const files = new Map<string, Buffer>();
  await serves(screen.page, files);
  await screen.page.addInitScript(writeGlassDown);
  await screen.page.reload();
  return { ...screen, files };
}

describe("the glass of a lobby screen", () => {
  it("goes from what is withdrawn or replaced to what comes next, which is decoded by then", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, files } = await watched(hall);
    const title = { zh: "海报", en: "" };
    const wide = await picture(hall, files, 640);
    const small = await picture(hall, files, 320);
    const first = await hall.publish(notice("甲"));
    await shows(page, "甲");
    const second = await hall.publish({ kind: "image", title, media: wide, seconds });
    const third = await hall.publish(notice("丙"));
    await page.locator(".layer[data-kind=image] img").waitFor({ state: "attached" });
    await hall.manager.post(`/api/items/${first}/withdraw`);
    await shows(page, "picture 640");
    await renew(hall, second, { media: small });
    await shows(page, "picture 320");
    await renew(hall, third, { body: { zh: "丁", en: "" } });
    await page.locator(`.layer[data-item="${third}"]`).getByText("丁").waitFor({ state: "attached" });
    await hall.manager.post(`/api/items/${second}/withdraw`);
    await shows(page, "丁");
    await renew(hall, third, { body: { zh: "戊", en: "" } });
    await shows(page, "戊");
    expect(await glassOf(page)).toEqual(["nothing", "甲", "picture 640", "picture 320", "丁", "戊"]);
  });

  it("is never given to what was withdrawn while the line was cut and the hub started anew", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, line } = await watched(hall, "content-only");
    const first = await hall.publish(notice("甲"));
    const second = await hall.publish(notice("乙"));
    await shows(page, "甲");
    await line.cut();
    await hall.manager.post(`/api/items/${first}/withdraw`);
    await hall.manager.post(`/api/items/${second}/withdraw`);
    const third = await hall.publish(notice("丙"));
    await stage.restart(hall, () => Promise.resolve());
    line.mend();
    await until(page, async () => (await standing(page)) === third);
    const glass = await glassOf(page);
    expect(glass.filter((stands) => stands !== "nothing")).toEqual(["甲", "丙"]);
  });

  it("is given up by what is withdrawn at once, and not given back to what was covered before", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page } = await watched(hall);
    const first = await hall.publish(notice("甲"));
    await shows(page, "甲");
    // From here on what is covered stays below until the story lets time pass.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await renew(hall, first, { body: { zh: "乙", en: "" } });
    await expect.poll(() => glassOf(page)).toEqual(["nothing", "甲", "乙"]);
    expect(await page.locator(".layer").count()).toBe(2);
    await hall.manager.post(`/api/items/${first}/withdraw`);
    await page.locator(".layer").first().waitFor({ state: "detached" });
    expect(await glassOf(page)).toEqual(["nothing", "甲", "乙", "nothing"]);
  });

  it("begins with what is published, not with what was when the browser was closed", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, line } = await watched(hall);
    const first = await hall.publish(notice("甲"));
    await shows(page, "甲");
    await until(page, () => page.evaluate(() => localStorage.getItem("lundao.lobby") !== null));
    await line.cut();
    await hall.manager.post(`/api/items/${first}/withdraw`);
    await hall.publish(notice("乙"));
    await page.goto(`${hall.url}/healthz`);
    const answered: (() => void)[] = [];
    await page.routeWebSocket("**/live", async (socket) => {
      await new Promise<void>((resolve) => answered.push(resolve));
      socket.connectToServer();
    });
    await page.goto(`${hall.url}/display/`);
    await page.locator("ld-lobby-screen header h1").waitFor();
    await page.locator("ld-lobby-side .page h2").waitFor();
    // More frames than an item that is kept takes to stand on the glass.
    let frames = 0;
    await until(page, () => Promise.resolve((frames += 1) > 60));
    expect(await glassOf(page)).toEqual(["nothing"]);
    for (const answer of answered) answer();
    await shows(page, "乙");
    expect(await glassOf(page)).toEqual(["nothing", "乙"]);
  });
});
