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

/** The least contrast between words and their ground in a tree and the shadow trees within it; null where it has no words. */
export function leastContrast(tree: ParentNode): number | null {
  const found: number[] = [];
  const trees: ParentNode[] = [tree];
  for (const each of trees)
    for (const element of each.querySelectorAll("*")) {
      if (element.shadowRoot) trees.push(element.shadowRoot);
      if (!hasWords(element) || getComputedStyle(element).visibility === "hidden") continue;
      const ratio = contrastOf(getComputedStyle(element).color, groundOf(element));
      if (ratio !== null) found.push(ratio);
    }
  return found.length === 0 ? null : Math.min(...found);
}

function hasWords({ childNodes }: Element): boolean {
  return [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");
}

/** The nearest colour behind an element, across the shadow trees that it stands in. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = above(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== "rgba(0, 0, 0, 0)" && backgroundColor !== "transparent") return backgroundColor;
  }
  return "rgb(255, 255, 255)";
}

function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
