import { beforeEach, describe, expect, it, vi } from "vitest";
import { PanelStore } from "../../../counter-panel/data/panel-store.ts";
import type { Counter } from "../../../shared/wire/counter.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { at, called, counter, QueueLine, nine, rules, serving, ticket } from "./hall-of-tests.ts";
import { HeldApi } from "../../support/held-api.ts";

let api: HeldApi;
let line: QueueLine;
let clock: number;
let store: PanelStore;

/** The clerk at counter 3 with this in hand. */
function stand(inHand: Ticket | null, more: { counter?: Partial<Counter>; others?: readonly Ticket[] } = {}): void {
  line.snapshot([...(inHand ? [inHand] : []), ...(more.others ?? [])], [counter({ ticket: inHand, ...more.counter })]);
  clock += 10_000;
}

function tell(type: string, told: { ticket?: Ticket; counter: Counter }): void {
  line.tell("queue", { type, at: at(6), ...(told.ticket && { ticket: told.ticket }), counters: [told.counter] });
}

const sent = (): { path: string; body: unknown }[] =>
  api.posts().map(({ path, body }) => ({ path: path.replace("/api/counters/3/", ""), body }));

beforeEach(async () => {
  api = new HeldApi();
  line = new QueueLine();
  clock = 0;
  api.answer("/api/hall", { rules });
  api.answer("/api/session", {
    user: { id: "u-li", user: "limin", name: "李敏", role: "clerk", counters: null },
    counter: 3,
  });
  store = new PanelStore({ ask: api.ask, line, monotonic: () => clock });
  await vi.waitUntil(() => line.watchers.has("queue"));
});

describe("a call for help", () => {
  it("is not called off by a press that bounced", async () => {
    stand(null);
    await store.work.command({ type: "ask-help" });
    await store.work.command({ type: "answer-help" });
    expect(sent()).toEqual([{ path: "ask-help", body: {} }]);
    clock += 1_000;
    await store.work.command({ type: "answer-help" });
    expect(sent().map(({ path }) => path)).toEqual(["ask-help", "answer-help"]);
  });
});

describe("the big button", () => {
  it("calls the next with nothing in hand", async () => {
    stand(null);
    await store.work.pressMain();
    expect(sent()).toEqual([{ path: "call-next", body: {} }]);
  });

  it("finishes the one served and calls the next in one command, with outcome and quantity, naming the ticket", async () => {
    stand(serving("S001", { matters: 2 }));
    store.work.choose({ outcome: "done" });
    await store.work.pressMain();
    expect(sent()).toEqual([{ path: "finish", body: { ticket: "t-S001", outcome: "done", quantity: 2, next: true } }]);
  });

  it("asks whether the one called came, and sends nothing yet", async () => {
    stand(called("S001"));
    await store.work.pressMain();
    expect(store.work.question).toMatchObject({ ticket: "t-S001", next: true });
    expect(sent()).toEqual([]);
  });

  it("ends what is in hand and calls nobody on the way into a pause", async () => {
    stand(serving("S001"), { counter: { state: "paused" } });
    await store.work.pressMain();
    expect(sent()).toEqual([{ path: "finish", body: { ticket: "t-S001", quantity: 1, next: false } }]);
  });

  it("does not take the bounce of one press for the next step", async () => {
    stand(serving("S001"), { counter: { state: "paused" } });
    await store.work.pressMain();
    tell("ticket-finished", { ticket: serving("S001", { state: "finished" }), counter: counter({ state: "paused" }) });
    clock += 200;
    await store.work.pressMain();
    expect(sent()).toHaveLength(1);
    clock += 1_000;
    await store.work.pressMain();
    expect(sent().map(({ path }) => path)).toEqual(["finish", "open"]);
  });

  it("does nothing a second time while the first is on its way", async () => {
    stand(null);
    api.hold();
    const first = store.work.pressMain();
    const second = store.work.pressMain();
    expect(store.work.busy).toBe("next");
    api.release();
    await Promise.all([first, second]);
    expect(sent()).toHaveLength(1);
  });

  it("says calmly that nobody waits, until somebody is called", async () => {
    stand(null);
    api.refuse("/api/counters/3/call-next", "nobody-waiting");
    await store.work.pressMain();
    expect(store.work.nobodyAt).toBe(line.now());
    expect(store.work.trouble).toBeNull();
    tell("ticket-called", { ticket: called("S001"), counter: counter({ ticket: called("S001") }) });
    expect(store.work.nobodyAt).toBeNull();
  });

  it("knows that nobody waits when finishing brought nobody, and names the one finished", async () => {
    stand(serving("S001"));
    api.answer("/api/counters/3/finish", { ticket: serving("S001", { state: "finished" }), next: null });
    await store.work.pressMain();
    expect(store.work.nobodyAt).toBe(line.now());
    expect(store.work.left).toMatchObject({ ticket: { number: "S001", state: "finished" }, to: null });
  });
});

