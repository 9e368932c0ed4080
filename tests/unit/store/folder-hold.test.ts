import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdFolder } from "../../../server/store/folder-hold.ts";
import { forget, temporaryFolder } from "../../support/hub.ts";

describe("holding a data folder", () => {
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder();
  });

  afterEach(() => {
    forget(folder);
  });

  it("is for one at a time", () => {
    const first = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow(`a hub is running on ${folder}; stop it first`);
    first.release();
    first.release();
    holdFolder(folder).release();
  });

  it("makes the folder where it is missing, and leaves one empty file in it", () => {
    const deep = join(folder, "deep", "data");
    const hold = holdFolder(deep);
    expect(readdirSync(deep)).toEqual(["hub.lock"]);
    hold.release();
    expect(readdirSync(deep)).toEqual(["hub.lock"]);
  });

  it("keeps nobody from another folder", () => {
    const holds = [holdFolder(join(folder, "one")), holdFolder(join(folder, "other"))];
    for (const hold of holds) hold.release();
    expect(readdirSync(folder)).toEqual(["one", "other"]);
  });
});
