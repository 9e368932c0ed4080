import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HallOnDisk, issue } from "./on-disk.ts";

describe("the snapshots of closed days", () => {
  let hall: HallOnDisk;

  const kept = (): number[] =>
    hall.query<{ seq: number }>("select seq from snapshots order by seq").map(({ seq }) => seq);
  const closedDays = (): number[] =>
    hall
      .journal()
      .filter(({ type }) => type === "day-closed")
      .map(({ seq }) => seq);

  beforeEach(async () => {
    hall = await new HallOnDisk().opens();
  });

  afterEach(() => {
    hall.isGone();
  });

  it("are the newest three, however many days have passed", async () => {
    for (const day of ["26", "27", "28", "29", "30"]) {
      hall.clock.set(`2026-11-${day}T09:00:00+08:00`);
      await hall.asks(issue(`on-${day}`));
      expect(kept()).toEqual(closedDays().slice(-3));
    }
    expect(closedDays()).toHaveLength(5);
    hall.restarts();
    await hall.asks(issue("after"));
    expect(hall.writer.state.tickets.get("after")?.number).toBe("A002");
  });

  it("stay as they were where the day's close could not be written", async () => {
    for (const day of ["26", "27", "28"]) {
      hall.clock.set(`2026-11-${day}T09:00:00+08:00`);
      await hall.asks(issue(`on-${day}`));
    }
    const before = kept();
    expect(() =>
      hall.store.commit((tx) => {
        hall.writer.state.tickets.clear();
        tx.saveSnapshot(hall.writer.state);
        throw new Error("the disk is full");
      }),
    ).toThrow("the disk is full");
    expect(kept()).toEqual(before);
  });
});
