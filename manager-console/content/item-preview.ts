/**
 * `<ld-item-preview>`: an item as a screen of the hall shows it, in the sizes of that screen, and what cannot be read
 * there.
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { isMeantFor } from "../../shared/domain/programme.ts";
import { languages, type Language } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { previewWords } from "../../shared/text/console-item.ts";
import { languageTags, pick, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import "../../shared/ui/qr-code.ts";
import { base, buttons, fields, hiddenText, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { FeedEntry, ItemTargets, Media, Screen, ScreenItem } from "../../shared/wire/lobby.ts";
import { contrastOf } from "./contrast.ts";
import type { ItemDraft } from "./item-draft.ts";
import { contentOf } from "./item-draft.ts";
import { itemPreviewStyles } from "./item-preview.styles.ts";
import { htmlView } from "./html-view.ts";
import { flagsOf, pageSeconds } from "./preview-flags.ts";
import { previewScreens, type PreviewScreen } from "./preview-screens.ts";
import { screenParts, type Box, type ScreenParts } from "./preview-sizes.ts";

type Content = ReturnType<typeof contentOf>;

@customElement("ld-item-preview")
export class ItemPreview extends LitElement {
  static override styles = [base, buttons, fields, notes, hiddenText, itemPreviewStyles];

  @property({ attribute: false }) draft: ItemDraft | null = null;
  /** The draft as the hub would send it to screens. */
  @property({ attribute: false }) sent: ScreenItem | null = null;
  @property({ attribute: false }) targets: ItemTargets = {};
  /** The file that is chosen. */
  @property({ attribute: false }) media: Media | null = null;
  @property({ attribute: false }) screens: readonly Screen[] = [];
  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private screen = "";
  @state() private shown: Language = "zh";
  @state() private page = 0;
  @state() private pages = 1;
  /** Page pixels to one of the preview. */
  @state() private scale = 0.2;
  @state() private contrast: number | null = null;

  private readonly language = new LanguageController(this);
  private readonly watch = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    this.watch.disconnect();
    super.disconnectedCallback();
  }

  override updated(): void {
    this.measure();
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const language = this.language.current;
    const screens = this.choices();
    const screen = screens.find(({ id }) => id === this.screen) ?? screens[0];
    if (!screen) return nothing;
    const parts = screenParts(screen.settings, draft.kind === "ticker");
    const content = contentOf(draft);
    return html`
      <div class="controls">
        <label class="field">
          <span>${say(previewWords.screen, language)}</span>
          <select name="preview-screen" @change=${this.choose}>
            ${screens.map(({ id, name }) => html`<option value=${id} .selected=${id === screen.id}>${name}</option>`)}
          </select>
        </label>
        <div class="languages" role="group" aria-label=${say(previewWords.language, language)}>
          ${languages.map(
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
        </div>
      </div>
      ${this.frame(parts, content, screen.settings.orientation === "portrait")} ${this.paging(draft)}
      ${this.facts(screen, parts, draft)}
    `;
  }

  /** The screens that the item is for, first; where the hall has none yet, two as halls have them. */
  private choices(): readonly PreviewScreen[] {
    const meant = this.screens.filter(({ id, area, group }) => isMeantFor(this.targets, { id, area, group }));
    return previewScreens(meant, this.language.current);
  }

  private frame(parts: ScreenParts, content: Content, isPortrait: boolean) {
    const { width, height, pad, text, heading } = parts;
    const isOver = parts.calls !== null && parts.head === null;
    const glass = {
      width: px(width),
      height: px(height),
      transform: `scale(${this.scale.toFixed(4)})`,
      "--pad": px(pad),
      "--text": px(text),
      "--heading": px(heading),
    };
    return html`<div
      class="frame ${isPortrait ? "portrait" : ""}"
      role="group"
      aria-label=${say(previewWords.title, this.language.current)}
      style=${styleMap({ height: `calc(${px(height * this.scale)} + 0.75rem)` })}
    >
      <div class="glass" style=${styleMap(glass)}>
        ${
          parts.head
            ? html`<div class="box head" style=${boxStyle(parts.head)} aria-hidden="true">
                <span>${this.hall ? pick(this.hall.name, this.shown) : ""}</span><span>10:24</span>
              </div>`
            : nothing
        }
        ${parts.content ? this.contentBox(parts, parts.content, content) : nothing}
        ${parts.calls ? this.band(`calls ${isOver ? "over" : ""}`, parts.calls, say(previewWords.calls, this.shown)) : nothing}
        ${parts.ready ? this.band("ready", parts.ready, say(previewWords.ready, this.shown)) : nothing}
        ${parts.foot ? this.band("foot", parts.foot, "") : nothing}
        ${
          parts.ticker && content.body
            ? html`<div class="box ticker" style=${boxStyle(parts.ticker)} lang=${languageTags[this.shown]}>
                ${pick(content.body, this.shown)}
              </div>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** A part of the glass that is not the item's. */
  private band(name: string, box: Box, words: string) {
    return html`<div class="box ${name}" style=${boxStyle(box)} aria-hidden="true">${words}</div>`;
  }

  private contentBox(parts: ScreenParts, box: Box, content: Content) {
    const isDark =
      (content.kind === "image" || content.kind === "video" || content.kind === "pdf") && this.media !== null;
    return html`<div
      class="box content ${isDark ? "dark" : ""}"
      style=${boxStyle(box)}
      lang=${languageTags[this.shown]}
      tabindex="0"
      role="group"
      aria-label=${say(previewWords.title, this.language.current)}
    >
      ${this.inside(parts, box, content)}
    </div>`;
  }

  private inside(parts: ScreenParts, box: Box, content: Content) {
    const own = this.language.current;
    switch (content.kind) {
      case "notice":
        return this.words(parts, box, this.sent?.html ? htmlView(htmlIn(this.sent.html, this.shown)) : nothing);
      case "feed":
        return this.words(parts, box, (this.sent?.entries ?? []).map(entryView));
      case "image":
      case "pdf":
      case "video":
        return this.file(content);
      case "qr": {
        const code = Math.max(
          0.4 * Math.min(box.width, box.height),
          Math.min(box.width - 2 * parts.pad, box.height - 4 * parts.text),
        );
        return html`<div class="card" style=${styleMap({ "--code": px(code) })}>
          ${content.url === null ? nothing : html`<ld-qr-code text=${content.url}></ld-qr-code>`}
          <p class="name said">${pick(content.title, this.shown)}</p>
          ${content.body ? html`<p>${pick(content.body, this.shown)}</p>` : nothing}
        </div>`;
      }
      case "ticker":
        return nothing;
      case "guide":
      case "waiting":
      case "counters":
      case "today":
      case "clock":
        return html`<p class="title said">${pick(content.title, this.shown)}</p>
          <div class="card"><p>${say(previewWords.live, own)}</p></div>`;
      default:
        return content.kind satisfies never;
    }
  }

  /** A heading, and below it as many pages as the words take. */
  private words({ pad }: ScreenParts, box: Box, words: unknown) {
    const flow = {
      "--page": px(box.width - 2 * pad),
      transform: `translateX(-${px(Math.min(this.page, this.pages - 1) * box.width)})`,
    };
    const heading = this.draft ? pick(contentOf(this.draft).title, this.shown) : "";
    return html`
      ${heading === "" ? nothing : html`<p class="title said">${heading}</p>`}
      <div class="window">
        <div class="flow" style=${styleMap(flow)}>${words}</div>
      </div>
    `;
  }

  private file({ body }: Content) {
    const { media } = this;
    const caption = body ? pick(body, this.shown) : "";
    if (!media) return html`<div class="card"><p>${say(previewWords.nothingYet, this.language.current)}</p></div>`;
    return html`
      <div class="picture">
        ${
          media.kind === "video"
            ? html`<video src=${media.url} muted preload="metadata" tabindex="-1"></video>`
            : html`<img src=${media.url} alt="" />`
        }
      </div>
      ${caption === "" ? nothing : html`<p class="caption said">${caption}</p>`}
    `;
  }

  private paging(draft: ItemDraft) {
    if (this.pages < 2) return nothing;
    const language = this.language.current;
    const page = Math.min(this.page, this.pages - 1);
    const turn = (to: number) => (this.page = (to + this.pages) % this.pages);
    return html`<div class="paging">
        <button type="button" class="button" @click=${() => turn(page - 1)}>
          ${say(previewWords.previousPage, language)}
        </button>
        <span>${say(previewWords.page, language, { page: page + 1, pages: this.pages })}</span>
        <button type="button" class="button" @click=${() => turn(page + 1)}>
          ${say(previewWords.nextPage, language)}
        </button>
      </div>
      <p class="facts">
        ${say(previewWords.pages, language, { pages: this.pages, seconds: pageSeconds(draft, this.pages) })}
      </p>`;
  }

  private facts({ settings }: PreviewScreen, parts: ScreenParts, draft: ItemDraft) {
    const language = this.language.current;
    const flags = flagsOf({ draft, parts, settings, media: this.media, contrast: this.contrast });
    return html`
      <p class="facts">
        ${say(previewWords.facts, language, { inches: settings.sizeInches, metres: settings.viewingMetres, have: parts.haveCentimetres.toFixed(1) })}
      </p>
      <div class="flags" role="status">
        ${flags.map(
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
    this.page = 0;
  }

  private show(language: Language): void {
    this.shown = language;
    this.page = 0;
  }

  /** What only the browser knows: how much room there is, how the text breaks, which colours came out. */
  private measure(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>(".frame");
    const glass = this.renderRoot.querySelector<HTMLElement>(".glass");
    if (!frame || !glass) return;
    this.scale = frame.clientWidth / glass.offsetWidth;
    const flow = this.renderRoot.querySelector<HTMLElement>(".flow");
    const box = this.renderRoot.querySelector<HTMLElement>(".content");
    this.pages = flow && box ? pagesOf(flow, box.clientWidth) : 1;
    const said = this.renderRoot.querySelector(".said");
    this.contrast =
      said && box ? contrastOf(getComputedStyle(said).color, getComputedStyle(box).backgroundColor) : null;
  }
}

/** Not typeset: that would touch what stands within its tags. */
function htmlIn(text: Text, language: Language): string {
  return language === "zh-Hant" ? (text["zh-Hant"] ?? text.zh) : text[language];
}

function entryView({ title, text }: FeedEntry) {
  return html`<h4>${title}</h4>
    ${text === "" ? nothing : html`<p>${text}</p>`}`;
}

/** The text is broken into columns, each as wide as the page and as far apart as the glass. */
function pagesOf(flow: HTMLElement, step: number): number {
  const page = flow.clientWidth;
  return step === 0 ? 1 : Math.max(1, Math.round((flow.scrollWidth - page) / step) + 1);
}

function boxStyle({ left, top, width, height }: Box) {
  return styleMap({ left: px(left), top: px(top), width: px(width), height: px(height) });
}

function px(value: number): string {
  return `${value.toFixed(2)}px`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-preview": ItemPreview;
  }
}
