import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { keepDemoPassword, keptDemoPassword } from "../../../server/demo-password.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "lundao-demo-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe("the password of a demonstration", () => {
  it("is kept for its owner alone, over later starts too", () => {
    const dataFolder = folder();
    keepDemoPassword({ demo: true, dataFolder }, "of-the-first-start");
    keepDemoPassword({ demo: true, dataFolder }, null);
    expect(keptDemoPassword(dataFolder)).toBe("of-the-first-start");
    expect(statSync(join(dataFolder, "demo-password")).mode & 0o777).toBe(0o600);
  });

  it("is forgotten once the folder is a hall's own, which never keeps one", () => {
    const dataFolder = folder();
    keepDemoPassword({ demo: true, dataFolder }, "of-the-demo");
    keepDemoPassword({ demo: false, dataFolder }, "of-the-hall");
    expect(keptDemoPassword(dataFolder)).toBeNull();
  });
});
