import { describe, expect, it } from "vitest";
import { nodesOf } from "./nodes.ts";
import { inHand, key, nothingInHand, panelStage } from "./panel-page.ts";

const stage = panelStage();

describe("the panel's lists", () => {
  it("keep the row that is open, and what is typed there, while others are called away before it", async () => {
    const { hall, page } = await stage.atCounter3();
    for (let taken = 0; taken < 5; taken++) await hall.station.take("pension");
    const other = await hall.desk.clerkAt(2);
    await page.locator("ld-waiting-list .row", { hasText: "S004" }).click();
    const reason = page.getByRole("textbox", { name: "其他原因" });
    await reason.pressSequentially("要赶");
    for (let called = 0; called < 3; called++) {
      const { number } = await other.next();
      await other.serves();
      await page.locator("ld-waiting-list .row", { hasText: number }).waitFor({ state: "detached" });
    }
    await page.keyboard.type("车");
    expect(await reason.inputValue()).toBe("要赶车");
    await page.keyboard.press("Enter");
    await inHand(page, "called", "S004");
  });

  it("let a row in above the others, and leave the focus where it was", async () => {
    const { hall, page } = await stage.atCounter3();
    for (let taken = 0; taken < 3; taken++) await hall.station.take("pension");
    const other = await hall.desk.clerkAt(2);
    await other.next();
    await page.locator("ld-waiting-list .row", { hasText: "S003" }).focus();
    await other.does("transfer", { counter: 3 });
    await page.locator("ld-waiting-list li:first-child", { hasText: "S001" }).waitFor();
    const numbers = await page.locator("ld-waiting-list .row .number").allTextContents();
    expect(numbers).toEqual(["S001", "S002", "S003"]);
    expect(await page.locator("ld-waiting-list .row:focus .number").textContent()).toBe("S003");
  });

  it("put first and mark whom the next press calls, whoever waited longest", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await hall.station.take("card");
    await hall.station.take("medical");
    const first = page.locator("ld-waiting-list li:first-child", { hasText: "下一个" });
    for (const number of ["Y001", "S001"]) {
      await first.getByText(number).waitFor();
      expect(await page.locator("ld-waiting-list .row", { hasText: "下一个" }).count()).toBe(1);
      await key(page, "Space");
      await inHand(page, "called", number);
      await key(page, "s");
      await inHand(page, "serving", number);
      if (number === "Y001") {
        await key(page, "f");
        await nothingInHand(page);
      }
    }
    await first.getByText("S002").waitFor();
  });

  it("say how many more wait below what can be seen", async () => {
    const { hall, page } = await stage.atCounter3();
    for (let taken = 0; taken < 13; taken++) await hall.station.take("pension");
    const more = page.locator("ld-waiting-list .more");
    await more.getByText(/^还有\d+位/).waitFor();
    const below = Number(/\d+/.exec((await more.textContent()) ?? "")?.[0]);
    const inSight = await page.locator("ld-waiting-list .rows").evaluate((rows) => {
      const { bottom } = rows.getBoundingClientRect();
      return [...rows.children].filter((row) => row.getBoundingClientRect().bottom <= bottom + 1).length;
    });
    expect([13 - inSight, 13 - inSight - 1]).toContain(below);
    await page.locator("ld-waiting-list .rows").evaluate((rows) => {
      rows.scrollTop = rows.scrollHeight;
    });
    await more.getByText("还有").waitFor({ state: "detached" });
  });

  it("close the reasons for a call out of order again, by their button as by Escape", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    const reasons = page.getByText("为什么先叫这一位");
    for (const leave of [
      () => page.locator("ld-call-by-number").getByRole("button", { name: "返回" }).click(),
      () => page.keyboard.press("Escape"),
    ]) {
      await page.locator("ld-waiting-list .row").click();
      await reasons.waitFor();
      await leave();
      await reasons.waitFor({ state: "detached" });
    }
  });

  it("hold no more after a day of tickets than after the first few", async () => {
    const { hall, page } = await stage.atCounter3();
    const other = await hall.desk.clerkAt(2);
    const row = (number: string) => page.locator("ld-waiting-list .row", { hasText: number });
    for (let taken = 0; taken < 3; taken++) await hall.station.take("pension");
    const pass = async (count: number): Promise<number> => {
      for (let passed = 0; passed < count; passed++) {
        const { number } = await hall.station.take("pension");
        await row(number).waitFor();
        const called = await other.next({ silent: true });
        await other.serves();
        await row(called.number).waitFor({ state: "detached" });
      }
      // Who is next is said a moment after the one before was called.
      await page.locator("ld-waiting-list li:first-child", { hasText: "下一个" }).waitFor();
      return nodesOf(page);
    };
    const few = await pass(3);
    expect(await pass(60)).toBe(few);
  });
});
