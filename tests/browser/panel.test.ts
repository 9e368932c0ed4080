import type { Browser, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Counter } from "../../shared/wire/counter.ts";
import { launchBrowser } from "../support/browser.ts";
import { expected } from "../support/desk.ts";
import {
  clerkAt,
  hallOfQuickMisses,
  historyOf,
  inHand,
  key,
  makeUser,
  nothingInHand,
  openPanel,
  panelHall,
  type OpenPanel,
  type PanelHall,
} from "./panel-page.ts";

let browser: Browser;
let hall: PanelHall;
let opened: OpenPanel;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.context.close();
  await hall.hub.stop();
});

/** A clerk at counter 3, which takes medical first, then pension and card. */
async function atCounter3(quickMisses = false): Promise<void> {
  hall = await panelHall(quickMisses ? hallOfQuickMisses() : undefined);
  opened = await clerkAt(browser, hall, 3);
  page = opened.page;
}

describe("signing in and taking a counter", () => {
  it("says in place that the password is wrong, and lets in with the right one", async () => {
    hall = await panelHall();
    const { user, password } = await makeUser(hall, "limin", { name: "李敏" });
    opened = await openPanel(browser, hall);
    page = opened.page;
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
    await atCounter3();
    await page.reload();
    await page.getByRole("heading", { name: "3号窗口", exact: true }).waitFor();
    const counters = expected(await hall.manager.get<{ items: Counter[] }>("/api/counters"), 200).items;
    expect(counters.find(({ number }) => number === 3)).toMatchObject({ state: "open", clerk: { name: "clerk-at-3" } });
  });

  it("remembers the counter for the next sign-in and puts it first", async () => {
    await atCounter3();
    await page.getByRole("button", { name: "开放", exact: true }).click();
    await page.getByRole("button", { name: "关闭窗口" }).click();
    await page.getByText("上次在这里").waitFor();
    expect(await page.locator("ld-counter-choice li .label").first().textContent()).toBe("3号窗口");
  });

  it("offers a clerk only the counters that are theirs", async () => {
    hall = await panelHall();
    await makeUser(hall, "bound", { counters: [2, 5] });
    opened = await openPanel(browser, hall, "bound");
    await opened.page.locator("ld-counter-choice li").first().waitFor();
    expect(await opened.page.locator("ld-counter-choice li .label").allTextContents()).toEqual(["2号窗口", "5号窗口"]);
  });

  it("takes a counter over with its ticket after a clear question, and the other panel says who did", async () => {
    await atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await makeUser(hall, "wangfang");
    const other = await openPanel(browser, hall, "wangfang");
    await other.page.getByRole("button", { name: "接手 3号窗口" }).click();
    await other.page.getByText("clerk-at-3正在这个窗口，手上是S001").waitFor();
    await other.page.getByRole("button", { name: "接手", exact: true }).click();
    await inHand(other.page, "called", "S001");
    await page.getByText("3号窗口已由wangfang接手").waitFor();
    await other.context.close();
  });

  it("signs out, and shows nothing of the hall to whoever comes next", async () => {
    await atCounter3();
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByLabel("用户名").waitFor();
    await page.reload();
    await page.getByLabel("用户名").waitFor();
    expect(await page.getByRole("heading", { name: "3号窗口" }).count()).toBe(0);
  });

  it("changes the password, and says when the present one is wrong", async () => {
    await atCounter3();
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

describe("calling", () => {
  it("calls the next with the space bar, and shows how it waited and whether papers have to be checked", async () => {
    await atCounter3();
    await hall.station.take("pension", { class: "courtesy", reason: "elderly" });
    hall.hub.clock.advance({ minutes: 18 });
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await page.getByText("优先，请核验证件 · 七十岁以上老人").waitFor();
    await page.getByText("已等18分钟").waitFor();
    await page.getByText("呼叫1次").waitFor();
  });

  it("calls one ticket for two presses of the bar", async () => {
    await atCounter3();
    const first = await hall.station.take("pension");
    const second = await hall.station.take("pension");
    await key(page, "Space");
    await page.keyboard.press("Space");
    await inHand(page, "called", "S001");
    expect(await historyOf(hall, first.id)).toEqual(["ticket-issued", "ticket-called"]);
    expect(await historyOf(hall, second.id)).toEqual(["ticket-issued"]);
  });

  it("does once what was pressed again because the answer was lost", async () => {
    await atCounter3();
    await hall.station.take("pension");
    const second = await hall.station.take("pension");
    let isQuiet = false;
    const kept: (() => void)[] = [];
    await page.routeWebSocket(/\/live$/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        const tell = (): void => {
          socket.send(message);
        };
        if (isQuiet) kept.push(tell);
        else tell();
      });
    });
    await page.reload();
    await page.getByRole("heading", { name: "3号窗口", exact: true }).waitFor();
    await page.locator('button[aria-disabled="false"]', { hasText: "下一位" }).waitFor();
    isQuiet = true;
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort();
    };
    await page.route("**/call-next", lose, { times: 1 });
    await key(page, "Space");
    await page.getByRole("alert").getByText("没有送到中枢，请再按一次").waitFor();
    await key(page, "Space");
    await page.getByText("没有送到中枢").waitFor({ state: "detached" });
    isQuiet = false;
    for (const tell of kept) tell();
    await inHand(page, "called", "S001");
    expect(await historyOf(hall, second.id)).toEqual(["ticket-issued"]);
  });

  it("says calmly and in place that nobody waits", async () => {
    await atCounter3();
    await key(page, "Space");
    await page.getByText("9:00叫过，还没有人来").waitFor();
    expect(await page.getByRole("alert").filter({ hasText: /\S/ }).count()).toBe(0);
    await hall.station.take("pension");
    await page.locator(".card").getByText("等候1位").waitFor();
  });

  it("finishes with outcome and quantity and calls the next in one command", async () => {
    await atCounter3();
    const first = await hall.station.take("pension", { matters: 2 });
    const second = await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "s");
    await inHand(page, "serving", "S001");
    await page.getByRole("button", { name: /^办结/ }).click();
    await page.getByRole("button", { name: "件数: 加一" }).click();
    await key(page, "Space");
    await inHand(page, "called", "S002");
    expect(await historyOf(hall, first.id)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-started",
      "ticket-finished",
    ]);
    const { items } = expected(await hall.manager.get<{ items: object[] }>(`/api/tickets/${first.id}/history`), 200);
    expect(items[3]).toMatchObject({ outcome: "done", quantity: 3 });
    expect((await hall.manager.ticket(second.id)).state).toBe("called");
  });

  it("calls by number for a reason, and only with nothing in hand", async () => {
    await atCounter3();
    await hall.station.take("pension");
    await hall.station.take("pension");
    const third = await hall.station.take("pension");
    await page.locator("ld-waiting-list .row", { hasText: "S003" }).click();
    await page.getByRole("button", { name: "行动不便" }).click();
    await inHand(page, "called", "S003");
    const { items } = expected(await hall.manager.get<{ items: object[] }>(`/api/tickets/${third.id}/history`), 200);
    expect(items[1]).toMatchObject({ type: "ticket-called", how: "number" });
    await page.locator("ld-waiting-list .row", { hasText: "S001" }).click();
    await page.getByText("请先结束S003").waitFor();
  });

  it("says what the screens have shown, once it was told so", async () => {
    await atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    let say: (event: object) => void = () => undefined;
    await page.routeWebSocket(/\/live$/, (socket) => {
      socket.connectToServer();
      say = (event) => {
        socket.send(JSON.stringify({ t: "event", topic: "counter/3", event }));
      };
    });
    await page.reload();
    await inHand(page, "called", "S001");
    expect(await page.getByText("屏幕").count()).toBe(0);
    say({ type: "not-shown", at: "2026-11-25T09:00:01.000+08:00", number: "S001" });
    await page.getByText("屏幕没有显示，请口头叫号").waitFor();
    say({ type: "shown", at: "2026-11-25T09:00:02.000+08:00", number: "S001", screens: 2 });
    await page.getByText("屏幕已显示 ✓").waitFor();
  });
});

