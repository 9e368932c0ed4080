/** The line at the foot as it is drawn; where calls lie over content it also has the clock and who should be ready. */
import { html, nothing } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import { measure } from "../measure.ts";
import { footOf, waitingLines, type FootContent } from "./foot.ts";
import type { Sizes } from "./sizes.ts";

export interface ScreenFoot extends Omit<FootContent, "isWide" | "fits" | "waiting"> {
  readonly sizes: Sizes;
  /** Width of the glass, in pixels. */
  readonly width: number;
  /** Calls lie over content: this line is all that stands beside it. */
  readonly isSlim: boolean;
  /** Whether nothing else on the glass says who waits. */
  readonly tellsWaiting: boolean;
}

/** Between two things of a line, in ems. */
const gapEms = 1.2;
/** The mark of a line that tells of trouble, and the air after it. */
const markEms = 1.6;

export function screenFoot({ sizes, width, isSlim, tellsWaiting, ...content }: ScreenFoot) {
  const { picture, language, now, staleSince } = content;
  const isStale = staleSince !== null;
  const ready = !isSlim || isStale ? [] : picture.ready;
  const readyText = ready.length === 0 ? "" : `${say(lobbyWords.beReady, language)} ${ready.join(" ")}`;
  const clock = isSlim ? timeOfDay(now) : "";
  const beside = [readyText, clock].filter((text) => text !== "");
  // On a tall screen who should be ready has a line of its own.
  const isTall = isSlim && sizes.isPortrait;
  const taken = isTall ? [clock] : beside;
  const beyond = taken.reduce((sum, text) => sum + measure(text) + gapEms, isStale ? markEms : 0);
  const room = width - 2 * sizes.pad - beyond * sizes.text;
  const fits = (text: string) => measure(text) * sizes.text <= room;
  const isWide = !sizes.isPortrait && !isSlim;
  const share = isWide ? 0.6 : 1;
  const waiting = tellsWaiting ? waitingLines(content, (text) => measure(text) * sizes.text <= room * share) : [];
  const foot = footOf({ ...content, isWide, fits, waiting });
  const measures = { "--foot-height": px(sizes.footHeight), "--pad": px(sizes.pad), "font-size": px(sizes.text) };
  return html`<div
    class="foot ${foot.isStale ? "stale" : ""} ${isSlim ? "slim" : ""} ${isTall ? "tall" : ""}"
    role=${foot.isStale ? "alert" : "contentinfo"}
    style=${styleMap(measures)}
  >
    ${foot.isStale ? html`<b class="mark" aria-hidden="true">!</b>` : nothing}
    ${readyText === "" ? nothing : html`<b class="ready-line">${readyText}</b>`}
    ${foot.parts.map((part) => html`<span>${part}</span>`)}
    ${clock === "" ? nothing : html`<b class="slim-clock">${clock}</b>`}
  </div>`;
}

function px(value: number): string {
  return `${value.toFixed(3)}px`;
}
