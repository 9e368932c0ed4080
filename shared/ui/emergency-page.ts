/**
 * `<ld-emergency-page>`: an emergency, or the all-clear after it, over a whole screen. Its words are as large as the glass
 * allows; where they would fall below what can be read from the back row, the languages take turns.
 * @slot foot - what must still be seen: calls, a number.
 */
import { html, LitElement, nothing, svg, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../domain/vocabulary.ts";
import { emergencyWords } from "../text/emergency.ts";
import { languageTags, pick, say } from "../text/text.ts";
import type { Emergency } from "../wire/lobby.ts";
import { emergencyPageStyles } from "./emergency-styles.ts";
import { claused, phrased } from "./phrased.ts";
import { base } from "./styles.ts";

const turnMillis = 8_000;
/** Clauses stay together in so long a text; in a longer one they would cost lines. */
const mostHeld = 40;
const largestScale = 2.4;
const smallestScale = 0.4;
/** Halves what is left between the two often enough that nobody sees the difference. */
const fittings = 8;

@customElement("ld-emergency-page")
export class EmergencyPage extends LitElement {
  static override styles = [base, emergencyPageStyles];

  @property({ attribute: false }) emergency: Emergency | "all-clear" | null = null;
  /** The hall's languages, the first one first. */
  @property({ attribute: false }) languages: readonly Language[] = ["zh", "en"];
  /** Font size, in pixels, whose capitals are a centimetre high for every metre to the back row. */
  @property({ type: Number }) perMetre = 40;
  /** The hub's clock, by which the frame pulses and languages take turns. */
  @property({ type: Number }) now = 0;

  @state() private isTakingTurns = false;
  private readonly resized = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => this.fit());
  private fitted = "";

  override disconnectedCallback(): void {
    this.resized?.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const { emergency } = this;
    if (emergency === null) return nothing;
    const isClear = emergency === "all-clear";
    const kind = isClear ? "clear" : emergency.stopsService ? "leave" : "heed";
    const isOn = Math.floor(this.now / 1_000) % 2 === 0;
    return html`<section class="over ${kind} ${isOn ? "is-on" : ""}" role="alert" data-emergency=${kind}>
      <div class="stage">
        <div class="words" style="--base: ${this.perMetre}px">
          ${sign(kind)} ${this.shownLanguages().map((language, index) => this.inLanguage(emergency, language, index))}
        </div>
      </div>
      <slot name="foot"></slot>
    </section>`;
  }

  override firstUpdated(): void {
    const stage = this.renderRoot.querySelector(".stage");
    if (stage) this.resized?.observe(stage);
  }

  override updated(changed: PropertyValues<this>): void {
    const shown = [this.shownLanguages(), this.perMetre, wordsOf(this.emergency)].join("|");
    if (shown === this.fitted) return;
    this.fitted = shown;
    if (changed.has("emergency") && wordsOf(changed.get("emergency")) !== wordsOf(this.emergency))
      this.isTakingTurns = false;
    this.fit();
  }

  private inLanguage(emergency: Emergency | "all-clear", language: Language, index: number) {
    const isClear = emergency === "all-clear";
    const title = isClear ? say(emergencyWords.allClear, language) : pick(emergency.title, language);
    const text = isClear ? say(emergencyWords.allClearText, language) : pick(emergency.text, language);
    const order = index === 0 ? "first" : "other";
    return html`<div class="language ${order}" lang=${languageTags[language]}>
      <h1>${phrased(title, language)}</h1>
      <p>${text.length > mostHeld ? text : claused(text, language)}</p>
    </div>`;
  }

  /** One Chinese, whichever the hall puts first, and English; while they take turns, one of the two. */
  private shownLanguages(): readonly Language[] {
    const chinese = this.languages.find((language) => language !== "en");
    const all = this.languages.filter((language) => language === "en" || language === chinese);
    const own = all[Math.floor(this.now / turnMillis) % all.length];
    return this.isTakingTurns && own ? [own] : all;
  }

  /** As large as it fits; what fits only when it is too small is told in turns. */
  private fit(): void {
    const stage = this.renderRoot.querySelector<HTMLElement>(".stage");
    const words = this.renderRoot.querySelector<HTMLElement>(".words");
    if (!stage || !words || stage.clientHeight === 0) return;
    // By the page itself: a glass that hangs upright may be turned without its machine knowing.
    words.classList.toggle("tall", this.offsetHeight > this.offsetWidth);
    const fits = (scale: number): boolean => {
      words.style.setProperty("--scale", scale.toFixed(3));
      return words.scrollHeight <= stage.clientHeight && words.scrollWidth <= stage.clientWidth;
    };
    let [least, most] = [smallestScale, largestScale];
    for (let left = fittings; left > 0; left -= 1) {
      const middle = (least + most) / 2;
      if (fits(middle)) least = middle;
      else most = middle;
    }
    fits(least);
    if (least < 1 && this.shownLanguages().length > 1) this.isTakingTurns = true;
  }
}

function wordsOf(emergency: Emergency | "all-clear" | null | undefined): string {
  return typeof emergency === "object"
    ? JSON.stringify([emergency?.id, emergency?.title, emergency?.text])
    : "all-clear";
}

/** Told by its shape as well: a triangle to heed, a way out to take, a tick when it is over. */
function sign(kind: "clear" | "leave" | "heed") {
  const shapes = {
    heed: svg`<path d="M50 8 96 90H4Z" /><path class="cut" d="M45 36h10l-2 28h-6z" /><circle class="cut" cx="50" cy="75" r="6" />`,
    leave: svg`<path d="M8 6h46v14H22v60h32v14H8Z" /><path d="M40 42h26V26l30 24-30 24V58H40Z" />`,
    clear: svg`<circle cx="50" cy="50" r="46" /><path class="cut" d="m24 52 10-10 12 12 22-26 11 9-32 38z" />`,
  } as const;
  return html`<svg class="sign" viewBox="0 0 100 100" aria-hidden="true">${shapes[kind]}</svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-emergency-page": EmergencyPage;
  }
}
