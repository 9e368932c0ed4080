import { expect, it } from "vitest";
import { forgetOld } from "../../server/commands/forget-old.ts";
import { marksOf } from "../../server/commands/people.ts";
import { Desk, expected } from "../support/desk.ts";
import { forget, sampleHall, startHub, TestClock } from "../support/hub.ts";

it("forgets in time whoever was seen while the clock ran years ahead", async () => {
  const sample = sampleHall();
  const rules = { ...sample.hall.rules, onePerPerson: "service", retainDays: 30 } as const;
  const clock = new TestClock("2040-11-26T09:00:00+08:00");
  const hub = await startHub({ hall: { ...sample, hall: { ...sample.hall, rules } }, clock });
  try {
    const desk = new Desk(hub);
    const manager = await desk.manager();
    const person = { idNumber: "330102194901011234" };
    const ticket = await (await desk.station()).take("medical", { person });
    const { store, seal, writer } = hub.hub.context;
    const mark = marksOf(seal, person).id ?? "";
    clock.set("2026-11-25T09:00:00+08:00");
    expected(await manager.post("/api/clock/confirm", { machine: "2026-11-25T09:00:00+08:00" }), 200);
    expect(store.people.byIdMark(mark)).toMatchObject([{ at: clock.now() }]);
    expect(store.printJobs.list({ ticket: ticket.id, limit: 9 })).toMatchObject([{ createdAt: clock.now() }]);
    clock.set("2026-12-25T09:00:01+08:00");
    await writer.submit(forgetOld);
    expect([store.people.byIdMark(mark), store.printJobs.list({ ticket: ticket.id, limit: 9 })]).toEqual([[], []]);
  } finally {
    await hub.stop();
    forget(hub.data);
  }
});
