import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startBallast } from "../../../server/store/ballast.ts";
import { databaseFile, openDatabase } from "../../../server/store/database.ts";
import { folders } from "../../support/hub.ts";

describe("the data folder", () => {
  let folder: string;

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "lundao-data-")), "hub");
  });

  afterEach(() => {
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  it("is made for its owner alone, and every commit in it waits for the disk", () => {
    const { raw } = openDatabase(folder, folders.migrations);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(raw.pragma("journal_mode", { simple: true })).toBe("wal");
    // 2 is FULL: the log is synced at every commit, through a power cut too.
    expect(raw.pragma("synchronous", { simple: true })).toBe(2);
    raw.close();
  });

  it("is opened again as it was left", () => {
    const first = openDatabase(folder, folders.migrations);
    first.raw.prepare("insert into facts (name, value) values ('kept', 'yes')").run();
    first.raw.close();
    const again = openDatabase(folder, folders.migrations);
    expect(again.raw.prepare("select value from facts where name = 'kept'").pluck().get()).toBe("yes");
    again.raw.close();
  });

  it("is left alone where it holds no database", () => {
    openDatabase(folder, folders.migrations).raw.close();
    rmSync(databaseFile(folder));
    writeFileSync(databaseFile(folder), "something else altogether, which is not ours to change".repeat(20));
    expect(() => openDatabase(folder, folders.migrations)).toThrow("not a database");
  });

  it("gives up its ballast once, on a full disk", () => {
    const { raw } = openDatabase(folder, folders.migrations);
    const ballast = startBallast(folder, () => undefined);
    expect(ballast.giveUp()).toBe(false);
    writeFileSync(join(folder, "ballast"), "room");
    expect(ballast.giveUp()).toBe(true);
    expect(existsSync(join(folder, "ballast"))).toBe(false);
    expect(ballast.giveUp()).toBe(false);
    ballast.stop();
    raw.close();
  });
});
