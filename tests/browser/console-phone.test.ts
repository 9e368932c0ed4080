import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { Device } from "../../shared/wire/access.ts";
import { expected } from "../support/desk.ts";
import { barriers } from "./barriers.ts";
import { consoleStage, focused, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let hall: ConsoleHall;
let page: Page;

/** Pixels of the shortest side of what a finger has to meet. */
const finger = 44;

beforeEach(async () => {
  hall = await stage.hall();
});

async function open(width?: number): Promise<void> {
  page = await stage.openOnPhone(hall, width);
  await signIn(page);
  await page.getByRole("button", { name: "退出登录" }).waitFor();
}

/** How much wider the page is than the screen. */
const beyond = () =>
  page.evaluate((width) => document.documentElement.scrollWidth - width, page.viewportSize()?.width ?? 0);

/** What can be touched and is too small for a finger, by what it says and its size. */
async function tooSmall(): Promise<string[]> {
  const found = page.locator("a:visible, button:visible, select:visible, input:visible, .choice:visible");
  return found.evaluateAll((all, least) => {
    return all
      .filter((each) => each.closest(".choice") === null || each.matches(".choice"))
      .map((each) => ({ says: each.textContent.trim(), box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.height < least - 0.5 || box.width < least - 0.5)
      .map(({ says, box }) => `${says} ${String(box.width)}×${String(box.height)}`);
  }, finger);
}

describe("the console on a phone", () => {
  it("approves a device by the digits that are read off it", async () => {
    const offered = await hall.desk.stranger().post<{ id: string; code: string }>("/api/devices", { kind: "screen" });
    const { code } = expected(offered, 201);
    await open();
    await page.getByRole("link", { name: "综合屏" }).tap();
    await page.getByLabel("设备上显示的六位码").waitFor();
    await expect.poll(() => focused(page)).toBe("code");
    expect(await page.getByRole("heading", { name: "等待批准" }).isVisible()).toBe(false);
    await page.getByLabel("设备上显示的六位码").fill(code);
    await page.getByLabel("名称").fill("大厅东屏");
    await page.getByRole("button", { name: "批准接入" }).tap();
    await page.getByText("已批准，设备会自动继续").waitFor();
    const manager = await hall.desk.manager();
    expect(expected(await manager.get<{ items: Device[] }>("/api/devices"), 200).items).toMatchObject([
      { kind: "screen", name: "大厅东屏", state: "paired" },
    ]);
  });

  it("shows what is chosen in the list's place, and leads back to its row", async () => {
    for (let number = 1; number <= 25; number++)
      await hall.desk.device("screen", { name: `屏${String(100 + number)}` });
    await open();
    await page.getByRole("link", { name: "屏124" }).tap();
    await page.getByRole("heading", { name: "屏124" }).waitFor();
    const heading = await page.getByRole("heading", { name: "屏124" }).boundingBox();
    expect(heading?.y).toBeGreaterThanOrEqual(0);
    expect(heading?.y).toBeLessThan(600);
    expect(await page.getByRole("link", { name: "屏101" }).isVisible()).toBe(false);
    await page.getByRole("link", { name: "全部设备" }).tap();
    await page.getByRole("link", { name: "屏101" }).waitFor();
    await expect.poll(() => focused(page)).toBe("屏124");
  });

  it("says over the list of users what became of one", async () => {
    await open();
    await page.getByRole("link", { name: "用户", exact: true }).tap();
    await page.getByRole("link", { name: "新用户" }).tap();
    await page.getByLabel("姓名", { exact: true }).fill("李敏");
    await page.getByLabel("用户名", { exact: true }).fill("limin");
    await page.getByLabel("密码", { exact: true }).fill("password-of-limin");
    await page.getByRole("button", { name: "建立用户" }).tap();
    await page.getByText("✓ 已建立李敏").waitFor();
    await page.getByRole("link", { name: "李敏" }).waitFor();
    await expect.poll(() => focused(page)).toBe("✓ 已建立李敏");
  });

  it.each([
    [360, "简体中文"],
    [360, "English"],
  ] as const)("at %i pixels fits the screen and the finger in all its sections: %s", async (width, language) => {
    const manager = await hall.desk.manager();
    const station = await hall.desk.device("station", { name: "东门取号机" });
    const printer = { kind: "tcp", host: "127.0.0.1", port: 9, columns: 48 };
    expected(await manager.ask("PUT", `/api/devices/${station.id}/printer`, { body: printer }), 200);
    await hall.desk.device("counter-screen", { name: "二楼社保大厅北侧三号窗口上方的小屏", counter: 3 });
    const { id: person } = await hall.desk.staff("clerk", { counters: [1, 2, 3, 4, 5] });
    await station.take("allowance");
    await (await hall.desk.device("station")).take("medical");
    await hall.desk.stranger().post("/api/devices", { kind: "panel" });
    page = await stage.openOnPhone(hall, width);
    await page.getByRole("heading", { name: "登录管理台" }).waitFor();
    expect(await beyond()).toBeLessThanOrEqual(0);
    await signIn(page);
    await page.getByRole("button", { name: language }).tap();
    const places = [
      "devices",
      `devices/${station.id}`,
      "printing",
      "users",
      `users/${person}`,
      "users/new",
      "hall",
      "account",
    ];
    for (const place of places) {
      await page.goto(`${hall.url}/console/#${place}`);
      await page.locator(`nav a[aria-current=page][href="#${place.split("/")[0] ?? ""}"]`).waitFor();
      const reading = page.locator("[role=status]", { hasText: /正在读取|Loading/ });
      await expect.poll(() => reading.count()).toBe(0);
      if (place === "printing") await page.getByRole("button", { name: /^(全部|All)$/ }).tap();
      expect(await beyond(), place).toBeLessThanOrEqual(0);
      expect(await tooSmall(), place).toEqual([]);
      expect(await barriers(page), place).toEqual([]);
    }
  });
});
