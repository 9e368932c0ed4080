/** `<ld-programme-page>`: what shows when, a week at a time, and for any moment and screen: why. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Place } from "../../shared/domain/programme.ts";
import { consoleWords } from "../../shared/text/console.ts";
import { programmeWords } from "../../shared/text/console-programme.ts";
import { say } from "../../shared/text/text.ts";
import { dayOf } from "../../shared/text/times.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Item, ItemVersion, Screen, Showing } from "../../shared/wire/lobby.ts";
import { pageStyles } from "../console-styles.ts";
import { allItems } from "../content/all-items.ts";
import { formStyles } from "../form-parts.ts";
import { dayAfter, instantOf, momentIn, weekOf } from "../hall-time.ts";
import { listState } from "../list-state.ts";
import { Polled } from "../polled.ts";
import { staffRequest } from "../staff-request.ts";
import { dayPlan, planFor } from "./week-plan.ts";
import "./week-view.ts";
import type { MomentEvent } from "./week-view.ts";
import "./why-showing.ts";
import type { AskWhyEvent } from "./why-showing.ts";

const everyMillis = 10_000;

/** A screen, or a group of screens by its name. */
interface Spot {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  /** The screen that is asked why; of a group its first. */
  readonly screen: string;
}

@customElement("ld-programme-page")
export class ProgrammePage extends LitElement {
  static override styles = [
    ...formStyles,
    pageStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--ld-space-3) var(--ld-space-4);
        margin-bottom: var(--ld-space-4);
      }
      .tools .field {
        width: 18rem;
      }
      .week {
        display: flex;
        align-items: center;
        gap: var(--ld-space-2);
      }
      .week b {
        min-width: 11rem;
        text-align: center;
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 22rem;
        align-items: start;
        gap: var(--ld-space-5);
      }
      ld-why-showing {
        position: sticky;
        top: var(--ld-space-4);
      }

      @media (max-width: 75rem) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
        ld-why-showing {
          position: static;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  /** Id of the screen to begin with. */
  @property({ attribute: false }) chosen: string | null = null;

  @state() private spot: string | null = null;
  /** A date of the week that is looked at; null: today's. */
  @state() private date: string | null = null;
  @state() private isWhole = false;
  @state() private asked: { readonly screen: string; readonly date: string; readonly time: string } | null = null;
  @state() private showing: Showing | null = null;
  @state() private problem: ApiProblem | null = null;
  /** What is on the screens of items that are being changed, by item and version. */
  @state() private published: ReadonlyMap<string, ItemVersion> = new Map();

  private readonly language = new LanguageController(this);
  private readonly items = new Polled<readonly Item[]>(this, { ask: () => allItems(this), everyMillis });
  private readonly screens = new Polled<{ items: Screen[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/screens" }),
    everyMillis,
  });

  override willUpdate(): void {
    for (const item of this.items.value ?? []) void this.learnPublished(item);
  }

  override render() {
    const language = this.language.current;
    const { hall } = this;
    const items = this.items.value;
    const spots = this.spots(this.screens.value?.items ?? []);
    const spot = spots.find(({ key }) => key === (this.spot ?? this.chosen)) ?? spots[0];
    return html`
      <h1>${say(consoleWords.programme, language)}</h1>
      ${listState(this.items.picture, language)}
      ${
        !hall || !items || this.screens.value === null
          ? nothing
          : !spot
            ? html`<p class="soft">${say(programmeWords.noScreens, language)}</p>`
            : this.week(hall, items, { spots, spot })
      }
    `;
  }

  private week(hall: HallNow, items: readonly Item[], { spots, spot }: { spots: readonly Spot[]; spot: Spot }) {
    const language = this.language.current;
    const dates = weekOf(this.date ?? hall.date);
    const plan = planFor(items, (item) => this.published.get(keyOf(item)) ?? null, spot.place);
    const days = dates.map((date) => ({ date, blocks: dayPlan(plan, date, hall.timezone) }));
    const now = momentIn(hall.timezone, Date.parse(hall.now));
    return html`
      <div class="tools">
        <label class="field">
          <span>${say(programmeWords.place, language)}</span>
          <select name="spot" @change=${this.place}>
            ${spots.map(({ key, name }) => html`<option value=${key} .selected=${key === spot.key}>${name}</option>`)}
          </select>
        </label>
        <div class="week">
          <button type="button" class="button" @click=${() => this.go(dates, -7)}>
            ${say(programmeWords.before, language)}
          </button>
          <b aria-live="polite"
            >${say(programmeWords.week, language, { from: dayOf(dates[0] ?? "", language), until: dayOf(dates[6] ?? "", language) })}</b
          >
          <button type="button" class="button" @click=${() => this.go(dates, 7)}>
            ${say(programmeWords.after, language)}
          </button>
          <button type="button" class="button" @click=${() => (this.date = null)}>
            ${say(programmeWords.thisWeek, language)}
          </button>
        </div>
        <button
          type="button"
          class="button"
          aria-pressed=${this.isWhole ? "true" : "false"}
          @click=${() => (this.isWhole = !this.isWhole)}
        >
          ${say(this.isWhole ? programmeWords.dayTime : programmeWords.wholeDay, language)}
        </button>
      </div>
      <div class="sides">
        <ld-week-view
          .days=${days}
          .now=${{ date: now.date, time: now.time }}
          ?whole=${this.isWhole}
          @moment=${(event: MomentEvent) => this.why({ screen: spot.screen, ...event.moment })}
        ></ld-week-view>
        <ld-why-showing
          .screens=${this.screens.value?.items ?? []}
          .asked=${this.asked ?? { screen: spot.screen, date: now.date, time: now.time }}
          .showing=${this.showing}
          .problem=${this.problem}
          @ask-why=${(event: AskWhyEvent) => this.why(event.asked)}
        ></ld-why-showing>
      </div>
    `;
  }

  private spots(screens: readonly Screen[]): readonly Spot[] {
    const groups = [...new Set(screens.flatMap(({ group }) => group ?? []))].sort();
    return [
      ...screens.map(({ id, name, area, group }) => ({ key: id, name, place: { id, area, group }, screen: id })),
      ...groups.map((group) => ({
        key: `group ${group}`,
        name: say(programmeWords.group, this.language.current, { name: group }),
        place: { id: "", area: null, group },
        screen: screens.find((screen) => screen.group === group)?.id ?? "",
      })),
    ];
  }

  private place(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.spot = event.target.value;
    [this.asked, this.showing, this.problem] = [null, null, null];
  }

  private go(dates: readonly string[], days: number): void {
    this.date = dayAfter(dates[0] ?? "", days);
  }

  private async why(asked: { readonly screen: string; readonly date: string; readonly time: string }): Promise<void> {
    this.asked = asked;
    const at = encodeURIComponent(instantOf(this.hall?.timezone ?? "UTC", asked.date, asked.time));
    const answer = await staffRequest<Showing>(this, { path: `/api/screens/${asked.screen}/showing?at=${at}` });
    if (this.asked !== asked) return;
    this.showing = answer.ok ? answer.value : null;
    this.problem = answer.ok ? null : answer.problem;
  }

  /** Of an item that is being changed the list shows the change; what is on the screens stands among its versions. */
  private async learnPublished(item: Item): Promise<void> {
    const { id, version, publishedVersion } = item;
    if (publishedVersion === null || publishedVersion === version || this.published.has(keyOf(item))) return;
    const answer = await staffRequest<{ items: ItemVersion[] }>(this, { path: `/api/items/${id}/versions` });
    const found = answer.ok ? answer.value.items.find((each) => each.version === publishedVersion) : undefined;
    if (found) this.published = new Map([...this.published, [keyOf(item), found]]);
  }
}

function keyOf({ id, publishedVersion }: Item): string {
  return `${id} ${String(publishedVersion)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-programme-page": ProgrammePage;
  }
}
