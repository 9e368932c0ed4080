import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { expected, type Person } from "../support/desk.ts";
import { barriers } from "./barriers.ts";
import { openScreen, pairedToken, type OpenScreen } from "./lobby-page.ts";
import { makeUser, panelStage, type PanelHall } from "./panel-page.ts";
import { openStation, tap } from "./station-page.ts";

const stage = panelStage();

async function deskOf(hall: PanelHall): Promise<Page> {
  await makeUser(hall, "zhaolei", { role: "guide" });
  const page = await stage.open(hall, "zhaolei");
  await page.getByRole("button", { name: "今日调整" }).click();
  await page.getByRole("heading", { name: "暂停和恢复业务" }).waitFor();
  return page;
}

async function opened(hall: PanelHall, path: string, viewport: { width: number; height: number }): Promise<Page> {
  const { page } = await stage.newPage({ viewport });
  await page.goto(hall.url + path);
  return page;
}

/** The lobby's side turns its pages by the hub's clock, which goes on until these words stand there. */
async function turnsTo({ hub }: PanelHall, { page, line }: OpenScreen, words: string): Promise<void> {
  const shown = page.locator("ld-lobby-side").getByText(words).first();
  while (!(await shown.isVisible())) {
    hub.clock.advance({ seconds: 10 });
    await line.cut();
    await page.locator(".foot.stale").waitFor();
    line.mend();
    await page.locator(".foot.stale").waitFor({ state: "detached" });
  }
}

/** Ends whatever the clerk calls until nobody is left, and says whom. */
async function servesAll(clerk: Person & { press: (command: string) => Promise<{ status: number }> }) {
  const numbers: string[] = [];
  for (;;) {
    const answer = await clerk.post<Ticket>("/api/counters/7/call-next");
    if (answer.status !== 200) return numbers;
    numbers.push(answer.body.number);
    await clerk.press("start");
    await clerk.post("/api/counters/7/finish", { outcome: "done" });
  }
}

