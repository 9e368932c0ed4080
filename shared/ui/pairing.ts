/**
 * `<ld-pairing kind="screen">`: makes this page a known device. It takes the token kept in this browser if the hub still
 * takes it; else it asks the hub for a place, shows six digits for the manager to type, and waits.
 * In a demonstration the hub approves the devices of its own machine at once.
 * @fires PairedEvent once the hub knows the device; the page then takes the element away.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DeviceKind } from "../domain/vocabulary.ts";
import { commonWords } from "../text/common.ts";
import { say, type Words } from "../text/text.ts";
import type { DeviceOffer, DeviceSelf } from "../wire/access.ts";
import { request } from "./api.ts";
import { deviceToken, forgetDeviceToken, keepDeviceToken } from "./device-token.ts";
import { LanguageController } from "./language.ts";
import { base } from "./styles.ts";

export class PairedEvent extends Event {
  static readonly type = "paired";

  constructor(
    readonly token: string,
    readonly device: DeviceSelf,
  ) {
    super(PairedEvent.type, { bubbles: true, composed: true });
  }
}

const kindWords = {
  station: commonWords.station,
  screen: commonWords.screen,
  "counter-screen": commonWords.counterScreen,
  panel: commonWords.panel,
  "rating-pad": commonWords.ratingPad,
} as const satisfies Record<DeviceKind, Words>;

const pollMillis = 2_000;
const retryMillis = 3_000;
const fullRetryMillis = 10_000;

type Step = "checking" | "code" | "full" | "away";

@customElement("ld-pairing")
export class Pairing extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        justify-content: center;
        min-height: 100vh;
        padding: 6vmin;
        background: var(--ld-paper);
        color: var(--ld-ink);
        font-size: max(16px, 2.6vmin);
      }
      .kind {
        font-weight: var(--ld-bold);
        color: var(--ld-structure-text);
      }
      h1 {
        margin: 0.2em 0 0.6em;
        font-size: 1.9em;
        line-height: 1.3;
      }
      .code {
        margin: 0.15em 0;
        padding: 0.1em 0;
        border-top: var(--ld-rule) solid var(--ld-ink);
        border-bottom: var(--ld-rule) solid var(--ld-ink);
        font-size: 17vmin;
        font-weight: var(--ld-bold);
        line-height: 1.2;
        white-space: nowrap;
      }
      .code span + span {
        margin-left: 0.35em;
      }
      .second {
        margin-top: 0.4em;
        color: var(--ld-ink-soft);
      }
      .waiting {
        margin-top: 1.5em;
      }
    `,
  ];

  @property() kind: DeviceKind = "screen";

  @state() private step: Step = "checking";
  @state() private code = "";

  private readonly language = new LanguageController(this);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isHere = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.isHere = true;
    // Attributes are read after this; the kind must be known before the first question.
    this.schedule(0, () => this.begin());
  }

  override disconnectedCallback(): void {
    this.isHere = false;
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  override render() {
    const first = this.language.current;
    const second = first === "en" ? "zh" : "en";
    const both = (words: typeof commonWords.pairHow | typeof commonWords.pairFull | typeof commonWords.pairLost) =>
      html`<p>${say(words, first)}</p>
        <p class="second" lang=${second}>${say(words, second)}</p>`;
    return html`
      <p class="kind">${say(kindWords[this.kind], first)}</p>
      ${this.step === "checking" ? html`<h1>${say(commonWords.loading, first)}</h1>` : nothing}
      ${this.step === "away" ? both(commonWords.pairLost) : nothing}
      ${this.step === "full" ? both(commonWords.pairFull) : nothing}
      ${
        this.step === "code"
          ? html`<h1>${say(commonWords.pairTitle, first)}</h1>
              ${both(commonWords.pairHow)}
              <p class="code" aria-label=${this.code}>
                <span>${this.code.slice(0, 3)}</span><span>${this.code.slice(3)}</span>
              </p>
              <p class="waiting">${say(commonWords.pairWaiting, first)}</p>`
          : nothing
      }
    `;
  }

  private schedule(millis: number, step: () => Promise<void>): void {
    if (!this.isHere) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void step(), millis);
  }

  private async begin(): Promise<void> {
    const token = deviceToken(this.kind);
    if (token === null) return this.ask();
    const self = await request<DeviceSelf>("GET", "/api/devices/self", { token });
    if (self.ok) {
      this.finish(token, self.value);
      return;
    }
    if (self.status === 401 || self.status === 403 || self.status === 404) {
      forgetDeviceToken(this.kind);
      return this.ask();
    }
    this.step = "away";
    this.schedule(retryMillis, () => this.begin());
  }

  private async ask(): Promise<void> {
    const offer = await request<DeviceOffer>("POST", "/api/devices", { body: { kind: this.kind } });
    if (!this.isHere) return;
    if (offer.ok) return this.poll(offer.value);
    const isFull = offer.problem.code === "too-many-pending" || offer.problem.code === "too-many-requests";
    this.step = isFull ? "full" : "away";
    this.schedule(isFull ? fullRetryMillis : retryMillis, () => this.ask());
  }

  /** The code is shown only after the first answer: a demonstration approves at once and never shows one. */
  private async poll(offer: DeviceOffer): Promise<void> {
    const answer = await request<{ token?: string }>("POST", `/api/devices/${offer.id}/token`, {
      body: { secret: offer.secret },
    });
    if (!this.isHere) return;
    if (answer.ok && answer.value.token !== undefined) {
      keepDeviceToken(this.kind, answer.value.token);
      return this.begin();
    }
    const isOver = !answer.ok && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
    if (isOver) {
      this.schedule(pollMillis, () => this.ask());
      return;
    }
    this.code = offer.code;
    this.step = answer.ok || answer.status === 429 ? "code" : "away";
    this.schedule(pollMillis, () => this.poll(offer));
  }

  private finish(token: string, device: DeviceSelf): void {
    if (this.isHere) this.dispatchEvent(new PairedEvent(token, device));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-pairing": Pairing;
  }
}
