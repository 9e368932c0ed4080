import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { expected } from "../support/desk.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import { startHub } from "../support/hub.ts";
import { openStation, stationHall, tap, viewIs } from "./station-page.ts";

interface List {
  readonly items: readonly unknown[];
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe("a station whose hub goes away", () => {
  it("says so calmly, and is back by itself", async () => {
    const hall = await stationHall();
    const { page, context, faults } = await openStation(browser, hall);
    const port = Number(new URL(hall.url).port);
    await hall.hub.stop();
    for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    await viewIs(page, "away");
    await page.getByText("取号机连不上").waitFor();
    const again = await startHub({ data: hall.hub.data, clock: hall.hub.clock });
    await again.app.listen({ host: "127.0.0.1", port });
    await viewIs(page, "services");
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    expect(faults).toEqual([]);
    await context.close();
    await again.stop();
  });

  it("keeps a number that was not noted yet on the glass", async () => {
    const hall = await stationHall();
    const { page, context } = await openStation(browser, hall);
    await tap(page, "[data-service=pension]");
    await page.locator("[data-slip=on-screen]").waitFor();
    await hall.hub.stop();
    for (let second = 0; second < 180; second++) await page.clock.runFor(1_000);
    expect(await page.locator("[data-number]").textContent()).toBe("S001");
    await tap(page, "[data-place=done]");
    await viewIs(page, "away");
    await context.close();
  });

  it("gives one number for one tap, also when the hub is away in between", async () => {
    const hall = await stationHall();
    const { page, context } = await openStation(browser, hall);
    const port = Number(new URL(hall.url).port);
    // The page's time stands while the hub stops: on a slow machine that outlasts the page's patience.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5_000);
    await hall.hub.stop();
    await tap(page, "[data-service=pension]");
    await viewIs(page, "taking");
    await page.clock.resume();
    const again = await startHub({ data: hall.hub.data, clock: hall.hub.clock });
    await again.app.listen({ host: "127.0.0.1", port });
    await viewIs(page, "ticket");
    expect(await page.locator("[data-number]").textContent()).toBe("S001");
    await context.close();
    await again.stop();
  });
});

describe("a tap whose answer is lost on its way", () => {
  it("shows one number, and the slip that came out meanwhile", async () => {
    const printer = await FakePrinter.start({});
    const hall = await stationHall();
    const manager = await hall.desk.manager();
    const body = { kind: "tcp", columns: 48, ...printer.address };
    expected(await manager.ask("PUT", `/api/devices/${hall.station.id}/printer`, { body }), 200);
    const { page, context, faults } = await openStation(browser, hall);
    const printed = async () => (await manager.get<List>("/api/print-jobs?state=printed")).body.items.length;
    await page.route(
      "**/api/tickets",
      async (route) => {
        await route.fetch();
        await vi.waitUntil(async () => (await printed()) === 1, 10_000);
        await route.abort();
      },
      { times: 1 },
    );
    await tap(page, "[data-service=pension]");
    await page.locator("[data-slip=printed]").waitFor();
    expect(await page.locator("[data-number]").textContent()).toBe("S001");
    expect(printer.slips).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
    await printer.turnOff();
  });

  it("says that it does not know, and gives that number to the next tap for the same", async () => {
    const hall = await stationHall();
    const { page, context, faults } = await openStation(browser, hall);
    await page.route("**/api/tickets", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await tap(page, "[data-service=pension]");
    await viewIs(page, "taking");
    for (let second = 0; second < 12; second++) await page.clock.runFor(1_000);
    await viewIs(page, "unsure");
    await page.getByText("不知道是否取到号").waitFor();
    await page.getByText("请到咨询台").waitFor();
    await page.unroute("**/api/tickets");
    await tap(page, "[data-place=back]");
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    expect(await page.locator("[data-number]").textContent()).toBe("S001");
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });
});

describe("a station that is new to the hall", () => {
  it("shows six digits, and gives numbers once the manager has typed them", async () => {
    const hall = await stationHall();
    const { page, context, faults } = await openStation(browser, hall, { isPaired: false });
    const shown = page.locator("ld-pairing .code");
    await shown.waitFor();
    const code = (await shown.textContent())?.replace(/\D/g, "") ?? "";
    expect(code).toMatch(/^\d{6}$/);
    const manager = await hall.desk.manager();
    const devices = (await manager.get<{ items: { id: string; state: string }[] }>("/api/devices")).body.items;
    const pending = devices.find(({ state }) => state === "pending");
    await manager.post(`/api/devices/${pending?.id ?? ""}/approve`, { code });
    await viewIs(page, "services");
    await page.reload();
    await viewIs(page, "services");
    expect(faults).toEqual([]);
    await context.close();
    await hall.hub.stop();
  });

  it("asks to be paired again once the manager has cut it off", async () => {
    const hall = await stationHall();
    const { page, context } = await openStation(browser, hall);
    await (await hall.desk.manager()).ask("DELETE", `/api/devices/${hall.station.id}`);
    await page.locator("ld-pairing .code").waitFor();
    await context.close();
    await hall.hub.stop();
  });
});
