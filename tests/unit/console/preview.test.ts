import { describe, expect, it } from "vitest";
import { contrastOf } from "../../../shared/ui/contrast.ts";
import { newDraft } from "../../../manager-console/content/item-draft.ts";
import { flagsOf } from "../../../manager-console/content/preview-flags.ts";
import {
  enlargement,
  isTooSmall,
  readingHeight,
  screenParts,
  type Hung,
} from "../../../manager-console/content/preview-sizes.ts";
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
    const near = readingHeight(hung({ sizeInches: 55, viewingMetres: 6 }));
    expect(near.have).toBeCloseTo(3.6, 1);
    expect(isTooSmall(near)).toBe(false);
    const far = readingHeight(hung({ sizeInches: 32, viewingMetres: 15 }));
    expect(far.need).toBeCloseTo(9, 5);
    expect(far.have).toBeLessThan(3);
    expect(isTooSmall(far)).toBe(true);
  });

  it("is measured by the letters that its drawing has, and not by those that it might have", () => {
    const asked = readingHeight(hung());
    expect(readingHeight(hung(), 10).have).toBeLessThan(asked.have / 3);
    expect(readingHeight(hung({ orientation: "portrait" }), 60).have).toBeCloseTo(readingHeight(hung(), 60).have, 5);
  });
});

describe("what the preview flags", () => {
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
  const drawn = { isShowing: true, isMadeUp: false, contrast: null, room: { width: 672, height: 700 } };
  const height = { have: 3, need: 3 };
  const seen = { drawn, height, metres: 5, layout: "calls-beside-content" as const, media: null };

  it("is nothing where words are large and stand out", () => {
    expect(told(flagsOf({ ...seen, draft: newDraft("notice"), drawn: { ...drawn, contrast: 11.5 } }))).toEqual([
      [false, "文字与底色的对比是11.5:1，够7:1"],
    ]);
  });

  it("is too little contrast, with the figure", () => {
    expect(told(flagsOf({ ...seen, draft: newDraft("notice"), drawn: { ...drawn, contrast: 4.5 } }))).toEqual([
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
    expect(told(flagsOf({ ...seen, layout: "calls-only", draft: newDraft("notice") }))).toEqual([
      [true, "这块屏幕只显示叫号，不放内容"],
    ]);
  });

  it("is words too small for the last row, but not of a picture, whose words nobody knows", () => {
    const small = { ...seen, height: { have: 1.1, need: 3 } };
    expect(told(flagsOf({ ...small, draft: newDraft("notice") }))[0]?.[1]).toMatch(/^字太小：5米外要3.0厘米高/);
    expect(told(flagsOf({ ...small, draft: newDraft("image") }))).toEqual([]);
  });

  it("is what the screen could not show, and which figures are made up", () => {
    const flags = told(
      flagsOf({ ...seen, drawn: { ...drawn, isShowing: false, isMadeUp: true }, draft: newDraft("qr") }),
    );
    expect(flags.map(([, words]) => words.slice(0, 8))).toEqual(["还没有可放的，屏", "大厅现在没有叫号"]);
  });
});

describe("figures", () => {
  it("of contrast are those of WCAG", () => {
    expect(contrastOf("rgb(0, 0, 0)", "rgb(255, 255, 255)")).toBeCloseTo(21, 5);
    expect(contrastOf("rgb(119, 119, 119)", "rgb(255, 255, 255)")).toBeCloseTo(4.48, 2);
    expect(contrastOf("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")).toBeNull();
  });

  it("of a picture say how much larger it is shown", () => {
    expect(enlargement({ width: 960, height: 540 }, { width: 1920, height: 2000 })).toBe(2);
  });
});
