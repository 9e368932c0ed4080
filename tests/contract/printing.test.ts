import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Device, Printer } from "../../shared/wire/access.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { FakePrinter, type FakePrinterSwitches } from "../support/fake-printer.ts";
import { forget, startHub, temporaryFolder, type TestHub } from "../support/hub.ts";
import { isMarkedCopy, printedSlip, wordsOn } from "../support/slips.ts";

const printers: FakePrinter[] = [];
const hubs: TestHub[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(printers.splice(0).map((printer) => printer.turnOff()));
  await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
  for (const folder of folders.splice(0)) forget(folder);
});

async function hubAt(data = temporaryFolder()): Promise<TestHub> {
  const hub = await startHub({ data, env: { LUNDAO_PUBLIC_URL: "https://hall.example" } });
  hubs.push(hub);
  if (!folders.includes(data)) folders.push(data);
  return hub;
}

async function printerThat(switches: Partial<FakePrinterSwitches> = {}): Promise<FakePrinter> {
  const printer = await FakePrinter.start(switches);
  printers.push(printer);
  return printer;
}

async function setPrinter(manager: Person, station: Person, printer: Printer): Promise<Device> {
  return expected(await manager.ask<Device>("PUT", `/api/devices/${station.id}/printer`, { body: printer }), 200);
}

/** A hall with one station, whose printer is this one. */
async function hallWith(printer: FakePrinter) {
  const hub = await hubAt();
  const desk = new Desk(hub);
  const manager = await desk.manager();
  const station = await desk.station();
  await setPrinter(manager, station, { kind: "tcp", ...printer.address, columns: 48 });
  return { hub, desk, manager, station };
}

/** What a slip says, as one text. */
function textOn(slip: Buffer | undefined): string {
  return wordsOn(printedSlip(slip ?? Buffer.alloc(0))).join("\n");
}

/** What a slip says of those ahead; null where it says nothing. */
function aheadOn(slip: Buffer | undefined): string | null {
  return /^前面(没有人|\d+位)/m.exec(textOn(slip))?.[0] ?? null;
}

async function jobsOf(staff: Person, state: string): Promise<PrintJob[]> {
  const answer = await staff.get<{ items: PrintJob[] }>(`/api/print-jobs?state=${state}`);
  return expected(answer, 200).items;
}

