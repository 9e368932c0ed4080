/** `<ld-users-page>`: who works here: made, changed and deleted by the manager. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { consoleWords, userWords } from "../shared/text/console.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { User } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { ChosenFocus } from "./chosen-focus.ts";
import { pageStyles } from "./console-styles.ts";
import { listState } from "./list-state.ts";
import { addressOf } from "./place.ts";
import { Polled } from "./polled.ts";
import { staffRequest, type Asked } from "./staff-request.ts";
import "./sure.ts";
import "./user-form.ts";
import type { SaveUserEvent } from "./user-form.ts";
import "./user-list.ts";

const everyMillis = 15_000;
/** The address's word for a user who is being made. */
const newUser = "new";

@customElement("ld-users-page")
export class UsersPage extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    pageStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--ld-space-4);
        margin-bottom: var(--ld-space-4);
      }
      .head h1 {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  /** The id of the user who is chosen, or `new`. */
  @property({ attribute: false }) chosen: string | null = null;
  /** Who is signed in. */
  @property() self = "";

  @state() private isWorking = false;
  @state() private isSaved = false;
  @state() private problem: ApiProblem | null = null;
  /** The name of one who has just been made or deleted. */
  @state() private news: { readonly name: string; readonly was: "made" | "removed" } | null = null;

  private readonly language = new LanguageController(this);
  private readonly users = new Polled<{ items: User[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/users" }),
    everyMillis,
  });

  constructor() {
    super();
    this.addController(new ChosenFocus(this, "users"));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("chosen")) return;
    [this.isSaved, this.problem] = [false, null];
    if (this.chosen !== null) this.news = null;
  }

  override render() {
    const language = this.language.current;
    const users = this.users.value?.items ?? null;
    return html`
      <div class="head">
        <h1>${say(consoleWords.users, language)}</h1>
        <a class="button primary" href=${addressOf({ section: "users", chosen: newUser })}
          >${say(userWords.add, language)}</a
        >
      </div>
      ${listState(this.users.picture, language)}
      ${
        users === null
          ? nothing
          : html`<div class="page ${this.shows()}">
              <ld-user-list
                class="list"
                .users=${users}
                .counters=${this.hall?.counters ?? []}
                .chosen=${this.chosen}
                self=${this.self}
              ></ld-user-list>
              <section class="chosen">${this.back()} ${this.chosenPart(users)}</section>
            </div>`
      }
    `;
  }

  /** What a narrow screen has room for. */
  private shows(): string {
    if (this.chosen !== null) return "shows-chosen";
    return this.news === null ? "shows-list" : "shows-news";
  }

  private back() {
    if (this.chosen === null) return nothing;
    return html`<a class="back" href=${addressOf({ section: "users", chosen: null })}
      ><span aria-hidden="true">‹</span>${say(userWords.all, this.language.current)}</a
    >`;
  }

  private chosenPart(users: readonly User[]) {
    const language = this.language.current;
    if (this.chosen === null) {
      const { news } = this;
      if (news === null) return html`<p class="soft">${say(userWords.chooseOne, language)}</p>`;
      return html`<p role="status" tabindex="-1">
        ✓ ${say(news.was === "made" ? userWords.made : userWords.removed, language, { name: news.name })}
      </p>`;
    }
    if (this.chosen === newUser) {
      return html`<h2>${say(userWords.add, language)}</h2>
        ${this.form(null)}`;
    }
    const user = users.find(({ id }) => id === this.chosen);
    if (!user) return html`<p class="soft">${say(userWords.goneNow, language)}</p>`;
    return html`
      <h2>${say(userWords.change, language, { name: user.name })}</h2>
      ${this.form(user)} ${user.id === this.self ? nothing : this.removal(user)}
    `;
  }

  private form(user: User | null) {
    const form = html`<ld-user-form
      class="first-form"
      .user=${user}
      .counters=${this.hall?.counters ?? []}
      .problem=${this.problem}
      ?own=${user?.id === this.self}
      ?working=${this.isWorking}
      ?saved=${this.isSaved}
      @save-user=${(event: SaveUserEvent) => (user ? this.change(user, event) : this.make(event))}
    ></ld-user-form>`;
    return keyed(user?.id, form);
  }

  private removal(user: User) {
    const language = this.language.current;
    const { name } = user;
    return html`<div class="part">
      <ld-sure
        .action=${say(userWords.remove, language)}
        .question=${say(userWords.removeSure, language)}
        .yes=${say(userWords.removeYes, language, { name })}
        .no=${say(userWords.removeNo, language)}
        ?working=${this.isWorking}
        @sure=${() => this.removeUser(user)}
      ></ld-sure>
    </div>`;
  }

  private async make({ body }: SaveUserEvent): Promise<void> {
    const isMade = await this.carryOut({ method: "POST", path: "/api/users", body });
    if (isMade) this.leaveWith({ name: body.name ?? "", was: "made" });
  }

  private async change({ id }: User, { body }: SaveUserEvent): Promise<void> {
    this.isSaved = false;
    this.isSaved = await this.carryOut({ method: "PATCH", path: `/api/users/${id}`, body });
  }

  private async removeUser({ id, name }: User): Promise<void> {
    const isRemoved = await this.carryOut({ method: "DELETE", path: `/api/users/${id}` });
    if (isRemoved) this.leaveWith({ name, was: "removed" });
  }

  /** Back to the list, saying what happened. */
  private leaveWith(news: UsersPage["news"]): void {
    this.news = news;
    location.hash = addressOf({ section: "users", chosen: null });
  }

  /** Answers whether it happened; where not, `problem` says why. */
  private async carryOut(asked: Asked): Promise<boolean> {
    if (this.isWorking) return false;
    [this.isWorking, this.problem] = [true, null];
    const answer = await staffRequest<unknown>(this, asked);
    this.isWorking = false;
    if (answer.ok) await this.users.refresh();
    else this.problem = answer.problem;
    return answer.ok;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-users-page": UsersPage;
  }
}