describe("whether the one called came", () => {
  it("is asked in place before the next; who came is finished as arrived", async () => {
    await atCounter3();
    const first = await hall.station.take("pension");
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "Space");
    await page.getByRole("heading", { name: "S001来了吗" }).waitFor();
    await key(page, "y");
    await inHand(page, "called", "S002");
    expect(await historyOf(hall, first.id)).toEqual(["ticket-issued", "ticket-called", "ticket-finished"]);
  });

  it("is not answered by the bar that asked, nor by the second half of a double click", async () => {
    await atCounter3(true);
    const first = await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "Space");
    await page.getByRole("heading", { name: "S001来了吗" }).waitFor();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.keyboard.press("y");
    expect(await historyOf(hall, first.id)).toEqual(["ticket-issued", "ticket-called"]);
    await page.getByRole("heading", { name: "S001来了吗" }).waitFor();
  });

  it("lets nobody be missed before the hall's calls and seconds, and says how many are wanting", async () => {
    await atCounter3();
    const first = await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "Space");
    const absent = page.getByRole("button", { name: /^没来/ });
    await absent.getByText("还要叫2次 · 还要等60秒").waitFor();
    expect(await absent.getAttribute("aria-disabled")).toBe("true");
    await key(page, "n");
    await key(page, "r");
    await absent.getByText("还要叫1次").waitFor();
    await key(page, "r");
    await page.getByText("呼叫3次").waitFor();
    hall.hub.clock.advance({ seconds: 60 });
    await page.clock.runFor(6_000);
    await page.locator('button[aria-disabled="false"]', { hasText: "没来" }).waitFor();
    await key(page, "n");
    await nothingInHand(page);
    expect(await historyOf(hall, first.id)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-recalled",
      "ticket-recalled",
      "ticket-missed",
    ]);
  });

  it("takes who was missed here back before all others with one press", async () => {
    await atCounter3(true);
    await hall.station.take("pension");
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "m");
    await nothingInHand(page);
    await page.reload();
    await page.getByRole("button", { name: "接回 S001" }).click();
    await page.locator("ld-waiting-list .row", { hasText: "下一个叫" }).waitFor();
    await key(page, "Space");
    await inHand(page, "called", "S001");
  });
});
