import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { Device } from "../../shared/wire/access.ts";
import { expected, type Person } from "../support/desk.ts";
import { consoleStage, focused, lookAgain, signIn, type ConsoleHall } from "./console-page.ts";

const stage = consoleStage();
let hall: ConsoleHall;
let page: Page;

beforeEach(async () => {
  hall = await stage.hall();
  page = await stage.openConsole(hall);
});

async function devices(): Promise<Device[]> {
  const manager = await hall.desk.manager();
  return expected(await manager.get<{ items: Device[] }>("/api/devices"), 200).items;
}

/** A device that asks to be let in, and stands in the console's list. */
async function offer(kind: string): Promise<{ id: string; code: string }> {
  const offered = expected(
    await hall.desk.stranger().post<{ id: string; code: string }>("/api/devices", { kind }),
    201,
  );
  await lookAgain(page);
  return offered;
}

const wrongCode = (code: string) => (code === "123456" ? "654321" : "123456");
const codeField = () => page.getByLabel("设备上显示的六位码");
const approve = () => page.getByRole("button", { name: "批准接入" });
/** What stands below the code and is read out with it. */
const underCode = () => page.locator("#code-under");

describe("pairing a device", () => {
  it("shows a code on the device, takes it in the console, and lets the device go on", async () => {
    const station = await stage.open(`${hall.url}/station/`);
    const code = await station.locator("ld-pairing .code").getAttribute("aria-label");
    await lookAgain(page);
    await page.getByRole("link", { name: "取号机" }).click();
    await codeField().fill(code ?? "");
    await page.getByLabel("名称").fill("东门取号机");
    await approve().click();
    await page.getByText("已批准，设备会自动继续").waitFor();
    await station.locator("[data-service]").first().waitFor();
    await page.getByRole("row", { name: /东门取号机.*已连接/ }).waitFor();
    expect(await devices()).toMatchObject([{ kind: "station", name: "东门取号机", state: "paired", connected: true }]);
  });

  it("never shows the code in the console", async () => {
    const { code } = await offer("screen");
    await page.getByRole("link", { name: "综合屏" }).click();
    await codeField().waitFor();
    const answered = await page.evaluate(async () => (await fetch("/api/devices")).text());
    expect(answered).toContain("pending");
    expect(answered + (await page.locator("body").innerText())).not.toContain(code);
  });

  it("begins with the cursor in the six digits, and ends with it on what is said", async () => {
    const { code } = await offer("screen");
    await page.getByRole("link", { name: "综合屏" }).click();
    await codeField().waitFor();
    await expect.poll(() => focused(page)).toBe("code");
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await page.getByText("已批准").waitFor();
    await expect.poll(() => focused(page)).toContain("已批准");
    await page.getByRole("row", { name: /综合屏.*等待连接/ }).waitFor();
    await page.getByText(/请求接入$/).waitFor();
  });

  it("begins anew for another device", async () => {
    await offer("screen");
    await offer("panel");
    await page.getByRole("link", { name: "综合屏" }).click();
    await codeField().fill("123");
    await page.getByRole("link", { name: "叫号端" }).click();
    await page.getByText("批准这台叫号端").waitFor();
    expect(await codeField().inputValue()).toBe("");
  });

  it("wants to know which counter a counter screen shows, and nothing of other devices", async () => {
    const { code } = await offer("counter-screen");
    await page.getByRole("link", { name: "窗口屏" }).click();
    await codeField().fill(code);
    await approve().click();
    expect(await page.locator("#counter-under").innerText()).toContain("请选这块屏显示哪个窗口");
    expect(await devices()).toMatchObject([{ state: "pending" }]);
    await page.getByLabel("窗口", { exact: true }).selectOption({ label: "2号窗口" });
    await approve().click();
    await page.getByText("已批准").waitFor();
    expect(await devices()).toMatchObject([{ kind: "counter-screen", counter: 2, state: "paired" }]);
  });

  it("is what the first page leads a counter screen to, whose counter is chosen here", async () => {
    const screen = await stage.open(`${hall.url}/`);
    const link = screen.getByRole("link", { name: /^窗口屏/ });
    await link.getByText("在管理台选窗口").waitFor();
    await link.click();
    await screen.locator("ld-pairing .code").waitFor();
    expect(new URL(screen.url()).search).toBe("");
  });

  it("takes a code typed in two groups, and gives a counter screen its counter", async () => {
    const { code } = await offer("counter-screen");
    await page.getByRole("link", { name: "窗口屏" }).click();
    await codeField().fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByLabel("窗口", { exact: true }).selectOption({ label: "3号窗口" });
    await approve().click();
    await page.getByText("已批准").waitFor();
    expect(await devices()).toMatchObject([{ kind: "counter-screen", counter: 3, state: "paired" }]);
  });

  it("says beside the code that it is missing, or wrong", async () => {
    const { code } = await offer("panel");
    await page.getByRole("link", { name: "叫号端" }).click();
    await codeField().fill("12345");
    await approve().click();
    expect(await underCode().innerText()).toContain("请输入六位数字");
    await codeField().fill(wrongCode(code));
    await approve().click();
    await page.getByText("码不对").waitFor();
    expect(await underCode().innerText()).toContain("码不对");
    expect(await codeField().evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(
      true,
    );
    expect(await devices()).toMatchObject([{ state: "pending" }]);
  });

  it("says when it was tried too often", async () => {
    const { id, code } = await offer("screen");
    const manager = await hall.desk.manager();
    for (let tried = 0; tried < 4; tried++) await manager.post(`/api/devices/${id}/approve`, { code: wrongCode(code) });
    await page.getByRole("link", { name: "综合屏" }).click();
    await codeField().fill(wrongCode(code));
    await approve().click();
    await page.getByText("错了太多次，此码作废").waitFor();
    expect(await devices()).toEqual([]);
  });

  it("says when the code has run out", async () => {
    const { code } = await offer("screen");
    await page.getByRole("link", { name: "综合屏" }).click();
    await codeField().fill(code);
    // The page has not heard yet, as between two of its questions.
    await page.route("**/approve", async (route) => {
      hall.hub.clock.advance({ minutes: 11 });
      await route.continue();
    });
    await approve().click();
    await page.getByText("此码已过期").waitFor();
    expect(await devices()).toEqual([]);
  });

  it("turns a request away", async () => {
    await offer("screen");
    await page.getByRole("link", { name: "综合屏" }).click();
    await page.getByRole("button", { name: "不批准，去掉这个请求" }).click();
    await page.getByRole("button", { name: "去掉", exact: true }).click();
    await page.getByText("没有设备在等").waitFor();
    expect(await devices()).toEqual([]);
  });

  it("can be done with the keyboard alone", async () => {
    const { code } = await offer("screen");
    await page.getByRole("link", { name: "综合屏" }).waitFor();
    const tabTo = async (name: string) => {
      for (let pressed = 0; pressed < 40; pressed++) {
        if ((await focused(page)) === name) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} cannot be reached`);
    };
    await tabTo("综合屏");
    await page.keyboard.press("Enter");
    await codeField().waitFor();
    await tabTo("code");
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await page.getByText("已批准").waitFor();
  });
});

describe("a paired device", () => {
  it("is cut off at once, and only after it was meant", async () => {
    const station = await stage.open(`${hall.url}/station/`);
    const code = await station.locator("ld-pairing .code").getAttribute("aria-label");
    const { id } = (await devices())[0] ?? { id: "" };
    expected(await (await hall.desk.manager()).post(`/api/devices/${id}/approve`, { code: code ?? "" }), 200);
    await station.locator("[data-service]").first().waitFor();
    await lookAgain(page);
    await page
      .getByRole("row", { name: /取号机/ })
      .getByRole("link")
      .click();
    await page.getByRole("button", { name: "取消接入" }).click();
    await page.getByText("取消后它马上停用").waitFor();
    await page.keyboard.press("Escape");
    expect(await devices()).toHaveLength(1);
    await page.getByRole("button", { name: "取消接入" }).click();
    await page.getByRole("button", { name: "取消接入" }).click();
    await page.getByText("✓ 已取消接入").waitFor();
    expect((await devices()).filter(({ state }) => state === "paired")).toEqual([]);
    await station.locator("ld-pairing .code").waitFor();
  });

  it("is renamed, and stands in the list where its new name belongs", async () => {
    for (const name of ["东屏", "南屏", "西屏"]) await hall.desk.device("screen", { name });
    await lookAgain(page);
    const names = () => page.locator("tbody .pick").allInnerTexts();
    await page.getByRole("link", { name: "东屏" }).click();
    const before = await names();
    await page.getByLabel("名称").fill("  钟楼屏 ");
    await page.getByRole("button", { name: "改名" }).click();
    await page.getByText("✓ 已保存").waitFor();
    await page.getByRole("heading", { name: "钟楼屏" }).waitFor();
    expect((await devices()).map(({ name }) => name).sort()).toEqual(["南屏", "西屏", "钟楼屏"]);
    expect((await names()).sort()).toEqual(before.map((name) => (name === "东屏" ? "钟楼屏" : name)).sort());
    expect((await names()).at(-1)).toBe("钟楼屏");
    expect(await focused(page)).toBe("✓ 已保存");
  });

  it("needs no example of a name once it has one", async () => {
    await hall.desk.device("screen");
    await lookAgain(page);
    await page.getByRole("link", { name: "综合屏" }).click();
    await page.getByText("比如：东门取号机").waitFor();
    await expect.poll(() => focused(page)).toBe("name");
    await page.getByLabel("名称").fill("东屏");
    await page.getByRole("button", { name: "改名" }).click();
    await page.getByText("✓ 已保存").waitFor();
    await page.getByText("比如：东门取号机").waitFor({ state: "detached" });
    await page.getByLabel("名称").fill("");
    await page.getByRole("button", { name: "改名" }).click();
    expect(await page.locator("#name-under").innerText()).toContain("请填名称");
  });

  it("keeps what is typed while the list is asked for anew, and wants a name", async () => {
    const { id } = await hall.desk.device("screen", { name: "东屏" });
    await lookAgain(page);
    await page.getByRole("link", { name: "东屏" }).click();
    await page.getByLabel("名称").fill("大厅东");
    await (await hall.desk.manager()).ask("PATCH", `/api/devices/${id}`, { body: { name: "改过了" } });
    await page.getByRole("row", { name: /改过了/ }).waitFor();
    expect(await page.getByLabel("名称").inputValue()).toBe("大厅东");
    await page.getByLabel("名称").fill("");
    await page.getByRole("button", { name: "改名" }).click();
    expect(await page.locator("#name-under").innerText()).toContain("请填名称");
    expect(await devices()).toMatchObject([{ name: "改过了" }]);
  });

  it("is moved to another counter, whose calls it shows from then on, and away from all", async () => {
    const { headers } = await hall.desk.device("counter-screen", { counter: 3 });
    const screen = await stage.open("about:blank");
    await screen.addInitScript(
      (token) => {
        localStorage.setItem("lundao.device.counter-screen", token);
      },
      (headers["authorization"] ?? "").replace("Bearer ", ""),
    );
    await screen.goto(`${hall.url}/display/counter/`);
    await screen.getByText("3").first().waitFor();
    await lookAgain(page);
    await page.getByRole("link", { name: "窗口屏" }).click();
    await page.getByLabel("窗口", { exact: true }).selectOption({ label: "5号窗口" });
    await page.getByRole("button", { name: "改名或换窗口" }).click();
    await page.getByText("✓ 已保存").waitFor();
    await page.getByRole("row", { name: /窗口屏.*5号窗口/ }).waitFor();
    await screen.getByText("5").first().waitFor();
    await page.getByLabel("窗口", { exact: true }).selectOption({ label: "不指定" });
    await page.getByRole("button", { name: "改名或换窗口" }).click();
    await expect.poll(devices).toMatchObject([{ kind: "counter-screen", counter: null, name: "counter-screen" }]);
  });

  it("is the technician's to rename as well, who sets its printer", async () => {
    await hall.desk.staff("technician");
    const { id } = await hall.desk.device("station", { name: "东门取号机" });
    const technician = await stage.open(`${hall.url}/console/#devices/${id}`);
    await signIn(technician, "technician-1", "password-of-technician-1");
    await technician.getByRole("button", { name: "保存" }).waitFor();
    await technician.getByLabel("名称").fill("西门取号机");
    await technician.getByRole("button", { name: "改名" }).click();
    await technician.getByRole("row", { name: /西门取号机/ }).waitFor();
  });

  it("that is gone from the list is said to be gone", async () => {
    await page.goto(`${hall.url}/console/#devices/nobody`);
    await page.getByText("这台设备已不在列表里").waitFor();
  });
});

describe("a station's printer", () => {
  let station: Person;

  beforeEach(async () => {
    station = await hall.desk.device("station", { name: "东门取号机" });
    await lookAgain(page);
    await page.getByRole("link", { name: "东门取号机" }).click();
    await page.getByLabel("没有打印机").waitFor();
  });

  it("is set to a network printer, with its paper and copies", async () => {
    await page.getByLabel("网络打印机").check();
    await page.getByLabel("地址").fill("127.0.0.1");
    await page.getByLabel("端口").fill("9109");
    await page.getByLabel("58毫米").check();
    await page.getByLabel("2", { exact: true }).check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await devices()).toMatchObject([
      { printer: { kind: "tcp", host: "127.0.0.1", port: 9109, columns: 32, copies: 2 } },
    ]);
  });

  it("is set to a device file, and away again", async () => {
    await page.getByLabel("设备文件").check();
    await page.getByLabel("文件路径").fill("/dev/usb/lp0");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("✓ 已保存").waitFor();
    expect(await devices()).toMatchObject([{ printer: { kind: "file", path: "/dev/usb/lp0", columns: 48 } }]);
    await page.getByLabel("没有打印机").check();
    await page.getByRole("button", { name: "保存" }).click();
    await expect.poll(devices).toMatchObject([{ printer: { kind: "none" } }]);
  });

  it("names what is wrong beside each field, and sends nothing", async () => {
    await page.getByLabel("网络打印机").check();
    await page.getByLabel("端口").fill("99999");
    await page.getByRole("button", { name: "保存" }).click();
    expect(await page.locator("#host-under").innerText()).toContain("请填打印机的地址");
    expect(await page.locator("#port-under").innerText()).toContain("请填1到65535");
    expect(await devices()).toMatchObject([{ printer: null }]);
  });

  it("that cannot be reached is told so, with what waits for it", async () => {
    await page.getByLabel("网络打印机").check();
    await page.getByLabel("地址").fill("127.0.0.1");
    await page.getByLabel("端口").fill("9");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("✓ 已保存").waitFor();
    await station.take("allowance");
    await page.getByRole("row", { name: /东门取号机.*连不上/ }).waitFor();
    await page.getByText("还有1张没打出来").waitFor();
  });
});
