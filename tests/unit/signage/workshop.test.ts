import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { Busy, DiskFull, TooMuch, Workshop, type WorkshopLimits } from "../../../server/signage/media/workshop.ts";

const program = fileURLToPath(new URL("../../support/odd-workshop.mjs", import.meta.url));
const seconds = { image: 0.3, video: 0.3, pdf: 20, feed: 5 };

describe("the workshop", () => {
  let workshop: Workshop | null = null;

  afterEach(() => workshop?.stop());

  const open = (limits: Partial<WorkshopLimits> = {}): Workshop =>
    (workshop = new Workshop(program, { seconds, ...limits }));
  const job = (file: string, kind: "image" | "pdf" = "pdf") => ({ kind, file, folder: "" }) as const;
  /** The process that did a plain job. */
  const worker = async (at: Workshop): Promise<string> => {
    const answer = await at.do(job("plain"));
    return "entries" in answer ? (answer.entries?.[0]?.title ?? "") : "";
  };

  it("does one job after the other in one process", async () => {
    const at = open();
    const [first, second] = await Promise.all([worker(at), worker(at)]);
    expect(first).toMatch(/^\d+$/);
    expect(second).toBe(first);
  });

  it("begins anew where a job crashes it", async () => {
    const at = open();
    const before = await worker(at);
    await expect(at.do(job("crash"))).rejects.toBeInstanceOf(TooMuch);
    expect(await worker(at)).not.toBe(before);
  });

  it("is ended where a job hangs, and the next in line is done all the same", async () => {
    const at = open();
    await worker(at);
    const hanging = at.do(job("hang", "image"));
    const next = worker(at);
    await expect(hanging).rejects.toThrow("it took too long");
    expect(await next).toMatch(/^\d+$/);
  });

  it("is ended where a job takes more memory than it may", async () => {
    const at = open({ megabytes: 300 });
    await expect(at.do(job("swallow"))).rejects.toThrow("it took too much memory");
    expect(await worker(at)).toMatch(/^\d+$/);
  });

  it("says so where the disk is full", async () => {
    await expect(open().do(job("full"))).rejects.toBeInstanceOf(DiskFull);
  });

  it("takes no more jobs than it may let wait", async () => {
    const at = open({ waiting: 2 });
    const taken = [worker(at), worker(at)];
    await expect(at.do(job("plain"))).rejects.toBeInstanceOf(Busy);
    await Promise.all(taken);
    expect(await worker(at)).toMatch(/^\d+$/);
  });

  it("knows nothing of the hub's settings", async () => {
    process.env["LUNDAO_SECRET_KEY"] = "of-tests";
    try {
      const answer = await open().do(job("environment"));
      expect(JSON.stringify(answer)).not.toMatch(/LUNDAO|PATH/);
    } finally {
      delete process.env["LUNDAO_SECRET_KEY"];
    }
  });

  it("ends by itself when nothing comes", async () => {
    const at = open({ idleSeconds: 0.05 });
    const before = await worker(at);
    await expect.poll(() => isRunning(before)).toBe(false);
    expect(await worker(at)).not.toBe(before);
  });

  it("takes nothing once it is stopped", async () => {
    const at = open();
    const hanging = at.do(job("hang", "pdf"));
    at.stop();
    await expect(hanging).rejects.toThrow();
    await expect(at.do(job("plain"))).rejects.toBeInstanceOf(Busy);
  });
});

function isRunning(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
