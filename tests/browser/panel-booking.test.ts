import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Booking, BookingOfPerson } from "../../shared/wire/booking.ts";
import { expected } from "../support/desk.ts";
import { barriers } from "./barriers.ts";
import { hallWith, makeUser, panelStage, quickMisses, type PanelHall } from "./panel-page.ts";

const stage = panelStage();
const TEN = "2026-11-25T10:00:00.000+08:00";
const person = { name: "欧阳明日香", phone: "13912345678" };

async function atBookings(start = TEN): Promise<{ hall: PanelHall; page: Page; made: Booking }> {
  const hall = await stage.hall(hallWith(quickMisses));
  const made = expected(await hall.manager.post<Booking>("/api/bookings", { service: "medical", start, person }), 201);
  await makeUser(hall, "zhaolei", { role: "guide" });
  const page = await stage.open(hall, "zhaolei");
  await page.locator("[data-sheet=bookings]").click();
  await page.locator("ld-booking-list li").first().waitFor();
  return { hall, page, made };
}

const listed = async ({ manager }: PanelHall): Promise<BookingOfPerson[]> =>
  expected(await manager.get<{ items: BookingOfPerson[] }>("/api/bookings"), 200).items;

describe("bookings at the guide's desk", () => {
  it("are listed masked, found by what people know of theirs, and checked in with one press", async () => {
    const { hall, page, made } = await atBookings("2026-11-25T10:00:00+08:00");
    hall.hub.clock.set("2026-11-25T09:35:00+08:00");
    const list = page.locator("ld-booking-list ul");
    expect(await list.innerText()).toContain("欧****");
    expect(await list.innerText()).not.toContain(person.phone);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel(/预约号、姓名/).fill("0000");
    await page.keyboard.press("Enter");
    await page.getByText("没有预约").waitFor();
    await page.getByLabel(/预约号、姓名/).fill("5678");
    await page.keyboard.press("Enter");
    await page.locator(`[data-reference="${made.reference}"] [data-key=check-in]`).click();
    await page.locator("ld-ticket-sheet .number", { hasText: "Y001" }).waitFor();
    await page.getByText("已签到 Y001").waitFor();
    expect((await listed(hall))[0]?.state).toBe("checked-in");
  });

  it("are moved with one press on the new time, and given up after asking", async () => {
    const { hall, page, made } = await atBookings();
    const row = page.locator(`[data-reference="${made.reference}"]`);
    await row.locator("[data-key=move]").click();
    await row.locator('[data-start="2026-11-25T11:00:00.000+08:00"]').click();
    await row.locator(".when", { hasText: "11:00" }).waitFor();
    expect(await row.locator("ld-booking-change").count()).toBe(0);
    await row.locator("[data-key=cancel]").click();
    await row.getByText("取消11:00的预约").waitFor();
    expect(await barriers(page)).toEqual([]);
    await row.getByRole("button", { name: "确定取消" }).click();
    await row.getByText("已取消").waitFor();
    expect((await listed(hall)).map(({ start, state }) => [start.slice(11, 16), state])).toEqual([
      ["11:00", "cancelled"],
    ]);
  });

  it("say when somebody may check in who is too early", async () => {
    const { page } = await atBookings();
    await page.locator("[data-key=check-in]").click();
    await page.getByText("9:30起取号").waitFor();
  });

  it("are made for whoever stands there or calls, and why somebody cannot book is told", async () => {
    const { hall, page } = await atBookings();
    await page.getByLabel("预约业务").selectOption("medical");
    await page.locator("select[name=start]").locator(`option[value="${TEN}"]`).waitFor({ state: "attached" });
    await page.locator("select[name=start]").selectOption("2026-11-25T11:00:00.000+08:00");
    await page.getByLabel("姓名", { exact: true }).fill("李敏");
    await page.getByLabel("手机号", { exact: true }).fill(person.phone);
    await page.getByLabel("热线来电").check();
    const book = page.getByRole("button", { name: "预约", exact: true }).last();
    await book.click();
    await page.getByText(/此人此业务已有预约/).waitFor();
    await page.getByLabel("手机号", { exact: true }).fill("13800000000");
    await book.click();
    await page.getByText(/已约好/).waitFor();
    expect((await listed(hall)).map(({ start, channel }) => [start.slice(11, 16), channel])).toEqual([
      ["10:00", "desk"],
      ["11:00", "phone"],
    ]);
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("");
    expect(await barriers(page)).toEqual([]);
  });
});
