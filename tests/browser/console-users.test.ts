import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { User } from "../../shared/wire/access.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import { expected } from "../support/desk.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import { consoleStage, focused, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let hall: ConsoleHall;
let page: Page;

beforeEach(async () => {
  hall = await stage.hall();
});

async function open(place: string): Promise<void> {
  page = await stage.openConsole(hall, place);
}

async function users(): Promise<User[]> {
  const manager = await hall.desk.manager();
  return expected(await manager.get<{ items: User[] }>("/api/users"), 200).items;
}

async function jobs(): Promise<PrintJob[]> {
  const manager = await hall.desk.manager();
  return expected(await manager.get<{ items: PrintJob[] }>("/api/print-jobs"), 200).items;
}

describe("the manager", () => {
  it("makes a user, who can then sign in", async () => {
    await open("#users");
    await page.getByRole("link", { name: "新用户" }).click();
    await expect.poll(() => focused(page)).toBe("name");
    await page.getByLabel("姓名", { exact: true }).fill("李敏");
    await page.getByLabel("用户名", { exact: true }).fill("limin");
    await page.getByLabel("身份").selectOption({ label: "窗口人员" });
    await page.getByLabel("只限这些").check();
    await page.getByLabel("1号窗口").check();
    await page.getByLabel("3号窗口").check();
    await page.getByLabel("密码", { exact: true }).fill("password-of-limin");
    await page.getByRole("button", { name: "建立用户" }).click();
    await page.getByText("✓ 已建立李敏").waitFor();
    expect(await focused(page)).toBe("✓ 已建立李敏");
    await page.getByRole("row", { name: /李敏.*limin.*窗口人员.*1号窗口、3号窗口/ }).waitFor();
    expect(await users()).toContainEqual(
      expect.objectContaining({ user: "limin", name: "李敏", role: "clerk", counters: [1, 3] }),
    );
    const theirs = await stage.open(`${hall.url}/console/`);
    await signIn(theirs, "limin", "password-of-limin");
    await theirs.getByText("李敏 · 窗口人员").waitFor();
  });

  it("hears beside each field what is missing, and which name is taken", async () => {
    await hall.desk.staff("clerk");
    await open("#users/new");
    await page.getByRole("button", { name: "建立用户" }).click();
    expect(await page.locator("#name-under").innerText()).toContain("请填姓名");
    expect(await page.locator("#user-under").innerText()).toContain("字母或数字开头");
    expect(await page.locator("#password-under").innerText()).toContain("密码至少8位");
    await page.getByLabel("姓名", { exact: true }).fill("李敏");
    await page.getByLabel("用户名", { exact: true }).fill("li min");
    await page.getByRole("button", { name: "建立用户" }).click();
    expect(await page.locator("#user-under").innerText()).toContain("不能有空格");
    await page.getByLabel("用户名", { exact: true }).fill("clerk-1");
    await page.getByLabel("密码", { exact: true }).fill("long enough");
    await page.getByRole("button", { name: "建立用户" }).click();
    await page.locator("#user-under").getByText("已有人用").waitFor();
    await page.getByLabel("用户名", { exact: true }).fill("clerk-2");
    expect(await page.locator("#user-under").innerText()).not.toContain("已有人用");
    await page.getByRole("button", { name: "建立用户" }).click();
    await page.getByText("✓ 已建立李敏").waitFor();
  });

  it("changes a user's role, counters and password", async () => {
    const { id } = await hall.desk.staff("clerk", { counters: [1] });
    await open(`#users/${id}`);
    await page.getByLabel("身份").selectOption({ label: "导办员" });
    await page.getByLabel("不限").check();
    await page.getByLabel("新密码").fill("another password");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await users()).toContainEqual(expect.objectContaining({ id, role: "guide", counters: null }));
    await hall.desk.signIn("clerk-1", "another password");
  });

  it("deletes a user only when it was meant", async () => {
    const { id } = await hall.desk.staff("clerk");
    await open(`#users/${id}`);
    await page.getByRole("button", { name: "删除此用户" }).click();
    await page.getByRole("button", { name: "不删除" }).click();
    expect(await users()).toHaveLength(2);
    await page.getByRole("button", { name: "删除此用户" }).click();
    await page.getByRole("button", { name: "删除clerk 1" }).click();
    await page.getByText("✓ 已删除clerk 1").waitFor();
    expect(await users()).toMatchObject([{ user: "manager" }]);
  });

  it("hears why somebody who sits at a counter cannot be deleted", async () => {
    const clerk = await hall.desk.clerkAt(3);
    await open(`#users/${clerk.id}`);
    await page.getByRole("button", { name: "删除此用户" }).click();
    await page.getByRole("button", { name: /^删除clerk/ }).click();
    await page.getByRole("alert").getByText("请先关闭窗口").waitFor();
    expect(await users()).toHaveLength(2);
  });

  it("cannot lock the own door", async () => {
    await open("#users");
    await page
      .getByRole("row", { name: /您自己/ })
      .getByRole("link")
      .click();
    await page.getByText("自己的身份要由另一位管理员改").waitFor();
    expect(await page.getByLabel("身份").isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "删除此用户" }).count()).toBe(0);
  });
});

