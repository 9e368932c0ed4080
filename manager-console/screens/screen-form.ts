/**
 * `<ld-screen-form>`: how a lobby screen is set: its layout from drawn templates, how it hangs, what it says.
 * @fires SetScreenEvent with the request's body.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { orientations, screenLayouts } from "../../shared/domain/vocabulary.ts";
import { consoleWords } from "../../shared/text/console.ts";
import { layoutWords, orientationWords, screenWords } from "../../shared/text/console-screens.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ChangeScreen, Screen, ScreenItem, ScreenSettings } from "../../shared/wire/lobby.ts";
import { valueOf } from "../content/editor-parts.ts";
import { isTooSmall, readingHeight } from "../content/preview-sizes.ts";
import "../content/wall-frame.ts";
import { focusFirstError, focusMessage, formError, formStyles, under, type FieldWords } from "../form-parts.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";
import {
  screenBodyOf,
  screenDraftOf,
  screenFieldOf,
  settingsOf,
  type ScreenDraft,
  type ScreenField,
} from "./screen-draft.ts";
import { screenSketch, sketchStyles } from "./screen-sketch.ts";

export class SetScreenEvent extends Event {
  static readonly type = "set-screen";

  constructor(readonly body: ChangeScreen) {
    super(SetScreenEvent.type, { bubbles: true, composed: true });
  }
}

const templateWidth = { landscape: 150, portrait: 80 } as const;
/** What stands in for the hall's content: made from its own hours and counters. */
const sampleItems: readonly ScreenItem[] = [
  { id: "today", version: 1, kind: "today", title: { zh: "", en: "" }, seconds: 15, priority: 0, schedule: {} },
];

@customElement("ld-screen-form")
export class ScreenForm extends LitElement {
  static override styles = [
    ...formStyles,
    sketchStyles,
    css`
      .layouts {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--ld-space-3);
      }
      .layout {
        display: block;
        padding: var(--ld-space-2);
        border: var(--ld-rule) solid var(--ld-line);
        border-radius: var(--ld-radius);
        font-size: var(--ld-text-s);
        cursor: pointer;
      }
      .layout.on {
        border-color: var(--ld-structure);
        box-shadow: inset 0 0 0 var(--ld-rule) var(--ld-structure);
      }
      .layout:focus-within {
        outline: 3px solid var(--ld-focus);
        outline-offset: 2px;
      }
      .layout .sketch {
        margin: 0 auto var(--ld-space-2);
      }
      .check .hint {
        display: block;
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-s);
      }
      .live ld-wall-frame {
        max-width: 36rem;
        margin: 0 auto;
      }
      .live p {
        margin-top: var(--ld-space-2);
        font-size: var(--ld-text-s);
      }
      .done {
        font-weight: var(--ld-bold);
      }
    `,
  ];

  @property({ attribute: false }) screen: Screen | null = null;
  @property({ attribute: false }) areas: HallNow["areas"] = [];
  /** Names of the groups that there are. */
  @property({ attribute: false }) groups: readonly string[] = [];
  @property({ type: Boolean }) working = false;
  @property({ type: Boolean }) saved = false;
  @property({ attribute: false }) problem: ApiProblem | null = null;

  @state() private draft: ScreenDraft | null = null;
  @state() private wrong: FieldWords<ScreenField> = {};