/** Asks until a ticket's job is in this state. */
async function jobIn(staff: Person, state: string): Promise<PrintJob> {
  for (;;) {
    const [job] = await jobsOf(staff, state);
    if (job) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function conditionOf(staff: Person, wanted: string): Promise<void> {
  for (;;) {
    const { items } = expected(await staff.get<{ items: Device[] }>("/api/devices"), 200);
    if (items.some(({ printerHealth }) => printerHealth?.condition === wanted)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a number taken at a station with a printer", () => {
  it("comes out as a slip that says the same as the ticket", async () => {
    const printer = await printerThat();
    const { manager, station } = await hallWith(printer);
    const ticket = await station.take("pension");
    expect(ticket.print?.state).toBe("pending");
    await printer.until(({ slips }) => slips.length === 1);
    const slip = printedSlip(printer.slips[0] ?? Buffer.alloc(0));
    expect(wordsOn(slip)).toEqual(
      expect.arrayContaining([
        "江滨社区便民服务中心",
        ticket.number,
        "社会保险参保与养老待遇",
        "2026年11月25日 9:00 取号",
      ]),
    );
    expect(slip.qrs[0]?.data).toBe(`https://hall.example/m/t/${ticket.token}`);
    expect(await jobIn(manager, "printed")).toMatchObject({
      number: ticket.number,
      attempts: 1,
      copy: false,
      problem: null,
    });
    expect((await manager.ticket(ticket.id)).print?.state).toBe("printed");
  });

  it("is never lost while the printer is away, and prints once it is back", async () => {
    const printer = await printerThat();
    const { manager, station } = await hallWith(printer);
    await printer.turnOff();
    const first = await station.take("pension");
    const second = await station.take("medical");
    await conditionOf(manager, "offline");
    expect((await jobsOf(manager, "pending")).map(({ number }) => number)).toEqual([second.number, first.number]);
    await printer.turnOn();
    await printer.until(({ slips }) => slips.length === 2);
    const numbers = printer.slips.map((slip) => wordsOn(printedSlip(slip))[1]);
    expect(numbers).toEqual([first.number, second.number]);
    expect(printer.slips.some(isMarkedCopy)).toBe(false);
  });

  it("waits for paper, and everybody hears that there is none", async () => {
    const printer = await printerThat({ paper: "out" });
    const { manager, station } = await hallWith(printer);
    await conditionOf(manager, "paper-out");
    await station.take("pension");
    while ((await jobsOf(manager, "pending"))[0]?.problem !== "paper-out") {
      await new Promise((resolve) => setImmediate(resolve));
    }
    printer.switches.paper = "enough";
    await printer.until(({ slips }) => slips.length === 1);
    expect(await jobIn(manager, "printed")).toMatchObject({ problem: null, copy: false });
  });

  it("comes out again, marked, when the printer hung up in the middle", async () => {
    const printer = await printerThat({ breaksOffAfterBytes: 100 });
    const { manager, station } = await hallWith(printer);
    await station.take("pension");
    await printer.until(({ deliveries }) => deliveries.length === 1);
    printer.switches.breaksOffAfterBytes = null;
    expect(await jobIn(manager, "printed")).toMatchObject({ copy: true });
    expect(isMarkedCopy(printer.slips.at(-1) ?? Buffer.alloc(0))).toBe(true);
  });

  it("is not printed any more once the visit is over", async () => {
    const printer = await printerThat({ paper: "out" });
    const { manager, station } = await hallWith(printer);
    const ticket = await station.take("pension");
    await conditionOf(manager, "paper-out");
    expected(await station.post(`/api/t/${ticket.token}/cancel`), 200);
    expect(await jobIn(manager, "failed")).toMatchObject({ number: ticket.number, problem: "ended" });
    expect(printer.deliveries).toEqual([]);
  });
});

describe("a slip printed again", () => {
  it("by staff is a job of its own and says so", async () => {
    const printer = await printerThat();
    const { manager, station } = await hallWith(printer);
    await station.take("pension");
    const { id } = await jobIn(manager, "printed");
    const again = expected(await manager.post<PrintJob>(`/api/print-jobs/${id}/reprint`), 201);
    expect(again).toMatchObject({ copy: true, state: "pending" });
    await printer.until(({ slips }) => slips.length === 2);
    expect(printer.slips.map(isMarkedCopy)).toEqual([false, true]);
  });

  it("after the hub was started anew is one that had not been printed, without a mark", async () => {
    const data = temporaryFolder();
    const printer = await printerThat({ paper: "out" });
    const hub = await hubAt(data);
    const desk = new Desk(hub);
    const station = await desk.station();
    await setPrinter(await desk.manager(), station, { kind: "tcp", ...printer.address, columns: 32 });
    await station.take("pension");
    await hub.stop();
    hubs.splice(hubs.indexOf(hub), 1);
    printer.switches.paper = "enough";
    await hubAt(data);
    await printer.until(({ slips }) => slips.length === 1);
    expect(wordsOn(printedSlip(printer.slips[0] ?? Buffer.alloc(0), 32)).join("")).not.toContain("COPY");
  });
});

describe("a slip that comes out late", () => {
  it("says how many wait then, and not how many waited when the number was taken", async () => {
    const printer = await printerThat({ paper: "out" });
    const { desk, manager, station } = await hallWith(printer);
    const first = await station.take("pension");
    const second = await station.take("pension");
    expect(second.ahead).toBe(1);
    await conditionOf(manager, "paper-out");
    const clerk = await desk.clerkAt(2);
    expect((await clerk.next()).id).toBe(first.id);
    printer.switches.paper = "enough";
    await printer.until(({ slips }) => slips.length === 2);
    expect(printer.slips.map(aheadOn)).toEqual([null, "前面没有人"]);
  });

  it("sends the resident to where the visit goes on after a transfer", async () => {
    const printer = await printerThat();
    const { desk, manager, station } = await hallWith(printer);
    const ticket = await station.take("pension");
    const { id } = await jobIn(manager, "printed");
    expect(textOn(printer.slips[0])).toContain("办理窗口：2、3、7号窗口");
    const clerk = await desk.clerkAt(2);
    await clerk.next();
    await clerk.does("transfer", { service: "medical" });
    expected(await manager.post<PrintJob>(`/api/print-jobs/${id}/reprint`), 201);
    await printer.until(({ slips }) => slips.length === 2);
    const again = textOn(printer.slips[1]);
    expect(again).toContain(ticket.number);
    expect(again).toContain("办理窗口：3、6号窗口");
  });

  it("of a visit that is over, which staff want again, says nothing of waiting", async () => {
    const printer = await printerThat();
    const { desk, manager, station } = await hallWith(printer);
    await station.take("pension");
    const { id } = await jobIn(manager, "printed");
    const clerk = await desk.clerkAt(2);
    await clerk.next();
    await clerk.serves();
    expected(await manager.post<PrintJob>(`/api/print-jobs/${id}/reprint`), 201);
    await printer.until(({ slips }) => slips.length === 2);
    expect(printer.slips.map(isMarkedCopy)).toEqual([false, true]);
    expect(printer.slips.map(aheadOn)).toEqual(["前面没有人", null]);
  });

  it("and was asked for again before the visit ended is not printed any more", async () => {
    const printer = await printerThat();
    const { hub, manager, station } = await hallWith(printer);
    const ticket = await station.take("pension");
    const { id } = await jobIn(manager, "printed");
    printer.switches.paper = "out";
    expected(await manager.post<PrintJob>(`/api/print-jobs/${id}/reprint`), 201);
    hub.clock.advance({ seconds: 30 });
    expected(await station.post(`/api/t/${ticket.token}/cancel`), 200);
    expect(await jobIn(manager, "failed")).toMatchObject({ number: ticket.number, problem: "ended", copy: true });
    expect(printer.slips).toHaveLength(1);
  });
});

describe("a printer that is a file", () => {
  it("gets the slips one after the other", async () => {
    const hub = await hubAt();
    const desk = new Desk(hub);
    const manager = await desk.manager();
    const station = await desk.station();
    const path = join(hub.data, "slips.bin");
    await setPrinter(manager, station, { kind: "file", path, columns: 48 });
    const ticket = await station.take("pension");
    await jobIn(manager, "printed");
    expect(wordsOn(printedSlip(readFileSync(path)))).toContain(ticket.number);
  });
});

describe("a station without a printer", () => {
  it("keeps the slip as a job and says that there is none", async () => {
    const hub = await hubAt();
    const desk = new Desk(hub);
    const station = await desk.station();
    await station.take("pension");
    expect(await jobsOf(await desk.manager(), "kept")).toHaveLength(1);
    const { items } = expected(await (await desk.manager()).get<{ items: Device[] }>("/api/devices"), 200);
    expect(items[0]?.printerHealth?.condition).toBe("none");
  });
});

describe("the list of print jobs", () => {
  const numbers = async (staff: Person, query = ""): Promise<string[]> => {
    const answer = await staff.get<{ items: PrintJob[]; next?: string }>(`/api/print-jobs${query}`);
    return expected(answer, 200).items.map(({ number }) => number);
  };

  it("is told newest first, of one day where that is asked, and of a day without any is empty", async () => {
    const hub = await hubAt();
    const desk = new Desk(hub);
    const [manager, station] = [await desk.manager(), await desk.station()];
    const monday = [await station.take("pension"), await station.take("pension")];
    hub.clock.set("2026-11-26T09:00:00+08:00");
    const tuesday = [await station.take("medical"), await station.take("medical")];
    const told = (tickets: readonly { number: string }[]) => tickets.map(({ number }) => number).reverse();
    expect(await numbers(manager)).toEqual([...told(tuesday), ...told(monday)]);
    expect(await numbers(manager, "?date=2026-11-25")).toEqual(told(monday));
    expect(await numbers(manager, "?date=2026-11-26&state=kept")).toEqual(told(tuesday));
    expect(await numbers(manager, "?date=2026-11-26&state=printed")).toEqual([]);
    for (const none of ["2026-11-24", "2026-11-27", "2026-13-45"])
      expect(await numbers(manager, `?date=${none}`)).toEqual([]);
    expect((await manager.get("/api/print-jobs?date=today")).body).toMatchObject({ status: 400, field: "date" });
  });

  it("comes two hundred at a time, and the next page goes on with older ones", async () => {
    const hub = await hubAt();
    const desk = new Desk(hub);
    const [manager, station] = [await desk.manager(), await desk.station()];
    for (let count = 0; count < 203; count += 1) await station.take("proof");
    const page = expected(await manager.get<{ items: PrintJob[]; next: string }>("/api/print-jobs"), 200);
    expect([page.items.length, page.items[0]?.number]).toEqual([200, "Z203"]);
    expect(await numbers(manager, `?after=${page.next}`)).toEqual(["Z003", "Z002", "Z001"]);
  });
});
