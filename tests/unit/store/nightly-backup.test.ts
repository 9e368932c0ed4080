import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ZoneClock } from "../../../server/domain/calendar.ts";
import { startNightlyBackup, type NightlyBackup } from "../../../server/nightly-backup.ts";
import { forget, temporaryFolder } from "../../support/hub.ts";

interface Line {
  readonly msg: string;
  readonly code?: number;
  readonly why?: string;
}

describe("the nightly backup", () => {
  let folder: string;
  let backups: NightlyBackup | null;
  let lines: Line[];
  let heard: () => void;

  /** The hub's program in a test's place: it writes down how it was started, and ends as told. */
  const start = (ending: string): void => {
    const program = join(folder, "program.mjs");
    const asked = `JSON.stringify([process.argv.slice(2), process.env.LUNDAO_BACKUPS, process.env.OF_THE_HUB])`;
    writeFileSync(
      program,
      `import { appendFileSync } from "node:fs";\nappendFileSync(${JSON.stringify(join(folder, "asked"))}, ${asked} + "\\n");\n${ending}\n`,
    );
    const write = (text: string): void => {
      lines.push(JSON.parse(text) as Line);
      heard();
    };
    const log = pino({ base: null }, { write });
    backups = startNightlyBackup({
      program,
      dataFolder: join(folder, "data"),
      backupFolder: join(folder, "backups"),
      environment: { ...process.env, OF_THE_HUB: "yes" },
      zone: () => new ZoneClock("Asia/Shanghai"),
      log,
    });
  };
  const wasBackedUp = (at = "2026-11-25T09-00-00-000Z"): void => {
    writeFileSync(join(folder, "backups", `hub-${at}.sqlite`), "");
  };
  const nextLine = (): Promise<void> => new Promise((resolve) => (heard = resolve));
  const asked = (): unknown[] =>
    readFileSync(join(folder, "asked"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: Date.parse("2026-11-25T18:00:00+08:00") });
    folder = temporaryFolder();
    mkdirSync(join(folder, "data"));
    mkdirSync(join(folder, "backups"));
    [backups, lines, heard] = [null, [], () => undefined];
  });

  afterEach(() => {
    backups?.stop();
    vi.useRealTimers();
    forget(folder);
  });

  it("is made every night at half past two of the hall's time, with the hub's own settings", async () => {
    wasBackedUp();
    start("");
    for (let night = 1; night <= 2; night += 1) {
      const told = nextLine();
      vi.advanceTimersByTime((night === 1 ? 8.5 : 24) * 60 * 60_000 - 1);
      expect(lines).toHaveLength(night - 1);
      vi.advanceTimersByTime(1);
      await told;
    }
    expect(lines.map(({ msg }) => msg)).toEqual(Array(2).fill("the nightly backup is made and verified"));
    const once = [["--backup", "--data", join(folder, "data")], join(folder, "backups"), "yes"];
    expect(asked()).toEqual([once, once]);
  });

  it("is made ten minutes after the start where the machine was off at night, and only then", async () => {
    wasBackedUp("2026-11-24T10-00-00-000Z");
    start("");
    const late = nextLine();
    vi.advanceTimersByTime(10 * 60_000);
    await late;
    backups?.stop();
    wasBackedUp("2026-11-24T10-30-00-000Z");
    start("");
    const nightly = nextLine();
    vi.advanceTimersByTime(8.5 * 60 * 60_000);
    await nightly;
    expect(asked()).toHaveLength(2);
  });

  it("that fails is told with its reason, and the next night it is tried again", async () => {
    wasBackedUp();
    start(`process.stderr.write("--backup: the copy's chain is broken at event 2\\n"); process.exitCode = 2;`);
    for (let night = 1; night <= 2; night += 1) {
      const told = nextLine();
      vi.advanceTimersByTime(24 * 60 * 60_000);
      await told;
    }
    const failed = {
      msg: "the nightly backup failed",
      code: 2,
      why: "--backup: the copy's chain is broken at event 2",
    };
    expect(lines).toMatchObject([failed, failed]);
  });

  it("is made no more once the hub has stopped", () => {
    start("");
    backups?.stop();
    vi.advanceTimersByTime(3 * 24 * 60 * 60_000);
    expect(() => asked()).toThrow("ENOENT");
  });
});
