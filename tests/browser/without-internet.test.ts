import type { BrowserContext } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openScreen, pairedToken, sayings, stands, until } from "./lobby-page.ts";
import { inHand, key, panelStage } from "./panel-page.ts";
import { openPhone } from "./phone-page.ts";
import { openStation, tap, viewIs } from "./station-page.ts";

const stage = panelStage();

/** Nobody but the hub is reached from here; whoever else is asked for is written down. */
async function onlyHub(context: BrowserContext, hub: string): Promise<string[]> {
  const others: string[] = [];
  await context.route(
    (url) => url.origin !== hub,
    async (route) => {
      others.push(route.request().url());
      await route.abort("internetdisconnected");
    },
  );
  return others;
}

describe("a hall without the internet", () => {
  it("takes, calls, shows and says a number, and no page asks anybody but the hub", async () => {
    const { hall, page: panel } = await stage.atCounter3();
    const { url } = hall;
    const screen = stage.page(await openScreen(stage.browser, { url, token: await pairedToken(hall.desk, "screen") }));
    const station = stage.page(await openStation(stage.browser, hall));
    const phone = stage.page(await openPhone(stage.browser, `${url}/m/`));
    const opened = [screen, station, phone];
    const asked = await Promise.all(
      [panel.context(), ...opened.map(({ context }) => context)].map((context) => onlyHub(context, url)),
    );
    for (const { page } of opened) await page.reload();
    await panel.reload();
    await screen.page.getByText("还没有叫号").waitFor();
    await tap(station.page, "[data-service=pension]");
    await viewIs(station.page, "ticket");
    await key(panel, "Space");
    await inHand(panel, "called", "S001");
    await stands(screen.page, "S001");
    await until(screen.page, async () => (await sayings(screen.page)).includes("请S零零幺号，到三号窗口。"));
    expect(asked).toEqual([[], [], [], []]);
  });
});
