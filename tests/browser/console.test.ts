import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { expected } from "../support/desk.ts";
import { MANAGER_PASSWORD } from "../support/hub.ts";
import { barriers } from "./barriers.ts";
import { consoleStage, focused, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let hall: ConsoleHall;
let page: Page;

beforeEach(async () => {
  hall = await stage.hall();
});

async function open(place = ""): Promise<void> {
  page = await stage.openConsole(hall, place);
}

const sections = () => page.getByRole("navigation").getByRole("link").allInnerTexts();

describe("signing in to the console", () => {
  it("says beside the form that name or password were wrong, and then lets the right one in", async () => {
    page = await stage.open(`${hall.url}/console/`);
    await signIn(page, "manager", "not the password");
    await page.getByRole("alert").getByText("用户名或密码不对").waitFor();
    // The wrong one is selected: what is typed now takes its place.
    await expect.poll(() => focused(page)).toBe("password");
    await page.keyboard.type(MANAGER_PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "设备", exact: true }).waitFor();
    // The first manager is called what it is, and that is said once.
    expect(await page.locator("ld-console-header .who").innerText()).toBe("管理员");
    const own = ["设备", "内容", "一周排期", "屏幕", "播放记录", "打印", "用户", "大厅", "修改密码"];
    expect(await sections()).toEqual(own);
  });

  it("shows a technician no users and no hall file", async () => {
    const { id } = await hall.desk.staff("technician");
    page = await stage.open(`${hall.url}/console/#users/${id}`);
    await signIn(page, "technician-1", "password-of-technician-1");
    await page.getByRole("heading", { name: "设备", exact: true }).waitFor();
    expect(await sections()).toEqual(["设备", "屏幕", "内容", "一周排期", "播放记录", "打印", "修改密码"]);
  });

  it("has for a clerk the own password alone, and says whose the rest is", async () => {
    await hall.desk.staff("clerk");
    page = await stage.open(`${hall.url}/console/`);
    await signIn(page, "clerk-1", "password-of-clerk-1");
    await page.getByText("设备和用户由管理员或运维管理").waitFor();
    expect(await sections()).toEqual(["修改密码"]);
  });

  it("ends with signing out, and stays at the same place for the next sign-in", async () => {
    await open("#hall");
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("heading", { name: "登录管理台" }).waitFor();
    expect(await page.evaluate(async () => (await fetch("/api/devices")).status)).toBe(401);
    await signIn(page);
    await page.getByRole("heading", { name: "大厅", exact: true }).waitFor();
  });

  it("ends at once when the user is deleted elsewhere, and says so", async () => {
    const { id } = await hall.desk.staff("technician");
    page = await stage.open(`${hall.url}/console/`);
    await signIn(page, "technician-1", "password-of-technician-1");
    await page.getByText("中枢正常").waitFor();
    await (await hall.desk.manager()).ask("DELETE", `/api/users/${id}`);
    await page.getByText("登录已失效，请重新登录").waitFor();
  });
});

describe("one's own password", () => {
  it("is changed by who knows the old one", async () => {
    await open("#account");
    const fill = async (old: string, fresh: string, again: string) => {
      await page.getByLabel("现在的密码").fill(old);
      await page.getByLabel("新密码", { exact: true }).fill(fresh);
      await page.getByLabel("再输一次新密码").fill(again);
      await page.getByRole("button", { name: "修改密码" }).click();
    };
    await fill("not the old one", "short", "other");
    expect(await page.locator("#new-under").innerText()).toContain("密码至少8位");
    expect(await page.locator("#again-under").innerText()).toContain("两次新密码不一样");
    await fill("not the old one", "a new password", "a new password");
    await page.locator("#old-under").getByText("现在的密码不对").waitFor();
    await fill(MANAGER_PASSWORD, "a new password", "a new password");
    await page.getByText("密码已修改").waitFor();
    expect(await focused(page)).toContain("密码已修改");
    await expect(hall.desk.signIn("manager", MANAGER_PASSWORD)).rejects.toThrow("not-signed-in");
    await hall.desk.signIn("manager", "a new password");
    await page.getByRole("link", { name: "用户", exact: true }).click();
    await page.getByRole("row", { name: /您自己/ }).waitFor();
  });
});

describe("the hall's file", () => {
  it("is handed out as the hub runs it", async () => {
    await open("#hall");
    await page.getByText("江滨社区便民服务中心").first().waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出大厅文件" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("jiangbin-2026-11-25.json");
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
    const runs = await (await hall.desk.manager()).get("/api/hall/file");
    expect(JSON.parse(Buffer.concat(chunks).toString("utf8"))).toEqual(runs.body);
  });
});

describe("the hall's holidays", () => {
  it("are imported for a year that nobody has told of, and a wrong date is named", async () => {
    await open("#hall");
    const calendar = page.locator("ld-hall-calendar");
    await calendar.getByText("中国 · 已知到2026-12-31").waitFor();
    await calendar.getByLabel("年份").fill("2027");
    await calendar.getByRole("button", { name: "导入", exact: true }).click();
    await calendar.getByText("请填放假的日期").waitFor();
    await calendar.getByLabel("放假的日期").fill("2027-01-01\n2028-01-02");
    await calendar.getByLabel("调休上班的日期").fill("2027-01-03");
    await calendar.getByRole("button", { name: "导入", exact: true }).click();
    await calendar.getByText("这个日期不对：2028-01-02").waitFor();
    await calendar.getByLabel("放假的日期").fill("2027-01-01\n2027-01-02");
    await calendar.getByRole("button", { name: "导入", exact: true }).click();
    await calendar.getByText("中国 · 已知到2027-12-31").waitFor();
    await calendar.getByText("放假2天，调休上班1天").waitFor();
    expect(await focused(page)).toBe("导入");
    await calendar.getByRole("button", { name: "撤回导入的2027年" }).click();
    await calendar.getByText("中国 · 已知到2027-12-31").waitFor();
    await calendar.getByRole("button", { name: "撤回", exact: true }).click();
    await calendar.getByText("中国 · 已知到2026-12-31").waitFor();
  });

  it("stand beside what counters do today, which one press changes", async () => {
    await open("#hall");
    const everything = page.locator('ld-counter-presets [data-counter="7"] [data-preset="everything"]');
    await everything.click();
    await page
      .locator('ld-counter-presets [data-counter="7"] [data-preset="everything"][aria-pressed="true"]')
      .waitFor();
    await page.getByText("7号窗口已改办「全部业务」").waitFor();
  });
});

