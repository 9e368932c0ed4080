import { describe, expect, it } from "vitest";
import { lobbyHall, openScreen, pairedToken } from "./lobby-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());
const anHour = 61 * 60_000;

describe("a screen in a browser that keeps no pages", () => {
  it("loads itself anew once the hub has another page, and not before", async () => {
    const hall = stage.hub(await lobbyHall());
    const screen = { url: hall.url, token: await pairedToken(hall.desk, "screen") };
    const { page } = stage.page(await openScreen(stage.browser, screen, { isUnkept: true }));
    await page.clock.install();
    await page.reload();
    await page.getByText("还没有叫号").waitFor();
    let isNewer = false;
    const answered: boolean[] = [];
    await page.route("**/display/", async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const isAsked = route.request().resourceType() === "fetch";
      await route.fulfill({
        response: answer,
        body: isNewer && isAsked ? html.replace(/index-[\w-]+\.js/, "index-newer.js") : html,
      });
      answered.push(isAsked);
    });
    const asked = page.waitForResponse("**/display/");
    await page.clock.fastForward(anHour);
    await (await asked).finished();
    await page.clock.runFor(5_000);
    expect(answered).toEqual([true]);
    isNewer = true;
    const loaded = page.waitForEvent("load");
    await page.clock.fastForward(anHour);
    await loaded;
    expect(answered).toEqual([true, true, false]);
    await page.getByText("还没有叫号").waitFor();
  });
});
