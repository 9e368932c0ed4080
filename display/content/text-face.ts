/**
 * `<ld-text-face>`: an item made of words. What does not fit one page takes several, one after the other, in one language
 * and then in the other; nothing scrolls and nothing is cut, however long it is. The browser breaks the pages: they are columns
 * of the page's own width, of which one is seen.
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { languageTags } from "../../shared/text/text.ts";
import { base } from "../../shared/ui/styles.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { measure } from "../measure.ts";
import type { Face, Paging } from "./face.ts";
import { sheetsOf } from "./item-sheets.ts";
import { px, type Room } from "./room.ts";
import type { Block, LiveContent, Sheet } from "./sheet.ts";
import { textFaceStyles } from "./text-face.styles.ts";

/** Nobody reads a page in less. */
const leastPageMillis = 8_000;

/** More pages are counted in figures. */
const mostDots = 8;
/** So many lines of reading text. */
const smallRooms = 7;
/** Against reading size. */
const leastHeading = 0.8;
/** What tells how many pages there are, beside the heading, in ems of reading text. */
const turnsEms = 2.4;

@customElement("ld-text-face")
export class TextFace extends LitElement implements Face {
  static override styles = [base, textFaceStyles];

  @property({ attribute: false }) item: ScreenItem | null = null;
  @property({ attribute: false }) live: LiveContent | null = null;
  @property({ attribute: false }) room: Room | null = null;
  /** How often the item has had its turn. */
  @property({ attribute: false }) round = 0;

  @state() private page = 0;
  /** Pages of each sheet, as the browser has broken them. */
  private counts: readonly number[] = [];
  /** The words and the room of these pages. */
  private countedOf = "";
  private elapsedMillis = 0;
  private clean: ((html: string) => DocumentFragment) | null = null;
  private readonly cleaned = new Map<string, DocumentFragment>();

  async prepare(): Promise<void> {
    if (this.item?.kind === "notice") this.clean = (await import("./clean-html.ts")).cleanHtml;
    this.requestUpdate();
    await this.updateComplete;
    await document.fonts.ready;
    if (this.sheets.length === 0) throw new Error("the item says nothing in the hall's languages");
    this.countPages();
  }

  begin(): void {
    this.turn(0);
  }

  again(): void {
    this.round += 1;
    this.turn(0);
  }

  hold(): void {
    // Words stand still by themselves.
  }

  turn(elapsedMillis: number): void {
    this.elapsedMillis = elapsedMillis;
    this.page = Math.floor(elapsedMillis / this.pageMillis) % this.pages;
  }

  get paging(): Paging {
    const { page, pages, pageMillis } = this;
    return { page, pages, pageMillis };
  }

  leftMillis(elapsedMillis: number): number {
    return Math.max(0, this.pages * this.pageMillis - elapsedMillis);
  }

  release(): void {
    this.cleaned.clear();
  }

  override render() {
    const { room, sheets } = this;
    if (!room || (this.item?.kind === "notice" && !this.clean)) return nothing;
    const shown = this.placeOf(this.page);
    const style = {
      "--pad": px(room.pad),
      "--text": px(room.text),
      "--heading": px(room.heading),
      "--page": px(room.width - 2 * room.pad),
      "--step": px(room.width),
    };
    return html`<div class="sheets" style=${styleMap(style)}>
      ${sheets.map((sheet, index) => this.renderSheet(sheet, index === shown.sheet ? shown.page : null))}
    </div>`;
  }

  protected override updated(): void {
    this.countPages();
  }

