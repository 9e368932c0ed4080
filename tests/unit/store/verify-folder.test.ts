import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restore } from "../../../server/restore.ts";
import { backUp } from "../../../server/store/backup.ts";
import { verifyFolder } from "../../../server/store/verify-folder.ts";
import { folders } from "../../support/hub.ts";
import { at, callNext, finish, HallOnDisk, issue } from "./on-disk.ts";

describe("verifying a data folder", () => {
  let hall: HallOnDisk;
  let backupFolder: string;

  /** The exit code, and what is said. */
  const verified = (): [number, string[]] => {
    const said: string[] = [];
    return [verifyFolder({ file: hall.file, backupFolder }, (line) => said.push(line)), said];
  };
  const cutOffBehind = (seq: number): void => {
    hall.stops();
    hall.tampers("delete from journal where seq > ?", seq);
  };
  const restored = async (file: string): Promise<void> => {
    hall.stops();
    const { folder: dataFolder, clock } = hall;
    const here = { dataFolder, clock, fingerprint: null, migrations: folders.migrations };
    expect(await restore({ ...here, file, lastNumbers: "A009" }, () => undefined)).toBe(0);
    hall.restarts();
  };
  let night = 0;
  const backedUp = (): string => {
    night += 1;
    return backUp(hall.folder, backupFolder, new Date(Date.UTC(2026, 10, night)));
  };

  beforeEach(async () => {
    night = 0;
    backupFolder = mkdtempSync(join(tmpdir(), "lundao-backups-"));
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"), issue("alf"), callNext(1));
  });

  afterEach(() => {
    hall.isGone();
    rmSync(backupFolder, { recursive: true, force: true });
  });

  it("says in one line that the chain is whole, or where it is broken", () => {
    const events = hall.journal().length;
    expect(verified()).toEqual([0, [`the chain is whole: ${String(events)} events`]]);
    hall.stops();
    hall.tampers("update journal set bytes = cast('{}' as blob) where seq = 3");
    expect(verified()).toEqual([1, ["the chain is broken at event 3"]]);
  });

  it("goes on beside a hub that is running", async () => {
    await hall.asks(finish(1));
    expect(verified()[0]).toBe(0);
    expect(await hall.asks(callNext(1))).toEqual([["ticket-called"]]);
  });

  it("sees that a ticket's last event was cut off, and any number of them", () => {
    const events = hall.journal().length;
    for (const left of [events - 1, events - 3, 4, 0]) {
      cutOffBehind(left);
      const [code, [line]] = verified();
      expect([left, code]).toEqual([left, 1]);
      expect(line).toContain(`events are missing behind the last one, ${String(left)}: `);
      expect(line).toContain(`event ${String(events)}`);
    }
  });

  it("sees that the end of a day was cut off", async () => {
    hall.clock.set("2026-11-26T08:00:00+08:00");
    await hall.asks(issue("next-day"));
    const closed = hall.journal().findIndex(({ type }) => type === "day-closed");
    cutOffBehind(closed);
    hall.tampers("delete from tickets");
    hall.tampers("delete from days where seq > ?", closed);
    expect(verified()[0]).toBe(1);
  });

  it("sees by the newest backup that events which no list tells of were cut off", async () => {
    await hall.asks(finish(1), { type: "close", by: "hub", ...at(2) });
    const events = hall.journal().length;
    cutOffBehind(events - 1);
    expect(verified()[0]).toBe(0);
    hall.restarts();
    await hall.asks({ type: "close", by: "hub", ...at(2) });
    backedUp();
    cutOffBehind(events - 1);
    expect(verified()).toEqual([
      1,
      [
        `events are missing behind the last one, ${String(events - 1)}: the backup hub-2026-11-01T00-00-00-000Z.sqlite holds event ${String(events)}`,
      ],
    ]);
  });

  it("sees by the newest backup that the end was cut off and written anew", async () => {
    backedUp();
    const events = hall.journal().length;
    hall.stops();
    hall.tampers("delete from journal where seq > ?", events - 1);
    hall.tampers("delete from tickets");
    hall.restarts();
    await hall.asks({ type: "close", by: "hub", ...at(2) });
    expect(hall.journal()).toHaveLength(events);
    expect(verified()[0]).toBe(1);
  });

  it("takes no offence at backups made before another was put back, and counts those made since", async () => {
    const first = backedUp();
    await hall.asks(finish(1), callNext(2));
    backedUp();
    await restored(first);
    expect(verified()[0]).toBe(0);
    await hall.asks({ type: "close", by: "hub", ...at(2) });
    backedUp();
    cutOffBehind(hall.journal().length - 1);
    expect(verified()[0]).toBe(1);
  });

  it("says which backup it cannot read, and goes by the one before", async () => {
    await hall.asks({ type: "close", by: "hub", ...at(2) });
    backedUp();
    writeFileSync(join(backupFolder, "hub-2026-11-02.sqlite"), "no database".repeat(100));
    expect(verified()).toMatchObject([0, ["the backup hub-2026-11-02.sqlite cannot be read", {}]]);
    cutOffBehind(hall.journal().length - 1);
    expect(verified()[0]).toBe(1);
    expect(readdirSync(backupFolder)).toHaveLength(2);
  });
});
