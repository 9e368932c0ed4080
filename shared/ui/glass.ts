/**
 * Sizes that are measured on the glass. A page that is read from afar knows its screen's diagonal
 * and sets `--ld-mm`, the pixels of one millimetre, from it.
 */

/** Pixels per millimetre of a screen of so many inches across, for a page that fills it. */
export function pixelsPerMillimetre(page: { readonly width: number; readonly height: number }, inches: number): number {
  return Math.hypot(page.width, page.height) / (inches * 25.4);
}

/**
 * Sets `--ld-mm` on the root now and whenever the page's size changes.
 * @param inchesFor the screen's diagonal for a page of this size; a device kept to one screen answers a constant.
 * @returns a function that stops it.
 */
export function keepGlass(
  inchesFor: (page: { readonly width: number; readonly height: number }) => number,
): () => void {
  const measure = () => {
    const page = { width: window.innerWidth, height: window.innerHeight };
    document.documentElement.style.setProperty("--ld-mm", `${pixelsPerMillimetre(page, inchesFor(page)).toFixed(4)}px`);
  };
  measure();
  window.addEventListener("resize", measure);
  return () => window.removeEventListener("resize", measure);
}