  /** @param page which of its pages is seen; null while another sheet is. */
  private renderSheet(sheet: Sheet, page: number | null) {
    const count = this.pages;
    const isSeen = page !== null;
    // In a small room the heading stands once, on the first page, and leaves the others to the words.
    const isSmall = (this.room?.height ?? 0) < smallRooms * (this.room?.text ?? 0);
    return html`<section class=${isSeen ? "" : "away"} lang=${languageTags[sheet.language]}>
      ${
        isSmall || (sheet.heading === "" && count === 1)
          ? nothing
          : html`<h2 style=${styleMap({ "font-size": px(this.headingFont(sheet.heading)) })}>
              <span>${sheet.heading}</span>
              ${count > 1 ? html`<span class="turns" aria-hidden="true">${this.renderTurns(count)}</span>` : nothing}
            </h2>`
      }
      <div class="window">
        <div class="flow" style=${styleMap({ transform: `translateX(calc(-${page ?? 0} * var(--step)))` })}>
          ${isSmall && sheet.heading !== "" ? html`<h2 class="first">${sheet.heading}</h2>` : nothing}
          ${sheet.html === undefined ? sheet.blocks.map(renderBlock) : this.cleanedHtml(sheet.html, sheet.language)}
        </div>
      </div>
    </section>`;
  }

  /** On one line where it can be made to fit, and never smaller than a little below reading size. */
  private headingFont(heading: string): number {
    const { room } = this;
    if (!room) return 0;
    // Whether there are several pages or not: a heading that grew for one page would push words onto a second.
    const fitting = (room.width - 2 * room.pad - turnsEms * room.text) / Math.max(1, measure(heading));
    return Math.max(leastHeading * room.text, Math.min(room.heading, fitting));
  }

  private renderTurns(count: number) {
    if (count > mostDots) return `${String(this.page + 1)}/${String(count)}`;
    return Array.from({ length: count }, (_, index) => html`<i class=${index === this.page ? "here" : ""}></i>`);
  }

  /** One for each sheet: a fragment is empty once its words stand in the page. */
  private cleanedHtml(source: string, language: Language) {
    const name = `${language} ${source}`;
    const known = this.cleaned.get(name) ?? this.clean?.(source);
    if (!known) return nothing;
    this.cleaned.set(name, known);
    return known;
  }

  private get sheets(): readonly Sheet[] {
    return this.item && this.live ? sheetsOf(this.item, this.live, this.round) : [];
  }

  private get pages(): number {
    return Math.max(
      1,
      this.counts.reduce((sum, count) => sum + count, 0),
    );
  }

  private get pageMillis(): number {
    return Math.max(leastPageMillis, ((this.item?.seconds ?? 0) * 1_000) / this.pages);
  }

  private placeOf(page: number): { readonly sheet: number; readonly page: number } {
    let left = page;
    for (const [sheet, count] of this.counts.entries()) {
      if (left < count) return { sheet, page: left };
      left -= count;
    }
    return { sheet: 0, page: 0 };
  }

  private countPages(): void {
    const { room } = this;
    if (!room) return;
    // Of the words themselves: what is around them is the narrower the further they are turned.
    const about = JSON.stringify([room, this.sheets]);
    // How many pages there are changes a little what stands around them: of the same words there never become fewer again.
    const least = about === this.countedOf ? this.counts : [];
    this.countedOf = about;
    const counts = [...this.renderRoot.querySelectorAll(".flow")].map((flow, index) =>
      Math.max(least[index] ?? 1, Math.round((flow.scrollWidth + 2 * room.pad) / room.width)),
    );
    if (counts.join() === this.counts.join()) return;
    this.counts = counts;
    this.turn(this.elapsedMillis);
    this.requestUpdate();
  }
}

function renderBlock(block: Block) {
  if (block.kind === "heading") return html`<h3>${block.text}</h3>`;
  if (block.kind !== "row") return html`<p>${block.text}</p>`;
  return html`<div class="row">
    ${block.sign === undefined ? nothing : html`<b class="sign ${block.sign === "" ? "none" : ""}">${block.sign}</b>`}
    <span class="name">${block.text}</span>
    ${block.value === undefined ? nothing : html`<b class="value">${block.value}</b>`}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-text-face": TextFace;
  }
}
