import { describe, expect, it } from "vitest";
import { nodesOf } from "./nodes.ts";
import { inHand, panelStage } from "./panel-page.ts";

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
      return nodesOf(page);
    };
    const few = await pass(3);
    expect(await pass(60)).toBe(few);
  });
});
