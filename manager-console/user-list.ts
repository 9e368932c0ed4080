/** `<ld-user-list>`: the staff. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { consoleWords, roleWords, userWords } from "../shared/text/console.ts";
import { say } from "../shared/text/text.ts";
import { keyedRows } from "../shared/ui/keyed-rows.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base } from "../shared/ui/styles.ts";
import type { User } from "../shared/wire/access.ts";
import { narrow, tableStyles } from "./console-styles.ts";
import { counterName, type HallCounterNow } from "./device-words.ts";
import { addressOf } from "./place.ts";
import { servesAtCounters } from "./user-draft.ts";

@customElement("ld-user-list")
export class UserList extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .own {
        margin-left: var(--ld-space-2);
        color: var(--ld-ink-soft);
      }

      @media ${narrow} {
        tr > th:first-child {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
        }
      }
    `,
  ];

  @property({ attribute: false }) users: readonly User[] = [];
  @property({ attribute: false }) counters: readonly HallCounterNow[] = [];
  /** Who is signed in. */
  @property() self = "";
  @property({ attribute: false }) chosen: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${say(userWords.name, language)}</th>
            <th scope="col">${say(userWords.user, language)}</th>
            <th scope="col">${say(userWords.role, language)}</th>
            <th scope="col">${say(userWords.counters, language)}</th>
          </tr>
        </thead>
        <tbody>
          ${keyedRows(
            this.users,
            ({ id }) => id,
            (user) => this.row(user),
          )}
        </tbody>
      </table>
    `;
  }

  private row(user: User) {
    const language = this.language.current;
    const isChosen = user.id === this.chosen;
    return html`
      <tr class=${isChosen ? "on" : ""}>
        <th scope="row">
          <a
            class="pick"
            href=${addressOf({ section: "users", chosen: user.id })}
            aria-current=${isChosen ? "true" : "false"}
            >${user.name}</a
          >${user.id === this.self ? html`<span class="own">${say(userWords.you, language)}</span>` : nothing}
        </th>
        <td data-word=${say(userWords.user, language)}>${user.user}</td>
        <td>${say(roleWords[user.role], language)}</td>
        <td class=${servesAtCounters(user.role) ? "" : "none"} data-word=${say(userWords.counters, language)}>
          ${this.countersOf(user)}
        </td>
      </tr>
    `;
  }

  private countersOf({ role, counters }: User): string {
    const language = this.language.current;
    if (!servesAtCounters(role)) return "–";
    if (counters === null) return say(consoleWords.any, language);
    return counters.map((number) => counterName(number, this.counters, language)).join(language === "en" ? ", " : "、");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-user-list": UserList;
  }
}
