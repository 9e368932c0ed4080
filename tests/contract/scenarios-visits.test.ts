import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, expected, type Person } from "../support/desk.ts";
import { end, hallUnder, startHub, type TestHub } from "../support/hub.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";

describe("what queue systems test themselves on: visits, and steps taken back", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  beforeEach(async () => {
    hub = await startHub({ hall: hallUnder({ transferPosition: "front" }) });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  });

  afterEach(() => end(hub));

  const legs = (ticket: Ticket) => ticket.legs.map(({ service, state, outcome }) => [service, state, outcome]);
  const add = async (who: Person, id: string, body: object) =>
    expected(await who.post<Ticket>(`/api/tickets/${id}/services`, body), 200);

  it("6: a second service is added to the visit, the first taken up again, both finished; one number", async () => {
    const clerk = await desk.clerkAt(2);
    const ticket = await station.take("pension");
    await clerk.next();
    await clerk.does("start");
    hub.clock.advance({ minutes: 4 });
    const turned = await add(clerk, ticket.id, { service: "jobs", now: true });
    expect([turned.state, turned.service, turned.counter, turned.number]).toEqual([
      "serving",
      "jobs",
      2,
      ticket.number,
    ]);
    expect(legs(turned)).toEqual([
      ["jobs", "serving", null],
      ["pension", "pending", null],
    ]);
    hub.clock.advance({ minutes: 3 });
    await add(clerk, ticket.id, { service: "pension", now: true });
    hub.clock.advance({ minutes: 2 });
    const half = (await clerk.ends("finish", { outcome: "done" })).ticket;
    expect([half.state, half.service, half.number, half.ahead]).toEqual(["waiting", "jobs", ticket.number, 0]);
    expect((await clerk.next()).id).toBe(ticket.id);
    await clerk.does("start");
    hub.clock.advance({ minutes: 1 });
    const whole = (await clerk.ends("finish", { outcome: "accepted" })).ticket;
    expect(whole.state).toBe("finished");
    expect(legs(whole)).toEqual([
      ["pension", "finished", "done"],
      ["jobs", "finished", "accepted"],
    ]);
    expect(whole.legs.map(({ servedSeconds }) => servedSeconds)).toEqual([6 * 60, 4 * 60]);
    const history = await clerk.get<{ items: { type: string }[] }>(`/api/tickets/${ticket.id}/history`);
    expect(history.body.items.map(({ type }) => type)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-started",
      "ticket-service-added",
      "ticket-leg-begun",
      "ticket-leg-begun",
      "ticket-leg-finished",
      "ticket-called",
      "ticket-started",
      "ticket-finished",
    ]);
  });

  it("16: a called resident who was passed over by mistake is back at the head, as if not called", async () => {
    const clerk = await desk.clerkAt(4);
    const [first, second] = [await station.take("household"), await station.take("household")];
    const before = await clerk.ticket(first.id);
    await clerk.next();
    await clerk.does("undo");
    expect(await clerk.ticket(first.id)).toEqual(before);
    expect((await clerk.ticket(second.id)).ahead).toBe(1);

    await clerk.next();
    await clerk.does("recall");
    await clerk.does("recall");
    hub.clock.advance({ seconds: 60 });
    const missed = await clerk.ends("miss", { next: true });
    expect([missed.ticket.state, missed.next?.id]).toEqual(["missed", second.id]);
    expect(await clerk.does("undo")).toMatchObject({ id: first.id, state: "called", calls: 3, counter: 4 });
    expect((await clerk.ticket(second.id)).state).toBe("waiting");
  });

  it("reorders what is still to come, for the guide too, and refuses an order that is not whole", async () => {
    const ticket = await station.take("pension");
    await add(guide, ticket.id, { service: "jobs" });
    await add(guide, ticket.id, { service: "card" });
    const order = (body: object) =>
      guide.ask<Ticket & { code: string; field: string }>("PATCH", `/api/tickets/${ticket.id}/legs`, { body });
    expect(legs(expected(await order({ order: ["card", "jobs"] }), 200)).map(([service]) => service)).toEqual([
      "pension",
      "card",
      "jobs",
    ]);
    for (const wrong of [{ order: ["card"] }, { order: ["card", "card"] }, { order: ["card", "proof"] }, {}])
      expect((await order(wrong)).body).toMatchObject({ status: 400, code: "invalid-request", field: "order" });
    const again = await guide.post(`/api/tickets/${ticket.id}/services`, { service: "card" });
    expect(again.body).toMatchObject({ status: 409, code: "service-in-visit" });
    const nowhere = await guide.post(`/api/tickets/${ticket.id}/services`, { service: "proof", now: true });
    expect(nowhere.body).toMatchObject({ status: 409, code: "not-in-hand" });
    const cancelled = expected(await guide.post<Ticket>(`/api/tickets/${ticket.id}/cancel`), 200);
    expect(cancelled.legs.map(({ state }) => state)).toEqual(["cancelled", "cancelled", "cancelled"]);
  });

  it("lets one with many files rejoin at the back for the rest, with the same number", async () => {
    const clerk = await desk.clerkAt(4);
    const many = await guide.take("household", { matters: 5 });
    const other = await station.take("household");
    await clerk.next();
    await clerk.does("start");
    expect((await clerk.press("finish", { quantity: 4 })).body).toMatchObject({ status: 409, code: "matters-limit" });
    const { ticket, next } = await clerk.ends("finish", { outcome: "done", quantity: 3, next: true });
    expect(ticket).toMatchObject({ id: many.id, number: many.number, state: "waiting", matters: 2 });
    expect(next?.id).toBe(other.id);
    await clerk.serves();
    expect((await clerk.next()).id).toBe(many.id);
    expect((await clerk.serves()).state).toBe("finished");
  });
});
