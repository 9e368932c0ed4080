import { describe, expect, it, vi } from "vitest";
import { inThisThread } from "../support/estimators.ts";
import { Desk } from "../support/desk.ts";
import { sampleHall, startHub } from "../support/hub.ts";
import { Stage, played } from "./stage.ts";
import { openStation, type StationHall } from "./station-page.ts";

const stage = played(new Stage());

async function hallThatTells(): Promise<StationHall> {
  const hub = await startHub({ hall: sampleHall(), startEstimator: inThisThread });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  return stage.hub({ hub, desk, url, station: await desk.station() });
}

describe("how long it takes", () => {
  it("stands on the station's tile and the ticket's phone page, and the station asks back where it is long", async () => {
    const hall = await hallThatTells();
    const clerk = await hall.desk.clerkAt(2);
    const [first, second] = [await hall.station.take("pension"), await hall.station.take("pension")];
    await clerk.next();
    expect(first.number < second.number).toBe(true);
    const { page: phone } = await stage.newPage({ viewport: { width: 390, height: 844 } });
    await phone.goto(`${hall.url}/m/t/${second.token}`);
    await phone.getByText(/还要等(约|不到)\d+分钟/).waitFor();

    const station = stage.page(await openStation(stage.browser, hall));
    const tile = station.page.locator("main[data-view=services] .tile[data-service=pension]");
    await tile.getByText(/等1位·(约|不到)\d+分/).waitFor();

    for (let count = 0; count < 5; count += 1) await hall.station.take("pension");
    await vi.waitFor(
      async () => {
        await station.page.clock.runFor(10_000);
        // Over 40 minutes.
        expect(await tile.innerText()).toMatch(/等6位·约(4[5-9]|[5-9]\d|1\d\d)分/);
      },
      { timeout: 20_000, interval: 200 },
    );
    await tile.tap();
    await station.page.getByText("现在等的人多").waitFor();
  });
});
