import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { work } from "../../../server/signage/media/work.ts";
import { tinyMp4 } from "../../support/tiny-video.ts";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

describe("a long video that is put in order", () => {
  let folder = "";
  let file = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lundao-room-"));
    file = join(folder, "upload");
    mkdirSync(join(folder, "draft"));
    writeFileSync(file, tinyMp4({ isIndexLast: true, spareBytes: 40 * MIB }));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** @param free what is left at each look; the last for all that come. */
  const ordered = (...free: number[]) => {
    const asked: string[] = [];
    const roomAt = (where: string) => ({
      freeBytes: () => {
        asked.push(where);
        return free[asked.length - 1] ?? free.at(-1) ?? 0;
      },
    });
    const draft = join(folder, "draft");
    return { done: work({ id: 1, job: { kind: "video", file, folder: draft } }, roomAt), asked, draft };
  };

  it("is written anew where there is room to the end", async () => {
    const { done, asked, draft } = ordered(2 * GIB);
    expect(await done).toMatchObject({ answer: { made: { type: "video/mp4" } } });
    expect(asked).toEqual([draft, draft, draft]);
    expect(readdirSync(draft)).toEqual(["ordered"]);
  });

  it("is given up where the disk fills meanwhile, and nothing of it stays", async () => {
    const { done, asked, draft } = ordered(2 * GIB, GIB - 1);
    expect(await done).toMatchObject({ failure: { isDiskFull: true } });
    expect(asked).toHaveLength(2);
    expect(readdirSync(draft)).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });
});
