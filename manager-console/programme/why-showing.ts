/**
 * `<ld-why-showing>`: why something shows at a moment on a screen: every candidate with the rule that let it in or kept
 * it out, in the hub's words.
 * @fires AskWhyEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { itemKindWords } from "../../shared/text/console-content.ts";
import { programmeWords } from "../../shared/text/console-programme.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, timeOfDay } from "../../shared/text/times.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { Screen, Showing } from "../../shared/wire/lobby.ts";
import { formError, formStyles, textIn } from "../form-parts.ts";
import { addressOf } from "../place.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";

export interface AskedWhy {
  readonly screen: string;
  readonly date: string;
  readonly time: string;
}

export class AskWhyEvent extends Event {
  static readonly type = "ask-why";

  constructor(readonly asked: AskedWhy) {
    super(AskWhyEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-why-showing")
export class WhyShowing extends LitElement {
  static override styles = [
    ...formStyles,
    css`
      :host {
        padding: var(--ld-space-4);
        border-top: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-sheet);
      }
      h2 {
        margin-bottom: var(--ld-space-2);
        font-size: var(--ld-text-l);
      }
      form > * + * {
        margin-top: var(--ld-space-3);
      }
      .answer {
        margin-top: var(--ld-space-4);
        padding-top: var(--ld-space-3);
        border-top: var(--ld-hair) solid var(--ld-line);
      }
      .for {
        margin-bottom: var(--ld-space-2);
        font-weight: var(--ld-bold);
      }
      li {
        display: flex;
        gap: var(--ld-space-3);
        padding: var(--ld-space-2) 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      .verdict {
        flex: 0 0 3.75rem;
        font-weight: var(--ld-bold);
      }
      li a {
        color: var(--ld-structure-text);
        font-weight: var(--ld-bold);
      }
      .no {
        color: var(--ld-ink-soft);
      }
      .reason {
        display: block;
        font-size: var(--ld-text-s);
      }
      .note {
        margin-bottom: var(--ld-space-2);
      }
    `,
  ];

  @property({ attribute: false }) screens: readonly Screen[] = [];
  /** What stands in the form. */
  @property({ attribute: false }) asked: AskedWhy = { screen: "", date: "", time: "" };
  @property({ attribute: false }) showing: Showing | null = null;
  @property({ attribute: false }) problem: ApiProblem | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const { screen, date, time } = this.asked;
    return html`
      <h2>${say(programmeWords.whyTitle, language)}</h2>
      <form @submit=${this.submit}>
        <label class="field">
          <span>${say(programmeWords.whyScreen, language)}</span>
          <select name="screen">
            ${this.screens.map(({ id, name }) => html`<option value=${id} .selected=${id === screen}>${name}</option>`)}
          </select>
        </label>
        <div class="pair">
          <label class="field">
            <span>${say(programmeWords.whyAt, language)}</span>
            <input type="date" name="date" required .value=${date} />
          </label>
          <label class="field">
            <span>${say(programmeWords.whyTime, language)}</span>
            <input type="time" name="time" required .value=${time} />
          </label>
        </div>
        <button class="button primary">${say(programmeWords.whyAsk, language)}</button>
      </form>
      <div class="answer" role="status">
        ${formError(this.problem ? refusalToStaff(this.problem, language) : undefined)}
        ${this.showing ? this.answer(this.showing) : html`<p class="soft">${say(programmeWords.whyHint, language)}</p>`}
      </div>
    `;
  }

  private answer({ screen, at, emergency, items }: Showing) {
    const language = this.language.current;
    const name = this.screens.find(({ id }) => id === screen)?.name ?? screen;
    const inOrder = [...items].sort((one, other) => Number(other.shows) - Number(one.shows));
    return html`
      <p class="for">
        ${say(programmeWords.whyFor, language, { screen: name, date: `${dateOf(at, language)} `, time: timeOfDay(at) })}
      </p>
      ${
        emergency
          ? html`<p class="note trouble">
              <span class="sign" aria-hidden="true">!</span><span>${say(programmeWords.whyEmergency, language)}</span>
            </p>`
          : nothing
      }
      ${inOrder.length === 0 ? html`<p class="soft">${say(programmeWords.whyNothing, language)}</p>` : nothing}
      <ul>
        ${inOrder.map(
          ({ item, title, kind, shows, reason }) =>
            html`<li class=${shows ? "" : "no"}>
              <span class="verdict"
                ><span aria-hidden="true">${shows ? "✓ " : "– "}</span
                >${say(shows ? programmeWords.whyShows : programmeWords.whyNot, language)}</span
              >
              <span>
                <a href=${addressOf({ section: "content", chosen: item })}
                  >${pick(title, language) || say(itemKindWords[kind], language)}</a
                >
                <span class="reason">${pick(reason, language)}</span>
              </span>
            </li>`,
        )}
      </ul>
    `;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const [screen, date, time] = [textIn(form, "screen"), textIn(form, "date"), textIn(form, "time")];
    if (screen !== "" && date !== "" && time !== "") this.dispatchEvent(new AskWhyEvent({ screen, date, time }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-why-showing": WhyShowing;
  }
}
