/**
 * `<ld-week-view>`: a week as a calendar, the hours down and the days across: in each field what takes turns then, and
 * drafts as ghosts.
 * @fires MomentEvent with the field that was chosen.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { itemKindWords } from "../../shared/text/console-content.ts";
import { programmeWords } from "../../shared/text/console-programme.ts";
import { say } from "../../shared/text/text.ts";
import { dayOf, weekdayOf } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import { listed, titleOf } from "../content/item-words.ts";
import { timeOf, type PlanBlock, type PlannedItem } from "./week-plan.ts";

export class MomentEvent extends Event {
  static readonly type = "moment";

  constructor(readonly moment: { readonly date: string; readonly time: string }) {
    super(MomentEvent.type, { bubbles: true, composed: true });
  }
}

export interface PlanDay {
  readonly date: string;
  readonly blocks: readonly PlanBlock[];
}

/** What halls look at; the rest is a press away. */
const dayTime = { from: 7 * 60, until: 19 * 60 } as const;
const wholeDay = { from: 0, until: 24 * 60 } as const;
const hourRems = { day: 3, whole: 2 } as const;
/** A title's line, and what stands between two. */
const lineRems = 1.3;
const mostTold = 6;

@customElement("ld-week-view")
export class WeekView extends LitElement {
  static override styles = [
    base,
    css`
      .grid {
        display: grid;
        grid-template-columns: 3.25rem repeat(7, minmax(0, 1fr));
        border-top: var(--ld-rule) solid var(--ld-ink);
        background: var(--ld-sheet);
      }
      .day-name {
        padding: var(--ld-space-2);
        border-bottom: var(--ld-rule) solid var(--ld-line-strong);
        border-left: var(--ld-hair) solid var(--ld-line);
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
        text-align: center;
      }
      .day-name.today {
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
      .corner {
        border-bottom: var(--ld-rule) solid var(--ld-line-strong);
      }
      .hours,
      .day {
        position: relative;
      }
      .day {
        border-left: var(--ld-hair) solid var(--ld-line);
      }
      .hour {
        position: absolute;
        right: var(--ld-space-2);
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-xs);
        line-height: 1;
        transform: translateY(0.25em);
      }
      .block {
        position: absolute;
        left: 0;
        right: 0;
        display: flex;
        flex-direction: column;
        width: 100%;
        padding: var(--ld-space-1);
        overflow: hidden;
        border: 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
        background: none;
        font-size: var(--ld-text-xs);
        line-height: 1.3;
        text-align: left;
        cursor: pointer;
      }
      .block:hover {
        background: var(--ld-well);
      }
      .block:focus-visible {
        z-index: 2;
        outline-offset: -3px;
      }
      .one {
        flex: none;
        margin-bottom: 2px;
        padding: 1px var(--ld-space-1);
        overflow: hidden;
        border-left: 0.25rem solid var(--ld-structure);
        background: var(--ld-well);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .one.high {
        border-left-color: var(--ld-on-signal);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      .one.ghost {
        border: 1px dashed var(--ld-line-strong);
        border-left: 0.25rem dashed var(--ld-line-strong);
        background: none;
        color: var(--ld-ink-soft);
      }
      .more,
      .empty {
        color: var(--ld-ink-soft);
      }
      .now {
        position: absolute;
        left: 0;
        right: 0;
        z-index: 1;
        height: 0;
        border-top: 2px solid var(--ld-trouble);
        pointer-events: none;
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ld-space-2) var(--ld-space-5);
        margin-top: var(--ld-space-3);
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-s);
      }
      .key i {
        display: inline-block;
        width: 1.5rem;
        margin-right: var(--ld-space-2);
        border: 1px dashed var(--ld-line-strong);
        vertical-align: middle;
        height: 0.8rem;
      }
    `,
  ];

  @property({ attribute: false }) days: readonly PlanDay[] = [];
  /** The hall's date and time. */
  @property({ attribute: false }) now = { date: "", time: "" };
  /** Whether the night is shown too. */
  @property({ type: Boolean }) whole = false;

  private readonly language = new LanguageController(this);

  private get span() {
    return this.whole ? wholeDay : dayTime;
  }

