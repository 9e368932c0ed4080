import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import {
  clerkAt,
  hallWith,
  quickMisses,
  inHand,
  key,
  makeUser,
  nothingInHand,
  openPanel,
  panelHall,
} from "./panel-page.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** What axe finds wrong with the page as it stands. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the panel on its glass", () => {
  it("is readable to everybody in each of its states", async () => {
    const hall = await panelHall(hallWith(quickMisses));
    await makeUser(hall, "nobody-yet");
    const entrance = await openPanel(browser, hall);
    await entrance.page.getByLabel("用户名").waitFor();
    expect(await findings(entrance.page), "sign-in").toEqual([]);
    await entrance.context.close();
    const choice = await openPanel(browser, hall, "nobody-yet");
    await choice.page.locator("ld-counter-choice li").first().waitFor();
    expect(await findings(choice.page), "choice of counter").toEqual([]);
    await choice.context.close();

    const { page, context } = await clerkAt(browser, hall, 3);
    expect(await findings(page), "nobody waiting").toEqual([]);
    await hall.station.take("medical", { class: "statutory", reason: "serviceperson" });
    for (let count = 0; count < 4; count++) await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "Y001");
    expect(await findings(page), "called").toEqual([]);
    await key(page, "Space");
    await page.getByRole("heading", { name: "Y001来了吗" }).waitFor();
    expect(await findings(page), "the question").toEqual([]);
    await key(page, "n");
    await inHand(page, "called", "S001");
    await key(page, "s");
    await inHand(page, "serving", "S001");
    expect(await findings(page), "serving").toEqual([]);
    await key(page, "t");
    await page.getByRole("heading", { name: "S001转到哪里" }).waitFor();
    expect(await findings(page), "transfer").toEqual([]);
    await page.keyboard.press("Escape");
    await key(page, "p");
    await page.getByRole("heading", { name: "暂停办理" }).waitFor();
    expect(await findings(page), "pause").toEqual([]);
    await page.keyboard.press("Escape");
    await key(page, "h");
    await nothingInHand(page);
    await page.locator("ld-waiting-list .row").first().click();
    expect(await findings(page), "lists").toEqual([]);
    await context.close();
    await hall.hub.stop();
  });

  it("stands on 1366 × 768 with nothing but its lists to scroll, and the big button at its size", async () => {
    const hall = await panelHall(hallWith(quickMisses));
    const { page, context } = await clerkAt(browser, hall, 3);
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
    await context.close();
    await hall.hub.stop();
  });

  it.each([
    ["English", "Next"],
    ["繁體中文", "下一位"],
  ])("speaks %s when asked to", async (language, next) => {
    const hall = await panelHall();
    const { page, context } = await clerkAt(browser, hall, 3);
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: language }).click();
    await page.getByRole("button", { name: new RegExp(`^${next}`) }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: new RegExp(`^${next}`) }).waitFor();
    await context.close();
    await hall.hub.stop();
  });
});
