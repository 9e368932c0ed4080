/** Plain signs that tell a state by shape; beside them stands the word. */
import { svg, type SVGTemplateResult } from "lit";

export type SignName = "slip" | "no-slip" | "screen" | "wait" | "question" | "desk" | "scan" | "good" | "stop";

const shapes: Readonly<Record<SignName, SVGTemplateResult>> = {
  slip: svg`<path d="M6 3h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5L6 20Z"/><path d="M9 8h6M9 12h6"/>`,
  "no-slip": svg`<path d="M6 3h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5L6 20Z"/><path d="M3 3l18 18"/>`,
  screen: svg`<path d="M3 5h18v12H3Z"/><path d="M8 21h8M12 17v4M8 11h8"/>`,
  wait: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>`,
  question: svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8"/><circle cx="12" cy="17" r="1.2" fill="currentColor" stroke="none"/>`,
  desk: svg`<circle cx="12" cy="6.5" r="3"/><path d="M6 14a6 4.5 0 0 1 12 0M3 14h18M5 14v6h14v-6"/>`,
  scan: svg`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7.5 8v8M10.5 8v8M13.5 8v8M16.5 8v8"/>`,
  good: svg`<circle cx="12" cy="12" r="9"/><path d="M8 12.5l2.8 2.8L16.2 9.5"/>`,
  stop: svg`<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>`,
};

/** One sign, drawn in the colour of the text around it and sized by it. */
export function sign(name: SignName): SVGTemplateResult {
  return svg`<svg class="sign" viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true">${shapes[name]}</svg>`;
}
