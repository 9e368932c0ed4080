import { beforeEach, describe, expect, it } from "vitest";
import { sameWishMillis, Sender, settleMillis } from "../../../counter-panel/data/sender.ts";
import { HeldApi } from "../../support/held-api.ts";

const next = { lane: "counter", kind: "next", path: "/api/counters/3/call-next", body: {} };
const recall = { lane: "counter", kind: "recall", path: "/api/counters/3/recall", body: { ticket: "t-1" } };

let api: HeldApi;
let clock: number;
let sender: Sender;

beforeEach(() => {
  api = new HeldApi();
  clock = 0;
  sender = new Sender({ ask: api.ask, monotonic: () => clock, changed: () => undefined });
});

const keys = (): (string | undefined)[] => api.posts().map(({ key }) => key);

describe("sending commands", () => {
  it("sends one at a time in a lane and says what is on its way", async () => {
    api.hold();
    const first = sender.send(next);
    expect(sender.busy("counter")).toBe("next");
    expect(await sender.send(recall)).toBeNull();
    api.release();
    await first;
    expect(sender.busy("counter")).toBeNull();
    expect(api.posts()).toHaveLength(1);
  });

  it("lets lanes go their own way", async () => {
    api.hold();
    const first = sender.send(next);
    const other = sender.send({ ...recall, lane: "ticket/t-2" });
    api.release();
    await Promise.all([first, other]);
    expect(api.posts()).toHaveLength(2);
  });

  it("takes a second press of the same kind for a bounce until the finger is off", async () => {
    await sender.send(next);
    clock = settleMillis - 1;
    expect(await sender.send(next)).toBeNull();
    clock = settleMillis;
    expect(await sender.send(next)).not.toBeNull();
  });

  it("lets another kind follow at once", async () => {
    await sender.send(next);
    expect(await sender.send(recall)).not.toBeNull();
  });

  it("lets what was refused be pressed again at once, under a key of its own", async () => {
    api.refuse(next.path, "nobody-waiting");
    await sender.send(next);
    expect(await sender.send(next)).not.toBeNull();
    expect(new Set(keys()).size).toBe(2);
  });

  it.each(["hub-away", "not-durable"])("repeats under the same key what ended in %s", async (code) => {
    api.refuse(next.path, code);
    await sender.send(next);
    api.answer(next.path, {});
    await sender.send(next);
    const [first, second] = keys();
    expect(first).toBe(second);
  });

  it("takes a new key once what stands has moved on", async () => {
    api.refuse(next.path, "hub-away");
    await sender.send(next);
    sender.moveOn("counter");
    await sender.send(next);
    expect(new Set(keys()).size).toBe(2);
  });

  it("keeps the key of what one lane never heard while others go on", async () => {
    const issue = { lane: "issue", kind: "issue", path: "/api/tickets", body: { service: "pension" } };
    api.refuse(issue.path, "hub-away");
    await sender.send(issue);
    api.answer(issue.path, {});
    await sender.send(recall);
    sender.moveOn("counter");
    await sender.send(issue);
    const [first, , again] = keys();
    expect(again).toBe(first);
  });

  it("takes a new key once nobody presses again for what was lost", async () => {
    api.refuse(next.path, "hub-away");
    await sender.send(next);
    clock = sameWishMillis;
    await sender.send(next);
    expect(new Set(keys()).size).toBe(2);
  });

  it("takes a new key for another wish", async () => {
    api.refuse(next.path, "hub-away");
    await sender.send(next);
    await sender.send({ ...next, body: { service: "pension" } });
    expect(new Set(keys()).size).toBe(2);
  });
});
