import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Desk, type Clerk, type Person } from "../support/desk.ts";
import { forget, hallUnder, startHub, type TestHub } from "../support/hub.ts";
import { LiveClient } from "../support/live-client.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";

/** A small hall in which each story has its counters. */
function smallHall(rules: Partial<NonNullable<HallFile["hall"]["rules"]>> = {}): HallFile {
  return hallUnder({ onePerPerson: "off", ...rules });
}

describe("what queue systems test themselves on", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  const open = async (rules = {}): Promise<void> => {
    hub = await startHub({ hall: smallHall(rules) });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  };

  beforeEach(async () => {
    await open();
  });

  afterEach(async () => {
    await hub.stop();
    forget(hub.data);
  });

  it("1: a ticket is issued, called, started and finished, and every step is in its history", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    await clerk.next();
    await clerk.does("start");
    const { ticket: finished } = await clerk.ends("finish", { outcome: "done" });
    expect(finished.state).toBe("finished");
    const history = await clerk.get<{ items: { type: string }[] }>(`/api/tickets/${ticket.id}/history`);
    expect(history.body.items.map(({ type }) => type)).toEqual([
      "ticket-issued",
      "ticket-called",
      "ticket-started",
      "ticket-finished",
    ]);
    const waiting = await clerk.get<{ items: unknown[] }>("/api/tickets?state=waiting");
    expect(waiting.body.items).toEqual([]);
  });

  it("2: started, held, another served, resumed, finished", async () => {
    const clerk = await desk.clerkAt(4);
    const [first, other] = [await station.take("household"), await station.take("household")];
    await clerk.next();
    await clerk.does("start");
    expect((await clerk.does("hold")).state).toBe("held");
    expect((await clerk.next()).id).toBe(other.id);
    expect(await clerk.serves()).toMatchObject({ id: other.id, state: "finished" });
    const resumed = await clerk.does("resume", { ticket: first.id });
    expect([resumed.id, resumed.state, resumed.counter, resumed.calls]).toEqual([first.id, "called", 4, 1]);
    expect(await clerk.serves()).toMatchObject({ id: first.id, state: "finished" });
  });

  it("3: a resident who leaves right after taking a number is never called", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    const cancelled = await desk.stranger().post<{ state: string }>(`/api/t/${ticket.token}/cancel`);
    expect(cancelled.body.state).toBe("cancelled");
    expect((await clerk.press("call-next")).body.code).toBe("nobody-waiting");
  });

  it("4: one who leaves while waiting is skipped, and nothing else changes", async () => {
    const clerk = await desk.clerkAt(4);
    const first = await station.take("household");
    const second = await station.take("household");
    const third = await station.take("household");
    const others = async () => [await clerk.ticket(second.id), await clerk.ticket(third.id)];
    const before = await others();
    await guide.post(`/api/tickets/${first.id}/cancel`);
    expect(await others()).toEqual(before.map((ticket, index) => ({ ...ticket, ahead: index })));
    expect((await clerk.next()).id).toBe(second.id);
    expect((await clerk.ticket(third.id)).ahead).toBe(0);
  });

  it("5: a service corrected during serving keeps number and waiting time", async () => {
    const clerk = await desk.clerkAt(2);
    const ticket = await station.take("pension");
    hub.clock.advance({ minutes: 7 });
    const called = await clerk.next();
    await clerk.does("start");
    const moved = await clerk.does("transfer", { service: "jobs" });
    expect([moved.number, moved.service, moved.state]).toEqual([ticket.number, "jobs", "waiting"]);
    expect([moved.legs[0]?.queuedAt, moved.legs[0]?.calledAt]).toEqual([ticket.queuedAt, called.calledAt]);
    expect(moved.issuedAt).toBe(ticket.issuedAt);
  });

  it("7: a counter prefers its first tier, then takes others", async () => {
    const clerk = await desk.clerkAt(7);
    const pension = await station.take("pension");
    const proof = await station.take("proof");
    expect((await clerk.next()).id).toBe(proof.id);
    await clerk.serves();
    expect((await clerk.next()).id).toBe(pension.id);
  });

  it("8: an ordinary counter prefers ordinary tickets, then takes express ones", async () => {
    const clerk = await desk.clerkAt(4);
    const express = await station.take("proof");
    const ordinary = await station.take("household");
    expect((await clerk.next()).id).toBe(ordinary.id);
    await clerk.serves();
    expect((await clerk.next()).id).toBe(express.id);
  });

  it("9: nobody waiting is a refusal that changes nothing", async () => {
    const clerk = await desk.clerkAt(4);
    const before = await clerk.get("/api/counters");
    const seq = hub.hub.context.writer.state.seq;
    const { body } = await clerk.press("call-next", {}, { "accept-language": "zh" });
    expect([body.status, body.code, body.detail]).toEqual([409, "nobody-waiting", "无人等候"]);
    expect(hub.hub.context.writer.state.seq).toBe(seq);
    expect((await clerk.get("/api/counters")).body).toEqual(before.body);
  });

  it("10: a counter with a ticket in hand cannot call another", async () => {
    const clerk = await desk.clerkAt(4);
    const first = await station.take("household");
    const second = await station.take("household");
    await clerk.next();
    const refused = await clerk.press("call-next");
    expect([refused.status, refused.body.code]).toEqual([409, "counter-busy"]);
    expect(refused.body.detail).toContain(first.number);
    expect((await clerk.press("call", { ticket: second.id, reason: "让她先办" })).body.code).toBe("counter-busy");
  });

  it("11: a ticket already called elsewhere is refused", async () => {
    const [one, two] = [await desk.clerkAt(2), await desk.clerkAt(3)];
    const ticket = await station.take("pension");
    await one.next();
    const refused = await two.press("call", { ticket: ticket.id, reason: "她在这里" });
    expect([refused.status, refused.body.code]).toEqual([409, "already-called"]);
  });

  it("13: a service the counter does not list is refused unless the hall allows calling across", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("pension");
    expect((await clerk.press("call", { ticket: ticket.id, reason: "急" })).body.code).toBe("not-at-this-counter");
    await hub.stop();
    await open({ callAcross: true });
    const across = await desk.clerkAt(4);
    const other = await station.take("pension");
    const called = await across.does("call", { ticket: other.id, reason: "急" });
    expect([called.state, called.counter]).toEqual(["called", 4]);
    const history = await across.get<{ items: { type: string; how?: string; reason?: string }[] }>(
      `/api/tickets/${other.id}/history`,
    );
    expect(history.body.items.at(-1)).toMatchObject({ type: "ticket-called", how: "number", reason: "急" });
  });

  it("14: a miss before the minimum of calls and seconds is refused; after it the ticket is missed", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    await clerk.next();
    expect((await clerk.press("miss")).body.code).toBe("miss-too-early");
    await clerk.does("recall");
    await clerk.does("recall");
    expect((await clerk.press("miss")).body.code).toBe("miss-too-early");
    hub.clock.advance({ seconds: 60 });
    expect((await clerk.ends("miss")).ticket).toMatchObject({ id: ticket.id, state: "missed", calls: 3 });
  });

  it("15: letting a missed ticket back in resets its calls, keeps its number, and puts it behind three", async () => {
    const clerk = await desk.clerkAt(4);
    const missed = await missedAt(clerk, hub, station);
    const others = [];
    for (let count = 0; count < 5; count += 1) others.push(await station.take("household"));
    const back = await guide.post<{ state: string; calls: number; number: string; ahead: number }>(
      `/api/tickets/${missed.id}/requeue`,
    );
    expect(back.body).toMatchObject({ state: "waiting", calls: 0, number: missed.number, ahead: 3 });
    const order = [];
    for (let count = 0; count < 4; count += 1) {
      order.push((await clerk.next()).number);
      await clerk.serves();
    }
    expect(order).toEqual([...others.slice(0, 3).map(({ number }) => number), missed.number]);
    const { legs, requeues } = await clerk.ticket(missed.id);
    expect([legs.length, legs[0]?.calledAt, requeues]).toEqual([1, "2026-11-25T09:00:00.000+08:00", 1]);
  });

  it("17: waiting counts to the first call only, and serving leaves the time held out", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    hub.clock.advance({ minutes: 5 });
    const { calledAt } = await clerk.next();
    await clerk.does("start");
    hub.clock.advance({ minutes: 3 });
    await clerk.does("hold");
    await station.take("household");
    await clerk.next();
    hub.clock.advance({ minutes: 20 });
    await clerk.serves();
    const resumed = await clerk.does("resume", { ticket: ticket.id });
    expect(resumed.legs[0]).toMatchObject({ queuedAt: ticket.queuedAt, calledAt, servedSeconds: 3 * 60 });
    await clerk.does("start");
    hub.clock.advance({ minutes: 4 });
    const { ticket: finished } = await clerk.ends("finish", { outcome: "done" });
    expect(finished.legs[0]).toMatchObject({ queuedAt: ticket.queuedAt, calledAt, servedSeconds: 7 * 60 });
  });

  it.each([
    ["front", ["transferred", "early", "late"]],
    ["issued", ["early", "transferred", "late"]],
    ["back", ["early", "late", "transferred"]],
  ] as const)(
    "18: after a transfer the leg here is finished, the new one waits, the number stays, the position is the hall's: %s",
    async (transferPosition, order) => {
      await hub.stop();
      await open({ transferPosition });
      const clerk = await desk.clerkAt(2);
      const early = await station.take("jobs");
      hub.clock.advance({ minutes: 1 });
      const ticket = await station.take("pension");
      hub.clock.advance({ minutes: 1 });
      const late = await station.take("jobs");
      await clerk.next();
      await clerk.does("start");
      const moved = await clerk.does("transfer", { service: "jobs" });
      expect(moved.legs.map(({ service, state }) => [service, state])).toEqual([
        ["pension", "transferred"],
        ["jobs", "waiting"],
      ]);
      expect([moved.number, moved.state]).toEqual([ticket.number, "waiting"]);
      const names = new Map([
        [early.id, "early"],
        [late.id, "late"],
        [ticket.id, "transferred"],
      ]);
      const called: (string | undefined)[] = [];
      for (let count = 0; count < 3; count += 1) {
        called.push(names.get((await clerk.next()).id));
        await clerk.serves();
      }
      expect(called).toEqual(order);
    },
  );

  it("19: statutory goes first whatever the service, courtesy before normal, and the run lets a normal one in", async () => {
    const clerk = await desk.clerkAt(4);
    const normal = [await station.take("household"), await station.take("birth")];
    const courtesy = [];
    for (let count = 0; count < 3; count += 1)
      courtesy.push(await guide.take("birth", { class: "courtesy", reason: "elderly" }));
    const statutory = await guide.take("household", { class: "statutory", reason: "serviceperson" });
    const order: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      order.push((await clerk.next()).id);
      await clerk.serves();
    }
    expect(order).toEqual([
      statutory.id,
      courtesy[0]?.id,
      courtesy[1]?.id,
      normal[0]?.id,
      courtesy[2]?.id,
      normal[1]?.id,
    ]);
  });

  it("gives a class for the reasons that the hall lists for it, and for no other", async () => {
    const ticket = await station.take("household");
    const change = (body: object) => guide.post(`/api/tickets/${ticket.id}/class`, body);
    for (const body of [
      { class: "courtesy", reason: "serviceperson" },
      { class: "statutory", reason: "elderly" },
      { class: "courtesy", reason: "她很急" },
      { class: "statutory", reason: "他说是军人" },
      { class: "normal", reason: "elderly" },
    ]) {
      expect([body, (await change(body)).body]).toMatchObject([
        body,
        { status: 400, code: "invalid-request", field: "reason" },
      ]);
    }
    expect((await guide.ticket(ticket.id)).class).toBe("normal");
    expect((await change({ class: "courtesy", reason: "elderly" })).body).toMatchObject({
      class: "courtesy",
      reason: "elderly",
    });
    expect((await change({ class: "normal", reason: "点错了" })).body).toMatchObject({ class: "normal", reason: null });
    const history = await guide.get<{ items: object[] }>(`/api/tickets/${ticket.id}/history`);
    expect(history.body.items.at(-1)).toMatchObject({ class: "normal", reason: "点错了" });
  });

  it("tells no end of a pause that has passed, and knows a time of the coming night", async () => {
    const clerk = await desk.clerkAt(4);
    const pause = (returnAt: string) =>
      clerk.press<{ pause: { returnAt: string } | null }>("pause", { reason: "茶", returnAt });
    for (const passed of ["08:57", "2026-11-25T08:00:00+08:00", "2026-11-25T00:50:00Z", "2026-11-24T12:00:00+08:00"])
      expect((await clerk.press("pause", { reason: "茶", returnAt: passed })).body).toMatchObject({
        status: 400,
        code: "invalid-request",
        field: "returnAt",
      });
    expect(
      (await clerk.get<{ items: { number: number; state: string }[] }>("/api/counters")).body.items,
    ).toContainEqual(expect.objectContaining({ number: 4, state: "open" }));
    expect((await pause("08:59")).status).toBe(200);
    expect((await pause("13:30")).body.pause?.returnAt).toBe("2026-11-25T13:30:00.000+08:00");
    hub.clock.set("2026-11-25T23:50:00+08:00");
    const late = await desk.clerkAt(5);
    const asked = { reason: "茶", returnAt: "00:05" };
    const { body } = await late.press<{ pause: { returnAt: string } | null }>("pause", asked);
    expect(body.pause?.returnAt).toBe("2026-11-26T00:05:00.000+08:00");
  });

  it("24: screens show today's calls only, newest first, each once, whatever ails one service", async () => {
    const orphan = "allowance";
    const file = smallHall();
    const counters = file.counters.map((counter) => ({
      ...counter,
      tiers: counter.tiers.map((tier) => tier.filter((id) => id !== orphan)).filter((tier) => tier.length > 0),
    }));
    await hub.stop();
    forget(hub.data);
    hub = await startHub({ hall: { ...file, counters: counters.map(({ presets: _, ...counter }) => counter) } });
    desk = new Desk(hub);
    station = await desk.station();
    await station.take("household");
    await (await desk.clerkAt(4)).next();
    hub.clock.set("2026-11-26T09:00:00+08:00");
    const [four, seven] = [await desk.clerkAt(4), await desk.clerkAt(7)];
    for (const service of ["household", "proof", orphan]) await station.take(service);
    await four.next();
    await seven.next();
    await four.does("recall");
    const client = await LiveClient.open(await hub.app.listen({ port: 0, host: "127.0.0.1" }));
    client.watch("lobby");
    const snapshot = await client.next();
    client.close();
    expect(snapshot?.data).toMatchObject({
      date: "2026-11-26",
      calls: [
        { number: "H001", counter: 4, times: 2 },
        { number: "Z001", counter: 7, times: 1 },
      ],
      waiting: { household: 0, proof: 0, [orphan]: 1 },
    });
    const { body } = await desk.stranger().get<{ services: { id: string; served: boolean }[] }>("/api/hall");
    expect(body.services.map(({ id }) => id)).toEqual(file.services.map(({ id }) => id));
    expect(body.services.find(({ id }) => id === orphan)?.served).toBe(false);
  });

  it("26: a held ticket is never called by call-next", async () => {
    const clerk = await desk.clerkAt(4);
    await station.take("household");
    await clerk.next();
    await clerk.does("start");
    await clerk.does("hold");
    expect((await clerk.press("call-next")).body.code).toBe("nobody-waiting");
  });

  it("26: a hidden service is not to be had at the station, and the guide still gives it", async () => {
    const file = smallHall();
    const services = file.services.map((service) => (service.id === "proof" ? { ...service, hidden: true } : service));
    await hub.stop();
    forget(hub.data);
    hub = await startHub({ hall: { ...file, services } });
    desk = new Desk(hub);
    const refused = await (await desk.station()).post("/api/tickets", { service: "proof" });
    expect([refused.status, refused.body.code]).toEqual([403, "not-allowed"]);
    expect((await (await desk.staff("guide")).take("proof")).number).toBe("Z001");
  });

  it("27: the same idempotency key twice gives one ticket; another body with it is refused", async () => {
    const key = { "idempotency-key": "one-press" };
    const first = await station.post<{ id: string; token: string }>("/api/tickets", { service: "proof" }, key);
    const second = await station.post<{ id: string; token: string }>("/api/tickets", { service: "proof" }, key);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect((await station.post("/api/tickets", { service: "living" }, key)).body.code).toBe("key-reused");
    expect((await guide.get<{ items: unknown[] }>("/api/tickets")).body.items).toHaveLength(1);
  });

  it("27: a step that the ticket's state refuses leaves no trace but the refusal", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    await clerk.next();
    const { seq } = hub.hub.context.writer.state;
    const before = await clerk.ticket(ticket.id);
    const codes = [
      await clerk.press("hold"),
      await clerk.press("finish"),
      await clerk.press("resume", { ticket: ticket.id }),
      await clerk.post(`/api/tickets/${ticket.id}/cancel`),
      await clerk.post(`/api/tickets/${ticket.id}/requeue`),
      await clerk.post(`/api/tickets/${ticket.id}/services`, { service: "household" }),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [409, "not-started"],
      [409, "not-started"],
      [409, "counter-busy"],
      [409, "ticket-not-waiting"],
      [409, "ticket-not-missed"],
      [409, "service-in-visit"],
    ]);
    expect(hub.hub.context.writer.state.seq).toBe(seq);
    expect(await clerk.ticket(ticket.id)).toEqual(before);
  });

  it("lists a ticket that waits for a counter by name under that counter, and counts it for no other", async () => {
    const [two] = [await desk.clerkAt(2), await desk.clerkAt(3)];
    const [named, other] = [await station.take("pension"), await station.take("pension")];
    await two.next();
    expect((await two.does("transfer", { counter: 3 })).counter).toBe(3);
    const listed = async (counter: number): Promise<string[]> => {
      const { body } = await guide.get<{ items: { id: string }[] }>(`/api/tickets?counter=${String(counter)}`);
      return body.items.map(({ id }) => id);
    };
    const waiting = async (): Promise<(number | undefined)[]> => {
      const { body } = await guide.get<{ items: { number: number; waiting: number }[] }>("/api/counters");
      return [2, 3].map((counter) => body.items.find(({ number }) => number === counter)?.waiting);
    };
    expect([await listed(2), await listed(3), await waiting()]).toEqual([[], [named.id], [1, 2]]);
    expect((await two.next()).id).toBe(other.id);
    expect(await waiting()).toEqual([0, 1]);
  });

  it("refuses every step on a ticket of a day that is over for how it stands, not as unknown", async () => {
    const ticket = await station.take("household");
    hub.clock.set("2026-11-26T09:00:00+08:00");
    const clerk = await desk.clerkAt(4);
    const codes = [
      await clerk.press("call", { ticket: ticket.id, reason: "急" }),
      await clerk.press("resume", { ticket: ticket.id }),
      await clerk.press("start", { ticket: ticket.id }),
      await clerk.post(`/api/tickets/${ticket.id}/cancel`),
      await clerk.post(`/api/tickets/${ticket.id}/requeue`),
      await clerk.post(`/api/tickets/${ticket.id}/requeue`, { position: "next-here" }),
      await clerk.post(`/api/tickets/${ticket.id}/class`, { class: "courtesy", reason: "elderly" }),
      await clerk.post(`/api/tickets/${ticket.id}/assist`, { assisted: true }),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [409, "ticket-not-waiting"],
      [409, "ticket-not-held"],
      [409, "not-in-hand"],
      [409, "ticket-not-waiting"],
      [409, "ticket-not-missed"],
      [409, "ticket-not-missed"],
      [409, "ticket-not-waiting"],
      [409, "ticket-not-waiting"],
    ]);
    expect((await clerk.press("call", { ticket: "nobody", reason: "急" })).body.code).toBe("not-found");
    expect((await clerk.post("/api/tickets/nobody/cancel")).body.code).toBe("not-found");
    await clerk.press("close");
    expect((await clerk.press("call", { ticket: ticket.id, reason: "急" })).body.code).toBe("counter-closed");
  });
});

async function missedAt(clerk: Clerk, hub: TestHub, station: Person) {
  const ticket = await station.take("household");
  await clerk.next();
  await clerk.does("recall");
  await clerk.does("recall");
  hub.clock.advance({ seconds: 60 });
  await clerk.ends("miss");
  return ticket;
}
