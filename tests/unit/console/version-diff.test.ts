import { describe, expect, it } from "vitest";
import { sideBySide } from "../../../manager-console/content/version-diff.ts";

function told(before: string, after: string): string[] {
  return sideBySide(before, after).map(({ is, before: was, after: now }) =>
    is === "same" ? was : `${was ?? "·"} > ${now ?? "·"}`,
  );
}

describe("two versions", () => {
  it("stand side by side where a line was changed", () => {
    expect(told("一\n二\n三", "一\n两\n三")).toEqual(["一", "二 > 两", "三"]);
  });

  it("leave room where a line came or went", () => {
    expect(told("一\n三", "一\n二\n三")).toEqual(["一", "· > 二", "三"]);
    expect(told("一\n二\n三", "一\n三")).toEqual(["一", "二 > ·", "三"]);
  });

  it("are all new, or all gone", () => {
    expect(told("", "一")).toEqual(["· > 一"]);
    expect(told("一", "")).toEqual(["一 > ·"]);
    expect(told("", "")).toEqual([]);
  });

  it("keep every line of either", () => {
    const [before, after] = ["a\nb\nc\nd\na", "c\na\nb\na\ne"];
    const lines = sideBySide(before, after);
    expect(lines.flatMap(({ before: was }) => was ?? []).join("\n")).toBe(before);
    expect(lines.flatMap(({ after: now }) => now ?? []).join("\n")).toBe(after);
  });
});
