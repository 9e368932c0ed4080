/**
 * `<ld-item-review>`: where an item stands between its author and the screens, and the steps that are open to whoever
 * looks at it.
 * @fires ReviewEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ItemState } from "../../shared/domain/vocabulary.ts";
import { contentWords, itemStateWords, reviewWords } from "../../shared/text/console-content.ts";
import { say, type Words } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { Item } from "../../shared/wire/lobby.ts";
import { focusFirstError, formError, formStyles, under } from "../form-parts.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";
import "../sure.ts";
import { dateAndTime } from "./item-words.ts";

export type ReviewStep = "approve" | "reject" | "withdraw" | "throw-away";

export class ReviewEvent extends Event {
  static readonly type = "review";

  /** @param note what is to change; empty but for `reject`. */
  constructor(
    readonly step: ReviewStep,
    readonly note: string,
  ) {
    super(ReviewEvent.type, { bubbles: true, composed: true });
  }
}

const stateLines = {
  draft: reviewWords.isDraft,
  review: reviewWords.isReview,
  published: reviewWords.isPublished,
  withdrawn: reviewWords.isWithdrawn,
} as const satisfies Record<ItemState, Words>;
const longestNote = 500;

@customElement("ld-item-review")
export class ItemReview extends LitElement {
  static override styles = [
    ...formStyles,
    css`
      .standing {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--ld-space-2) var(--ld-space-4);
        padding: var(--ld-space-3) var(--ld-space-4);
        border-left: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-well);
      }
      .standing.review {
        border-left-color: var(--ld-on-signal);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      .standing p {
        flex: 1 1 20rem;
      }
      .second {
        display: block;
        font-size: var(--ld-text-s);
      }
      .steps {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--ld-space-3);
      }
      .back {
        max-width: 40rem;
        margin-top: var(--ld-space-4);
      }
      .back .ends {
        margin-top: var(--ld-space-3);
      }
      textarea {
        min-height: 5rem;
      }
      .note {
        margin-top: var(--ld-space-3);
      }
    `,
  ];

  @property({ attribute: false }) item: Item | null = null;
  /** Whether whoever is signed in may decide at all. */
  @property({ type: Boolean }) mine = false;
  @property({ type: Boolean }) working = false;
  /** Whether whoever is signed in may throw away what others wrote. */
  @property({ type: Boolean }) manages = false;
  /** Why a step was not taken. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  @state() private isWriting = false;
  @state() private isNoteMissing = false;

  private readonly language = new LanguageController(this);

  override willUpdate(): void {
    if (this.item?.state !== "review") this.isWriting = false;
  }

  override render() {
    const { item } = this;
    if (!item) return nothing;
    const language = this.language.current;
    return html`
      <div class="standing ${item.state}">
        <p>
          <b>${say(itemStateWords[item.state], language)}</b> · ${this.stands(item)}
          <span class="second">${this.wrote(item)}</span>
        </p>
        ${this.mine ? html`<div class="steps">${this.steps(item)}</div>` : nothing}
      </div>
      ${this.sentBack(item)} ${this.isWriting ? this.sendingBack() : nothing}
      ${formError(this.problem ? refusalToStaff(this.problem, language) : undefined)}
    `;
  }

  private stands({ state, version, publishedVersion }: Item): string {
    const language = this.language.current;
    const line = say(stateLines[state], language);
    if (publishedVersion === null || publishedVersion === version) return line;
    const change = say(contentWords.changesWait, language, { version: publishedVersion });
    return state === "review" ? `${line} · ${change}` : change;
  }

  private wrote({ author, changedAt }: Item): string {
    const language = this.language.current;
    return say(contentWords.wroteAt, language, { who: author, time: dateAndTime(changedAt, language) });
  }

  private steps(item: Item) {
    const language = this.language.current;
    const off = this.working ? "true" : "false";
    const approval = item.own
      ? html`<span>${say(reviewWords.notOwn, language)}</span>`
      : html`<button type="button" class="button primary" aria-disabled=${off} @click=${() => this.step("approve")}>
          ${say(reviewWords.approve, language)}
        </button>`;
    return html`
      ${
        item.state === "review"
          ? html`${approval}
              <button
                type="button"
                class="button"
                aria-disabled=${off}
                aria-expanded=${this.isWriting ? "true" : "false"}
                @click=${this.write}
              >
                ${say(reviewWords.sendBack, language)}
              </button>`
          : nothing
      }
      ${
        item.state === "draft" && item.publishedVersion === null && (item.own || this.manages)
          ? html`<ld-sure
              .action=${say(reviewWords.throwAway, language)}
              .question=${say(reviewWords.throwAwaySure, language)}
              .yes=${say(reviewWords.throwAwayYes, language)}
              .no=${say(reviewWords.throwAwayNo, language)}
              ?working=${this.working}
              @sure=${() => this.step("throw-away")}
            ></ld-sure>`
          : nothing
      }
      ${
        item.publishedVersion === null
          ? nothing
          : html`<ld-sure
              .action=${say(reviewWords.withdraw, language)}
              .question=${say(reviewWords.withdrawSure, language)}
              .yes=${say(reviewWords.withdrawYes, language)}
              .no=${say(reviewWords.withdrawNo, language)}
              ?working=${this.working}
              @sure=${() => this.step("withdraw")}
            ></ld-sure>`
      }
    `;
  }

  private sentBack({ state, note, decidedBy }: Item) {
    if (state !== "draft" || note === null) return nothing;
    return html`<p class="note signal">
      <span class="sign" aria-hidden="true">!</span
      ><span>${say(reviewWords.sentBackWith, this.language.current, { who: decidedBy, note })}</span>
    </p>`;
  }

  private sendingBack() {
    const language = this.language.current;
    const error = this.isNoteMissing ? say(reviewWords.noteNeeded, language) : undefined;
    return html`<form class="back" novalidate @submit=${this.sendBack}>
      <label class="field">
        <span id="note-label">${say(reviewWords.note, language)}</span>
        <textarea
          name="note"
          maxlength=${longestNote}
          aria-invalid=${error === undefined ? "false" : "true"}
          aria-labelledby="note-label"
          aria-describedby="note-under"
          @input=${() => (this.isNoteMissing = false)}
        ></textarea>
        ${under("note-under", error, say(reviewWords.noteHint, language))}
      </label>
      <div class="ends">
        <button class="button primary" aria-disabled=${this.working ? "true" : "false"}>
          ${say(reviewWords.sendBackTitle, language)}
        </button>
      </div>
    </form>`;
  }

  private write(): void {
    this.isWriting = !this.isWriting;
    void this.updateComplete.then(() => this.renderRoot.querySelector("textarea")?.focus());
  }

  private sendBack(event: SubmitEvent): void {
    event.preventDefault();
    const note = this.renderRoot.querySelector("textarea")?.value.trim() ?? "";
    this.isNoteMissing = note === "";
    if (note === "") void this.updateComplete.then(() => focusFirstError(this.renderRoot));
    else this.step("reject", note);
  }

  private step(step: ReviewStep, note = ""): void {
    if (!this.working) this.dispatchEvent(new ReviewEvent(step, note));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-review": ItemReview;
  }
}
