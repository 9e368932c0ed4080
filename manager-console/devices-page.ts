/** `<ld-devices-page>`: approving devices, cutting them off, and setting their printers. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { consoleWords } from "../shared/text/console.ts";
import { deviceWords, printerWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import { dateOf, instantAt, offsetMinutesOf, timeOfDay } from "../shared/text/times.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, notes } from "../shared/ui/styles.ts";
import type { Device } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { ChosenFocus } from "./chosen-focus.ts";
import { narrow, pageStyles } from "./console-styles.ts";
import "./device-approval.ts";
import type { ApproveEvent } from "./device-approval.ts";
import "./device-change.ts";
import type { ChangeDeviceEvent } from "./device-change.ts";
import "./device-list.ts";
import "./device-printer.ts";
import type { PrinterEvent } from "./device-printer.ts";
import { approvalError, counterName, deviceName, kindName, presenceOf, printerState } from "./device-words.ts";
import { focusFirstError, focusMessage, formError } from "./form-parts.ts";
import { listState } from "./list-state.ts";
import { addressOf } from "./place.ts";
import { Polled } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";
import "./sure.ts";
import "./voice-line.ts";

/** Source: contract, "Signing in": a code is good for ten minutes. */
const codeMillis = 10 * 60_000;
const everyMillis = 3_000;

/** What is going on with the chosen device; forgotten when another is chosen. */
interface Doing {
  readonly what: "approval" | "change" | "printer" | "cut-off" | null;
  readonly isWorking: boolean;
  readonly problem: ApiProblem | null;
  readonly isDone: boolean;
}

const idle: Doing = { what: null, isWorking: false, problem: null, isDone: false };

