import { beforeEach, describe, expect, it } from "vitest";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Alarms, QueueSnapshot } from "../../shared/wire/live.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Person, type Refused } from "../support/desk.ts";
import { end, sampleHall, startHub, type TestHub } from "../support/hub.ts";
import { queueSnapshot } from "../../server/live/snapshots.ts";

describe("today", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  beforeEach(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
    return () => end(hub);
  });

  const service = async (id: string): Promise<HallNow["services"][number] | undefined> =>
    expected(await desk.stranger().get<HallNow>("/api/hall"), 200).services.find((each) => each.id === id);
  const alarms = (): Alarms | undefined => {
    const { writer, moments, words } = hub.hub.context;
    const snapshot: QueueSnapshot = queueSnapshot(moments.sure(writer.state, writer.now()), words);
    return snapshot.alarms;
  };

  it("stops a service with its reason and takes it up again, the order unchanged", async () => {
    const clerk = await desk.clerkAt(7);
    const id = "proof";
    const first = await station.take(id);
    const second = await station.take(id);
    expected(await guide.post(`/api/services/${id}/stop`, { reason: "网络故障", until: "10:40" }), 200);
    expect(await service(id)).toMatchObject({
      open: false,
      closedFor: "service-closed",
      nextOpening: "2026-11-25T10:40:00.000+08:00",
      stopped: { reason: "网络故障", until: "2026-11-25T10:40:00.000+08:00" },
      waiting: 2,
    });
    const { status, body } = await station.post<Refused & { nextOpening: string }>("/api/tickets", { service: id });
    expect([status, body.code, body.nextOpening]).toEqual([422, "service-closed", "2026-11-25T10:40:00.000+08:00"]);
    expect((await clerk.press("call-next")).body.code).toBe("nobody-waiting");
    expected(await guide.post(`/api/services/${id}/resume`), 200);
    expect((await clerk.next()).id).toBe(first.id);
    await clerk.serves();
    expect((await clerk.next()).id).toBe(second.id);
    expect((await service(id))?.stopped).toBeNull();
  });

  it("takes a stopped service up by itself, and keeps the stop through a restart until then", async () => {
    expected(await guide.post("/api/services/proof/stop", { reason: "停电", until: "10:40" }), 200);
    await hub.stop();
    hub = await startHub({ data: hub.data, clock: hub.clock });
    desk = new Desk(hub);
    expect((await service("proof"))?.stopped?.reason).toBe("停电");
    hub.clock.set("2026-11-25T10:40:00+08:00");
    await hub.hub.context.writer.submit(() => null);
    expect((await service("proof"))?.open).toBe(true);
  });

  it("keeps the reason out of the journal", async () => {
    expected(await guide.post("/api/services/proof/stop", { reason: "张三摔倒了" }), 200);
    const { raw } = await import("../../server/store/database.ts").then(({ openDatabase }) =>
      openDatabase(hub.data, new URL("../../server/store/migrations", import.meta.url).pathname),
    );
    const rows = raw.prepare("select * from journal").all();
    raw.close();
    expect(JSON.stringify(rows.map((row) => Object.values(row as object).map(String)))).not.toContain("张三");
  });

  it("sets a counter's services by preset, and says which it is", async () => {
    const set = (body: object) => guide.ask<Counter>("PUT", "/api/counters/7/tiers", { body });
    const everything = expected(await set({ preset: "everything" }), 200);
    expect([everything.preset, everything.presets]).toEqual(["everything", ["usual", "everything", "own"]]);
    expect(everything.tiers).toHaveLength(1);
    // The hall's `own` comes to the same as what is usual there.
    expect(everything.presetNames.map(({ preset }) => preset)).toEqual(["usual", "everything"]);
    expect(expected(await set({ preset: "usual" }), 200).preset).toBe("usual");
    const { body } = await guide.ask("PUT", "/api/counters/7/tiers", { body: { preset: "none" } });
    expect([body.code, body.field]).toEqual(["invalid-request", "preset"]);
    expect((await guide.ask("PUT", "/api/counters/7/tiers", { body: {} })).body.field).toBe("preset");
    expect((await guide.ask("PUT", "/api/counters/999/tiers", { body: { preset: "usual" } })).status).toBe(404);
  });

  it("lasts longer where the hall is extended, and counts what is served after hours", async () => {
    const clerk = await desk.clerkAt(7);
    const ticket = await station.take("proof");
    hub.clock.set("2026-11-25T11:55:00+08:00");
    const extended = expected(await guide.post<HallNow>("/api/hall/extend", { until: "12:30" }), 200);
    expect(extended.periods[0]?.to).toBe("2026-11-25T12:30:00.000+08:00");
    hub.clock.set("2026-11-25T12:05:00+08:00");
    expect((await station.take("proof")).number).not.toBe(ticket.number);
    expected(await clerk.press("call", { ticket: ticket.id, reason: "延时服务" }), 200);
    await clerk.serves();
    expect(expected(await guide.get<HallNow>("/api/hall"), 200)).toMatchObject({ open: true, overtime: 1 });
    const wrong = await guide.post("/api/hall/extend", { until: "14:00" });
    expect([wrong.body.code, wrong.body.field]).toEqual(["invalid-request", "until"]);
  });

  it("raises an alarm for those whom no counter serves, and says who could help", async () => {
    await station.take("proof");
    const before = alarms()?.unserved;
    expect(before).toEqual([
      { service: "proof", waiting: 1, help: { counter: expect.any(Number) as number, preset: null } },
    ]);
    const clerk = await desk.clerkAt(before?.[0]?.help?.counter ?? 0);
    expect(alarms()).toBeUndefined();
    const { payload } = await hub.app.inject({ method: "GET", url: "/metrics" });
    expect(payload).toContain("lundao_unserved_tickets 0");
    expected(await clerk.press("close"), 200);
    expect(alarms()?.unserved).toHaveLength(1);
  });

  it("takes the numbers of the printed block, all or none", async () => {
    const enter = (...items: object[]) => guide.post<{ items: Ticket[] } & Refused>("/api/tickets/paper", { items });
    const taken = expected(
      await enter(
        { number: "P002", service: "proof", takenAt: "08:50" },
        { number: "P001", service: "pension", takenAt: "2026-11-25T08:45:00+08:00" },
      ),
      201,
    );
    expect(taken.items.map(({ number, channel, issuedAt }) => [number, channel, issuedAt])).toEqual([
      ["P002", "paper", "2026-11-25T08:50:00.000+08:00"],
      ["P001", "paper", "2026-11-25T08:45:00.000+08:00"],
    ]);
    const again = await enter(
      { number: "P003", service: "proof", takenAt: "08:55" },
      { number: "P001", service: "proof", takenAt: "08:56" },
    );
    expect([again.status, again.body.code, again.body.field]).toEqual([409, "number-given", "items.1.number"]);
    const all = expected(await guide.get<{ items: Ticket[] }>("/api/tickets"), 200);
    expect(all.items.map(({ number }) => number)).toEqual(["P002", "P001"]);
    expect((await guide.ticket(taken.items[0]?.id ?? "")).number).toBe("P002");
    const history = await guide.get<{ items: object[] }>(`/api/tickets/${taken.items[0]?.id ?? ""}/history`);
    expect(history.body.items[0]).toMatchObject({
      takenAt: "2026-11-25T08:50:00.000+08:00",
      period: expect.stringMatching(/^2026-11-25T08:\d\d:00\.000\+08:00$/) as string,
    });
    expect((await enter({ number: "P009", service: "proof", takenAt: "quarter past" })).body.field).toBe(
      "items.0.takenAt",
    );
  });

  it("is the manager's alone to change where the hall says so", async () => {
    const hall = sampleHall();
    hall.hall.rules = { ...hall.hall.rules, guideMayChangeToday: false };
    const strict = await startHub({ hall });
    try {
      const people = new Desk(strict);
      const other = await people.staff("guide");
      expect((await other.post("/api/services/proof/stop", { reason: "停电" })).body.code).toBe("not-allowed");
      expect((await other.ask("PUT", "/api/counters/1/tiers", { body: { preset: "everything" } })).status).toBe(403);
      expected(await (await people.manager()).post("/api/services/proof/stop", { reason: "停电" }), 200);
    } finally {
      await end(strict);
    }
  });

  it("carries those who wait over lunch where the hall says so, and lets them expire where it says that", async () => {
    for (const [periodEnd, code, state] of [
      ["carry", "outside-hours", "waiting"],
      ["expire", "nobody-waiting", "expired"],
    ] as const) {
      const hall = sampleHall();
      hall.hall.rules = { ...hall.hall.rules, periodEnd };
      const other = await startHub({ hall });
      try {
        const people = new Desk(other);
        const clerk = await people.clerkAt(7);
        const ticket = await (await people.station()).take("proof");
        other.clock.set("2026-11-25T12:00:01+08:00");
        expect((await clerk.press("call-next")).body.code).toBe(code);
        expect((await clerk.ticket(ticket.id)).state).toBe(state);
      } finally {
        await end(other);
      }
    }
  });
});