describe("the print jobs", () => {
  beforeEach(async () => {
    const station = await hall.desk.device("station", { name: "东门取号机" });
    const manager = await hall.desk.manager();
    const printer = { kind: "tcp", host: "127.0.0.1", port: 9, columns: 48 };
    expected(await manager.ask("PUT", `/api/devices/${station.id}/printer`, { body: printer }), 200);
    for (let taken = 0; taken < 2; taken++) await station.take("allowance");
    await open("#printing");
  });

  it("are listed with their station, by state", async () => {
    await page.getByRole("row", { name: /M001.*等待打印.*东门取号机/ }).waitFor();
    await page.getByRole("row", { name: /M002/ }).waitFor();
    await page.getByRole("button", { name: "已打印" }).click();
    await page.getByText("没有这样的打印任务").waitFor();
    await page.getByRole("button", { name: "全部" }).click();
    await page.getByRole("row", { name: /M001/ }).waitFor();
  });

  it("are asked for in fields that stand in line", async () => {
    const tops = await Promise.all(
      ["哪天的号", "按今天的号码找"].map(
        async (name) => (await page.getByText(name, { exact: true }).boundingBox())?.y,
      ),
    );
    expect(tops[0]).toBeGreaterThan(0);
    expect(tops[1]).toBe(tops[0]);
  });

  it("say what there is none of, where nothing waits", async () => {
    await page.getByRole("row", { name: /M001/ }).waitFor();
    hall.hub.clock.set("2026-11-26T09:00:00+08:00");
    await page.getByLabel("哪天的号").fill("2026-11-26");
    await page.getByText("没有等待打印的小票").waitFor();
  });

  it("are listed newest first, of every day or of one", async () => {
    const numbers = () => page.locator("tbody .what").allInnerTexts();
    await page.getByRole("row", { name: /M002/ }).waitFor();
    expect(await numbers()).toEqual(["M002", "M001"]);
    hall.hub.clock.set("2026-11-26T09:00:00+08:00");
    await (await hall.desk.station()).take("medical");
    await page.getByRole("button", { name: "全部" }).click();
    await page.getByRole("row", { name: /Y001/ }).waitFor();
    expect(await numbers()).toEqual(["Y001", "M002", "M001"]);
    await page.getByLabel("哪天的号").fill("2026-11-25");
    // The list is empty while the other day is being fetched.
    await page.getByRole("row", { name: /Y001/ }).waitFor({ state: "detached" });
    await page.getByRole("row", { name: /M001/ }).waitFor();
    expect(await numbers()).toEqual(["M002", "M001"]);
    await page.getByRole("button", { name: "不限日期" }).click();
    await page.getByRole("row", { name: /Y001/ }).waitFor();
  });

  it("are not printed a second time while the first is still to come", async () => {
    await page.getByRole("row", { name: /M002.*等待打印/ }).waitFor();
    expect(await page.getByRole("button", { name: /打M00/ }).count()).toBe(0);
  });

  it("are found by their number, and printed again as a copy", async () => {
    const printer = await FakePrinter.start();
    try {
      const station = await hall.desk.device("station", { name: "西门取号机" });
      const body = { kind: "tcp", ...printer.address, columns: 48 };
      expected(await (await hall.desk.manager()).ask("PUT", `/api/devices/${station.id}/printer`, { body }), 200);
      await station.take("allowance");
      await page.getByLabel("按今天的号码找").fill("m003");
      await page.getByRole("button", { name: "找", exact: true }).click();
      await page.getByRole("row", { name: /M001/ }).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "补打M003" }).click();
      await page.getByText("M003已补打").waitFor();
      await expect.poll(() => focused(page)).toContain("M003已补打");
      await page.getByRole("row", { name: /M003.*（补打）/ }).waitFor();
      expect(await jobs()).toContainEqual(expect.objectContaining({ number: "M003", copy: true }));
    } finally {
      await printer.turnOff();
    }
  });

  it("that were only kept are printed where the hall has a printer", async () => {
    await (await hall.desk.device("station")).take("allowance");
    await page.getByRole("button", { name: "全部" }).click();
    await page.getByRole("button", { name: "打印M003", exact: true }).click();
    await page.getByText("M003已送去打印").waitFor();
    await page.getByRole("row", { name: /M003.*（补打）.*等待打印/ }).waitFor();
    await page.getByRole("button", { name: "打印M003", exact: true }).waitFor({ state: "detached" });
  });

  it("are not found for a number that nobody has", async () => {
    await page.getByLabel("按今天的号码找").fill("Z999");
    await page.getByRole("button", { name: "找", exact: true }).click();
    await page.getByRole("alert").getByText("今天没有Z999").waitFor();
  });
});
