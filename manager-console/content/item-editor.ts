/**
 * `<ld-item-editor>`: an item being written, with its preview beside it. What is typed is kept in this browser until it
 * is saved; what somebody else has changed meanwhile is told, and never gone over unasked.
 * @fires SaveItemEvent with the request's body.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ItemKind } from "../../shared/domain/vocabulary.ts";
import { consoleWords } from "../../shared/text/console.ts";
import { reviewWords } from "../../shared/text/console-content.ts";
import { itemWords, mediaWords, previewWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Item, Media, Screen } from "../../shared/wire/lobby.ts";
import { pageStyles } from "../console-styles.ts";
import { focusFirstError, focusMessage, formError, formStyles, type FieldWords } from "../form-parts.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";
import { guardLeaving } from "../unsaved.ts";
import { HubPreview } from "./hub-preview.ts";
import { part, type EditorView } from "./editor-parts.ts";
import {
  draftOf,
  fieldOf,
  itemBodyOf,
  kindParts,
  leastSeconds,
  mended,
  mostSeconds,
  newDraft,
  targetsOf,
  type ItemBody,
  type ItemDraft,
  type ItemField,
} from "./item-draft.ts";
import { foundNote, leavingDialog, meanwhileNote } from "./editor-notes.ts";
import { itemEditorStyles } from "./item-editor.styles.ts";
import "./item-media.ts";
import type { MediaChosenEvent } from "./item-media.ts";
import "./item-preview.ts";
import { sourceFields } from "./item-source-fields.ts";
import { textFields, textFieldStyles } from "./item-text-fields.ts";
import { playFields, scheduleFields, whenFieldStyles } from "./item-when-fields.ts";
import { dateAndTime } from "./item-words.ts";
import { targetFields, whereFieldStyles } from "./item-where-fields.ts";
import { forgetDraft, keepDraft, keptDraft } from "./kept-draft.ts";

export class SaveItemEvent extends Event {
  static readonly type = "save-item";

  /** @param isHandedIn whether it is to be looked at once it is saved. */
  constructor(
    readonly body: ItemBody,
    readonly isHandedIn: boolean,
    /** The version that was changed; 0: a new item. */
    readonly from: number,
  ) {
    super(SaveItemEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-item-editor")
export class ItemEditor extends LitElement {
  static override styles = [
    ...formStyles,
    pageStyles,
    textFieldStyles,
    whenFieldStyles,
    whereFieldStyles,
    itemEditorStyles,
  ];

  /** The item as the hub has it now; null makes a new one. */
  @property({ attribute: false }) item: Item | null = null;
  /** Of a new one. */
  @property() kind: ItemKind = "notice";
  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) screens: readonly Screen[] = [];
  @property({ attribute: false }) media: readonly Media[] = [];
  /** Id of who is signed in. */
  @property() self = "";
  /** Whether whoever is signed in may write. */
  @property({ type: Boolean }) writes = false;
  @property({ type: Boolean }) working = false;
  /** What has just been done, to be said. */
  @property() done = "";
  /** Why it was not saved. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  @state() private draft: ItemDraft | null = null;
  @state() private wrong: FieldWords<ItemField> = {};
  @state() private isDirty = false;
  /** When what was found here was typed. */
  @state() private foundAt: string | null = null;
  /** Somebody else's version that may be gone over. */
  @state() private overVersion = 0;
  /** Where the person wants to go. */
  @state() private leavingFor: string | null = null;

  /** The item as it was when the form was begun: what is typed is not overwritten by what is heard of it meanwhile. */
  private begun: Item | null = null;
  private readonly preview = new HubPreview(this);
  private readonly language = new LanguageController(this);

  private get name(): string {
    return this.item?.id ?? this.kind;
  }

  private get zone(): string {
    return this.hall?.timezone ?? "UTC";
  }

  /** Somebody has written another version since the form was begun. */
  private get meanwhile(): Item | null {
    const { item, begun, isDirty } = this;
    return item && begun && isDirty && item.version !== begun.version && item.version !== this.overVersion
      ? item
      : null;
  }

  override disconnectedCallback(): void {
    guardLeaving(null);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.draft && this.hall) this.begin();
    else if (changed.has("item") && this.item && !this.isDirty && this.item.version !== this.begun?.version)
      this.renew();
    if (this.draft && this.writes) this.preview.follow(this.draft);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("problem") && this.problem) focusFirstError(this.renderRoot);
    if (changed.has("done") && this.done !== "") focusMessage(this.renderRoot);
  }

  /** What was sent is on the hub: nothing is unsaved any more. */
  saved(item: Item): void {
    forgetDraft(this.self, this.name);
    this.item = item;
    this.renew();
    this.clean();
  }

  /** The item is gone, and with it what was typed over it. */
  thrownAway(): void {
    forgetDraft(this.self, this.name);
    this.clean();
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const language = this.language.current;
    const parts = kindParts[draft.kind];
    const chosen = this.media.find(({ id }) => id === draft.media) ?? null;
    const view: EditorView = {
      draft,
      language,
      error: (field) => this.errorAt(field),
      change: (change) => this.changed(change),
    };
    const places = { screens: this.screens, areas: this.hall?.areas ?? [] };
    return html`
      <div class="sides">
        <form novalidate autocomplete="off" @submit=${this.submit}>
          ${foundNote({ language, at: this.foundAt, drop: () => this.startOver() })}
          ${meanwhileNote({
            language,
            item: this.meanwhile,
            take: () => this.startOver(),
            keep: ({ version }) => (this.overVersion = version),
          })}
          <fieldset ?disabled=${!this.writes}>
            ${part("words", say(itemWords.words, language), textFields(view))}
            ${parts.media === null || !this.writes ? nothing : part("media", say(mediaWords[parts.media], language), this.mediaPart(parts.media))}
            ${sourceFields(view, this.hall)}
            ${part("play", say(itemWords.play, language), playFields(view, chosen?.seconds ?? null))}
            ${part("schedule", say(itemWords.schedule, language), scheduleFields(view))}
            ${part("where", say(itemWords.targets, language), targetFields(view, places))}
          </fieldset>
          ${this.writes ? this.ends() : nothing}
        </form>
        <aside aria-label=${say(previewWords.title, language)}>
          <ld-item-preview
            .draft=${draft}
            .sent=${this.preview.item}
            .targets=${targetsOf(draft)}
            .media=${chosen}
            .screens=${this.screens}
            .hall=${this.hall}
          ></ld-item-preview>
        </aside>
      </div>
      ${leavingDialog({
        language,
        isOpen: this.leavingFor !== null,
        stay: () => (this.leavingFor = null),
        leave: () => this.leave(),
      })}
    `;
  }

  private mediaPart(kind: "image" | "video" | "pdf") {
    return html`<ld-item-media
      kind=${kind}
      .known=${this.media}
      .chosen=${this.draft?.media ?? null}
      .error=${this.errorAt("media")}
      @media-chosen=${(event: MediaChosenEvent) => this.chose(event.media)}
    ></ld-item-media>`;
  }

  private ends() {
    const language = this.language.current;
    const { item, working } = this;
    const isOff = working || this.meanwhile !== null;
    const over = item && item.version === this.overVersion && this.isDirty ? item.author : null;
    const canHandIn = this.isDirty || item === null || item.state === "draft" || item.state === "withdrawn";
    return html`<div class="bar">
      ${formError(this.formProblem())}
      ${item?.state === "review" ? html`<p class="soft">${say(reviewWords.changeInReview, language)}</p>` : nothing}
      ${item?.state === "published" ? html`<p class="soft">${say(reviewWords.changePublished, language)}</p>` : nothing}
      ${over === null ? nothing : html`<p class="soft">${say(itemWords.meanwhileOver, language, { who: over })}</p>`}
      <div class="ends">
        <button class="button ${canHandIn ? "" : "primary"}" name="save" aria-disabled=${isOff ? "true" : "false"}>
          ${say(working ? consoleWords.saving : itemWords.save, language)}
        </button>
        ${
          canHandIn
            ? html`<button class="button primary" name="hand-in" aria-disabled=${isOff ? "true" : "false"}>
                ${say(reviewWords.handIn, language)}
              </button>`
            : nothing
        }
        <span class="done" role="status" tabindex="-1"
          >${this.done !== "" && !this.isDirty ? `✓ ${this.done}` : this.isDirty ? say(itemWords.unsaved, language) : nothing}</span
        >
      </div>
    </div>`;
  }

  /** The form's first fill: what was found here, else what the hub has. */
  private begin(): void {
    this.begun = this.item;
    this.draft = this.item ? draftOf(this.item, this.zone) : newDraft(this.kind);
    const kept = this.writes ? keptDraft(this.self, this.name) : null;
    if (kept?.draft.kind !== this.draft.kind) return;
    // What it began from may be old by now: then it is told, as if it had happened meanwhile.
    if (this.item && kept.version !== this.item.version) this.begun = { ...this.item, version: kept.version };
    this.draft = kept.draft;
    this.foundAt = dateAndTime(kept.at, this.language.current);
    this.dirty();
  }

  /** Takes over what the hub has. */
  private renew(): void {
    if (!this.item) return;
    this.begun = this.item;
    this.overVersion = 0;
    this.draft = draftOf(this.item, this.zone);
    this.wrong = {};
  }

  /** Drops what was typed. */
  private startOver(): void {
    forgetDraft(this.self, this.name);
    if (this.item) this.renew();
    else this.draft = newDraft(this.kind);
    this.clean();
  }

  private changed(change: Partial<ItemDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    this.wrong = mended(this.wrong, change);
    const at = this.hall?.now ?? new Date().toISOString();
    keepDraft(this.self, this.name, { draft: this.draft, version: this.begun?.version ?? 0, at });
    this.dirty();
  }

  private chose(media: Media): void {
    const seconds = media.kind === "video" && media.seconds !== undefined ? Math.ceil(media.seconds) : null;
    this.media = this.media.some(({ id }) => id === media.id) ? this.media : [media, ...this.media];
    this.changed({
      media: media.id,
      ...(seconds !== null && { seconds: String(Math.min(mostSeconds, Math.max(leastSeconds, seconds))) }),
    });
  }

  private dirty(): void {
    this.isDirty = true;
    guardLeaving((address) => (this.leavingFor = address));
  }

  private clean(): void {
    [this.isDirty, this.foundAt] = [false, null];
    guardLeaving(null);
  }

  private leave(): void {
    const address = this.leavingFor ?? "";
    this.leavingFor = null;
    this.startOver();
    location.hash = address;
  }

  private errorAt(field: ItemField): string | undefined {
    const language = this.language.current;
    const words = this.wrong[field];
    if (words) return say(words, language);
    const { problem } = this;
    return problem && fieldOf(problem.field) === field ? refusalToStaff(problem, language) : undefined;
  }

  private formProblem(): string | undefined {
    const language = this.language.current;
    const { problem } = this;
    // Who changed it meanwhile is told where one chooses what to do about it.
    if (!problem || fieldOf(problem.field) !== "form" || problem.code === "changed-meanwhile") return undefined;
    return problem.code === "hub-away" ? say(itemWords.keptHere, language) : refusalToStaff(problem, language);
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.working || !this.draft || this.meanwhile) return;
    const made = itemBodyOf(this.draft, this.zone);
    this.wrong = "errors" in made ? made.errors : {};
    if ("errors" in made) return void this.updateComplete.then(() => focusFirstError(this.renderRoot));
    const isHandedIn = event.submitter?.getAttribute("name") === "hand-in";
    this.dispatchEvent(new SaveItemEvent(made.body, isHandedIn, Math.max(this.overVersion, this.begun?.version ?? 0)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-editor": ItemEditor;
  }
}
