import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../server/config/config.ts";
import { runTool } from "../../server/tools.ts";
import type { Media } from "../../shared/wire/lobby.ts";
import { Desk } from "../support/desk.ts";
import { sendFile } from "../support/form.ts";
import { end, folders, forget, startHub, temporaryFolder, type TestHub } from "../support/hub.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";

describe("media in a backup", () => {
  let hub: TestHub;
  let backups = "";
  let picture: Media;
  let said: string[] = [];

  const inBackup = (): string[] =>
    readdirSync(join(backups, "media"), { recursive: true, encoding: "utf8" })
      .map((path) => path.slice(3))
      .filter((name) => name !== "");
  const fileOf = (folder: string, sha256: string): string => join(folder, "media", sha256.slice(0, 2), sha256);
  const tool = async (data: string, ...args: string[]): Promise<number> => {
    said = [];
    const config = readConfig(["--data", data, ...args], {
      LUNDAO_BACKUPS: backups,
      LUNDAO_SECRET_KEY: "00".repeat(32),
    });
    return runTool(config, folders, (line) => said.push(line));
  };
  const newest = (): string =>
    join(
      backups,
      readdirSync(backups)
        .filter((name) => name.endsWith(".sqlite"))
        .sort()
        .at(-1) ?? "",
    );

  beforeEach(async () => {
    backups = temporaryFolder();
    hub = await startHub();
    const manager = await new Desk(hub).manager();
    const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    picture = (await sendFile(hub, manager, { bytes, filename: "a.png" })).media;
    // The pages of a PDF are files like any other, and are named by its row alone.
    const pdf = tinyPdf({ pages: ["one", "two"], size: [800, 200] });
    expect((await sendFile(hub, manager, { bytes: pdf, filename: "a.pdf" })).status).toBe(201);
  }, 60_000);

  afterEach(async () => {
    await end(hub);
    forget(backups);
  });

  it("lie beside it once, however often it is made, and go when no backup names them any more", async () => {
    expect(await tool(hub.data, "--backup")).toBe(0);
    expect(inBackup().length).toBe(3);
    const at = statSync(fileOf(backups, picture.sha256)).mtimeMs;
    expect(await tool(hub.data, "--backup")).toBe(0);
    expect(statSync(fileOf(backups, picture.sha256)).mtimeMs).toBe(at);
    expect(statSync(fileOf(backups, picture.sha256)).mode & 0o777).toBe(0o600);
    const first = newest();
    await (await new Desk(hub).manager()).ask("DELETE", `/api/media/${picture.id}`);
    expect(await tool(hub.data, "--backup")).toBe(0);
    expect(inBackup()).toContain(picture.sha256);
    for (const name of readdirSync(backups))
      if (name.endsWith(".sqlite") && join(backups, name) !== newest()) rmSync(join(backups, name));
    expect(existsSync(first)).toBe(false);
    expect(await tool(hub.data, "--backup")).toBe(0);
    expect(inBackup()).not.toContain(picture.sha256);
    expect(inBackup().length).toBe(2);
  });

  it("are put back with it, on another machine too", async () => {
    await tool(hub.data, "--backup");
    const other = temporaryFolder();
    try {
      expect(await tool(other, "--restore", newest(), "--last-numbers", "none")).toBe(0);
      expect(readFileSync(fileOf(other, picture.sha256))).toEqual(readFileSync(fileOf(hub.data, picture.sha256)));
      expect(await tool(other, "--verify")).toBe(0);
      expect(said.at(-1)).toBe("the media are whole: 3 files");
    } finally {
      forget(other);
    }
  });

  it("that are missing or damaged are told of, and are in no backup", async () => {
    const file = fileOf(hub.data, picture.sha256);
    writeFileSync(file, Buffer.alloc(picture.bytes));
    expect(await tool(hub.data, "--verify")).toBe(1);
    expect(said).toContain(`the media file ${picture.sha256} is damaged`);
    await expect(tool(hub.data, "--backup")).rejects.toThrow(`--backup: 1 media files are missing or damaged`);
    expect(inBackup()).not.toContain(picture.sha256);
    expect(newest()).toMatch(/hub-.*\.sqlite$/);
    rmSync(file);
    expect(await tool(hub.data, "--verify")).toBe(1);
    expect(said).toContain(`the media file ${picture.sha256} is missing`);
  });

  it("that were cut off there are copied anew, and come back whole over what was cut off here", async () => {
    await tool(hub.data, "--backup");
    truncateSync(fileOf(backups, picture.sha256), 10);
    await tool(hub.data, "--backup");
    expect(statSync(fileOf(backups, picture.sha256)).size).toBe(picture.bytes);
    await hub.stop();
    truncateSync(fileOf(hub.data, picture.sha256), 10);
    expect(await tool(hub.data, "--restore", newest(), "--last-numbers", "none")).toBe(0);
    expect(await tool(hub.data, "--verify")).toBe(0);
    hub = await startHub({ data: hub.data, clock: hub.clock });
  });

  it("that are not beside a backup are named when it is put back", async () => {
    await tool(hub.data, "--backup");
    rmSync(fileOf(backups, picture.sha256));
    const other = temporaryFolder();
    try {
      expect(await tool(other, "--restore", newest(), "--last-numbers", "none")).toBe(0);
      expect(said).toContain(`the media file ${picture.sha256} is not beside the backup`);
    } finally {
      forget(other);
    }
  });
});
