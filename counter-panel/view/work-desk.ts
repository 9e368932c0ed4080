/** `<ld-work-desk>`: a clerk's page at the counter taken: the counter above, the work at left, the lists at right. */
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { instantAt, offsetMinutesOf, timeOfDay } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { Delivery } from "../data/delivery.ts";
import type { Lists, ServiceCount } from "../data/lists.ts";
import { onwardOf } from "../data/steps.ts";
import type { Choice, Left, Question, Trouble } from "../data/work-parts.ts";
import { CommandEvent, type Side } from "./events.ts";
import "./in-hand.ts";
import "./menu.ts";
import "./panel-header.ts";
import "./take-back-lists.ts";
import "./waiting-list.ts";
import "./waiting-strip.ts";
import "./work-controls.ts";
import { workDeskStyles } from "./work-desk-styles.ts";

@customElement("ld-work-desk")
export class WorkDesk extends LitElement {
  static override styles = workDeskStyles;

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) counter: Counter | null = null;
  @property({ attribute: false }) counters: readonly Counter[] = [];
  @property({ attribute: false }) inHand: Ticket | null = null;
  @property({ attribute: false }) lists: Lists = { waiting: [], missed: [], held: [] };
  @property({ attribute: false }) counts: readonly ServiceCount[] = [];
  @property({ attribute: false }) choice: Choice = { outcome: null, quantity: 1 };
  @property({ attribute: false }) question: Question | null = null;
  @property({ attribute: false }) trouble: Trouble | null = null;
  @property({ attribute: false }) delivery: Delivery | null = null;
  /** What left the counter last. */
  @property({ attribute: false }) left: Left | null = null;
  /** Id of the ticket that the hub would call next here. */
  @property({ attribute: false }) next: string | null = null;
  /** When the hub had nobody for the next, in epoch milliseconds. */
  @property({ attribute: false }) nobodyAt: number | null = null;
  /** What is on its way. */
  @property({ attribute: false }) busy: string | null = null;
  @property({ attribute: false }) otherSide: Side | null = null;
  @property() person = "";
  /** Whether this person may raise an emergency. */
  @property({ type: Boolean }) raises = false;
  /** The hub's clock, in milliseconds and as an instant with the hall's offset. */
  @property({ type: Number }) nowMillis = 0;
  @property() now = "";
  @property({ type: Boolean }) reachable = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <ld-panel-header
        closes
        place=${this.counter ? pick(this.counter.label, language) : ""}
        person=${this.person}
        time=${timeOfDay(this.now)}
        .otherSide=${this.otherSide}
        ?lost=${!this.reachable}
        ?raises=${this.raises}
      >
        ${this.stateMenu()}
      </ld-panel-header>
      <ld-waiting-strip .counts=${this.counts} .hall=${this.hall}></ld-waiting-strip>
      <main @mousedown=${keepFocus}>
        <div class="hand">
          <ld-in-hand
            .ticket=${this.inHand}
            .hall=${this.hall}
            .onward=${this.inHand && this.hall && onwardOf(this.inHand, this.hall.rules, this.choice)}
            .delivery=${this.delivery}
            .left=${this.left}
            .askedAt=${this.nobodyAt === null ? null : this.hallTime(this.nobodyAt)}
            waiting=${this.lists.waiting.length}
            nowMillis=${this.nowMillis}
          ></ld-in-hand>
          <ld-work-controls
            .hall=${this.hall}
            .counter=${this.counter}
            .counters=${this.counters}
            .inHand=${this.inHand}
            .choice=${this.choice}
            .question=${this.question}
            .trouble=${this.trouble}
            .busy=${this.busy}
            nowMillis=${this.nowMillis}
            now=${this.now}
            ?off=${this.isOff}
          ></ld-work-controls>
        </div>
        <div class="lists">${this.listsAtRight()}</div>
      </main>
    `;
  }

  private get isOff(): boolean {
    return !this.reachable || this.busy !== null;
  }

  private listsAtRight() {
    const number = this.inHand?.number ?? null;
    return html`
      <ld-waiting-list
        .tickets=${this.lists.waiting}
        .next=${this.next}
        .hall=${this.hall}
        .inHand=${number}
        here=${this.counter?.number ?? 0}
        nowMillis=${this.nowMillis}
        ?off=${this.isOff}
      ></ld-waiting-list>
      <ld-take-back-lists
        .missed=${this.lists.missed}
        .held=${this.lists.held}
        .hall=${this.hall}
        .inHand=${number}
        ?off=${this.isOff}
      ></ld-take-back-lists>
    `;
  }

  private stateMenu() {
    const language = this.language.current;
    const isPaused = this.counter?.state === "paused";
    return html`
      <ld-menu slot="state" label=${say(isPaused ? panelWords.paused : counterStates.open, language)}>
        <button type="button" @click=${() => this.renderRoot.querySelector("ld-work-controls")?.pauseOrReopen()}>
          ${say(isPaused ? panelWords.reopen : panelWords.pause, language)}
        </button>
        <button type="button" @click=${this.close}>${say(panelWords.closeCounter, language)}</button>
      </ld-menu>
    `;
  }

  private close(): void {
    if (!this.isOff) this.dispatchEvent(new CommandEvent({ type: "close" }));
  }

  private hallTime(epochMillis: number): string {
    return timeOfDay(instantAt(epochMillis, offsetMinutesOf(this.now) ?? 0));
  }
}

/** A click leaves the focus where it was: else the space bar would press the button clicked last. */
function keepFocus(event: MouseEvent): void {
  if (event.composedPath().some((element) => element instanceof HTMLButtonElement)) event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-work-desk": WorkDesk;
  }
}
