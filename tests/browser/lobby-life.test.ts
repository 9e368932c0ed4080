import sharp from "sharp";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Clerk } from "../support/desk.ts";
import { tinyWebm } from "../support/tiny-video.ts";
import { aFileOf, contentHall, serves, standing, type ContentHall } from "./content-page.ts";
import { countAddresses, heldBy, type Held } from "./held.ts";
import { stands } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage({ args: ["--autoplay-policy=no-user-gesture-required"] }));

/** Short enough for the line to the hub to stay alive in the page's quickened time. */
const stepMillis = 2_000;
/** A row of the board stays large for so long, and what was called is said by then. */
const quietSteps = 25;
/** A browser's own stores breathe; what a page piles up with 120 items and 240 calls is more than that; the bench of the lobby lives through a day. */
const mostGrowth = 1.2;

interface Life {
  readonly hall: ContentHall;
  readonly page: Page;
  readonly clerk: Clerk;
  /** The item that stands whenever is counted, and the one that has new pictures now and then. */
  readonly measured: string;
  readonly renewed: string;
  picture(): Promise<string>;
}

/** A screen with an item of every sort that holds something. */
async function begun(): Promise<Life> {
  const hall = stage.hub(await contentHall(stage.browser));
  const { page } = stage.page(await hall.screen({}, { isUnkept: true }));
  const files = new Map<string, Buffer>();
  await serves(page, files);
  const film = await tinyWebm({ seconds: 0.2, width: 320, height: 192 });
  const video = await aFileOf(hall, film, { kind: "video", type: "video/webm", seconds: 0.2 });
  files.set(video.sha256, film);
  let made = 0;
  const picture = async () => {
    made += 1;
    const background = { r: made % 256, g: 90, b: 120 };
    const bytes = await sharp({ create: { width: 640, height: 360, channels: 3, background } })
      .png()
      .toBuffer();
    const file = await aFileOf(hall, bytes, { kind: "image", type: "image/png" });
    files.set(file.sha256, bytes);
    return file.id;
  };
  const title = { zh: "便民信息", en: "Good to know" };
  const body = { zh: "请带好**身份证**", en: "Bring your card" };
  const measured = await hall.publish({ kind: "image", title, media: await picture(), seconds: 3 });
  const renewed = await hall.publish({ kind: "image", title, media: await picture(), seconds: 3 });
  await hall.publish({ kind: "notice", title, body, seconds: 3 });
  await hall.publish({ kind: "video", title, media: video.id, seconds: 3 });
  await hall.publish({ kind: "clock", title, seconds: 3 });
  await hall.publish({ kind: "ticker", title, body });
  const clerk = await hall.desk.clerkAt(2);
  await countAddresses(page);
  await page.addInitScript(() => {
    const changes = { count: 0 };
    Object.assign(window, { changes });
    const attach = Element.prototype.attachShadow;
    // What stands on the glass stands in trees of its own.
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      if (this.localName === "ld-content-stage")
        new MutationObserver((seen) => {
          for (const { target } of seen)
            if (target instanceof Element && target.matches(".layer.on")) changes.count += 1;
        }).observe(root, { subtree: true, attributes: true, attributeFilter: ["class"] });
      return root;
    };
  });
  await page.clock.install();
  await page.reload();
  await page.locator(".layer.on").first().waitFor();
  return { hall, page, clerk, measured, renewed, picture };
}

/** Lets some time pass for the page and its hub. */
async function step({ hall, page }: Life): Promise<void> {
  hall.hub.clock.advance({ seconds: stepMillis / 1_000 });
  await page.clock.runFor(stepMillis);
}

const changesOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { changes: { count: number } }).changes.count);

/** So many calls, and at least so many items on the glass; now and then an item has another picture. */
async function lives(life: Life, { calls, items }: { readonly calls: number; readonly items: number }): Promise<void> {
  const { hall, page, clerk, renewed, picture } = life;
  const before = await changesOf(page);
  let called = 0;
  let changed = 0;
  for (let steps = 0; changed < items || called < calls; steps += 1) {
    const due = Math.min(calls, Math.ceil((changed / items) * calls) + 1);
    for (; called < due; called += 1) {
      await hall.guide.take("pension");
      await clerk.next({ silent: called % 4 > 0 });
      if (called % 7 === 0) await clerk.does("recall");
      await clerk.ends("finish", { arrived: true });
    }
    if (steps % 40 === 20) await renew(hall, renewed, await picture());
    await step(life);
    changed = (await changesOf(page)) - before;
  }
  await hall.guide.take("pension");
  const { number } = await clerk.next({ silent: true });
  await stands(page, number);
  await clerk.ends("finish", { arrived: true });
}

async function renew({ editor, manager }: ContentHall, item: string, media: string): Promise<void> {
  await editor.ask("PATCH", `/api/items/${item}`, { body: { media } });
  await editor.post(`/api/items/${item}/submit`);
  expect((await manager.post(`/api/items/${item}/approve`)).status).toBe(200);
}

/** Counted where nothing is under way, and always with the same item on the glass. */
async function counted(life: Life): Promise<Held> {
  const { page, measured } = life;
  for (let steps = 0; steps < quietSteps; steps += 1) await step(life);
  const isAlone = async () => (await page.locator(".layer").count()) === 2 && (await standing(page)) === measured;
  while (!(await isAlone())) await step(life);
  // What this story itself has the page write down.
  await page.evaluate(() => (window as unknown as { sounds: unknown[] }).sounds.splice(0));
  return heldBy(page, "lundao.content");
}

describe("a lobby screen through many calls and items", () => {
  it("holds no more of anything in the end than it did early", { timeout: 180_000 }, async () => {
    const life = await begun();
    await lives(life, { calls: 40, items: 30 });
    const early = await counted(life);
    await lives(life, { calls: 240, items: 120 });
    const late = await counted(life);
    expect(late.nodes).toBeLessThanOrEqual(mostGrowth * early.nodes);
    expect(late.listeners).toBeLessThanOrEqual(mostGrowth * early.listeners);
    expect(late.heapBytes).toBeLessThanOrEqual(mostGrowth * early.heapBytes);
    const { videos, images, addresses, kept } = late;
    expect({ videos, images, addresses, kept }).toEqual({
      ...{ videos: 0, images: 2, addresses: 2 },
      // The four files of three items, and what an item's picture was before.
      kept: { lists: 1, files: 4, sizes: 4, pieces: 0 },
    });
  });
});
