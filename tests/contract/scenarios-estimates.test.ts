import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { StartEstimator } from "../../server/commands/waiting-times.ts";
import type { Estimate } from "../../shared/wire/ticket.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { Dying, inThisThread } from "../support/estimators.ts";
import { end, hallUnder, startHub, type TestHub } from "../support/hub.ts";
import { LiveClient } from "../support/live-client.ts";

const patience = { timeout: 8000, interval: 50 };

describe("waiting times", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  const open = async (startEstimator: StartEstimator): Promise<void> => {
    hub = await startHub({ hall: hallUnder({ onePerPerson: "off" }), startEstimator });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  };

  const ofTicket = async (id: string): Promise<Estimate | null> => (await guide.ticket(id)).estimate;
  const ofService = async (id: string): Promise<Estimate | null> => {
    const hall = expected(await desk.stranger().get<HallNow>("/api/hall"), 200);
    return hall.services.find((service) => service.id === id)?.estimate ?? null;
  };
  /** The waiting time once it is told. */
  const told = (ask: () => Promise<Estimate | null>): Promise<Estimate> =>
    vi.waitFor(async () => {
      const estimate = await ask();
      if (!estimate) throw new Error("nothing is told yet");
      return estimate;
    }, patience);

  beforeEach(async () => {
    await open(inThisThread);
  });

  afterEach(async () => {
    await end(hub);
  });

  it("20: exist with no history, with one counter, with two; with none open nothing is promised", async () => {
    const tickets = [];
    for (let count = 0; count < 6; count += 1) tickets.push(await station.take("household"));
    const [first, , , , , last] = tickets.map(({ id }) => id);
    expect(await ofTicket(last ?? "")).toBeNull();
    expect(await ofService("household")).toBeNull();

    const clerk = await desk.clerkAt(4);
    const alone = await told(() => ofTicket(last ?? ""));
    expect(Number.isInteger(alone.p50) && Number.isInteger(alone.p90)).toBe(true);
    expect(alone.p90).toBeGreaterThanOrEqual(alone.p50);
    expect(alone.p50).toBeGreaterThan((await told(() => ofTicket(first ?? ""))).p50);
    expect((await told(() => ofService("household"))).p50).toBeGreaterThanOrEqual(alone.p50);

    const second = await desk.clerkAt(5);
    expected(await guide.ask("PUT", "/api/counters/5/tiers", { body: { tiers: [["household"]] } }), 200);
    await vi.waitFor(async () => {
      expect((await told(() => ofTicket(last ?? ""))).p50).toBeLessThan(0.8 * alone.p50);
    }, patience);

    for (const { press } of [clerk, second].map((each) => ({ press: () => each.press("close") })))
      expected(await press(), 200);
    expect(await ofTicket(last ?? "")).toBeNull();
    expect(await ofService("household")).toBeNull();
  });

  it("are told to nobody who does not wait, and at once to who has just joined", async () => {
    const clerk = await desk.clerkAt(4);
    const first = await station.take("household");
    await told(() => ofTicket(first.id));
    const second = await station.take("household");
    expect(second.estimate).not.toBeNull();
    expect((await clerk.next()).estimate).toBeNull();
  });

  it("pass to the ticket's page and to staff without a place in the journal", async () => {
    await desk.clerkAt(4);
    await station.take("household");
    const { id, token } = await station.take("household");
    const url = await hub.app.listen({ port: 0, host: "127.0.0.1" });
    const page = await LiveClient.open(url);
    const lists = await LiveClient.open(url, { headers: guide.headers });
    page.watch(`ticket/${token}`);
    lists.watch("queue");
    await told(() => ofTicket(id));
    const { seq, event } = await page.until((frame) => frame.t === "event" && frame.event?.["estimate"] != null);
    expect([seq, event?.["type"]]).toEqual([undefined, "ahead"]);
    expected(await guide.post(`/api/tickets/${id}/class`, { class: "courtesy", reason: "elderly" }), 200);
    const passed = await lists.until((frame) => frame.event?.["type"] === "estimates");
    expect(passed.seq).toBeUndefined();
    page.close();
    lists.close();
  });

  it("harm nothing when their thread dies, whenever it does", async () => {
    await end(hub);
    const dying = new Dying();
    await open(dying.start);
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    await vi.waitFor(() => {
      expect(dying.starts).toBeGreaterThan(1);
    }, patience);
    expect([ticket.ahead, await ofTicket(ticket.id), await ofService("household")]).toEqual([0, null, null]);
    expect((await clerk.next()).id).toBe(ticket.id);
    expect((await clerk.serves()).state).toBe("finished");
  });
});
