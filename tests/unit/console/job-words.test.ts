import { describe, expect, it } from "vitest";
import { jobAct, jobDevice, jobsPath, jobState, whenOf } from "../../../manager-console/job-words.ts";
import type { Device } from "../../../shared/wire/access.ts";
import type { PrintJob } from "../../../shared/wire/print.ts";

const job: PrintJob = {
  id: "01",
  ticket: "02",
  number: "A012",
  device: "03",
  state: "pending",
  copy: false,
  attempts: 0,
  problem: null,
  createdAt: "2026-11-25T09:00:00.000+08:00",
  printedAt: null,
};

function station(printer: Device["printer"]): Device {
  return {
    id: "03",
    kind: "station",
    name: "东门取号机",
    state: "paired",
    counter: null,
    createdAt: job.createdAt,
    lastSeenAt: null,
    connected: true,
    printer,
    printerHealth: null,
  };
}

describe("what can be done for a print job", () => {
  const devices = [station({ kind: "tcp", host: "printer", port: 9100, columns: 48 })];
  const printed = { ...job, state: "printed" } as const;

  it("is nothing while it is still to be printed, or being printed", () => {
    expect(jobAct(job, { jobs: [job], devices })).toBeNull();
    expect(jobAct({ ...job, state: "printing" }, { jobs: [], devices })).toBeNull();
  });

  it("is to print it again once it was printed, or could not be", () => {
    expect(jobAct(printed, { jobs: [printed], devices })).toBe("reprint");
    expect(jobAct({ ...job, state: "failed" }, { jobs: [], devices })).toBe("reprint");
  });

  it("is nothing while another slip of its ticket is still to come", () => {
    const copy = { ...job, id: "04", copy: true };
    expect(jobAct(printed, { jobs: [copy, printed], devices })).toBeNull();
    expect(jobAct(printed, { jobs: [{ ...copy, ticket: "05" }, printed], devices })).toBe("reprint");
  });

  it("is to print one that was only kept, where the hall has a printer", () => {
    const kept = { ...job, state: "kept" } as const;
    expect(jobAct(kept, { jobs: [kept], devices })).toBe("print");
    expect(jobAct(kept, { jobs: [kept], devices: [station({ kind: "none" }), station(null)] })).toBeNull();
  });
});

describe("print jobs", () => {
  it("are asked for by state and day, or by ticket, a page at a time", () => {
    const any = { filter: "all", date: null, ticket: null, after: null } as const;
    expect(jobsPath(any)).toBe("/api/print-jobs");
    expect(jobsPath({ ...any, filter: "failed", after: "200" })).toBe("/api/print-jobs?state=failed&after=200");
    expect(jobsPath({ ...any, filter: "printed", date: "2026-11-24" })).toBe(
      "/api/print-jobs?state=printed&date=2026-11-24",
    );
    expect(jobsPath({ filter: "failed", date: "2026-11-24", ticket: "02", after: null })).toBe(
      "/api/print-jobs?ticket=02",
    );
  });

  it("say what hinders them, and how often it was tried", () => {
    expect(jobState(job, "zh")).toBe("等待打印");
    expect(jobState({ ...job, problem: "paper-out", attempts: 4 }, "zh")).toBe("等待打印，打印机没纸，试了4次");
    expect(jobState({ ...job, state: "failed", problem: "ended", attempts: 1 }, "en")).toBe(
      "Failed, the visit is over",
    );
  });

  it("say nothing of earlier trouble once they are printed", () => {
    expect(jobState({ ...job, state: "printed", problem: "offline", attempts: 3 }, "zh")).toBe("已打印");
  });

  it("name their station, also one that was cut off", () => {
    expect(jobDevice(job, [], "zh")).toBe("已取消接入的设备");
    expect(jobDevice({ ...job, device: null }, [], "zh")).toBe("咨询台");
  });

  it("give the date only of other days", () => {
    expect(whenOf(job.createdAt, "2026-11-25", "zh")).toBe("9:00");
    expect(whenOf(job.createdAt, "2026-11-26", "zh")).toBe("11月25日 9:00");
  });
});
