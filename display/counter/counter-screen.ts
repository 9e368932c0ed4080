/**
 * `<ld-counter-screen>`: which counter this is, who is called to it, and whether it serves. Fills any wide screen.
 * @fires cut-off when the hub no longer knows this device.
 * @fires MovedEvent
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { styleMap } from "lit/directives/style-map.js";
import { counterScreenWords, lobbyWords } from "../../shared/text/lobby.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import "../../shared/ui/demo-banner.ts";
import "../../shared/ui/emergency-page.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import { labelLines } from "../label-parts.ts";
import { measure } from "../measure.ts";
import { ScreenLine, type ScreenDevice } from "../screen-line.ts";
import { CounterLine } from "./counter-line.ts";
import { counterPicture, type CounterPicture } from "./counter-picture.ts";
import { framePulse, isOnBeat, wall } from "../wall-styles.ts";
import { counterScreenStyles } from "./counter-screen.styles.ts";
import { counterSizes, type CounterSizes } from "./counter-sizes.ts";
import { counterWords, type CounterWords } from "./counter-words.ts";

const tickMillis = 1_000;
/** Services that do not fit at once take turns. */
const turnMillis = 6_000;

/** The hub tells at which counter this screen is meant to stand. */
export class MovedEvent extends Event {
  static readonly type = "moved";
  constructor(readonly counter: number | null) {
    super(MovedEvent.type);
  }
}

@customElement("ld-counter-screen")
export class CounterScreen extends LitElement {
  static override styles = [base, wall, framePulse, counterScreenStyles];

  /** Who this screen is to the hub; set, like the counter, before it is connected and never changed. */
  @property({ attribute: false }) device: ScreenDevice | null = null;
  @property({ attribute: false }) counter: number | null = null;

  private readonly language = new LanguageController(this);
  private line: ScreenLine | null = null;
  private watched: CounterLine | null = null;
  private tick: ReturnType<typeof setInterval> | undefined;
  private readonly refresh = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.device) return;
    const line = new ScreenLine(this.device);
    this.line = line;
    line.addEventListener("change", this.refresh);
    line.addEventListener("moved", () => this.dispatchEvent(new MovedEvent(line.counter)));
    line.addEventListener("cut-off", () => this.dispatchEvent(new Event("cut-off")));
    if (this.counter !== null) {
      this.watched = new CounterLine(line, this.counter);
      this.watched.addEventListener("change", this.refresh);
    }
    window.addEventListener("resize", this.refresh);
    this.tick = setInterval(this.refresh, tickMillis);
  }

  override disconnectedCallback(): void {
    clearInterval(this.tick);
    window.removeEventListener("resize", this.refresh);
    this.line?.close();
    super.disconnectedCallback();
  }

  override render() {
    const { line, watched, counter } = this;
    const language = this.language.current;
    if (counter === null) return this.renderTrouble(say(counterScreenWords.whichCounter, language));
    if (watched?.isUnknown === true)
      return this.renderTrouble(say(counterScreenWords.noSuchCounter, language, { counter }));
    const hall = line?.hall;
    if (!line || !hall || !watched?.told) return this.renderTrouble(say(lobbyWords.connecting, language));
    const over = line.emergency();
    if (over !== null) return this.renderOver(over, hall, line.now());
    const label = pick(watched.told.counter.label, language);
    const now = line.now();
    const picture = counterPicture(watched.told, { now, calledAt: watched.calledAt, autoStart: hall.rules.autoStart });
    const words = counterWords(picture, hall, { language, now: line.instant() });
    const lines = labelLines(label);
    const page = { width: window.innerWidth, height: window.innerHeight };
    const sizes = counterSizes(page, {
      label: lines,
      words,
      hasFoot: line.staleSince !== null,
      isDemo: hall.demo,
      measure,
    });
    return html`<ld-demo ?on=${hall.demo} style=${styleOf(sizes)}></ld-demo>
      <main class=${sizes.isTall ? "tall" : ""} style=${styleOf(sizes)}>
        <h1 class="label">
          ${lines.above === "" ? nothing : html`<span>${lines.above}</span>`}<b>${lines.large}</b>${
            lines.below === "" ? nothing : html`<span>${lines.below}</span>`
          }
        </h1>
        ${picture.kind === "idle" ? this.renderList(words, sizes, now) : this.renderState(picture, words, { now, isLeadAbove: sizes.isLeadAbove })}
      </main>
      ${
        line.staleSince === null
          ? nothing
          : html`<div class="foot" role="alert" style=${styleOf(sizes)}>
              <b aria-hidden="true">!</b
              >${say(counterScreenWords.mayBeOld, language, { time: timeOfDay(line.staleSince) })}
            </div>`
      }`;
  }

  /** Read from as near as the counter is, so its words need only fill the glass. */
  private renderOver(shown: Emergency | "all-clear", { demo, languages }: HallNow, now: number) {
    const short = Math.min(window.innerWidth, window.innerHeight);
    return html`<ld-demo ?on=${demo} style="--demo-height: ${(demo ? short * 0.05 : 0).toFixed(1)}px"></ld-demo>
      <ld-emergency-page
        .emergency=${shown}
        .languages=${languages}
        .perMetre=${short * 0.13}
        .now=${now}
      ></ld-emergency-page>`;
  }

  private renderState(
    picture: CounterPicture,
    words: CounterWords,
    { now, isLeadAbove }: { now: number; isLeadAbove: boolean },
  ) {
    const isFresh = picture.kind === "called" && picture.isFresh;
    const classes = { [picture.kind]: true, beat: isFresh, "is-on": isOnBeat(now) };
    return html`<section class="state ${classMap(classes)}" data-state=${picture.kind}>
      <p class="big">
        ${words.lead === "" ? nothing : html`<span class="lead ${isLeadAbove ? "above" : ""}">${words.lead}</span>`}${words.big}
      </p>
      ${words.line === "" ? nothing : html`<p>${words.hurry === "" ? nothing : html`<span class="hurry">${words.hurry}</span>`}${words.line}</p>`}
    </section>`;
  }

  private renderList(words: CounterWords, sizes: CounterSizes, now: number) {
    const pages = Math.max(1, Math.ceil(words.list.length / sizes.listed));
    const first = (Math.floor(now / turnMillis) % pages) * sizes.listed;
    return html`<section class="state idle" data-state="idle">
      <h2>${words.line}</h2>
      <ul>
        ${words.list.slice(first, first + sizes.listed).map((name) => html`<li>${name}</li>`)}
      </ul>
    </section>`;
  }

  private renderTrouble(text: string) {
    return html`<main style="--pad: 5vmin; --line-font: 9vmin">
      <section class="state unknown"><p>${text}</p></section>
    </main>`;
  }
}

function styleOf(sizes: CounterSizes) {
  const px = (value: number) => `${value.toFixed(1)}px`;
  return styleMap({
    "--pad": px(sizes.pad),
    "--label-width": px(sizes.labelWidth),
    "--label-height": px(sizes.labelHeight),
    "--key-font": px(sizes.key),
    "--rest-font": px(sizes.rest),
    "--line-font": px(sizes.line),
    "--big-font": px(sizes.big),
    "--demo-height": px(sizes.demoHeight),
    "--foot-height": px(sizes.footHeight),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-counter-screen": CounterScreen;
  }
}
