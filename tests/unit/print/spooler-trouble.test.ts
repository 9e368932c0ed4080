import { describe, expect, it } from "vitest";
import { openShop, printerAt, turn } from "./print-shop.ts";

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
