/**
 * `<ld-item-media>`: the file that an item shows: sent to the hub, or one that is there already.
 * @fires MediaChosenEvent with the media.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { MediaKind } from "../../shared/domain/vocabulary.ts";
import { mediaWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { Media } from "../../shared/wire/lobby.ts";
import { formStyles, under } from "../form-parts.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";
import { mediaFacts } from "./media-facts.ts";
import { itemMediaStyles } from "./item-media.styles.ts";
import { SessionEndedEvent } from "../staff-request.ts";
import { upload, type Upload, type UploadProblem } from "./media-upload.ts";

export class MediaChosenEvent extends Event {
  static readonly type = "media-chosen";

  constructor(readonly media: Media) {
    super(MediaChosenEvent.type, { bubbles: true, composed: true });
  }
}

/** What a file dialog offers first. The hub looks at the file itself, whatever it is called. */
const accepted: Readonly<Record<MediaKind, string>> = {
  image: "image/png,image/jpeg,image/webp,image/*",
  video: "video/mp4,video/webm,video/*",
  pdf: "application/pdf",
};

type Doing =
  | { readonly is: "nothing" }
  /** `part` of 1 has left; at 1 the hub looks at it. */
  | { readonly is: "sending"; readonly name: string; readonly part: number }
  | { readonly is: "stopped" }
  | { readonly is: "done"; readonly name: string }
  | { readonly is: "refused"; readonly words: string; readonly command: string | null };

@customElement("ld-item-media")
export class ItemMedia extends LitElement {
  static override styles = [...formStyles, itemMediaStyles];

  @property() kind: MediaKind = "image";
  /** What is on the hub, newest first. */
  @property({ attribute: false }) known: readonly Media[] = [];
  /** Id of what is chosen. */
  @property({ attribute: false }) chosen: string | null = null;
  /** What is wrong with the choice. */
  @property({ attribute: false }) error: string | undefined = undefined;

  @state() private doing: Doing = { is: "nothing" };
  @state() private isOver = false;
  @state() private isListed = false;
  /** What the copy button has done. */
  @state() private copied: "copied" | "selected" | null = null;

  private readonly language = new LanguageController(this);
  private sending: Upload | null = null;

