import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "../../support/contrast.ts";

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
  ["trouble", "well"],
  ["ink", "trouble-ground"],
  ["on-trouble", "trouble"],
  ["on-trouble-ground", "trouble-ground"],
] as const;

/** Lines that tell where something begins: rings around what has the focus, frames of buttons and fields. */
const lines = [
  ["focus", "paper"],
  ["focus", "sheet"],
  ["focus", "well"],
  ["signal", "structure"],
  ["line-strong", "paper"],
  ["line-strong", "sheet"],
  ["line-strong", "well"],
] as const;

describe.each(Object.entries(themes))("the %s hall", (_, colours) => {
  it.each(pairs)("sets %s on %s at 7:1 or more", (ink, ground) => {
    expect(contrast(colours[ink] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(7);
  });

  it.each(lines)("draws %s on %s at 3:1 or more", (line, ground) => {
    expect(contrast(colours[line] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(3);
  });

  it("keeps structure and signal apart by lightness alone, as every kind of eye sees it", () => {
    expect(contrast(colours["structure"] ?? "", colours["signal"] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
