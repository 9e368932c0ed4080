import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { Rolldown } from "vite";

/** Pages that a worker keeps on the screen, and the worker that does. */
export const shell = {
  worker: "display/shell/service-worker.ts",
  outFile: "display/service-worker.js",
  folders: ["display", "display/counter"],
  /** As old as the boxes on the walls. */
  browsers: "chrome87",
} as const;

interface Built {
  readonly root: string;
  readonly outDir: string;
  readonly output: Rolldown.RolldownOutput["output"];
}

/** Writes the worker with the list of everything its pages are made of, each part with its hash. */
export async function buildShell({ root, outDir, output }: Built): Promise<void> {
  const files = new Set<string>();
  for (const folder of shell.folders)
    for (const file of await filesOf(folder, { root, outDir, output })) files.add(file);
  const pages = shell.folders.map((folder) => ({ url: `/${folder}/`, file: `${folder}/index.html` }));
  const listed = [...pages, ...[...files].sort().map((file) => ({ url: `/${file}`, file }))];
  const parts = await Promise.all(
    listed.map(async ({ url, file }) => ({ url, sha256: sha256(await readFile(path.join(outDir, file))) })),
  );
  const version = sha256(JSON.stringify(parts)).slice(0, 16);
  await build({
    absWorkingDir: root,
    entryPoints: [shell.worker],
    outfile: path.join(outDir, shell.outFile),
    bundle: true,
    format: "iife",
    platform: "browser",
    target: shell.browsers,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    define: { SHELL: JSON.stringify({ version, parts }) },
  });
}

/** The files a page names, and all that its scripts import, now or later. */
async function filesOf(folder: string, { root, outDir, output }: Built): Promise<readonly string[]> {
  const page = path.join(root, folder, "index.html");
  const html = await readFile(path.join(outDir, folder, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = ""]) => file);
  const chunks = output.filter((file) => file.type === "chunk");
  const reached = new Set(chunks.filter((chunk) => chunk.facadeModuleId === page).map((chunk) => chunk.fileName));
  for (const fileName of reached) {
    const chunk = chunks.find((each) => each.fileName === fileName);
    for (const imported of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) reached.add(imported);
  }
  return [...named, ...reached];
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}
