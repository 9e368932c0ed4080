import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPages } from "../../../tools/build-pages.ts";
import { pageGroups } from "../../../tools/pages.ts";
import { projectRoot } from "../../../tools/project.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "lundao-pages-"));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

describe("the build of the pages", () => {
  it("fails where a page is missing, and names it", async () => {
    const folders = pageGroups.flatMap((group) => group.folders).filter((folder) => folder !== "counter-panel");
    for (const folder of folders) {
      const page = path.join(folder, "index.html");
      await cp(path.join(projectRoot, page), path.join(root, page));
    }
    await expect(buildPages({ root, outDir: path.join(root, "out") })).rejects.toThrow("counter-panel/index.html");
  });
});
