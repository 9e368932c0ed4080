import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expected } from "../support/desk.ts";
import { historyOf, inHand, key, nothingInHand, panelStage, quickMisses, stopClock } from "./panel-page.ts";

const stage = panelStage();

describe("calling", () => {
  it("calls the next with the space bar, and shows how it waited and whether papers have to be checked", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension", { class: "courtesy", reason: "elderly" });
    hall.hub.clock.advance({ minutes: 18 });
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await page.getByText("优先，请核验证件 · 七十岁以上老人").waitFor();
    await page.getByText("已等18分钟").waitFor();
    await page.getByText("呼叫1次").waitFor();
  });

  it("calls the next quietly with one press, and only while nobody is in hand", async () => {
    const { hall, page } = await stage.atCounter3(quickMisses);
    const tickets = [await hall.station.take("pension"), await hall.station.take("pension")];
    await key(page, "Q");
    await inHand(page, "called", "S001");
    expect(await page.getByRole("button", { name: "叫号，不播报" }).count()).toBe(0);
    await key(page, "Q");
    expect(await historyOf(hall, tickets[1]?.id ?? "")).toEqual(["ticket-issued"]);
    const told = hall.hub.hub.context.store.history(tickets[0]?.id ?? "").at(-1);
    expect(told).toMatchObject({ type: "ticket-called", silent: true });
    await key(page, "M");
    await nothingInHand(page);
    await page.getByRole("button", { name: "叫号，不播报" }).click();
    await inHand(page, "called", "S002");
  });

  it("calls one ticket for two presses of the bar, even where a call begins the service", async () => {
    const { hall, page } = await stage.atCounter3({ autoStart: true });
    const first = await hall.station.take("pension");
    const second = await hall.station.take("pension");
    await stopClock(page);
    await page.keyboard.press("Space");
    await inHand(page, "serving", "S001");
    await page.keyboard.press("Space");
    await key(page, "Space");
    await inHand(page, "serving", "S002");
    expect(await historyOf(hall, first.id)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-started",
      "ticket-finished",
    ]);
    expect(await historyOf(hall, second.id)).toEqual(["ticket-issued", "ticket-called", "ticket-started"]);
  });

  it("does once what was pressed again because the answer was lost", async () => {
    const { hall, page } = await stage.atCounter3();
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
    const { hall, page } = await stage.atCounter3();
    await key(page, "Space");
    await page.getByText("9:00按过，还没有人取号").waitFor();
    expect(await page.getByRole("alert").filter({ hasText: /\S/ }).count()).toBe(0);
    await hall.station.take("pension");
    await page.locator(".card").getByText("等候1位").waitFor();
  });

  it("finishes with outcome and quantity and calls the next in one command", async () => {
    const { hall, page } = await stage.atCounter3();
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
    const { hall, page } = await stage.atCounter3();
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
    const { hall, page } = await stage.atCounter3();
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
    const { hall, page } = await stage.atCounter3();
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
    const { hall, page } = await stage.atCounter3(quickMisses);
    const first = await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await stopClock(page);
    await key(page, "Space");
    await page.getByRole("heading", { name: "S001来了吗" }).waitFor();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^来了/ }).click();
    expect(await historyOf(hall, first.id)).toEqual(["ticket-issued", "ticket-called"]);
    await key(page, "n");
    await nothingInHand(page);
    expect(await historyOf(hall, first.id)).toEqual(["ticket-issued", "ticket-called", "ticket-missed"]);
  });

  it("misses who did not come and calls the next with one key, but not before the hall's calls", async () => {
    const { hall, page } = await stage.atCounter3({ missAfterCalls: 2, missAfterSeconds: 0 });
    const first = await hall.station.take("pension");
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "n");
    await page.getByText("再叫1次").waitFor();
    await key(page, "r");
    await page.getByRole("button", { name: /^没来/, disabled: false }).waitFor();
    await key(page, "n");
    await inHand(page, "called", "S002");
    await key(page, "r");
    await page.getByRole("button", { name: /^没来/, disabled: false }).click();
    await nothingInHand(page);
    expect(await historyOf(hall, first.id)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-recalled",
      "ticket-missed",
    ]);
  });

  it("lets nobody be missed before the hall's calls and seconds, and says how many are wanting", async () => {
    const { hall, page } = await stage.atCounter3();
    const first = await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "Space");
    const absent = page.getByRole("button", { name: /^没来/ });
    await absent.getByText("再叫2次 · 再等60秒").waitFor();
    expect(await absent.getAttribute("aria-disabled")).toBe("true");
    await key(page, "n");
    await key(page, "r");
    await absent.getByText("再叫1次").waitFor();
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
    const { hall, page } = await stage.atCounter3(quickMisses);
    await hall.station.take("pension");
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "m");
    await nothingInHand(page);
    await page.reload();
    await page.getByRole("button", { name: "接回 S001" }).click();
    await inHand(page, "called", "S001");
  });

  it("puts who comes back while another is in hand next at this counter", async () => {
    const { hall, page } = await stage.atCounter3(quickMisses);
    for (let taken = 0; taken < 3; taken++) await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "Space");
    await key(page, "n");
    await inHand(page, "called", "S002");
    await page.getByRole("button", { name: "接回 S001" }).click();
    await page.locator("ld-waiting-list .row", { hasText: "下一个" }).getByText("S001").waitFor();
    await key(page, "s");
    await inHand(page, "serving", "S002");
    await key(page, "Space");
    await inHand(page, "called", "S001");
  });
});
