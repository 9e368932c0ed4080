/**
 * `<ld-work-controls>`: everything a clerk presses for the ticket in hand. The big button and its neighbours give way
 * to a question or a form in the same place; every key of the panel is heard here.
 * @fires CommandEvent, StepEvent, AnswerEvent, ChoiceEvent, PersonEvent
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { outcomes } from "../../shared/domain/vocabulary.ts";
import { pauseReason } from "../../shared/text/fixed-reasons.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { counterStates } from "../../shared/text/states.ts";
import { say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { allowedFor, mainStep, missGate, mostFiles, type MissGate } from "../data/steps.ts";
import type { Choice, Question, Trouble } from "../data/work-parts.ts";
import "./arrived-question.ts";
import "./counter-actions.ts";
import { AnswerEvent, CommandEvent, PersonEvent, StepEvent, type Form, type FormEvent } from "./events.ts";
import type { PanelKey } from "./keys.ts";
import "./main-step.ts";
import "./outcome-choice.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";
import "./pause-form.ts";
import "./service-form.ts";
import { Shortcuts } from "./shortcuts.ts";
import type { Action } from "./ticket-actions.ts";
import "./ticket-actions.ts";
import "./transfer-form.ts";
import { troubleText } from "./trouble-text.ts";
import { workControlsStyles } from "./work-desk-styles.ts";

/** Whoever comes is there by then. */
const helpSaidMillis = 2 * 60_000;

const actionKeys: Readonly<Partial<Record<PanelKey, Action>>> = {
  R: "recall",
  S: "start",
  M: "miss",
  N: "miss-and-next",
  H: "hold",
  T: "transfer",
  F: "finish",
};