describe("one who comes back late", () => {
  const missed = ticket("S001", { state: "missed", counter: 3 });

  it("is in hand again with one press, unheard, where nobody else is", async () => {
    stand(null, { others: [missed] });
    await store.work.takeBack("t-S001");
    expect(sent()).toEqual([
      { path: "/api/tickets/t-S001/requeue", body: { position: "next-here" } },
      { path: "call-next", body: { silent: true } },
    ]);
  });

  it.each([
    ["somebody is in hand", () => stand(serving("S002"), { others: [missed] })],
    ["the counter pauses", () => stand(null, { others: [missed], counter: { state: "paused" } })],
  ])("only waits to be next where %s", async (_, stands) => {
    stands();
    await store.work.takeBack("t-S001");
    expect(sent().map(({ path }) => path)).toEqual(["/api/tickets/t-S001/requeue"]);
  });

  it("is not followed by anybody else where the hub refuses", async () => {
    stand(null, { others: [missed] });
    api.refuse("/api/tickets/t-S001/requeue", "requeue-limit");
    await store.work.takeBack("t-S001");
    expect(sent()).toHaveLength(1);
    expect(store.work.trouble).toMatchObject({ code: "requeue-limit", of: "requeue" });
  });
});

describe("the next service of the same visit", () => {
  it("begins with no outcome chosen and its own files", () => {
    stand(serving("S001", { matters: 5 }));
    expect(store.work.choice).toEqual({ outcome: null, quantity: 3 });
    store.work.choose({ outcome: "done" });
    stand(serving("S001", { service: "card", matters: 1 }));
    expect(store.work.choice).toEqual({ outcome: null, quantity: 1 });
  });
});

describe("what left the counter last", () => {
  const heldY004 = serving("Y004", { state: "held" });

  it("is the one put on hold, and not the one finished before it", async () => {
    stand(serving("S001"));
    api.answer("/api/counters/3/finish", { ticket: serving("S001", { state: "finished" }), next: called("Y004") });
    await store.work.pressMain();
    stand(serving("Y004"));
    api.answer("/api/counters/3/hold", heldY004);
    await store.work.command({ type: "hold", ticket: "t-Y004" });
    stand(null, { others: [heldY004] });
    expect(store.work.left).toEqual({ ticket: heldY004, to: null });
  });

  it("is the one sent on, and where to", async () => {
    stand(serving("Y001"));
    api.answer("/api/counters/3/transfer", ticket("Y001", { service: "birth", counter: 5 }));
    await store.work.command({ type: "transfer", ticket: "t-Y001", service: "birth", to: 5, position: "front" });
    expect(store.work.left).toMatchObject({ ticket: { number: "Y001" }, to: { service: "birth", counter: 5 } });
  });

  it("is nobody any more once another is in hand", async () => {
    stand(serving("Y004"));
    api.answer("/api/counters/3/hold", heldY004);
    await store.work.command({ type: "hold", ticket: "t-Y004" });
    stand(null, { others: [heldY004] });
    stand(serving("Y004"));
    expect(store.work.left).toBeNull();
  });
});

it("knows from the hub whom the next press calls, and forgets it with the counter", () => {
  stand(null, { others: [ticket("S002"), ticket("Y001")] });
  line.show("counter/3/next", { ticket: "t-S002", number: "S002" });
  expect(store.work.next).toBe("t-S002");
  line.tell("counter/3/next", { type: "next", at: at(6), ticket: "t-Y001", number: "Y001" });
  expect(store.work.next).toBe("t-Y001");
  tell("counter-closed", { counter: counter({ state: "closed", clerk: null }) });
  expect(store.work.next).toBeNull();
});

describe("the question whether somebody came", () => {
  beforeEach(async () => {
    stand(called("S001"));
    await store.work.pressMain();
    clock += 1_000;
  });

  it("finishes as arrived and calls the next when they came", async () => {
    await store.work.answer(true);
    expect(sent()).toEqual([{ path: "finish", body: { ticket: "t-S001", arrived: true, quantity: 1, next: true } }]);
    expect(store.work.question).toBeNull();
  });

  it("misses and calls the next when they did not", async () => {
    await store.work.answer(false);
    expect(sent()).toEqual([{ path: "miss", body: { ticket: "t-S001", next: true } }]);
  });

  it("stays open when the answer is refused, and says why", async () => {
    api.refuse("/api/counters/3/miss", "miss-too-early");
    await store.work.answer(false);
    expect(store.work.question).not.toBeNull();
    expect(store.work.trouble).toMatchObject({
      code: "miss-too-early",
      detail: "detail of miss-too-early",
      of: "miss",
    });
  });

  it("goes away once the ticket has another state", () => {
    tell("ticket-started", { ticket: serving("S001"), counter: counter({ ticket: serving("S001") }) });
    expect(store.work.question).toBeNull();
  });

  it("stays through a recall", () => {
    const again = called("S001", { calls: 2 });
    tell("ticket-recalled", { ticket: again, counter: counter({ ticket: again }) });
    expect(store.work.question).not.toBeNull();
  });
});

