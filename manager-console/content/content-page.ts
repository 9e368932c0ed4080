/** `<ld-content-page>`: what lobby screens show besides calls: listed, written, looked at by another, taken down. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { itemKinds, type ItemKind } from "../../shared/domain/vocabulary.ts";
import { consoleWords } from "../../shared/text/console.ts";
import { contentWords, itemKindWords, reviewWords, versionWords } from "../../shared/text/console-content.ts";
import { itemWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import { newKey, type ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import { doneNote } from "./editor-notes.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Item, Media, Screen } from "../../shared/wire/lobby.ts";
import { pageStyles } from "../console-styles.ts";
import { focusFirstField, focusMessage } from "../form-parts.ts";
import { listState } from "../list-state.ts";
import { addressOf } from "../place.ts";
import { Polled } from "../polled.ts";
import { staffRequest, type Asked } from "../staff-request.ts";
import { allItems } from "./all-items.ts";
import type { ItemBody } from "./item-draft.ts";
import "./item-editor.ts";
import type { ItemEditor, SaveItemEvent } from "./item-editor.ts";
import "./item-list.ts";
import "./item-review.ts";
import type { ReviewEvent } from "./item-review.ts";
import "./item-versions.ts";
import { titleOf } from "./item-words.ts";
import "./kind-choice.ts";
import { newItem } from "./kind-choice.ts";

const everyMillis = 4_000;
const placesEveryMillis = 30_000;

/** What is going on with the chosen item; forgotten when another is chosen. */
interface Doing {
  readonly isWorking: boolean;
  /** Which part of the page it is about. */
  readonly what: "save" | "review";
  readonly problem: ApiProblem | null;
  /** What has been done, to be said. */
  readonly done: string;
}

const idle: Doing = { isWorking: false, what: "save", problem: null, done: "" };

