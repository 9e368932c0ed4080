/** `<ld-lobby>`: the lobby screen. Pairs itself once, then shows and sounds every call. */
import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { forgetDeviceToken } from "../../shared/ui/device-token.ts";
import { startLanguage } from "../../shared/ui/language.ts";
import "../../shared/ui/pairing.ts";
import type { PairedEvent } from "../../shared/ui/pairing.ts";
import { setAsMeasured } from "../measure.ts";
import "./lobby-screen.ts";
import { screenSettings } from "./screen-settings.ts";

@customElement("ld-lobby")
export class Lobby extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 100vh;
      overflow: hidden;
    }
  `;

  @state() private device: { readonly id: string; readonly token: string } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    startLanguage();
    setAsMeasured();
    if (screenSettings(location.search).isDark) document.documentElement.dataset["theme"] = "dark";
  }

  override render() {
    if (!this.device) return html`<ld-pairing kind="screen" @paired=${this.paired}></ld-pairing>`;
    return html`<ld-lobby-screen .device=${this.device} @cut-off=${this.cutOff}></ld-lobby-screen>`;
  }

  private paired({ token, device }: PairedEvent): void {
    this.device = { id: device.id, token };
  }

  private cutOff(): void {
    forgetDeviceToken("screen");
    this.device = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-lobby": Lobby;
  }
}
