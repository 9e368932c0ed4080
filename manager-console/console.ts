/** `<ld-console>`: the manager's and technician's page: who is signed in, and what that person finds here. */
import { html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { commonWords } from "../shared/text/common.ts";
import { consoleWords } from "../shared/text/console.ts";
import { pick, say } from "../shared/text/text.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import "../shared/ui/demo-banner.ts";
import "../shared/ui/emergency-board.ts";
import { EmergencyDesk } from "../shared/ui/emergency-desk.ts";
import type { RaiseEvent } from "../shared/ui/emergency-form.ts";
import { LanguageController, startLanguage } from "../shared/ui/language.ts";
import { base, notes } from "../shared/ui/styles.ts";
import type { Session, User } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import "./account-page.ts";
import "./clock-note.ts";
import "./console-header.ts";
import "./content/content-page.ts";
import { consolePageStyles } from "./console.styles.ts";
import "./devices-page.ts";
import "./hall-page.ts";
import { HubWatch } from "./hub-watch.ts";
import { addressOf, readPlace, sectionsOf, setsScreens, writesItems, type Place, type Section } from "./place.ts";
import "./plays/plays-page.ts";
import { Polled } from "./polled.ts";
import "./printing-page.ts";
import "./programme/programme-page.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import "./screens/screen-alerts.ts";
import "./screens/screens-page.ts";
import "./sign-in.ts";
import type { SignInEvent } from "./sign-in.ts";
import { staysAt } from "./unsaved.ts";
import "./users-page.ts";

const hallEveryMillis = 60_000;
const retryMillis = 3_000;

type SignedIn =
  | { readonly is: "opening" }
  | { readonly is: "away" }
  /** `hasEnded`: somebody was, until the hub said otherwise. */
  | { readonly is: "out"; readonly hasEnded: boolean }
  | { readonly is: "in"; readonly user: User };

@customElement("ld-console")
export class Console extends LitElement {
  static override styles = [base, notes, consolePageStyles];

  @state() private signedIn: SignedIn = { is: "opening" };
  @state() private hash = location.hash;
  @state() private isWorking = false;
  @state() private problem: ApiProblem | null = null;
  @state() private isRaising = false;

  private readonly language = new LanguageController(this);
  private readonly hub = new HubWatch(this, () => void this.recall());
  private readonly hall = new Polled<HallNow>(this, {
    ask: () => request<HallNow>("GET", "/api/hall"),
    everyMillis: hallEveryMillis,
  });
  private readonly emergency = new EmergencyDesk({ ask: request, changed: () => this.requestUpdate() });
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    startLanguage({ keepAs: "lundao.language", browser: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.moved);
    void this.recall();
  }

  override disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.moved);
    clearTimeout(this.retry);
    super.disconnectedCallback();
  }

  override updated(): void {
    const language = this.language.current;
    document.title = `${say(consoleWords.console, language)} · ${this.hallName()}`;
  }

  override render() {
    const language = this.language.current;
    const { signedIn } = this;
    const user = signedIn.is === "in" ? signedIn.user : null;
    return html`
      <ld-demo ?on=${this.hall.value?.demo ?? false}></ld-demo>
      ${
        signedIn.is === "in" || signedIn.is === "out"
          ? html`<ld-console-header
              .hall=${this.hall.value}
              .user=${user}
              .health=${this.hub.health}
              .instant=${this.hub.instant}
              ?raises=${raisesEmergencies(user)}
              @emergency-wanted=${() => this.raising(true)}
              @sign-out=${this.signOut}
            ></ld-console-header>`
          : html`<p class="plain" role="status">
              ${say(signedIn.is === "away" ? consoleWords.awayNothing : commonWords.loading, language)}
            </p>`
      }
      ${signedIn.is === "out" ? this.signInPage(signedIn.hasEnded) : ""}
      ${
        user
          ? html`${this.emergencyBoard(user)}<ld-clock-note
                ?mine=${user.role === "manager" || user.role === "technician"}
                @session-ended=${this.ended}
              ></ld-clock-note>
              ${setsScreens(user.role) ? html`<ld-screen-alerts @session-ended=${this.ended}></ld-screen-alerts>` : ""}
              ${this.body(user)}`
          : ""
      }
    `;
  }

  private emergencyBoard(user: User) {
    const { known, trouble, isBusy } = this.emergency;
    const why = trouble && refusalToStaff(trouble.why, this.language.current);
    return html`<ld-emergency-board
      .known=${known}
      .areas=${this.hall.value?.areas ?? []}
      .raiseTrouble=${trouble?.at === "raise" ? why : null}
      .endTrouble=${trouble?.at === "end" ? why : null}
      ?open=${this.isRaising}
      ?mine=${raisesEmergencies(user)}
      ?busy=${isBusy}
      @dialog-closed=${() => this.raising(false)}
      @emergency-raise=${this.raised}
      @emergency-end=${() => void this.emergency.end()}
    ></ld-emergency-board>`;
  }

  private raising(isOpen: boolean): void {
    this.emergency.forgetTrouble();
    this.isRaising = isOpen;
  }

  private async raised({ wish }: RaiseEvent): Promise<void> {
    if (await this.emergency.raise(wish)) this.isRaising = false;
  }

  private signInPage(hasEnded: boolean) {
    return html`<ld-console-sign-in
      hall=${this.hall.value ? pick(this.hall.value.name, this.language.current) : ""}
      .problem=${this.problem ? refusalToStaff(this.problem, this.language.current) : undefined}
      ?ended=${hasEnded}
      ?working=${this.isWorking}
      @sign-in=${this.signIn}
    ></ld-console-sign-in>`;
  }

  private body(user: User) {
    const language = this.language.current;
    const place = readPlace(this.hash, user.role);
    return html`
      <div class="body" @session-ended=${this.ended}>
        <nav aria-label=${say(consoleWords.sections, language)}>
          ${sectionsOf(user.role).map(
            (section) =>
              html`<a
                href=${addressOf({ section, chosen: null })}
                aria-current=${section === place.section ? "page" : "false"}
                >${say(consoleWords[section], language)}</a
              >`,
          )}
        </nav>
        <main class="main">${this.page(place, user)}</main>
      </div>
    `;
  }

  private page({ section, chosen }: Place, user: User) {
    const hall = this.hall.value;
    const pages = {
      devices: () => html`<ld-devices-page .hall=${hall} .chosen=${chosen}></ld-devices-page>`,
      content: () =>
        html`<ld-content-page
          .hall=${hall}
          .chosen=${chosen}
          self=${user.id}
          ?writes=${writesItems(user.role)}
          ?manages=${user.role === "manager"}
        ></ld-content-page>`,
      programme: () => html`<ld-programme-page .hall=${hall} .chosen=${chosen}></ld-programme-page>`,
      screens: () =>
        html`<ld-screens-page
          .hall=${hall}
          .chosen=${chosen}
          ?sets=${setsScreens(user.role)}
          .now=${this.hub.instant ?? hall?.now ?? ""}
        ></ld-screens-page>`,
      plays: () => html`<ld-plays-page .hall=${hall}></ld-plays-page>`,
      printing: () => html`<ld-printing-page .hall=${hall}></ld-printing-page>`,
      users: () => html`<ld-users-page .hall=${hall} .chosen=${chosen} self=${user.id}></ld-users-page>`,
      hall: () => html`<ld-hall-page .hall=${hall}></ld-hall-page>`,
      account: () =>
        html`<ld-account-page user=${user.user} ?only=${sectionsOf(user.role).length === 1}></ld-account-page>`,
    } as const satisfies Record<Section, unknown>;
    return pages[section]();
  }

  /** Asks who is signed in: at the start, and after every loss of the line. */
  private async recall(): Promise<void> {
    clearTimeout(this.retry);
    const answer = await request<Session>("GET", "/api/session");
    if (answer.ok) {
      this.become(answer.value.user);
      return;
    }
    if (this.signedIn.is === "in") return;
    this.signedIn = { is: "away" };
    this.retry = setTimeout(() => void this.recall(), retryMillis);
  }

  private become(user: User | null): void {
    if (user) {
      this.signedIn = { is: "in", user };
      this.hub.start();
      if (this.hub.line) this.emergency.follow(this.hub.line);
      return;
    }
    const hasEnded = this.signedIn.is === "in";
    this.leave();
    if (this.signedIn.is !== "out") this.signedIn = { is: "out", hasEnded };
  }

  private async signIn({ user, password }: SignInEvent): Promise<void> {
    if (this.isWorking) return;
    [this.isWorking, this.problem] = [true, null];
    const answer = await request<Session>("POST", "/api/session", { body: { user, password } });
    this.isWorking = false;
    if (answer.ok) this.become(answer.value.user);
    else this.problem = answer.problem;
  }

  private async signOut(): Promise<void> {
    const answer = await request<Session>("DELETE", "/api/session");
    if (!answer.ok) return;
    this.leave();
    this.signedIn = { is: "out", hasEnded: false };
  }

  private leave(): void {
    this.isRaising = false;
    this.emergency.leave();
    this.hub.stop();
  }

  private ended(): void {
    this.become(null);
  }

  private hallName(): string {
    const language = this.language.current;
    return this.hall.value ? pick(this.hall.value.name, language) : say(commonWords.product, language);
  }

  private readonly moved = () => {
    if (!staysAt(this.hash)) this.hash = location.hash;
  };
}

function raisesEmergencies(user: User | null): boolean {
  return user?.role === "guide" || user?.role === "manager";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-console": Console;
  }
}