  override render() {
    const language = this.language.current;
    const { from, until } = this.span;
    const hours = Array.from({ length: (until - from) / 60 }, (_, index) => from + index * 60);
    const height = styleMap({ height: this.rems(until - from) });
    return html`
      <div class="grid" role="group" aria-label=${say(programmeWords.title, language)}>
        <div class="corner"></div>
        ${this.days.map(
          ({ date }) =>
            html`<div class="day-name ${date === this.now.date ? "today" : ""}">
              ${weekdayOf(`${date}T00:00Z`, language)}<br />${dayOf(date, language)}
            </div>`,
        )}
        <div class="hours" style=${height} aria-hidden="true">
          ${hours.map((minutes) => html`<span class="hour" style=${styleMap({ top: this.rems(minutes - from) })}>${timeOf(minutes)}</span>`)}
        </div>
        ${this.days.map((day) => html`<div class="day" style=${height}>${this.day(day)}</div>`)}
      </div>
      <p class="key">
        <span><i></i>${say(programmeWords.ghost, language)}</span>
      </p>
    `;
  }

  private day({ date, blocks }: PlanDay) {
    const { from, until } = this.span;
    const [hour = 0, minute = 0] = this.now.time.split(":").map(Number);
    const now = hour * 60 + minute;
    return html`
      ${blocks.filter((block) => block.until > from && block.from < until).map((block) => this.block(date, block))}
      ${
        date === this.now.date && now >= from && now < until
          ? html`<div class="now" style=${styleMap({ top: this.rems(now - from) })}></div>`
          : nothing
      }
    `;
  }

  private block(date: string, { from, until, shows, ghosts }: PlanBlock) {
    const language = this.language.current;
    const { span } = this;
    const [top, bottom] = [Math.max(from, span.from), Math.min(until, span.until)];
    const all = [
      ...shows.map((item) => ({ item, isGhost: false })),
      ...ghosts.map((item) => ({ item, isGhost: true })),
    ];
    const room = Math.max(1, Math.min(mostTold, this.linesIn(bottom - top)));
    const told = all.slice(0, all.length > room ? Math.max(1, room - 1) : room);
    const day = `${weekdayOf(`${date}T00:00Z`, language)} ${dayOf(date, language)} `;
    const what =
      all.length === 0
        ? say(programmeWords.nothing, language)
        : listed(
            all.map(
              ({ item, isGhost }) => this.name(item) + (isGhost ? ` (${say(programmeWords.ghostMark, language)})` : ""),
            ),
            language,
          );
    return html`<button
      type="button"
      class="block"
      style=${styleMap({ top: this.rems(top - span.from), height: this.rems(bottom - top) })}
      aria-label=${say(programmeWords.block, language, { day, from: timeOf(from), until: timeOf(until), what })}
      title=${what}
      @click=${() => this.dispatchEvent(new MomentEvent({ date, time: this.momentIn(date, from, until) }))}
    >
      ${
        all.length === 0
          ? nothing
          : told.map(
              ({ item, isGhost }) =>
                html`<span class="one ${isGhost ? "ghost" : item.priority > 0 ? "high" : ""}"
                  >${this.name(item)}</span
                >`,
            )
      }
      ${all.length > told.length && room > 1 ? html`<span class="more">${say(programmeWords.turns, language, { count: all.length })}</span>` : nothing}
    </button>`;
  }

  /** Now, where the field holds it; else its beginning. */
  private momentIn(date: string, from: number, until: number): string {
    const { now } = this;
    return date === now.date && now.time >= timeOf(from) && now.time < timeOf(until) ? now.time : timeOf(from);
  }

  private name(item: PlannedItem): string {
    const language = this.language.current;
    const title = titleOf(item, language);
    return item.kind === "ticker" ? `${title} · ${say(itemKindWords.ticker, language)}` : title;
  }

  private linesIn(minutes: number): number {
    return Math.floor(((minutes / 60) * (this.whole ? hourRems.whole : hourRems.day) - 0.5) / lineRems);
  }

  private rems(minutes: number): string {
    return `${((minutes / 60) * (this.whole ? hourRems.whole : hourRems.day)).toFixed(3)}rem`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-week-view": WeekView;
  }
}
