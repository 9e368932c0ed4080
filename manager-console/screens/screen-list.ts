/** `<ld-screen-list>`: the hall's lobby screens and how each does. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { layoutWords, orientationWords, screenAlertWords, screenWords } from "../../shared/text/console-screens.ts";
import { say } from "../../shared/text/text.ts";
import { keyedRows } from "../../shared/ui/keyed-rows.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Screen } from "../../shared/wire/lobby.ts";
import { tableStyles } from "../console-styles.ts";
import { addressOf } from "../place.ts";
import { paintedWords, placeOf } from "./screen-words.ts";

@customElement("ld-screen-list")
export class ScreenList extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .alerts {
        display: block;
      }
      .alerts span {
        display: block;
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
      }
      .dark {
        color: var(--ld-trouble);
      }
    `,
  ];

  @property({ attribute: false }) screens: readonly Screen[] = [];
  @property({ attribute: false }) areas: HallNow["areas"] = [];
  /** Titles of items by their ids. */
  @property({ attribute: false }) titles: ReadonlyMap<string, string> = new Map();
  /** The hub's instant. */
  @property() now = "";
  @property({ attribute: false }) chosen: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const heads = [
      screenWords.name,
      screenWords.place,
      screenWords.layout,
      screenWords.state,
      screenWords.painted,
      screenWords.showing,
    ];
    return html`<table>
      <thead>
        <tr>
          ${heads.map((words) => html`<th scope="col">${say(words, language)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${keyedRows(
          this.screens,
          ({ id }) => id,
          (screen) => this.row(screen),
        )}
      </tbody>
    </table>`;
  }

  private row(screen: Screen) {
    const language = this.language.current;
    const { id, name, layout, orientation, speaks, connected, health } = screen;
    const isChosen = id === this.chosen;
    const showing = health.showing === null ? null : (this.titles.get(health.showing) ?? null);
    return html`<tr class=${isChosen ? "on" : ""}>
      <th scope="row">
        <a
          class="pick"
          href=${addressOf({ section: "screens", chosen: id })}
          aria-current=${isChosen ? "true" : "false"}
          >${name}</a
        >
      </th>
      <td>${placeOf(screen, this.areas, language)}</td>
      <td>
        ${say(layoutWords[layout], language)}<span class="second"
          >${say(orientationWords[orientation], language)}${speaks ? ` · ${say(screenWords.speaksMark, language)}` : ""}</span
        >
      </td>
      <td>${say(connected ? screenWords.connected : screenWords.away, language)}${this.alerts(screen)}</td>
      <td data-word=${say(screenWords.painted, language)}>${paintedWords(health.paintedAt, this.now, language)}</td>
      <td data-word=${say(screenWords.showing, language)}>${showing ?? say(screenWords.nothingShown, language)}</td>
    </tr>`;
  }

  private alerts({ alerts }: Screen) {
    if (alerts.length === 0) return nothing;
    return html`<span class="alerts"
      >${alerts.map(
        (alert) =>
          html`<span class=${alert === "no-frame" ? "dark" : ""}
            ><span aria-hidden="true">! </span>${say(screenAlertWords[alert], this.language.current)}</span
          >`,
      )}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-screen-list": ScreenList;
  }
}
