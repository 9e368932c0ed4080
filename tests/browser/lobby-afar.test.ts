/** What a technician asks of a screen from afar, and what a screen tells that misses something. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Screen } from "../../shared/wire/lobby.ts";
import { expected } from "../support/desk.ts";
import { aFileOf, contentHall, standing, type ContentHall } from "./content-page.ts";
import { until } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());
const notice = { kind: "notice", title: { zh: "停水通知", en: "" }, body: { zh: "明天停水", en: "" }, seconds: 20 };

async function screenOf({ manager }: ContentHall, id: string): Promise<Screen> {
  const { items } = expected(await manager.get<{ items: Screen[] }>("/api/screens"), 200);
  const found = items.find((screen) => screen.id === id);
  if (!found) throw new Error("the hub knows no such screen");
  return found;
}

/** How often a page was loaded from now on. */
function loadsOf(page: Page): { count: number } {
  const loads = { count: 0 };
  page.on("load", () => (loads.count += 1));
  return loads;
}

describe("a screen that is told to load anew", () => {
  it("does so once, and not again when its line is lost and comes back", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, id, line } = stage.page(await hall.screen({}, { isUnkept: true }));
    await page.getByText("还没有叫号").waitFor();
    const loads = loadsOf(page);
    const loaded = page.waitForEvent("load");
    await hall.manager.post(`/api/screens/${id}/reload`);
    await loaded;
    await page.getByText("还没有叫号").waitFor();
    await line.cut();
    await page.locator(".foot.stale").waitFor();
    line.mend();
    await page.locator(".foot.stale").waitFor({ state: "detached" });
    // What is told after all that was missed has come: nothing of it was the order.
    await hall.publish(notice);
    await page.locator("ld-text-face").waitFor();
    expect(loads.count).toBe(1);
    const again = page.waitForEvent("load");
    await hall.manager.post(`/api/screens/${id}/reload`);
    await again;
  });

  it("stays as it is where no page can be had", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, id } = stage.page(await hall.screen({}, { isUnkept: true }));
    await page.getByText("还没有叫号").waitFor();
    const loads = loadsOf(page);
    const asked = page.waitForRequest("**/display/");
    await page.route("**/display/", (route) => route.fulfill({ status: 503 }));
    await hall.manager.post(`/api/screens/${id}/reload`);
    await (await asked).response();
    await hall.publish(notice);
    await page.locator("ld-text-face").waitFor();
    expect(loads.count).toBe(0);
  });
});

describe("a screen that is asked for its name", () => {
  it("shows it over everything for half a minute, and then no more", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, id } = stage.page(await hall.screen());
    await page.getByText("还没有叫号").waitFor();
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1_000);
    await hall.manager.post(`/api/screens/${id}/identify`);
    const name = page.locator(".identify").getByText("大厅东屏");
    await name.waitFor();
    await page.clock.fastForward(29_000);
    expect(await name.isVisible()).toBe(true);
    await page.clock.fastForward(1_100);
    await name.waitFor({ state: "detached" });
  });
});

describe("a screen whose media is gone from the hub", () => {
  it("passes it over, tells of it, and is not blank, alone or among others", async () => {
    const hall = stage.hub(await contentHall(stage.browser));
    const { page, id } = stage.page(await hall.screen({ layout: "content-only" }));
    // Listed, and no such file on the disk: the hub answers that it has none.
    const file = await aFileOf(hall, Buffer.from("gone"), { kind: "image", type: "image/png" });
    const answer = page.waitForResponse(`**/media/${file.sha256}`);
    await hall.publish({ kind: "image", title: { zh: "海报", en: "" }, media: file.id, seconds: 5 });
    expect((await answer).status()).toBe(404);
    await page.locator("ld-lobby-side .page h2").waitFor();
    await until(page, async () => (await screenOf(hall, id)).alerts.includes("content-missing"));
    expect(await standing(page)).toBeNull();
    const item = await hall.publish(notice);
    await until(page, async () => (await standing(page)) === item);
    expect((await screenOf(hall, id)).alerts).toContain("content-missing");
  });
});
