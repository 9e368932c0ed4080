/**
 * `<ld-panel-header>`: where one works, who one is, what time it is, and whether the hub can be heard.
 * @slot state - what belongs to the place: the counter's state.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { languages } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { languageTags, say } from "../../shared/text/text.ts";
import "../../shared/ui/emergency-button.ts";
import { LanguageController, setLanguage } from "../../shared/ui/language.ts";
import { base, notes } from "../../shared/ui/styles.ts";
import { PersonEvent, type Side } from "./events.ts";
import "./menu.ts";

@customElement("ld-panel-header")
export class PanelHeader extends LitElement {
  static override styles = [
    base,
    notes,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--ld-space-4);
        min-height: calc(3.75 * var(--ld-unit));
        padding: var(--ld-space-2) var(--ld-space-5);
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
      h1 {
        font-size: var(--ld-text-xl);
        line-height: var(--ld-leading-tight);
        white-space: nowrap;
      }
      .person {
        font-size: var(--ld-text-l);
        white-space: nowrap;
      }
      /* In a place of its own, so that nothing below moves when the hub goes and comes. */
      .hub {
        flex: 1;
        min-width: 0;
      }
      .hub .note {
        padding: var(--ld-space-1) var(--ld-space-3);
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
        line-height: var(--ld-leading-tight);
      }
      .time {
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
    `,
  ];

  /** The counter's label, or the desk. */
  @property() place = "";
  @property() person = "";
  /** The hall's clock, 10:24; empty while unknown. */
  @property() time = "";
  /** Whether the hub is away, and what stands on the page may be old. */
  @property({ type: Boolean }) lost = false;
  /** Whether signing out also closes a counter. */
  @property({ type: Boolean }) closes = false;
  /** Whether this person may raise an emergency. */
  @property({ type: Boolean }) raises = false;
  /** The other side of the panel, where this person may work there too. */
  @property({ attribute: false }) otherSide: Side | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <header>
        <h1>${this.place}</h1>
        <span class="person">${this.person}</span>
        <slot name="state"></slot>
        <div class="hub" role="alert">${this.lost ? this.lostNote() : nothing}</div>
        ${this.raises ? html`<ld-emergency-button></ld-emergency-button>` : nothing}
        <span class="time">${this.time}</span>
        <ld-menu from-right label=${say(panelWords.mine, language)}>
          ${this.otherSide === null ? nothing : this.item(this.otherSide, say(panelWords[this.otherSide], language))}
          ${this.item("shortcuts", say(panelWords.shortcuts, language))}
          ${this.item("password", say(panelWords.changePassword, language))}
          ${languages
            .filter((each) => each !== language)
            .map(
              (each) =>
                html`<button type="button" lang=${languageTags[each]} @click=${() => setLanguage(each)}>
                  ${commonWords.languageName[each]}
                </button>`,
            )}
          ${this.item("sign-out", say(this.closes ? panelWords.closeAndSignOut : panelWords.signOut, language))}
        </ld-menu>
      </header>
    `;
  }

  private lostNote() {
    const language = this.language.current;
    const words = `${say(commonWords.hubLost, language)} · ${say(commonWords.maybeOld, language)}`;
    return html`<p class="note trouble"><span class="sign" aria-hidden="true">!</span>${words}</p>`;
  }

  private item(wish: PersonEvent["wish"], words: string) {
    return html`<button type="button" @click=${() => this.dispatchEvent(new PersonEvent(wish))}>${words}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-panel-header": PanelHeader;
  }
}
