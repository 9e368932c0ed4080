import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { filesBelow } from "./precompress.ts";

/** What staleness needs to know of a part of the build. */
export interface Stamped {
  name: string;
  /** Files and folders relative to the project; one that does not exist counts as empty. */
  inputs: readonly string[];
}

/** A hash of the names and contents of all input files: the same for the same sources, whatever their dates. */
export async function hashInputs(root: string, inputs: readonly string[]): Promise<string> {
  const found = await Promise.all(inputs.map((input) => filesAt(path.join(root, input))));
  const files = [...new Set(found.flat())].sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const contents = await readFile(file);
    hash.update(`${path.relative(root, file)}\0${String(contents.length)}\0`).update(contents);
  }
  return hash.digest("hex");
}

/** Notes in `dist/` that the part there is made from inputs with this hash. */
export async function writeStamp(root: string, { name }: Stamped, hash: string): Promise<void> {
  await writeFile(stampFile(root, name), hash);
}

/** Forgets what the part in `dist/` is made from, so that it counts as stale until it is stamped again. */
export async function removeStamp(root: string, { name }: Stamped): Promise<void> {
  await rm(stampFile(root, name), { force: true });
}

/** Whether the part in `dist/` is absent or made from other inputs than those of now. */
export async function isStale(root: string, { name, inputs }: Stamped): Promise<boolean> {
  if (!existsSync(path.join(root, "dist", name))) return true;
  const stamp = await readFile(stampFile(root, name), "utf8").catch(() => null);
  return stamp !== (await hashInputs(root, inputs));
}

function stampFile(root: string, name: string): string {
  return path.join(root, "dist", `${name}.inputs.sha256`);
}

async function filesAt(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => null);
  if (found === null) return [];
  return found.isDirectory() ? filesBelow(file) : [file];
}
