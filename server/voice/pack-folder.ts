/** A recorded voice: the folder's clips, read when they are first needed and again when the folder has changed. */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { readWav, type Wav } from "./wav.ts";

/** Of one language, by the clips' names; null for a file that is no sound. */
export type Clips = ReadonlyMap<string, Wav | null>;

/** Where a language's clips lie; Mandarin is recorded once for both scripts. */
export const packFolders = { zh: ["zh"], "zh-Hant": ["zh-Hant", "zh"], en: ["en"] } as const satisfies Record<
  Language,
  readonly string[]
>;

/** A clip of a minute is no clip. */
const MOST_BYTES = 12 * 1024 * 1024;

export async function readClips(folder: string): Promise<Clips> {
  const clips = new Map<string, Wav | null>();
  for (const file of await wavFiles(folder)) {
    const path = join(folder, file);
    const isSmall = (await stat(path)).size <= MOST_BYTES;
    clips.set(file.slice(0, -".wav".length), isSmall ? readWav(await readFile(path)) : null);
  }
  return clips;
}

/** Changes when any file of the folders does. */
export async function packPrint(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of new Set(Object.values(packFolders).flat())) {
    for (const file of await wavFiles(join(folder, name))) {
      const { size, mtimeMs } = await stat(join(folder, name, file));
      hash.update(`${name}/${file} ${String(size)} ${String(mtimeMs)}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

async function wavFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith(".wav")).sort();
  } catch {
    // A language that was not recorded has no folder.
    return [];
  }
}
