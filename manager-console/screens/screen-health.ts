/** `<ld-screen-health>`: all that a lobby screen has told of itself. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { screenAlertWords, screenWords } from "../../shared/text/console-screens.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, notes } from "../../shared/ui/styles.ts";
import type { Screen } from "../../shared/wire/lobby.ts";
import { cacheOf, clockOf, paintedWords, soundOf, uptimeOf } from "./screen-words.ts";

@customElement("ld-screen-health")
export class ScreenHealth extends LitElement {
  static override styles = [
    base,
    notes,
    css`
      .note + .note {
        margin-top: var(--ld-space-2);
      }
      dl {
        margin-top: var(--ld-space-3);
        border-top: var(--ld-hair) solid var(--ld-line);
      }
      dl div {
        display: flex;
        gap: var(--ld-space-3);
        padding: var(--ld-space-1) 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      dt {
        flex: 0 0 8rem;
        color: var(--ld-ink-soft);
      }
      dd {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) screen: Screen | null = null;
  /** The title of what it shows now. */
  @property({ attribute: false }) showing: string | null = null;
  /** The hub's instant. */
  @property() now = "";

  private readonly language = new LanguageController(this);

  override render() {
    const { screen } = this;
    if (!screen) return nothing;
    const language = this.language.current;
    const { health, connected, alerts } = screen;
    const rows = [
      [screenWords.state, say(connected ? screenWords.connected : screenWords.away, language)],
      [screenWords.painted, paintedWords(health.paintedAt, this.now, language)],
      [screenWords.showing, this.showing ?? say(screenWords.nothingShown, language)],
      [screenWords.sound, soundOf(health, language)],
      [screenWords.cache, cacheOf(health, language)],
      [screenWords.clock, clockOf(health, language)],
      [screenWords.browser, health.browser ?? say(screenWords.unknown, language)],
      [screenWords.uptime, uptimeOf(health, language)],
    ] as const;
    return html`
      ${alerts.map(
        (alert) =>
          html`<p class="note ${alert === "no-frame" ? "trouble" : "signal"}">
            <span class="sign" aria-hidden="true">!</span><span>${say(screenAlertWords[alert], language)}</span>
          </p>`,
      )}
      <dl>
        ${rows.map(
          ([words, value]) =>
            html`<div>
              <dt>${say(words, language)}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-screen-health": ScreenHealth;
  }
}
