import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { startHub } from "../support/hub.ts";
import { Desk } from "../support/desk.ts";
import { MachineClock } from "../support/machine-clock.ts";
import { barriers } from "./barriers.ts";
import { consoleStage, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let machine: MachineClock;
let hall: ConsoleHall;

beforeEach(async () => {
  machine = new MachineClock();
  const hub = await startHub({ clock: machine });
  stage.hub({ hub });
  hall = { hub, url: await hub.app.listen({ host: "127.0.0.1", port: 0 }), desk: new Desk(hub) };
});

const title = (page: Page) => page.locator("ld-clock-note .title");
const date = () => hall.hub.hub.context.writer.state.day?.date;

describe("a clock that is not believed", () => {
  it("is nobody's concern while it goes right", async () => {
    const page = await stage.openConsole(hall);
    await page.getByRole("heading", { name: "设备", exact: true }).waitFor();
    expect(await title(page).count()).toBe(0);
  });

  it("is told on the console, and confirmed there by the time that was read", async () => {
    machine.set("2026-11-27T20:00:00+08:00");
    const page = await stage.openConsole(hall);
    await page.getByText("机器时间突然快了").waitFor();
    await page.getByText("机器时间2026年11月27日20:00").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "机器时间是对的" }).click();
    await page.getByText("现在真的是2026年11月27日20:00吗").waitFor();
    expect(date()).toBe("2026-11-25");
    await page.getByRole("button", { name: "是，按机器时间走" }).click();
    await page.getByText("已按机器时间走").waitFor();
    expect([date(), await title(page).count()]).toEqual(["2026-11-27", 0]);
  });

  it("that has moved on since it was read, is not confirmed", async () => {
    machine.set("2026-11-27T20:00:00+08:00");
    const page = await stage.openConsole(hall);
    await page.getByRole("button", { name: "机器时间是对的" }).click();
    machine.set("2040-01-01T20:00:00+08:00");
    await page.getByRole("button", { name: "是，按机器时间走" }).click();
    await page.getByText("机器的时间和您确认的不一样了").waitFor();
    await page.getByText("机器时间2040年1月1日20:00").waitFor();
    expect(date()).toBe("2026-11-25");
  });

  it("that went back, is told with what a word would do", async () => {
    machine.set("2026-11-24T20:00:00+08:00");
    const page = await stage.openConsole(hall);
    await page.getByText("机器时间退回去了").waitFor();
    await page.getByRole("button", { name: "机器时间是对的" }).click();
    await page.getByText("确认后今天到此结束").waitFor();
    await page.getByRole("button", { name: "先不确认" }).click();
    expect(date()).toBe("2026-11-25");
  });

  it("is for a clerk to know of, and for others to confirm", async () => {
    machine.set("2026-11-27T20:00:00+08:00");
    await hall.desk.staff("clerk");
    const page = await stage.open(`${hall.url}/console/`);
    await signIn(page, "clerk-1", "password-of-clerk-1");
    await page.getByText("机器时间突然快了").waitFor();
    expect(await page.getByRole("button", { name: "机器时间是对的" }).count()).toBe(0);
  });
});
