import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PanelStore } from "../../../counter-panel/data/panel-store.ts";
import { at, counter, QueueLine, rules, ticket } from "./hall-of-tests.ts";
import { HeldApi } from "../../support/held-api.ts";

const li = { id: "u-li", user: "limin", name: "李敏", role: "clerk", counters: null };

let api: HeldApi;
let line: QueueLine;

beforeEach(() => {
  api = new HeldApi();
  line = new QueueLine();
  api.answer("/api/hall", { rules });
  api.answer("/api/session", { user: null, counter: null });
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(): Promise<PanelStore> {
  const store = new PanelStore({ ask: api.ask, line, monotonic: () => 0 });
  await vi.waitUntil(() => store.signIn.state !== "unknown" && store.feed.hall !== null);
  return store;
}

describe("signing in at the panel", () => {
  it("asks for nothing of the queue before", async () => {
    await open();
    expect(line.watchers.has("queue")).toBe(false);
  });

  it("opens the line anew as the one signed in, and follows the queue", async () => {
    const store = await open();
    api.answer("/api/session", { user: li, counter: null });
    await store.enter("limin", "password-1");
    expect(line.reconnects).toBe(1);
    expect(line.watchers.has("queue")).toBe(true);
    expect(store.signIn.user?.name).toBe("李敏");
  });

  it("keeps the hub's refusal and stays out", async () => {
    const store = await open();
    api.refuse("/api/session", "not-signed-in");
    await store.enter("limin", "wrong");
    expect(store.signIn.problem?.code).toBe("not-signed-in");
    expect(store.signIn.state).toBe("out");
  });

  it("shows nobody what was refused to who was signed in before", async () => {
    api.answer("/api/session", { user: li, counter: null });
    const store = await open();
    api.refuse("/api/counters/3/open", "hub-away");
    await store.work.take(3, "open");
    expect(store.work.trouble?.code).toBe("hub-away");
    await store.leave();
    expect(store.signIn.state).toBe("out");
    expect(store.work.trouble).toBeNull();
  });

  it("forgets the queue when the hub no longer knows this browser", async () => {
    api.answer("/api/session", { user: li, counter: 3 });
    const store = await open();
    await vi.waitUntil(() => line.watchers.has("queue"));
    line.snapshot([], [counter()]);
    expect(store.work.counter?.number).toBe(3);
    api.answer("/api/session", { user: null, counter: null });
    line.watchers.get("queue")?.refused?.("not-signed-in");
    await vi.waitUntil(() => store.signIn.state === "out");
    expect(store.feed.queue).toBeNull();
    expect(store.work.counter).toBeNull();
    expect(store.work.notice).toBeNull();
  });

  it("opens the line anew and follows again when the hub refused by mistake", async () => {
    api.answer("/api/session", { user: li, counter: 3 });
    await open();
    await vi.waitUntil(() => line.watchers.has("queue"));
    vi.useFakeTimers();
    line.watchers.get("queue")?.refused?.("overloaded");
    expect(line.watchers.has("queue")).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(line.watchers.has("queue")).toBe(true);
    expect(line.reconnects).toBe(1);
  });

  it("stays signed in when the hub could not be asked", async () => {
    api.answer("/api/session", { user: li, counter: 3 });
    const store = await open();
    api.refuse("/api/session", "hub-away");
    line.watchers.get("queue")?.refused?.("overloaded");
    await Promise.resolve();
    expect(store.signIn.state).toBe("in");
  });
});

describe("when the hub is away", () => {
  it("cannot send, and can again once it is back", async () => {
    api.answer("/api/session", { user: li, counter: 3 });
    const store = await open();
    await vi.waitUntil(() => line.watchers.has("queue"));
    expect(store.isReachable).toBe(false);
    line.snapshot([], [counter()]);
    expect(store.isReachable).toBe(true);
    line.become("lost");
    expect(store.isReachable).toBe(false);
    expect(store.work.counter?.number).toBe(3);
    line.become("live");
    expect(store.isReachable).toBe(true);
  });

  it("asks again what a hub that can be heard would not say", async () => {
    vi.useFakeTimers();
    api.refuse("/api/session", "overloaded");
    const store = new PanelStore({ ask: api.ask, line, monotonic: () => 0 });
    await vi.advanceTimersByTimeAsync(1_999);
    expect(store.signIn.state).toBe("unknown");
    api.answer("/api/session", { user: li, counter: 3 });
    await vi.advanceTimersByTimeAsync(1);
    expect(store.signIn.state).toBe("in");
    expect(line.watchers.has("queue")).toBe(true);
  });

  it("learns who is signed in and what hall it is, once a page opened meanwhile hears it", async () => {
    api.refuse("/api/session", "hub-away");
    api.refuse("/api/hall", "hub-away");
    vi.useFakeTimers();
    const store = new PanelStore({ ask: api.ask, line, monotonic: () => 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(store.signIn.state).toBe("unknown");
    api.answer("/api/session", { user: li, counter: 3 });
    api.answer("/api/hall", { rules });
    line.become("live");
    await vi.advanceTimersByTimeAsync(0);
    expect(line.watchers.has("queue")).toBe(true);
    expect(store.feed.hall?.rules).toEqual(rules);
  });
});

it("asks for a hall that was loaded anew until the hub tells it", async () => {
  api.answer("/api/session", { user: li, counter: 3 });
  const store = await open();
  await vi.waitUntil(() => line.watchers.has("queue"));
  line.snapshot([], [counter()]);
  vi.useFakeTimers();
  api.refuse("/api/hall", "hub-away");
  line.tell("queue", { type: "hall-loaded", at: at(0) });
  await vi.advanceTimersByTimeAsync(0);
  expect(store.feed.hall?.rules).toEqual(rules);
  api.answer("/api/hall", { rules: { ...rules, requeueTimes: 5 } });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.feed.hall?.rules.requeueTimes).toBe(5);
});

it("asks for the queue and the hall anew when a new day begins", async () => {
  api.answer("/api/session", { user: li, counter: 3 });
  const store = await open();
  await vi.waitUntil(() => line.watchers.has("queue"));
  line.snapshot([ticket("S001")], [counter()]);
  const before = line.watchers.get("queue");
  line.tell("queue", { type: "day-opened", at: at(0) });
  expect(line.watchers.get("queue")).not.toBe(before);
  expect(api.asked.filter(({ path }) => path === "/api/hall")).toHaveLength(2);
  line.snapshot([], [counter()]);
  expect(store.feed.queue?.tickets.size).toBe(0);
});
