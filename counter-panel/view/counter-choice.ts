/** `<ld-counter-choice>`: which counter to work at today. @fires TakeCounterEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import "../../shared/ui/dialog.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { Notice, Trouble } from "../data/work-parts.ts";
import { DismissEvent, TakeCounterEvent } from "./events.ts";
import { busyMarks } from "./panel-styles.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-counter-choice")
export class CounterChoice extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    busyMarks,
    css`
      main {
        max-width: calc(60 * var(--ld-unit));
        margin: 0 auto;
        padding: var(--ld-space-5) var(--ld-space-5) var(--ld-space-7);
      }
      h2 {
        padding-bottom: var(--ld-space-2);
        border-bottom: var(--ld-rule) solid var(--ld-ink);
        font-size: var(--ld-text-xl);
        line-height: var(--ld-leading-tight);
      }
      .note {
        margin-bottom: var(--ld-space-4);
      }
      .note .button {
        margin-left: auto;
      }
      li {
        display: flex;
        align-items: center;
        min-height: calc(4 * var(--ld-unit));
        padding: var(--ld-space-2) var(--ld-space-3);
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      li.last-time {
        box-shadow: inset var(--ld-bar) 0 0 var(--ld-structure);
      }
      .label {
        flex: 0 0 calc(10 * var(--ld-unit));
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      .about {
        flex: 1;
      }
      .about small {
        display: block;
        font-size: var(--ld-text-s);
        color: var(--ld-ink-soft);
      }
      .waiting {
        flex: 0 0 calc(8 * var(--ld-unit));
      }
      li .button {
        flex: 0 0 calc(9 * var(--ld-unit));
      }
    `,
  ];

  @property({ attribute: false }) counters: readonly Counter[] = [];
  /** How many wait for each counter now, by its number. */
  @property({ attribute: false }) waiting: ReadonlyMap<number, number> = new Map();
  /** Counters this person may take; null: any. */
  @property({ attribute: false }) allowed: readonly number[] | null = null;
  /** The counter taken here the last time. */
  @property({ attribute: false }) lastTime: number | null = null;
  @property({ attribute: false }) trouble: Trouble | null = null;
  @property({ attribute: false }) notice: Notice | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) reachable = false;
  /** A counter that somebody else has, and that is asked about. */
  @state() private asking: number | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const mine = this.counters.filter(({ number }) => this.allowed === null || this.allowed.includes(number));
    const lastFirst = [...mine].sort((a, b) => Number(b.number === this.lastTime) - Number(a.number === this.lastTime));
    return html`
      <main>
        ${this.noticeLine()} ${this.troubleLine()}
        <h2>${say(panelWords.chooseCounter, language)}</h2>
        <ul>
          ${lastFirst.map((counter) => this.row(counter))}
        </ul>
        ${this.question()}
      </main>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLButtonElement>("li .button")?.focus();
  }

  private row(counter: Counter) {
    const language = this.language.current;
    const label = pick(counter.label, language);
    const isTaken = counter.clerk !== null;
    const words = say(isTaken ? panelWords.takeOver : panelWords.openCounter, language);
    const disabled = this.busy || !this.reachable;
    const isLastTime = counter.number === this.lastTime;
    return html`
      <li class=${isLastTime ? "last-time" : ""}>
        <span class="label">${label}</span>
        <span class="about"
          >${pick(counter.name, language)}<small
            >${[this.stateOf(counter), isLastTime ? say(panelWords.lastTime, language) : ""].filter(Boolean).join(" · ")}</small
          ></span
        >
        <span class="waiting"
          >${say(panelWords.waitingCount, language, { count: this.waiting.get(counter.number) ?? 0 })}</span
        >
        <button
          class="button ${isTaken ? "" : "primary"}"
          type="button"
          aria-label="${words} ${label}"
          aria-disabled=${disabled ? "true" : "false"}
          aria-busy=${this.busy ? "true" : "false"}
          @click=${() => disabled || (isTaken ? (this.asking = counter.number) : this.take(counter.number, "open"))}
        >
          ${words}
        </button>
      </li>
    `;
  }

  private stateOf(counter: Counter): string {
    const language = this.language.current;
    const state =
      counter.state === "paused"
        ? say(counterStates.paused, language, {
            at: counter.pause?.returnAt == null ? null : timeOfDay(counter.pause.returnAt),
          })
        : say(counterStates[counter.state], language);
    return counter.clerk ? `${counter.clerk.name} · ${state}` : state;
  }

  private question() {
    const language = this.language.current;
    const counter = this.counters.find(({ number }) => number === this.asking);
    const label = counter ? pick(counter.label, language) : "";
    return html`
      <ld-dialog
        heading=${say(formWords.takeOverTitle, language, { counter: label })}
        ?open=${counter?.clerk != null}
        @dialog-closed=${() => (this.asking = null)}
      >
        <p>
          ${say(formWords.takeOverText, language, { clerk: counter?.clerk?.name, number: counter?.ticket?.number })}
        </p>
        <button slot="actions" class="button" type="button" @click=${() => (this.asking = null)}>
          ${say(panelWords.goBack, language)}
        </button>
        <button
          slot="actions"
          class="button trouble"
          type="button"
          @click=${() => counter && this.take(counter.number, "take-over")}
        >
          ${say(formWords.takeOverNow, language)}
        </button>
      </ld-dialog>
    `;
  }

  private take(counter: number, how: TakeCounterEvent["how"]): void {
    this.asking = null;
    this.dispatchEvent(new TakeCounterEvent(counter, how));
  }

  private noticeLine() {
    if (!this.notice) return nothing;
    const language = this.language.current;
    const { type, counter } = this.notice;
    const label = pick(counter.label, language);
    const text =
      type === "taken-over"
        ? say(panelWords.wasTakenOver, language, { counter: label, clerk: counter.clerk?.name })
        : say(panelWords.wasClosed, language, { counter: label });
    return html`<div class="note" role="status">
      <span class="sign" aria-hidden="true">i</span>${text}
      <button class="button quiet" type="button" @click=${() => this.dispatchEvent(new DismissEvent("notice"))}>
        ${say(panelWords.understood, language)}
      </button>
    </div>`;
  }

  private troubleLine() {
    if (!this.trouble) return nothing;
    return html`<p class="note trouble" role="alert">
      <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, this.language.current)}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-counter-choice": CounterChoice;
  }
}