  override disconnectedCallback(): void {
    this.sending?.stop();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("chosen")) this.isListed = false;
  }

  override render() {
    const language = this.language.current;
    const media = this.known.find(({ id }) => id === this.chosen) ?? null;
    const isSending = this.doing.is === "sending";
    return html`
      <div
        class="drop ${this.isOver ? "over" : ""}"
        role="group"
        aria-label=${say(mediaWords[this.kind], language)}
        @dragover=${this.dragged}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.dropped}
      >
        ${media ? this.shown(media) : nothing}
        <div class="ways" ?hidden=${isSending}>
          <label class="button pick">
            <input
              class="file"
              type="file"
              accept=${accepted[this.kind]}
              aria-invalid=${this.error === undefined ? "false" : "true"}
              aria-describedby="media-under"
              @change=${this.picked}
            />
            ${say(media ? mediaWords.replace : mediaWords.choose, language)}
          </label>
          <span class="soft">${say(mediaWords.drop, language)}</span>
        </div>
        ${this.progress()} ${under("media-under", this.error)}
      </div>
      ${isSending ? nothing : this.existing()}
    `;
  }

  private shown(media: Media) {
    const language = this.language.current;
    return html`<figure>
      ${media.kind === "video" ? nothing : html`<img src=${media.url} alt="" />`}
      <figcaption><b>${media.name}</b><span class="hint">${mediaFacts(media, language)}</span></figcaption>
    </figure>`;
  }

  private progress() {
    const language = this.language.current;
    const { doing } = this;
    switch (doing.is) {
      case "nothing":
        return nothing;
      case "sending": {
        const { name, part } = doing;
        const percent = Math.floor(part * 100);
        const line =
          part >= 1
            ? say(mediaWords.checking, language, { name })
            : say(mediaWords.sending, language, { name, percent });
        return html`<div class="sending">
          <p>${line}</p>
          <progress max="1" .value=${part} aria-label=${line}></progress>
          <button type="button" class="button" @click=${() => this.sending?.stop()}>
            ${say(mediaWords.stop, language)}
          </button>
        </div>`;
      }
      case "stopped":
        return html`<p role="status">${say(mediaWords.stopped, language)}</p>`;
      case "done":
        return html`<p role="status">✓ ${say(mediaWords.done, language, { name: doing.name })}</p>`;
      case "refused":
        return this.refusal(doing.words, doing.command);
      default:
        return doing satisfies never;
    }
  }

  private refusal(words: string, command: string | null) {
    const language = this.language.current;
    return html`<div class="note trouble" role="alert" tabindex="-1">
      <span class="sign" aria-hidden="true">!</span>
      <div class="why">
        <p>${words}</p>
        ${
          command === null
            ? nothing
            : html`<p>${say(mediaWords.recipe, language)}</p>
                <code>${command}</code>
                <div class="ends">
                  <button type="button" class="button" @click=${() => this.copy(command)}>
                    ${say(mediaWords.copy, language)}
                  </button>
                  <span role="status"
                    >${this.copied === null ? nothing : `✓ ${say(mediaWords[this.copied], language)}`}</span
                  >
                </div>`
        }
      </div>
    </div>`;
  }

  private existing() {
    const language = this.language.current;
    const alike = this.known.filter(({ kind }) => kind === this.kind);
    return html`
      <button
        type="button"
        class="button quiet"
        aria-expanded=${this.isListed ? "true" : "false"}
        @click=${() => (this.isListed = !this.isListed)}
      >
        ${say(mediaWords.existing, language)}
      </button>
      ${!this.isListed ? nothing : alike.length === 0 ? html`<p class="soft">${say(mediaWords.existingNone, language)}</p>` : this.list(alike)}
    `;
  }

  private list(all: readonly Media[]) {
    const language = this.language.current;
    return html`<ul class="known">
      ${all.map(
        (media) =>
          html`<li>
            <button
              type="button"
              aria-pressed=${media.id === this.chosen ? "true" : "false"}
              @click=${() => this.dispatchEvent(new MediaChosenEvent(media))}
            >
              ${media.kind === "video" ? nothing : html`<img src=${media.url} alt="" loading="lazy" />`}
              <span>${media.name}</span><span class="hint">${mediaFacts(media, language)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private dragged(event: DragEvent): void {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.isOver = true;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    const files = event.dataTransfer?.files;
    if (!files || files.length === 0 || this.sending) return;
    const [file] = files;
    if (files.length > 1) this.refuse(say(mediaWords.oneOnly, this.language.current), null);
    else if (file) void this.send(file);
  }

  private picked(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const [file] = field.files ?? [];
    // The same file may be chosen again once it has been mended.
    field.value = "";
    if (file) void this.send(file);
  }

  private async send(file: File): Promise<void> {
    const { name } = file;
    this.doing = { is: "sending", name, part: 0 };
    this.sending = upload(file, (part) => (this.doing = { is: "sending", name, part }));
    const answer = await this.sending.answer;
    this.sending = null;
    if (!answer) this.doing = { is: "stopped" };
    else if (answer.ok) this.arrived(answer.value);
    else this.refused(answer.problem);
  }

  private arrived(media: Media): void {
    const language = this.language.current;
    if (media.kind === this.kind) {
      this.doing = { is: "done", name: media.name };
      this.dispatchEvent(new MediaChosenEvent(media));
      return;
    }
    const [found, wanted] = [say(mediaWords[media.kind], language), say(mediaWords[this.kind], language)];
    this.refuse(say(mediaWords.wrongKind, language, { found, wanted }), null);
  }

  private refused(problem: UploadProblem): void {
    const language = this.language.current;
    if (problem.code === "not-signed-in") this.dispatchEvent(new SessionEndedEvent());
    if (problem.code === "hub-away") this.refuse(say(mediaWords.cutOff, language), null);
    else if (problem.recipe === undefined) this.refuse(refusalToStaff(problem, language), null);
    else {
      const what = problem.found === undefined ? "" : `${problem.found}${language === "en" ? ". " : "。"}`;
      // The command stands in a line of its own.
      this.refuse(what + say(mediaWords.refused, language), problem.recipe);
    }
  }

  private refuse(words: string, command: string | null): void {
    this.copied = null;
    this.doing = { is: "refused", words, command };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[role='alert']")?.focus());
  }

  /** Over plain HTTP there is no clipboard to write to: then the command is selected, to be copied by its keys. */
  private async copy(command: string): Promise<void> {
    const code = this.renderRoot.querySelector("code");
    if (code) getSelection()?.selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(command);
      this.copied = "copied";
    } catch {
      this.copied = "selected";
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-media": ItemMedia;
  }
}
