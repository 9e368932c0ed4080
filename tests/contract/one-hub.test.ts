import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../server/config/config.ts";
import { backupContents } from "../../server/store/backup-contents.ts";
import { runTool } from "../../server/tools.ts";
import { Desk } from "../support/desk.ts";
import {
  folders,
  forget,
  MANAGER_PASSWORD,
  sampleHall,
  startHub,
  temporaryFolder,
  TestClock,
  type TestHub,
} from "../support/hub.ts";

describe("a data folder", () => {
  let folder: string;
  let data: string;
  let backups: string;
  let hub: TestHub;

  interface Ended {
    readonly code: number;
    readonly said: readonly string[];
  }
  let env: Record<string, string>;
  /** Runs one of the hub's tools; a wrong setting rejects with its line. */
  const run = async (...args: readonly string[]): Promise<Ended> => {
    const said: string[] = [];
    const code = await runTool(readConfig([...args, "--data", data], env), folders, (line) => said.push(line));
    return { code, said };
  };
  /** The last numbers of all prefixes: 17 of the one of `proof`, none of the others. */
  const told = [...new Set(sampleHall().services.map(({ prefix }) => prefix))]
    .map((prefix) => `${prefix}${prefix === "Z" ? "017" : "000"}`)
    .join();
  const backup = (): string => join(backups, readdirSync(backups)[0] ?? "");
  const journal = (): Buffer[] =>
    ["hub.sqlite", "hub.sqlite-wal"].map((name) => join(data, name)).map((file) => readFileSync(file));

  beforeEach(async () => {
    folder = temporaryFolder();
    data = join(folder, "data");
    mkdirSync(data);
    backups = join(folder, "backups");
    env = { LUNDAO_SECRET_KEY: "00".repeat(32), LUNDAO_MANAGER_PASSWORD: "another-password", LUNDAO_BACKUPS: backups };
    hub = await startHub({ data });
    await (await new Desk(hub).station()).take("proof");
    await run("--backup");
  });

  afterEach(async () => {
    await hub.stop();
    forget(folder);
  });

  it("is one hub's: while it runs another one, a restore and a new password are refused, and nothing changes", async () => {
    const before = journal();
    const taken = `LUNDAO_DATA: a hub is running on ${data}; stop it first`;
    await expect(startHub({ data })).rejects.toThrow(taken);
    await expect(run("--reset-manager")).rejects.toThrow(taken);
    await expect(run("--restore", backup())).rejects.toThrow(taken);
    await expect(run("--restore", backup(), "--last-numbers", told)).rejects.toThrow(taken);
    expect(journal()).toEqual(before);
    expect(readdirSync(data).filter((name) => name.includes("restor"))).toEqual([]);
    await new Desk(hub).signIn("manager", MANAGER_PASSWORD);
  });

  it("is verified and backed up while its hub runs, and a backup holds the journal alone", async () => {
    const events = hub.hub.context.writer.state.seq;
    expect(await run("--verify")).toEqual({ code: 0, said: [`the chain is whole: ${String(events)} events`] });
    expect((await run("--backup")).code).toBe(0);
    expect(readdirSync(backups).every((name) => /^hub-.*\.sqlite$/.test(name))).toBe(true);
  });

  it("is free again once its hub has stopped, or could not start", async () => {
    await hub.stop();
    const wrongKey = startHub({ data, env: { LUNDAO_SECRET_KEY: "11".repeat(32) } });
    await expect(wrongKey).rejects.toThrow("LUNDAO_SECRET_KEY");
    expect((await run("--reset-manager")).said).toEqual(["the password of manager is set"]);
    expect((await run("--restore", backup(), "--last-numbers", told)).code).toBe(0);
    hub = await startHub({ data });
    expect((await (await new Desk(hub).station()).take("proof")).number).toBe("Z018");
    expect(existsSync(join(data, "restoring"))).toBe(false);
  });

  it("is left as it is by a restore of what is no backup, and the line names it", async () => {
    await hub.stop();
    const before = readFileSync(join(data, "hub.sqlite"));
    await expect(run("--restore", join(data, "hall.json"), "--last-numbers", told)).rejects.toThrow("--restore: ");
    expect(readFileSync(join(data, "hub.sqlite"))).toEqual(before);
    hub = await startHub({ data });
  });

  it("is put back at the instant of the hub's own clock", async () => {
    await hub.stop();
    const at = "2026-11-26T09:00:00+08:00";
    env = { ...env, NODE_ENV: "test", LUNDAO_CLOCK: at };
    expect((await run("--restore", backup(), "--last-numbers", "none")).code).toBe(0);
    const begun = backupContents(join(data, "hub.sqlite")).state.at - Date.parse(at);
    expect([begun >= 0, begun < 60_000]).toEqual([true, true]);
    hub = await startHub({ data, clock: new TestClock(at) });
  });

  it("takes no backup that another key was used for, and needs no key to be looked at", async () => {
    await hub.stop();
    const before = readFileSync(join(data, "hub.sqlite"));
    env = { ...env, LUNDAO_SECRET_KEY: "11".repeat(32) };
    await expect(run("--restore", backup(), "--last-numbers", told)).rejects.toThrow("LUNDAO_SECRET_KEY: ");
    env = { LUNDAO_BACKUPS: backups, XDG_CONFIG_HOME: join(folder, "config") };
    await expect(run("--restore", backup())).rejects.toThrow("LUNDAO_SECRET_KEY: ");
    expect(readFileSync(join(data, "hub.sqlite"))).toEqual(before);
    expect((await run("--verify")).code).toBe(0);
    expect((await run("--backup")).code).toBe(0);
    hub = await startHub({ data });
  });

  it("is not made where a restore only asks for the last numbers", async () => {
    await hub.stop();
    const other = data;
    data = join(folder, "mistyped");
    expect((await run("--restore", join(backups, readdirSync(backups)[0] ?? ""))).code).toBe(1);
    expect(existsSync(data)).toBe(false);
    data = other;
    hub = await startHub({ data });
  });
});
