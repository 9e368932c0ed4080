import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { EmergencyNow } from "../../shared/wire/emergency.ts";
import { expected } from "../support/desk.ts";
import { consoleStage } from "./console-page.ts";
import { makeUser, panelStage, type PanelHall } from "./panel-page.ts";

const panels = panelStage();
const consoles = consoleStage();

const running = async ({ desk }: Pick<PanelHall, "desk">) =>
  expected(await desk.stranger().get<EmergencyNow>("/api/emergency"), 200).emergency;
const opens = (page: Page) => page.getByRole("button", { name: "紧急通知" }).click();
const show = (page: Page) => page.getByRole("button", { name: "立即播出" });
const chooses = (page: Page, template: string) => page.locator(`[data-template=${template}]`).click();
const line = (page: Page, text: string) => page.locator("ld-emergency-board .note", { hasText: text });

describe("raising an emergency at the panel", () => {
  const guideDesk = async () => {
    const hall = await panels.hall();
    await makeUser(hall, "guide", { role: "guide" });
    return { hall, page: await panels.open(hall, "guide") };
  };

  it("takes two presses in its form: what to show, and to show it", async () => {
    const { hall, page } = await guideDesk();
    await opens(page);
    await chooses(page, "fire");
    expect(await running(hall)).toBeNull();
    await show(page).click();
    await line(page, "正在播出:请立即离开大厅".replace(":", "\uFF1A")).waitFor();
    expect(await line(page, "guide发出").count()).toBe(1);
    expect((await running(hall))?.template).toBe("fire");
    expect(await page.locator("ld-emergency-form").count()).toBe(0);
  });

  it("does nothing by one press, by showing what is not chosen, or by a key held down", async () => {
    const { hall, page } = await guideDesk();
    await page.locator("ld-emergency-button button").focus();
    for (let times = 0; times < 8; times += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.locator("ld-emergency-form").waitFor();
    // A browser driver waits for a button that says it is off; a hand does not.
    await show(page).dispatchEvent("click");
    await page.locator("[data-template=fire]").focus();
    for (let times = 0; times < 8; times += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.locator("[data-template=fire][aria-pressed=true]").waitFor();
    await page.keyboard.press("Enter");
    expect(await running(hall)).toBeNull();
    await page.keyboard.press("Escape");
    await page.locator("ld-emergency-form").waitFor({ state: "detached" });
    expect(await running(hall)).toBeNull();
  });

  it("takes words of one's own, a time and no names of areas where the hall has one", async () => {
    const { hall, page } = await guideDesk();
    await opens(page);
    await chooses(page, "free");
    expect(await show(page).getAttribute("aria-disabled")).toBe("true");
    await page.getByLabel("中文内容").fill("浙A12345请挪车");
    await page.getByLabel("多少分钟后自动结束").fill("0");
    expect(await show(page).getAttribute("aria-disabled")).toBe("true");
    await page.getByLabel("多少分钟后自动结束").fill("5");
    await show(page).click();
    await line(page, "紧急通知").waitFor();
    expect(await running(hall)).toMatchObject({ template: null, text: { zh: "浙A12345请挪车" } });
  });

  it("is seen by a clerk, who can neither raise nor end one", async () => {
    const { hall, page } = await guideDesk();
    const clerk = await panels.clerkAt(hall, 4);
    await opens(page);
    await chooses(page, "medical");
    await show(page).click();
    await line(clerk, "现场需要医护帮助").waitFor();
    expect(await clerk.locator("ld-emergency-button").count()).toBe(0);
    expect(await clerk.getByRole("button", { name: "解除" }).count()).toBe(0);
  });

  it("is ended by two presses, the safe answer standing where the first was", async () => {
    const { hall, page } = await guideDesk();
    expected(await hall.manager.post("/api/emergency", { template: "fire", minutes: 5 }), 201);
    const clears = page.getByRole("button", { name: "解除", exact: true });
    await clears.click();
    await page.getByRole("button", { name: "不解除" }).click();
    await clears.click();
    expect(await running(hall)).not.toBeNull();
    await page.getByRole("button", { name: "确认解除" }).click();
    await line(page, "正在播出").waitFor({ state: "detached" });
    expect(await running(hall)).toBeNull();
  });
});

describe("raising an emergency at the console", () => {
  it("takes two presses in its form, and two to end it", async () => {
    const hall = await consoles.hall();
    const page = await consoles.openConsole(hall);
    await opens(page);
    await chooses(page, "system");
    expect(await running(hall)).toBeNull();
    await show(page).click();
    await line(page, "系统故障").waitFor();
    await page.getByRole("button", { name: "解除", exact: true }).click();
    await page.getByRole("button", { name: "确认解除" }).click();
    await line(page, "正在播出").waitFor({ state: "detached" });
    expect(await running(hall)).toBeNull();
  });

  it("is seen by a technician, who cannot end it", async () => {
    const hall = await consoles.hall();
    const manager = await hall.desk.manager();
    const technician = { user: "tech", name: "运维", role: "technician", password: "long-enough" };
    expected(await manager.post("/api/users", technician), 201);
    expected(await manager.post("/api/emergency", { template: "fire", minutes: 5 }), 201);
    const page = await consoles.open(`${hall.url}/console/`);
    await page.getByLabel("用户名").fill("tech");
    await page.getByLabel("密码").fill("long-enough");
    await page.getByRole("button", { name: "登录" }).click();
    await line(page, "请立即离开大厅").waitFor();
    expect(await page.getByRole("button", { name: "解除", exact: true }).count()).toBe(0);
    expect(await page.locator("ld-emergency-button").count()).toBe(0);
  });
});
