import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { PrintJob } from "../../shared/wire/print.ts";
import { expected } from "../support/desk.ts";
import { barriers } from "./barriers.ts";
import {
  hallWith,
  historyOf,
  key,
  makeUser,
  nothingInHand,
  panelStage,
  password,
  quickMisses,
  type PanelHall,
} from "./panel-page.ts";

const stage = panelStage();

async function atDesk(): Promise<{ hall: PanelHall; page: Page }> {
  const hall = await stage.hall(hallWith(quickMisses));
  await makeUser(hall, "zhaolei", { role: "guide" });
  const page = await stage.open(hall, "zhaolei");
  await page.getByRole("heading", { name: "导办台" }).waitFor();
  return { hall, page };
}

/** Where a number is taken with what is otherwise than usual. */
async function toTaking(page: Page): Promise<void> {
  await page.getByRole("button", { name: "代取号" }).click();
}

async function find(page: Page, number: string): Promise<void> {
  await page.getByLabel("查号").fill(number);
  await page.keyboard.press("Enter");
}

describe("the guide's desk", () => {
  it("shows its sheets all at once, so that none slips under the finger", async () => {
    const hall = await stage.hall();
    await makeUser(hall, "zhaolei", { role: "guide" });
    const { headers } = await hall.desk.signIn("zhaolei", password);
    const { page, context } = await stage.newPage({});
    const [name = "", value = ""] = (headers["cookie"] ?? "").split("=");
    await context.addCookies([{ name, value, url: hall.url }]);
    let tell = (): void => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    await page.route("**/api/hall", async (route) => {
      await told;
      await route.continue();
    });
    await page.goto(`${hall.url}/panel/`);
    await page.getByLabel("查号").waitFor();
    const tabs = page.locator("ld-guide-desk .tabs button");
    expect(await tabs.count()).toBe(0);
    tell();
    await tabs.first().waitFor();
    expect(await tabs.count()).toBe(5);
  });

  it("takes a number with class, reason, language and files, and shows it large", async () => {
    const { hall, page } = await atDesk();
    await toTaking(page);
    await page.getByRole("button", { name: "孕妇" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "件数: 加一" }).click();
    await page.getByRole("button", { name: /社会保障卡/ }).click();
    await page.locator("ld-ticket-sheet .number", { hasText: "S001" }).waitFor();
    const { items } = expected(await hall.manager.get<{ items: object[] }>("/api/tickets?number=S001"), 200);
    expect(items[0]).toMatchObject({
      service: "card",
      class: "courtesy",
      reason: "pregnant",
      lang: "en",
      matters: 2,
      channel: "desk",
    });
    expect(await page.getByRole("button", { name: "普通" }).getAttribute("aria-pressed")).toBe("true");
    expect(await barriers(page)).toEqual([]);
  });

  it("gives one number for a double click", async () => {
    const { hall, page } = await atDesk();
    await toTaking(page);
    await page.getByRole("button", { name: /社会保障卡/ }).dblclick();
    await page.locator("ld-ticket-sheet .number", { hasText: "S001" }).waitFor();
    expect(expected(await hall.manager.get<{ items: object[] }>("/api/tickets"), 200).items).toHaveLength(1);
  });

  it("finds a number however it was typed, changes its class, marks it assisted, and gives it up after asking", async () => {
    const { hall, page } = await atDesk();
    const ticket = await hall.station.take("pension");
    await find(page, "s 001");
    await page.locator("ld-ticket-sheet .number", { hasText: "S001" }).waitFor();
    await page.getByRole("button", { name: "标为代办" }).click();
    await page.getByRole("button", { name: "取消代办" }).waitFor();
    await page.getByRole("button", { name: "改类别" }).click();
    await page.locator("ld-ticket-sheet").getByRole("button", { name: "残疾人" }).click();
    await page.getByText("礼让优先 · 残疾人").waitFor();
    await page.getByRole("button", { name: "退号", exact: true }).click();
    await page.getByText("S001确定退号").waitFor();
    await page.getByRole("button", { name: "确定退号" }).click();
    await page.locator("ld-ticket-sheet .state", { hasText: "退号" }).waitFor();
    expect(await historyOf(hall, ticket.id)).toEqual([
      "ticket-issued",
      "ticket-assisted",
      "ticket-reclassified",
      "ticket-cancelled",
    ]);
  });

  it("lets a missed resident back in", async () => {
    const { hall, page } = await atDesk();
    const ticket = await hall.station.take("pension");
    const clerk = await stage.clerkAt(hall, 3);
    await key(clerk, "Space");
    await clerk.getByText("呼叫1次").waitFor();
    await key(clerk, "m");
    await nothingInHand(clerk);
    await find(page, "S001");
    await page.getByRole("button", { name: "恢复排队" }).click();
    await page.locator("ld-ticket-sheet .state", { hasText: "等候" }).waitFor();
    expect((await hall.manager.ticket(ticket.id)).requeues).toBe(1);
  });

  it("turns the way back off at the limit, and says the next step", async () => {
    const { hall, page } = await atDesk();
    const ticket = await hall.station.take("pension");
    const clerk = await stage.clerkAt(hall, 3);
    for (let miss = 0; miss < 3; miss++) {
      if (miss > 0) expected(await hall.manager.post(`/api/tickets/${ticket.id}/requeue`, {}), 200);
      await clerk.locator("ld-waiting-list .row", { hasText: "S001" }).waitFor();
      await key(clerk, "Space");
      await clerk.getByText("呼叫1次").waitFor();
      await key(clerk, "m");
      await nothingInHand(clerk);
    }
    await find(page, "S001");
    await page.getByText("已恢复2次，不能再恢复。请代取新号").waitFor();
    expect(await page.getByRole("button", { name: "恢复排队" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("asks for a class within the glass, and goes back with Escape to the button it was asked by", async () => {
    const { hall, page } = await atDesk();
    await hall.station.take("pension");
    await find(page, "S001");
    for (const question of ["改类别", "退号"]) {
      await page.getByRole("button", { name: question, exact: true }).click();
      const back = page.locator("ld-ticket-sheet").getByRole("button", { name: "返回" });
      await back.waitFor();
      const box = await back.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(768);
      await page.keyboard.press("Escape");
      await back.waitFor({ state: "detached" });
      expect(await page.locator("ld-ticket-sheet button:focus").textContent()).toContain(question);
    }
  });

  it("offers no slip of a ticket that has ended, and asks nobody to write it down", async () => {
    const { hall, page } = await atDesk();
    const ticket = await hall.station.take("pension");
    expected(await hall.manager.post(`/api/tickets/${ticket.id}/cancel`, {}), 200);
    await find(page, "S001");
    await page.locator("ld-ticket-sheet dd", { hasText: /^没有打印$/ }).waitFor();
    expect(await page.locator("ld-ticket-sheet button").count()).toBe(0);
  });

  it("moves nothing beside what is chosen", async () => {
    const { page } = await atDesk();
    await toTaking(page);
    const [chosen, beside] = [
      page.getByRole("button", { name: "孕妇" }),
      page.getByRole("button", { name: "怀抱婴儿" }),
    ];
    const before = await beside.boundingBox();
    await chosen.click();
    await page.locator('button[aria-pressed="true"]', { hasText: "孕妇" }).waitFor();
    expect(await beside.boundingBox()).toEqual(before);
  });

  it("says that there is no such number today", async () => {
    const { page } = await atDesk();
    await find(page, "x777");
    await page.getByText("今天没有X777这个号").waitFor();
  });

  it("prints a slip again, marked as a copy, and says why where it cannot", async () => {
    const { hall, page } = await atDesk();
    const ticket = await hall.station.take("pension");
    await find(page, "S001");
    await page.getByRole("button", { name: "打印小票" }).click();
    await page.getByText("没有设置打印机").waitFor();
    const printer = { kind: "file", path: `${hall.hub.data}/paper` };
    expected(await hall.manager.ask("PUT", `/api/devices/${hall.station.id}/printer`, { body: printer }), 200);
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: "打印小票" }).click();
    await page.locator("ld-ticket-sheet dd", { hasText: "补打" }).waitFor();
    const jobs = expected(
      await hall.manager.get<{ items: PrintJob[] }>(`/api/print-jobs?ticket=${ticket.id}`),
      200,
    ).items;
    expect(jobs.map(({ copy }) => copy)).toEqual([true, false]);
  });

  it("turns to a counter and back", async () => {
    const { page } = await atDesk();
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: "窗口", exact: true }).click();
    await page.getByRole("button", { name: "开放 咨询台" }).click();
    await page.getByRole("heading", { name: "咨询台", exact: true }).waitFor();
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: "导办台" }).click();
    await page.getByRole("heading", { name: "导办台" }).waitFor();
  });
});
