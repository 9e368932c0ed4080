/** `<ld-counter>`: the screen above a counter. Pairs itself once; which counter stands in the address or in its pairing. */
import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { forgetDeviceToken } from "../../shared/ui/device-token.ts";
import { startLanguage } from "../../shared/ui/language.ts";
import "../../shared/ui/pairing.ts";
import type { PairedEvent } from "../../shared/ui/pairing.ts";
import type { ScreenDevice } from "../screen-line.ts";
import { setAsMeasured } from "../measure.ts";
import "./counter-screen.ts";

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
  private counter: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    startLanguage();
    setAsMeasured();
    const asked = new URLSearchParams(location.search);
    if (asked.get("theme") === "dark") document.documentElement.dataset["theme"] = "dark";
    this.counter = counterOf(asked.get("counter"));
  }

  override render() {
    if (!this.device) return html`<ld-pairing kind="counter-screen" @paired=${this.paired}></ld-pairing>`;
    return html`<ld-counter-screen
      .device=${this.device}
      .counter=${this.counter}
      @cut-off=${this.cutOff}
    ></ld-counter-screen>`;
  }

  private paired({ token, device }: PairedEvent): void {
    this.counter ??= device.counter;
    this.device = { id: device.id, token };
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
