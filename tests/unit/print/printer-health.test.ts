import { describe, expect, it } from "vitest";
import { openShop, printerAt } from "./print-shop.ts";

describe("health", () => {
  it("is none for a device without a printer", () => {
    const { spooler } = openShop();
    expect(spooler.health("station")).toEqual({ condition: "none", pending: 0, since: null });
  });

  it("is known before anybody takes a number, and looked after while nothing is printed", async () => {
    const { spooler, timers, printer, healths } = openShop();
    spooler.configure("station", printerAt());
    await timers.advance(2000);
    expect(spooler.health("station")).toMatchObject({ condition: "ready", pending: 0 });
    printer().problem = "paper-out";
    await timers.advance(30_000);
    expect(healths.at(-1)).toEqual({ device: "station", condition: "paper-out", pending: 0, since: "32000 ms" });
  });

  it("is learned from a slip where one comes first, and the printer is not called twice", async () => {
    const { spooler, jobs, timers, printer } = openShop();
    jobs.add("station", "S001");
    spooler.configure("station", printerAt());
    await timers.advance(20_000);
    expect(spooler.health("station").condition).toBe("ready");
    expect(printer().probes).toBe(0);
  });

  it("is well again within five seconds of new paper", async () => {
    const { spooler, timers, printer } = openShop();
    printer().problem = "paper-out";
    spooler.configure("station", printerAt());
    await timers.advance(12_000);
    printer().problem = null;
    await timers.advance(5000);
    expect(spooler.health("station").condition).toBe("ready");
  });

  it("tells how many slips wait, and since when the printer stands as it does", async () => {
    const { spooler, jobs, timers, printer, healths } = openShop();
    printer().problem = "cover-open";
    spooler.configure("station", printerAt());
    await timers.advance(3000);
    jobs.add("station", "S001");
    spooler.wake("station");
    await timers.advance(1000);
    expect(healths.at(-1)).toEqual({ device: "station", condition: "cover-open", pending: 1, since: "2000 ms" });
  });

  it("is told once, as long as nothing changes", async () => {
    const { spooler, timers, healths } = openShop();
    spooler.configure("station", printerAt());
    await timers.advance(300_000);
    expect(healths.map(({ condition }) => condition)).toEqual(["unknown", "ready"]);
  });

  it("is told to every device on the printer", async () => {
    const { spooler, timers, printer, healths } = openShop();
    printer().problem = "offline";
    spooler.configure("left", printerAt());
    spooler.configure("right", printerAt());
    await timers.advance(2000);
    const offline = healths.filter(({ condition }) => condition === "offline").map(({ device }) => device);
    expect(offline).toEqual(["left", "right"]);
  });
});
