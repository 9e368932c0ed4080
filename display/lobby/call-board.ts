/**
 * `<ld-call-board>`: the calls, newest first. Text stands at once; only a frame around the newest pulses slowly.
 * Rows are places, not calls: a new call changes the words in them and makes no elements, for a day or a month.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { pick, say } from "../../shared/text/text.ts";
import { base, numerals } from "../../shared/ui/styles.ts";
import { labelParts } from "../label-parts.ts";
import { framePulse } from "../wall-styles.ts";
import type { Board, BoardRow } from "./arrangement.ts";
import { columnSign, type Sizes } from "./sizes.ts";

@customElement("ld-call-board")
export class CallBoard extends LitElement {
  static override styles = [
    base,
    numerals,
    framePulse,
    css`
      :host {
        overflow: hidden;
        contain: strict;
      }
      ol {
        height: 100%;
      }
      ol.two {
        display: flex;
        flex-flow: column wrap;
        align-content: flex-start;
      }
      li {
        --mark: var(--ld-structure-text);
        position: relative;
        display: flex;
        align-items: center;
        /* Characters and capitals sit a little below the middle of their line. */
        padding-bottom: 0.08em;
        border-bottom: var(--ld-hair) solid var(--ld-line);
        font-size: var(--row-font);
        line-height: 1.1;
        white-space: nowrap;
        contain: strict;
      }
      .two li {
        width: 50%;
      }
      .number {
        position: absolute;
        left: var(--pad);
      }
      .sign {
        position: absolute;
        right: calc(100% - var(--label-at) + var(--gap));
        font-size: var(--sign-font);
        color: var(--ld-ink-soft);
      }
      .label {
        position: absolute;
        left: var(--label-at);
      }
      b {
        font-weight: var(--ld-bold);
      }
      .two .number,
      .two .sign,
      .two .label {
        position: static;
      }
      .two .number {
        margin-left: var(--pad);
      }
      .two .sign {
        margin: 0 0.4em;
        font-size: ${columnSign}em;
      }

      /* The newest stay large until others come. */
      .large {
        background: var(--ld-sheet);
        font-size: var(--large-font);
      }
      .large .sign {
        color: var(--ld-ink);
      }
      .stacked {
        display: grid;
        grid-template: "number number" "sign label" / auto 1fr;
        align-content: center;
        padding-left: var(--pad);
        line-height: 1.16;
      }
      .stacked .number,
      .stacked .sign,
      .stacked .label {
        position: static;
        line-height: inherit;
      }
      .stacked .number {
        grid-area: number;
      }
      .stacked .sign {
        align-self: center;
        margin-right: var(--gap);
      }
      .stacked.recall .sign {
        margin: 0 var(--gap) 0 0;
      }

      /* A recall says so in a word, on a ground of its own. */
      .recall .sign {
        margin: 0;
        padding: 0.04em 0.1em 0.12em;
        border-radius: 0.12em;
        background: var(--ld-ink);
        color: var(--ld-paper);
        font-weight: var(--ld-bold);
      }

      .two .recall .sign {
        margin: 0 0.3em;
      }

      /* The counter has that number no more: to look up, not to follow. */
      .past {
        color: var(--ld-ink-soft);
      }
      .past b,
      .past .number {
        font-weight: var(--ld-regular);
      }
      .past .sign {
        visibility: hidden;
      }
      .large.past {
        background: transparent;
      }
      .large.past::after {
        display: none;
      }

      /* Ten seconds: the ground of what happens now. */
      .fresh {
        --mark: var(--ld-on-signal);
        border-bottom-color: var(--ld-on-signal);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      .fresh .sign {
        color: var(--ld-on-signal);
      }
      .recall.fresh .sign {
        background: var(--ld-on-signal);
        color: var(--ld-signal);
      }
      /* A frame comes and goes every two seconds, around the newest and around the one being called out. */
      .beat::before {
        border: calc(0.22 * var(--pad)) solid var(--mark);
      }
      /* The one being called out now. */
      .sounding::after,
      .large::after {
        content: "";
        position: absolute;
        top: 0;
        bottom: 0;
        left: 0;
        width: calc(0.4 * var(--pad));
        background: var(--mark);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) sizes: Sizes | null = null;
  @property() language: Language = "zh";
  /** `seq` of the call that is being sounded. */
  @property({ attribute: false }) soundingSeq: number | null = null;
  /** Whether the frames around the newest and the one being called out stand just now. */
  @property({ type: Boolean }) isOnBeat = true;

  override render() {
    const { board, sizes } = this;
    if (!board || !sizes) return nothing;
    const style = styleMap({
      "--pad": px(sizes.pad),
      "--label-at": px(sizes.labelAt),
      "--gap": px(sizes.gap),
      "--sign-font": px(sizes.sign),
      "--large-font": px(sizes.large),
      "--row-font": px(board.rowFont),
    });
    return html`<ol class=${board.columns === 2 ? "two" : ""} style=${style}>
      ${board.rows.map((row) => this.renderRow(row, sizes))}
    </ol>`;
  }

  private renderRow({ call, height, isLarge, isFresh, isUrgent, isPast }: BoardRow, sizes: Sizes) {
    const isSounding = call.seq === this.soundingSeq;
    const classes = classMap({
      large: isLarge,
      stacked: isLarge && sizes.isStacked,
      fresh: isFresh,
      recall: isUrgent,
      past: isPast,
      sounding: isSounding,
      beat: isSounding || (isLarge && isFresh),
      "is-on": this.isOnBeat,
    });
    return html`<li
      class=${classes}
      style=${styleMap({ height: px(height) })}
      data-seq=${call.seq}
      data-number=${call.number}
    >
      <span class="number">${call.number}</span>
      <span class="sign">${say(isUrgent ? lobbyWords.hurryTo : lobbyWords.goTo, this.language)}</span>
      <span class="label"
        >${labelParts(pick(call.label, this.language)).map((part) => (part.isKey ? html`<b>${part.text}</b>` : part.text))}</span
      >
    </li>`;
  }
}

function px(value: number): string {
  return `${value.toFixed(3)}px`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-call-board": CallBoard;
  }
}
