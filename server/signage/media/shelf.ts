/**
 * The bytes of media at rest: `<data>/media/<2 hex>/<sha256>`, each file whole before it has its name. What is not yet
 * whole lies in `<data>/media/incoming` and is swept at the next start.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MediaRow } from "../../commands/lobby-ports.ts";
import { isSha256, mediaFile, mediaFolder } from "./places.ts";

export interface Shelved {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/** Every page of a PDF is one. */
export const PAGE_TYPE = "image/webp";
const DAY_MILLIS = 24 * 60 * 60_000;

export class Shelf {
  readonly #folder: string;
  readonly #incoming: string;
  readonly #known = new Map<string, Shelved>();
  #made = 0;

  /** @param rows what there is, as the store has it. Throws where the folder cannot be used. */
  constructor(dataFolder: string, rows: readonly MediaRow[]) {
    this.#folder = mediaFolder(dataFolder);
    this.#incoming = join(this.#folder, "incoming");
    rmSync(this.#incoming, { recursive: true, force: true });
    mkdirSync(this.#incoming, { recursive: true, mode: 0o700 });
    for (const row of rows) this.know(row);
  }

  /** A folder of its own for one upload; whoever asked for it takes it away. */
  async newDraft(): Promise<string> {
    this.#made += 1;
    const draft = join(this.#incoming, `${String(process.pid)}-${String(this.#made)}`);
    await mkdir(draft, { mode: 0o700 });
    return draft;
  }

  /** Puts a file in its place for good. It is on disk, under its name, when this returns; true where it was not there. */
  async place(path: string, sha256: string): Promise<boolean> {
    const target = mediaFile(this.#folder, sha256);
    const isNew = !existsSync(target);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await toDisk(path);
    await rename(path, target);
    await toDisk(dirname(target));
    return isNew;
  }

  /** From here on the media's files are found. */
  know(row: MediaRow): void {
    for (const { sha256, type, bytes } of filesOf(row))
      this.#known.set(sha256, { path: mediaFile(this.#folder, sha256), type, bytes });
  }

  /** The file of a hash, or null where no media has it. */
  find(sha256: string): Shelved | null {
    return this.#known.get(sha256) ?? null;
  }

  /** Whether all files of a media lie here, as far as their length tells. */
  holds(row: MediaRow): boolean {
    return filesOf(row).every(({ sha256, bytes }) => {
      const file = mediaFile(this.#folder, sha256);
      return statSync(file, { throwIfNoEntry: false })?.size === bytes;
    });
  }

  /** Takes away what no media has any more. @param rows those that are left. */
  async forget(hashes: readonly string[], rows: readonly MediaRow[]): Promise<void> {
    const kept = new Set(rows.flatMap((row) => filesOf(row).map(({ sha256 }) => sha256)));
    for (const sha256 of hashes) {
      if (kept.has(sha256)) continue;
      this.#known.delete(sha256);
      await rm(mediaFile(this.#folder, sha256), { force: true });
    }
  }

  /** Takes away files that no media has, such as a crash leaves between file and row: those that are older than a day. */
  async sweep(rows: readonly MediaRow[], now = Date.now()): Promise<void> {
    const found: string[] = [];
    for (const part of readdirSync(this.#folder))
      if (/^[0-9a-f]{2}$/.test(part)) found.push(...(await readdir(join(this.#folder, part))).filter(isSha256));
    const old: string[] = [];
    for (const sha256 of found) {
      const { mtimeMs } = await stat(mediaFile(this.#folder, sha256));
      if (mtimeMs < now - DAY_MILLIS) old.push(sha256);
    }
    await this.forget(old, rows);
  }
}

/** What screens load of a media. */
export function filesOf({ kind, sha256, type, bytes, pages }: MediaRow): readonly {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
}[] {
  return kind === "pdf" ? (pages ?? []).map((page) => ({ ...page, type: PAGE_TYPE })) : [{ sha256, type, bytes }];
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
