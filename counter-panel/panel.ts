/** `<ld-panel>`: the page at `/panel/`. Joins what the panel knows to what it shows, and knows nothing else. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { commonWords } from "../shared/text/common.ts";
import { pick, say } from "../shared/text/text.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import "../shared/ui/demo-banner.ts";
import "../shared/ui/emergency-board.ts";
import type { RaiseEvent } from "../shared/ui/emergency-form.ts";
import { HubConnection } from "../shared/ui/hub.ts";
import { LanguageController, startLanguage } from "../shared/ui/language.ts";
import { recall, remember } from "../shared/ui/memory.ts";
import { base, notes } from "../shared/ui/styles.ts";
import { PanelStore } from "./data/panel-store.ts";
import { choicePage, deskPage, nothingHerePage, openingPage, signInPage, workPage } from "./pages.ts";
import { raisesEmergencies, sidesFor } from "./roles.ts";
import { followScreenWidth } from "./screen-width.ts";
import type { BookingEvent } from "./view/booking-events.ts";
import "./view/clock-line.ts";
import type {
  AnswerHelpEvent,
  DeskCommandEvent,
  FindEvent,
  IssueEvent,
  LookEvent,
  TallyEvent,
  TodayEvent,
} from "./view/desk-events.ts";
import type {
  AnswerEvent,
  ChoiceEvent,
  CommandEvent,
  DismissEvent,
  PersonEvent,
  Side,
  SignInEvent,
  StepEvent,
  TakeBackEvent,
  TakeCounterEvent,
} from "./view/events.ts";
import { stopHeldKey } from "./view/held-key.ts";
import "./view/own-dialogs.ts";
import type { OwnDialog } from "./view/own-dialogs.ts";
import { troubleText } from "./view/trouble-text.ts";
import type { PasswordEvent } from "./view/password-form.ts";

const counterMemory = "lundao.panel.counter";
const sideMemory = "lundao.panel.side";
const tickMillis = 1_000;
/** Every so many ticks a slip on its way to the printer is looked after. */
const slipTicks = 2;

