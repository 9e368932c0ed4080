/**
 * `<ld-slot-choice service="…">`: the days on which a service has room, and the times of one of them.
 * @fires SlotChosenEvent
 */
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bookingWords } from "../shared/text/phone-booking.ts";
import { commonWords } from "../shared/text/common.ts";
import { say } from "../shared/text/text.ts";
import { dayOf, timeOfDay, weekdayOf } from "../shared/text/times.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { SlotList } from "../shared/wire/booking.ts";
import { column } from "./phone-styles.ts";
import { problemNote } from "./problem-note.ts";
import { refusalToResident } from "./refusal-to-resident.ts";

export class SlotChosenEvent extends Event {
  static readonly type = "slot-chosen";

  constructor(readonly start: string) {
    super(SlotChosenEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-slot-choice")
export class SlotChoice extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    column,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(6.2rem, 1fr));
        grid-gap: var(--ld-space-2);
      }
      .grid button {
        min-height: 3.75rem;
        padding: var(--ld-space-2);
        border: var(--ld-rule) solid var(--ld-line-strong);
        border-radius: 0;
        background: var(--ld-sheet);
        color: var(--ld-ink);
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
        line-height: 1.25;
        cursor: pointer;
      }
      .days button {
        font-size: var(--ld-text-m);
      }
      .grid button[aria-pressed="true"] {
        border-color: var(--ld-structure);
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
      .grid button[disabled] {
        border-style: dashed;
        background: transparent;
        color: var(--ld-ink-soft);
        font-weight: inherit;
      }
      small {
        display: block;
        font-size: var(--ld-text-s);
        font-weight: normal;
      }
    `,
  ];

  @property() service = "";
  /** Somebody has chosen, and waits for the hub. */
  @property({ type: Boolean }) working = false;

  @state() private slots: SlotList | null = null;
  @state() private problem: ApiProblem | null = null;
  private asked = 0;

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("service") || this.service === "") return;
    this.slots = null;
    void this.load(null);
  }

  override render() {
    const language = this.language.current;
    const { slots } = this;
    if (this.problem)
      return html`
        ${problemNote(refusalToResident(this.problem, language), language)}
        <button class="button wide" type="button" @click=${() => void this.load(null)}>
          ${say(bookingWords.tryAgain, language)}
        </button>
      `;
    if (!slots) return html`<p role="status">${say(commonWords.loading, language)}</p>`;
    if (slots.days.every(({ free }) => free === 0))
      return html`<p>${phrased(say(bookingWords.noSlots, language), language)}</p>`;
    return html`
      <h2 class="heading" id="day">${say(bookingWords.day, language)}</h2>
      <div class="grid days" role="group" aria-labelledby="day">
        ${slots.days.map((day) => this.day(day, slots.date))}
      </div>
      <h2 class="heading" id="time">${say(bookingWords.time, language)}</h2>
      <div class="grid times" role="group" aria-labelledby="time">${slots.items.map((slot) => this.time(slot))}</div>
    `;
  }

  /** Asks anew, for a slot may have gone meanwhile. */
  refresh(): Promise<void> {
    return this.load(this.slots?.date ?? null);
  }

  private day({ date, free }: SlotList["days"][number], shown: string | null) {
    const language = this.language.current;
    return html`<button
      type="button"
      data-date=${date}
      aria-pressed=${date === shown ? "true" : "false"}
      ?disabled=${free === 0}
      @click=${() => void this.load(date)}
    >
      ${dayOf(date, language)}<small
        >${free === 0 ? say(bookingWords.full, language) : weekdayOf(`${date}T00:00Z`, language)}</small
      >
    </button>`;
  }

  private time({ start, free }: SlotList["items"][number]) {
    const language = this.language.current;
    return html`<button
      type="button"
      data-start=${start}
      ?disabled=${free === 0 || this.working}
      @click=${() => this.dispatchEvent(new SlotChosenEvent(start))}
    >
      ${timeOfDay(start)}<small
        >${free === 0 ? say(bookingWords.full, language) : say(bookingWords.free, language, { count: free })}</small
      >
    </button>`;
  }

  private async load(date: string | null): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const query = date === null ? "" : `?date=${date}`;
    const answer = await request<SlotList>("GET", `/api/services/${encodeURIComponent(this.service)}/slots${query}`);
    if (asked !== this.asked) return;
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.slots = answer.value;
  }
}

/** 11月26日星期四 10:00 */
export function whenBooked(start: string, language: LanguageController["current"]): string {
  const date = dayOf(start.slice(0, 10), language);
  return say(bookingWords.at, language, { date, weekday: weekdayOf(start, language), time: timeOfDay(start) });
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-slot-choice": SlotChoice;
  }
}
