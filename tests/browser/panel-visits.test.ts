import { describe, expect, it } from "vitest";
import { historyOf, inHand, key, makeUser, nothingInHand, panelStage } from "./panel-page.ts";

const stage = panelStage();

describe("the last step, taken back at the panel", () => {
  it("shows its seconds running down, and puts one who was called back in line with one key", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    const undo = page.getByRole("button", { name: /^撤销/ });
    expect(await undo.getAttribute("aria-disabled")).toBe("true");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    const seconds = async (): Promise<number> => Number(/(\d+)秒/.exec((await undo.textContent()) ?? "")?.[1]);
    await page.getByRole("button", { name: /^撤销叫号/ }).waitFor();
    const before = await seconds();
    expect(before).toBeGreaterThan(20);
    hall.hub.clock.advance({ seconds: 5 });
    await page.clock.runFor(5_000);
    expect(await seconds()).toBeLessThanOrEqual(before - 4);
    await key(page, "z");
    await nothingInHand(page);
    await page.locator("ld-waiting-list .row", { hasText: "S001" }).waitFor();
    expect(await undo.getAttribute("aria-disabled")).toBe("true");
    await key(page, "Space");
    await inHand(page, "called", "S001");
  });

  it("brings who was finished back into the hand, and the next one back to the line", async () => {
    const { hall, page } = await stage.atCounter3();
    const first = await hall.station.take("pension");
    const second = await hall.station.take("pension");
    await key(page, "Space");
    await key(page, "s");
    await inHand(page, "serving", "S001");
    await key(page, "Space");
    await inHand(page, "called", "S002");
    await page.getByRole("button", { name: /^撤销办完/ }).click();
    await inHand(page, "serving", "S001");
    expect((await hall.manager.ticket(second.id)).state).toBe("waiting");
    expect((await historyOf(hall, first.id)).at(-1)).toBe("step-undone");
  });

  it("is over with its seconds, and says why where something came between", async () => {
    const { hall, page } = await stage.atCounter3();
    const ticket = await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await hall.manager.post(`/api/tickets/${ticket.id}/assist`, { assisted: true });
    await page.getByText("代办").waitFor();
    await key(page, "z");
    await page.getByRole("alert").getByText("上一步已不能撤销").waitFor();
    hall.hub.clock.advance({ seconds: 31 });
    await page.clock.runFor(31_000);
    await page.locator('button[aria-disabled="true"]', { hasText: /^\s*撤销\s*Z/ }).waitFor();
  });
});

describe("several services and many files", () => {
  it("adds a service by keys, says where the visit goes on, and goes on there", async () => {
    const { hall, page } = await stage.atCounter3();
    const ticket = await hall.station.take("pension");
    await key(page, "Space");
    await key(page, "s");
    await inHand(page, "serving", "S001");
    await key(page, "+");
    await page.getByRole("combobox", { name: "业务" }).selectOption("medical");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("办完用原号接着排：医疗保险参保与报销").waitFor();
    await key(page, "+");
    await page.getByRole("combobox", { name: "业务" }).selectOption("card");
    await page.getByRole("button", { name: "办完再排" }).click();
    await page.getByText("还要办：社会保障卡申领与补换").waitFor();
    await key(page, "+");
    await page.getByRole("button", { name: "提前 社会保障卡申领与补换" }).click();
    await page.keyboard.press("Escape");
    await page.getByText("办完用原号接着排：社会保障卡申领与补换").waitFor();
    await key(page, "+");
    await page.getByRole("button", { name: "现在就办 医疗保险参保与报销" }).click();
    await page.locator(".card .service", { hasText: "医疗保险参保与报销" }).waitFor();
    await key(page, "f");
    await nothingInHand(page);
    const { legs, state, number } = await hall.manager.ticket(ticket.id);
    expect([state, number, legs.map((leg) => [leg.service, leg.state])]).toEqual([
      "waiting",
      "S001",
      [
        ["medical", "finished"],
        ["pension", "waiting"],
        ["card", "pending"],
      ],
    ]);
  });

  it("says before the press how many files can be done, and that the rest waits at the back", async () => {
    const { hall, page } = await stage.atCounter3();
    const many = await hall.station.take("pension", { matters: 5 });
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    const rest = page.getByText("这次最多3件，余下2件用原号排到最后");
    await rest.waitFor();
    await page.getByRole("button", { name: "件数: 加一" }).click();
    expect(await page.getByRole("spinbutton", { name: "件数" }).inputValue()).toBe("3");
    await page.getByRole("button", { name: "件数: 减一" }).click();
    await rest.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "件数: 加一" }).click();
    await key(page, "s");
    await inHand(page, "serving", "S001");
    await key(page, "Space");
    await inHand(page, "called", "S002");
    expect(await hall.manager.ticket(many.id)).toMatchObject({ state: "waiting", matters: 2, number: "S001" });
  });
});