@customElement("ld-devices-page")
export class DevicesPage extends LitElement {
  static override styles = [
    base,
    notes,
    pageStyles,
    css`
      .facts {
        margin-bottom: var(--ld-space-4);
        color: var(--ld-ink-soft);
      }
      .health {
        margin-bottom: var(--ld-space-4);
      }

      @media ${narrow} {
        .health a {
          display: inline-flex;
          align-items: center;
          min-height: calc(2.75 * var(--ld-unit));
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  /** The id of the device that is chosen. */
  @property({ attribute: false }) chosen: string | null = null;

  @state() private doing: Doing = idle;

  private readonly language = new LanguageController(this);
  private readonly devices = new Polled<{ items: Device[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/devices" }),
    everyMillis,
  });

  constructor() {
    super();
    this.addController(new ChosenFocus(this, "devices"));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("chosen")) this.doing = idle;
  }

  override render() {
    const language = this.language.current;
    const devices = this.devices.value?.items ?? null;
    return html`
      <h1>${say(consoleWords.devices, language)}</h1>
      <ld-voice-line .hall=${this.hall}></ld-voice-line>
      ${listState(this.devices.picture, language)}
      ${
        devices === null
          ? nothing
          : html`<div class="page ${this.chosen === null ? "shows-list" : "shows-chosen"}">
              <ld-device-list
                class="list"
                .devices=${devices}
                .counters=${this.hall?.counters ?? []}
                .today=${this.hall?.date ?? ""}
                .chosen=${this.chosen}
              ></ld-device-list>
              <section class="chosen">${this.back()} ${this.chosenPart(devices)}</section>
            </div>`
      }
    `;
  }

  /** For narrow screens, where what is chosen stands in the list's place. */
  private back() {
    if (this.chosen === null) return nothing;
    return html`<a class="back" href=${addressOf({ section: "devices", chosen: null })}
      ><span aria-hidden="true">‹</span>${say(deviceWords.all, this.language.current)}</a
    >`;
  }

  private chosenPart(devices: readonly Device[]) {
    const language = this.language.current;
    if (this.isDone("cut-off"))
      return html`<p role="status" tabindex="-1">✓ ${say(deviceWords.cutOffDone, language)}</p>`;
    if (this.chosen === null) return html`<p class="soft">${say(deviceWords.chooseOne, language)}</p>`;
    const device = devices.find(({ id }) => id === this.chosen);
    if (!device) {
      const why = this.doing.problem && approvalError(this.doing.problem, language);
      return why === null ? html`<p class="soft">${say(deviceWords.goneNow, language)}</p>` : formError(why);
    }
    // What was typed for one device is nothing for the next.
    return keyed(device.id, device.state === "pending" ? this.waiting(device) : this.paired(device));
  }

  private waiting(device: Device) {
    const language = this.language.current;
    const { problem, isWorking } = this.doing;
    return html`
      <h2>${say(deviceWords.approveTitle, language, { kind: kindName(device.kind, language) })}</h2>
      <ld-device-approval
        class="first-form"
        .device=${device}
        .counters=${this.hall?.counters ?? []}
        .until=${timeOfDay(instantAt(Date.parse(device.createdAt) + codeMillis, offsetMinutesOf(device.createdAt) ?? 0))}
        .problem=${problem}
        ?working=${isWorking}
        @approve=${(event: ApproveEvent) => this.approve(device, event)}
      ></ld-device-approval>
      <div class="part">
        <ld-sure
          .action=${say(deviceWords.turnAway, language)}
          .question=${say(deviceWords.turnAwaySure, language)}
          .yes=${say(deviceWords.turnAwayYes, language)}
          .no=${say(deviceWords.turnAwayNo, language)}
          ?working=${isWorking}
          @sure=${() => this.cutOff(device)}
        ></ld-sure>
      </div>
    `;
  }

  private paired(device: Device) {
    const language = this.language.current;
    const { isWorking } = this.doing;
    const { counters = [], date = "" } = this.hall ?? {};
    const facts = [
      kindName(device.kind, language),
      ...(device.counter === null ? [] : [counterName(device.counter, counters, language)]),
      presenceOf(device, date, language),
      say(deviceWords.askedOn, language, {
        date: dateOf(device.createdAt, language),
        time: timeOfDay(device.createdAt),
      }),
    ];
    return html`
      <h2>${deviceName(device, language)}</h2>
      ${this.isDone("approval") ? html`<p class="note" role="status" tabindex="-1"><span class="sign" aria-hidden="true">✓</span><span>${say(deviceWords.approved, language)}</span></p>` : nothing}
      <p class="facts">
        ${facts.map((fact, index) => html`${index === 0 ? "" : " · "}<span class="phrase">${fact}</span>`)}
      </p>
      ${this.changing(device)} ${device.kind === "station" ? this.printer(device) : nothing}
      <div class="part">
        ${this.problemOf("cut-off")}
        <ld-sure
          .action=${say(deviceWords.cutOff, language)}
          .question=${say(deviceWords.cutOffSure, language)}
          .yes=${say(deviceWords.cutOffYes, language)}
          .no=${say(deviceWords.cutOffNo, language)}
          ?working=${isWorking}
          @sure=${() => this.cutOff(device)}
        ></ld-sure>
      </div>
    `;
  }

  private changing(device: Device) {
    const { isWorking, what, problem } = this.doing;
    return html`<div class="part">
      <ld-device-change
        class="first-form"
        .device=${device}
        .counters=${this.hall?.counters ?? []}
        .problem=${what === "change" ? problem : null}
        ?working=${isWorking && what === "change"}
        ?saved=${this.isDone("change")}
        @change-device=${(event: ChangeDeviceEvent) => this.change(device, event)}
      ></ld-device-change>
    </div>`;
  }

  private printer(device: Device) {
    const language = this.language.current;
    const { isWorking, what, problem } = this.doing;
    const state = printerState(device, language);
    const { pending = 0, since = null } = device.printerHealth ?? {};
    const isSet = device.printer !== null && device.printer.kind !== "none";
    return html`
      <div class="part">
        <h2>${say(printerWords.title, language)}</h2>
        ${
          isSet && state
            ? html`<p class="note health ${state.isWrong ? "trouble" : ""}">
                <span class="sign" aria-hidden="true">${state.isWrong ? "!" : "●"}</span>
                <span>
                  <strong>${state.words}</strong>
                  ${since === null ? nothing : say(printerWords.since, language, { time: timeOfDay(since) })}
                  ${pending === 0 ? nothing : html`<br />${say(printerWords.pending, language, { count: pending })}`}
                  <br /><a href="#printing">${say(printerWords.jobs, language)}</a>
                </span>
              </p>`
            : nothing
        }
        <ld-device-printer
          station=${device.id}
          .printer=${device.printer}
          .problem=${what === "printer" ? problem : null}
          ?working=${isWorking && what === "printer"}
          ?saved=${this.isDone("printer")}
          @printer=${(event: PrinterEvent) => this.setPrinter(device, event)}
        ></ld-device-printer>
      </div>
    `;
  }

  private isDone(what: Doing["what"]): boolean {
    return this.doing.isDone && this.doing.what === what;
  }

  private problemOf(asked: Doing["what"]) {
    const { what, problem } = this.doing;
    return problem === null || what !== asked ? nothing : formError(refusalToStaff(problem, this.language.current));
  }

  private async approve(device: Device, { approval }: ApproveEvent): Promise<void> {
    await this.carryOut("approval", { method: "POST", path: `/api/devices/${device.id}/approve`, body: approval });
  }

  private async change(device: Device, { change }: ChangeDeviceEvent): Promise<void> {
    await this.carryOut("change", { method: "PATCH", path: `/api/devices/${device.id}`, body: change });
  }

  private async setPrinter(device: Device, { printer }: PrinterEvent): Promise<void> {
    await this.carryOut("printer", { method: "PUT", path: `/api/devices/${device.id}/printer`, body: printer });
  }

  private async cutOff(device: Device): Promise<void> {
    await this.carryOut("cut-off", { method: "DELETE", path: `/api/devices/${device.id}` });
  }

  private async carryOut(what: Doing["what"], asked: Parameters<typeof staffRequest>[1]): Promise<void> {
    if (this.doing.isWorking) return;
    const { chosen } = this;
    this.doing = { ...idle, what, isWorking: true };
    const answer = await staffRequest<unknown>(this, asked);
    await this.devices.refresh();
    // Somebody has chosen another device meanwhile, and this is no news about that one.
    if (chosen !== this.chosen) return;
    this.doing = answer.ok ? { ...idle, what, isDone: true } : { ...idle, what, problem: answer.problem };
    await this.updateComplete;
    // What is said by one of the forms is for the form to come back to.
    if (answer.ok) focusMessage(this.renderRoot);
    else focusFirstError(this.renderRoot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-devices-page": DevicesPage;
  }
}
