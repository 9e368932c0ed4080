import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restore, type Restoration } from "../../../server/restore.ts";
import { backUp, backupsIn, isBackedUp } from "../../../server/store/backup.ts";
import { databaseFile } from "../../../server/store/database.ts";
import { verifyChain } from "../../../server/store/verify.ts";
import { projectRoot } from "../../../tools/project.ts";
import { folders } from "../../support/hub.ts";
import { MachineClock } from "../../support/machine-clock.ts";
import { smallHall } from "../domain/small-hall.ts";
import { HallOnDisk, issue } from "./on-disk.ts";

describe("a backup", () => {
  let hall: HallOnDisk;
  let backups: string;
  let said: string[];

  const restored = (file: string, lastNumbers: string | null, more: Partial<Restoration> = {}): Promise<number> => {
    const { folder: dataFolder, clock } = hall;
    const here = { dataFolder, clock, fingerprint: "of the key", migrations: folders.migrations };
    return restore({ ...here, file, lastNumbers, ...more }, (line) => said.push(line));
  };

  beforeEach(async () => {
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"), issue("alf"));
    backups = mkdtempSync(join(tmpdir(), "lundao-backups-"));
    said = [];
  });

  afterEach(() => {
    hall.isGone();
    rmSync(backups, { recursive: true, force: true });
  });

  it("is made while the hub writes, and is whole by itself", async () => {
    const file = backUp(hall.folder, backups);
    await hall.asks(issue("ada"));
    expect(verifyChain(file)).toEqual({ events: hall.journal().length - 1, brokenAt: null });
    expect(readdirSync(backups)).toEqual(backupsIn(backups));
  });

  it("that would not be sound is none", () => {
    hall.stops();
    hall.tampers("update journal set bytes = cast('{}' as blob) where seq = 2");
    expect(() => backUp(hall.folder, backups)).toThrow("the copy's chain is broken at event 2");
    expect(readdirSync(backups)).toEqual([]);
  });

  it("is done though another process commits all the time, and is a copy of one moment", async () => {
    hall.stops();
    hall.tampers("create table noise (at integer primary key, bytes blob)");
    const rows = "with recursive at (n) as (select 1 union all select n + 1 from at where n < 2000)";
    hall.tampers(`${rows} insert into noise select n, zeroblob(4000) from at`);
    const busy = await startCommitting(hall.file);
    const before = hall.query<{ rows: number }>("select count(*) as rows from noise");
    const file = await Promise.resolve(backUp(hall.folder, backups));
    const after = hall.query<{ rows: number }>("select count(*) as rows from noise");
    busy.kill("SIGKILL");
    expect(after[0]?.rows).toBeGreaterThan(before[0]?.rows ?? Infinity);
    expect(verifyChain(file)).toEqual({ events: hall.journal().length, brokenAt: null });
  });

  it("holds nothing that was deleted, not even in free pages", () => {
    hall.stops();
    const secret = "欧阳明日香".repeat(200);
    hall.tampers("insert into notes (id, sealed, at) values ('note', ?, 0)", Buffer.from(secret));
    hall.tampers("delete from notes");
    expect(readFileSync(hall.file).includes(secret)).toBe(true);
    expect(readFileSync(backUp(hall.folder, backups)).includes(secret)).toBe(false);
  });

  it("that cannot even be copied leaves nothing behind, not even what a cut-off one had left", () => {
    hall.stops();
    writeFileSync(hall.file, "no database at all".repeat(1000));
    const left = [".hub-2026-11-20T02-30-00-000Z.sqlite.part", ".hub-2026-11-20T02-30-00-000Z.sqlite.part-journal"];
    for (const name of left) writeFileSync(join(backups, name), "");
    expect(() => backUp(hall.folder, backups)).toThrow("not a database");
    expect(readdirSync(backups)).toEqual([]);
  });

  it("leaves alone what another one of today has on its way", () => {
    writeFileSync(join(backups, ".hub-2026-11-25T00-30-00-000Z.sqlite.part"), "");
    backUp(hall.folder, backups, new Date("2026-11-25T01:00:00Z"));
    expect(readdirSync(backups)).toHaveLength(2);
  });

  it("is kept with the thirty newest", () => {
    for (let night = 1; night <= 32; night += 1) backUp(hall.folder, backups, new Date(Date.UTC(2026, 0, night)));
    expect(backupsIn(backups)).toHaveLength(30);
    expect(backupsIn(backups)[0]).toContain("2026-01-03");
  });

  it("of a clock that had run ahead is no reason to make none, and goes before all others", () => {
    backUp(hall.folder, backups, new Date("2040-01-01T00:00:00Z"));
    const now = new Date("2026-11-25T01:00:00Z");
    expect(isBackedUp(backups, now)).toBe(false);
    backUp(hall.folder, backups, now);
    expect(isBackedUp(backups, now)).toBe(true);
    for (let day = 1; day <= 29; day += 1) backUp(hall.folder, backups, new Date(Date.UTC(2026, 11, day)));
    expect(backupsIn(backups)).toHaveLength(30);
    expect(backupsIn(backups).at(-1)).toContain("2026-12-29");
    expect(backupsIn(backups)[0]).toContain("2026-11-25");
  });

  it("is put back on the day that the machine's clock says, with its numbers, however long after", async () => {
    const file = backUp(hall.folder, backups);
    hall.stops();
    const clock = new MachineClock("2027-06-01T10:00:00+08:00");
    expect(await restored(file, "A007", { clock })).toBe(0);
    hall = new HallOnDisk([], hall.folder, clock);
    await hall.asks(issue("ada"));
    expect(hall.writer.state.tickets.get("ada")?.number).toBe("A008");
    expect([hall.writer.sight.doubt, hall.writer.state.day?.date]).toEqual([null, "2027-06-01"]);
  });

  it("is put back only when people have said the last numbers, and until then nothing changes", async () => {
    const file = backUp(hall.folder, backups);
    hall.stops();
    const before = [readFileSync(hall.file), readFileSync(file)];
    expect(await restored(file, null)).toBe(1);
    expect(said.join("\n")).toContain("--last-numbers");
    expect([readFileSync(hall.file), readFileSync(file)]).toEqual(before);
  });

  describe("of a hall with more than one prefix", () => {
    let file: string;

    beforeEach(async () => {
      const tiers = { 1: [["a", "s"]], 2: [["a", "s"]] };
      hall.isGone();
      hall = await new HallOnDisk().opens(smallHall({ counters: tiers, services: { a: "A", again: "A", s: "S" } }));
      await hall.asks(issue("anna"), issue("alf"));
      file = backUp(hall.folder, backups);
      hall.stops();
    });

    it("asks for the last number of each, beside the last one that it knows", async () => {
      expect(await restored(file, null)).toBe(1);
      expect(said).toContain("The backup is whole; its last day is 2026-11-25.");
      expect(said).toContain(
        "By this machine's clock it is now 2026-11-25T09:00:00.000+08:00; set that first if it is wrong.",
      );
      expect(said.filter((line) => /^ {2}[A-Z]/.test(line))).toEqual([
        "  A  (the backup's last one: A002)",
        "  S  (none in the backup)",
      ]);
      expect(said.join("\n")).toContain("--last-numbers A002,S000");
    });

    it.each([
      ["A012", "S is missing; S000 where none was told today"],
      ["A012,S034,Q040", "Q040: the hall has no prefix Q"],
      ["A012,S034,A013", "A is named twice"],
      ["A4,S034", "A4 is no number such as A012"],
      ["A0012,S034", "A0012 is no number such as A012"],
      ["A012,S99999999999999999999", "S99999999999999999999 is no number such as A012"],
      ["A012,S034,", " is no number such as A012"],
      ["", " is no number such as A012"],
    ])("takes no other answer: %j", async (lastNumbers, why) => {
      const before = readFileSync(hall.file);
      await expect(restored(file, lastNumbers)).rejects.toThrow(`--last-numbers: ${why}`);
      expect(readFileSync(hall.file)).toEqual(before);
    });

    it("goes on behind each of them", async () => {
      expect(await restored(file, "S034,A012")).toBe(0);
      hall.restarts();
      await hall.asks(issue("amy"), issue("sam", "s"));
      expect([...hall.writer.state.tickets.values()].slice(-2).map(({ number }) => number)).toEqual(["A013", "S035"]);
    });
  });

  it("goes on behind the last number told, in a new epoch, with what stood there before kept aside", async () => {
    const file = backUp(hall.folder, backups);
    await hall.asks(issue("ada"), issue("abe"));
    hall.stops();
    expect(await restored(file, "A004")).toBe(0);
    expect(readdirSync(hall.folder).some((name) => name.includes("before-restore"))).toBe(true);
    hall.restarts();
    expect(hall.writer.state.epoch).not.toBe("one");
    expect(hall.journal().at(-1)).toMatchObject({ type: "epoch-begun", at: hall.clock.now() });
    expect(hall.writer.state.tickets.has("ada")).toBe(false);
    expect(await hall.asks(issue("amy"))).toEqual([["ticket-issued"]]);
    expect(hall.writer.state.tickets.get("amy")?.number).toBe("A005");
    expect(verifyChain(hall.file).brokenAt).toBeNull();
  });

  it("never goes back behind its own last number", async () => {
    const file = backUp(hall.folder, backups);
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
    const file = backUp(yesterday.folder, backups);
    yesterday.isGone();
    await restored(file, "A017");
    hall.restarts();
    await hall.asks(issue("amy"));
    expect(hall.writer.state.tickets.get("amy")?.number).toBe("A018");
  });

  it("is put into an empty folder as well", async () => {
    const file = backUp(hall.folder, backups);
    const fresh = join(backups, "fresh");
    expect(await restored(file, "none", { dataFolder: fresh })).toBe(0);
    expect(verifyChain(databaseFile(fresh)).brokenAt).toBeNull();
  });

  it("that is damaged, or none, is refused, and what stands there stays", async () => {
    const file = backUp(hall.folder, backups);
    hall.stops();
    const before = readFileSync(hall.file);
    const damaged = join(backups, "damaged.sqlite");
    copyFileSync(file, damaged);
    const bytes = readFileSync(damaged);
    bytes.fill(0x5a, 8192, 12_288);
    writeFileSync(damaged, bytes);
    await expect(restored(damaged, "A004")).rejects.toThrow(/^--restore: /);
    await expect(restored(join(backups, "none.sqlite"), "A004")).rejects.toThrow("--restore: there is no file");
    const empty = join(backups, "empty.sqlite");
    new Database(empty).exec("create table journal (seq integer, bytes blob, hash blob)").close();
    await expect(restored(empty, "A004")).rejects.toThrow(/^--restore: /);
    expect(readFileSync(hall.file).equals(before)).toBe(true);
    expect(existsSync(`${hall.file}.part`)).toBe(false);
  });

  it("of another key than the hub's here is refused before anything is put back", async () => {
    hall.stops();
    hall.tampers("insert into facts (name, value) values ('key', 'of the key')");
    const file = backUp(hall.folder, backups);
    const before = readFileSync(hall.file);
    const fresh = join(backups, "fresh");
    for (const fingerprint of ["of another", null]) {
      await expect(restored(file, "A002", { fingerprint })).rejects.toThrow(/^LUNDAO_SECRET_KEY: /);
      await expect(restored(file, null, { fingerprint })).rejects.toThrow(/^LUNDAO_SECRET_KEY: /);
      await expect(restored(file, "A002", { fingerprint, dataFolder: fresh })).rejects.toThrow(/^LUNDAO_SECRET_KEY: /);
    }
    expect(readFileSync(hall.file)).toEqual(before);
    expect(existsSync(fresh)).toBe(false);
    expect(await restored(file, "A002")).toBe(0);
  });
});

/** A process that commits to the database of a hub without a pause; resolves once it has begun. */
async function startCommitting(file: string): Promise<ChildProcess> {
  const script = `
    const database = new (require("better-sqlite3"))(${JSON.stringify(file)});
    database.pragma("journal_mode = WAL");
    const commit = database.prepare("insert into noise (bytes) values (zeroblob(4000))");
    commit.run();
    process.stdout.write("begun");
    for (;;) commit.run();`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"], cwd: projectRoot });
  await once(child.stdout, "data");
  return child;
}
