import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Booking } from "../../shared/wire/booking.ts";
import type { EnquiryDay } from "../../shared/wire/enquiry.ts";
import { Desk, expected } from "../support/desk.ts";
import { startHub } from "../support/hub.ts";
import { MachineClock } from "../support/machine-clock.ts";
import { readsCode } from "./code-reader.ts";
import { barriers } from "./barriers.ts";
import { makeUser, panelStage, type PanelHall } from "./panel-page.ts";

const stage = panelStage();

async function atDesk(hall: PanelHall): Promise<Page> {
  await makeUser(hall, "zhaolei", { role: "guide" });
  const page = await stage.open(hall, "zhaolei");
  await page.locator("ld-hall-overview .queues li").first().waitFor();
  return page;
}

async function looksAt(page: Page, number: string): Promise<void> {
  await page.locator("ld-ticket-sheet .number", { hasText: number }).waitFor();
}

describe("the whole hall at the guide's desk", () => {
  it("shows every line and every counter at once, and who waits longest first", async () => {
    const hall = await stage.hall();
    await hall.station.take("proof");
    hall.hub.clock.set("2026-11-25T09:05:00+08:00");
    await hall.station.take("card");
    const clerk = await hall.desk.clerkAt(7);
    hall.hub.clock.set("2026-11-25T09:12:00+08:00");
    await hall.station.take("medical");
    await clerk.next();
    await hall.desk.clerkAt(3);
    const paused = await hall.desk.clerkAt(2);
    expected(await paused.press("pause", { reason: "取件", returnAt: "09:30" }), 200);
    hall.hub.clock.set("2026-11-25T09:15:00+08:00");
    const page = await atDesk(hall);
    expect(await page.locator(".longest li").allInnerTexts()).toEqual([
      expect.stringMatching(/S001[^]*社会保障卡申领与补换[^]*10.?分钟/),
      expect.stringMatching(/Y001[^]*3.?分钟/),
    ]);
    const counters = page.locator("ld-hall-overview .counters");
    for (const [number, words] of [
      [7, /办理|叫号/],
      [3, /空闲/],
      [2, /取件[^]*暂停，9:30.?恢复/],
      [1, /无人/],
    ] as const)
      expect(await counters.locator(`[data-counter="${String(number)}"]`).innerText()).toMatch(words);
    expect(await counters.locator('[data-counter="7"]').innerText()).toMatch(/9:05.?起/);
    expect(await page.locator('ld-hall-overview [data-service="card"]').innerText()).toMatch(/最久.?10.?分钟[^]*1.?位/);
    expect(await barriers(page)).toEqual([]);
    await counters.locator('[data-number="Z001"]').click();
    await looksAt(page, "Z001");
    const last = await page.locator("ld-hall-overview .counters li").last().boundingBox();
    expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThanOrEqual(768);
  });

  it("gives a number with one press, and says why where it cannot", async () => {
    const hall = await stage.hall();
    const page = await atDesk(hall);
    await page.getByRole("button", { name: "取号 社区证明开具" }).click();
    await looksAt(page, "Z001");
    expected(await hall.manager.post("/api/services/proof/stop", { reason: "网络故障", until: "10:40" }), 200);
    await page.locator('[data-service="proof"]').getByText("停办到10:40").waitFor();
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: "取号 社区证明开具" }).click();
    await page.getByText("网络故障").first().waitFor();
  });

  it("counts a question with one press, and takes it back", async () => {
    const hall = await stage.hall();
    const page = await atDesk(hall);
    await page.getByRole("button", { name: "答了一个咨询" }).click();
    await page.getByText("今天1个").waitFor();
    expected(await hall.manager.post("/api/enquiries"), 200);
    await page.getByText("今天2个").waitFor();
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: /撤销/ }).click();
    await page.getByText("今天1个").waitFor();
    expect(await page.getByRole("button", { name: /撤销/ }).count()).toBe(0);
    const { items } = expected(await hall.manager.get<{ items: EnquiryDay[] }>("/api/enquiries"), 200);
    expect(items).toEqual([{ date: "2026-11-25", count: 1 }]);
  });

  it("looks a scanned slip up wherever the focus is, and leaves the field as it was", async () => {
    const hall = await stage.hall();
    const [first, second] = [await hall.station.take("proof"), await hall.station.take("card")];
    const page = await atDesk(hall);
    await readsCode(page, `https://hall.example/m/t/${first.token}`);
    await looksAt(page, "Z001");
    await page.getByRole("button", { name: "今日调整" }).click();
    const reason = page.locator("ld-today-sheet").getByLabel("原因");
    await reason.fill("网络");
    await readsCode(page, `https://hall.example/m/t/${second.token}`);
    await looksAt(page, "S001");
    expect(await reason.inputValue()).toBe("网络");
    expect(
      (await hall.manager.get<{ services: { stopped: unknown }[] }>("/api/hall")).body.services,
    ).not.toContainEqual(expect.objectContaining({ stopped: expect.anything() as unknown }));
    await page.getByLabel("查号").focus();
    await readsCode(page, `https://hall.example/m/t/${first.token}`);
    await looksAt(page, "Z001");
  });

  it("finds a scanned booking, to be checked in with one press", async () => {
    const hall = await stage.hall();
    const person = { name: "欧阳明日香", phone: "13912345678" };
    const start = "2026-11-25T09:20:00+08:00";
    const slots = expected(await hall.manager.get<{ items: { start: string }[] }>("/api/services/medical/slots"), 200);
    const wanted = slots.items.find((slot) => slot.start > start)?.start ?? "";
    const made = expected(
      await hall.manager.post<Booking>("/api/bookings", { service: "medical", start: wanted, person }),
      201,
    );
    hall.hub.clock.set(new Date(Date.parse(wanted) - 10 * 60_000).toISOString());
    const page = await atDesk(hall);
    await readsCode(page, `https://hall.example/m/b/${made.token}`);
    await page.locator(`[data-reference="${made.reference}"] [data-key=check-in]`).click();
    await looksAt(page, "Y001");
  });
});

describe("what a clerk is told of the hall", () => {
  it("is that a service of the counter is stopped, why and until when", async () => {
    const hall = await stage.hall();
    const clerk = await stage.clerkAt(hall, 3);
    expected(await hall.manager.post("/api/services/card/stop", { reason: "网络故障", until: "10:40" }), 200);
    await clerk.getByText("社会保障卡申领与补换暂停办理：网络故障，10:40恢复").waitFor();
    expected(await hall.manager.post("/api/services/proof/stop", { reason: "停电" }), 200);
    expect(await barriers(clerk)).toEqual([]);
    expect(await clerk.getByText("停电").count()).toBe(0);
    expected(await hall.manager.post("/api/services/card/resume"), 200);
    await clerk.getByText("网络故障").waitFor({ state: "detached" });
  });

  it("is that the machine's clock is not believed", async () => {
    const clock = new MachineClock();
    const hub = await startHub({ clock });
    stage.hub({ hub });
    const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
    const desk = new Desk(hub);
    const hall = { hub, desk, url, station: await desk.station(), manager: await desk.manager() };
    const clerk = await stage.clerkAt(hall, 3);
    clock.set("2026-11-27T20:00:00+08:00");
    await hub.hub.context.writer.submit(() => null);
    await clerk.getByText("机器时间突然快了").waitFor();
    await clerk.getByText("请告诉管理员或运维").waitFor();
    expect(await barriers(clerk)).toEqual([]);
    clock.set("2026-11-25T09:01:00+08:00");
    await hub.hub.context.writer.submit(() => null);
    await clerk.getByText("机器时间突然快了").waitFor({ state: "detached" });
  });
});
