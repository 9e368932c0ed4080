import { describe, expect, it } from "vitest";
import { inHand, key, nothingInHand, panelStage } from "./panel-page.ts";

const stage = panelStage();

describe("when something stands in the way", () => {
  it("says that the hub is away, holds what it knows, and is back by itself", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await stage.restart(hall, async () => {
      await page.getByRole("alert").getByText("连不上中枢，正在重连").waitFor();
      await inHand(page, "called", "S001");
      expect(await page.getByRole("button", { name: /^开始/ }).getAttribute("aria-disabled")).toBe("true");
      await key(page, "s");
    });
    await page.clock.runFor(5_000);
    await page.locator('button[aria-disabled="false"]', { hasText: "开始" }).waitFor();
    await inHand(page, "called", "S001");
    await key(page, "s");
    await inHand(page, "serving", "S001");
  });

  it("moves nothing on the page when the hub goes", async () => {
    const { hall, page } = await stage.atCounter3();
    const places = () =>
      page.locator("ld-work-desk").evaluate(({ shadowRoot }) =>
        ["ld-waiting-strip", "ld-in-hand", "ld-work-controls", "ld-waiting-list"].map((part) => {
          const { top, left } = shadowRoot?.querySelector(part)?.getBoundingClientRect() ?? { top: -1, left: -1 };
          return [part, top, left];
        }),
      );
    const before = await places();
    await stage.restart(hall, async () => {
      await page.getByRole("alert").getByText("连不上中枢，正在重连").waitFor();
      expect(await places()).toEqual(before);
    });
  });

  it("says in place what the hub refused, and forgets it with what is done next", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    await key(page, "Space");
    await inHand(page, "called", "S001");
    await page.getByRole("button", { name: "开放", exact: true }).click();
    await page.getByRole("button", { name: "关闭窗口" }).click();
    await page.getByRole("alert").getByText("请先结束S001").waitFor();
    await key(page, "s");
    await inHand(page, "serving", "S001");
    await page.getByText("请先结束S001").waitFor({ state: "detached" });
  });

  it("says that nothing was saved when the hub could not, and repeats it under the same key", async () => {
    const { hall, page } = await stage.atCounter3();
    await hall.station.take("pension");
    const keys: (string | undefined)[] = [];
    const problem = { type: "about:blank", title: "未保存", status: 503, detail: "未保存,请重试", code: "not-durable" };
    await page.route("**/call-next", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      return route.fulfill({ status: 503, contentType: "application/problem+json", json: problem });
    });
    await key(page, "Space");
    await page.getByRole("alert").getByText("未保存,请重试").waitFor();
    await nothingInHand(page);
    await key(page, "Space");
    await inHand(page, "called", "S001");
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it("asks for the sign-in again once it was ended elsewhere", async () => {
    const { hall, page } = await stage.atCounter3();
    const users = await hall.manager.get<{ items: { id: string; user: string }[] }>("/api/users");
    const clerk = users.body.items.find(({ user }) => user === "clerk-at-3");
    await hall.manager.ask("PATCH", `/api/users/${clerk?.id ?? ""}`, { body: { password: "another-password" } });
    await page.clock.runFor(5_000);
    await page.getByLabel("用户名").waitFor();
  });
});
