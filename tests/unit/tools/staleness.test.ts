import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashInputs, isStale, removeStamp, writeStamp } from "../../../tools/staleness.ts";

const part = { name: "web", inputs: ["display", "package-lock.json", "not-there"] };
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "lundao-staleness-"));
  await mkdir(path.join(root, "display", "counter"), { recursive: true });
  await writeFile(path.join(root, "display", "main.ts"), "one");
  await writeFile(path.join(root, "display", "counter", "main.ts"), "two");
  await writeFile(path.join(root, "package-lock.json"), "{}");
  await mkdir(path.join(root, "dist", "web"), { recursive: true });
  await writeStamp(root, part, await hashInputs(root, part.inputs));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe("a part of the build", () => {
  it("is fresh while its inputs are those it was made from", async () => {
    expect(await isStale(root, part)).toBe(false);
  });

  it("stays fresh when a file is only saved again", async () => {
    await utimes(path.join(root, "display", "main.ts"), new Date(0), new Date(0));
    expect(await isStale(root, part)).toBe(false);
  });

  it("stays fresh when something changes that it is not made from", async () => {
    await writeFile(path.join(root, "README.md"), "words");
    expect(await isStale(root, part)).toBe(false);
  });

  it.each([
    ["a file changes", () => writeFile(path.join(root, "display", "counter", "main.ts"), "three")],
    ["a file is added", () => writeFile(path.join(root, "display", "more.ts"), "")],
    ["a file goes", () => rm(path.join(root, "display", "main.ts"))],
    ["an input appears that was not there", () => writeFile(path.join(root, "not-there"), "here")],
    ["the build is deleted", () => rm(path.join(root, "dist", "web"), { recursive: true })],
    ["the build broke off half-way", () => removeStamp(root, part)],
  ])("is stale once %s", async (_what, change) => {
    await change();
    expect(await isStale(root, part)).toBe(true);
  });

  it("is stale once contents move from one file to the next", async () => {
    await writeFile(path.join(root, "display", "main.ts"), "onet");
    await writeFile(path.join(root, "display", "counter", "main.ts"), "wo");
    expect(await isStale(root, part)).toBe(true);
  });
});
