/** `<ld-guide-desk>`: numbers taken for residents at left, one ticket looked up and helped at right. @fires FindEvent, DeskCommandEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { DeskTrouble } from "../data/desk.ts";
import { isTicketCommand } from "../data/commands.ts";
import { DeskCommandEvent, FindEvent } from "./desk-events.ts";
import type { CommandEvent } from "./events.ts";
import "./service-form.ts";
import "./take-number.ts";
import "./ticket-sheet.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-guide-desk")
export class GuideDesk extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      main {
        display: flex;
        flex: 1;
        min-height: 0;
      }
      main > * {
        min-width: 0;
        padding: var(--ld-space-5);
        overflow-y: auto;
      }
      .take {
        flex: 1;
      }
      .look {
        flex: 0 0 calc(32 * var(--ld-unit));
        border-left: var(--ld-hair) solid var(--ld-line-strong);
      }
      h2 {
        margin-bottom: var(--ld-space-3);
        padding-bottom: var(--ld-space-1);
        border-bottom: var(--ld-rule) solid var(--ld-ink);
        font-size: var(--ld-text-l);
      }
      .search {
        display: flex;
        align-items: flex-end;
        gap: var(--ld-space-3);
        margin-bottom: var(--ld-space-4);
      }
      .search .field {
        flex: 1;
      }
      ld-service-form {
        display: block;
        margin-top: var(--ld-space-4);
      }
      .search input {
        text-transform: uppercase;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) waiting: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) jobs: readonly PrintJob[] = [];
  @property({ attribute: false }) trouble: DeskTrouble | null = null;
  @property({ attribute: false }) missing: string | null = null;
  @property({ type: Boolean }) fresh = false;
  @property({ type: Boolean }) issuing = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) reachable = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const isOff = !this.reachable;
    return html`
      <main>
        <section class="take">
          <ld-take-number
            .hall=${this.hall}
            .waiting=${this.waiting}
            .trouble=${this.trouble}
            ?busy=${this.issuing}
            ?off=${isOff}
          ></ld-take-number>
        </section>
        <section class="look">
          <form class="search" @submit=${this.submitted}>
            <label class="field">
              <span>${say(deskWords.findByNumber, language)}</span>
              <input
                name="number"
                required
                maxlength="12"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                placeholder="A012"
              />
            </label>
            <button class="button" aria-disabled=${isOff ? "true" : "false"}>${say(deskWords.find, language)}</button>
          </form>
          <div role="status">${this.found()}</div>
          <ld-ticket-sheet
            .ticket=${this.ticket}
            .hall=${this.hall}
            .jobs=${this.jobs}
            .trouble=${this.trouble}
            ?fresh=${this.fresh}
            ?busy=${this.busy}
            ?off=${isOff}
          ></ld-ticket-sheet>
          ${this.visit(isOff)}
        </section>
      </main>
    `;
  }

  /** The number was given: the form begins anew. */
  reset(): void {
    this.renderRoot.querySelector("ld-take-number")?.reset();
  }

  /** Further services of a visit that goes on. */
  private visit(isOff: boolean) {
    if (!this.ticket || !isOpenState(this.ticket.state)) return nothing;
    return html`<ld-service-form
      .ticket=${this.ticket}
      .hall=${this.hall}
      ?off=${isOff || this.busy}
      @panel-command=${this.asked}
      @panel-form=${(event: Event) => event.stopPropagation()}
    ></ld-service-form>`;
  }

  /** What the form asks is the desk's to send. */
  private asked(event: CommandEvent): void {
    event.stopPropagation();
    if (isTicketCommand(event.command)) this.dispatchEvent(new DeskCommandEvent(event.command));
  }

  private found() {
    const language = this.language.current;
    if (this.trouble?.of === "find" || this.trouble?.of === "help") {
      return html`<p class="note trouble">
        <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, language)}
      </p>`;
    }
    if (this.missing === null) return nothing;
    return html`<p class="note">
      <span class="sign" aria-hidden="true">?</span>${say(deskWords.noSuchNumber, language, { number: this.missing })}
    </p>`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>(".search input");
    if (!input || !this.reachable) return;
    this.dispatchEvent(new FindEvent(input.value));
    input.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-guide-desk": GuideDesk;
  }
}
