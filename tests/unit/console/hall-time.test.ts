import { describe, expect, it } from "vitest";
import { dayAfter, instantOf, millisOf, momentIn, offsetIn, weekOf } from "../../../manager-console/hall-time.ts";

const shanghai = "Asia/Shanghai";
const berlin = "Europe/Berlin";

describe("the hall's wall clock", () => {
  it("is read in the hall's zone, wherever the browser is", () => {
    expect(momentIn(shanghai, Date.parse("2026-11-24T17:30:00Z"))).toEqual({
      date: "2026-11-25",
      time: "01:30",
      weekday: "wed",
      millis: Date.parse("2026-11-24T17:30:00Z"),
    });
  });

  it("writes instants with its own offset", () => {
    expect(instantOf(shanghai, "2026-11-25", "09:00")).toBe("2026-11-25T09:00:00.000+08:00");
    expect(instantOf(berlin, "2026-07-01", "09:00")).toBe("2026-07-01T09:00:00.000+02:00");
    expect(instantOf("America/St_Johns", "2026-12-01", "09:00")).toBe("2026-12-01T09:00:00.000-03:30");
  });

  it("goes over the changes of the clock", () => {
    expect(offsetIn(berlin, millisOf(berlin, "2026-10-25", "01:30"))).toBe(120);
    expect(offsetIn(berlin, millisOf(berlin, "2026-10-25", "03:30"))).toBe(60);
    expect(momentIn(berlin, millisOf(berlin, "2026-03-29", "03:00")).time).toBe("03:00");
  });

  it("counts weeks from Monday, across a month and a year", () => {
    expect(weekOf("2026-11-25")).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-28",
      "2026-11-29",
    ]);
    expect(weekOf("2027-01-03")[0]).toBe("2026-12-28");
    expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
  });
});
