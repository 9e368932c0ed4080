import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Text } from "../../shared/wire/common.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { Desk, type Person } from "../support/desk.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import { forget, startHub, type TestHub } from "../support/hub.ts";
import { printedSlip, wordsOn } from "../support/slips.ts";

let hub: TestHub;
let desk: Desk;
let station: Person;
let printer: FakePrinter;

beforeEach(async () => {
  hub = await startHub();
  desk = new Desk(hub);
  station = await desk.station();
  printer = await FakePrinter.start({});
  const body = { kind: "tcp", ...printer.address, columns: 48 };
  await (await desk.manager()).ask("PUT", `/api/devices/${station.id}/printer`, { body });
});
afterEach(async () => {
  await hub.stop();
  await printer.turnOff();
  forget(hub.data);
});

/** What `GET /api/hall` says of where a service is called. */
async function hallSays(service: string): Promise<{ served: boolean; where: string[] }> {
  const { body } = await desk.stranger().get<HallNow>("/api/hall");
  const now = body.services.find(({ id }) => id === service);
  return { served: now?.served ?? false, where: (now?.where ?? []).map(({ zh }: Text) => zh) };
}

/** What the slip of the next number of a service says. */
async function nextSlip(service: string): Promise<string> {
  const before = printer.slips.length;
  await station.take(service);
  await expect.poll(() => printer.slips.length).toBe(before + 1);
  return wordsOn(printedSlip(printer.slips[before] ?? Buffer.alloc(0))).join("\n");
}

describe("where a number may be called", () => {
  it("is every counter that lists its service in any tier while none of them is open", async () => {
    expect(await hallSays("pension")).toEqual({ served: false, where: ["2号窗口", "3号窗口", "7号窗口"] });
    const slip = await nextSlip("pension");
    expect(slip).toContain("办理窗口：2、3、7号窗口");
    expect(slip).toContain("Counter 2, 3 or 7");
  });

  it("is those of them that are open, also one that has it as its second choice", async () => {
    expect(await nextSlip("pension")).toContain("办理窗口：2、3、7号窗口");
    const clerk = await desk.clerkAt(3);
    expect(await hallSays("pension")).toEqual({ served: true, where: ["3号窗口"] });
    expect(await nextSlip("pension")).toContain("办理窗口：3号窗口");
    await desk.clerkAt(2);
    expect(await hallSays("pension")).toEqual({ served: true, where: ["2号窗口", "3号窗口"] });
    expect(await nextSlip("pension")).toContain("办理窗口：2、3号窗口");
    expect((await clerk.next()).number).toBe("S001");
  });
});
