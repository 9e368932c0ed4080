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

describe("a printer that fails", () => {
  it("is tried again and again, never more than five seconds apart, until it prints", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().problem = "offline";
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(60_000);
    const { reached } = printer();
    const gaps = reached.slice(1).map((at, index) => at - (reached[index] ?? 0));
    expect(reached.length).toBeGreaterThan(12);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5000);
    printer().problem = null;
    await timers.advance(5000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: false }]);
  });

  it("is tried at once when somebody takes a number", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().problem = "paper-out";
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(20_000);
    printer().problem = null;
    jobs.add("station", "S002");
    spooler.wake("station");
    await turn();
    expect(printer().printed.map(({ number }) => number)).toEqual(["S001", "S002"]);
  });

  it("is tried at once again when a number was taken during the attempt that failed", async () => {
    const { spooler, jobs, printer } = openShop();
    printer().isHeld = true;
    printer().outcomes.push({ printed: false, problem: "timeout", bytesSent: false });
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await turn();
    jobs.add("station", "S002");
    spooler.wake("station");
    printer().isHeld = false;
    printer().release();
    await turn();
    expect(printer().printed.map(({ number }) => number)).toEqual(["S001", "S002"]);
  });

  it("makes its problem known on the job once, not with every attempt", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().problem = "paper-out";
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(30_000);
    expect(jobs.marks).toEqual(["S001 retry paper-out"]);
  });

  it("gets the next job only after the one before it", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push({ printed: false, problem: "timeout", bytesSent: false });
    jobs.add("station", "S001");
    jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await timers.advance(5000);
    expect(printer().printed.map(({ number }) => number)).toEqual(["S001", "S002"]);
  });
});

describe("a slip that may be the second one", () => {
  it("says so after an attempt of which something had left", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push({ printed: false, problem: "closed-early", bytesSent: true });
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(5000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: true }]);
    expect(jobs.marks).toContain("S001 retry closed-early as copy");
  });

  it("goes on saying so when the next attempt gets nowhere", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push(
      { printed: false, problem: "closed-early", bytesSent: true },
      { printed: false, problem: "closed-early", bytesSent: false },
    );
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(5000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: true }]);
  });

  it("does not say so when nothing had left", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push({ printed: false, problem: "closed-early", bytesSent: false });
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(5000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: false }]);
  });

  it("says so when the hub died while it printed", async () => {
    const { spooler, jobs, printer } = openShop();
    jobs.add("station", "S001", { state: "printing" });
    spooler.configure("station", printerAt());
    await turn();
    expect(printer().printed).toEqual([{ number: "S001", isCopy: true }]);
    expect(jobs.marks[0]).toBe("S001 retry interrupted as copy");
  });

  it("is on disk as begun before its first byte leaves", async () => {
    const { spooler, jobs, printer } = openShop();
    const row = jobs.add("station", "S001");
    let stateThen = "";
    spooler.configure("station", printerAt());
    printer().hasBegun = () => (stateThen = row.state);
    await turn();
    expect(stateThen).toBe("printing");
  });

  it("is the one of two that failed, when a device wants two", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    jobs.add("station", "S001");
    spooler.configure("station", printerAt(9100, { copies: 2 }));
    let begun = 0;
    printer().hasBegun = () => {
      begun += 1;
      if (begun === 2) printer().outcomes.push({ printed: false, problem: "timeout", bytesSent: true });
    };
    await timers.advance(5000);
    expect(printer().printed).toEqual([
      { number: "S001", isCopy: false },
      { number: "S001", isCopy: true },
    ]);
  });
});

describe("a slip that the printer never confirms", () => {
  const unsure = { printed: false, problem: "timeout", bytesSent: true } as const;

  it("leaves three times at most, fails where everybody sees it, and holds nobody up", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push(unsure, unsure, unsure);
    jobs.add("station", "S001");
    jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await timers.advance(10_000);
    expect(printer().reached.slice(0, 4)).toEqual([0, 250, 5250, 5250]);
    expect(jobs.rows[0]).toMatchObject({ state: "failed", problem: "unconfirmed", isCopy: true });
    expect(printer().printed).toEqual([{ number: "S002", isCopy: false }]);
  });

  it("is tried without end as long as nothing of it leaves", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push(...Array.from({ length: 12 }, () => ({ ...unsure, bytesSent: false })), unsure, unsure);
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(90_000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: true }]);
  });

  it("leaves three times at most also where another one comes between", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push(unsure, unsure);
    const late = jobs.add("station", "S002");
    spooler.configure("station", printerAt());
    await timers.advance(500);
    expect(printer().outcomes).toEqual([]);
    // A reprint of a ticket before it.
    jobs.addFirst("station", "S001");
    printer().outcomes.push(unsure, unsure, unsure, unsure);
    await timers.advance(20_000);
    expect(jobs.rows.map(({ problem }) => problem)).toEqual(["unconfirmed", "unconfirmed"]);
    expect(late).toMatchObject({ state: "failed" });
    expect(printer().printed).toEqual([]);
  });

  it("begins anew on a printer set anew", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    printer().outcomes.push(unsure, unsure);
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(500);
    expect(printer().outcomes).toEqual([]);
    printer().outcomes.push(unsure, unsure);
    spooler.configure("station", printerAt());
    await timers.advance(20_000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: true }]);
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

describe("a disk that takes nothing", () => {
  it("holds a slip back, because nobody would know that it had begun", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    jobs.add("station", "S001");
    jobs.isDiskFull = true;
    spooler.configure("station", printerAt());
    await timers.advance(30_000);
    expect(printer().printed).toEqual([]);
    jobs.isDiskFull = false;
    await timers.advance(5000);
    expect(printer().printed).toEqual([{ number: "S001", isCopy: false }]);
  });

  it("does not make a printed slip print again", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    printer().hasBegun = () => (jobs.isDiskFull = true);
    await timers.advance(30_000);
    spooler.wake("station");
    await turn();
    jobs.isDiskFull = false;
    await timers.advance(5000);
    expect(printer().printed).toHaveLength(1);
    expect(jobs.rows[0]?.state).toBe("printed");
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
