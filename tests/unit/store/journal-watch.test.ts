import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JournalWatch } from "../../../server/commands/journal-watch.ts";
import { HallOnDisk } from "./on-disk.ts";

describe("watching whether the journal can be written", () => {
  let hall: HallOnDisk;
  let watch: JournalWatch;
  let millis = 0;

  /** What the last try has written, none like another. */
  const probe = (): string | null => hall.store.fact("probe");

  beforeEach(async () => {
    hall = await new HallOnDisk().opens();
    millis = 0;
    watch = new JournalWatch(hall.writer, () => millis);
  });

  afterEach(() => {
    hall.isGone();
  });

  it("writes once for all who ask within two seconds", async () => {
    expect(await Promise.all([1, 2, 3].map(() => watch.isWritable()))).toEqual([true, true, true]);
    const first = probe();
    expect(first).not.toBeNull();
    millis = 1999;
    expect(await watch.isWritable()).toBe(true);
    expect(probe()).toBe(first);
    millis = 2000;
    expect(await watch.isWritable()).toBe(true);
    expect(probe()).not.toBe(first);
  });

  it("hears at once of what others have failed to write, and of what they have written since", async () => {
    expect(await watch.isWritable()).toBe(true);
    hall.isReadOnly(true);
    await hall.writer.submit(({ tx }) => {
      tx.setFact("something", "of theirs");
      return null;
    });
    expect(await watch.isWritable()).toBe(false);
    hall.isReadOnly(false);
    await hall.writer.submit(() => null);
    expect(await watch.isWritable()).toBe(true);
  });
});