describe("the hall today", () => {
  it("says what it waits for while its services are not there yet", async () => {
    await open();
    await page.route("**/api/hall", (route) => route.abort());
    await page.getByRole("link", { name: "大厅", exact: true }).click();
    const today = page.locator("ld-hall-today");
    await today.getByText("连不上中枢，正在重试").waitFor();
    await page.unroute("**/api/hall");
    await today.getByLabel("延长到").waitFor();
    expect(await today.getByText("连不上中枢").count()).toBe(0);
  });

  it("stops a service with a reason and takes it up again", async () => {
    await open("#hall");
    const today = page.locator("ld-hall-today");
    await today.getByLabel("业务").selectOption("proof");
    await today.getByLabel("原因").fill("网络故障");
    await today.getByLabel("到几点").fill("10:40");
    await today.getByRole("button", { name: "暂停", exact: true }).click();
    await today.locator('[data-service="proof"]').getByText("暂停办理：网络故障，10:40恢复").waitFor();
    expect(await today.getByLabel("原因").inputValue()).toBe("");
    expect(await barriers(page)).toEqual([]);
    await today.getByText("社区证明开具已暂停，到10:40").waitFor();
    await today.getByRole("button", { name: "恢复社区证明开具" }).click();
    await today.getByText("社区证明开具已恢复").waitFor();
    await today.locator('[data-service="proof"]').waitFor({ state: "detached" });
  });

  it("is longer where the manager says so, and says which time cannot be", async () => {
    await open("#hall");
    const today = page.locator("ld-hall-today");
    await today.getByText("现在到12:00").waitFor();
    await today.getByLabel("延长到").fill("11:00");
    await today.getByRole("button", { name: "延长", exact: true }).click();
    await today.getByRole("alert").waitFor();
    await today.getByLabel("延长到").fill("12:30");
    await today.getByRole("button", { name: "延长", exact: true }).click();
    await today.getByText("现在到12:30").waitFor();
  });

  it("tells how many questions the desk has answered", async () => {
    const guide = await hall.desk.staff("guide");
    for (let question = 0; question < 2; question += 1) expected(await guide.post("/api/enquiries"), 200);
    await open("#hall");
    await page.locator('ld-enquiry-days [data-date="2026-11-25"]').getByText("2个").waitFor();
  });
});

describe("the console while the hub is away", () => {
  it("says so, keeps what it knew, and recovers by itself", async () => {
    const { id } = await hall.desk.device("screen", { name: "大厅东屏" });
    await open(`#devices/${id}`);
    await page.getByRole("link", { name: "大厅东屏" }).waitFor();
    await stage.restart(hall, async () => {
      await page.getByText("连不上中枢，下面可能不是最新").waitFor();
      await page.getByText("中枢断开，正在重连").waitFor();
      await page.getByRole("link", { name: "大厅东屏" }).waitFor();
      await page.getByRole("button", { name: "取消接入" }).click();
      await page.getByRole("button", { name: "取消接入" }).click();
      await page.getByText("连不上中枢，没有保存，请再试一次").waitFor();
    });
    await page.getByText("中枢正常").waitFor();
    await page.getByText("连不上中枢，下面可能不是最新").waitFor({ state: "detached" });
  });

  it("says so before anybody can sign in", async () => {
    page = await stage.open("about:blank");
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`${hall.url}/console/`);
    await page.getByText("连不上中枢，正在重试").waitFor();
    await page.unroute("**/api/**");
    await page.getByRole("heading", { name: "登录管理台" }).waitFor();
  });
});

describe("the console's pages", () => {
  it.each(["简体中文", "繁體中文", "English"])("can be read and worked by everybody: %s", async (language) => {
    const manager = await hall.desk.manager();
    const { id } = await hall.desk.device("station", { name: "东门取号机" });
    const printer = { kind: "tcp", host: "127.0.0.1", port: 9, columns: 48 };
    expected(await manager.ask("PUT", `/api/devices/${id}/printer`, { body: printer }), 200);
    const { id: person } = await hall.desk.staff("clerk", { counters: [1, 2] });
    await manager.take("allowance");
    page = await stage.open(`${hall.url}/console/`);
    await page.getByRole("heading", { name: "登录管理台" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await signIn(page);
    await page.getByRole("button", { name: language }).click();
    for (const place of [`devices/${id}`, "printing", `users/${person}`, "users/new", "hall", "account"]) {
      await page.goto(`${hall.url}/console/#${place}`);
      await page.getByRole("heading").first().waitFor();
      const loading = page.locator("[role=status]", { hasText: /正在读取|正在讀取|Loading/ });
      await expect.poll(() => loading.count()).toBe(0);
      expect(await barriers(page), place).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, place).toBeLessThanOrEqual(0);
    }
  });
});
