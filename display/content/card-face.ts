/** `<ld-card-face>`: a QR code with what it is for, or a large clock with the date. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { contentWords } from "../../shared/text/lobby-content.ts";
import { languageTags, pick, say } from "../../shared/text/text.ts";
import { dateOf, timeOfDay, weekdayOf } from "../../shared/text/times.ts";
import "../../shared/ui/qr-code.ts";
import { base } from "../../shared/ui/styles.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { measure, widest } from "../measure.ts";
import type { Face } from "./face.ts";
import { px, type Room } from "./room.ts";
import { isTold, type LiveContent } from "./sheet.ts";

interface Line {
  readonly text: string;
  readonly language: Language;
  readonly isTitle: boolean;
}

/** A code is at least so large, against the shorter side of its room. */
const leastCode = 0.5;
const lineLeading = 1.3;
/** A line breaks before its end, at a word. */
const fullLine = 0.92;

@customElement("ld-card-face")
export class CardFace extends LitElement implements Face {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        top: 0;
        right: 0;
        bottom: 0;
        left: 0;
        overflow: hidden;
        background: var(--ld-sheet);
      }
      .card {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        height: 100%;
        padding: calc(0.5 * var(--pad)) var(--pad);
        text-align: center;
      }
      .wide {
        flex-direction: row;
      }
      .wide ld-qr-code {
        margin-right: calc(2 * var(--pad));
      }
      .wide .words {
        flex: 0 1 auto;
        min-width: 0;
        text-align: left;
      }
      ld-qr-code {
        flex: none;
        width: var(--code);
        height: var(--code);
      }
      h2 {
        font-size: var(--heading);
        line-height: 1.25;
        color: var(--ld-structure-text);
      }
      p {
        font-size: var(--text);
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .second {
        font-size: calc(0.8 * var(--text));
        color: var(--ld-ink-soft);
      }
      .time {
        font-size: var(--clock);
        font-weight: var(--ld-bold);
        line-height: 1.15;
      }
    `,
  ];

  @property({ attribute: false }) item: ScreenItem | null = null;
  @property({ attribute: false }) live: LiveContent | null = null;
  @property({ attribute: false }) room: Room | null = null;

  async prepare(): Promise<void> {
    if (this.item?.kind === "qr" && (this.item.url ?? "") === "") throw new Error("the card has no address");
    this.requestUpdate();
    await this.updateComplete;
    await this.renderRoot.querySelector("ld-qr-code")?.updateComplete;
  }

  begin(): void {
    // It says what it says from the first moment.
  }

  again(): void {
    // Nothing of it moves.
  }

  hold(): void {
    // Nothing of it moves.
  }

  turn(): void {
    // It has one page.
  }

  leftMillis(elapsedMillis: number): number {
    return Math.max(0, (this.item?.seconds ?? 0) * 1_000 - elapsedMillis);
  }

  release(): void {
    // It holds nothing.
  }

  override render() {
    const { item, live, room } = this;
    if (!item || !live || !room) return nothing;
    return item.kind === "qr" ? this.renderCode(item, live, room) : this.renderClock(live, room);
  }

  private renderCode(item: ScreenItem, { languages }: LiveContent, room: Room) {
    const isWide = room.width > 1.4 * room.height;
    const inner = room.width - 2 * room.pad;
    const all = wordsOfCode(item, languages);
    const [first] = languages;
    // In a small room one language is left, and in the smallest the title alone: a code that is cut cannot be scanned.
    const choices = isWide ? [all] : [all, all.filter(({ language }) => language === first), all.slice(0, 1)];
    const codeBeside = (words: readonly Line[]) =>
      Math.min(inner, room.height - room.pad - (isWide ? 0 : linesHeight(words, room, inner)));
    const words =
      choices.find((each) => codeBeside(each) >= leastCode * Math.min(room.width, room.height)) ?? all.slice(0, 1);
    const code = Math.max(0, isWide ? Math.min(codeBeside(words), 0.5 * inner) : codeBeside(words));
    return html`<div class="card ${isWide ? "wide" : ""}" style=${this.measures(room, { "--code": px(code) })}>
      <ld-qr-code text=${item.url ?? ""}></ld-qr-code>
      <div class="words">
        ${words.map(({ text, language, isTitle }) =>
          isTitle
            ? html`<h2 lang=${languageTags[language]}>${text}</h2>`
            : html`<p lang=${languageTags[language]}>${text}</p>`,
        )}
      </div>
    </div>`;
  }

  private renderClock({ now, languages }: LiveContent, room: Room) {
    const dates = languages.map((language) => `${dateOf(now, language)} ${weekdayOf(now, language)}`);
    const inner = room.width - 2 * room.pad;
    const clock = Math.min(inner / measure("00:00"), 0.5 * room.height);
    const date = Math.min(room.heading, inner / Math.max(1, widest(dates)));
    return html`<div class="card" style=${this.measures(room, { "--clock": px(clock), "--heading": px(date) })}>
      <p class="time">${timeOfDay(now)}</p>
      ${dates.map((text, index) => html`<h2 lang=${languageTags[languages[index] ?? "zh"]}>${text}</h2>`)}
    </div>`;
  }

  private measures(room: Room, more: Readonly<Record<string, string>>) {
    return styleMap({ "--pad": px(room.pad), "--text": px(room.text), "--heading": px(room.heading), ...more });
  }
}

/** What the code is for, and what is told of it, or else that it can be scanned. */
function wordsOfCode({ title, text }: ScreenItem, languages: readonly Language[]): readonly Line[] {
  const lines = (told: Text | undefined, isTitle: boolean): Line[] =>
    languages.flatMap((language) =>
      told && isTold(told, language) ? [{ text: pick(told, language), language, isTitle }] : [],
    );
  const more = lines(text, false);
  const language = languages[0] ?? "zh";
  const scan = { text: say(contentWords.scan, language), language, isTitle: false };
  return [...lines(title, true), ...(more.length > 0 ? more : [scan])];
}

/** As high as the words are when they break into lines of this width, in pixels. */
function linesHeight(words: readonly Line[], { text, heading }: Room, width: number): number {
  return words.reduce((sum, line) => {
    const font = line.isTitle ? heading : text;
    return sum + Math.ceil((measure(line.text) * font) / (width * fullLine)) * lineLeading * font;
  }, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-card-face": CardFace;
  }
}
