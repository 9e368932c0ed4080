import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchOldBrowser, oldVersions } from "../support/old-chromium.ts";
import { clerkWithNumbers, lobbyHall, pairedToken, type LobbyHall } from "./lobby-page.ts";
import { Stage } from "./stage.ts";
import { glasses } from "./station-page.ts";

describe.each(oldVersions)("in Chromium %i", (version) => {
  const stage = new Stage({ start: () => launchOldBrowser(version) });
  beforeAll(() => stage.begin());
  afterEach(() => stage.clear());
  afterAll(() => stage.end());

  async function lobby(hall: LobbyHall, viewport: { width: number; height: number }): Promise<Page> {
    const { page } = await stage.newPage({ viewport });
    await keep(page, "screen", await pairedToken(hall.desk, "screen"));
    await page.goto(`${hall.url}/display/`);
    await page.getByText("还没有叫号").waitFor();
    return page;
  }

  it("a lobby screen pairs by its code, then shows the hall", async () => {
    const hall = stage.hub(await lobbyHall());
    const { page } = await stage.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`${hall.url}/display/`);
    const code = await page.locator("p.code").getAttribute("aria-label");
    const manager = await hall.desk.manager();
    const { body } = await manager.get<{ items: { id: string; state: string }[] }>("/api/devices");
    const waiting = body.items.find(({ state }) => state === "pending");
    const approved = await manager.post(`/api/devices/${waiting?.id ?? ""}/approve`, { code, name: "大厅" });
    expect(approved.status).toBe(200);
    await page.getByText("还没有叫号").waitFor();
  });

  it.each([
    { width: 1920, height: 1080 },
    { width: 1080, height: 1920 },
  ])(
    "a lobby screen of $width x $height shows calls made at one instant, and nothing runs over its edge",
    async (glass) => {
      const hall = stage.hub(await lobbyHall());
      const page = await lobby(hall, glass);
      const clerks = [
        await clerkWithNumbers(hall, { counter: 2, service: "pension" }),
        await clerkWithNumbers(hall, { counter: 3, service: "medical" }),
      ];
      await Promise.all(clerks.map((clerk) => clerk.next()));
      for (const number of ["S001", "Y001"]) await page.locator(`ld-call-board li[data-number=${number}]`).waitFor();
      expect(await page.evaluate(isWithinTheGlass)).toBe(true);
    },
  );

  it("a lobby screen says when its calls may be old, and catches up once the hub is back", async () => {
    const hall = stage.hub(await lobbyHall());
    const page = await lobby(hall, { width: 1920, height: 1080 });
    const clerk = await clerkWithNumbers(hall, { counter: 2, service: "pension", count: 2 });
    await clerk.next();
    await page.locator("ld-call-board li[data-number=S001]").waitFor();
    await stage.restart(hall, async () => {
      await page.locator(".foot.stale").waitFor();
    });
    await page.locator(".foot.stale").waitFor({ state: "detached" });
    expect(await page.locator("ld-call-board li").count()).toBe(1);
  });

  it.each(["portrait", "landscape"] as const)(
    "a %s station gives a number with one tap and shows it",
    async (glass) => {
      const hall = stage.hub(await lobbyHall());
      const { page } = await stage.newPage({ viewport: glasses[glass], hasTouch: true });
      const station = await hall.desk.station();
      await keep(page, "station", (station.headers["authorization"] ?? "").replace("Bearer ", ""));
      await page.goto(`${hall.url}/station/`);
      await page.locator("[data-service=pension]").first().tap();
      await page.locator("[data-view=ticket]").first().waitFor();
      await page.getByText("S001").first().waitFor();
      expect(await page.evaluate(isWithinTheGlass)).toBe(true);
      const { body } = await station.get<{ services: { id: string; waiting: number }[] }>("/api/hall");
      expect(body.services.find(({ id }) => id === "pension")?.waiting).toBe(1);
    },
  );
});

/** Puts a device's token where its page looks for it. */
async function keep(page: Page, kind: string, token: string): Promise<void> {
  await page.addInitScript(([name, kept]) => localStorage.setItem(name, kept), [
    `lundao.device.${kind}`,
    token,
  ] as const);
}

/** Whether the page needs no scrolling in either direction. */
function isWithinTheGlass(): boolean {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
}
