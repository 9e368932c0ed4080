import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { JoinCode } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { expected } from "../support/desk.ts";
import { sampleHall } from "../support/hub.ts";
import { barriers } from "./barriers.ts";
import { clippedAt, phoneStage, says, type PhoneHall } from "./phone-page.ts";
import type { OpenPage } from "./stage.ts";

const stage = phoneStage();
let hall: PhoneHall;
let phone: OpenPage;

async function open(path: string): Promise<Page> {
  phone = await stage.phone(`${hall.url}${path}`);
  return phone.page;
}

/** The code that the hall shows now. */
async function join(): Promise<string> {
  return expected(await hall.guide.get<JoinCode>("/api/join"), 200).join;
}

async function choose(page: Page): Promise<void> {
  await page.getByRole("link", { name: "民政事务" }).click();
  await page.getByRole("link", { name: "高龄津贴与低保申请" }).click();
}

async function phoneTickets(): Promise<Ticket[]> {
  const { items } = expected(await hall.guide.get<{ items: Ticket[] }>("/api/tickets"), 200);
  return items.filter(({ channel }) => channel === "phone");
}

describe("a number by phone", () => {
  it("is taken with the code shown in the hall, and its page comes at once", async () => {
    hall = await stage.hall();
    const page = await open(`/m/?join=${await join()}`);
    await says(page, "您要办什么？");
    await choose(page);
    await page.getByText("居民身份证").waitFor();
    await page.getByRole("button", { name: "取号" }).click();
    await page.waitForURL(/\/m\/t\/[\w-]+$/);
    await says(page, "等候中，下一位就是您");
    expect(await phoneTickets()).toMatchObject([{ service: "allowance", state: "waiting", lang: "zh" }]);
  });

  it("is found again on this phone, until the visit is over", async () => {
    hall = await stage.hall();
    const page = await open(`/m/?join=${await join()}`);
    await choose(page);
    await page.getByRole("button", { name: "取号" }).click();
    await says(page, "等候中，下一位就是您");
    await page.goto(`${hall.url}/m/`);
    await page.getByRole("link", { name: /M001/ }).click();
    await says(page, "等候中，下一位就是您");
    await hall.clerk.next();
    await hall.clerk.serves();
    await says(page, "本次办理结束");
    await page.goto(`${hall.url}/m/`);
    await page.getByText("怎么取号").waitFor();
    expect(await page.getByRole("link", { name: /M001/ }).count()).toBe(0);
  });

  it("is one number for two taps, and for a tap repeated after the answer was lost", async () => {
    hall = await stage.hall();
    const page = await open(`/m/?join=${await join()}`);
    await choose(page);
    await page.route("**/api/tickets", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "取号" }).dblclick();
    await page.getByText("网络不通，没有办成，请再点一次").waitFor();
    await page.unroute("**/api/tickets");
    await page.getByRole("button", { name: "取号" }).click();
    await says(page, "等候中，下一位就是您");
    expect(await phoneTickets()).toHaveLength(1);
  });

  it("goes back one step by the phone's own way back", async () => {
    hall = await stage.hall();
    const page = await open(`/m/?join=${await join()}`);
    await choose(page);
    await says(page, "高龄津贴与低保申请");
    await page.goBack();
    await says(page, "民政事务");
    await page.goBack();
    await says(page, "您要办什么？");
  });

  it("is not given for a code that has run out", async () => {
    hall = await stage.hall();
    const page = await open(`/m/?join=${await join()}`);
    await choose(page);
    hall.hub.clock.advance({ minutes: 11 });
    await page.getByRole("button", { name: "取号" }).click();
    await page.getByText("取号码过期了，请再扫一次大厅里的码").waitFor();
    expect(await phoneTickets()).toEqual([]);
  });

  it("is not offered for a hidden service", async () => {
    const file = sampleHall();
    const services = file.services.map((each) => (each.id === "allowance" ? { ...each, hidden: true } : each));
    hall = await stage.hall({ ...file, services });
    const page = await open(`/m/?join=${await join()}#civil`);
    await says(page, "民政事务");
    expect(await page.getByRole("link", { name: "高龄津贴与低保申请" }).count()).toBe(0);
    await page.goto(`${hall.url}/m/?join=${await join()}#civil/allowance`);
    await says(page, "民政事务");
  });

  it("warns before it is taken where nobody serves", async () => {
    hall = await stage.hall();
    await hall.clerk.press("close");
    const page = await open(`/m/?join=${await join()}`);
    await choose(page);
    await page.getByText("现在没有窗口办这项业务").waitFor();
  });

  it("is not offered where the hall gives none by phone", async () => {
    const file = sampleHall();
    hall = await stage.hall({ ...file, hall: { ...file.hall, rules: { ...file.hall.rules, phoneTickets: false } } });
    const page = await open(`/m/?join=${await join()}`);
    await page.getByText("怎么取号").waitFor();
    expect(await page.getByText("用手机扫").count()).toBe(0);
    expect(await page.getByRole("link", { name: "民政事务" }).count()).toBe(0);
  });
});

describe("the hall on a phone", () => {
  it("tells when it is open, how many wait, and how to get a number", async () => {
    hall = await stage.hall();
    for (let taken = 0; taken < 3; taken++) await hall.guide.take("allowance");
    const page = await open("/m/");
    await page.getByText("正在办公，12:00结束").waitFor();
    await page.getByText("13:30–17:30").waitFor();
    const row = page.getByRole("listitem").filter({ hasText: "高龄津贴与低保申请" });
    expect(await row.innerText()).toMatch(/3\s*位/);
    await page.getByText("到大厅的取号机，点一下要办的业务").waitFor();
  });

  it("tells when it opens next", async () => {
    hall = await stage.hall();
    hall.hub.clock.set("2026-11-25T18:00:00+08:00");
    const page = await open("/m/");
    await page.getByText("现在不办公，明早8:30开门").waitFor();
  });

  it("can be read and worked by everybody at twice the size of text", async () => {
    hall = await stage.hall();
    await hall.guide.take("allowance");
    const page = await open("/m/");
    const check = async (where: string) => {
      expect(await barriers(page), where).toEqual([]);
      expect(await clippedAt(page, 200), where).toEqual([]);
    };
    await page.getByText("怎么取号").waitFor();
    await check("the hall");
    await page.goto(`${hall.url}/m/?join=${await join()}`);
    await says(page, "您要办什么？");
    await check("categories");
    await choose(page);
    await page.getByRole("button", { name: "取号" }).waitFor();
    await check("a service");
  });
});
