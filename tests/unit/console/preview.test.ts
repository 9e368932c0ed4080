import { describe, expect, it } from "vitest";
import { contrastOf } from "../../../manager-console/content/contrast.ts";
import { newDraft } from "../../../manager-console/content/item-draft.ts";
import { flagsOf, pageSeconds } from "../../../manager-console/content/preview-flags.ts";
import { enlargement, isTooSmall, screenParts, type Hung } from "../../../manager-console/content/preview-sizes.ts";
import { screenDefaults } from "../../../shared/domain/screen-defaults.ts";
import { screenLayouts } from "../../../shared/domain/vocabulary.ts";
import type { Media } from "../../../shared/wire/lobby.ts";

const hung = (more: Partial<Hung> = {}): Hung => ({ ...screenDefaults, ...more });

describe("a screen in the preview", () => {
  it("has its parts within its glass, in every layout and both ways up", () => {
    for (const layout of screenLayouts) {
      for (const orientation of ["landscape", "portrait"] as const) {
        const { width, height, ...parts } = screenParts(hung({ layout, orientation }), true);
        const { calls, content, head, foot, ready, ticker } = parts;
        expect(width > height).toBe(orientation === "landscape");
        for (const box of [calls, content, head, foot, ready, ticker]) {
          if (!box) continue;
          expect(box.left + box.width).toBeLessThanOrEqual(width);
          expect(box.top + box.height).toBeLessThanOrEqual(height);
        }
        expect(content === null).toBe(layout === "calls-only");
        expect(calls === null).toBe(layout === "content-only");
      }
    }
  });

  it("has reading text of 0.6 cm of capital height for each metre, as far as the glass allows", () => {
    const near = screenParts(hung({ sizeInches: 55, viewingMetres: 6 }));
    expect(near.haveCentimetres).toBeCloseTo(3.6, 1);
    expect(isTooSmall(near)).toBe(false);
    const far = screenParts(hung({ sizeInches: 32, viewingMetres: 15 }));
    expect(far.needCentimetres).toBeCloseTo(9, 5);
    expect(far.haveCentimetres).toBeLessThan(3);
    expect(isTooSmall(far)).toBe(true);
  });
});

describe("what the preview flags", () => {
  const parts = screenParts(hung());
  const told = (flags: ReturnType<typeof flagsOf>) => flags.map(({ isWrong, tell }) => [isWrong, tell("zh")] as const);
  const media: Media = {
    id: "m",
    sha256: "",
    kind: "image",
    name: "海报.png",
    type: "image/png",
    bytes: 1,
    width: 200,
    height: 100,
    url: "/media/",
    createdAt: "",
  };
  const seen = { parts, settings: screenDefaults, media: null, contrast: null };

  it("is nothing where words are large and stand out", () => {
    expect(told(flagsOf({ ...seen, draft: newDraft("notice"), contrast: 11.5 }))).toEqual([
      [false, "文字与底色的对比是11.5:1，够7:1"],
    ]);
  });

  it("is too little contrast, with the figure", () => {
    expect(told(flagsOf({ ...seen, draft: newDraft("notice"), contrast: 4.5 }))).toEqual([
      [true, "文字与底色的对比只有4.5:1，要7:1才看得清"],
    ]);
  });

  it("is a small picture that would be enlarged, and never a judgement on words inside it", () => {
    const flags = told(flagsOf({ ...seen, draft: newDraft("image"), media }));
    expect(flags.map(([isWrong]) => isWrong)).toEqual([true, false]);
    expect(flags[0]?.[1]).toMatch(/^图片太小：200×100点/);
    const large = told(flagsOf({ ...seen, draft: newDraft("image"), media: { ...media, width: 1920, height: 1080 } }));
    expect(large.map(([isWrong]) => isWrong)).toEqual([false]);
  });

  it("is a screen that shows calls only", () => {
    const calls = screenParts(hung({ layout: "calls-only" }));
    expect(told(flagsOf({ ...seen, parts: calls, draft: newDraft("notice") }))).toEqual([
      [true, "这块屏幕只显示叫号，不放内容"],
    ]);
  });

  it("is how long each page stands", () => {
    expect(pageSeconds({ ...newDraft("notice"), seconds: "60" }, 3)).toBe(20);
    expect(pageSeconds({ ...newDraft("notice"), seconds: "10" }, 5)).toBe(8);
  });
});

describe("figures", () => {
  it("of contrast are those of WCAG", () => {
    expect(contrastOf("rgb(0, 0, 0)", "rgb(255, 255, 255)")).toBeCloseTo(21, 5);
    expect(contrastOf("rgb(119, 119, 119)", "rgb(255, 255, 255)")).toBeCloseTo(4.48, 2);
    expect(contrastOf("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")).toBeNull();
  });

  it("of a picture say how much larger it is shown", () => {
    expect(enlargement({ width: 960, height: 540 }, { left: 0, top: 0, width: 1920, height: 2000 })).toBe(2);
  });
});
