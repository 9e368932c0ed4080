import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, type Rolldown } from "vite";
import { buildShell, shell } from "./build-shell.ts";
import { inlineHashes } from "./inline-hashes.ts";
import { type PageGroup, pageGroups } from "./pages.ts";
import { filesBelow, precompress } from "./precompress.ts";

/** What a browser must load before a page can paint. */
export interface PageSize {
  folder: string;
  /** Brotli bytes of the page's own script and of all that it imports at once. */
  scriptBytes: number;
}

/** Where the pages are read from and written to, both absolute. */
export interface PagesBuild {
  root: string;
  outDir: string;
}

/**
 * Builds every page into `outDir`, with `.br` and `.gz` beside each file, `csp.json` with the
 * hashes of whatever inline scripts and styles the pages carry, and the worker that keeps the display pages on their screens.
 */
export async function buildPages({ root, outDir }: PagesBuild): Promise<PageSize[]> {
  const scripts: { folder: string; files: string[] }[] = [];
  for (const group of pageGroups) scripts.push(...(await buildGroup(group, { root, outDir })));
  await writeCsp(outDir);
  await precompress(outDir);
  return Promise.all(
    scripts.map(async ({ folder, files }) => ({ folder, scriptBytes: await compressedBytes(outDir, files) })),
  );
}

async function buildGroup(
  group: PageGroup,
  { root, outDir }: PagesBuild,
): Promise<{ folder: string; files: string[] }[]> {
  const pageOf = (folder: string): string => path.join(root, folder, "index.html");
  const result = await build({
    configFile: false,
    root,
    base: "/",
    publicDir: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: false,
      target: [...group.browsers],
      // The polyfill only preloads in browsers that would load the same modules a moment later anyway.
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: group.folders.map(pageOf) },
    },
  });
  const { output } = result as Rolldown.RolldownOutput; // one output and no watch mode, so never the other shapes
  if (shell.folders.every((folder) => group.folders.includes(folder))) await buildShell({ root, outDir, output });
  return group.folders.map((folder) => ({ folder, files: scriptsOf(pageOf(folder), output) }));
}

/** The page's entry script and every script it imports statically, as file names below the output folder. */
function scriptsOf(page: string, output: Rolldown.RolldownOutput["output"]): string[] {
  const chunks = output.filter((file) => file.type === "chunk");
  const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
  const reached = new Set(chunks.filter((chunk) => chunk.facadeModuleId === page).map((chunk) => chunk.fileName));
  for (const fileName of reached) for (const imported of imports.get(fileName) ?? []) reached.add(imported);
  return [...reached];
}

async function compressedBytes(outDir: string, files: string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(outDir, `${file}.br`))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function writeCsp(outDir: string): Promise<void> {
  const pages = (await filesBelow(outDir)).filter((file) => file.endsWith(".html"));
  const hashes = inlineHashes(await Promise.all(pages.map((page) => readFile(page, "utf8"))));
  await writeFile(path.join(outDir, "csp.json"), `${JSON.stringify(hashes, null, 2)}\n`);
}