  /** As it was set when the form was begun: what is typed is not overwritten by what is heard of it meanwhile. */
  private begun: Screen | null = null;
  private previewed: ScreenSettings | null = null;
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = this.screen?.id !== this.begun?.id;
    if (!this.screen || !(isOther || (changed.has("saved") && this.saved))) return;
    this.begun = this.screen;
    this.draft = screenDraftOf(this.screen);
    this.wrong = {};
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("problem")) focusFirstError(this.renderRoot);
    if (changed.has("saved") && this.saved) focusMessage(this.renderRoot);
  }

  override render() {
    const { draft, begun } = this;
    if (!draft || !begun) return nothing;
    const language = this.language.current;
    return html`
      <form novalidate autocomplete="off" @submit=${this.submit}>
        ${this.layouts(draft)} ${this.radios(draft)}
        <div class="pair">${this.number("inches", draft.inches)} ${this.number("metres", draft.metres)}</div>
        <div class="live">${this.preview(draft, begun)}</div>
        <div class="pair">${this.area(draft)} ${this.group(draft)}</div>
        ${this.check("isSpeaking", draft.isSpeaking)} ${this.check("isOwnCallsOnly", draft.isOwnCallsOnly)}
        ${formError(this.formProblem())}
        <div class="ends">
          <button class="button primary" aria-disabled=${this.working ? "true" : "false"}>
            ${say(this.working ? consoleWords.saving : consoleWords.save, language)}
          </button>
          <span class="done" role="status" tabindex="-1"
            >${this.saved ? `✓ ${say(consoleWords.saved, language)}` : nothing}</span
          >
        </div>
      </form>
    `;
  }

  private layouts(draft: ScreenDraft) {
    const language = this.language.current;
    return html`<fieldset>
      <legend>${say(screenWords.layout, language)}</legend>
      <div class="layouts">
        ${screenLayouts.map(
          (layout) =>
            html`<label class="layout ${layout === draft.layout ? "on" : ""}">
              ${screenSketch(
                { layout, orientation: draft.orientation, sizeInches: 43, viewingMetres: 5 },
                templateWidth[draft.orientation],
              )}
              <span class="choice"
                ><input
                  type="radio"
                  name="layout"
                  value=${layout}
                  .checked=${layout === draft.layout}
                  @change=${() => this.change({ layout })}
                /><span>${say(layoutWords[layout], language)}</span></span
              >
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private radios(draft: ScreenDraft) {
    const language = this.language.current;
    return html`<fieldset>
      <legend>${say(screenWords.orientation, language)}</legend>
      <div class="choices">
        ${orientations.map(
          (orientation) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="orientation"
                .checked=${orientation === draft.orientation}
                @change=${() => this.change({ orientation })}
              /><span>${say(orientationWords[orientation], language)}</span></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  private number(field: "inches" | "metres", value: string) {
    const error = this.errorAt(field);
    return html`<label class="field">
      <span id="${field}-label">${say(screenWords[field], this.language.current)}</span>
      <input
        name=${field}
        inputmode="decimal"
        maxlength="5"
        .value=${value}
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="${field}-label"
        aria-describedby="${field}-under"
        @input=${(event: Event) => this.change({ [field]: valueOf(event) })}
      />
      ${under(`${field}-under`, error)}
    </label>`;
  }

  /** As it will come out, so that a screen too small for its hall is seen before it is saved. */
  private preview(draft: ScreenDraft, begun: Screen) {
    const language = this.language.current;
    const settings = settingsOf(draft, begun);
    const height = readingHeight(settings);
    const words = { have: height.have.toFixed(1), need: height.need.toFixed(1) };
    return html`<ld-wall-frame .settings=${this.settled(settings)} .items=${sampleItems} isCalling></ld-wall-frame>
      <p class=${isTooSmall(height) ? "note trouble" : "soft"} role="status">
        ${isTooSmall(height) ? html`<span class="sign" aria-hidden="true">!</span>` : nothing}<span
          >${say(screenWords.sees, language, words)}</span
        >
      </p>`;
  }

  /** The same object while nothing has changed: the drawing is told no more than it must. */
  private settled(settings: ScreenSettings): ScreenSettings {
    if (JSON.stringify(settings) !== JSON.stringify(this.previewed)) this.previewed = settings;
    return this.previewed ?? settings;
  }

  private area({ area }: ScreenDraft) {
    const language = this.language.current;
    const error = this.errorAt("area");
    return html`<label class="field">
      <span id="area-label">${say(screenWords.area, language)}</span>
      <select
        name="area"
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="area-label"
        aria-describedby="area-under"
        @change=${(event: Event) => this.change({ area: valueOf(event) })}
      >
        <option value="" .selected=${area === ""}>${say(consoleWords.none, language)}</option>
        ${this.areas.map(({ id, name }) => html`<option value=${id} .selected=${id === area}>${pick(name, language)}</option>`)}
      </select>
      ${under("area-under", error, say(screenWords.areaHint, language))}
    </label>`;
  }

  private group({ group }: ScreenDraft) {
    const language = this.language.current;
    const error = this.errorAt("group");
    return html`<label class="field">
      <span id="group-label">${say(screenWords.group, language)}</span>
      <input
        name="group"
        list="groups"
        maxlength="60"
        .value=${group}
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="group-label"
        aria-describedby="group-under"
        @input=${(event: Event) => this.change({ group: valueOf(event) })}
      />
      <datalist id="groups">${this.groups.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${under("group-under", error, say(screenWords.groupHint, language))}
    </label>`;
  }

  private check(field: "isSpeaking" | "isOwnCallsOnly", isOn: boolean) {
    const language = this.language.current;
    const [words, hint, error] =
      field === "isSpeaking"
        ? [screenWords.speaks, say(screenWords.speaksHint, language), undefined]
        : [screenWords.ownCallsOnly, null, this.errorAt("ownCallsOnly")];
    return html`<div class="check">
      <label class="choice"
        ><input
          type="checkbox"
          name=${field}
          .checked=${isOn}
          aria-invalid=${error === undefined ? "false" : "true"}
          aria-describedby="${field}-under"
          @change=${() => this.change({ [field]: !isOn })}
        /><span>${say(words, language)}</span></label
      >
      ${under(`${field}-under`, error, hint)}
    </div>`;
  }

  private change(change: Partial<ScreenDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    this.wrong = {};
    [this.problem, this.saved] = [null, false];
  }

  private errorAt(field: ScreenField): string | undefined {
    const language = this.language.current;
    const words = this.wrong[field];
    if (words) return say(words, language);
    return this.problem && screenFieldOf(this.problem.field) === field
      ? refusalToStaff(this.problem, language)
      : undefined;
  }

  private formProblem(): string | undefined {
    const { problem } = this;
    return problem && screenFieldOf(problem.field) === "form"
      ? refusalToStaff(problem, this.language.current)
      : undefined;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const { draft, begun } = this;
    if (this.working || !draft || !begun) return;
    const made = screenBodyOf(draft, begun);
    this.wrong = "errors" in made ? made.errors : {};
    if ("body" in made) this.dispatchEvent(new SetScreenEvent(made.body));
    else void this.updateComplete.then(() => focusFirstError(this.renderRoot));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-screen-form": ScreenForm;
  }
}
