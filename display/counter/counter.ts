/** `<ld-counter>`: the screen above a counter. Pairs itself once; which counter stands in the address or in its pairing. */
import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { forgetDeviceToken } from "../../shared/ui/device-token.ts";
import { startLanguage } from "../../shared/ui/language.ts";
import "../../shared/ui/pairing.ts";
import type { PairedEvent } from "../../shared/ui/pairing.ts";
import type { ScreenDevice } from "../screen-line.ts";
import { setAsMeasured } from "../measure.ts";
import "./counter-screen.ts";
import type { MovedEvent } from "./counter-screen.ts";

@customElement("ld-counter")
export class CounterPage extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 100vh;
      overflow: hidden;
    }
  `;

  @state() private device: ScreenDevice | null = null;
  @state() private counter: number | null = null;
  /** The counter in the address, which the pairing does not change. */
  private asked: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    startLanguage();
    setAsMeasured();
    const asked = new URLSearchParams(location.search);
    if (asked.get("theme") === "dark") document.documentElement.dataset["theme"] = "dark";
    this.asked = counterOf(asked.get("counter"));
    this.counter = this.asked;
  }

  override render() {
    if (!this.device) return html`<ld-pairing kind="counter-screen" @paired=${this.paired}></ld-pairing>`;
    // One screen shows one counter: for another there is another.
    return keyed(
      this.counter,
      html`<ld-counter-screen
        .device=${this.device}
        .counter=${this.counter}
        @moved=${this.moved}
        @cut-off=${this.cutOff}
      ></ld-counter-screen>`,
    );
  }

  private paired({ token, device }: PairedEvent): void {
    this.counter = this.asked ?? device.counter;
    this.device = { id: device.id, token };
  }

  private moved({ counter }: MovedEvent): void {
    this.counter = this.asked ?? counter;
  }

  private cutOff(): void {
    forgetDeviceToken("counter-screen");
    this.device = null;
  }
}

function counterOf(asked: string | null): number | null {
  return asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-counter": CounterPage;
  }
}
