import { describe, expect, it } from "vitest";
import { volumeAt } from "../../../shared/domain/sound-hours.ts";

describe("how loud calls are", () => {
  it("is the hall's volume, or as loud as can be where it names none", () => {
    expect(volumeAt({}, "10:00")).toBe(100);
    expect(volumeAt({ volume: 70 }, "10:00")).toBe(70);
  });

  it("is another at hours of its own, from the first minute until before the last", () => {
    const hall = {
      volume: 70,
      volumeByHour: [
        { hours: ["12:00", "13:30"], volume: 30 },
        { hours: ["13:00", "14:00"], volume: 50 },
      ],
    };
    const at = (time: string) => volumeAt(hall, time);
    expect([at("11:59"), at("12:00"), at("13:15"), at("13:30"), at("14:00")]).toEqual([70, 30, 30, 50, 70]);
  });

  it("is none in silent hours, whatever else holds then, past midnight too", () => {
    const hall = { silentHours: [["22:00", "06:00"]], volumeByHour: [{ hours: ["05:00", "07:00"], volume: 20 }] };
    const at = (time: string) => volumeAt(hall, time);
    expect([at("21:59"), at("22:00"), at("00:00"), at("05:59"), at("06:00"), at("07:00")]).toEqual([
      100, 0, 0, 0, 20, 100,
    ]);
  });
});
