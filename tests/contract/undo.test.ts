import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expected, type Desk, type Person } from "../support/desk.ts";
import type { TestHub } from "../support/hub.ts";
import { LiveHall } from "../support/live-hall.ts";

interface Seen {
  readonly type: string;
  readonly at: string;
}

describe("the last step taken back", () => {
  let hall: LiveHall;
  let hub: TestHub;
  let desk: Desk;
  let station: Person;

  beforeEach(async () => {
    hall = await LiveHall.start();
    ({ hub, desk } = hall);
    station = await desk.station();
  });

  afterEach(() => hall.end());

  const lobby = async (): Promise<Record<string, unknown>> => (await hall.watching("lobby")).snapshot.data ?? {};

  it("takes a call off the screens, and tells phones and staff where the number stands again", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    const screens = await hall.watching("lobby");
    const phone = await hall.watching(`ticket/${ticket.token}`);
    const counterScreen = await hall.watching("counter/4", clerk);
    const staff = await hall.watching("queue", clerk);
    await clerk.next();
    hub.clock.advance({ seconds: 29 });
    const undone = await clerk.does("undo");
    expect(undone).toMatchObject({
      id: ticket.id,
      state: "waiting",
      calls: 0,
      counter: null,
      calledAt: null,
      ahead: 0,
    });
    const withdrawn = { type: "withdrawn", number: "H001", counter: 4, inHand: null, service: "household", waiting: 1 };
    expect((await screens.client.numbered()).map(({ event }) => event)).toMatchObject([{ type: "called" }, withdrawn]);
    expect((await phone.client.numbered()).at(-1)?.event).toMatchObject({
      type: "step-undone",
      ticket: { state: "waiting", counter: null },
    });
    expect((await counterScreen.client.numbered()).at(-1)?.event).toMatchObject({ type: "counter", inHand: null });
    const [told] = (await staff.client.numbered()).slice(-1);
    expect(told?.event).toMatchObject({ type: "step-undone", counters: [{ number: 4, ticket: null, undo: null }] });
    expect(await lobby()).toMatchObject({ calls: [], waiting: { household: 1 } });
    const { items } = expected(await clerk.get<{ items: Seen[] }>(`/api/tickets/${ticket.id}/history`), 200);
    expect(items.map(({ type }) => type)).toEqual(["ticket-issued", "ticket-called", "step-undone"]);
    expect(items[2]).toMatchObject({ counter: 4, withdrawn: true });
  });

  it("gives a resident who was finished or sent on back into the same hand without a second call", async () => {
    const clerk = await desk.clerkAt(2);
    const [first, second] = [await station.take("pension"), await station.take("pension")];
    await clerk.next();
    await clerk.does("start");
    const screens = await hall.watching("lobby");
    const { next } = await clerk.ends("finish", { outcome: "done", next: true });
    expect(next?.id).toBe(second.id);
    expect(await clerk.does("undo")).toMatchObject({ id: first.id, state: "serving", finishedAt: null, counter: 2 });
    expect((await clerk.ticket(second.id)).state).toBe("waiting");
    expect((await screens.client.numbered()).map(({ event }) => event)).toMatchObject([
      { type: "left", number: first.number },
      { type: "called", number: second.number },
      { type: "withdrawn", number: second.number, inHand: null },
      { type: "counter", counter: { counter: 2, number: first.number } },
    ]);
    await clerk.does("transfer", { service: "jobs" });
    expect(await clerk.does("undo")).toMatchObject({ id: first.id, state: "serving", service: "pension" });
    expect((await screens.client.numbered()).at(-1)?.event).toMatchObject({ type: "counter", counts: { pension: 1 } });
    expect(await lobby()).toMatchObject({ waiting: { jobs: 0, pension: 1 } });
  });

  it("goes one step back, within the hall's seconds, for the clerk who sits there, and says at the counter till when", async () => {
    const clerk = await desk.clerkAt(4);
    const other = await desk.staff("clerk");
    await station.take("household");
    expect((await clerk.press("undo")).body).toMatchObject({ status: 409, code: "nothing-to-undo" });
    await clerk.next();
    const counters = async () =>
      (await clerk.get<{ items: { number: number; undo: unknown }[] }>("/api/counters")).body;
    expect((await counters()).items.find(({ number }) => number === 4)?.undo).toEqual({
      what: "call",
      number: "H001",
      until: "2026-11-25T09:00:30.000+08:00",
    });
    expect((await other.post("/api/counters/4/undo")).body.code).toBe("not-allowed");
    expect((await clerk.press("undo", { ticket: "H001" })).body.code).toBe("invalid-request");
    hub.clock.advance({ seconds: 31 });
    expect((await clerk.press("undo")).body.code).toBe("nothing-to-undo");
    expect((await counters()).items.find(({ number }) => number === 4)?.undo).toBeNull();
  });

  it("gives the same answer to the same key, and undoes nothing twice", async () => {
    const clerk = await desk.clerkAt(4);
    await station.take("household");
    await clerk.next();
    const key = { "idempotency-key": "undo-1" };
    const first = await clerk.press("undo", {}, key);
    await clerk.next();
    expect((await clerk.press("undo", {}, key)).body).toEqual(first.body);
    expect((await clerk.press("recall")).status).toBe(200);
  });

  it("is known after a restart, and what was undone is what the records say", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    await clerk.next();
    await clerk.does("start");
    await clerk.ends("finish", { outcome: "done" });
    const { headers } = clerk;
    await hall.restart();
    const answer = await hall.hub.app.inject({ method: "POST", url: "/api/counters/4/undo", headers, payload: {} });
    expect(answer.json()).toMatchObject({ id: ticket.id, state: "serving" });
    expect(hall.hub.hub.context.store.findTicket(ticket.id)?.state).toBe("serving");
  });
});

describe("a call for help", () => {
  let hall: LiveHall;

  beforeEach(async () => {
    hall = await LiveHall.start();
  });

  afterEach(() => hall.end());

  it("is told to every panel, also one that comes later, until somebody says that they come", async () => {
    const { desk } = hall;
    const clerk = await desk.clerkAt(4);
    const guide = await desk.staff("guide");
    const watching = await hall.watching("queue", guide);
    const asked = { askedAt: "2026-11-25T09:00:00.000+08:00", answeredAt: null, answeredBy: null };
    expect((await clerk.press("ask-help")).body).toMatchObject({ number: 4, help: asked });
    expect((await clerk.press("ask-help")).body).toMatchObject({ help: asked });
    expect((await watching.client.numbered()).map(({ event }) => event)).toMatchObject([
      { type: "counter-help-asked", counters: [{ number: 4, help: asked }] },
    ]);
    const { snapshot } = await hall.watching("queue", guide);
    expect(snapshot.data?.["counters"]).toContainEqual(expect.objectContaining({ number: 4, help: asked }));
    hall.hub.clock.advance({ seconds: 20 });
    const answered = await guide.post<{ help: object }>("/api/counters/4/answer-help");
    expect(answered.body.help).toEqual({
      ...asked,
      answeredAt: "2026-11-25T09:00:20.000+08:00",
      answeredBy: "guide 2",
    });
    expect((await guide.post("/api/counters/4/answer-help")).body.code).toBe("no-help-asked");
    expect((await guide.post("/api/counters/5/answer-help")).body.code).toBe("counter-closed");
    expect((await guide.post("/api/counters/4/ask-help")).body.code).toBe("not-allowed");
  });

  it("ends with the counter", async () => {
    const clerk = await hall.desk.clerkAt(4);
    await clerk.press("ask-help");
    expect((await clerk.press("close")).body).toMatchObject({ help: null });
  });
});
