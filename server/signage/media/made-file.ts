/** Writes what was made of a file, and tells what screens check it by. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { MadeFile } from "./job.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture that is whole in memory. */
export async function madeOf(bytes: Uint8Array, folder: string, { width, height }: Size): Promise<MadeFile> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = join(folder, sha256);
  await writeFile(path, bytes, { mode: 0o600 });
  return { path, sha256, bytes: bytes.length, width, height };
}

/** A file as it lies, however large. */
export async function madeFrom(path: string, { width, height }: Size): Promise<MadeFile> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { path, sha256: hash.digest("hex"), bytes: (await stat(path)).size, width, height };
}
