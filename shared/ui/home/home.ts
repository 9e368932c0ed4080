/** `<ld-home>`: the page at `/`, which says what is where. */
import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { languages } from "../../domain/vocabulary.ts";
import { commonWords } from "../../text/common.ts";
import { homeWords } from "../../text/home.ts";
import { languageTags, pick, say, type Words } from "../../text/text.ts";
import type { HallNow } from "../../wire/hall.ts";
import { request } from "../api.ts";
import "../demo-banner.ts";
import { LanguageController, setLanguage, startLanguage } from "../language.ts";
import { base } from "../styles.ts";

interface Place {
  readonly href: string;
  readonly name: Words;
  readonly line: Words;
}

const places: readonly Place[] = [
  { href: "/station/", name: homeWords.station, line: homeWords.stationLine },
  { href: "/display/", name: homeWords.display, line: homeWords.displayLine },
  { href: "/display/counter/", name: homeWords.counter, line: homeWords.counterLine },
  { href: "/panel/", name: homeWords.panel, line: homeWords.panelLine },
  { href: "/console/", name: homeWords.console, line: homeWords.consoleLine },
  { href: "/m/", name: homeWords.phone, line: homeWords.phoneLine },
  { href: "/api/docs", name: homeWords.docs, line: homeWords.docsLine },
];

@customElement("ld-home")
export class Home extends LitElement {
  static override styles = [
    base,
    css`
      main {
        max-width: 54rem;
        margin: 0 auto;
        padding: var(--ld-space-5) var(--ld-space-4) var(--ld-space-8);
      }
      .hall {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        padding: var(--ld-space-5) 0 var(--ld-space-3);
        border-bottom: var(--ld-bar) solid var(--ld-structure);
      }
      h1 {
        font-size: var(--ld-text-2xl);
        line-height: var(--ld-leading-tight);
        color: var(--ld-structure-text);
      }
      .languages button {
        min-height: 2.75rem;
        padding: 0 var(--ld-space-3);
        border: 0;
        border-bottom: var(--ld-rule) solid transparent;
        background: none;
        cursor: pointer;
      }
      .languages button[aria-pressed="true"] {
        border-bottom-color: var(--ld-ink);
        font-weight: var(--ld-bold);
      }
      h2 {
        margin: var(--ld-space-6) 0 var(--ld-space-2);
        font-size: var(--ld-text-m);
        font-weight: var(--ld-bold);
        color: var(--ld-ink-soft);
      }
      li {
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      a {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        padding: var(--ld-space-4) var(--ld-space-2);
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        background: var(--ld-well);
      }
      .name {
        flex: 0 0 10rem;
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      .line {
        flex: 1 1 18rem;
        color: var(--ld-ink-soft);
      }
      .address {
        flex: none;
        font-size: var(--ld-text-s);
        color: var(--ld-structure-text);
      }
    `,
  ];

  @state() private hall: HallNow | null = null;
  private readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    startLanguage({ keepAs: "lundao.language", browser: true });
    void this.load();
  }

  override render() {
    const language = this.language.current;
    return html`
      <ld-demo ?on=${this.hall?.demo ?? false}></ld-demo>
      <main>
        <div class="hall">
          <h1>${this.hall ? pick(this.hall.name, language) : say(commonWords.product, language)}</h1>
          <div class="languages">
            ${languages.map(
              (each) =>
                html`<button
                  type="button"
                  lang=${languageTags[each]}
                  aria-pressed=${each === language ? "true" : "false"}
                  @click=${() => setLanguage(each)}
                >
                  ${commonWords.languageName[each]}
                </button>`,
            )}
          </div>
        </div>
        <h2>${say(homeWords.heading, language)}</h2>
        <ul>
          ${places.map(
            ({ href, name, line }) =>
              html`<li>
                <a href=${href}
                  ><span class="name">${name[language]}</span><span class="line">${say(line, language)}</span
                  ><span class="address">${href}</span></a
                >
              </li>`,
          )}
        </ul>
      </main>
    `;
  }

  private async load(): Promise<void> {
    const answer = await request<HallNow>("GET", "/api/hall");
    if (!answer.ok) return;
    this.hall = answer.value;
    document.title = `${pick(answer.value.name, this.language.current)} · 轮到 Lundao`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-home": Home;
  }
}
