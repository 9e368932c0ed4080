import { describe, expect, it } from "vitest";
import { lobbyHall, openScreen, pairedToken, stands } from "./lobby-page.ts";
import { nodesOf } from "./nodes.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());

describe("a screen that hangs on its wall for months", () => {
  it("holds no more after many calls than once its board was full", async () => {
    const hall = stage.hub(await lobbyHall());
    const lobby = stage.page(
      await openScreen(stage.browser, { url: hall.url, token: await pairedToken(hall.desk, "screen") }),
    );
    const counter = stage.page(
      await openScreen(
        stage.browser,
        { url: hall.url, token: await pairedToken(hall.desk, "counter-screen") },
        { kind: "counter-screen", path: "/display/counter/?counter=2" },
      ),
    );
    const clerk = await hall.desk.clerkAt(2);
    for (let taken = 0; taken < 3; taken++) await hall.guide.take("pension");
    const pass = async (count: number): Promise<{ lobby: number; counter: number }> => {
      for (let called = 0; called < count; called++) {
        await hall.guide.take("pension");
        const { number } = await clerk.next({ silent: called % 20 > 0 });
        await stands(lobby.page, number);
        if (called % 5 === 0) await clerk.does("recall");
        await counter.page.getByText(number).waitFor();
        await clerk.serves();
        if (called % 10 === 0) await clerk.press("pause", { reason: "短暂离开" });
        if (called % 10 === 0) await clerk.press("open");
      }
      await counter.page.locator("[data-state=idle]").waitFor();
      // Who is to get ready comes a moment after the call.
      await lobby.page.getByText("请准备").waitFor();
      return { lobby: await nodesOf(lobby.page), counter: await nodesOf(counter.page) };
    };
    const full = await pass(40);
    expect(await pass(100)).toEqual(full);
  });
});
