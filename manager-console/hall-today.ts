/** `<ld-hall-today>`: services stopped for a reason and taken up again, and a longer day; for today alone. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Language } from "../shared/domain/vocabulary.ts";
import { closedWhy } from "../shared/text/closed-service.ts";
import { formWords } from "../shared/text/panel-forms.ts";
import { pick, say } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { doneToday, type DoneToday } from "../shared/text/today-done.ts";
import { todayWords } from "../shared/text/today.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { hallPart, pageStyles } from "./console-styles.ts";
import { formError, formStyles } from "./form-parts.ts";
import { listState } from "./list-state.ts";
import { Polled } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";

const everyMillis = 10_000;

/** What can be asked here, as it is told once it is done. */
type Change = Extract<DoneToday, { type: "stop" | "resume" | "extend" }>;

@customElement("ld-hall-today")
export class HallToday extends LitElement {
  static override styles = [
    ...formStyles,
    pageStyles,
    hallPart,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--ld-space-3);
        margin: var(--ld-space-3) 0;
      }
      .field {
        margin: 0;
      }
      .wide,
      li span {
        flex: 1;
      }
    `,
  ];

  @state() private isWorking = false;
  /** What the last change came to, and where it was asked. */
  @state() private settled: { readonly change: Change; readonly problem: ApiProblem | null } | null = null;

  private readonly language = new LanguageController(this);
  private readonly hall = new Polled<HallNow>(this, { ask: () => request<HallNow>("GET", "/api/hall"), everyMillis });

  override render() {
    const hall = this.hall.value;
    const language = this.language.current;
    const state = listState(this.hall.picture, language);
    if (!hall)
      return html`<h2>${say(todayWords.stopTitle, language)}</h2>
        ${state}`;
    return html`${state} ${this.stops(hall, language)} ${this.longer(hall, language)}`;
  }

  private stops(hall: HallNow, language: Language) {
    const stopped = hall.services.filter((service) => service.stopped !== null);
    const going = hall.services.filter((service) => service.stopped === null);
    return html`
      <h2>${say(todayWords.stopTitle, language)}</h2>
      <ul>
        ${stopped.map(
          (service) =>
            html`<li data-service=${service.id}>
              <span>${pick(service.name, language)} · ${closedWhy(service, hall.now, language)}</span>
              <button
                class="button"
                type="button"
                aria-disabled=${this.isWorking ? "true" : "false"}
                @click=${() => void this.sends({ type: "resume", service: service.id }, serviceAddress(service.id, "resume"), {})}
              >
                ${say(todayWords.resume, language, { service: pick(service.name, language) })}
              </button>
            </li>`,
        )}
      </ul>
      <form class="stop" @submit=${this.stopped}>
        <label class="field">
          <span>${say(todayWords.service, language)}</span>
          <select name="service" required>
            <option value="">${say(formWords.serviceWanting, language)}</option>
            ${going.map(({ id, name }) => html`<option value=${id}>${pick(name, language)}</option>`)}
          </select>
        </label>
        <label class="field wide">
          <span>${say(todayWords.reason, language)}</span>
          <input name="reason" required maxlength="200" autocomplete="off" />
        </label>
        <label class="field">
          <span>${say(todayWords.until, language)}</span>
          <input name="until" type="time" />
        </label>
        <button class="button primary" aria-disabled=${this.isWorking ? "true" : "false"}>
          ${say(todayWords.stop, language)}
        </button>
      </form>
      ${this.outcome(hall, ["stop", "resume"], language)}
      <p class="soft">${say(todayWords.keeps, language)}</p>
    `;
  }

  private longer(hall: HallNow, language: Language) {
    const until = [...hall.periods].reverse().find(({ from }) => Date.parse(from) <= Date.parse(hall.now))?.to;
    return html`
      <h2>${say(todayWords.extendTitle, language)}</h2>
      ${until === undefined ? nothing : html`<p>${say(todayWords.openUntil, language, { time: timeOfDay(until) })}</p>`}
      <form class="extend" @submit=${this.extended}>
        <label class="field">
          <span>${say(todayWords.extendUntil, language)}</span>
          <input name="extend" type="time" required />
        </label>
        <button class="button primary" aria-disabled=${this.isWorking ? "true" : "false"}>
          ${say(todayWords.extend, language)}
        </button>
      </form>
      ${this.outcome(hall, ["extend"], language)}
      ${hall.overtime === 0 ? nothing : html`<p>${say(todayWords.overtime, language, { count: hall.overtime })}</p>`}
    `;
  }

  private outcome(hall: HallNow, kinds: readonly Change["type"][], language: Language) {
    if (!this.settled || !kinds.includes(this.settled.change.type)) return html`<p role="status"></p>`;
    const { change, problem } = this.settled;
    if (problem) return formError(refusalToStaff(problem, language));
    return html`<p role="status">✓ ${doneToday(change, { hall }, language)}</p>`;
  }

  private stopped(event: SubmitEvent): void {
    event.preventDefault();
    const service = this.typed("select[name=service]");
    const until = this.typed("input[name=until]");
    const body = { reason: this.typed("input[name=reason]"), ...(until !== "" && { until }) };
    if (service === "" || body.reason === "") return;
    const change: Change = { type: "stop", service, until: until === "" ? null : until };
    void this.sends(change, serviceAddress(service, "stop"), body).then((isDone) => {
      if (isDone) this.renderRoot.querySelector<HTMLFormElement>("form.stop")?.reset();
    });
  }

  private extended(event: SubmitEvent): void {
    event.preventDefault();
    const until = this.typed("input[name=extend]");
    void this.sends({ type: "extend", until }, "/api/hall/extend", { until });
  }

  private typed(selector: string): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value.trim() ?? "";
  }

  /** Whether it was done. */
  private async sends(change: Change, path: string, body: object): Promise<boolean> {
    if (this.isWorking) return false;
    [this.isWorking, this.settled] = [true, null];
    const answer = await staffRequest<object>(this, { method: "POST", path, body });
    this.isWorking = false;
    this.settled = { change, problem: answer.ok ? null : answer.problem };
    await this.hall.refresh();
    return answer.ok;
  }
}

function serviceAddress(service: string, command: "stop" | "resume"): string {
  return `/api/services/${encodeURIComponent(service)}/${command}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-hall-today": HallToday;
  }
}
