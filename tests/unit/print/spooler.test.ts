import { describe, expect, it } from "vitest";
import type { Slip } from "../../../shared/wire/print.ts";
import { openShop, printerAt, turn } from "./print-shop.ts";

describe("draining", () => {
  it("prints what is due in the order it was made, and marks each job before and after", async () => {
    const { spooler, jobs, printer } = openShop();
    jobs.add("station", "S001");
    jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await turn();
    expect(printer().printed.map(({ number }) => number)).toEqual(["S001", "S002"]);
    expect(jobs.marks).toEqual(["S001 printing", "S001 printed", "S002 printing", "S002 printed"]);
  });

  it("prints a new job at once, without waiting for any clock", async () => {
    const { spooler, jobs, printer } = openShop();
    spooler.configure("station", printerAt());
    await turn();
    jobs.add("station", "S001");
    spooler.wake("station");
    await turn();
    expect(printer().printed).toEqual([{ number: "S001", isCopy: false }]);
  });

  it("prints for two devices on one printer one slip at a time, in the order the jobs were made", async () => {
    const { spooler, jobs, printer } = openShop();
    jobs.add("left", "S001");
    jobs.add("right", "S002");
    jobs.add("left", "S003");
    spooler.configure("left", printerAt(9100, { host: "PRINTER" }));
    spooler.configure("right", printerAt());
    await turn();
    expect(printer().printed.map(({ number }) => number)).toEqual(["S001", "S002", "S003"]);
    expect(printer().mostAtOnce).toBe(1);
  });

  it("does not let one printer wait for another", async () => {
    const { spooler, jobs, printer } = openShop();
    printer(9101).isHeld = true;
    jobs.add("slow", "S001");
    jobs.add("fast", "S002");
    spooler.configure("slow", printerAt(9101));
    spooler.configure("fast", printerAt(9102));
    await turn();
    expect(printer(9102).printed).toHaveLength(1);
    printer(9101).release();
  });

  it("prints as many slips of a job as the device wants", async () => {
    const { spooler, jobs, printer } = openShop();
    jobs.add("station", "S001");
    spooler.configure("station", printerAt(9100, { copies: 2 }));
    await turn();
    expect(printer().printed).toHaveLength(2);
    expect(printer().reached).toHaveLength(2);
    expect(jobs.marks).toEqual(["S001 printing", "S001 printed"]);
  });

  it("keeps jobs of a device without a printer until it has one", async () => {
    const { spooler, jobs, printer } = openShop();
    jobs.add("station", "S001");
    spooler.configure("station", { kind: "none" });
    spooler.wake("station");
    await turn();
    expect(jobs.rows[0]?.state).toBe("pending");
    spooler.configure("station", printerAt());
    await turn();
    expect(printer().printed).toHaveLength(1);
  });
});

describe("a job of two slips", () => {
  it("marks the second as a copy where it is held up, for after a restart nobody knows of the first", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    const row = jobs.add("station", "S001");
    spooler.configure("station", printerAt(9100, { copies: 2 }));
    printer().hasBegun = () => (printer().problem = "paper-out");
    await timers.advance(5000);
    expect(row).toMatchObject({ state: "pending", problem: "paper-out", isCopy: true });
    printer().hasBegun = printer().problem = null;
    await timers.advance(5000);
    expect(printer().printed).toEqual([
      { number: "S001", isCopy: false },
      { number: "S001", isCopy: true },
    ]);
  });
});

describe("a job that nobody waits for", () => {
  it("is failed once its ticket has ended, and nothing is printed", async () => {
    const { spooler, jobs, printer } = openShop();
    jobs.add("station", "S001", { isOver: true });
    jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await turn();
    expect(printer().printed.map(({ number }) => number)).toEqual(["S002"]);
    expect(jobs.marks[0]).toBe("S001 failed ended");
  });

  it("is failed when no bytes can be made of it, and holds nobody up", async () => {
    const { spooler, jobs, printer } = openShop();
    // A row that another version has written.
    jobs.add("station", "S001", { slip: {} as unknown as Slip });
    jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await turn();
    expect(printer().printed.map(({ number }) => number)).toEqual(["S002"]);
    expect(jobs.marks[0]).toBe("S001 failed unprintable");
  });
});

describe("a printer set anew", () => {
  it("gets the jobs that the old one did not print", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer(9101).problem = "offline";
    jobs.add("station", "S001");
    spooler.configure("station", printerAt(9101));
    await timers.advance(10_000);
    spooler.configure("station", printerAt(9102));
    await timers.advance(5000);
    expect(printer(9102).printed).toEqual([{ number: "S001", isCopy: false }]);
  });

  it("does not print a slip that the old one is still printing", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer(9101).isHeld = true;
    jobs.add("station", "S001");
    jobs.add("station", "S002");
    spooler.configure("station", printerAt(9101));
    await turn();
    spooler.configure("station", printerAt(9102));
    await timers.advance(1000);
    expect(printer(9102).printed).toEqual([]);
    printer(9101).release();
    await turn();
    expect(printer(9101).printed.map(({ number }) => number)).toEqual(["S001"]);
    expect(printer(9102).printed.map(({ number }) => number)).toEqual(["S002"]);
  });

  it("may be another one at the same address: what was learned of it is forgotten", async () => {
    const { spooler, printer } = openShop();
    spooler.configure("station", printerAt());
    spooler.configure("station", printerAt());
    await turn();
    expect(printer().forgotten).toBe(2);
  });
});

describe("stopping", () => {
  it("waits for the slip in hand and begins no other", async () => {
    const { spooler, jobs, printer } = openShop();
    printer().isHeld = true;
    jobs.add("station", "S001");
    jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await turn();
    const stopped = spooler.stop();
    printer().release();
    await stopped;
    expect(jobs.rows.map(({ state }) => state)).toEqual(["printed", "pending"]);
  });

  it("hangs up on a printer that does not come to an end, and the slip is a copy next time", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().isHeld = true;
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await turn();
    const stopped = spooler.stop();
    await timers.advance(5000);
    await stopped;
    expect(jobs.rows[0]).toMatchObject({ state: "pending", isCopy: true });
  });
});
