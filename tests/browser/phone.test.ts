import { beforeEach, describe, expect, it } from "vitest";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { barriers } from "./barriers.ts";
import { callUntil, clippedAt, missInHand, phoneStage, says, takeSeveral, type PhoneHall } from "./phone-page.ts";
import type { OpenPage } from "./stage.ts";

const stage = phoneStage();
let hall: PhoneHall;
let phone: OpenPage;

beforeEach(async () => {
  hall = await stage.hall();
});

/** Opens the page of a ticket with so many ahead. */
async function follow(ahead: number, before?: () => void): Promise<Ticket & { token: string }> {
  const ticket = await takeSeveral(hall, ahead + 1);
  phone = await stage.phone(`${hall.url}/m/t/${ticket.token}`, before ? { before } : {});
  return ticket;
}

async function stateOf({ id }: Ticket): Promise<string> {
  return (await hall.guide.ticket(id)).state;
}

describe("the page of a ticket", () => {
  it("follows the ticket from waiting to called to missed and back into line", async () => {
    const ticket = await follow(2);
    const { page } = phone;
    await says(page, "等候中，前面2位");
    await hall.clerk.next();
    await says(page, "等候中，前面1位");
    await hall.clerk.serves();
    await callUntil(hall, ticket.id);
    await says(page, "请到1号窗口");
    await missInHand(hall);
    await says(page, "已叫过您的号");
    await page.getByText("恢复后，排在同类第3位之后").waitFor();
    await page.getByText("也可以到咨询台恢复").waitFor();
    for (let taken = 0; taken < 4; taken++) await hall.guide.take("allowance");
    await page.getByRole("button", { name: "我回来了，接着排" }).click();
    await says(page, "已恢复，再等3位");
    expect(await stateOf(ticket)).toBe("waiting");
  });

  it("makes a call unmistakable: the ground, the title, and the phone shakes", async () => {
    const shaken = () => {
      const shakes: unknown[] = [];
      Object.assign(window, { shakes });
      Object.defineProperty(Navigator.prototype, "vibrate", { value: (pattern: unknown) => shakes.push(pattern) > 0 });
    };
    const ticket = await follow(1, shaken);
    const { page } = phone;
    await says(page, "等候中，前面1位");
    const ground = () =>
      page.locator("ld-phone-ticket").evaluate((element) => getComputedStyle(element).backgroundColor);
    const calm = await ground();
    await callUntil(hall, ticket.id);
    await says(page, "请到1号窗口");
    expect(await ground()).not.toBe(calm);
    expect(await page.title()).toBe(`● 请到1号窗口 · ${ticket.number}`);
    const shakes = () => page.evaluate(() => (window as unknown as { shakes: unknown[] }).shakes.length);
    expect(await shakes()).toBe(1);
    await hall.clerk.does("recall");
    await page.getByText("又叫了您一次，请尽快过去").waitFor();
    expect(await shakes()).toBe(2);
  });

  it("sounds only once its owner has asked for it", async () => {
    const heard = () => {
      const tones = { started: 0 };
      Object.assign(window, { tones });
      const { start } = OscillatorNode.prototype;
      OscillatorNode.prototype.start = function (when?: number) {
        tones.started += 1;
        start.call(this, when);
      };
    };
    const ticket = await follow(1, heard);
    const { page } = phone;
    const tones = () => page.evaluate(() => (window as unknown as { tones: { started: number } }).tones.started);
    await says(page, "等候中，前面1位");
    expect(await tones()).toBe(0);
    await page.getByRole("button", { name: "打开声音提醒" }).click();
    await page.getByRole("button", { name: "声音提醒已打开" }).waitFor();
    const sample = await tones();
    expect(sample).toBeGreaterThan(0);
    await callUntil(hall, ticket.id);
    await says(page, "请到1号窗口");
    expect(await tones()).toBeGreaterThan(sample);
  });

  it("sends a resident who has come back twice to the desk", async () => {
    const ticket = await follow(0);
    const { page } = phone;
    for (let time = 0; time < 2; time++) {
      await callUntil(hall, ticket.id);
      await missInHand(hall);
      await page.getByRole("button", { name: "我回来了，接着排" }).click();
      await says(page, "已恢复，下一位就是您");
    }
    await callUntil(hall, ticket.id);
    await missInHand(hall);
    await says(page, "已叫过您的号，请到咨询台");
    expect(await page.getByText("请到咨询台").count()).toBe(1);
    expect(await page.getByRole("button", { name: "我回来了" }).count()).toBe(0);
  });

  it("says where help is when the time to come back is over", async () => {
    const ticket = await follow(0);
    const { page } = phone;
    await callUntil(hall, ticket.id);
    await missInHand(hall);
    hall.hub.clock.advance({ minutes: 61 });
    await page.getByRole("button", { name: "我回来了，接着排" }).click();
    await page.getByText("请到咨询台帮您处理").waitFor();
    expect(await stateOf(ticket)).toBe("missed");
  });

  it("gives the number up only at the second press, and elsewhere", async () => {
    const ticket = await follow(1);
    const { page } = phone;
    const giveUp = page.getByRole("button", { name: "不办了，退号" });
    const first = await giveUp.boundingBox();
    if (!first) throw new Error("the button is not on the page");
    const middle = [first.x + first.width / 2, first.y + first.height / 2] as const;
    await page.touchscreen.tap(...middle);
    await page.getByText("退了要重新取号").waitFor();
    await page.touchscreen.tap(...middle);
    expect(await stateOf(ticket)).toBe("waiting");
    await page.getByRole("button", { name: "不退，继续等" }).click();
    await giveUp.click();
    await page.getByRole("button", { name: "退号", exact: true }).click();
    await says(page, "已退号");
    expect(await stateOf(ticket)).toBe("cancelled");
  });

  it("says why a number could not be given up, and shows how it stands", async () => {
    const ticket = await follow(0);
    const { page } = phone;
    await page.getByRole("button", { name: "不办了，退号" }).click();
    await page.route("**/live", (route) => route.abort());
    await page.route(`**/api/t/${ticket.token}/cancel`, async (route) => {
      await callUntil(hall, ticket.id);
      await route.continue();
    });
    await page.getByRole("button", { name: "退号", exact: true }).click();
    await says(page, "请到1号窗口");
    expect(await stateOf(ticket)).toBe("called");
  });

  it("follows a ticket on hold, called back, and handed to another counter", async () => {
    const ticket = await follow(0);
    const { page } = phone;
    const other = await hall.desk.clerkAt(2);
    await callUntil(hall, ticket.id);
    await hall.clerk.does("start");
    await says(page, "正在办理");
    await hall.clerk.does("hold");
    await says(page, "回来请直接到1号窗口");
    await hall.clerk.does("resume", { ticket: ticket.id });
    await says(page, "请到1号窗口");
    await hall.clerk.does("transfer", { counter: 2 });
    await says(page, "原号有效，请等2号窗口叫号");
    await other.next();
    await says(page, "请到2号窗口");
    await other.serves();
    await says(page, "本次办理结束");
    await page.getByRole("link", { name: "看大厅现在的情况" }).waitFor();
  });

  it("says calmly that it does not know a token", async () => {
    phone = await stage.phone(`${hall.url}/m/t/not-a-token`);
    await says(phone.page, "找不到这个号");
    await phone.page.getByRole("link", { name: "看大厅现在的情况" }).click();
    await phone.page.getByText("怎么取号").waitFor();
  });

  it("never tells why somebody goes first", async () => {
    const ticket = await hall.guide.take("allowance", { class: "courtesy", reason: "pregnant" });
    phone = await stage.phone(`${hall.url}/m/t/${ticket.token}`);
    await says(phone.page, "等候中，下一位就是您");
    const seen = await phone.page.locator("ld-phone").evaluate((element) => element.ownerDocument.body.innerText);
    expect(seen).not.toMatch(/优先|孕/);
  });

  it("speaks the language that is chosen, and remembers it", async () => {
    await follow(1);
    const { page } = phone;
    await page.getByRole("button", { name: "English" }).click();
    await says(page, "Waiting, 1 ahead of you");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.reload();
    await says(page, "Waiting, 1 ahead of you");
    await page.getByRole("button", { name: "繁體中文" }).click();
    await says(page, "等候中，前面1位");
    await page.getByText("打開聲音提醒").waitFor();
  });

  it("can be read and worked by everybody, in every state, at twice the size of text", async () => {
    const ticket = await follow(1);
    const { page } = phone;
    const check = async (state: string) => {
      expect(await barriers(page), state).toEqual([]);
      expect(await clippedAt(page, 200), state).toEqual([]);
    };
    await says(page, "等候中，前面1位");
    await check("waiting");
    await page.getByRole("button", { name: "不办了，退号" }).click();
    await check("giving up");
    await callUntil(hall, ticket.id);
    await says(page, "请到1号窗口");
    await check("called");
    await missInHand(hall);
    await says(page, "已叫过您的号");
    await check("missed");
  });
});
