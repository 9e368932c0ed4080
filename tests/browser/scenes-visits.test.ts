import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chimes, openScreen, pairedToken, sayings, stands, until } from "./lobby-page.ts";
import { historyOf, inHand, key, nothingInHand, panelStage, quickMisses, type PanelHall } from "./panel-page.ts";
import { openPhone } from "./phone-page.ts";

const stage = panelStage();

async function lobby({ desk, url }: PanelHall): Promise<Page> {
  const token = await pairedToken(desk, "screen");
  const { page } = stage.page(await openScreen(stage.browser, { url, token }));
  await page.getByText("还没有叫号").waitFor();
  return page;
}

async function counterScreen({ desk, url }: PanelHall, counter: number): Promise<Page> {
  const token = await pairedToken(desk, "counter-screen");
  const path = `/display/counter/?counter=${String(counter)}`;
  return stage.page(await openScreen(stage.browser, { url, token }, { kind: "counter-screen", path })).page;
}

async function phone({ url }: PanelHall, { token }: { token: string }): Promise<Page> {
  return stage.page(await openPhone(stage.browser, `${url}/m/t/${token}`)).page;
}

/** Everything a page shows, its components too. */
function textOf(page: Page): Promise<string> {
  return page.locator("body").innerText();
}

describe("scenes of a hall's day", () => {
  it("late by 20 seconds, back with one press", async () => {
    const { hall, page } = await stage.atCounter3(quickMisses);
    const late = await hall.station.take("pension");
    const other = await hall.station.take("pension");
    const screen = await lobby(hall);
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await until(screen, async () => (await sayings(screen)).length > 0);
    await key(page, "m");
    await nothingInHand(page);
    hall.hub.clock.advance({ seconds: 20 });
    await page.clock.runFor(20_000);
    await page.getByRole("button", { name: "接回 S001" }).click();
    await inHand(page, "called", "S001");
    expect((await hall.manager.ticket(other.id)).state).toBe("waiting");
    expect(await historyOf(hall, late.id)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-missed",
      "ticket-requeued",
      "ticket-called",
    ]);
    expect((await hall.manager.ticket(late.id)).requeues).toBe(0);
    await key(page, "s");
    await inHand(page, "serving", "S001");
    // Whoever stands at the window needs no call through the hall.
    expect(await chimes(screen)).toEqual({ calls: 1, recalls: 0 });
  });

  it("a couple with two matters through two windows on one number", async () => {
    const { hall, page: three } = await stage.atCounter3();
    const four = await stage.clerkAt(hall, 4);
    const screen = await lobby(hall);
    const couple = await hall.station.take("pension");
    const other = await hall.station.take("household");
    const theirs = await phone(hall, couple);
    await key(three, "Space");
    await key(three, "s");
    await inHand(three, "serving", "S001");
    await key(three, "+");
    await three.getByRole("combobox", { name: "业务" }).selectOption("household");
    await three.getByRole("button", { name: "办完再排" }).click();
    await three.getByText("办完用原号接着排").waitFor();
    await key(three, "2");
    await key(three, "f");
    await nothingInHand(three);
    await theirs.getByText(/原号有效/).waitFor();
    await key(four, "Space");
    await inHand(four, "called", "S001");
    await screen.locator("ld-call-board li", { hasText: "4号窗口" }).getByText("S001").waitFor();
    await until(screen, async () => (await sayings(screen)).some((said) => said.includes("到四号窗口继续办理")));
    await key(four, "s");
    await inHand(four, "serving", "S001");
    await key(four, "1");
    await key(four, "f");
    await nothingInHand(four);
    const { state, number, legs } = await hall.manager.ticket(couple.id);
    expect([state, number]).toEqual(["finished", "S001"]);
    expect(legs.map(({ service, counter, outcome }) => [service, counter, outcome])).toEqual([
      ["pension", 3, "done"],
      ["household", 4, "accepted"],
    ]);
    expect((await hall.manager.ticket(other.id)).state).toBe("waiting");
    await theirs.getByText("本次办理结束").waitFor();
  });

  it("a serviceperson behind ten others is next, and no screen says why", async () => {
    const { hall, page } = await stage.atCounter3();
    for (let taken = 0; taken < 10; taken++) await hall.station.take("pension");
    const screen = await lobby(hall);
    const window = await counterScreen(hall, 3);
    const soldier = await hall.station.take("card", { class: "statutory", reason: "serviceperson" });
    const own = await phone(hall, soldier);
    await key(page, "Space");
    await inHand(page, "called", "S011");
    await page.getByText("优先，请核验证件 · 现役与退役军人").waitFor();
    await stands(screen, "S011");
    await window.getByText("S011").waitFor();
    await own.getByText("3号窗口").first().waitFor();
    for (const shown of [screen, window, own]) expect(await textOf(shown)).not.toMatch(/优先|军人|依法/);
    await until(screen, async () => (await sayings(screen)).length > 0);
    expect((await sayings(screen)).join()).not.toMatch(/优先|军人|依法/);
  });

  it("a call by mistake is taken off every screen again, and its number is called as if for the first time", async () => {
    const { hall, page } = await stage.atCounter3();
    const ticket = await hall.station.take("pension");
    const screen = await lobby(hall);
    const window = await counterScreen(hall, 3);
    const own = await phone(hall, ticket);
    await key(page, "Space");
    await stands(screen, "S001");
    await window.locator("[data-state=called]").waitFor();
    await key(page, "z");
    await nothingInHand(page);
    await screen.locator("ld-call-board li").waitFor({ state: "detached" });
    await window.locator("[data-state=idle]").waitFor();
    await own
      .getByRole("heading", { name: /下一位|前面|等候/ })
      .first()
      .waitFor();
    const later = await lobby(hall);
    await key(page, "Space");
    for (const each of [screen, later]) await stands(each, "S001");
    expect((await hall.manager.ticket(ticket.id)).calls).toBe(1);
  });
});
