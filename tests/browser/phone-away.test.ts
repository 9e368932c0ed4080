import { describe, expect, it } from "vitest";
import { callUntil, phoneStage, says, takeSeveral } from "./phone-page.ts";

// A made-up name, because plain HTTP by name is what a hall has: no secure context, as on localhost.
const stage = phoneStage({ args: ["--host-resolver-rules=MAP lundao.hall 127.0.0.1"] });

describe("a phone whose hub goes away", () => {
  it("says of what time its picture is, and is right again by itself", async () => {
    const hall = await stage.hall();
    const ticket = await takeSeveral(hall, 3);
    const { page } = await stage.phone(`${hall.url}/m/t/${ticket.token}`);
    await says(page, "等候中，前面2位");
    const failed = page.getByText("网络不通，没有办成，请再点一次");
    await stage.restart(hall, async () => {
      await page.getByText(/网络断开，这是(8:59|9:00)的情况/).waitFor();
      await says(page, "等候中，前面2位");
      await page.getByRole("button", { name: "不办了，退号" }).click();
      await page.getByRole("button", { name: "退号", exact: true }).click();
      await failed.waitFor();
      const note = await failed.boundingBox();
      const key = await page.getByRole("button", { name: "退号", exact: true }).boundingBox();
      if (!note || !key) throw new Error("the note and the key that was pressed are not on the page");
      // It stands right above the key that was pressed.
      expect(Math.abs(key.y - (note.y + note.height))).toBeLessThan(48);
    });
    await page.getByText("网络断开").waitFor({ state: "detached" });
    await failed.waitFor({ state: "detached" });
    await says(page, "等候中，前面2位");
  });

  it("says that it cannot reach the hall when it never could", async () => {
    const hall = await stage.hall();
    const ticket = await takeSeveral(hall, 1);
    const { page } = await stage.phone("about:blank");
    await page.clock.install();
    await page.route("**/api/**", (route) => route.abort());
    await page.routeWebSocket("**/live", (socket) => socket.close());
    await page.goto(`${hall.url}/m/t/${ticket.token}`);
    await says(page, "暂时连不上大厅，正在重试");
    await page.unroute("**/api/**");
    await page.clock.fastForward("00:30");
    await says(page, "等候中，下一位就是您");
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`${hall.url}/m/`);
    await says(page, "暂时连不上大厅");
    await page.unroute("**/api/**");
    await page.clock.fastForward("00:30");
    await page.getByText("怎么取号").waitFor();
  });
});

describe("a phone that lacks what newer ones have", () => {
  it("learns of its call by asking where no socket can be opened", async () => {
    const hall = await stage.hall();
    const ticket = await takeSeveral(hall, 2);
    const forbidSockets = () => {
      Object.assign(window, {
        WebSocket: class extends EventTarget {
          constructor() {
            super();
            throw new DOMException("not here", "SecurityError");
          }
        },
      });
    };
    const { page } = await stage.phone("about:blank");
    await page.clock.install();
    await page.addInitScript(forbidSockets);
    await page.goto(`${hall.url}/m/t/${ticket.token}`);
    await says(page, "等候中，前面1位");
    await callUntil(hall, ticket.id);
    await page.clock.fastForward("00:30");
    await says(page, "请到1号窗口");
  });

  it("follows its ticket in a browser as old as Safari 13, by plain HTTP under a name of the hall's", async () => {
    const hall = await stage.hall();
    const ticket = await takeSeveral(hall, 2);
    const growOld = () => {
      const { EventTarget: Own } = window;
      // Made by no script there; the browser's own elements still are EventTargets.
      const Unmakeable = function () {
        throw new TypeError("Illegal constructor");
      };
      Unmakeable.prototype = Own.prototype;
      Object.assign(window, { EventTarget: Unmakeable });
      Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
      Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets");
      Reflect.deleteProperty(Navigator.prototype, "vibrate");
      Reflect.deleteProperty(String.prototype, "replaceAll");
      Reflect.deleteProperty(Array.prototype, "at");
      Reflect.deleteProperty(window, "structuredClone");
    };
    const address = `http://lundao.hall:${new URL(hall.url).port}/m/t/${ticket.token}`;
    const { page } = await stage.phone(address, { before: growOld });
    await says(page, "等候中，前面1位");
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    expect(
      await page.locator("ld-phone-ticket .number").evaluate((element) => getComputedStyle(element).fontWeight),
    ).toBe("700");
    await callUntil(hall, ticket.id);
    await says(page, "请到1号窗口");
  });
});
