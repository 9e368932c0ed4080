import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriers } from "./barriers.ts";
import { hallWith, inHand, key, makeUser, nothingInHand, panelStage, quickMisses } from "./panel-page.ts";

const stage = panelStage();

describe("the panel on its glass", () => {
  it("is readable to everybody in each of its states", async () => {
    const hall = await stage.hall(hallWith(quickMisses));
    await makeUser(hall, "nobody-yet");
    const entrance = await stage.open(hall);
    await entrance.getByLabel("用户名").waitFor();
    expect(await barriers(entrance), "sign-in").toEqual([]);
    const choice = await stage.open(hall, "nobody-yet");
    await choice.locator("ld-counter-choice li").first().waitFor();
    expect(await barriers(choice), "choice of counter").toEqual([]);

    const page = await stage.clerkAt(hall, 3);
    expect(await barriers(page), "nobody waiting").toEqual([]);
    await hall.station.take("medical", { class: "statutory", reason: "serviceperson" });
    for (let count = 0; count < 4; count++) await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "Y001");
    expect(await barriers(page), "called").toEqual([]);
    await key(page, "Space");
    await page.getByRole("heading", { name: "Y001来了吗" }).waitFor();
    expect(await barriers(page), "the question").toEqual([]);
    await key(page, "n");
    await inHand(page, "called", "S001");
    await key(page, "s");
    await inHand(page, "serving", "S001");
    expect(await barriers(page), "serving").toEqual([]);
    await key(page, "t");
    await page.getByRole("heading", { name: "S001转到哪里" }).waitFor();
    expect(await barriers(page), "transfer").toEqual([]);
    await page.keyboard.press("Escape");
    await key(page, "p");
    await page.getByRole("heading", { name: "暂停办理" }).waitFor();
    expect(await barriers(page), "pause").toEqual([]);
    await page.keyboard.press("Escape");
    await key(page, "h");
    await nothingInHand(page);
    await page.locator("ld-waiting-list .row").first().click();
    expect(await barriers(page), "lists").toEqual([]);
  });

  it("stands on 1366 × 768 with nothing but its lists to scroll, and the big button at its size", async () => {
    const { hall, page } = await stage.atCounter3(quickMisses);
    for (let count = 0; count < 20; count++) await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1366, height: 640 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size);
      const room = await page.locator("ld-work-desk .hand").evaluate((hand) => ({
        over: hand.scrollHeight - hand.clientHeight,
        wide: document.documentElement.scrollWidth - window.innerWidth,
        high: document.documentElement.scrollHeight - window.innerHeight,
      }));
      expect(room, `${String(size.width)} × ${String(size.height)}`).toEqual({ over: 0, wide: 0, high: 0 });
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    const button = await page.getByRole("button", { name: /^下一位/ }).boundingBox();
    expect(button).toMatchObject({ width: 340, height: 120 });
    await key(page, "p");
    const over = await page.locator("ld-work-desk .hand").evaluate((hand) => hand.scrollHeight - hand.clientHeight);
    expect(over).toBe(0);
  });

  it("does not blink while a command is answered at once, and shows that one takes longer", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    const held: Route[] = [];
    await page.route("**/call-next", (route) => void held.push(route));
    const button = page.locator('button[aria-disabled="false"]', { hasText: "下一位" });
    /** How the button looks now, once it has come to rest, and how it will look at the moment it is turned off. */
    const looks = await button.evaluateHandle(async (element) => {
      const look = () => {
        const { backgroundColor, color, borderStyle } = getComputedStyle(element);
        return { backgroundColor, color, borderStyle };
      };
      await Promise.all(element.getAnimations().map((animation) => animation.finished));
      const atRest = look();
      const turnedOff = new Promise<typeof atRest>((resolve) => {
        new MutationObserver(() => {
          resolve(look());
        }).observe(element, { attributeFilter: ["aria-disabled"] });
      });
      return { atRest, turnedOff, look };
    });
    await key(page, "Space");
    const { atRest, turnedOff } = await looks.evaluate(async (seen) => ({ ...seen, turnedOff: await seen.turnedOff }));
    expect(turnedOff).toEqual(atRest);
    const now = () => looks.evaluate(({ look }) => look());
    await expect.poll(async () => (await now()).borderStyle).toBe("dashed");
    expect((await now()).backgroundColor).not.toBe(atRest.backgroundColor);
    await held[0]?.continue();
    await inHand(page, "called", "S001");
  });

  it.each([
    ["English", "Next"],
    ["繁體中文", "下一位"],
  ])("speaks %s when asked to", async (language, next) => {
    const { page } = await stage.atCounter3();
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: language }).click();
    await page.getByRole("button", { name: new RegExp(`^${next}`) }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: new RegExp(`^${next}`) }).waitFor();
  });
});
