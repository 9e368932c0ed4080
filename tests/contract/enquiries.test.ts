import { beforeEach, describe, expect, it } from "vitest";
import type { QueueSnapshot } from "../../shared/wire/live.ts";
import type { EnquiryDay, EnquiryTally } from "../../shared/wire/enquiry.ts";
import { queueSnapshot } from "../../server/live/snapshots.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";

describe("the tally of plain enquiries", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;

  beforeEach(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    return () => end(hub);
  });

  const count = (who: Person = guide) => who.post<EnquiryTally>("/api/enquiries");
  const days = async (who: Person, query = ""): Promise<readonly EnquiryDay[]> =>
    expected(await who.get<{ items: EnquiryDay[] }>(`/api/enquiries${query}`), 200).items;

  it("counts one press a question, and takes the last one back for a while", async () => {
    expect(expected(await count(), 200)).toEqual({
      date: "2026-11-25",
      count: 1,
      undoUntil: "2026-11-25T09:00:30.000+08:00",
    });
    expect(expected(await count(await desk.manager()), 200).count).toBe(2);
    expect(expected(await guide.post("/api/enquiries/undo"), 200)).toEqual({
      date: "2026-11-25",
      count: 1,
      undoUntil: null,
    });
    const { status, body } = await guide.post("/api/enquiries/undo");
    expect([status, body.code]).toEqual([409, "nothing-to-undo"]);
  });

  it("counts a repeated press once", async () => {
    const headers = { "idempotency-key": "one-question" };
    for (let pressed = 0; pressed < 2; pressed += 1)
      expect(expected(await guide.post<EnquiryTally>("/api/enquiries", {}, headers), 200).count).toBe(1);
  });

  it("is read by day, after a restart and on later days too", async () => {
    await count();
    await count();
    await hub.stop();
    hub = await startHub({ data: hub.data, clock: hub.clock });
    desk = new Desk(hub);
    hub.clock.set("2026-11-26T09:00:00+08:00");
    await count(await desk.manager());
    const supervisor = await desk.staff("supervisor");
    expect(await days(supervisor)).toEqual([
      { date: "2026-11-25", count: 2 },
      { date: "2026-11-26", count: 1 },
    ]);
    expect(await days(supervisor, "?from=2026-11-26&to=2026-11-26")).toEqual([{ date: "2026-11-26", count: 1 }]);
    expect(await days(supervisor, "?to=2026-11-24")).toEqual([]);
  });

  it("names the date that is none", async () => {
    const { status, body } = await guide.get<{ code: string; field: string }>("/api/enquiries?from=2026-02-30");
    expect([status, body.code, body.field]).toEqual([400, "invalid-request", "from"]);
  });

  it("is told to every desk with the queue", async () => {
    await count();
    const { writer, moments, words } = hub.hub.context;
    const snapshot: QueueSnapshot = queueSnapshot(moments.sure(writer.state, writer.now()), words);
    expect(snapshot.enquiries).toBe(1);
  });
});
