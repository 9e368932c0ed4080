import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Booking } from "../../shared/wire/booking.ts";
import { launchBrowser } from "../support/browser.ts";
import { expected } from "../support/desk.ts";
import { forget } from "../support/hub.ts";
import { readsCode } from "./code-reader.ts";
import { barriers } from "./barriers.ts";
import { openStation, stationHall, tap, viewIs, type StationHall } from "./station-page.ts";
import type { OpenPage } from "./stage.ts";

const person = { name: "欧阳明日香", phone: "139 1234 5678", idNumber: "330102194901011234" };

let browser: Browser;
let hall: StationHall;
let open: OpenPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  hall = await stationHall();
});
afterEach(async () => {
  expect(open.faults).toEqual([]);
  await open.context.close();
  await hall.hub.stop();
  forget(hall.hub.data);
});

async function booked(start = "2026-11-25T10:00:00+08:00"): Promise<Booking> {
  return expected(
    await hall.desk.stranger().post<Booking>("/api/bookings", { service: "medical", start, person }),
    201,
  );
}

async function types(page: Page, digits: string): Promise<void> {
  await tap(page, "[data-place=check-in]");
  await viewIs(page, "check-in");
  await page.clock.runFor(1_010);
  for (const digit of digits) {
    await page.locator(`[data-key="${digit}"]`).tap();
    await page.clock.runFor(200);
  }
}

async function numberShown(page: Page): Promise<string | null> {
  await viewIs(page, "ticket");
  return page.locator("ld-ticket .number").getAttribute("data-number");
}

describe("a booking for 10:00 that comes at 9:35 to an idle window without its reference", () => {
  it("is checked in by the phone it was booked with, and called at once where nobody else waits", async () => {
    await booked();
    hall.hub.clock.set("2026-11-25T09:35:00+08:00");
    const clerk = await hall.desk.clerkAt(3);
    open = await openStation(browser, hall);
    const { page } = open;
    await types(page, "13912345678");
    expect(await page.locator(".typed").textContent()).toContain("139 •••• 5678");
    await tap(page, "[data-key=go]");
    expect(await numberShown(page)).toBe("Y001");
    const called = await clerk.next();
    expect([called.number, called.class, called.state]).toEqual(["Y001", "appointment", "called"]);
    await page.locator("ld-ticket .now").waitFor();
    expect(await page.locator("ld-ticket .now").textContent()).toBe("请到3号窗口");
  });
});

describe("checking in at the station", () => {
  it("takes a reference on the number pad, mistyped digits taken back", async () => {
    const { reference } = await booked();
    hall.hub.clock.set("2026-11-25T09:35:00+08:00");
    open = await openStation(browser, hall);
    const { page } = open;
    await types(page, reference.slice(0, 3));
    await page.locator('[data-key="0"]').tap();
    await page.clock.runFor(200);
    await page.locator("[data-key=erase]").tap();
    await page.clock.runFor(200);
    expect(await page.locator("[data-key=go]").isDisabled()).toBe(true);
    for (const digit of reference.slice(3)) {
      await page.locator(`[data-key="${digit}"]`).tap();
      await page.clock.runFor(200);
    }
    await tap(page, "[data-key=go]");
    expect(await numberShown(page)).toBe("Y001");
    expect(await page.locator("ld-ticket .fact", { hasText: "预约时间" }).innerText()).toContain("10:00");
  });

  it("lets a mistyped number be looked at again, and leaves it to nobody", async () => {
    await booked();
    hall.hub.clock.set("2026-11-25T09:35:00+08:00");
    open = await openStation(browser, hall);
    const { page } = open;
    await types(page, "13912345679");
    await tap(page, "[data-key=go]");
    await viewIs(page, "not-booked");
    expect(await page.locator("ld-message .detail").innerText()).toMatch(/请核对号码/);
    await tap(page, "[data-place=back]");
    await viewIs(page, "check-in");
    expect(await page.locator(".typed").textContent()).toContain("139 •••• 5679");
    await page.clock.runFor(60_000);
    await viewIs(page, "still-there");
    expect(await page.locator("ld-check-in .typed").textContent()).not.toContain("139");
  });

  it.each([
    ["the code on the phone", (made: Booking) => made.reference],
    ["an identity card", () => person.idNumber],
  ])("reads %s on whatever page it stands", async (_, code) => {
    const made = await booked();
    hall.hub.clock.set("2026-11-25T09:35:00+08:00");
    open = await openStation(browser, hall);
    const { page } = open;
    await readsCode(page, code(made));
    expect(await numberShown(page)).toBe("Y001");
  });

  it("says when to come to whoever is too early or comes on another day, and nobody is blamed", async () => {
    const { reference } = await booked("2026-11-25T11:00:00+08:00");
    open = await openStation(browser, hall);
    const { page } = open;
    await readsCode(page, reference);
    await viewIs(page, "refused");
    await page.getByText("未到时间").waitFor();
    expect(await page.locator("ld-message .detail").innerText()).toMatch(/您约11:00[\s\S]*10:30起取号/);
  });

  it.each(["portrait", "landscape"] as const)("has keys that everybody can hit and read: %s", async (glass) => {
    open = await openStation(browser, hall, { glass });
    const { page } = open;
    await tap(page, "[data-place=check-in]");
    await viewIs(page, "check-in");
    const keys = await page.locator(".pad .action").all();
    expect(keys).toHaveLength(12);
    for (const key of keys) {
      const box = await key.boundingBox();
      expect(box?.width ?? 0).toBeGreaterThan(120);
      expect(box?.height ?? 0).toBeGreaterThan(80);
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);
    // Zoom is switched off on purpose: the machine has its own large print.
    expect((await barriers(page)).filter((one) => !one.startsWith("meta-viewport"))).toEqual([]);
  });
});
