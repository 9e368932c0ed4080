import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { inThisThread } from "../support/estimators.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { sampleHall, startHub } from "../support/hub.ts";
import { openScreen } from "./lobby-page.ts";
import { Stage, played } from "./stage.ts";
import { openStation, type StationHall } from "./station-page.ts";

const stage = played(new Stage());

async function hallThatTells(): Promise<StationHall> {
  const hub = await startHub({ hall: sampleHall(), startEstimator: inThisThread });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  return stage.hub({ hub, desk, url, station: await desk.station() });
}

/** The panel of somebody who is signed in. */
async function openPanel({ url }: StationHall, { headers }: Person): Promise<Page> {
  const { page, context } = await stage.newPage({ viewport: { width: 1366, height: 768 } });
  const [name = "", value = ""] = (headers["cookie"] ?? "").split("=");
  await context.addCookies([{ name, value, url }]);
  await page.goto(`${url}/panel/`);
  return page;
}

describe("how long it takes", () => {
  it("stands on the station's tile and the ticket's phone page, and the station asks back where it is long", async () => {
    const hall = await hallThatTells();
    const clerk = await hall.desk.clerkAt(2);
    const [first, second] = [await hall.station.take("pension"), await hall.station.take("pension")];
    await clerk.next();
    expect(first.number < second.number).toBe(true);
    const { page: phone } = await stage.newPage({ viewport: { width: 390, height: 844 } });
    await phone.goto(`${hall.url}/m/t/${second.token}`);
    await phone.getByText(/还要等(约|不到)\d+分钟/).waitFor();

    const station = stage.page(await openStation(stage.browser, hall));
    const tile = station.page.locator("main[data-view=services] .tile[data-service=pension]");
    await tile.getByText(/等1位·(约|不到)\d+分/).waitFor();

    for (let count = 0; count < 5; count += 1) await hall.station.take("pension");
    await vi.waitFor(
      async () => {
        await station.page.clock.runFor(10_000);
        // Over 40 minutes.
        expect(await tile.innerText()).toMatch(/等6位·约(4[5-9]分|5\d分|\d小时)/);
      },
      { timeout: 20_000, interval: 200 },
    );
    await tile.tap();
    await station.page.getByText("现在等的人多").waitFor();
  });

  it("stands in the clerk's list and at the guide's desk, and passes to both without their asking", async () => {
    const hall = await hallThatTells();
    const clerk = await hall.desk.clerkAt(2);
    for (let taken = 0; taken < 4; taken += 1) await hall.station.take("pension");
    await clerk.next();
    const panel = await openPanel(hall, clerk);
    const row = (number: string) => panel.locator("ld-waiting-list .row", { hasText: number });
    await row("S004")
      .getByText(/^还要约\d+分$/)
      .waitFor();
    // Whoever is next is called next: that is told already.
    expect(await row("S002").innerText()).not.toContain("还要");

    const desk = await openPanel(hall, await hall.desk.staff("guide"));
    await desk.getByRole("button", { name: "代取号" }).click();
    await desk
      .locator("ld-take-number .choice", { hasText: "养老待遇" })
      .getByText(/^约\d+分$/)
      .waitFor();
    await desk.getByLabel("查号").fill("S004");
    await desk.keyboard.press("Enter");
    const facts = desk.locator("ld-ticket-sheet");
    await facts.getByText(/^2位·约\d+分$/).waitFor();

    await clerk.serves();
    expected(await clerk.press("close"), 200);
    await row("S004").getByText("还要").waitFor({ state: "detached" });
  });

  it("stands on the lobby screen after how many wait", async () => {
    const hall = await hallThatTells();
    const clerk = await hall.desk.clerkAt(2);
    for (let taken = 0; taken < 4; taken += 1) await hall.station.take("pension");
    await clerk.next();
    const { headers } = await hall.desk.device("screen");
    const token = (headers["authorization"] ?? "").replace("Bearer ", "");
    const { page } = stage.page(await openScreen(stage.browser, { url: hall.url, token }));
    await page.clock.install();
    await page.reload();
    await page.getByText("等候人数").waitFor();
    await vi.waitFor(
      async () => {
        await page.clock.runFor(5_000);
        hall.hub.clock.advance({ seconds: 5 });
        expect(await page.getByText("大约等多久").isVisible()).toBe(true);
        expect(await page.getByText(/^约\d+分$/).count()).toBe(1);
      },
      { timeout: 40_000, interval: 200 },
    );
  });
});
