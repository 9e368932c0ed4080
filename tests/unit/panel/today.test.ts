import { beforeEach, describe, expect, it } from "vitest";
import { Sender, settleMillis } from "../../../counter-panel/data/sender.ts";
import { TodayChanges, type TodayChange } from "../../../counter-panel/data/today.ts";
import { HeldApi } from "../../support/held-api.ts";

let api: HeldApi;
let clock: number;
let today: TodayChanges;

beforeEach(() => {
  api = new HeldApi();
  clock = 0;
  const changed = () => undefined;
  today = new TodayChanges({ changed, sender: new Sender({ ask: api.ask, monotonic: () => clock, changed }) });
});

function stop(service: string): TodayChange {
  return { type: "stop", service, reason: "网络故障", until: null };
}

describe("changes for today", () => {
  it("stop one service for a press that bounced, though the next one stands where it stood", async () => {
    expect(await today.change(stop("proof"))).toBe(true);
    expect(await today.change(stop("card"))).toBe(false);
    expect(api.posts().map(({ path }) => path)).toEqual(["/api/services/proof/stop"]);
    clock = settleMillis;
    expect(await today.change(stop("card"))).toBe(true);
  });

  it("take one service up again for a press that bounced", async () => {
    await today.change({ type: "resume", service: "proof" });
    await today.change({ type: "resume", service: "card" });
    expect(api.posts().map(({ path }) => path)).toEqual(["/api/services/proof/resume"]);
  });
});
