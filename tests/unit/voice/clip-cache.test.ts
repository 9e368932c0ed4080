import { createHash } from "node:crypto";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClipCache } from "../../../server/voice/clip-cache.ts";
import { forget, temporaryFolder } from "../../support/hub.ts";

const keyOf = (name: string) => createHash("sha256").update(name).digest("hex");
const sound = Buffer.alloc(100);

describe("the clips that a hub keeps", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    forget(folder);
  });

  const kept = (names: readonly string[]) => {
    const files = readdirSync(folder);
    return names.filter((name) => files.includes(`${keyOf(name)}.wav`));
  };

  it("take no more room than they may: what was asked for least lately goes first", async () => {
    const cache = new ClipCache(folder, 350);
    for (const name of ["a", "b", "c"]) await cache.put(keyOf(name), sound);
    expect(await cache.get(keyOf("a"))).toEqual(sound);
    await cache.put(keyOf("d"), sound);
    expect([kept(["a", "b", "c", "d"]), cache.size]).toEqual([["a", "c", "d"], { clips: 3, bytes: 300 }]);
    for (let count = 0; count < 200; count += 1) await cache.put(keyOf(String(count)), sound);
    expect([readdirSync(folder).length, cache.size]).toEqual([3, { clips: 3, bytes: 300 }]);
    expect(await cache.get(keyOf("a"))).toBeNull();
  });

  it("count the same clip once, and those that an earlier start has left", async () => {
    const first = new ClipCache(folder, 350);
    for (const name of ["a", "b", "b"]) await first.put(keyOf(name), sound);
    expect(first.size).toEqual({ clips: 2, bytes: 200 });
    utimesSync(join(folder, `${keyOf("b")}.wav`), new Date(1_000), new Date(1_000));
    writeFileSync(join(folder, `${keyOf("c")}.wav.new`), "half a clip");
    const second = new ClipCache(folder, 250);
    expect(await second.get(keyOf("none"))).toBeNull();
    expect(second.size).toEqual({ clips: 2, bytes: 200 });
    await second.put(keyOf("d"), sound);
    expect(readdirSync(folder)).toHaveLength(2);
    expect(kept(["a", "b", "c", "d"])).toEqual(["a", "d"]);
  });

  it("forget a clip whose file is gone, and its room with it", async () => {
    const cache = new ClipCache(folder, 350);
    await cache.put(keyOf("a"), sound);
    forget(folder);
    expect([await cache.get(keyOf("a")), cache.size]).toEqual([null, { clips: 0, bytes: 0 }]);
    await cache.put(keyOf("b"), sound);
    expect(cache.size).toEqual({ clips: 0, bytes: 0 });
  });
});
