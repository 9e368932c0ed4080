/** `<ld-lobby-side>`: beside the calls: who should be ready, and one page of what is useful to know. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { say } from "../../shared/text/text.ts";
import { base, numerals } from "../../shared/ui/styles.ts";
import { measure, widest } from "../measure.ts";
import { pageAt, sidePages, type SideContent, type SideLine, type SidePage } from "./side-pages.ts";
import {
  columnGap,
  headingLeading,
  lineLeading,
  noteLeading,
  notePadding,
  readyLeading,
  sideSizes,
} from "./side-sizes.ts";
import type { Sizes } from "./sizes.ts";

/** The lines of a page may be set so much smaller before one takes a second line. */
const leastFit = 0.72;
/** A counter's number on its tile, and the air after it. */
const tileEms = 1.1;
const tileGapEms = 0.3;
const signEms = tileEms + tileGapEms;
/** As many as are told to be ready. */
const keptReady = 2;

@customElement("ld-lobby-side")
export class LobbySide extends LitElement {
  static override styles = [
    base,
    numerals,
    css`
      :host {
        overflow: hidden;
        contain: strict;
        background: var(--ld-sheet);
      }
      .side {
        display: flex;
        flex-direction: column;
        height: 100%;
        border-left: var(--ld-hair) solid var(--ld-line);
      }
      .portrait {
        border-top: var(--ld-rule) solid var(--ld-line-strong);
        border-left: 0;
      }
      .place {
        flex: 1;
        position: relative;
        min-height: 0;
      }
      .page {
        height: 100%;
        padding: 0 var(--pad);
        animation: appear var(--ld-calm) var(--ld-ease);
      }
      h2 {
        display: flex;
        align-items: center;
        justify-content: space-between;
        height: calc(${headingLeading} * var(--text));
        border-bottom: var(--ld-rule) solid var(--ld-line-strong);
        font-size: var(--text);
        line-height: 1;
        color: var(--ld-structure-text);
      }
      .turns {
        display: flex;
      }
      .turns i {
        width: 0.18em;
        height: 0.18em;
        margin-left: 0.14em;
        background: var(--ld-line);
      }
      .turns .here {
        background: var(--ld-structure-text);
      }
      li {
        display: flex;
        align-items: baseline;
        min-height: calc(${lineLeading} * var(--text));
        border-bottom: var(--ld-hair) solid var(--ld-line);
        font-size: var(--line);
        line-height: ${lineLeading};
      }
      /* Keeps the line's height and its baseline, however small its words. */
      li::before {
        content: "\\200b";
        font-size: var(--text);
      }
      .columns {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: calc((100% - ${columnGap} * var(--text)) / 2);
        column-gap: calc(${columnGap} * var(--text));
      }
      .name {
        flex: 1;
        min-width: 0;
      }
      .value {
        flex: none;
        margin-left: 0.3em;
        font-weight: var(--ld-bold);
      }
      .tile {
        flex: none;
        width: ${tileEms}em;
        margin-right: ${tileGapEms}em;
        font-weight: var(--ld-bold);
        text-align: center;
      }
      .tile b {
        display: block;
        border-radius: 0.1em;
        background: var(--ld-structure);
        color: var(--ld-on-structure);
        font-size: 0.8em;
        line-height: 1.16;
      }
      .alone {
        border: 0;
      }
      /* What the hall shows lies over the page that stands for it, and takes no room of its own. */
      .stage {
        position: absolute;
        top: 0;
        right: 0;
        bottom: 0;
        left: 0;
      }
      .code {
        display: flex;
        justify-content: center;
      }
      .code ld-qr-code {
        width: var(--code);
        height: var(--code);
        margin: calc(0.2 * var(--text)) 0;
      }
      .ready {
        flex: none;
        padding: calc(0.06 * var(--text)) var(--pad) calc(0.1 * var(--text));
        background: var(--ld-well);
        border-top: var(--ld-rule) solid var(--ld-line-strong);
      }
      .ready.kept {
        height: var(--ready-height);
      }
      .ready h2 {
        height: auto;
        border: 0;
        line-height: ${readyLeading};
      }
      .ready p {
        display: flex;
        font-size: var(--ready);
        line-height: ${readyLeading};
      }
      .ready .number + .number {
        margin-left: 0.45em;
      }
      .portrait .ready {
        order: -1;
        display: flex;
        align-items: baseline;
        border-top: 0;
        border-bottom: var(--ld-rule) solid var(--ld-line-strong);
      }
      .portrait .ready p {
        margin-left: 0.4em;
      }
      .sound {
        flex: none;
        padding: ${notePadding}em var(--pad);
        font-size: var(--note);
        line-height: ${noteLeading};
        white-space: nowrap;
        color: var(--ld-ink-soft);
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) content: SideContent | null = null;
  @property({ attribute: false }) sizes: Sizes | null = null;
  /** The hub's time in milliseconds: turns the pages. */
  @property({ attribute: false }) now = 0;
  @property({ type: Boolean }) isSoundBlocked = false;
  /** The hall shows something of its own: no page stands for it. */
  @property({ type: Boolean }) isCovered = false;
  /** Whether who should be ready stands here, and how wide a number of this hall can be; null where it does not. */
  @property({ attribute: false }) readyEms: number | null = null;

  override render() {
    const { content, sizes } = this;
    if (!content || !sizes) return nothing;
    const { language } = content;
    const ready = content.isStale || this.readyEms === null ? [] : content.picture.ready;
    const heading = say(lobbyWords.beReady, language);
    const note = this.isSoundBlocked ? soundNote(language, sizes.isPortrait) : [];
    // Beside the hall's own content its place is kept, so that a call that empties it moves nothing.
    const isKept = this.isCovered && this.readyEms !== null;
    const own = sideSizes(sizes, {
      ready: isKept ? keptReady : ready.length,
      readyEms: isKept ? Math.max(this.readyEms ?? 0, widest(ready)) : widest(ready),
      headingEms: measure(heading),
      note: note.map(measure),
    });
    const ems = own.inner / sizes.text;
    const halfEms = own.half / sizes.text;
    const pages = sidePages(content, {
      lines: own.lines,
      fits: (line) => fit(line, ems) > leastFit,
      ...(sizes.isPortrait && { fitsHalf: (line: SideLine) => fit(line, halfEms) > leastFit }),
    });
    const { page, index } = pageAt(pages, this.now);
    const px = (value: number) => `${value.toFixed(1)}px`;
    const style = {
      "--text": px(sizes.text),
      "--pad": px(sizes.pad),
      "--ready": px(own.readyFont),
      "--note": px(own.noteFont),
      "--code": px(own.code),
      "--ready-height": px(own.readyHeight),
    };
    return html`<div
      class="side ${sizes.isPortrait ? "portrait" : ""} ${this.readyEms === null ? "alone" : ""}"
      style=${styleMap(style)}
    >
      <div class="place">
        <div class="page">
          ${page && !this.isCovered ? keyed(index, renderPage(page, { 1: ems, 2: halfEms })) : nothing}
        </div>
        <div class="stage"><slot></slot></div>
      </div>
      ${
        ready.length === 0 && !isKept
          ? nothing
          : html`<section class="ready ${isKept ? "kept" : ""}">
              <h2>${ready.length === 0 ? nothing : heading}</h2>
              <p>${ready.map((number) => html`<span class="number">${number}</span>`)}</p>
            </section>`
      }
      ${note.length === 0 ? nothing : html`<div class="sound">${note.map((line) => html`<p>${line}</p>`)}</div>`}
    </div>`;
  }
}

/** That the browser keeps the screen silent; a tall screen has room for it in one line. */
function soundNote(language: Language, isOneLine: boolean): readonly string[] {
  const lines = [say(lobbyWords.soundBlocked, language), say(lobbyWords.soundAlways, language)];
  return isOneLine ? [lines.join(" · ")] : lines;
}

/** How large, against reading size, a line's words must be to stand on one line of so many ems. */
function fit({ sign, name, value }: SideLine, ems: number): number {
  const beside = (sign === undefined ? 0 : signEms) + (value === undefined ? 0 : measure(value) + 0.3);
  return Math.max(leastFit, Math.min(1, (ems - 0.1) / (beside + measure(name))));
}

/** @param ems how wide a line is, by the columns of the page. */
function renderPage(page: SidePage, ems: { readonly 1: number; readonly 2: number }) {
  const turns = Array.from({ length: page.of }, (_, turn) => html`<i class=${turn === page.part ? "here" : ""}></i>`);
  return html`<section>
    <h2>${page.heading}${page.of > 1 ? html`<span class="turns" aria-hidden="true">${turns}</span>` : nothing}</h2>
    ${page.kind === "lines" ? renderLines(page, ems[page.columns]) : renderCode(page)}
  </section>`;
}

/** All lines of a page in one size: the size in which the longest fits, or the least there is. */
function renderLines({ lines, columns }: SidePage & { kind: "lines" }, ems: number) {
  const size = lines.reduce((least, line) => Math.min(least, fit(line, ems)), 1);
  const style = {
    "--line": `calc(${size.toFixed(3)} * var(--text))`,
    ...(columns === 2 && { "grid-template-rows": `repeat(${String(Math.ceil(lines.length / 2))}, auto)` }),
  };
  return html`<ul class=${columns === 1 ? "" : "columns"} style=${styleMap(style)}>
    ${lines.map(renderLine)}
  </ul>`;
}

function renderLine({ sign, name, value }: SideLine) {
  return html`<li>
    ${sign === undefined ? nothing : html`<span class="tile">${sign === "" ? nothing : html`<b>${sign}</b>`}</span>`}
    <span class="name">${name}</span>
    ${value === undefined ? nothing : html`<span class="value">${value}</span>`}
  </li>`;
}

function renderCode({ address }: SidePage & { kind: "phone" }) {
  void import("../../shared/ui/qr-code.ts").catch(() => undefined);
  return html`<div class="code"><ld-qr-code text=${address}></ld-qr-code></div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-lobby-side": LobbySide;
  }
}
