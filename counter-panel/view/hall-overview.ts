/**
 * `<ld-hall-overview>`: who waits longest, every counter and every line, all at once. A press on a number looks it up; a
 * press on 取号 gives one for the service, with a slip in Chinese and no priority.
 * @fires IssueEvent, LookEvent
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { pauseReason } from "../../shared/text/fixed-reasons.ts";
import { overviewWords } from "../../shared/text/hall-overview.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import { keyedRows } from "../../shared/ui/keyed-rows.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, numerals } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { CounterLine, Overview, QueueLine, Waiting } from "../data/overview.ts";
import { running, span } from "./clock-words.ts";
import { IssueEvent, LookEvent } from "./desk-events.ts";
import { hallOverviewStyles } from "./hall-overview-styles.ts";
import { busyMarks } from "./panel-styles.ts";
import { classMark, serviceName } from "./ticket-words.ts";

@customElement("ld-hall-overview")
export class HallOverview extends LitElement {
  static override styles = [base, buttons, numerals, busyMarks, hallOverviewStyles];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) overview: Overview | null = null;
  /** The hub's clock. */
  @property({ type: Number }) nowMillis = 0;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const { overview } = this;
    if (!overview) return nothing;
    const language = this.language.current;
    return html`
      <section class="queues" aria-labelledby="queues">
        <h2 id="queues">${say(overviewWords.queues, language)}</h2>
        <ul>
          ${keyedRows(
            overview.queues,
            ({ service }) => service.id,
            (line) => this.queueRow(line),
          )}
        </ul>
      </section>
      <section class="longest" aria-labelledby="longest">
        <h2 id="longest">${say(overviewWords.longest, language)}</h2>
        ${overview.longest.length === 0 ? html`<p class="none">${say(overviewWords.nobody, language)}</p>` : nothing}
        <ul>
          ${keyedRows(
            overview.longest,
            ({ ticket }) => ticket.id,
            (waiting) => this.waitingRow(waiting),
          )}
        </ul>
      </section>
      <section class="counters" aria-labelledby="counters">
        <h2 id="counters">${say(overviewWords.counters, language)}</h2>
        <ul>
          ${keyedRows(
            overview.counters,
            ({ counter }) => counter.number,
            (line) => this.counterRow(line),
          )}
        </ul>
      </section>
    `;
  }

  private waitingRow({ ticket, since }: Waiting) {
    const language = this.language.current;
    const mark = classMark(ticket, language);
    return html`<li>
      <button class="row" type="button" data-number=${ticket.number} @click=${() => this.look(ticket)}>
        <span class="number">${ticket.number}</span>
        <span class="grow">${serviceName(this.hall, ticket.service, language)}</span>
        ${mark === "" ? nothing : html`<span class="mark">${mark}</span>`}
        <span class="wait">${this.waitWords(since)}</span>
      </button>
    </li>`;
  }

  private queueRow({ service, waiting, since }: QueueLine) {
    const language = this.language.current;
    const name = pick(service.name, language);
    return html`<li class="row" data-service=${service.id}>
      <span class="grow" title=${name}>${service.prefix} ${name}</span>
      ${this.trouble(service, waiting)}
      <span class="wait"
        >${since === null ? nothing : say(overviewWords.since, language, { span: this.waitWords(since) })}</span
      >
      <b class="count">${say(overviewWords.waits, language, { count: waiting })}</b>
      <button
        class="button"
        type="button"
        aria-label="${say(overviewWords.take, language)} ${name}"
        aria-disabled=${this.off ? "true" : "false"}
        aria-busy=${this.busy ? "true" : "false"}
        @click=${() => this.take(service.id)}
      >
        ${say(overviewWords.take, language)}
      </button>
    </li>`;
  }

  /** That it is stopped, or that nobody serves those who wait. */
  private trouble({ stopped, served }: QueueLine["service"], waiting: number) {
    const language = this.language.current;
    if (stopped !== null) {
      const words =
        stopped.until === null
          ? say(overviewWords.stopped, language)
          : say(overviewWords.stoppedUntil, language, { at: timeOfDay(stopped.until) });
      return html`<span class="mark" title=${stopped.reason ?? ""}>Ⅱ ${words}</span>`;
    }
    if (served || waiting === 0) return nothing;
    return html`<span class="mark trouble">! ${say(overviewWords.unserved, language)}</span>`;
  }

  private counterRow({ counter, inHand }: CounterLine) {
    const language = this.language.current;
    const from = counter.since === null ? null : say(overviewWords.from, language, { at: timeOfDay(counter.since) });
    const kept = counter.pause?.reason ?? null;
    const reason = kept === null ? null : pauseReason(kept, language);
    const about = [counter.clerk?.name ?? null, counter.state === "closed" ? null : from, reason]
      .filter((part) => part !== null)
      .join(" ");
    return html`<li class="row ${counter.state}" data-counter=${counter.number}>
      <span class="label">${pick(counter.label, language)}</span>
      <span class="grow" title=${about}>${about}</span>
      ${this.does({ counter, inHand })}
    </li>`;
  }

  /** 办理 S012 4:10, with its number to look up; 空闲, 暂停, 无人. */
  private does({ counter, inHand }: CounterLine) {
    const language = this.language.current;
    const at = counter.pause?.returnAt == null ? null : timeOfDay(counter.pause.returnAt);
    const paused = counter.state === "paused" ? say(overviewWords.paused, language, { at }) : null;
    if (!inHand) {
      const words = counter.state === "closed" ? overviewWords.empty : overviewWords.free;
      return html`<span class="does">${paused ?? say(words, language)}</span>`;
    }
    const since = inHand.startedAt ?? inHand.calledAt;
    const words = inHand.state === "called" ? overviewWords.calling : overviewWords.serving;
    return html`<span class="does">
      ${paused === null ? nothing : html`<span class="mark">${paused}</span>`} ${say(words, language)}
      <button class="in-hand" type="button" data-number=${inHand.number} @click=${() => this.look(inHand)}>
        ${inHand.number}
      </button>
      <span class="clock">${since === null ? nothing : running(since, this.nowMillis)}</span>
    </span>`;
  }

  private waitWords(since: number): string {
    const language = this.language.current;
    const minutes = Math.floor((this.nowMillis - since) / 60_000);
    return minutes < 1 ? say(overviewWords.under, language) : span(minutes, language);
  }

  private look(ticket: Ticket): void {
    this.dispatchEvent(new LookEvent(ticket));
  }

  private take(service: string): void {
    if (this.off || this.busy) return;
    this.dispatchEvent(new IssueEvent({ service, class: "normal", reason: null, lang: "zh", matters: 1 }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-hall-overview": HallOverview;
  }
}
