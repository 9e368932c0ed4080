/** `<ld-screens-page>`: the hall's lobby screens from afar: how they do, how they are set, and what they can be told. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { consoleWords } from "../../shared/text/console.ts";
import { screenWords } from "../../shared/text/console-screens.ts";
import { say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Item, Screen } from "../../shared/wire/lobby.ts";
import { ChosenFocus } from "../chosen-focus.ts";
import { pageStyles } from "../console-styles.ts";
import { allItems } from "../content/all-items.ts";
import { titleOf } from "../content/item-words.ts";
import { focusMessage, formError } from "../form-parts.ts";
import { listState } from "../list-state.ts";
import { addressOf } from "../place.ts";
import { Polled } from "../polled.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";
import { staffRequest, type Asked } from "../staff-request.ts";
import "./screen-form.ts";
import type { SetScreenEvent } from "./screen-form.ts";
import "./screen-health.ts";
import "./screen-list.ts";

const everyMillis = 3_000;
const itemsEveryMillis = 30_000;

type What = "set" | "reload" | "identify";

/** What is going on with the chosen screen; forgotten when another is chosen. */
interface Doing {
  readonly what: What | null;
  readonly isWorking: boolean;
  readonly problem: ApiProblem | null;
  readonly isDone: boolean;
}

const idle: Doing = { what: null, isWorking: false, problem: null, isDone: false };

@customElement("ld-screens-page")
export class ScreensPage extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    pageStyles,
    css`
      .commands {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ld-space-3);
        margin-top: var(--ld-space-4);
      }
      .commands + p {
        margin-top: var(--ld-space-3);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  /** The id of the screen that is chosen. */
  @property({ attribute: false }) chosen: string | null = null;
  /** Whether whoever is signed in may set screens. */
  @property({ type: Boolean }) sets = false;

  @state() private doing: Doing = idle;

  private readonly language = new LanguageController(this);
  /** With the hub's instant at which it was so. */
  private readonly screens = new Polled<{ items: Screen[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/screens" }),
    everyMillis,
  });
  private readonly items = new Polled<readonly Item[]>(this, {
    ask: () => allItems(this),
    everyMillis: itemsEveryMillis,
  });

  /** The hub's instant. */
  @property() now = "";

  constructor() {
    super();
    this.addController(new ChosenFocus(this, "screens"));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("chosen")) this.doing = idle;
  }

  override render() {
    const language = this.language.current;
    const screens = this.screens.value?.items ?? null;
    return html`
      <h1>${say(consoleWords.screens, language)}</h1>
      ${listState(this.screens.picture, language)}
      ${
        screens === null
          ? nothing
          : screens.length === 0
            ? html`<p class="soft">${say(screenWords.none, language)}</p>`
            : html`<div class="page ${this.chosen === null ? "shows-list" : "shows-chosen"}">
                <ld-screen-list
                  class="list"
                  .screens=${screens}
                  .areas=${this.hall?.areas ?? []}
                  .titles=${this.titles()}
                  .now=${this.now}
                  .chosen=${this.chosen}
                ></ld-screen-list>
                <section class="chosen">${this.back()} ${this.chosenPart(screens)}</section>
              </div>`
      }
    `;
  }

  private back() {
    if (this.chosen === null) return nothing;
    return html`<a class="back" href=${addressOf({ section: "screens", chosen: null })}
      ><span aria-hidden="true">‹</span>${say(screenWords.all, this.language.current)}</a
    >`;
  }

  private chosenPart(screens: readonly Screen[]) {
    const language = this.language.current;
    if (this.chosen === null) return html`<p class="soft">${say(screenWords.chooseOne, language)}</p>`;
    const screen = screens.find(({ id }) => id === this.chosen);
    if (!screen) return html`<p class="soft">${say(screenWords.goneNow, language)}</p>`;
    const { showing } = screen.health;
    return keyed(
      screen.id,
      html`
        <h2>${screen.name}</h2>
        <ld-screen-health
          .screen=${screen}
          .showing=${showing === null ? null : (this.titles().get(showing) ?? null)}
          .now=${this.now}
        ></ld-screen-health>
        ${this.commands(screen)} ${this.sets ? this.settings(screen, screens) : nothing}
      `,
    );
  }

  private commands(screen: Screen) {
    const language = this.language.current;
    const { isWorking, isDone, what, problem } = this.doing;
    const off = isWorking || !screen.connected ? "true" : "false";
    const done = what === "reload" ? screenWords.reloadDone : screenWords.identifyDone;
    const press = (order: "reload" | "identify") =>
      html`<button type="button" class="button" aria-disabled=${off} @click=${() => this.order(screen, order)}>
        ${say(screenWords[order], language)}
      </button>`;
    return html`
      <div class="commands">
        ${this.sets ? html`${press("identify")} ${press("reload")}` : nothing}
        <a class="button" href=${addressOf({ section: "programme", chosen: screen.id })}
          >${say(screenWords.why, language)}</a
        >
      </div>
      ${this.sets && !screen.connected ? html`<p class="soft">${say(screenWords.reachable, language)}</p>` : nothing}
      ${what !== "set" && problem ? formError(refusalToStaff(problem, language)) : nothing}
      ${what !== "set" && isDone ? html`<p role="status" tabindex="-1">✓ ${say(done, language)}</p>` : nothing}
    `;
  }

  private settings(screen: Screen, screens: readonly Screen[]) {
    const { isWorking, isDone, what, problem } = this.doing;
    const isSetting = what === "set";
    return html`<div class="part">
      <h2>${say(screenWords.settings, this.language.current)}</h2>
      <ld-screen-form
        class="first-form"
        .screen=${screen}
        .areas=${this.hall?.areas ?? []}
        .groups=${[...new Set(screens.flatMap(({ group }) => group ?? []))]}
        .problem=${isSetting ? problem : null}
        ?working=${isWorking && isSetting}
        ?saved=${isDone && isSetting}
        @set-screen=${(event: SetScreenEvent) =>
          this.carryOut("set", { method: "PUT", path: `/api/screens/${screen.id}`, body: event.body })}
      ></ld-screen-form>
    </div>`;
  }

  private titles(): ReadonlyMap<string, string> {
    return new Map((this.items.value ?? []).map((item) => [item.id, titleOf(item, this.language.current)]));
  }

  private async order({ id, connected }: Screen, what: "reload" | "identify"): Promise<void> {
    if (!connected) return;
    await this.carryOut(what, { method: "POST", path: `/api/screens/${id}/${what}` });
    focusMessage(this.renderRoot);
  }

  private async carryOut(what: What, asked: Asked): Promise<void> {
    if (this.doing.isWorking) return;
    const { chosen } = this;
    this.doing = { ...idle, what, isWorking: true };
    const answer = await staffRequest<unknown>(this, asked);
    await this.screens.refresh();
    if (chosen !== this.chosen) return;
    this.doing = answer.ok ? { ...idle, what, isDone: true } : { ...idle, what, problem: answer.problem };
    await this.updateComplete;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-screens-page": ScreensPage;
  }
}
