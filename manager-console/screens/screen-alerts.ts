/** `<ld-screen-alerts>`: a line across the console while something is wrong with a lobby screen. */
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { alertWords, screenAlertWords } from "../../shared/text/console-screens.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, notes } from "../../shared/ui/styles.ts";
import type { Screen } from "../../shared/wire/lobby.ts";
import { addressOf } from "../place.ts";
import { Polled } from "../polled.ts";
import { staffRequest } from "../staff-request.ts";
import { isDark } from "./screen-words.ts";

const everyMillis = 5_000;
const mostTold = 3;

@customElement("ld-screen-alerts")
export class ScreenAlerts extends LitElement {
  static override styles = [
    base,
    notes,
    css`
      .note {
        flex-wrap: wrap;
        gap: 0 var(--ld-space-4);
        padding: var(--ld-space-2) var(--ld-space-5);
      }
      .note .sign {
        margin-right: 0;
      }
      a {
        color: inherit;
        font-weight: var(--ld-bold);
      }
    `,
  ];

  private readonly language = new LanguageController(this);
  private readonly screens = new Polled<{ items: Screen[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/screens" }),
    everyMillis,
  });

  override render() {
    const language = this.language.current;
    const screens = (this.screens.value?.items ?? []).filter(({ alerts }) => alerts.length > 0);
    // What is dark is told before what is only quiet.
    const told = [...screens.filter(isDark), ...screens.filter((screen) => !isDark(screen))].flatMap(
      ({ id, name, alerts }) =>
        alerts.map((alert) => ({
          id,
          words: say(alertWords.one, language, { name, what: say(screenAlertWords[alert], language) }),
        })),
    );
    if (told.length === 0) return nothing;
    const more = told.length - mostTold;
    return html`<p class="note ${screens.some(isDark) ? "trouble" : "signal"}" role="status">
      <span class="sign" aria-hidden="true">!</span>
      ${told
        .slice(0, mostTold)
        .map(({ id, words }) => html`<a href=${addressOf({ section: "screens", chosen: id })}>${words}</a>`)}
      ${more > 0 ? html`<a href=${addressOf({ section: "screens", chosen: null })}>${say(alertWords.more, language, { count: more })}</a>` : nothing}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-screen-alerts": ScreenAlerts;
  }
}
