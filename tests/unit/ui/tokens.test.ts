import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../shared/ui/tokens.css", import.meta.url), "utf8");

/** The colours one rule sets, by token name. */
function coloursOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf("\n}", start));
  return Object.fromEntries(
    [...rule.matchAll(/--ld-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]): [string, string] => [
      name,
      value,
    ]),
  );
}

function channels(colour: string): number[] {
  return [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = coloursOf(":root");
const themes = { light, dark: { ...light, ...coloursOf(':root[data-theme="dark"]') } };

const pairs = [
  ["ink", "paper"],
  ["ink", "sheet"],
  ["ink", "well"],
  ["ink-soft", "paper"],
  ["ink-soft", "sheet"],
  ["ink-soft", "well"],
  ["structure-text", "paper"],
  ["structure-text", "sheet"],
  ["structure-text", "well"],
  ["on-structure", "structure"],
  ["on-structure", "structure-press"],
  ["on-structure-soft", "structure"],
  ["on-signal", "signal"],
  ["on-signal", "signal-press"],
  ["trouble", "paper"],
  ["trouble", "sheet"],
  ["on-trouble", "trouble"],
  ["on-trouble-ground", "trouble-ground"],
] as const;

describe.each(Object.entries(themes))("the %s hall", (_, colours) => {
  it.each(pairs)("sets %s on %s at 7:1 or more", (ink, ground) => {
    expect(contrast(colours[ink] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(7);
  });

  it("keeps structure and signal apart by lightness alone, as every kind of eye sees it", () => {
    expect(contrast(colours["structure"] ?? "", colours["signal"] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
