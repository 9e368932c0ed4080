/** `<ld-my-ticket token="…">`: follows one ticket, carries out what its holder asks, and draws attention when it is called. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { entranceWords, ticketActionWords, ticketWords } from "../shared/text/phone.ts";
import { pick, say } from "../shared/text/text.ts";
import { commonWords } from "../shared/text/common.ts";
import { newKey, request, type ApiProblem } from "../shared/ui/api.ts";
import "../shared/ui/emergency-band.ts";
import { HubConnection } from "../shared/ui/hub.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import { Attention, isNewCall } from "./attention.ts";
import { dropTicket } from "./kept-tickets.ts";
import { EmergencyLine } from "./emergency-line.ts";
import { openSocket } from "./open-socket.ts";
import { column } from "./phone-styles.ts";
import { refusalToResident } from "./refusal-to-resident.ts";
import type { TicketAction, TicketActionEvent } from "./ticket-action.ts";
import { TicketLine, type TicketPicture } from "./ticket-line.ts";
import { tellTicket, titleOf } from "./ticket-telling.ts";
import "./ticket-view.ts";

@customElement("ld-my-ticket")
export class MyTicket extends LitElement {
  static override styles = [
    base,
    buttons,
    column,
    css`
      :host {
        flex: 1;
        display: flex;
        flex-direction: column;
      }
      ld-phone-ticket {
        flex: 1 0 auto;
      }
      h1 {
        margin-bottom: var(--ld-space-4);
        font-size: var(--ld-text-xl);
        line-height: 1.3;
      }
      .column > p {
        margin-bottom: var(--ld-space-5);
      }
    `,
  ];

  @property() token = "";
  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private picture: TicketPicture = { is: "opening" };
  @state() private isWorking = false;
  @state() private isLimited = false;
  @state() private isSounding = false;
  /** Why the last command did not happen, and which it was. */
  @state() private problem: { readonly action: TicketAction; readonly why: ApiProblem } | null = null;

  private readonly language = new LanguageController(this);
  private readonly attention = new Attention();
  private readonly emergency = new EmergencyLine(this);
  private hub: HubConnection | null = null;
  private line: TicketLine | null = null;
  private last: Ticket | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.seenAgain);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.seenAgain);
    this.leave();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("token") && this.token !== "") this.follow();
  }

  override updated(): void {
    document.title = this.pageTitle();
  }

  override render() {
    return html`<ld-emergency-band .emergency=${this.emergency.now}></ld-emergency-band> ${this.renderTicket()}`;
  }

  private renderTicket() {
    const language = this.language.current;
    const { picture } = this;
    switch (picture.is) {
      case "opening":
        return html`<div class="column" role="status"><p>${say(commonWords.loading, language)}</p></div>`;
      case "unknown":
        return html`<div class="column">
          <h1>${phrased(say(ticketWords.unknown, language), language)}</h1>
          <p>${phrased(say(ticketWords.unknownDetail, language), language)}</p>
          ${this.toHall()}
        </div>`;
      case "away":
        return html`<div class="column" role="status">
          <h1>${phrased(say(ticketWords.away, language), language)}</h1>
          <p>${phrased(say(ticketWords.awayDetail, language), language)}</p>
        </div>`;
      case "here":
        return html`<ld-phone-ticket
          .ticket=${picture.ticket}
          .hall=${this.hall}
          .oldSince=${picture.isFresh ? null : picture.asOf}
          .problem=${this.problem && { action: this.problem.action, text: refusalToResident(this.problem.why, language) }}
          ?working=${this.isWorking}
          ?limited=${this.isLimited}
          @ticket-action=${this.act}
        >
          <div slot="actions">${this.ownActions(picture.ticket)}</div>
        </ld-phone-ticket>`;
      default:
        return picture satisfies never;
    }
  }

  private ownActions({ state }: Ticket) {
    if (state === "finished" || state === "cancelled" || state === "expired" || state === "unfinished")
      return this.toHall();
    if (state !== "waiting") return nothing;
    const words = this.isSounding ? ticketActionWords.soundIsOn : ticketActionWords.soundOn;
    return html`<button class="button wide" type="button" ?disabled=${this.isSounding} @click=${this.allowSound}>
      ${say(words, this.language.current)}
    </button>`;
  }

  private toHall() {
    return html`<a class="button wide" href="/m/">${say(ticketWords.toHall, this.language.current)}</a>`;
  }

  private follow(): void {
    this.leave();
    this.picture = { is: "opening" };
    this.hub = new HubConnection({ openSocket });
    this.line = new TicketLine({
      token: this.token,
      hub: this.hub,
      ask: () => request<Ticket>("GET", `/api/t/${encodeURIComponent(this.token)}`, { timeoutMillis: 6_000 }),
      changed: (picture) => this.take(picture),
      emergency: (told) => this.emergency.told(told),
    });
    this.emergency.follow(this.hub);
  }

  private leave(): void {
    this.line?.stop();
    this.emergency.leave();
    this.hub?.close();
    this.line = null;
    this.hub = null;
    this.last = null;
  }

  private take(picture: TicketPicture): void {
    const wasLost = this.picture.is !== "here" || !this.picture.isFresh;
    this.picture = picture;
    if (picture.is !== "here") return;
    // What could not be reached can be again: the key may simply be pressed once more.
    if (wasLost && picture.isFresh && this.problem?.why.code === "hub-away") this.problem = null;
    const { ticket } = picture;
    if (isNewCall(ticket, this.last, this.hall?.rules.autoStart === true)) this.attention.call();
    if (this.last && this.last.state !== ticket.state) {
      this.problem = null;
      this.isLimited = false;
    }
    if (ticket.state === "finished" || ticket.state === "cancelled" || ticket.state === "expired")
      dropTicket(this.token);
    this.last = ticket;
  }

  private async act({ action }: TicketActionEvent): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    this.problem = null;
    const answer = await request<Ticket>("POST", `/api/t/${encodeURIComponent(this.token)}/${action}`, {
      key: newKey(),
    });
    this.isWorking = false;
    if (answer.ok) return this.line?.accept(answer.value);
    this.isLimited = answer.problem.code === "requeue-limit";
    if (!this.isLimited) this.problem = { action, why: answer.problem };
    await this.line?.refresh();
  }

  private allowSound(): void {
    this.isSounding = this.attention.allowSound();
  }

  private readonly seenAgain = () => {
    if (document.visibilityState === "visible") void this.line?.refresh();
  };

  private pageTitle(): string {
    const language = this.language.current;
    const { picture, hall } = this;
    if (picture.is === "here") return titleOf(picture.ticket, tellTicket(picture.ticket, hall, language));
    if (picture.is === "unknown") return say(ticketWords.unknown, language);
    return hall ? pick(hall.name, language) : say(entranceWords.title, language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-my-ticket": MyTicket;
  }
}
