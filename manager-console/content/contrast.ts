/** How far text stands out from its ground. Source: WCAG 2.1, "contrast ratio". Pure. */

type Colour = readonly [red: number, green: number, blue: number];

/** From 1 to 21; null where a colour cannot be read. @param text as `getComputedStyle` writes it. */
export function contrastOf(text: string, ground: string): number | null {
  const [one, other] = [colourOf(text), colourOf(ground)];
  if (!one || !other) return null;
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function colourOf(written: string): Colour | null {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(written)?.[1] ?? "").split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 1) return null;
  return Number.isNaN(red + green + blue) ? null : [red, green, blue];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
