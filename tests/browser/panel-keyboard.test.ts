import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { quietMillis } from "../../counter-panel/view/key-bursts.ts";
import { readsCode } from "./code-reader.ts";
import {
  hallWith,
  historyOf,
  inHand,
  key,
  makeUser,
  nothingInHand,
  panelStage,
  quickMisses,
  stopClock,
} from "./panel-page.ts";

const stage = panelStage();

/** Walks with the Tab key until the focus is on what has this name; the words of what has the focus otherwise fail the test. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let steps = 0; steps < 60; steps++) {
    const words = await focused(page);
    if (name.test(words)) return;
    seen.push(words);
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reached ${String(name)}, only ${seen.join(" | ")}`);
}

/** What the focus is on, by its label or its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  });
}

describe("by keyboard alone", () => {
  it("signs in, takes a counter and serves a day's worth of cases", async () => {
    const hall = await stage.hall(hallWith(quickMisses));
    const { user, password } = await makeUser(hall, "limin");
    const page = await stage.open(hall);
    const tickets = [];
    for (let count = 0; count < 5; count++) tickets.push(await hall.station.take("pension"));
    await page.getByLabel("用户名").waitFor();
    await page.keyboard.type(user);
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "今天在哪个窗口" }).waitFor();
    await tabTo(page, /^开放 3号窗口/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "3号窗口", exact: true }).waitFor();

    // Served, with an outcome, on to the next in one press.
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "r");
    await page.getByText("呼叫2次").waitFor();
    await key(page, "s");
    await inHand(page, "serving", "S001");
    await key(page, "5");
    await page.locator('button[aria-pressed="true"]', { hasText: "咨询" }).waitFor();
    await key(page, "Space");
    await inHand(page, "called", "S002");

    // Put on hold, the next one missed, the held one taken back.
    await key(page, "s");
    await inHand(page, "serving", "S002");
    await key(page, "h");
    await nothingInHand(page);
    await key(page, "Space");
    await inHand(page, "called", "S003");
    await key(page, "m");
    await nothingInHand(page);
    await tabTo(page, /^接着办 S002/);
    await key(page, "Enter");
    await inHand(page, "called", "S002");

    // Sent on to another service.
    await key(page, "t");
    await page.getByRole("heading", { name: "S002转到哪里" }).waitFor();
    for (let option = 0; option < 4; option++) await page.keyboard.press("ArrowDown");
    await tabTo(page, /^转出/);
    await key(page, "Enter");
    await nothingInHand(page);
    const sent = await hall.manager.ticket(tickets[1]?.id ?? "");
    expect(sent).toMatchObject({ service: "medical", state: "waiting" });

    // Finished only; then a pause and its end.
    await key(page, "Space");
    await inHand(page, "called", "S002");
    await key(page, "s");
    await inHand(page, "serving", "S002");
    await key(page, "f");
    await nothingInHand(page);
    await key(page, "p");
    await page.getByRole("heading", { name: "暂停办理" }).waitFor();
    await tabTo(page, /^开始暂停/);
    await key(page, "Enter");
    await page.getByText("暂停办理，9:15恢复").waitFor();
    await key(page, "p");
    await page.getByRole("button", { name: "开放", exact: true }).waitFor();
    expect(await historyOf(hall, tickets[4]?.id ?? "")).toEqual(["ticket-issued"]);
  });

  it("fires no shortcut while somebody types", async () => {
    const { hall, page } = await stage.atCounter3();
    const first = await hall.station.take("pension");
    const second = await hall.station.take("pension");
    await page.locator("ld-waiting-list .row", { hasText: "S002" }).click();
    const reason = page.getByRole("textbox", { name: "其他原因" });
    await reason.fill("");
    await page.clock.runFor(1_000);
    await reason.pressSequentially("SR M H T F P 1 2 ?");
    expect(await reason.inputValue()).toBe("SR M H T F P 1 2 ?");
    await page.keyboard.press("Enter");
    await inHand(page, "called", "S002");
    expect(await historyOf(hall, first.id)).toEqual(["ticket-issued"]);
    expect(await historyOf(hall, second.id)).toEqual(["ticket-issued", "ticket-called"]);
  });

  it("serves one resident however long Enter is held on the big button", async () => {
    const { hall, page } = await stage.atCounter3({ autoStart: true });
    for (let count = 0; count < 3; count++) await hall.station.take("pension");
    await page.locator("ld-main-step button:focus").waitFor();
    await page.clock.runFor(1_000);
    for (let repeat = 0; repeat < 5; repeat++) {
      await page.keyboard.down("Enter");
      await inHand(page, "serving", "S001");
      await page.clock.runFor(1_000);
    }
    await page.keyboard.up("Enter");
    await key(page, "r");
    await page.getByText("呼叫2次").waitFor();
    await inHand(page, "serving", "S001");
    await key(page, "Enter");
    await inHand(page, "serving", "S002");
  });

  it("is not worked by a reader that types a card like a keyboard", async () => {
    const { hall, page } = await stage.atCounter3({ autoStart: true });
    const first = await hall.station.take("pension");
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "serving", "S001");
    await page.locator("ld-main-step button:focus").waitFor();
    await page.clock.runFor(1_000);
    await readsCode(page, "110101199003071234");
    await page.clock.runFor(1_000);
    expect(await page.locator('ld-outcome-choice [aria-pressed="true"]').count()).toBe(0);
    await key(page, "r");
    await page.getByText("呼叫2次").waitFor();
    await inHand(page, "serving", "S001");
    expect(await historyOf(hall, first.id)).not.toContain("ticket-finished");
  });

  it("leaves the bar to the big button after a click elsewhere", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: /^重呼/ }).click();
    await page.getByText("呼叫2次").waitFor();
    await key(page, "Space");
    await page.getByRole("heading", { name: "S001来了吗" }).waitFor();
    await page.getByText("呼叫2次").waitFor();
  });

  it("gives the focus back to the big button at once, when a question or a form is left", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await page.clock.runFor(1_000);
    await stopClock(page);
    const leaves = async (opener: string, opened: string): Promise<void> => {
      await page.keyboard.press(opener);
      await page.clock.runFor(quietMillis);
      await page.locator(opened).waitFor();
      await page.keyboard.press("Escape");
      await page.locator("ld-main-step button:focus").waitFor({ timeout: 5_000 });
    };
    await leaves("Space", "ld-arrived-question");
    await leaves("t", "ld-transfer-form");
    await leaves("p", "ld-pause-form");
  });

  it("says what is wanting before a ticket is sent on", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "t");
    await page.getByText("请选业务或窗口").waitFor();
    await page.locator("select[name=service]").selectOption("medical");
    await page.getByText("请选业务或窗口").waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^转出/ }).click();
    await page.getByText("刚才：S001 转到医疗保险参保与报销").waitFor();
  });

  it("lists its keys, and shows where the focus is", async () => {
    const { page } = await stage.atCounter3();
    await key(page, "?");
    await page.getByRole("heading", { name: "快捷键" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "快捷键" }).waitFor({ state: "hidden" });
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element ? getComputedStyle(element).outlineStyle : "none";
    });
    expect(outline).toBe("solid");
  });
});
