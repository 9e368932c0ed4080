/**
 * Media beside the database's backups: each file once, by its hash, however many backups name it. Every copy is checked
 * against its hash before it counts.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { MediaRow } from "./commands/lobby-ports.ts";
import { isSha256, mediaFile, mediaFolder } from "./signage/media/places.ts";
import { filesOf } from "./signage/media/shelf.ts";
import { backupsIn } from "./store/backup.ts";
import { databaseFile } from "./store/database.ts";
import { reading } from "./store/verify.ts";

/** Hashes of files that are not where they should be, or are not what they should be. */
type Lacking = readonly string[];

/** Copies what the last backups do not have yet, and takes away what none of them names any more. */
export function backUpMedia(dataFolder: string, backupFolder: string): Lacking {
  const lacking = bring(namedIn(databaseFile(dataFolder)), { from: dataFolder, to: backupFolder });
  const kept = new Set(backupsIn(backupFolder).flatMap((name) => namedIn(join(backupFolder, name))));
  for (const sha256 of heldIn(backupFolder))
    if (!kept.has(sha256)) rmSync(mediaFile(mediaFolder(backupFolder), sha256), { force: true });
  return lacking;
}

/** Puts back what a backup names and the data folder has not, or not whole. */
export function restoreMedia(backup: string, dataFolder: string): Lacking {
  return bring(namedIn(backup), { from: dirname(backup), to: dataFolder });
}

/** Says what is missing or damaged; exit code 0 where nothing is. */
export function verifyMedia(dataFolder: string, say: (line: string) => void): number {
  const named = namedIn(databaseFile(dataFolder));
  const lacking = named.filter((sha256) => hashOf(mediaFile(mediaFolder(dataFolder), sha256)) !== sha256);
  for (const sha256 of lacking) {
    const isThere = existsSync(mediaFile(mediaFolder(dataFolder), sha256));
    say(`the media file ${sha256} is ${isThere ? "damaged" : "missing"}`);
  }
  if (lacking.length === 0 && named.length > 0) say(`the media are whole: ${String(named.length)} files`);
  return lacking.length === 0 ? 0 : 1;
}

/** The files that a database names; none where it is older than media are. */
function namedIn(database: string): string[] {
  return reading(database, (raw) => {
    const hasMedia = raw.prepare("select 1 from sqlite_master where type = 'table' and name = 'media'").get();
    if (hasMedia === undefined) return [];
    // The columns that tell which files there are, as the store writes them.
    type Row = Pick<MediaRow, "sha256" | "kind" | "type" | "bytes"> & { readonly pages: string | null };
    const rows = raw.prepare<[], Row>("select sha256, kind, type, bytes, pages from media").all();
    const all = rows.flatMap((row) =>
      filesOf({ ...row, pages: row.pages === null ? null : (JSON.parse(row.pages) as MediaRow["pages"]) }),
    );
    return [...new Set(all.map(({ sha256 }) => sha256))];
  });
}

function bring(hashes: readonly string[], { from, to }: { readonly from: string; readonly to: string }): Lacking {
  return hashes.filter((sha256) => {
    const source = mediaFile(mediaFolder(from), sha256);
    const target = mediaFile(mediaFolder(to), sha256);
    const here = statSync(target, { throwIfNoEntry: false });
    const there = statSync(source, { throwIfNoEntry: false });
    // Named by its hash, it was whole when it was put there; what was cut off since has another length.
    if (here && (!there || here.size === there.size)) return !there && hashOf(target) !== sha256;
    return !there || !copyWhole({ source, target, sha256 });
  });
}

const BLOCK_BYTES = 1024 * 1024;

/** True where what was copied is what its name says; else there is no copy. */
function copyWhole({ source, target, sha256 }: { source: string; target: string; sha256: string }): boolean {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const draft = `${target}.part`;
  try {
    const out = openSync(draft, "w", 0o600);
    try {
      if (digest(source, (block) => writeAll(out, block)) !== sha256) return false;
      fsyncSync(out);
    } finally {
      closeSync(out);
    }
    renameSync(draft, target);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeAll(descriptor: number, block: Buffer): void {
  for (let written = 0; written < block.length;) written += writeSync(descriptor, block, written);
}

/** Null where it cannot be read. */
function hashOf(file: string): string | null {
  try {
    return digest(file, () => undefined);
  } catch {
    return null;
  }
}

function digest(file: string, each: (block: Buffer) => void): string {
  const hash = createHash("sha256");
  const block = Buffer.alloc(BLOCK_BYTES);
  const descriptor = openSync(file, "r");
  try {
    for (;;) {
      const read = readSync(descriptor, block);
      if (read === 0) return hash.digest("hex");
      hash.update(block.subarray(0, read));
      each(block.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** What lies there, drafts that were cut off among it. */
function heldIn(folder: string): string[] {
  const media = mediaFolder(folder);
  if (!existsSync(media)) return [];
  return readdirSync(media)
    .filter((part) => /^[0-9a-f]{2}$/.test(part))
    .flatMap((part) => readdirSync(join(media, part)))
    .filter((name) => isSha256(name.replace(/\.part$/, "")));
}
