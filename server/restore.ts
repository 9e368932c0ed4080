/**
 * Puts a backup back. What was told after it was made is gone, so the hall begins a new epoch (screens load anew),
 * and numbers go on behind the last that was printed, which only people know.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { isRefusal } from "../shared/domain/refusal.ts";
import { newId } from "./commands/new-id.ts";
import { Writer } from "./commands/writer.ts";
import { WrongSetting } from "./config/wrong-setting.ts";
import { checkCopy } from "./store/backup.ts";
import { databaseFile, openDatabase } from "./store/database.ts";
import { openStore } from "./store/store.ts";

export interface Restoration {
  readonly dataFolder: string;
  readonly file: string;
  /** The last number printed of each prefix, as `A012,S034`; null asks for them and changes nothing. */
  readonly lastNumbers: string | null;
  readonly migrations: string;
}

/** Answers the exit code. */
export async function restore(
  { dataFolder, file, lastNumbers, migrations }: Restoration,
  say: (line: string) => void,
): Promise<number> {
  if (!existsSync(file)) throw new WrongSetting(`--restore: there is no file ${file}`);
  checkCopy(file);
  const sequences = lastNumbers === null ? null : sequencesFrom(lastNumbers);
  if (sequences === null) {
    say("The backup is whole. Numbers told since it was made must not be given again:");
    say("look at the last slip or screen and give the last number of each prefix, for example");
    say(`  --restore ${file} --last-numbers A012,S034    (none today: --last-numbers none)`);
    return 1;
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const target = databaseFile(dataFolder);
  const aside = `${target}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const suffix of ["", "-wal", "-shm"])
    if (existsSync(target + suffix)) renameSync(target + suffix, aside + suffix);
  copyFileSync(file, `${target}.part`);
  renameSync(`${target}.part`, target);
  rmSync(`${target}-wal`, { force: true });
  await beginEpoch(dataFolder, migrations, sequences);
  say(`restored from ${file}; a new epoch has begun`);
  if (existsSync(aside)) say(`what was there before is kept: ${aside}`);
  return 0;
}

async function beginEpoch(dataFolder: string, migrations: string, sequences: Record<string, number>): Promise<void> {
  const database = openDatabase(dataFolder, migrations);
  const writer = new Writer({
    store: openStore(database),
    clock: { now: () => Date.now() },
    onFailure: () => undefined,
  });
  const answer = await writer.submit(({ execute }) =>
    execute({ type: "begin-epoch", by: "hub", epoch: newId(), sequences }),
  );
  database.raw.close();
  if (isRefusal(answer)) throw new Error(`the epoch could not begin: ${answer.refused}`);
}

function sequencesFrom(text: string): Record<string, number> {
  if (text === "none") return {};
  const sequences: Record<string, number> = {};
  for (const number of text.split(",")) {
    const parts = /^([A-Z]{1,3})(\d{3,})$/.exec(number.trim());
    if (!parts?.[1] || !parts[2]) throw new WrongSetting(`--last-numbers: ${number} is no number such as A012`);
    sequences[parts[1]] = Number(parts[2]);
  }
  return sequences;
}