it("does not let the second half of a double click answer the question", async () => {
  stand(called("S001"));
  await store.work.pressMain();
  clock += 250;
  await store.work.answer(true);
  expect(sent()).toEqual([]);
});

it("asks too before it only finishes one who was never begun, and then calls nobody", async () => {
  stand(called("S001"));
  await store.work.pressFinish();
  clock += 1_000;
  await store.work.answer(true);
  expect(sent()).toEqual([{ path: "finish", body: { ticket: "t-S001", arrived: true, quantity: 1, next: false } }]);
});

describe("what belongs to one ticket", () => {
  it("starts anew with the next: outcome, quantity and what was refused", async () => {
    stand(serving("S001"));
    store.work.choose({ outcome: "advice", quantity: 5 });
    api.refuse("/api/counters/3/hold", "not-durable");
    await store.work.command({ type: "hold", ticket: "t-S001" });
    expect(store.work.trouble?.code).toBe("not-durable");
    const next = called("S002", { matters: 3 });
    tell("ticket-called", { ticket: next, counter: counter({ ticket: next }) });
    expect(store.work.choice).toEqual({ outcome: null, quantity: 3 });
    expect(store.work.trouble).toBeNull();
  });

  it("says that screens have shown the call only once the hub said so, and forgets it with the next call", () => {
    stand(called("S001"));
    expect(store.work.delivery).toBeNull();
    line.tell("counter/3", { type: "shown", at: at(6), number: "S001", screens: 2 });
    expect(store.work.delivery).toEqual({ number: "S001", screens: 2, isSpoken: false });
    line.tell("counter/3", { type: "shown", at: at(7), number: "S001", screens: 2, spoken: true });
    expect(store.work.delivery).toEqual({ number: "S001", screens: 2, isSpoken: true });
    const again = called("S001", { calls: 2 });
    tell("ticket-recalled", { ticket: again, counter: counter({ ticket: again }) });
    expect(store.work.delivery).toBeNull();
    line.tell("counter/3", { type: "not-shown", at: at(6), number: "S001" });
    expect(store.work.delivery).toEqual({ number: "S001", screens: 0, isSpoken: false });
  });
});

describe("the counter taken", () => {
  it("says who has taken it over, and stops watching it", () => {
    stand(null);
    tell("counter-taken-over", { counter: counter({ clerk: { id: "u-wang", name: "王芳" } }) });
    expect(store.work.counter).toBeNull();
    expect(store.work.notice).toMatchObject({ type: "taken-over", counter: { clerk: { name: "王芳" } } });
    expect([...line.watchers.keys()].filter((topic) => topic.startsWith("counter/"))).toEqual([]);
  });

  it("says nothing of a counter this clerk has closed", async () => {
    stand(null);
    await store.work.command({ type: "close" });
    tell("counter-closed", { counter: counter({ state: "closed", clerk: null }) });
    expect(store.work.counter).toBeNull();
    expect(store.work.notice).toBeNull();
  });

  it("says that it was closed when it was not this clerk who did", () => {
    stand(null);
    tell("counter-closed", { counter: counter({ state: "closed", clerk: null }) });
    expect(store.work.notice?.type).toBe("closed");
  });

  it("takes back a missed ticket before all others, by its own command", async () => {
    stand(null, { others: [ticket("S007", { state: "missed", counter: 3 })] });
    await store.work.command({ type: "requeue", ticket: "t-S007", isNextHere: true });
    expect(api.posts()[0]).toMatchObject({ path: "/api/tickets/t-S007/requeue", body: { position: "next-here" } });
  });

  it("learns from the history when its missed tickets were missed, after the page was loaded anew", async () => {
    api.answer("/api/tickets/t-S007/history", { items: [{ seq: 9, type: "ticket-missed", at: at(4) }] });
    stand(null, { others: [ticket("S007", { state: "missed", counter: 3, calledAt: at(2) })] });
    await vi.waitUntil(() => store.feed.queue?.missedAt.has("t-S007") === true);
    expect(store.feed.queue?.missedAt.get("t-S007")).toBe(nine + 4 * 60_000);
  });

  it("asks the history again after an answer that was lost", async () => {
    const history = "/api/tickets/t-S007/history";
    const missed = ticket("S007", { state: "missed", counter: 3, calledAt: at(2) });
    api.refuse(history, "hub-away");
    stand(null, { others: [missed] });
    await vi.waitUntil(() => api.count(history) === 1);
    api.answer(history, { items: [{ seq: 9, type: "ticket-missed", at: at(4) }] });
    stand(null, { others: [missed] });
    await vi.waitUntil(() => store.feed.queue?.missedAt.has("t-S007") === true);
  });
});
