import { describe, expect, it } from "vitest";
import type { Counter } from "../../shared/wire/counter.ts";
import { expected } from "../support/desk.ts";
import { inHand, key, makeUser, panelStage } from "./panel-page.ts";

const stage = panelStage();

describe("signing in and taking a counter", () => {
  it("says in place that the password is wrong, and lets in with the right one", async () => {
    const hall = await stage.hall();
    const { user, password } = await makeUser(hall, "limin", { name: "李敏" });
    const page = await stage.open(hall);
    await page.getByLabel("用户名").fill(user);
    await page.getByRole("textbox", { name: "密码" }).fill("not-the-password");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("用户名或密码不对").waitFor();
    await page.getByRole("textbox", { name: "密码" }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "今天在哪个窗口" }).waitFor();
    expect(await page.getByText("李敏").count()).toBe(1);
  });

  it("opens a counter, and stands at it again after the page was loaded anew", async () => {
    const { hall, page } = await stage.atCounter3();
    await page.reload();
    await page.getByRole("heading", { name: "3号窗口", exact: true }).waitFor();
    const counters = expected(await hall.manager.get<{ items: Counter[] }>("/api/counters"), 200).items;
    expect(counters.find(({ number }) => number === 3)).toMatchObject({ state: "open", clerk: { name: "clerk-at-3" } });
  });

  it("remembers the counter for the next sign-in and puts it first", async () => {
    const { page } = await stage.atCounter3();
    await page.getByRole("button", { name: "开放", exact: true }).click();
    await page.getByRole("button", { name: "关闭窗口" }).click();
    await page.getByText("上次在这里").waitFor();
    expect(await page.locator("ld-counter-choice li .label").first().textContent()).toBe("3号窗口");
  });

  it("offers a clerk only the counters that are theirs", async () => {
    const hall = await stage.hall();
    await makeUser(hall, "bound", { counters: [2, 5] });
    const page = await stage.open(hall, "bound");
    await page.locator("ld-counter-choice li").first().waitFor();
    expect(await page.locator("ld-counter-choice li .label").allTextContents()).toEqual(["2号窗口", "5号窗口"]);
  });

  it("counts who waits at each counter, as they come", async () => {
    const hall = await stage.hall();
    await makeUser(hall, "bound", { counters: [3, 5] });
    const page = await stage.open(hall, "bound");
    const waiting = page.locator("ld-counter-choice li", { hasText: "3号窗口" }).locator(".waiting");
    await waiting.getByText("等候0位").waitFor();
    await hall.station.take("pension");
    await waiting.getByText("等候1位").waitFor();
  });

  it("takes a counter over with its ticket after a clear question, and the other panel says who did", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await makeUser(hall, "wangfang");
    const other = await stage.open(hall, "wangfang");
    await other.getByRole("button", { name: "接手 3号窗口" }).click();
    await other.getByText("clerk-at-3正在这个窗口，手上是S001").waitFor();
    await other.getByRole("button", { name: "接手", exact: true }).click();
    await inHand(other, "called", "S001");
    await page.getByText("3号窗口已由wangfang接手").waitFor();
  });

  it("closes the counter and signs out, and shows nothing of the hall to whoever comes next", async () => {
    const { hall, page } = await stage.atCounter3();
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: "关闭窗口并退出" }).click();
    await page.getByLabel("用户名").waitFor();
    await page.reload();
    await page.getByLabel("用户名").waitFor();
    expect(await page.getByRole("heading", { name: "3号窗口" }).count()).toBe(0);
    const counters = expected(await hall.manager.get<{ items: Counter[] }>("/api/counters"), 200).items;
    expect(counters.find(({ number }) => number === 3)).toMatchObject({ state: "closed", clerk: null });
  });

  it("does not sign out with a ticket in hand, and says which", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: "关闭窗口并退出" }).click();
    await page.getByRole("alert").getByText("请先结束S001").waitFor();
    await inHand(page, "called", "S001");
  });

  it("changes the password, and says when the present one is wrong", async () => {
    const { hall, page } = await stage.atCounter3();
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: "修改密码" }).click();
    const change = async (before: string): Promise<void> => {
      await page.getByLabel("现在的密码").fill(before);
      await page.getByLabel(/至少8位/).fill("a-better-password");
      await page.getByLabel("再输一次新密码").fill("a-better-password");
      await page.keyboard.press("Enter");
    };
    await change("not-the-password");
    await page.getByText("现在的密码不对").waitFor();
    await change("password-of-panel");
    await page.getByText("密码已修改").waitFor();
    await hall.desk.signIn("clerk-at-3", "a-better-password");
  });
});
