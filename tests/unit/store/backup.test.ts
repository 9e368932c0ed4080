import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { restore } from "../../../server/restore.ts";
import { backUp, backupsIn } from "../../../server/store/backup.ts";
import { databaseFile } from "../../../server/store/database.ts";
import { verifyChain } from "../../../server/store/verify.ts";
import { folders, MORNING } from "../../support/hub.ts";
import { HallOnDisk, issue } from "./on-disk.ts";

describe("a backup", () => {
  let hall: HallOnDisk;
  let backups: string;
  let said: string[];

  const restored = (file: string, lastNumbers: string | null, dataFolder = hall.folder): Promise<number> =>
    restore({ dataFolder, file, lastNumbers, migrations: folders.migrations }, (line) => said.push(line));

  beforeEach(async () => {
    // The restore writes at the machine's own time.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(MORNING) });
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"), issue("alf"));
    backups = mkdtempSync(join(tmpdir(), "lundao-backups-"));
    said = [];
  });

  afterEach(() => {
    vi.useRealTimers();
    hall.isGone();
    rmSync(backups, { recursive: true, force: true });
  });

  it("is made while the hub writes, and is whole by itself", async () => {
    const file = await backUp(hall.folder, backups);
    await hall.asks(issue("ada"));
    expect(verifyChain(file)).toEqual({ events: hall.journal().length - 1, brokenAt: null });
    expect(readdirSync(backups)).toEqual(backupsIn(backups));
  });

  it("that would not be sound is none", async () => {
    hall.stops();
    hall.tampers("update journal set bytes = cast('{}' as blob) where seq = 2");
    await expect(backUp(hall.folder, backups)).rejects.toThrow("the copy's chain is broken at event 2");
    expect(readdirSync(backups)).toEqual([]);
  });

  it("is kept with the thirty newest", async () => {
    for (let night = 1; night <= 32; night += 1) await backUp(hall.folder, backups, new Date(Date.UTC(2026, 0, night)));
    expect(backupsIn(backups)).toHaveLength(30);
    expect(backupsIn(backups)[0]).toContain("2026-01-03");
  });

  it("is put back only when people have said the last numbers, and until then nothing changes", async () => {
    const file = await backUp(hall.folder, backups);
    hall.stops();
    const before = readFileSync(hall.file);
    expect(await restored(file, null)).toBe(1);
    expect(said.join("\n")).toContain("--last-numbers");
    expect(readFileSync(hall.file).equals(before)).toBe(true);
  });

  it("goes on behind the last number told, in a new epoch, with what stood there before kept aside", async () => {
    const file = await backUp(hall.folder, backups);
    await hall.asks(issue("ada"), issue("abe"));
    hall.stops();
    expect(await restored(file, "A004")).toBe(0);
    expect(readdirSync(hall.folder).some((name) => name.includes("before-restore"))).toBe(true);
    hall.restarts();
    expect(hall.writer.state.epoch).not.toBe("one");
    expect(hall.writer.state.tickets.has("ada")).toBe(false);
    expect(await hall.asks(issue("amy"))).toEqual([["ticket-issued"]]);
    expect(hall.writer.state.tickets.get("amy")?.number).toBe("A005");
    expect(verifyChain(hall.file).brokenAt).toBeNull();
  });

  it("never goes back behind its own last number", async () => {
    const file = await backUp(hall.folder, backups);
    hall.stops();
    await restored(file, "A001");
    hall.restarts();
    await hall.asks(issue("amy"));
    expect(hall.writer.state.tickets.get("amy")?.number).toBe("A003");
  });

  it("honours the numbers told this morning where it was made last night", async () => {
    hall.stops();
    const yesterday = new HallOnDisk();
    yesterday.clock.set("2026-11-24T17:00:00+08:00");
    await yesterday.opens();
    await yesterday.asks(issue("anna"));
    const file = await backUp(yesterday.folder, backups);
    yesterday.isGone();
    await restored(file, "A017");
    hall.restarts();
    await hall.asks(issue("amy"));
    expect(hall.writer.state.tickets.get("amy")?.number).toBe("A018");
  });

  it("is put into an empty folder as well", async () => {
    const file = await backUp(hall.folder, backups);
    const fresh = join(backups, "fresh");
    expect(await restored(file, "none", fresh)).toBe(0);
    expect(verifyChain(databaseFile(fresh)).brokenAt).toBeNull();
  });

  it("that is damaged, or none, is refused, and what stands there stays", async () => {
    const file = await backUp(hall.folder, backups);
    hall.stops();
    const before = readFileSync(hall.file);
    const damaged = join(backups, "damaged.sqlite");
    copyFileSync(file, damaged);
    const bytes = readFileSync(damaged);
    bytes.fill(0x5a, 8192, 12_288);
    writeFileSync(damaged, bytes);
    await expect(restored(damaged, "A004")).rejects.toThrow();
    await expect(restored(join(backups, "none.sqlite"), "A004")).rejects.toThrow("--restore: there is no file");
    await expect(restored(file, "A4")).rejects.toThrow("--last-numbers: A4 is no number such as A012");
    expect(readFileSync(hall.file).equals(before)).toBe(true);
    expect(existsSync(`${hall.file}.part`)).toBe(false);
  });
});