describe("several services at the guide's desk", () => {
  it("are added to a ticket that waits, and put in order", async () => {
    const hall = await stage.hall();
    await makeUser(hall, "zhaolei", { role: "guide" });
    const ticket = await hall.station.take("pension");
    const page = await stage.open(hall, "zhaolei");
    await page.getByLabel("查号").fill("S001");
    await page.keyboard.press("Enter");
    const add = page.locator("ld-service-form");
    for (const service of ["card", "medical"]) {
      await page.clock.runFor(1_000);
      await add.getByRole("combobox").selectOption(service);
      await add.getByRole("button", { name: "加业务" }).click();
      await add.getByRole("option", { name: "请选业务", selected: true }).waitFor({ state: "attached" });
      await add
        .locator(`li`)
        .nth(service === "card" ? 0 : 1)
        .waitFor();
    }
    expect(await add.getByRole("button", { name: /现在就办/ }).count()).toBe(0);
    await add.getByRole("button", { name: "提前 医疗保险参保与报销" }).click();
    await add.locator("li:first-of-type", { hasText: "医疗保险参保与报销" }).waitFor();
    const { legs, state } = await hall.manager.ticket(ticket.id);
    expect([state, legs.map(({ service }) => service)]).toEqual(["waiting", ["pension", "medical", "card"]]);
  });
});

describe("a call for help", () => {
  it("stands at every guide's desk until one comes, and the clerk hears who", async () => {
    const { hall, page } = await stage.atCounter3();
    await makeUser(hall, "zhaolei", { role: "guide", name: "赵蕾" });
    const guide = await stage.open(hall, "zhaolei");
    await guide.getByRole("heading", { name: "导办台" }).waitFor();
    await key(page, "F12");
    await page.getByRole("button", { name: /^已求助/ }).waitFor();
    await guide.getByRole("alert").getByText("3号窗口求助").waitFor();
    await guide.getByRole("button", { name: "我来 3号窗口" }).click();
    await guide.getByText("3号窗口求助").waitFor({ state: "detached" });
    await page.getByText("赵蕾来帮忙").waitFor();
    await key(page, "F12");
    await guide.getByText("3号窗口求助").waitFor();
    await key(page, "F12");
    await page.getByRole("button", { name: /^已求助/ }).waitFor();
    const { items } = (await hall.manager.get<{ items: { number: number; help: unknown }[] }>("/api/counters")).body;
    expect(items.find(({ number }) => number === 3)?.help).toMatchObject({ answeredAt: null });
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: "不用来", exact: true }).click();
    await guide.getByText("3号窗口求助").waitFor({ state: "detached" });
  });

  it("can be made in the middle of a form", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await key(page, "t");
    await page.getByRole("combobox", { name: "业务" }).waitFor();
    await key(page, "F12");
    const { items } = (await hall.manager.get<{ items: { number: number; help: unknown }[] }>("/api/counters")).body;
    expect(items.find(({ number }) => number === 3)?.help).toMatchObject({ answeredAt: null });
    await page.getByRole("combobox", { name: "业务" }).waitFor();
  });
});