@customElement("ld-work-controls")
export class WorkControls extends LitElement {
  static override styles = [base, buttons, keyCaps, busyMarks, notes, workControlsStyles];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) counter: Counter | null = null;
  @property({ attribute: false }) counters: readonly Counter[] = [];
  @property({ attribute: false }) inHand: Ticket | null = null;
  @property({ attribute: false }) choice: Choice = { outcome: null, quantity: 1 };
  @property({ attribute: false }) question: Question | null = null;
  @property({ attribute: false }) trouble: Trouble | null = null;
  /** What is on its way. */
  @property({ attribute: false }) busy: string | null = null;
  /** The hub's clock, in milliseconds and as an instant with the hall's offset. */
  @property({ type: Number }) nowMillis = 0;
  @property() now = "";
  /** Whether nothing can be pressed now. */
  @property({ type: Boolean }) off = false;
  @state() private form: Form | null = null;

  private readonly language = new LanguageController(this);

  constructor() {
    super();
    this.addController(new Shortcuts((key) => this.keyed(key)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("panel-form", this.formAsked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("panel-form", this.formAsked);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has("inHand") && changed.get("inHand")?.id !== this.inHand?.id;
    if ((this.form === "transfer" || this.form === "services") && isOther) this.form = null;
    if (this.form === "pause" && this.counter?.state === "paused") this.form = null;
  }

  /** Whoever lost the focus, because what had it is gone, finds it on the big button again. */
  override updated(): void {
    if (document.activeElement === document.body) void this.focusMain();
  }

  /** A button that has only just come back is not there to take the focus before it is drawn. */
  private async focusMain(): Promise<void> {
    const main = this.renderRoot.querySelector("ld-main-step");
    await main?.updateComplete;
    if (document.activeElement === document.body) main?.focus();
  }

  override render() {
    return html`${this.lines()} ${this.form === null ? this.buttons() : this.formInPlace(this.form)}`;
  }

  /** Opens the form of a pause, or ends the pause. */
  pauseOrReopen(): void {
    if (this.counter?.state !== "paused") this.form = "pause";
    else if (!this.off) this.dispatchEvent(new CommandEvent({ type: "open" }));
  }

  /** What is said between the ticket and the buttons: a pause, a refusal. The place is kept, so that nothing jumps. */
  private lines() {
    const language = this.language.current;
    return html`
      <div class="lines">
        ${
          this.counter?.state === "paused"
            ? html`<p class="note"><span class="sign" aria-hidden="true">Ⅱ</span>${this.pauseWords(this.counter)}</p>`
            : nothing
        }
        <div role="status">${this.helpLine()}</div>
        <div role="alert">
          ${
            this.trouble
              ? html`<p class="note trouble">
                  <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, language)}
                </p>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** Said for a while to whoever asked. */
  private helpLine() {
    const help = this.counter?.help;
    const name = help?.answeredBy ?? null;
    const isOwn = this.counter?.clerk?.name === name;
    if (help?.answeredAt == null || name === null || isOwn) return nothing;
    if (this.nowMillis - Date.parse(help.answeredAt) > helpSaidMillis) return nothing;
    return html`<p class="note">
      <span class="sign" aria-hidden="true">✓</span>${say(panelWords.helpComes, this.language.current, { name })}
    </p>`;
  }

  private pauseWords({ pause }: Counter): string {
    const at = pause?.returnAt == null ? null : timeOfDay(pause.returnAt);
    const language = this.language.current;
    const words = [say(counterStates.paused, language, { at }), pauseReason(pause?.reason ?? "", language)];
    return words.filter((part) => part !== "").join(" · ");
  }

  private formInPlace(form: Form) {
    switch (form) {
      case "transfer":
        return html`<ld-transfer-form
          .ticket=${this.inHand}
          .hall=${this.hall}
          .counters=${this.counters}
          here=${this.counter?.number ?? 0}
          ?busy=${this.busy === "transfer"}
          ?off=${this.off}
        ></ld-transfer-form>`;
      case "pause":
        return html`<ld-pause-form
          now=${this.now}
          .inHand=${this.inHand?.number ?? null}
          ?busy=${this.busy === "pause"}
          ?off=${this.off}
        ></ld-pause-form>`;
      case "services":
        return html`<ld-service-form
          held
          .ticket=${this.inHand}
          .hall=${this.hall}
          ?off=${this.off}
        ></ld-service-form>`;
      default:
        return form satisfies never;
    }
  }

  private buttons() {
    return html`
      ${this.question ? this.arrivedQuestion(this.question) : this.steps()}
      <div class="outcome">${this.inHand ? this.outcomeOf(this.inHand) : this.quietNext()}</div>
      <ld-counter-actions
        .counter=${this.counter}
        .busy=${this.busy}
        nowMillis=${this.nowMillis}
        ?holding=${this.inHand !== null}
        ?off=${this.off}
      ></ld-counter-actions>
    `;
  }

  private outcomeOf(inHand: Ticket) {
    const most = this.hall && mostFiles(inHand, this.hall.rules);
    return html`<ld-outcome-choice .choice=${this.choice} .most=${most}></ld-outcome-choice>`;
  }

  /** Whoever stands at the counter already need not be called through the hall. */
  private quietNext() {
    if (!this.canCallNext) return nothing;
    return html`<button
      class="button unspoken"
      type="button"
      aria-keyshortcuts="Q"
      aria-busy=${this.busy === "next" ? "true" : "false"}
      aria-disabled=${this.off ? "true" : "false"}
      @click=${this.pressQuietNext}
    >
      ${say(panelWords.quietNext, this.language.current)}<span class="key" aria-hidden="true">Q</span>
    </button>`;
  }

  private get canCallNext(): boolean {
    return this.inHand === null && this.counter?.state === "open";
  }

  private readonly pressQuietNext = (): void => {
    if (!this.off && this.canCallNext) this.dispatchEvent(new CommandEvent({ type: "call-next", silent: true }));
  };

  private arrivedQuestion({ next }: Question) {
    return html`<ld-arrived-question
      .ticket=${this.inHand}
      .gate=${this.gate}
      ?next=${next}
      ?busy=${this.busy !== null}
      ?off=${this.off}
    ></ld-arrived-question>`;
  }

  private steps() {
    const step = mainStep({ state: this.counter?.state ?? "open" }, this.inHand);
    const isBusy = this.busy === "next" || this.busy === "open";
    return html`
      <div class="steps">
        <ld-main-step .step=${step} ?busy=${isBusy} ?off=${this.off}></ld-main-step>
        <ld-ticket-actions
          .ticket=${this.inHand}
          .allowed=${allowedFor(this.inHand, this.hall?.rules.autoStart ?? false)}
          .gate=${this.gate}
          .busy=${this.busy}
          ?next=${this.counter?.state === "open"}
          ?off=${this.off}
        ></ld-ticket-actions>
      </div>
    `;
  }

  private get gate(): MissGate {
    return this.inHand && this.hall ? missGate(this.inHand, this.hall.rules, this.nowMillis) : { calls: 0, seconds: 0 };
  }

  private readonly formAsked = (event: FormEvent): void => {
    this.form = event.form;
  };

  /** Whether the key meant something. */
  private keyed(key: PanelKey): boolean {
    if (this.keyedAside(key)) return true;
    if (this.form !== null) return false;
    return this.question ? this.keyedInQuestion(key) : this.keyedAtWork(key);
  }

  /** What is there whatever stands in place of the buttons: help always, the last step back unless a form is open. */
  private keyedAside(key: PanelKey): boolean {
    if (key !== "F12" && (key !== "Z" || this.form !== null)) return false;
    if (key === "Z") this.actions?.press("undo");
    else if (!this.off) this.dispatchEvent(new CommandEvent({ type: "ask-help" }));
    return true;
  }

  private get actions() {
    return this.renderRoot.querySelector("ld-counter-actions");
  }

  private keyedInQuestion(key: PanelKey): boolean {
    const question = this.renderRoot.querySelector("ld-arrived-question");
    if (key === "Y" || key === "N") question?.answer(key === "Y");
    else if (key === "R") question?.recall();
    else if (key === "Escape") this.dispatchEvent(new AnswerEvent(null));
    else return this.keyedOutcome(key);
    return true;
  }

  private keyedAtWork(key: PanelKey): boolean {
    const action = actionKeys[key];
    if (action) this.renderRoot.querySelector("ld-ticket-actions")?.press(action);
    else if (key === "Space") this.pressMain();
    else if (key === "Q") this.pressQuietNext();
    else if (key === "P") this.pauseOrReopen();
    else if (key === "+") this.actions?.press("add");
    else if (key === "?") this.dispatchEvent(new PersonEvent("shortcuts"));
    else return this.keyedOutcome(key);
    return true;
  }

  private keyedOutcome(key: PanelKey): boolean {
    const outcome = outcomes[Number(key) - 1];
    if (!outcome || !this.inHand) return false;
    this.renderRoot.querySelector("ld-outcome-choice")?.press(outcome);
    return true;
  }

  private pressMain(): void {
    if (!this.off) this.dispatchEvent(new StepEvent("main"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-work-controls": WorkControls;
  }
  interface HTMLElementEventMap {
    "panel-form": FormEvent;
  }
}
