/** How wide words really are in the page's face, without laying anything out. */

const known = new Map<string, number>();
/** The words of a hall and the dates of a year. */
const mostKnown = 1_000;
const fontPixels = 100;
let context: CanvasRenderingContext2D | null | undefined;

/** Width of a text in ems of the bold face of the page. */
export function measure(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  context ??= openContext();
  if (!context) return text.length;
  if (known.size >= mostKnown) known.clear();
  const width = context.measureText(text).width / fontPixels;
  known.set(text, width);
  return width;
}

/** The widest of several texts, in ems; 0 for none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, measure(text)), 0);
}

/** Lets the page set words as they are measured: without the air that newer browsers put between scripts. */
export function setAsMeasured(): void {
  document.body.style.setProperty("text-autospace", "no-autospace");
}

function openContext(): CanvasRenderingContext2D | null {
  const opened = document.createElement("canvas").getContext("2d");
  if (opened) opened.font = `700 ${fontPixels}px ${getComputedStyle(document.body).fontFamily}`;
  return opened;
}
