/**
 * Puts a backup back. What was told after it was made is gone, so the hall begins a new epoch (screens load anew),
 * and numbers go on behind the last that was printed, which only people know.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRefusal } from "../shared/domain/refusal.ts";
import { newId } from "./commands/new-id.ts";
import type { Clock } from "./commands/ports.ts";
import { Writer } from "./commands/writer.ts";
import { naming, unusable, WrongSetting } from "./config/wrong-setting.ts";
import { lastNumbersFrom, questionFor } from "./last-numbers.ts";
import { restoreMedia } from "./media-backup.ts";
import { checkCopy } from "./store/backup.ts";
import { backupContents, type BackupContents } from "./store/backup-contents.ts";
import { databaseFile, openDatabase } from "./store/database.ts";
import { holdFolder } from "./store/folder-hold.ts";
import { openStore } from "./store/store.ts";

export interface Restoration {
  readonly dataFolder: string;
  readonly file: string;
  /** The last number printed of each prefix, as `A012,S034`; null asks for them and changes nothing. */
  readonly lastNumbers: string | null;
  /** Of the secret key that a hub would work with here; null where there is none yet. */
  readonly fingerprint: string | null;
  readonly migrations: string;
  /** The hub's own: what is put back goes on at its instant. */
  readonly clock: Clock;
}

/** Answers the exit code. Throws `WrongSetting`, leaving everything as it was, where it cannot be done. */
export async function restore(asked: Restoration, say: (line: string) => void): Promise<number> {
  const { dataFolder, file, lastNumbers } = asked;
  if (!existsSync(file)) throw new WrongSetting(`--restore: there is no file ${file}`);
  const hold = () => naming("LUNDAO_DATA", () => holdFolder(dataFolder));
  let folder = existsSync(dataFolder) ? hold() : null;
  try {
    const { state } = usable(asked);
    if (lastNumbers === null) {
      for (const line of questionFor(state, file, asked.clock.now())) say(line);
      return 1;
    }
    const sequences = lastNumbersFrom(lastNumbers, state);
    folder ??= hold();
    await putBack(asked, sequences, say).catch((error: unknown) => {
      throw unusable("--restore", error);
    });
    return 0;
  } finally {
    folder?.release();
  }
}

/** What the backup holds, if a hub can work with it here. */
function usable({ file, fingerprint }: Restoration): BackupContents {
  const contents = naming("--restore", () => {
    checkCopy(file);
    return backupContents(file);
  });
  if (contents.state.hall === null) throw new WrongSetting("--restore: the backup holds no hall");
  if (contents.key !== null && contents.key !== fingerprint) {
    const what = fingerprint === null ? "is not set, and the backup was made with one" : "is not the one of the backup";
    throw new WrongSetting(`LUNDAO_SECRET_KEY: ${what}; the hub would not start on it`);
  }
  return contents;
}

async function putBack(
  { dataFolder, file, migrations, clock }: Restoration,
  sequences: Record<string, number>,
  say: (line: string) => void,
): Promise<void> {
  // The new epoch begins before the file takes its place: one without it would give screens and phones an old tale.
  const staging = join(dataFolder, "restoring");
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  try {
    copyFileSync(file, databaseFile(staging));
    await beginEpoch({ dataFolder: staging, migrations, clock }, sequences);
    const lacking = restoreMedia(file, dataFolder);
    const target = databaseFile(dataFolder);
    const aside = `${target}.before-restore-${new Date(clock.now()).toISOString().replaceAll(/[:.]/g, "-")}`;
    move(target, aside);
    move(databaseFile(staging), target);
    say(`restored from ${file}; a new epoch has begun`);
    for (const sha256 of lacking) say(`the media file ${sha256} is not beside the backup`);
    if (existsSync(aside)) say(`what was there before is kept: ${aside}`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** A database with whatever lies beside it. */
function move(from: string, to: string): void {
  for (const suffix of ["", "-wal", "-shm"]) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
}

async function beginEpoch(
  { dataFolder, migrations, clock }: Pick<Restoration, "dataFolder" | "migrations" | "clock">,
  sequences: Record<string, number>,
): Promise<void> {
  const database = openDatabase(dataFolder, migrations);
  const store = openStore(database);
  // Whoever has said the last numbers of today has been told which day the clock makes it, and so vouches for it.
  const writer = new Writer({ store, clock: { now: () => clock.now() }, onFailure: () => undefined });
  const begin = { type: "begin-epoch", by: "hub", epoch: newId(), sequences } as const;
  const answer = await writer.submit(({ execute }) => execute(begin)).finally(() => database.raw.close());
  if (isRefusal(answer)) throw new Error(`the epoch could not begin: ${answer.refused}`);
}
