/**
 * `<ld-item-preview>`: an item as a screen of the hall shows it, drawn by that screen's own page in its own size, and what
 * cannot be read there.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isMeantFor } from "../../shared/domain/programme.ts";
import { languages, type Language } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { previewWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, hiddenText, notes } from "../../shared/ui/styles.ts";
import type { WallDrawn } from "../../shared/ui/wall-preview.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ItemTargets, Media, Screen, ScreenItem } from "../../shared/wire/lobby.ts";
import { kindParts, type ItemDraft } from "./item-draft.ts";
import { itemPreviewStyles } from "./item-preview.styles.ts";
import { flagsOf } from "./preview-flags.ts";
import { previewScreens, type PreviewScreen } from "./preview-screens.ts";
import { readingHeight } from "./preview-sizes.ts";
import "./wall-frame.ts";
import type { WallDrawnEvent } from "./wall-frame.ts";

@customElement("ld-item-preview")
export class ItemPreview extends LitElement {
  static override styles = [base, buttons, fields, notes, hiddenText, itemPreviewStyles];

  @property({ attribute: false }) draft: ItemDraft | null = null;
  /** The draft as the hub would send it to screens; null while there is nothing of it to show. */
  @property({ attribute: false }) sent: ScreenItem | null = null;
  @property({ attribute: false }) targets: ItemTargets = {};
  /** The file that is chosen. */
  @property({ attribute: false }) media: Media | null = null;
  @property({ attribute: false }) screens: readonly Screen[] = [];
  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private screen = "";
  @state() private shown: Language = "zh";
  @state() private page = 0;
  /** How it came out; null until it is drawn. */
  @state() private drawn: WallDrawn | null = null;

  private items: readonly ScreenItem[] = [];
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("sent") || changed.has("draft")) this.items = this.itemsNow();
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const language = this.language.current;
    const screens = this.choices();
    const screen = screens.find(({ id }) => id === this.screen) ?? screens[0];
    if (!screen) return nothing;
    return html`
      <div class="controls">
        <label class="field">
          <span>${say(previewWords.screen, language)}</span>
          <select name="preview-screen" @change=${this.choose}>
            ${screens.map(({ id, name }) => html`<option value=${id} .selected=${id === screen.id}>${name}</option>`)}
          </select>
        </label>
        ${this.languages()}
      </div>
      <ld-wall-frame
        .settings=${screen.settings}
        .shown=${this.shown}
        .items=${this.items}
        .page=${this.page}
        @wall-drawn=${this.came}
      ></ld-wall-frame>
      ${this.paging()} ${this.facts(screen, draft)}
    `;
  }

  /** The screens that the item is for, first; where the hall has none yet, two as halls have them. */
  private choices(): readonly PreviewScreen[] {
    const meant = this.screens.filter(({ id, area, group }) => isMeantFor(this.targets, { id, area, group }));
    return previewScreens(meant, this.language.current);
  }

  /** For so long as the draft says: the hub was not asked that. */
  private itemsNow(): readonly ScreenItem[] {
    const { sent, draft } = this;
    const seconds = Number(draft?.seconds);
    return sent ? [{ ...sent, ...(seconds > 0 && { seconds }) }] : [];
  }

  /** Those that the hall's screens speak. */
  private languages() {
    const told = languages.filter((each) => this.hall?.languages.some((own) => own === each) ?? false);
    if (told.length < 2) return nothing;
    return html`<div class="languages" role="group" aria-label=${say(previewWords.language, this.language.current)}>
      ${told.map(
        (each) =>
          html`<button
            type="button"
            class="button"
            aria-pressed=${each === this.shown ? "true" : "false"}
            @click=${() => this.show(each)}
          >
            ${commonWords.languageName[each]}
          </button>`,
      )}
    </div>`;
  }

  private paging() {
    const { drawn } = this;
    if (!drawn || drawn.pages < 2) return nothing;
    const language = this.language.current;
    const { page, pages, pageSeconds: seconds } = drawn;
    const isWritten = this.draft?.kind === "notice";
    const turn = (to: number) => (this.page = (to + pages) % pages);
    return html`<div class="paging">
        <button type="button" class="button" @click=${() => turn(page - 1)}>
          ${say(previewWords.previousPage, language)}
        </button>
        <span>${say(previewWords.page, language, { page: page + 1, pages })}</span>
        <button type="button" class="button" @click=${() => turn(page + 1)}>
          ${say(previewWords.nextPage, language)}
        </button>
      </div>
      <p class="facts">
        ${say(isWritten ? previewWords.pages : previewWords.pagesMade, language, { pages, seconds })}
      </p>`;
  }

  private facts({ settings }: PreviewScreen, draft: ItemDraft) {
    const { drawn, media } = this;
    if (!drawn) return nothing;
    const language = this.language.current;
    const height = readingHeight(settings, drawn.text);
    const { sizeInches: inches, viewingMetres: metres, layout } = settings;
    const told = { draft, drawn, height, metres, layout, media: kindParts[draft.kind].media === null ? null : media };
    return html`
      <p class="facts">${say(previewWords.facts, language, { inches, metres, have: height.have.toFixed(1) })}</p>
      <div class="flags" role="status">
        ${flagsOf(told).map(
          ({ isWrong, tell }) =>
            html`<p class="note ${isWrong ? "trouble" : ""}">
              <span class="sign" aria-hidden="true">${isWrong ? "!" : "i"}</span><span>${tell(language)}</span>
            </p>`,
        )}
      </div>
    `;
  }

  private choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.screen = event.target.value;
    [this.page, this.drawn] = [0, null];
  }

  private show(language: Language): void {
    this.shown = language;
    this.page = 0;
  }

  private came({ drawn }: WallDrawnEvent): void {
    this.drawn = drawn;
    // A page that was there before somebody wrote less.
    if (this.page >= drawn.pages) this.page = 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-preview": ItemPreview;
  }
}
