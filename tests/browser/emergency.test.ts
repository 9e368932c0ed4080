import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contrast } from "../support/contrast.ts";
import { LiveClient } from "../support/live-client.ts";
import { openScreen, pairedToken, sayings, until, clerkWithNumbers, lobbyHall, type LobbyHall } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";
import { openPhone } from "./phone-page.ts";
import { openStation, stationHall } from "./station-page.ts";

const stage = played(new Stage());

const raise = async ({ guide }: Pick<LobbyHall, "guide">, body: object = {}) =>
  expect((await guide.post("/api/emergency", { template: "fire", minutes: 30, ...body })).status).toBe(201);
const clear = async ({ guide }: Pick<LobbyHall, "guide">) =>
  expect((await guide.ask("DELETE", "/api/emergency")).status).toBe(204);

const over = (page: Page, kind: "leave" | "heed" | "clear") => page.locator(`[data-emergency=${kind}]`).waitFor();
const isOver = async (page: Page) => (await page.locator("[data-emergency]").count()) > 0;

/** `rgb(1, 2, 3)` as `#010203`. */
function hex(colour = ""): string {
  return `#${[...colour.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

describe("an emergency on the screens", () => {
  const lobby = async (kind: "screen" | "counter-screen" = "screen", path = "/display/") => {
    const hall = stage.hub(await lobbyHall());
    const token = await pairedToken(hall.desk, kind);
    const opened = stage.page(await openScreen(stage.browser, { url: hall.url, token }, { kind, path }));
    return { hall, ...opened };
  };

  it("takes the whole glass, is said, lists the calls made meanwhile and gives way after the all-clear", async () => {
    const { hall, page } = await lobby();
    await page.getByText("还没有叫号").waitFor();
    await raise(hall);
    await over(page, "leave");
    expect(await page.locator("ld-emergency-page h1").first().innerText()).toContain("请立即离开大厅");
    expect(await page.locator("ld-call-board").count()).toBe(0);
    await until(page, async () => (await sayings(page)).some((said) => said.startsWith("请注意。请立即离开大厅")));
    const clerk = await clerkWithNumbers(hall, { counter: 4, service: "household" });
    const { number } = await clerk.next();
    await page.locator(".beneath", { hasText: number }).waitFor();
    await until(page, async () => (await sayings(page)).some((said) => said.includes("四号窗口")));
    await clear(hall);
    await over(page, "clear");
    await until(page, async () => (await sayings(page)).some((said) => said.startsWith("警报已解除")));
    hall.hub.clock.advance({ seconds: 21 });
    await until(page, async () => !(await isOver(page)));
    await page.locator(`ld-call-board li[data-number=${number}]`).waitFor();
  });

  it("has its sign above its words on a tall page, also where the page itself was turned", async () => {
    const { hall, page } = await lobby();
    await raise(hall);
    await over(page, "leave");
    const float = () => page.locator("ld-emergency-page .sign").evaluate((sign) => getComputedStyle(sign).float);
    expect(await float()).toBe("left");
    const manager = await hall.desk.manager();
    const { body } = await manager.get<{ items: { id: string }[] }>("/api/screens");
    await manager.ask("PUT", `/api/screens/${body.items[0]?.id ?? ""}`, { body: { orientation: "portrait" } });
    await page.locator("ld-lobby-screen[turned]").waitFor();
    await until(page, async () => (await float()) === "none");
  });

  it("reports a call at its foot as shown", async () => {
    const { hall, page } = await lobby();
    await raise(hall);
    await over(page, "leave");
    const clerk = await clerkWithNumbers(hall, { counter: 4, service: "household" });
    const watching = await LiveClient.open(hall.url, { headers: hall.guide.headers });
    watching.watch("counter/4");
    await watching.until(({ t }) => t === "snapshot");
    const { number } = await clerk.next();
    const shown = await watching.until(({ event }) => event?.type === "shown" || event?.type === "not-shown");
    expect(shown.event).toMatchObject({ type: "shown", number, screens: 1 });
    watching.close();
  });

  it("stays while the hub is gone, and says since when", async () => {
    const { hall, page, line } = await lobby();
    await raise(hall, { minutes: 1 });
    await over(page, "leave");
    await line.cut();
    await page.locator(".beneath", { hasText: "与中枢断开" }).waitFor();
    expect(await isOver(page)).toBe(true);
  });

  it("goes over a counter's own screen too, and over no counter's that stands in another area", async () => {
    const hall = stage.hub(await lobbyHall());
    const screens = [];
    for (const counter of [4, 8]) {
      const device = await hall.desk.device("counter-screen", { counter });
      const token = (device.headers["authorization"] ?? "").replace("Bearer ", "");
      const options = { kind: "counter-screen", path: "/display/counter/" } as const;
      screens.push(stage.page(await openScreen(stage.browser, { url: hall.url, token }, options)).page);
    }
    const [main, desk] = screens;
    if (!main || !desk) throw new Error("two screens");
    for (const page of screens) await page.locator("[data-state]").waitFor();
    await raise(hall, { template: "medical", areas: ["desk"] });
    await over(desk, "heed");
    expect(await isOver(main)).toBe(false);
    await raise(hall, { template: "medical" });
    await over(main, "heed");
  });

  it("is at least 7:1 in contrast and never flashes faster than every other second", async () => {
    const { hall, page } = await lobby();
    await raise(hall);
    await over(page, "leave");
    const [ink, ground] = await page.locator("ld-emergency-page .over").evaluate((section) => {
      const { color, backgroundColor } = getComputedStyle(section);
      return [color, backgroundColor];
    });
    expect(contrast(hex(ink), hex(ground))).toBeGreaterThanOrEqual(7);
    const turns = await page.locator("ld-emergency-page .over").evaluate(
      (section) =>
        new Promise<number>((resolve) => {
          let count = 0;
          new MutationObserver(() => (count += 1)).observe(section, { attributeFilter: ["class"] });
          setTimeout(() => resolve(count), 3_000);
        }),
    );
    expect(turns).toBeLessThanOrEqual(4);
  });
});

describe("an emergency at the station", () => {
  const station = async (glass: "portrait" | "landscape") => {
    const hall = stage.hub(await stationHall());
    const guide = await hall.desk.staff("guide");
    const { page } = stage.page(await openStation(stage.browser, hall, { glass }));
    return { hall: { ...hall, guide }, page };
  };

  it.each(["portrait", "landscape"] as const)(
    "takes the whole glass where residents are to leave, and gives no number: %s",
    async (glass) => {
      const { hall, page } = await station(glass);
      await raise(hall);
      await over(page, "leave");
      await page.getByText("现在不取号").waitFor();
      expect(await page.locator(".tile").count()).toBe(0);
      await clear(hall);
      await page.locator("main[data-view=services] .tile").first().waitFor();
      await page.getByText("警报已解除").waitFor();
    },
  );

  it("stands over the pages in any other, and numbers are still given", async () => {
    const { hall, page } = await station("landscape");
    await raise(hall, { template: "medical" });
    await page.locator("ld-emergency-band", { hasText: "现场需要医护帮助" }).waitFor();
    await page.clock.runFor(1_010);
    await page.locator(".tile").first().tap();
    await page.locator("[data-view=ticket], [data-view=ask]").first().waitFor();
    const inside = await page.locator("main").evaluate((main) => main.getBoundingClientRect().bottom <= innerHeight);
    expect(inside).toBe(true);
  });

  it("keeps the number that stood on the glass on it", async () => {
    const { hall, page } = await station("portrait");
    await page.clock.runFor(1_010);
    await page.locator(".tile").first().tap();
    await page.locator("[data-view=ticket]").first().waitFor();
    await raise(hall);
    await over(page, "leave");
    await page.locator(".own-number", { hasText: /您的号 [A-Z]+001/ }).waitFor();
    await clear(hall);
    await page.locator("[data-view=ticket]").first().waitFor();
  });
});

describe("an emergency on a resident's phone", () => {
  it("stands over the ticket, found there or told, and gives way to the all-clear", async () => {
    const hall = stage.hub(await lobbyHall());
    const { token } = await hall.guide.take("household");
    await raise(hall, { template: "medical" });
    const { page } = stage.page(await openPhone(stage.browser, `${hall.url}/m/t/${token}`));
    const band = (text: string) => page.locator("ld-emergency-band", { hasText: text }).waitFor();
    await band("现场需要医护帮助");
    await page.locator("ld-phone-ticket", { hasText: "H001" }).waitFor();
    await raise(hall);
    await band("请立即离开大厅");
    await clear(hall);
    await band("警报已解除");
  });
});
