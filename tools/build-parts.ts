import { rmSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { buildHub } from "./build-hub.ts";
import { buildPages } from "./build-pages.ts";
import { pageGroups } from "./pages.ts";
import { hashInputs, isStale, removeStamp, writeStamp } from "./staleness.ts";

/** One thing that is built by itself, into a folder of its own below `dist/`. */
export interface BuildPart {
  name: "web" | "server";
  /** Files and folders, relative to the project, from which it is made. */
  inputs: readonly string[];
  build: (where: { root: string; outDir: string }) => Promise<void>;
}

const everywhere = ["package-lock.json", "tsconfig.json", "tools", "shared"];

/** The whole product: the pages and the hub. */
export const parts: readonly BuildPart[] = [
  {
    name: "web",
    inputs: [...everywhere, ...pageGroups.flatMap((group) => group.folders)],
    build: async (where) => {
      for (const { folder, scriptBytes } of await buildPages(where)) {
        console.log(`  ${folder.padEnd(16)} ${(scriptBytes / 1000).toFixed(1)} kB of script`);
      }
    },
  },
  { name: "server", inputs: [...everywhere, "server"], build: buildHub },
];

/** The parts whose inputs have changed since they were last built, or that were never built. */
export async function staleParts(root: string): Promise<BuildPart[]> {
  const stale = await Promise.all(parts.map((part) => isStale(root, part)));
  return parts.filter((_part, index) => stale[index]);
}

/** Builds the given parts. The old build of a part stays in place until the new one is whole. */
export async function buildParts(root: string, wanted: readonly BuildPart[]): Promise<void> {
  for (const part of wanted) {
    const started = performance.now();
    console.log(`building ${part.name}`);
    const outDir = path.join(root, "dist", part.name);
    const fresh = path.join(root, "dist", `.${part.name}-${String(process.pid)}`);
    // Not in a finally: a bundler may fail in a promise that nobody awaits, and that ends the process.
    process.once("exit", () => {
      rmSync(fresh, { recursive: true, force: true });
    });
    // Hashed before the build, so that a file saved meanwhile leaves the part stale.
    const hash = await hashInputs(root, part.inputs);
    await mkdir(fresh, { recursive: true });
    await part.build({ root, outDir: fresh });
    await removeStamp(root, part);
    await rm(outDir, { recursive: true, force: true });
    await rename(fresh, outDir);
    await writeStamp(root, part, hash);
    console.log(`built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}