describe("today in the hall", () => {
  it("a service's network is down from 10:00 to 10:40", { timeout: 120_000 }, async () => {
    const hall = await stage.hall();
    hall.hub.clock.set("2026-11-25T10:00:00+08:00");
    const station = await hall.desk.station();
    const clerk = await hall.desk.clerkAt(7);
    const taken = [await station.take("proof"), await station.take("proof")];
    const desk = await deskOf(hall);
    const { page: glass } = stage.page(await openStation(stage.browser, hall));
    await tap(glass, "[data-place=all]");
    await tap(glass, "[data-page=next]");
    const token = await pairedToken(hall.desk, "screen");
    const lobby = stage.page(await openScreen(stage.browser, { url: hall.url, token }));

    const stops = desk.locator("ld-today-sheet .stops");
    await stops.getByLabel("业务").selectOption("proof");
    await stops.getByLabel("原因").fill("网络故障");
    await stops.getByLabel("到几点").fill("10:40");
    await stops.getByRole("button", { name: "暂停", exact: true }).click();
    await stops.getByText("暂停办理：网络故障，10:40恢复").waitFor();
    expect(await barriers(desk)).toEqual([]);

    const phone = await opened(hall, `/m/t/${taken[0]?.token ?? ""}`, { width: 390, height: 844 });
    await phone.getByText("暂停办理：网络故障，10:40恢复。您的号有效，顺序不变").waitFor();
    const tile = glass.locator(".tile[data-service=proof]");
    await tile.getByText(/暂停办理.*网络故障/).waitFor();
    await turnsTo(hall, lobby, "网络故障");
    const refused = await station.post("/api/tickets", { service: "proof" }, { "accept-language": "zh" });
    expect([refused.status, refused.body.detail]).toEqual([422, "此业务暂停：网络故障，10:40恢复，恢复后会通知"]);
    expect(await servesAll(clerk)).toEqual([]);

    hall.hub.clock.set("2026-11-25T10:40:00+08:00");
    await hall.hub.hub.context.writer.submit(() => null);
    await stops.getByText("网络故障").waitFor({ state: "detached" });
    for (const page of [glass, lobby.page]) await page.getByText("网络故障").first().waitFor({ state: "detached" });
    expect(await servesAll(clerk)).toEqual(taken.map(({ number }) => number));
  });

  it("stops one service, whatever is pressed after it", async () => {
    const hall = await stage.hall();
    const desk = await deskOf(hall);
    const stops = desk.locator("ld-today-sheet .stops");
    await stops.getByLabel("业务").selectOption("proof");
    await stops.getByLabel("原因").fill("网络故障");
    const stop = stops.getByRole("button", { name: "暂停", exact: true });
    await stop.click();
    await stops.getByText("暂停办理：网络故障").waitFor();
    await desk.clock.runFor(1_000);
    await stop.click();
    expect(await stops.getByLabel("业务").inputValue()).toBe("");
    expect(await stops.getByLabel("原因").inputValue()).toBe("");
    const { services } = expected(
      await hall.manager.get<{ services: { id: string; stopped: object | null }[] }>("/api/hall"),
      200,
    );
    expect(services.filter(({ stopped }) => stopped !== null).map(({ id }) => id)).toEqual(["proof"]);
  });

  it("keeps the focus with whoever presses by keys", async () => {
    const hall = await stage.hall();
    const desk = await deskOf(hall);
    const stops = desk.locator("ld-today-sheet .stops");
    await stops.getByLabel("业务").selectOption("proof");
    await stops.getByLabel("原因").fill("网络故障");
    await stops.getByRole("button", { name: "暂停", exact: true }).press("Enter");
    await stops.getByText("暂停办理：网络故障").waitFor();
    await stops.locator("button:focus", { hasText: "暂停" }).waitFor();
    await desk.clock.runFor(1_000);
    await stops.getByRole("button", { name: /^恢复/ }).press("Enter");
    await stops.getByText("暂停办理：网络故障").waitFor({ state: "detached" });
    await stops.locator("select:focus").waitFor();
  });

  it("ten to twelve, twelve people are still waiting", async () => {
    const hall = await stage.hall();
    const station = await hall.desk.station();
    const clerk = await hall.desk.clerkAt(7);
    const taken: string[] = [];
    for (let person = 0; person < 12; person += 1) taken.push((await station.take("proof")).number);
    hall.hub.clock.set("2026-11-25T11:50:00+08:00");
    const desk = await deskOf(hall);
    const longer = desk.locator("ld-today-sheet .longer");
    await longer.getByText("现在到12:00").waitFor();
    await longer.getByLabel("延长到").fill("12:40");
    await longer.getByRole("button", { name: "延长", exact: true }).click();
    await longer.getByText("现在到12:40").waitFor();

    hall.hub.clock.set("2026-11-25T12:10:00+08:00");
    expect(await servesAll(clerk)).toEqual(taken);
    hall.hub.clock.set("2026-11-25T12:40:00+08:00");
    await hall.hub.hub.context.writer.submit(() => null);
    await longer.getByText("下班后已办12件").waitFor();
    expect((await station.post("/api/tickets", { service: "proof" })).body.code).toBe("outside-hours");
  });

  it("one press sets a counter that helps where nobody serves", async () => {
    const hall = await stage.hall();
    const station = await hall.desk.station();
    await hall.desk.clerkAt(8);
    await station.take("proof");
    const desk = await deskOf(hall);
    await desk.getByText("有1位在等，没有窗口办理").waitFor();
    await desk
      .locator(".alarms")
      .getByRole("button", { name: /全部业务/ })
      .click();
    await desk.locator(".alarms").waitFor({ state: "detached" });
    const pressed = desk.locator('[data-counter="8"] [data-preset="everything"][aria-pressed="true"]');
    await pressed.waitFor();
    await desk.locator('[data-counter="8"] [data-preset="usual"]').click();
    await desk.getByText("有1位在等，没有窗口办理").waitFor();
  });

  it("enters the numbers of the printed block, and says which is wrong", async () => {
    const hall = await stage.hall();
    const desk = await deskOf(hall);
    await desk.getByRole("button", { name: "补录纸号" }).click();
    const form = desk.locator("ld-paper-form");
    const fill = async (line: number, number: string, time: string): Promise<void> => {
      const row = form.locator("form .row").nth(line);
      await row.getByLabel("纸号").fill(number);
      await row.getByLabel("业务").selectOption("proof");
      await row.getByLabel("取号时间").fill(time);
    };
    await fill(0, "p001", "08:40");
    await form.getByRole("button", { name: "再加一个" }).click();
    await fill(1, "P001", "08:45");
    await form.getByRole("button", { name: "补录2个" }).click();
    await form.getByText(/第2个：P001已经录过/).waitFor();
    await fill(1, "P002", "08:45");
    await form.getByRole("button", { name: "补录2个" }).click();
    await form.getByText("已补录2个：P001、P002").waitFor();
    const { items } = expected(await hall.manager.get<{ items: Ticket[] }>("/api/tickets"), 200);
    expect(items.map(({ number }) => number)).toEqual(["P001", "P002"]);
    expect(await barriers(desk)).toEqual([]);
  });
});
