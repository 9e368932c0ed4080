/** `<ld-device-list>`: the devices that wait for approval, and those that are paired. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { deviceWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { keyedRows } from "../shared/ui/keyed-rows.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, notes } from "../shared/ui/styles.ts";
import type { Device } from "../shared/wire/access.ts";
import { narrow, pageStyles, tableStyles } from "./console-styles.ts";
import {
  counterName,
  deviceName,
  inOrder,
  kindName,
  presenceOf,
  printerState,
  type HallCounterNow,
} from "./device-words.ts";
import { addressOf } from "./place.ts";

@customElement("ld-device-list")
export class DeviceList extends LitElement {
  static override styles = [
    base,
    notes,
    pageStyles,
    tableStyles,
    css`
      h2:first-of-type {
        margin-top: 0;
      }
      .waiting {
        border-top: var(--ld-rule) solid var(--ld-ink);
      }
      .waiting li {
        display: flex;
        align-items: baseline;
        gap: var(--ld-space-4);
        padding: var(--ld-space-2) var(--ld-space-3);
        border-bottom: var(--ld-hair) solid var(--ld-line);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      .waiting .pick {
        color: inherit;
      }
      .waiting li.on {
        box-shadow: inset var(--ld-bar) 0 0 var(--ld-on-signal);
      }
      .name {
        width: 34%;
      }

      @media ${narrow} {
        .waiting li {
          flex-wrap: wrap;
          align-items: center;
          gap: 0 var(--ld-space-4);
        }
        .waiting .pick {
          flex: 1 0 auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) devices: readonly Device[] = [];
  @property({ attribute: false }) counters: readonly HallCounterNow[] = [];
  /** The hall's date, e.g. 2026-11-23. */
  @property() today = "";
  @property({ attribute: false }) chosen: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const waiting = this.devices.filter(({ state }) => state === "pending");
    const paired = inOrder(this.devices.filter(({ state }) => state === "paired"));
    return html`
      <h2>${say(deviceWords.waiting, language)}</h2>
      ${
        waiting.length === 0
          ? html`<p class="soft">${say(deviceWords.noneWaiting, language)}</p>`
          : html`<ul class="waiting">
              ${keyedRows(
                waiting,
                ({ id }) => id,
                (device) => this.waitingRow(device),
              )}
            </ul>`
      }
      <h2>${say(deviceWords.paired, language)}</h2>
      ${paired.length === 0 ? html`<p class="soft">${say(deviceWords.nonePaired, language)}</p>` : this.table(paired)}
    `;
  }

  private waitingRow(device: Device) {
    const language = this.language.current;
    return html`<li class=${device.id === this.chosen ? "on" : ""}>
      ${this.pick(device)}<span>${say(deviceWords.askedAt, language, { time: timeOfDay(device.createdAt) })}</span>
    </li>`;
  }

  private table(devices: readonly Device[]) {
    const language = this.language.current;
    return html`
      <table>
        <thead>
          <tr>
            <th class="name" scope="col">${say(deviceWords.name, language)}</th>
            <th scope="col">${say(deviceWords.counter, language)}</th>
            <th scope="col">${say(deviceWords.state, language)}</th>
            <th scope="col">${say(deviceWords.printer, language)}</th>
          </tr>
        </thead>
        <tbody>
          ${keyedRows(
            devices,
            ({ id }) => id,
            (device) => this.row(device),
          )}
        </tbody>
      </table>
    `;
  }

  private row(device: Device) {
    const language = this.language.current;
    const name = deviceName(device, language);
    const kind = kindName(device.kind, language);
    const printer = printerState(device, language);
    return html`
      <tr class=${device.id === this.chosen ? "on" : ""}>
        <th scope="row">${this.pick(device)}${name === kind ? nothing : html`<span class="second">${kind}</span>`}</th>
        <td class=${device.counter === null ? "none" : ""}>
          ${device.counter === null ? "–" : counterName(device.counter, this.counters, language)}
        </td>
        <td>
          <span aria-hidden="true">${device.connected ? "●" : "○"} </span>${presenceOf(device, this.today, language)}
        </td>
        <td
          class=${printer === null ? "none" : printer.isWrong ? "wrong" : ""}
          data-word=${say(deviceWords.printer, language)}
        >
          ${printer?.isWrong === true ? html`<span aria-hidden="true">! </span>` : nothing}${printer?.words ?? "–"}
        </td>
      </tr>
    `;
  }

  private pick(device: Device) {
    const isChosen = device.id === this.chosen;
    return html`<a
      class="pick"
      href=${addressOf({ section: "devices", chosen: device.id })}
      aria-current=${isChosen ? "true" : "false"}
      >${deviceName(device, this.language.current)}</a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-device-list": DeviceList;
  }
}