@customElement("ld-content-page")
export class ContentPage extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    pageStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--ld-space-3) var(--ld-space-4);
        margin-bottom: var(--ld-space-4);
      }
      .head h1 {
        margin: 0;
      }
      .kind {
        margin-left: var(--ld-space-3);
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-m);
        font-weight: var(--ld-regular);
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: var(--ld-space-1);
        min-height: calc(2.75 * var(--ld-unit));
      }
      ld-item-review {
        margin-bottom: var(--ld-space-5);
      }
      .done {
        margin-bottom: var(--ld-space-4);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  /** The id of the item that is chosen, `new`, or `new-` with a kind. */
  @property({ attribute: false }) chosen: string | null = null;
  /** Id of who is signed in. */
  @property() self = "";
  /** Whether whoever is signed in may write. */
  @property({ type: Boolean }) writes = false;
  @property({ type: Boolean }) manages = false;

  @state() private doing: Doing = idle;
  /** The item that was made in this form: it is the chosen one now, and its form stays. */
  @state() private made: string | null = null;

  /** What was thrown away last, to be said on the list. */
  @state() private thrown = "";

  private sent: { readonly words: string; readonly key: string } | null = null;
  private readonly language = new LanguageController(this);
  private readonly items = new Polled<readonly Item[]>(this, { ask: () => allItems(this), everyMillis });
  private readonly screens = new Polled<{ items: Screen[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/screens" }),
    everyMillis: placesEveryMillis,
  });
  private readonly media = new Polled<{ items: Media[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/media" }),
    everyMillis: placesEveryMillis,
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("chosen")) return;
    if (this.chosen !== null) this.thrown = "";
    // What was said of an item that has just been made is said of it still.
    if (this.chosen === null || this.chosen !== this.made) [this.doing, this.made] = [idle, null];
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("chosen") || this.chosen === this.made) return;
    const editor = this.renderRoot.querySelector<ItemEditor>("ld-item-editor");
    if (this.chosen?.startsWith(`${newItem}-`) === true && editor) {
      void editor.updateComplete.then(() => focusFirstField(editor.renderRoot));
    }
  }

  override render() {
    const items = this.items.value;
    if (this.chosen === newItem && this.writes) return html`${this.back()}<ld-kind-choice></ld-kind-choice>`;
    const kind = this.writes ? newKind(this.chosen) : null;
    if (kind !== null) return this.making(kind);
    if (this.chosen !== null) return this.changing(items);
    return this.list(items);
  }

  private list(items: readonly Item[] | null) {
    const language = this.language.current;
    return html`
      <div class="head">
        <h1>${say(consoleWords.content, language)}</h1>
        ${
          this.writes
            ? html`<a class="button primary" href=${addressOf({ section: "content", chosen: newItem })}
                >${say(contentWords.add, language)}</a
              >`
            : nothing
        }
      </div>
      ${listState(this.items.picture, language)} ${doneNote(this.thrown)}
      ${this.writes ? nothing : html`<p class="soft">${say(contentWords.readOnly, language)}</p>`}
      ${
        items === null
          ? nothing
          : items.length === 0
            ? html`<p class="soft">${say(contentWords.none, language)}</p>`
            : html`<ld-item-list
                .items=${items}
                .places=${this.places}
                .now=${{ date: this.hall?.date ?? "", millis: Date.parse(this.hall?.now ?? "") || 0 }}
              ></ld-item-list>`
      }
    `;
  }

  private making(kind: ItemKind) {
    const language = this.language.current;
    return html`
      ${this.back()}
      <h1>${say(itemKindWords[kind], language)}</h1>
      ${keyed(`${newItem}-${kind}`, this.editor(null, kind))}
    `;
  }

  private changing(items: readonly Item[] | null) {
    const language = this.language.current;
    const item = items?.find(({ id }) => id === this.chosen);
    if (!item) {
      return html`${this.back()} ${listState(this.items.picture, language)}
      ${items === null ? nothing : html`<p class="soft">${say(contentWords.goneNow, language)}</p>`}`;
    }
    const { isWorking, what, problem, done } = this.doing;
    return html`
      ${this.back()}
      <h1>${titleOf(item, language)}<span class="kind">${say(itemKindWords[item.kind], language)}</span></h1>
      ${doneNote(what === "review" ? done : "")}
      <ld-item-review
        .item=${item}
        ?mine=${this.writes}
        ?manages=${this.manages}
        ?working=${isWorking}
        .problem=${what === "review" ? problem : null}
        @review=${(event: ReviewEvent) => this.review(item, event)}
      ></ld-item-review>
      ${keyed(item.id, this.editor(item, item.kind))}
      <section class="part" aria-labelledby="versions">
        <h2 id="versions">${say(versionWords.title, language)}</h2>
        ${keyed(
          item.id,
          html`<ld-item-versions
            item=${item.id}
            .newest=${item.version}
            .names=${{ ...this.places, media: this.media.value?.items ?? [], services: this.hall?.services ?? [] }}
          ></ld-item-versions>`,
        )}
      </section>
    `;
  }

  private editor(item: Item | null, kind: ItemKind) {
    const { isWorking, what, problem, done } = this.doing;
    const isSaving = what === "save";
    return html`<ld-item-editor
      class="first-form"
      .item=${item}
      kind=${kind}
      .hall=${this.hall}
      .screens=${this.screens.value?.items ?? []}
      .media=${this.media.value?.items ?? []}
      self=${this.self}
      ?writes=${this.writes}
      ?working=${isWorking}
      .done=${isSaving ? done : ""}
      .problem=${isSaving ? problem : null}
      @save-item=${(event: SaveItemEvent) => this.save(item, event)}
      @media-chosen=${() => this.media.refresh()}
    ></ld-item-editor>`;
  }

  private back() {
    return html`<a class="back" href=${addressOf({ section: "content", chosen: null })}
      ><span aria-hidden="true">‹</span>${say(contentWords.all, this.language.current)}</a
    >`;
  }

  private get places() {
    return { screens: this.screens.value?.items ?? [], areas: this.hall?.areas ?? [] };
  }

  private async save(item: Item | null, { body, isHandedIn, from }: SaveItemEvent): Promise<void> {
    if (this.doing.isWorking) return;
    const { chosen } = this;
    this.doing = { ...idle, isWorking: true };
    const { kind: _, ...change } = body;
    const saved = await this.ask<Item>(
      item
        ? { method: "PATCH", path: `/api/items/${item.id}`, body: { ...change, from } }
        : { method: "POST", path: "/api/items", body, key: this.keyFor(body) },
    );
    if (!saved) return;
    const handed = isHandedIn ? await this.ask<Item>({ method: "POST", path: `/api/items/${saved.id}/submit` }) : saved;
    await this.items.refresh();
    if (chosen !== this.chosen) return;
    const editor = this.renderRoot.querySelector<ItemEditor>("ld-item-editor");
    editor?.saved(handed ?? saved);
    if (item === null) {
      [this.made, this.sent] = [saved.id, null];
      location.hash = addressOf({ section: "content", chosen: saved.id });
    }
    if (!handed) return;
    const words = isHandedIn ? reviewWords.handedIn : itemWords.saved;
    this.doing = { ...idle, done: say(words, this.language.current) };
  }

  private async review(item: Item, { step, note }: ReviewEvent): Promise<void> {
    if (this.doing.isWorking) return;
    if (step === "throw-away") return this.throwAway(item);
    const { chosen } = this;
    this.doing = { ...idle, what: "review", isWorking: true };
    const done = await this.ask<Item>({
      method: "POST",
      path: `/api/items/${item.id}/${step}`,
      // What was looked at, and nothing that came after it.
      ...(step === "approve" && { body: { version: item.version } }),
      ...(step === "reject" && { body: { note, version: item.version } }),
    });
    await this.items.refresh();
    if (!done || chosen !== this.chosen) return;
    const words = {
      approve: reviewWords.approved,
      reject: reviewWords.sentBackDone,
      withdraw: reviewWords.withdrawnDone,
    };
    this.doing = { ...idle, what: "review", done: say(words[step], this.language.current) };
    await this.updateComplete;
    focusMessage(this.renderRoot);
  }

  /** What was typed over it goes with it, unasked: that was the question. */
  private async throwAway({ id }: Item): Promise<void> {
    const { chosen } = this;
    this.doing = { ...idle, what: "review", isWorking: true };
    const answer = await staffRequest<null>(this, { method: "DELETE", path: `/api/items/${id}` });
    // Somebody else has been quicker.
    if (!answer.ok && answer.problem.code !== "not-found") {
      this.doing = { ...idle, what: "review", problem: answer.problem };
      return;
    }
    this.renderRoot.querySelector<ItemEditor>("ld-item-editor")?.thrownAway();
    if (chosen === this.chosen) location.hash = addressOf({ section: "content", chosen: null });
    await this.items.refresh();
    this.thrown = say(reviewWords.thrownAway, this.language.current);
    void this.updateComplete.then(() => focusMessage(this.renderRoot));
  }

  /** The same words sent again, because no answer came, are the same item. */
  private keyFor(body: ItemBody): string {
    const words = JSON.stringify(body);
    if (this.sent?.words !== words) this.sent = { words, key: newKey() };
    return this.sent.key;
  }

  /** Null where it did not happen; then `doing` says why. */
  private async ask<T>(asked: Asked): Promise<T | null> {
    const answer = await staffRequest<T>(this, asked);
    if (answer.ok) return answer.value;
    // The form then shows what has come between.
    if (answer.problem.code === "changed-meanwhile") await this.items.refresh();
    this.doing = { ...this.doing, isWorking: false, problem: answer.problem };
    return null;
  }
}

/** The kind of the item that is being made; null where none is. */
function newKind(chosen: string | null): ItemKind | null {
  return itemKinds.find((kind) => chosen === `${newItem}-${kind}`) ?? null;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-content-page": ContentPage;
  }
}
