/** `<ld-item-versions>`: every version of an item, who wrote it and who decided, and two of them side by side. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { itemStateWords, versionStateWords, versionWords } from "../../shared/text/console-content.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, hiddenText, notes } from "../../shared/ui/styles.ts";
import type { ItemVersion } from "../../shared/wire/lobby.ts";
import { listState } from "../list-state.ts";
import { Polled } from "../polled.ts";
import { staffRequest } from "../staff-request.ts";
import { dateAndTime } from "./item-words.ts";
import { sideBySide, type DiffLine } from "./version-diff.ts";
import { versionRows, type VersionNames } from "./version-rows.ts";

const everyMillis = 30_000;
const stateWords = { ...itemStateWords, ...versionStateWords };

@customElement("ld-item-versions")
export class ItemVersions extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    hiddenText,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--ld-space-1) var(--ld-space-4);
        min-height: calc(3 * var(--ld-unit));
        padding: var(--ld-space-2) 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      li .soft {
        flex: 1 1 14rem;
      }
      .soft {
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-s);
      }
      table {
        width: 100%;
        margin: var(--ld-space-2) 0 var(--ld-space-4);
        border-collapse: collapse;
        table-layout: fixed;
        background: var(--ld-sheet);
        font-size: var(--ld-text-s);
      }
      th,
      td {
        padding: var(--ld-space-1) var(--ld-space-3);
        border: var(--ld-hair) solid var(--ld-line);
        text-align: left;
        vertical-align: top;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .field {
        background: var(--ld-well);
        font-weight: var(--ld-bold);
      }
      del {
        background: var(--ld-trouble-ground);
        color: var(--ld-on-trouble-ground);
      }
      ins {
        background: var(--ld-signal);
        color: var(--ld-on-signal);
        text-decoration: none;
      }
    `,
  ];

  /** The item's id. */
  @property() item = "";
  /** Its newest version: when that changes, all are asked for anew. */
  @property({ type: Number }) newest = 0;
  @property({ attribute: false }) names: VersionNames = { screens: [], areas: [], media: [], services: [] };

  /** Which version is compared with the one before it. */
  @state() private compared: number | null = null;

  private readonly language = new LanguageController(this);
  private readonly versions = new Polled<{ items: ItemVersion[] }>(this, {
    ask: () => staffRequest(this, { path: `/api/items/${this.item}/versions` }),
    everyMillis,
  });

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("newest") && changed.get("newest") !== undefined) void this.versions.refresh();
  }

  override render() {
    const language = this.language.current;
    const all = [...(this.versions.value?.items ?? [])].sort((one, other) => other.version - one.version);
    return html`
      ${listState(this.versions.picture, language)}
      <ol>
        ${all.map((version, index) => this.row(version, all[index + 1]))}
      </ol>
    `;
  }

  private row(version: ItemVersion, before: ItemVersion | undefined) {
    const language = this.language.current;
    const isCompared = this.compared === version.version;
    const { author, at, decidedBy, decidedAt, note } = version;
    const facts = [
      say(versionWords.wrote, language, { who: author, time: dateAndTime(at, language) }),
      ...(decidedBy === null || decidedAt === null
        ? []
        : [say(versionWords.decided, language, { who: decidedBy, time: dateAndTime(decidedAt, language) })]),
      ...(note === null ? [] : [note]),
    ];
    return html`<li>
        <b>${say(versionWords.version, language, { version: version.version })}</b>
        <span>${say(stateWords[version.state], language)}</span>
        <span class="soft">${facts.join(" · ")}</span>
        ${
          before
            ? html`<button
                type="button"
                class="button"
                aria-expanded=${isCompared ? "true" : "false"}
                @click=${() => (this.compared = isCompared ? null : version.version)}
              >
                ${say(versionWords.compareWith, language, { version: before.version })}
              </button>`
            : nothing
        }
      </li>
      ${isCompared && before ? html`<li>${this.comparison(before, version)}</li>` : nothing}`;
  }

  private comparison(before: ItemVersion, after: ItemVersion) {
    const language = this.language.current;
    const [old, now] = [before, after].map((version) => versionRows(version, this.names, language));
    const changed = (now ?? []).flatMap(({ label, text }, index) => {
      const was = old?.[index]?.text ?? "";
      return was === text ? [] : [{ label, lines: sideBySide(was, text) }];
    });
    if (changed.length === 0) return html`<p>${say(versionWords.same, language)}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${say(versionWords.before, language, { version: before.version })}</th>
          <th scope="col">${say(versionWords.version, language, { version: after.version })}</th>
        </tr>
      </thead>
      ${changed.map(
        ({ label, lines }) =>
          html`<tbody>
            <tr>
              <th class="field" scope="rowgroup" colspan="2">${label}</th>
            </tr>
            ${lines.map((line) => this.line(line))}
          </tbody>`,
      )}
    </table>`;
  }

  private line(line: DiffLine) {
    const language = this.language.current;
    if (line.is === "same") {
      return html`<tr>
        <td>${line.before}</td>
        <td>${line.after}</td>
      </tr>`;
    }
    const gone = html`<span class="visually-hidden">${say(versionWords.removed, language)}</span
      ><del>${line.before}</del>`;
    const come = html`<span class="visually-hidden">${say(versionWords.added, language)}</span
      ><ins>${line.after}</ins>`;
    return html`<tr>
      <td>${line.before === null ? nothing : gone}</td>
      <td>${line.after === null ? nothing : come}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-item-versions": ItemVersions;
  }
}
