import { beforeEach, describe, expect, it } from "vitest";
import { Sender } from "../../../counter-panel/data/sender.ts";
import { Tally } from "../../../counter-panel/data/tally.ts";
import { HeldApi } from "../../support/held-api.ts";

const until = "2026-11-23T09:00:30.000+08:00";

let api: HeldApi;
let clock: number;
let tally: Tally;

beforeEach(() => {
  api = new HeldApi();
  clock = 0;
  const changed = () => undefined;
  tally = new Tally({ changed, sender: new Sender({ ask: api.ask, monotonic: () => clock, changed }) });
  api.answer("/api/enquiries", { date: "2026-11-23", count: 1, undoUntil: until });
});

describe("questions counted at the desk", () => {
  it("are one press each, and a bounce of it is none", async () => {
    await tally.count();
    await tally.count();
    expect(api.posts()).toHaveLength(1);
    clock += 1_000;
    await tally.count();
    expect(api.posts()).toHaveLength(2);
    expect(tally.undoUntil).toBe(Date.parse(until));
  });

  it("say that nothing can be taken back any more", async () => {
    await tally.count();
    api.answer("/api/enquiries/undo", { date: "2026-11-23", count: 0, undoUntil: null });
    await tally.undo();
    expect(tally.undoUntil).toBeNull();
  });

  it("are counted once though the answer was lost, and say so meanwhile", async () => {
    api.refuse("/api/enquiries", "hub-away");
    await tally.count();
    expect(tally.trouble?.code).toBe("hub-away");
    api.answer("/api/enquiries", { date: "2026-11-23", count: 1, undoUntil: until });
    await tally.count();
    const [first, again] = api.posts();
    expect(again?.key).toBe(first?.key);
    expect(tally.trouble).toBeNull();
  });
});
