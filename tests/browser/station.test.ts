import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { readsCode } from "./code-reader.ts";
import { played, Stage, type OpenPage } from "./stage.ts";
import { openStation, stationHall, tap, viewIs, type StationHall } from "./station-page.ts";

const stage = played(new Stage());
let hall: StationHall;
let opened: OpenPage;
let page: Page;

async function begin(): Promise<void> {
  hall = stage.hub(await stationHall());
  opened = stage.page(await openStation(stage.browser, hall));
  page = opened.page;
}

async function allTickets(): Promise<Ticket[]> {
  const guide = await hall.desk.staff("guide");
  return (await guide.get<{ items: Ticket[] }>("/api/tickets")).body.items;
}

describe("a station", () => {
  it("gives a number for one tap", async () => {
    await begin();
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    expect(await page.locator("[data-number]").textContent()).toBe("S001");
    expect(await allTickets()).toMatchObject([
      { number: "S001", service: "pension", channel: "station", state: "waiting", lang: "zh" },
    ]);
  });

  it("gives one number for a double tap, and presses nothing on the page that comes", async () => {
    await begin();
    const box = await page.locator("[data-service=pension]").boundingBox();
    if (!box) throw new Error("the tile is not on the page");
    for (let i = 0; i < 3; i++) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await viewIs(page, "ticket");
    expect(await allTickets()).toHaveLength(1);
  });

  it("shows at once what a finger presses, and nothing pressed on the page that comes", async () => {
    await begin();
    const pressed = () =>
      page.locator("[data-pressed]").evaluateAll((keys) => keys.map((key) => key.textContent.trim()));
    const box = await page.locator("[data-place=help]").boundingBox();
    if (!box) throw new Error("the key is not on the page");
    const touch = await opened.context.newCDPSession(page);
    const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
    expect(await pressed()).toEqual(["不会用，请人帮我"]);
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await viewIs(page, "help");
    expect(await pressed()).toEqual([]);
  });

  it("acts for a finger that slid a little, and not for one that slid away", async () => {
    await begin();
    const box = await page.locator("[data-service=pension]").boundingBox();
    if (!box) throw new Error("the tile is not on the page");
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + box.height + 200, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator("main").getAttribute("data-view")).toBe("services");
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 70, { steps: 4 });
    await page.mouse.up();
    await viewIs(page, "ticket");
    expect(await allTickets()).toHaveLength(1);
  });

  it("is itself the slip where there is no printer, and keeps the number until it was noted", async () => {
    await begin();
    await tap(page, "[data-service=pension]");
    await page.locator("[data-slip=on-screen]").waitFor();
    expect(await page.locator("[data-slip]").textContent()).toContain("S001有效");
    await tap(page, "[data-place=done]");
    await viewIs(page, "services");
  });

  it("sends a resident who still stands there to the counter that calls", async () => {
    await begin();
    const clerk = await hall.desk.clerkAt(2);
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    await clerk.next();
    await page.getByText("请到2号窗口").waitFor();
  });

  it("keeps its tiles in their places for the next resident, and lets one in that is taken far more", async () => {
    await begin();
    const places = () =>
      page.locator("ld-services .tile").evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute("data-service")));
    const before = await places();
    const takesPension = async () => {
      await tap(page, "[data-service=pension]");
      await viewIs(page, "ticket");
      await tap(page, "[data-place=done]");
      await viewIs(page, "services");
    };
    for (let i = 0; i < 4; i++) await hall.station.take("advice");
    await takesPension();
    expect(await places()).toEqual(before);
    await hall.station.take("advice");
    await takesPension();
    await page.locator(".tile[data-service=advice]").waitFor();
    expect(await places()).toEqual([...before.slice(0, 5), "advice"]);
  });

  it("speaks the resident's language and tells the hub", async () => {
    await begin();
    await tap(page, "[data-language=en]");
    await page.getByText("What do you need today?").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    await tap(page, "[data-place=done]");
    await page.getByText("您要办什么").waitFor();
    expect(await allTickets()).toMatchObject([{ lang: "en" }]);
  });

  it("takes a priority to the counter and shows its reason to nobody", async () => {
    await begin();
    await tap(page, "[data-place=priority]");
    await tap(page, "[data-reason=pregnant]");
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    await page.getByText("请准备好证件").waitFor();
    expect(
      await page
        .locator("ld-kiosk")
        .evaluate((kiosk) => kiosk.shadowRoot?.querySelector("ld-ticket")?.shadowRoot?.textContent ?? ""),
    ).not.toContain("孕");
    expect(await allTickets()).toMatchObject([{ class: "courtesy", reason: "pregnant" }]);
    await tap(page, "[data-place=done]");
    await tap(page, "[data-service=pension]");
    await viewIs(page, "ticket");
    expect((await allTickets()).map((ticket) => ticket.class)).toEqual(["courtesy", "normal"]);
  });

  it("lets a missed resident back in who scans the slip", async () => {
    await begin();
    const clerk = await hall.desk.clerkAt(2);
    const ticket = await hall.station.take("pension");
    await clerk.next();
    for (let i = 0; i < 2; i++) await clerk.does("recall");
    hall.hub.clock.advance({ seconds: 61 });
    await clerk.ends("miss");
    await readsCode(page, `https://hall.example.cn/m/t/${ticket.token}`);
    await viewIs(page, "found");
    await page.getByText("已恢复").waitFor();
    expect((await clerk.ticket(ticket.id)).state).toBe("waiting");
  });

  it("tells a resident who scans a good slip where it stands, and changes nothing", async () => {
    await begin();
    const clerk = await hall.desk.clerkAt(2);
    const ticket = await hall.station.take("pension");
    await clerk.next();
    await readsCode(page, ticket.token);
    await page.getByText("请到2号窗口").waitFor();
    expect((await clerk.ticket(ticket.id)).state).toBe("called");
  });

  it("asks whether somebody is still there, then is as new for the next", async () => {
    await begin();
    await tap(page, "[data-tool=print]");
    await tap(page, "[data-place=all]");
    // Second by second, so that the line to the hub stays alive.
    for (let second = 0; second < 61; second++) await page.clock.runFor(1_000);
    await viewIs(page, "still-there");
    await page.getByText("您还在吗").waitFor();
    for (let second = 0; second < 15; second++) await page.clock.runFor(1_000);
    await viewIs(page, "services");
    expect(await page.evaluate(() => document.documentElement.dataset["print"])).toBe("normal");
  });

  it("offers no menu, no selection and no scrolling", async () => {
    await begin();
    const allowed = await page.evaluate(() =>
      ["contextmenu", "dragstart", "selectstart", "wheel", "touchmove"].filter((type) =>
        document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
      ),
    );
    expect(allowed).toEqual([]);
    await page.mouse.wheel(0, 800);
    expect(await page.evaluate(() => [scrollY, document.documentElement.scrollHeight - innerHeight])).toEqual([0, 0]);
  });
});
