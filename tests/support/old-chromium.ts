/**
 * Chromium of the years that hang on halls' walls, from packages that carry old builds, driven by a Playwright of their
 * time: today's asks pages for what they did not have yet. Source: architecture, "Browsers".
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core-1.32";

/** 92 is the oldest that stands for the boxes of 2021; 109 the last that runs on Windows 7. */
export const oldVersions = [92, 109] as const;
export type OldVersion = (typeof oldVersions)[number];

/** Starts an old Chromium without a window. The caller closes it. */
export async function launchOldBrowser(version: OldVersion): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: unpacked(version),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  });
  // What these stories use of it has not changed in between.
  return browser as unknown as Browser;
}

/** The path of the program; unpacked once, and whole before anybody can see it. */
function unpacked(version: OldVersion): string {
  const root = path.resolve(import.meta.dirname, "../..");
  const folder = path.join(root, "tests", ".out", `chromium-${String(version)}`);
  const program = path.join(folder, "chromium");
  if (existsSync(program)) return program;
  const packed = path.join(root, "node_modules", `chromium-${String(version)}`, "bin");
  mkdirSync(path.dirname(folder), { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  writeFileSync(path.join(half, "chromium"), read(packed, "chromium.br"), { mode: 0o755 });
  execFileSync("tar", ["-x", "-C", half], { input: read(packed, "swiftshader.tar.br") });
  try {
    renameSync(half, folder);
  } catch (error) {
    // Another file of stories was quicker.
    rmSync(half, { recursive: true });
    if (!existsSync(program)) throw error;
  }
  return program;
}

function read(folder: string, name: string): Buffer {
  return brotliDecompressSync(readFileSync(path.join(folder, name)));
}
