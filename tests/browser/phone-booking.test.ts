import { beforeEach, describe, expect, it } from "vitest";
import type { Booking, BookingOfPerson } from "../../shared/wire/booking.ts";
import { expected } from "../support/desk.ts";
import { barriers } from "./barriers.ts";
import { clippedAt, phoneStage, says, type PhoneHall } from "./phone-page.ts";
import type { OpenPage } from "./stage.ts";

const person = { name: "欧阳明日香", phone: "13912345678" };
const TEN = "2026-11-25T10:00:00.000+08:00";
const ELEVEN = "2026-11-25T11:00:00.000+08:00";

const stage = phoneStage();
let hall: PhoneHall;
let phone: OpenPage;

beforeEach(async () => {
  hall = await stage.hall();
});

const listed = async (): Promise<BookingOfPerson[]> =>
  expected(await hall.guide.get<{ items: BookingOfPerson[] }>("/api/bookings"), 200).items;
const booked = async (start = TEN): Promise<Booking> =>
  expected(await hall.desk.stranger().post<Booking>("/api/bookings", { service: "medical", start, person }), 201);

/** Others book a time until it has no room. */
async function fillSlot(start: string): Promise<void> {
  let status = 201;
  for (let phone = 13700000000; status === 201; phone += 1) {
    const theirs = { name: "别人", phone: String(phone) };
    ({ status } = await hall.desk.stranger().post("/api/bookings", { service: "medical", start, person: theirs }));
  }
  expect(status).toBe(409);
}

describe("booking by phone", () => {
  it("goes from the service to a time to whoever is coming, and leaves the number on the page", async () => {
    phone = await stage.phone(`${hall.url}/m/`);
    const { page } = phone;
    await page.locator('a[href="#book"]').click();
    await page.locator('a[href="#book/medical"]').click();
    expect(await barriers(page)).toEqual([]);
    await page.locator(`[data-start="${TEN}"]`).click();
    await page.locator("input[name=name]").fill(person.name);
    await page.locator("button.primary").click();
    await page.locator("[role=alert]").waitFor();
    expect(await listed()).toEqual([]);
    await page.locator("input[name=phone]").fill(person.phone);
    expect(await barriers(page)).toEqual([]);
    await page.locator("button.primary").click();
    await says(page, "11月25日星期三 10:00");
    const [made] = await listed();
    expect(made).toMatchObject({ start: TEN, channel: "phone", person: { name: "欧****" } });
    const shown = (await page.locator(".reference").innerText()).replace(/\s/g, "");
    expect(shown).toBe(made?.reference);
    expect(await page.locator("ld-qr-code").getAttribute("text")).toBe(made?.reference);
    expect(await barriers(page)).toEqual([]);
    expect(await clippedAt(page, 200)).toEqual([]);
  });

  it("says which word is wrong, keeps what was typed when the time is gone, and offers the others right there", async () => {
    phone = await stage.phone(`${hall.url}/m/#book/medical/${TEN}`);
    const { page } = phone;
    await page.locator("input[name=name]").fill(person.name);
    await page.locator("input[name=phone]").fill(person.phone);
    await page.locator("input[name=idNumber]").fill("110");
    await page.locator("button.primary").click();
    await page.getByRole("alert").getByText("请核对证件号").waitFor();
    await page.locator("input[name=idNumber]").fill("");
    await fillSlot(TEN);
    await page.locator("button.primary").click();
    await page.getByRole("alert").getByText("请另选一个").waitFor();
    expect(await page.locator(`[data-start="${TEN}"]`).isDisabled()).toBe(true);
    await page.locator(`[data-start="${ELEVEN}"]`).click();
    await page.getByText("11月25日星期三 11:00").waitFor();
    await page.locator("a.back").click();
    await page.locator(`[data-start="${ELEVEN}"]`).click();
    expect(await page.locator("input[name=name]").inputValue()).toBe(person.name);
    await page.locator("button.primary").click();
    await says(page, "11月25日星期三 11:00");
    expect((await listed()).filter(({ start }) => start === ELEVEN)).toHaveLength(1);
  });

  it("leads back to what was booked here", async () => {
    const { token } = await booked();
    phone = await stage.phone(`${hall.url}/m/b/${token}`);
    const { page } = phone;
    await says(page, "11月25日星期三 10:00");
    await page.goto(`${hall.url}/m/`);
    await page.locator(`a[href="/m/b/${token}"]`).click();
    await says(page, "11月25日星期三 10:00");
  });

  it("sends whoever has booked already to the desk, and says nothing of whom", async () => {
    await booked();
    phone = await stage.phone(`${hall.url}/m/#book/medical/${ELEVEN}`);
    const { page } = phone;
    await page.locator("input[name=name]").fill("别人");
    await page.locator("input[name=phone]").fill(person.phone);
    await page.locator("button.primary").click();
    await page.locator("[role=alert]").waitFor();
    expect(await page.locator("[role=alert]").innerText()).toMatch(/请联系咨询台/);
  });
});

describe("the page of a booking", () => {
  it("moves it to another time, and gives it up with two presses", async () => {
    const { token } = await booked();
    phone = await stage.phone(`${hall.url}/m/b/${token}`);
    const { page } = phone;
    await page.locator("[data-key=move]").click();
    const lastTime = await page.locator("[data-start]").last().boundingBox();
    const keeps = await page.locator("[data-key=move-not]").boundingBox();
    expect((keeps?.y ?? 0) - (lastTime?.y ?? 0) - (lastTime?.height ?? 0)).toBeGreaterThan(16);
    await page.locator(`[data-start="${ELEVEN}"]`).click();
    await says(page, "11月25日星期三 11:00");
    expect((await listed()).map(({ start }) => start)).toEqual([ELEVEN]);
    await page.locator("[data-key=cancel]").click();
    expect(await barriers(page)).toEqual([]);
    await page.locator("[data-key=cancel-yes]").click();
    await page.getByText("已取消").waitFor();
    expect((await listed()).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  it("says so when it was given up elsewhere, and offers its number no more", async () => {
    const { token } = await booked();
    phone = await stage.phone(`${hall.url}/m/b/${token}`);
    const { page } = phone;
    await page.locator("[data-key=cancel]").click();
    expected(await hall.desk.stranger().ask("DELETE", `/api/b/${token}`), 200);
    await page.locator("[data-key=cancel-yes]").click();
    await page.getByText("已取消").waitFor();
    expect(await page.locator(".reference, ld-qr-code, [role=alert]").count()).toBe(0);
  });

  it("leads on to the ticket once it is checked in", async () => {
    const { token, reference } = await booked();
    hall.hub.clock.set("2026-11-25T09:35:00+08:00");
    expected(await hall.guide.post("/api/bookings/check-in", { reference }), 201);
    phone = await stage.phone(`${hall.url}/m/b/${token}`);
    const { page } = phone;
    await page.getByText("您的号码 Y001").waitFor();
    await page.locator('a[href^="/m/t/"]').click();
    await says(page, "等候中");
  });

  it("says so where there is none", async () => {
    phone = await stage.phone(`${hall.url}/m/b/none`);
    await says(phone.page, "找不到这个预约");
  });
});
