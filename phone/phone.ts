/** `<ld-phone>`: the resident's page: `/m/t/TOKEN` is one ticket, `/m/b/TOKEN` one booking, `/m/` the way to either. */
import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { commonWords } from "../shared/text/common.ts";
import { entranceWords } from "../shared/text/phone.ts";
import { languages } from "../shared/domain/vocabulary.ts";
import { languageTags, pick, say } from "../shared/text/text.ts";
import { request } from "../shared/ui/api.ts";
import "../shared/ui/demo-banner.ts";
import { LanguageController, setLanguage, startLanguage } from "../shared/ui/language.ts";
import { base } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import "./entrance.ts";
import { HallLine, type HallPicture } from "./hall-line.ts";
import "./my-booking.ts";
import "./my-ticket.ts";

const hallEveryMillis = 15_000;
/** A ticket's page learns how many wait from the ticket; from the hall, its names and whether a service is stopped. */
const hallOfTicketEveryMillis = 60_000;

/** The token in `/m/t/TOKEN` or `/m/b/TOKEN`; null on `/m/`. */
function tokenIn(path: string, page: "t" | "b"): string | null {
  return new RegExp(`^/m/${page}/([^/]+)/?$`).exec(path)?.[1] ?? null;
}

@customElement("ld-phone")
export class Phone extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100vh;
        padding-left: env(safe-area-inset-left);
        padding-right: env(safe-area-inset-right);
        font-size: var(--ld-text-m);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        padding: var(--ld-space-1) var(--ld-space-2) var(--ld-space-1) min(1.5rem, 6vw);
        background: var(--ld-structure);
        color: var(--ld-on-structure);
        --ld-focus: var(--ld-signal);
      }
      .hall {
        flex: 1 1 9em;
        padding: var(--ld-space-2) var(--ld-space-2) var(--ld-space-2) 0;
        font-weight: var(--ld-bold);
        line-height: 1.3;
      }
      .languages {
        display: flex;
        flex: none;
      }
      .languages button {
        min-width: 2.75rem;
        min-height: 2.75rem;
        padding: 0 var(--ld-space-2);
        border: 0;
        border-bottom: var(--ld-rule) solid transparent;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      .languages button[aria-pressed="true"] {
        border-bottom-color: currentColor;
        font-weight: var(--ld-bold);
      }
      main {
        display: flex;
        flex: 1 0 auto;
        flex-direction: column;
      }
    `,
  ];

  @state() private picture: HallPicture = { is: "opening" };

  private readonly language = new LanguageController(this);
  private readonly token = tokenIn(location.pathname, "t");
  private readonly booking = tokenIn(location.pathname, "b");
  private readonly join = new URLSearchParams(location.search).get("join");
  private hallLine: HallLine | null = null;

  constructor() {
    super();
    startLanguage({ keepAs: "lundao.language", browser: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.hallLine = new HallLine({
      ask: () => request<HallNow>("GET", "/api/hall", { timeoutMillis: 6_000 }),
      changed: (picture) => {
        this.picture = picture;
      },
      everyMillis: this.token === null && this.booking === null ? hallEveryMillis : hallOfTicketEveryMillis,
    });
    document.addEventListener("visibilitychange", this.seenAgain);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.seenAgain);
    this.hallLine?.stop();
    super.disconnectedCallback();
  }

  override updated(): void {
    if (this.token === null && this.booking === null) document.title = this.hallName();
  }

  override render() {
    const hall = this.picture.is === "here" ? this.picture.hall : null;
    return html`
      <ld-demo ?on=${hall?.demo ?? false}></ld-demo>
      <header>
        <p class="hall">${this.hallName()}</p>
        ${this.languageChoice(hall?.languages ?? languages)}
      </header>
      <main>${this.page(hall)}</main>
    `;
  }

  private page(hall: HallNow | null) {
    if (this.booking !== null) return html`<ld-my-booking token=${this.booking} .hall=${hall}></ld-my-booking>`;
    return this.token === null
      ? html`<ld-entrance .picture=${this.picture} .join=${this.join}></ld-entrance>`
      : html`<ld-my-ticket token=${this.token} .hall=${hall}></ld-my-ticket>`;
  }

  private languageChoice(offered: HallNow["languages"] | typeof languages) {
    const now = this.language.current;
    return html`<div class="languages" role="group" aria-label=${say(entranceWords.languages, now)}>
      ${languages
        .filter((each) => offered.some((language) => language === each))
        .map(
          (each) =>
            html`<button
              type="button"
              lang=${languageTags[each]}
              aria-label=${commonWords.languageName[each]}
              aria-pressed=${each === now ? "true" : "false"}
              @click=${() => setLanguage(each)}
            >
              ${commonWords.languageOwn[each]}
            </button>`,
        )}
    </div>`;
  }

  private hallName(): string {
    const language = this.language.current;
    return this.picture.is === "here" ? pick(this.picture.hall.name, language) : say(commonWords.product, language);
  }

  private readonly seenAgain = () => {
    if (document.visibilityState === "visible" && this.token === null) void this.hallLine?.ask();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-phone": Phone;
  }
}
