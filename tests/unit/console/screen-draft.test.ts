import { describe, expect, it } from "vitest";
import {
  screenBodyOf,
  screenDraftOf,
  screenFieldOf,
  type ScreenDraft,
} from "../../../manager-console/screens/screen-draft.ts";
import { screenDefaults } from "../../../shared/domain/screen-defaults.ts";

function wrongIn(more: Partial<ScreenDraft>): readonly string[] {
  const made = screenBodyOf({ ...screenDraftOf(screenDefaults), ...more }, screenDefaults);
  return "errors" in made ? Object.keys(made.errors) : [];
}

describe("a screen's settings", () => {
  it("are sent only where they differ", () => {
    const same = screenDraftOf(screenDefaults);
    expect(screenBodyOf(same, screenDefaults)).toEqual({ body: {} });
    const changed = { ...same, layout: "content-only", metres: " 7,5 ", group: " 一楼 " } as const;
    expect(screenBodyOf(changed, screenDefaults)).toEqual({
      body: { layout: "content-only", viewingMetres: 7.5, group: "一楼" },
    });
  });

  it("are taken away by an empty field", () => {
    const before = { ...screenDefaults, area: "main", group: "一楼" };
    const made = screenBodyOf({ ...screenDraftOf(before), area: "", group: " " }, before);
    expect(made).toEqual({ body: { area: null, group: null } });
  });

  it.each([
    ["metres", "0.4"],
    ["metres", "51"],
    ["metres", "five"],
    ["inches", ""],
    ["inches", "4"],
    ["group", "一".repeat(61)],
  ])("cannot be so: %s %s", (field, value) => {
    expect(wrongIn({ [field]: value })).toEqual([field]);
  });

  it("need an area before a screen can keep to its own calls", () => {
    expect(wrongIn({ isOwnCallsOnly: true })).toEqual(["ownCallsOnly"]);
    expect(wrongIn({ isOwnCallsOnly: true, area: "main" })).toEqual([]);
  });

  it("hear beside which field the hub refuses", () => {
    expect(screenFieldOf("viewingMetres")).toBe("metres");
    expect(screenFieldOf("sizeInches")).toBe("inches");
    expect(screenFieldOf("area")).toBe("area");
    expect(screenFieldOf("layout")).toBe("form");
  });
});