@customElement("ld-panel")
export class Panel extends LitElement {
  static override styles = [
    base,
    notes,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100vh;
        overflow: hidden;
      }
      .page {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
        overflow-y: auto;
      }
      .line {
        margin: var(--ld-space-6) auto;
        max-width: calc(44 * var(--ld-unit));
      }
    `,
  ];

  @state() private dialog: OwnDialog | null = null;
  @state() private side: Side | null = asSide(recall(sideMemory));
  @state() private passwordProblem: ApiProblem | null = null;
  @state() private isPasswordChanged = false;
  @state() private isRaising = false;

  private readonly language = new LanguageController(this);
  private readonly hub = new HubConnection();
  private readonly store = new PanelStore({ ask: request, line: this.hub, monotonic: () => performance.now() });
  private ticking: ReturnType<typeof setInterval> | undefined;
  private ticks = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    startLanguage({ keepAs: "lundao.panel.language" });
    followScreenWidth();
    this.store.addEventListener("change", this.changed);
    window.addEventListener("keydown", stopHeldKey);
    this.ticking = setInterval(this.tick, tickMillis);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.removeEventListener("change", this.changed);
    window.removeEventListener("keydown", stopHeldKey);
    clearInterval(this.ticking);
    this.hub.close();
  }

  override render() {
    const { work, desk } = this.store;
    return html`
      <ld-demo ?on=${this.store.feed.hall?.demo ?? false}></ld-demo>
      <ld-clock-line .clock=${this.store.feed.clock}></ld-clock-line>
      ${this.emergencyBoard()}
      <div
        class="page"
        @panel-sign-in=${(event: SignInEvent) => void this.store.enter(event.user, event.password)}
        @panel-take=${(event: TakeCounterEvent) => void work.take(event.counter, event.how)}
        @panel-step=${(event: StepEvent) => void (event.step === "main" ? work.pressMain() : work.pressFinish())}
        @panel-answer=${this.answered}
        @panel-choice=${(event: ChoiceEvent) => work.choose(event.choice)}
        @panel-take-back=${(event: TakeBackEvent) => void work.takeBack(event.ticket)}
        @panel-command=${(event: CommandEvent) => void work.command(event.command)}
        @panel-dismiss=${(event: DismissEvent) => work.dismiss(event.what)}
        @panel-person=${this.asked}
        @desk-issue=${this.issued}
        @desk-today=${this.todayChanged}
        @desk-find=${(event: FindEvent) => void desk.find(event.number)}
        @desk-look=${(event: LookEvent) => void desk.look(event.ticket, false)}
        @desk-tally=${(event: TallyEvent) => void this.store.tally[event.what]()}
        @desk-command=${(event: DeskCommandEvent) => void desk.command(event.command)}
        @desk-answer-help=${(event: AnswerHelpEvent) => void desk.answerHelp(event.counter)}
        @desk-booking=${this.bookingAsked}
        @desk-reprint=${() => void desk.reprint()}
        @emergency-wanted=${() => this.raising(true)}
      >
        ${this.page()}
      </div>
      <ld-own-dialogs
        .open=${this.dialog}
        .problem=${this.passwordProblem}
        ?done=${this.isPasswordChanged}
        @dialog-closed=${() => (this.dialog = null)}
        @panel-password=${this.passwordWanted}
      ></ld-own-dialogs>
    `;
  }

  override updated(): void {
    const { work, feed } = this.store;
    const language = this.language.current;
    const place = work.counter ? pick(work.counter.label, language) : say(commonWords.panel, language);
    const hall = feed.hall ? pick(feed.hall.name, language) : say(commonWords.product, language);
    document.title = [work.inHand?.number, place, hall].filter((part) => part !== undefined).join(" · ");
  }

  private emergencyBoard(): TemplateResult {
    const { emergency, feed, signIn } = this.store;
    const why = emergency.trouble && troubleText(emergency.trouble.why, this.language.current);
    return html`<ld-emergency-board
      .known=${emergency.known}
      .areas=${feed.hall?.areas ?? []}
      .raiseTrouble=${emergency.trouble?.at === "raise" ? why : null}
      .endTrouble=${emergency.trouble?.at === "end" ? why : null}
      ?open=${this.isRaising && signIn.user !== null}
      ?mine=${signIn.user ? raisesEmergencies(signIn.user.role) : false}
      ?busy=${emergency.isBusy}
      @dialog-closed=${() => this.raising(false)}
      @emergency-raise=${this.raised}
      @emergency-end=${() => void emergency.end()}
    ></ld-emergency-board>`;
  }

  private raising(isOpen: boolean): void {
    this.store.emergency.forgetTrouble();
    this.isRaising = isOpen;
  }

  private async raised({ wish }: RaiseEvent): Promise<void> {
    if (await this.store.emergency.raise(wish)) this.isRaising = false;
  }

  private page(): TemplateResult {
    const { signIn, work } = this.store;
    const ground = { store: this.store, language: this.language.current, now: this.hub.instant() };
    if (signIn.state === "unknown") return openingPage(ground);
    const { user } = signIn;
    if (!user) return signInPage(ground);
    const sides = sidesFor(user.role);
    const side = sides.find((each) => each === this.side) ?? sides[0];
    const own = { ...ground, user, otherSide: sides.find((each) => each !== side) ?? null };
    if (side === undefined) return nothingHerePage(own);
    if (side === "desk") return deskPage(own);
    if (work.counter) return workPage(own, work.counter);
    const lastTime = recall(counterMemory);
    return choicePage(own, lastTime === null ? null : Number(lastTime));
  }

  private answered({ hasCome }: AnswerEvent): void {
    if (hasCome === null) this.store.work.dismiss("question");
    else void this.store.work.answer(hasCome);
  }

  private asked({ wish }: PersonEvent): void {
    if (wish === "sign-out") void this.leave();
    else if (wish === "counter" || wish === "desk") this.turnTo(wish);
    else {
      this.dialog = wish;
      this.passwordProblem = null;
      this.isPasswordChanged = false;
    }
  }

  private turnTo(side: Side): void {
    this.side = side;
    remember(sideMemory, side);
  }

  /** Where it is refused, the counter's page says why. */
  private async leave(): Promise<void> {
    await this.store.leave();
    if (this.store.work.trouble) this.side = "counter";
  }

  private async issued(event: IssueEvent): Promise<void> {
    if (await this.store.desk.issue(event.wish)) this.renderRoot.querySelector("ld-guide-desk")?.reset();
  }

  private async bookingAsked({ asked }: BookingEvent): Promise<void> {
    const { bookings } = this.store;
    switch (asked.wish) {
      case "find":
        return bookings.find(asked.text);
      case "slots":
        return bookings.lookAt(asked.service, asked.date);
      case "book":
        if (await bookings.book(asked.booking)) this.renderRoot.querySelector("ld-guide-desk")?.resetBooking();
        return;
      case "check-in":
        return bookings.checkIn(asked.reference);
      case "move-slots":
        return bookings.lookToMove(asked.service, asked.date);
      case "move":
        return bookings.move(asked.booking, asked.start);
      case "cancel":
        return bookings.giveUp(asked.booking);
      case "lift":
        return bookings.lift(asked.person);
      default:
        asked satisfies never;
    }
  }

  private async todayChanged({ change }: TodayEvent): Promise<void> {
    const isDone = await this.store.today.change(change);
    if (isDone && change.type === "paper") this.renderRoot.querySelector("ld-guide-desk")?.paperEntered();
  }

  private async passwordWanted({ before, after }: PasswordEvent): Promise<void> {
    this.passwordProblem = await this.store.signIn.changePassword(before, after);
    this.isPasswordChanged = this.passwordProblem === null;
  }

  private readonly changed = (): void => {
    const { counter } = this.store.work;
    if (counter) remember(counterMemory, String(counter.number));
    this.requestUpdate();
  };

  private readonly tick = (): void => {
    this.ticks += 1;
    if (this.ticks % slipTicks === 0) void this.store.desk.watchSlip();
    this.requestUpdate();
  };
}

function asSide(kept: string | null): Side | null {
  return kept === "counter" || kept === "desk" ? kept : null;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-panel": Panel;
  }
}
