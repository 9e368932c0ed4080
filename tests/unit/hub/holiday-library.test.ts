import { afterEach, describe, expect, it } from "vitest";
import { chineseYears, knowsCountry, yearsElsewhere } from "../../../server/holiday-library.ts";

describe("China's holidays", () => {
  const machine = process.env["TZ"];
  afterEach(() => {
    if (machine === undefined) delete process.env["TZ"];
    else process.env["TZ"] = machine;
  });

  it.each(["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"])(
    "are on the same dates on a machine in %s",
    async (zone) => {
      process.env["TZ"] = zone;
      const { 2026: year } = await chineseYears([2026]);
      expect(year?.holidays).toContain("2026-01-01");
      expect(year?.holidays).not.toContain("2025-12-31");
      expect(year?.holidays.filter((date) => date.startsWith("2026-10"))).toEqual([
        "2026-10-01",
        "2026-10-02",
        "2026-10-03",
        "2026-10-04",
        "2026-10-05",
        "2026-10-06",
        "2026-10-07",
      ]);
      expect(year?.workdays).toEqual([
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
      ]);
    },
  );

  it("are unknown of a year that has not been announced", async () => {
    expect(Object.keys(await chineseYears([2026, 2090]))).toEqual(["2026"]);
  });
});

describe("public holidays elsewhere", () => {
  it("are Germany's in Berlin", async () => {
    const { 2026: year } = await yearsElsewhere("DE", { timezone: "Europe/Berlin", wanted: [2026] });
    expect(year?.holidays).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-05-14",
      "2026-05-25",
      "2026-10-03",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  it("are days and not the eves on which some begin", async () => {
    const { 2026: year } = await yearsElsewhere("SA", { timezone: "Asia/Riyadh", wanted: [2026] });
    expect(year?.holidays).toContain("2026-03-19");
    expect(year?.holidays).not.toContain("2026-03-18");
  });

  it("are unknown of a country that is none", async () => {
    expect(await yearsElsewhere("XX", { timezone: "UTC", wanted: [2026] })).toEqual({});
    expect(await Promise.all(["CN", "DE", "XX"].map(knowsCountry))).toEqual([true, true, false]);
  });
});
