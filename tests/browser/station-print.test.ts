import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { FakePrinter, type FakePrinterSwitches } from "../support/fake-printer.ts";
import { played, Stage } from "./stage.ts";
import { openStation, stationHall, tap, viewIs, type StationHall } from "./station-page.ts";

const stage = played(new Stage());
let hall: StationHall;
let printer: FakePrinter;
let page: Page;

/** A station whose printer behaves like this. */
async function begin(switches: Partial<FakePrinterSwitches> = {}): Promise<void> {
  printer = await FakePrinter.start(switches);
  hall = stage.hub(await stationHall());
  const manager = await hall.desk.manager();
  const body = { kind: "tcp", columns: 48, ...printer.address };
  expect((await manager.ask("PUT", `/api/devices/${hall.station.id}/printer`, { body })).status).toBe(200);
  ({ page } = stage.page(await openStation(stage.browser, hall)));
}
afterEach(async () => {
  await printer.turnOff();
});

async function seconds(count: number): Promise<void> {
  for (let second = 0; second < count; second++) await page.clock.runFor(1_000);
}

describe("a station with a printer", () => {
  it("asks to take the slip once it is printed, and goes back by itself", async () => {
    await begin();
    await tap(page, "[data-service=pension]");
    await page.locator("[data-slip=printed]").waitFor();
    await page.getByText("请取小票").waitFor();
    expect(printer.slips).toHaveLength(1);
    await seconds(16);
    await viewIs(page, "services");
  });

  it("says that the paper is out, keeps the number, and hands over the slip when there is paper again", async () => {
    await begin({ paper: "out" });
    await tap(page, "[data-service=pension]");
    await page.locator("[data-slip=no-paper]").waitFor();
    expect(await page.locator("[data-slip]").textContent()).toContain("没纸了");
    expect(await page.locator("[data-slip]").textContent()).toContain("S001有效");
    await seconds(100);
    await viewIs(page, "ticket");
    printer.switches.paper = "enough";
    await page.locator("[data-slip=printed]").waitFor();
    expect(printer.slips).toHaveLength(1);
  });

  it("says before the next resident taps that the printer is away", async () => {
    await begin();
    await printer.turnOff();
    await tap(page, "[data-service=pension]");
    await page.locator("[data-slip=not-printed]").waitFor();
    expect(await page.locator("[data-slip]").textContent()).toContain("S001有效");
    await tap(page, "[data-place=done]");
    await viewIs(page, "services");
    await page.getByText("打印机没连上").waitFor();
  });
});
