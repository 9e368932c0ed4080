/** `<ld-services>`: the first page. Six services, in large print four, one tap each; everything else one page behind. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { stationWords } from "../../shared/text/station.ts";
import { say, type Words } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { claused, phrased } from "../../shared/ui/phrased.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallServiceNow } from "../../shared/wire/hall.ts";
import { ReasonChosenEvent, ServiceChosenEvent, WentEvent, type Place } from "../events.ts";
import type { Grid } from "../layout.ts";
import { press } from "../press.ts";
import { sign, type SignName } from "../signs.ts";
import { actions, tiles } from "../station-styles.ts";
import { serviceTile } from "./service-tile.ts";

/** What everybody should know before tapping. */
export interface Note {
  readonly sign: SignName;
  readonly text: string;
}

interface Entry {
  readonly place: Place;
  readonly words: Words;
  readonly isMain: boolean;
}

@customElement("ld-services")
export class ServicesView extends LitElement {
  static override styles = [
    base,
    tiles,
    actions,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto auto;
        gap: var(--st-gap);
        min-height: 0;
        line-height: 1.35;
      }
      .grid {
        --st-tile: var(--st-first);
        --st-text: var(--st-first-text);
      }
      :host([isTight]) .grid {
        --st-tile: calc(0.84 * var(--st-first));
        --st-text: calc(0.84 * var(--st-first-text));
      }
      .notes {
        display: grid;
        gap: calc(3 * var(--ld-mm));
      }
      .note {
        display: flex;
        align-items: center;
        padding: calc(2.5 * var(--ld-mm)) calc(5 * var(--ld-mm));
        background: var(--ld-signal);
        color: var(--ld-on-signal);
        font-size: calc(9.2 * var(--ld-mm) * var(--ld-print));
        font-weight: var(--ld-bold);
        line-height: 1.25;
      }
      .note .sign {
        flex: none;
        margin-right: calc(4 * var(--ld-mm));
        font-size: calc(13 * var(--ld-mm));
      }
      .entries {
        display: grid;
        gap: var(--st-gap);
      }
      /* Two rows at most, whatever the hall offers: a third would take its height from the services. */
      @media (orientation: portrait) {
        .entries {
          grid-template-columns: repeat(6, 1fr);
        }
        .entries .action {
          grid-column: span 3;
        }
        .entries .action:first-child:nth-last-child(3) {
          grid-column: 1 / -1;
        }
        .entries .action:first-child:nth-last-child(5) ~ .action:nth-child(n + 3) {
          grid-column: span 2;
          padding-right: var(--ld-mm);
          padding-left: var(--ld-mm);
        }
      }
      .who {
        font-size: var(--st-text);
        color: var(--ld-ink-soft);
      }
      @media (orientation: landscape) {
        .entries {
          grid-template-columns: repeat(var(--entries), 1fr);
        }
        .entries .action {
          min-height: calc(28 * var(--ld-mm));
          padding-right: var(--ld-mm);
          padding-left: var(--ld-mm);
          font-size: calc(9.5 * var(--ld-mm) * var(--ld-print));
        }
        .who {
          --st-text: var(--st-first-text);
        }
      }
    `,
  ];

  @property({ attribute: false }) services: readonly HallServiceNow[] = [];
  @property({ attribute: false }) grid: Grid = { columns: 2, rows: 3 };
  /** The hall's instant. */
  @property() now = "";
  /** Whether there are more services than stand here. */
  @property({ type: Boolean }) hasMore = false;
  /** Whether anything can be booked. */
  @property({ type: Boolean }) takesBookings = false;
  /** Whether the hall lists reasons for a priority. */
  @property({ type: Boolean }) offersPriority = false;
  /** Whether the resident has chosen one. */
  @property({ type: Boolean }) hasPriority = false;
  /** What everybody should know before tapping: the printer, the hours. */
  @property({ attribute: false }) notes: readonly Note[] = [];

  /** Set where a name would not stand whole on its tile below all that is said above. */
  @property({ type: Boolean, reflect: true }) isTight = false;

  /** What the room on the tiles was looked at for. */
  private lookedFor = "";
  private readonly language = new LanguageController(this);

  override willUpdate(): void {
    const what = JSON.stringify([
      this.services.map(({ id, closedFor, nextOpening }) => [id, closedFor, nextOpening]),
      this.grid,
      this.notes,
      this.language.current,
    ]);
    if (what !== this.lookedFor) this.isTight = false;
    this.lookedFor = what;
  }

  /** Sets the names smaller before anything is painted, rather than cut one. */
  override updated(): void {
    this.style.setProperty("--columns", String(this.grid.columns));
    this.style.setProperty("--rows", String(this.grid.rows));
    this.style.setProperty("--entries", String(this.entries().length + (this.hasPriority ? 1 : 0)));
    const tiles = [...this.renderRoot.querySelectorAll(".tile")];
    if (tiles.some((tile) => tile.scrollHeight > tile.clientHeight + 1)) this.isTight = true;
  }

  override render() {
    const language = this.language.current;
    return html`
      <div class="notes" role="status">
        ${this.notes.map((note) => html`<p class="note">${sign(note.sign)}<span>${claused(note.text, language)}</span></p>`)}
      </div>
      <div class="grid">
        ${this.services.map((service) => serviceTile(service, { language, now: this.now, chosen: (id) => this.dispatchEvent(new ServiceChosenEvent(id)) }))}
      </div>
      <nav class="entries">
        ${this.entries().map(
          ({ place, words, isMain }) =>
            html`<button
              class="action ${isMain ? "main" : ""}"
              type="button"
              data-place=${place}
              ${press(() => this.dispatchEvent(new WentEvent(place)))}
            >
              <span>${phrased(say(words, language), language)}</span>
            </button>`,
        )}
        ${
          this.hasPriority
            ? html`<button
                class="action"
                type="button"
                data-place="no-priority"
                ${press(() => this.dispatchEvent(new ReasonChosenEvent(null)))}
              >
                ${say(stationWords.priorityOff, language)}
              </button>`
            : nothing
        }
      </nav>
      ${this.offersPriority && !this.hasPriority ? html`<p class="who">${claused(say(stationWords.priorityWho, language), language)}</p>` : nothing}
    `;
  }

  /** What stands below the tiles; only what leads somewhere. */
  private entries(): readonly Entry[] {
    const isOffered: Readonly<Record<Place, boolean>> = {
      services: false,
      all: this.hasMore,
      help: true,
      scan: true,
      "check-in": this.takesBookings,
      priority: this.offersPriority && !this.hasPriority,
    };
    const entries: readonly Entry[] = [
      { place: "all", words: stationWords.allServices, isMain: true },
      { place: "check-in", words: stationWords.checkIn, isMain: false },
      { place: "help", words: stationWords.help, isMain: false },
      { place: "scan", words: stationWords.comeBack, isMain: false },
      { place: "priority", words: stationWords.priority, isMain: false },
    ];
    return entries.filter(({ place }) => isOffered[place]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-services": ServicesView;
  }
}
