/** What an editor sees of an item is what hangs on the wall: the same page draws both. */
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Item } from "../../shared/wire/lobby.ts";
import { expected } from "../support/desk.ts";
import { signIn } from "./console-page.ts";
import { aFileOf, contentHall, serves, type ContentHall } from "./content-page.ts";
import { clerkWithNumbers } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());

/** A hall in which somebody is called and others wait, so that nothing is made up. */
async function busyHall(): Promise<ContentHall> {
  const hall = stage.hub(await contentHall(stage.browser));
  const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
  await clerk.next();
  return hall;
}

async function openConsole(hall: ContentHall, place: string): Promise<Page> {
  const { page } = await stage.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${hall.url}/console/${place}`);
  await signIn(page);
  await page.getByRole("button", { name: "退出登录" }).waitFor();
  return page;
}

const wall = (page: Page) => page.frameLocator("ld-wall-frame iframe").locator("ld-lobby-screen");

/** All words below an element, in shadow trees too, with where its codes lead and how large its pictures are. */
function told(element: Locator): Promise<string> {
  return element.evaluate((top) => {
    const words: string[] = [];
    const read = (node: Node): void => {
      if (node instanceof Text) words.push(node.data.trim());
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof HTMLImageElement) words.push(`${String(node.naturalWidth)}×${String(node.naturalHeight)}`);
      if (node instanceof HTMLElement && node.localName === "ld-qr-code") words.push(node.getAttribute("text") ?? "");
      const within = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      for (const child of within.childNodes) read(child);
    };
    read(top);
    return words.filter((each) => each !== "").join("|");
  });
}

/** Where the item is, in a layer of its own or in its line. */
function place(screen: Locator, kind: string): Locator {
  return kind === "ticker" ? screen.locator(".ticker") : screen.locator(`.layer.on[data-kind=${kind}]`);
}

const title = { zh: "便民服务", en: "For you" };
const body = { zh: "请带**身份证**,免费办理", en: "Bring your **ID card**" };
const plain = { zh: "请带身份证", en: "Bring your ID card" };

describe("the preview of an item", () => {
  it.each([
    ["notice", { title, body }, "身份证"],
    ["guide", { title, service: "pension" }, "养老"],
    ["qr", { title, body: plain, url: "https://example.org/a" }, "https://example.org/a"],
    ["waiting", { title: { zh: "等候情况", en: "Waiting" } }, "2位"],
    ["counters", { title: { zh: "窗口", en: "Counters" } }, "窗口"],
    ["today", { title: { zh: "今天", en: "Today" } }, "8:30–12:00"],
    ["clock", { title }, "9:00"],
    ["ticker", { title, body: plain }, "身份证"],
  ])("shows of a %s what the screen shows", async (kind, content, words) => {
    const hall = await busyHall();
    const { page } = stage.page(await hall.screen());
    const id = await hall.publish({ kind, ...content });
    const hangs = page.locator("ld-lobby-screen");
    await place(hangs, kind).waitFor();
    const console = await openConsole(hall, `#content/${id}`);
    await place(wall(console), kind).waitFor();
    await expect.poll(() => told(place(wall(console), kind))).toBe(await told(place(hangs, kind)));
    expect(await told(place(hangs, kind))).toContain(words);
    // All around it too: the head, the calls, and who should be ready.
    for (const part of ["header", "ld-call-board", ".ready"])
      expect(await told(wall(console).locator(part))).toBe(await told(hangs.locator(part)));
    const { width, height } = (await page.locator("ld-content-stage").boundingBox()) ?? { width: 0, height: 0 };
    const room = await wall(console)
      .locator("ld-content-stage")
      .evaluate((element) => [element.clientWidth, element.clientHeight]);
    expect(room).toEqual([Math.round(width), Math.round(height)]);
  });

  it("shows a picture, and its caption in the hall's two languages", async () => {
    const hall = await busyHall();
    const bytes = await sharp({ create: { width: 640, height: 360, channels: 3, background: "#2b6e5e" } })
      .png()
      .toBuffer();
    const { id: media, sha256 } = await aFileOf(hall, bytes, { kind: "image", type: "image/png" });
    const { page } = stage.page(await hall.screen({ layout: "content-only" }, { isUnkept: true }));
    await serves(page, new Map([[sha256, bytes]]));
    const id = await hall.publish({ kind: "image", title, body: plain, media });
    const { page: console } = await stage.newPage({ viewport: { width: 1366, height: 768 } });
    await serves(console, new Map([[sha256, bytes]]));
    await console.goto(`${hall.url}/console/#content/${id}`);
    await signIn(console);
    await place(wall(console), "image").waitFor();
    await place(page.locator("ld-lobby-screen"), "image").waitFor();
    const hangs = await told(place(page.locator("ld-lobby-screen"), "image"));
    expect(hangs).toBe("640×360|请带身份证|Bring your ID card");
    expect(await told(place(wall(console), "image"))).toBe(hangs);
  });

  it("is of the screen that is chosen, its layout and the way up it hangs", async () => {
    const hall = await busyHall();
    const upright = await hall.desk.device("screen", { name: "竖屏" });
    const settings = { layout: "content-only", orientation: "portrait", sizeInches: 55, viewingMetres: 3 };
    const { id: device } = expected(await upright.get<{ id: string }>("/api/devices/self"), 200);
    expected(await hall.manager.ask("PUT", `/api/screens/${device}`, { body: settings }), 200);
    const console = await openConsole(hall, "#content/new-notice");
    await console.getByRole("textbox", { name: "简体中文 标题" }).fill("停电通知");
    await console.getByRole("textbox", { name: "简体中文 正文" }).fill("周三停电");
    await place(wall(console), "notice").getByText("周三停电").waitFor();
    await expect
      .poll(() => console.frame({ url: /preview/ })?.evaluate(() => [innerWidth, innerHeight]))
      .toEqual([1080, 1920]);
    expect(await wall(console).locator("ld-call-board").count()).toBe(0);
  });

  it("stands in a hall at rest too, with figures that it says are examples", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    hall.hub.clock.advance({ minutes: 720 });
    const { id } = expected(
      await hall.editor.post<Item>("/api/items", { kind: "waiting", title: { zh: "等候情况", en: "Waiting" } }),
      201,
    );
    const console = await openConsole(hall, `#content/${id}`);
    await place(wall(console), "waiting").getByText("8位").first().waitFor();
    await console.getByText("预览里的号码和人数是举例").waitFor();
    await wall(console).locator("ld-call-board li").first().waitFor();
    expect(await wall(console).locator("ld-resting").count()).toBe(0);
  });

  it("takes no word from a page that is not the hub's own", async () => {
    const hall = await busyHall();
    const { page } = await stage.newPage({ viewport: { width: 800, height: 600 } });
    await page.goto(`${hall.url}/display/preview/`);
    await page.evaluate(() => window.dispatchEvent(new MessageEvent("message", { data: { wall: "wanted" } })));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.locator("ld-lobby-screen").count()).toBe(0);
  });
});
