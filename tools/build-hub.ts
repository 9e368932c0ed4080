import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { filesBelow } from "./precompress.ts";

/** Where the hub is read from and written to, both absolute. */
export interface HubBuild {
  root: string;
  outDir: string;
}

/**
 * Packages that stay in node_modules: native ones, ones that read files beside their own code, those that only
 * load the way they were installed, and `cookie`: CommonJS that a plugin imports dynamically by names, which a bundled
 * chunk of it would not have.
 */
const external = [
  "better-sqlite3",
  "@node-rs/argon2",
  "@fastify/swagger-ui",
  "cookie",
  "escpos",
  "escpos/*",
  "sharp",
  "@napi-rs/canvas",
  "pdfjs-dist/*",
  "mediainfo.js",
];

/** Folders the running hub reads, and where they lie in the build. */
const copied = [
  { from: "server/store/migrations", to: "migrations" },
  { from: "server/halls", to: "halls" },
] as const;

/**
 * Bundles `server/main.ts`, and each `*.worker.ts` beside it, into `outDir`. What is imported dynamically becomes a
 * chunk of its own and is read on first use. All files lie flat in one folder, so that `import.meta.url` resolves
 * the copied folders from any of them.
 */
export async function buildHub({ root, outDir }: HubBuild): Promise<void> {
  const server = path.join(root, "server");
  const workers = (await filesBelow(server)).filter((file) => file.endsWith(".worker.ts"));
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(server, "main.ts"), ...workers],
    outdir: outDir,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    // Names stay for stack traces; the white space is a quarter of what the hub would otherwise hold as source text.
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 160,
    legalComments: "none",
    logLevel: "warning",
    external,
    // CommonJS packages call require, which an ES module does not have of itself.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  for (const { from, to } of copied) {
    if (existsSync(path.join(root, from))) await cp(path.join(root, from), path.join(outDir, to), { recursive: true });
  }
}
