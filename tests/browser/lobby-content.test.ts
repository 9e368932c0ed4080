import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { clerkWithNumbers, stands, until } from "./lobby-page.ts";
import { aFileOf, contentHall, serves, standing } from "./content-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());
/** Waits until something of a kind stands on the glass, and answers what. */
async function standingKind(page: Page, kind: string): Promise<string | null> {
  const layer = page.locator(`.layer.on[data-kind=${kind}]`);
  await layer.waitFor();
  return layer.getAttribute("data-item");
}

const notice = {
  kind: "notice",
  title: { zh: "停水通知", en: "Water" },
  body: { zh: "明天上午**停水**", en: "No water tomorrow" },
  seconds: 20,
};

describe("a lobby screen with content of its hall", () => {
  it("shows it beside the calls, and gives it up within a second of its withdrawal", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page } = stage.page(await hall.screen());
    await page.getByText("还没有叫号").waitFor();
    const id = await hall.publish(notice);
    await page.locator("ld-text-face strong").getByText("停水").waitFor();
    expect(await standing(page)).toBe(id);
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
    const before = await page.locator("ld-content-stage").boundingBox();
    await clerk.next();
    await stands(page, "S001");
    expect(await page.locator("ld-content-stage").boundingBox()).toEqual(before);
    await page.locator(".foot").getByText("2位").waitFor();
    const asked = Date.now();
    await hall.manager.post(`/api/items/${id}/withdraw`);
    await page.locator("ld-text-face").waitFor({ state: "detached" });
    expect(Date.now() - asked).toBeLessThan(1_000);
    await page.locator("ld-lobby-side .page h2").waitFor();
  });

  it("gives the glass to a call at once, holds what stands below, and gives it back", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    await hall.publish(notice);
    const { page } = stage.page(await hall.screen({ layout: "calls-over-content" }));
    await page.locator("ld-text-face").getByText("停水", { exact: true }).waitFor();
    expect(await page.locator("header").count()).toBe(0);
    const glass = await page.locator("ld-content-stage").boundingBox();
    expect(glass?.width).toBe(1920);
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 3 });
    await clerk.next();
    await stands(page, "S001");
    expect((await page.locator(".calls").boundingBox())?.width).toBe(1920);
    await page.locator(".foot.slim").getByText("请准备 S002").waitFor();
    expect(await page.locator("ld-content-stage").boundingBox()).toEqual(glass);
    const seen = await page.evaluate(() => document.documentElement.dataset["paintedSeq"]);
    expect(seen).toBe(await page.locator("ld-call-board li").getAttribute("data-seq"));
    hall.hub.clock.advance({ seconds: 40 });
    await page.locator("ld-call-board").waitFor({ state: "detached" });
    await page.locator("ld-text-face").getByText("停水", { exact: true }).waitFor();
  });

  it("shows no call at all where its layout has none, and says none", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    await hall.publish(notice);
    const { page } = stage.page(await hall.screen({ layout: "content-only" }));
    await page.locator("ld-text-face").waitFor();
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension" });
    await clerk.next();
    await page.locator("ld-lobby-screen header").getByText("9:00", { exact: true }).waitFor();
    expect([await page.locator("ld-call-board").count(), await page.locator(".foot").count()]).toEqual([0, 0]);
    expect(await page.evaluate(() => (window as unknown as { sounds: unknown[] }).sounds)).toEqual([]);
  });

  it("shows the calls of its own area alone where it is set so, as soon as it is", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, id } = stage.page(await hall.screen());
    const clerks = [
      await clerkWithNumbers(hall, { counter: 2, service: "pension" }),
      await clerkWithNumbers(hall, { counter: 7, service: "proof" }),
    ];
    for (const clerk of clerks) await clerk.next();
    await stands(page, "S001");
    await page.locator("ld-call-board li").nth(1).waitFor();
    const areas = await hall.manager.get<{ counters: { number: number; area: string }[] }>("/api/hall");
    const area = areas.body.counters.find(({ number }) => number === 2)?.area;
    const other = areas.body.counters.find(({ number }) => number === 7)?.area;
    await hall.manager.ask("PUT", `/api/screens/${id}`, { body: { area, ownCallsOnly: true } });
    await until(page, async () => (await page.locator("ld-call-board li").count()) === (area === other ? 2 : 1));
    await stands(page, "S001");
  });

  it.each(["calls-beside-content", "content-only"] as const)(
    "shows the code for phones among its items, whole and large: %s",
    async (layout) => {
      const hall = stage.hub(await contentHall(stage.browser, "https://hall.example"));
      const clock = await hall.publish({ kind: "clock", title: { zh: "时钟", en: "Clock" }, seconds: 3 });
      const { page } = stage.page(await hall.screen({ layout }));
      expect(await standingKind(page, "clock")).toBe(clock);
      expect(await standingKind(page, "qr")).toMatch(/^join-code/);
      const card = page.locator(".layer.on[data-kind=qr]");
      await card.getByText("手机扫码取号").waitFor();
      const code = card.locator("ld-qr-code");
      expect(await code.getAttribute("text")).toMatch(/^https:\/\/hall\.example\/m\/\?join=/);
      const [whole, room] = [await code.boundingBox(), await card.boundingBox()];
      expect((whole?.y ?? 0) >= (room?.y ?? 1)).toBe(true);
      expect((whole?.height ?? 0) / Math.min(room?.height ?? 1, room?.width ?? 1)).toBeGreaterThan(0.4);
    },
  );

  it("pages what does not fit, cuts nothing off, and runs nothing that a notice bears", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const lines = Array.from({ length: 30 }, (_, index) => `第${String(index + 1)}条,请带好身份证和户口簿`);
    const body = { zh: [...lines, "<img src=x onerror=document.title='hit'>"].join("\n\n"), en: "" };
    await hall.publish({ ...notice, body });
    const { page } = stage.page(await hall.screen({ layout: "content-only" }));
    await page.locator("ld-text-face .turns").waitFor();
    const told = await page.locator("ld-text-face .flow").evaluate((flow) => {
      const page = flow.getBoundingClientRect();
      const window = flow.parentElement?.getBoundingClientRect() ?? page;
      const boxes = [...flow.querySelectorAll("p")].flatMap((line) => [...line.getClientRects()]);
      const outside = boxes.filter(({ top, bottom }) => top < window.top - 1 || bottom > window.bottom + 1);
      return {
        outside: outside.length,
        pages: flow.scrollWidth > 2 * page.width,
        images: flow.querySelectorAll("img").length,
      };
    });
    expect(told).toEqual({ outside: 0, pages: true, images: 0 });
    expect(await page.title()).not.toBe("hit");
  });

  it("turns to every page of what does not fit, and begins again", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const lines = Array.from({ length: 24 }, (_, index) => `第${String(index + 1)}条,请带好身份证和户口簿`);
    await hall.publish({ ...notice, body: { zh: lines.join("\n\n"), en: "" } });
    const { page } = stage.page(await hall.screen({ layout: "content-only" }));
    await page.locator("ld-text-face .turns .here").waitFor();
    await page.clock.install();
    await page.reload();
    await page.locator("ld-text-face .turns .here").waitFor();
    const turns = page.locator("ld-text-face .turns");
    const shown = () => turns.evaluate((row) => [...row.children].findIndex((dot) => dot.classList.contains("here")));
    const pages = await turns.locator("i").count();
    const seen = [await shown()];
    while (seen.length < 400 && !(seen.includes(pages - 1) && seen[seen.length - 1] === 0)) {
      await page.clock.runFor(1_000);
      const now = await shown();
      if (now !== seen[seen.length - 1]) seen.push(now);
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen).toEqual([...Array.from({ length: pages }, (_, index) => index), 0]);
  });

  it("puts a picture on the glass only once it is decoded, and passes over one that is broken", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const good = await sharp({ create: { width: 640, height: 360, channels: 3, background: "#2b6e5e" } })
      .png()
      .toBuffer();
    const broken = Buffer.from("no picture at all");
    const files = [];
    for (const bytes of [broken, good]) files.push(await aFileOf(hall, bytes, { kind: "image", type: "image/png" }));
    const { page, id } = stage.page(await hall.screen({ layout: "content-only" }, { isUnkept: true }));
    await serves(page, new Map(files.map(({ sha256 }, index) => [sha256, [broken, good][index] ?? broken])));
    for (const [index, file] of files.entries())
      await hall.publish({ kind: "image", title: { zh: `图${String(index)}`, en: "" }, media: file.id, seconds: 3 });
    await page.locator(".layer.on img").waitFor();
    const shown = await page
      .locator(".layer.on img")
      .evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth]);
    expect(shown).toEqual([true, 640]);
    await until(page, async () => {
      const { body } = await hall.manager.get<{
        items: { id: string; health: { cache: { missing: number } | null } }[];
      }>("/api/screens");
      return body.items.find((screen) => screen.id === id)?.health.cache?.missing === 1;
    });
  });

  it("shows its name when it is asked for it, and tells how it is and what it has shown", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const item = await hall.publish(notice);
    const { page, id } = stage.page(await hall.screen());
    await page.locator("ld-text-face").waitFor();
    await hall.manager.post(`/api/screens/${id}/identify`);
    await page.locator(".identify").getByText("大厅东屏").waitFor();
    const health = async () => {
      const { body } = await hall.manager.get<{ items: { id: string; health: Record<string, unknown> }[] }>(
        "/api/screens",
      );
      return body.items.find((screen) => screen.id === id)?.health ?? {};
    };
    await until(page, async () => (await health())["showing"] === item);
    expect(await health()).toMatchObject({
      sound: "on",
      cache: { missing: 0 },
      browser: expect.stringContaining("Chrome/") as string,
    });
    expect((await health())["paintedAt"]).not.toBeNull();
    await page.reload();
    const plays = async () =>
      (await hall.manager.get<{ items: { item: string; plays: number }[] }>("/api/plays")).body.items;
    await until(page, async () => (await plays()).length > 0);
    expect(await plays()).toMatchObject([{ item }]);
  });
});
