/**
 * `<ld-pairing kind="screen">`: makes this page a known device, or shows six digits for the manager to type, and waits.
 * In a demonstration the hub approves the devices of its own machine at once.
 * @fires PairedEvent once the hub knows the device; the page then takes the element away.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DeviceKind } from "../domain/vocabulary.ts";
import { commonWords } from "../text/common.ts";
import { say, type Words } from "../text/text.ts";
import type { DeviceSelf } from "../wire/access.ts";
import { request } from "./api.ts";
import { DevicePairing, type PairingStep } from "./device-pairing.ts";
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

  @state() private step: PairingStep = { at: "checking" };

  private readonly language = new LanguageController(this);
  private pairing: DevicePairing | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // Attributes are read after this; the kind must be known before the first question.
    void this.updateComplete.then(() => this.start());
  }

  override disconnectedCallback(): void {
    this.pairing?.stop();
    super.disconnectedCallback();
  }

  override render() {
    const { step } = this;
    const first = this.language.current;
    const second = first === "en" ? "zh" : "en";
    const both = (words: typeof commonWords.pairHow | typeof commonWords.pairFull | typeof commonWords.pairLost) =>
      html`<p>${say(words, first)}</p>
        <p class="second" lang=${second}>${say(words, second)}</p>`;
    return html`
      <p class="kind">${say(kindWords[this.kind], first)}</p>
      ${step.at === "checking" ? html`<h1>${say(commonWords.loading, first)}</h1>` : nothing}
      ${step.at === "away" ? both(commonWords.pairLost) : nothing}
      ${step.at === "full" ? both(commonWords.pairFull) : nothing}
      ${
        step.at === "code"
          ? html`<h1>${say(commonWords.pairTitle, first)}</h1>
              ${both(commonWords.pairHow)}
              <p class="code" aria-label=${step.code}>
                <span>${step.code.slice(0, 3)}</span><span>${step.code.slice(3)}</span>
              </p>
              <p class="waiting">${say(commonWords.pairWaiting, first)}</p>`
          : nothing
      }
    `;
  }

  private start(): void {
    if (!this.isConnected) return;
    const { kind } = this;
    this.pairing?.stop();
    this.pairing = new DevicePairing({
      kind,
      ask: request,
      token: {
        get: () => deviceToken(kind),
        keep: (token) => keepDeviceToken(kind, token),
        forget: () => forgetDeviceToken(kind),
      },
      changed: (step) => (this.step = step),
      paired: (token, device) => this.dispatchEvent(new PairedEvent(token, device)),
    });
    void this.pairing.begin();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-pairing": Pairing;
  }
}
