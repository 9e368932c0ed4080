/** `<ld-item-list>`: what is written for the screens, by how it stands: what waits for somebody first. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ItemState } from "../../shared/domain/vocabulary.ts";
import { contentWords, itemKindWords } from "../../shared/text/console-content.ts";
import { say, type Words } from "../../shared/text/text.ts";
import { keyedRows } from "../../shared/ui/keyed-rows.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { Item } from "../../shared/wire/lobby.ts";
import { pageStyles, tableStyles } from "../console-styles.ts";
import { addressOf } from "../place.ts";
import { dateAndTime, isOver, titleOf, whenOf, whereOf, type Places } from "./item-words.ts";

const headings = {
  review: contentWords.review,
  draft: contentWords.draft,
  published: contentWords.published,
  withdrawn: contentWords.withdrawn,
} as const satisfies Record<ItemState, Words>;
const order = ["review", "draft", "published", "withdrawn"] as const satisfies readonly ItemState[];

@customElement("ld-item-list")
export class ItemList extends LitElement {
  static override styles = [
    base,
    pageStyles,
    tableStyles,
    css`
      section + section {
        margin-top: var(--ld-space-5);
      }
      h2 {
        margin-top: 0;
      }
      h2 .count {
        display: inline-block;
        min-width: 1.6em;
        margin-left: var(--ld-space-2);
        padding: 0 var(--ld-space-2);
        border-radius: 1em;
        background: var(--ld-well);
        text-align: center;
      }
      h2 .count.waits {
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      table {
        table-layout: fixed;
      }
      .title {
        width: 30%;
      }
      .kind {
        width: 11%;
      }
      .where {
        width: 19%;
      }
      .who {
        width: 17%;
      }
      .mark {
        display: inline-block;
        margin-left: var(--ld-space-2);
        padding: 0 var(--ld-space-2);
        border: var(--ld-hair) solid currentColor;
        border-radius: var(--ld-radius-s);
        font-size: var(--ld-text-s);
      }
      summary {
        margin-top: var(--ld-space-5);
        min-height: calc(2.75 * var(--ld-unit));
        font-weight: var(--ld-bold);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly Item[] = [];
  @property({ attribute: false }) places: Places = { screens: [], areas: [] };
  /** The hall's date and instant. */
  @property({ attribute: false }) now = { date: "", millis: 0 };

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return order.map((state) => {
      const items = this.items
        .filter((item) => item.state === state)
        .sort((one, other) => other.changedAt.localeCompare(one.changedAt));
      if (state === "withdrawn") {
        return items.length === 0
          ? nothing
          : html`<details>
              <summary>${say(headings[state], language)} ${items.length}</summary>
              ${this.table(items, state)}
            </details>`;
      }
      if (items.length === 0 && state !== "review") return nothing;
      return html`<section aria-labelledby=${state}>
        <h2 id=${state}>
          ${say(headings[state], language)}<span class="count ${state === "review" && items.length > 0 ? "waits" : ""}"
            >${items.length}</span
          >
        </h2>
        ${items.length === 0 ? html`<p class="soft">${say(contentWords.noReview, language)}</p>` : this.table(items, state)}
      </section>`;
    });
  }

  private table(items: readonly Item[], state: ItemState) {
    const language = this.language.current;
    return html`<table aria-label=${say(headings[state], language)}>
      <thead>
        <tr>
          <th scope="col" class="title">${say(contentWords.title, language)}</th>
          <th scope="col" class="kind">${say(contentWords.kind, language)}</th>
          <th scope="col" class="where">${say(contentWords.where, language)}</th>
          <th scope="col">${say(contentWords.when, language)}</th>
          <th scope="col" class="who">${say(contentWords.who, language)}</th>
        </tr>
      </thead>
      <tbody>
        ${keyedRows(
          items,
          ({ id }) => id,
          (item) => this.row(item),
        )}
      </tbody>
    </table>`;
  }

  private row(item: Item) {
    const language = this.language.current;
    return html`<tr>
      <th scope="row">
        <a class="pick" href=${addressOf({ section: "content", chosen: item.id })}>${titleOf(item, language)}</a
        >${this.mark(item)}
      </th>
      <td>${say(itemKindWords[item.kind], language)}</td>
      <td data-word=${say(contentWords.where, language)}>${whereOf(item.targets, this.places, language)}</td>
      <td data-word=${say(contentWords.when, language)}>
        ${whenOf(item.schedule, language)}
        ${isOver(item.schedule, this.now) ? html`<span class="mark">${say(contentWords.over, language)}</span>` : nothing}
      </td>
      <td>${item.author}<span class="second">${dateAndTime(item.changedAt, language)}</span></td>
    </tr>`;
  }

  private mark({ state, note, publishedVersion, version }: Item) {
    const language = this.language.current;
    const words = [
      ...(state === "draft" && note !== null ? [contentWords.sentBack] : []),
      ...(publishedVersion !== null && publishedVersion !== version ? [contentWords.onScreens] : []),
    ];
    return words.map((word) => html`<span class="mark">${say(word, language)}</span>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-list": ItemList;
  }
}
