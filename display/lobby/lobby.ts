/** `<ld-lobby>`: the lobby screen. Pairs itself once, then shows and sounds every call. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { deviceId, deviceToken, forgetDeviceToken, keepDeviceId } from "../../shared/ui/device-token.ts";
import { startLanguage } from "../../shared/ui/language.ts";
import "../../shared/ui/pairing.ts";
import type { PairedEvent } from "../../shared/ui/pairing.ts";
import { request } from "../../shared/ui/api.ts";
import type { ScreenContent } from "../../shared/wire/lobby.ts";
import { ContentKeeper } from "../content/content-keeper.ts";
import { openStore } from "../content/database-store.ts";
import { setAsMeasured } from "../measure.ts";
import { keepShell } from "../shell/keep-shell.ts";
import "./lobby-screen.ts";
import { keptName } from "./kept-screen.ts";
import { askedSettings } from "./screen-settings.ts";

@customElement("ld-lobby")
export class Lobby extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 100vh;
      overflow: hidden;
    }
  `;

  @state() private device: { readonly id: string; readonly token: string } | null = knownDevice();
  /** What was published for this screen, as it keeps it; the screen begins with that and not before it. */
  @state() private keeper: ContentKeeper | null = null;
  private isLeft = false;

  override connectedCallback(): void {
    super.connectedCallback();
    startLanguage();
    setAsMeasured();
    if (askedSettings(location.search).isDark) document.documentElement.dataset["theme"] = "dark";
    keepShell();
    this.isLeft = false;
    void this.openKeeper();
  }

  override disconnectedCallback(): void {
    this.isLeft = true;
    this.keeper?.close();
    this.keeper = null;
    super.disconnectedCallback();
  }

  override render() {
    if (!this.device) return html`<ld-pairing kind="screen" @paired=${this.paired}></ld-pairing>`;
    if (!this.keeper) return nothing;
    return html`<ld-lobby-screen
      .device=${this.device}
      .keeper=${this.keeper}
      @cut-off=${this.cutOff}
    ></ld-lobby-screen>`;
  }

  private async openKeeper(): Promise<void> {
    const keeper = await ContentKeeper.open({
      store: await openStore(keptName("lundao.content")),
      ask: () => this.ask(),
    });
    if (this.isLeft) keeper.close();
    else this.keeper = keeper;
  }

  private async ask(): Promise<ScreenContent | null> {
    const token = this.device?.token ?? null;
    const answer = await request<ScreenContent>("GET", "/api/screens/self/content", { token });
    return answer.ok ? answer.value : null;
  }

  private paired({ token, device }: PairedEvent): void {
    keepDeviceId("screen", device.id);
    this.device = { id: device.id, token };
  }

  private cutOff(): void {
    forgetDeviceToken("screen");
    this.device = null;
  }
}

/** The device that this browser was paired as: its wall begins with what it keeps, whether the hub is there or not. */
function knownDevice(): { readonly id: string; readonly token: string } | null {
  const id = deviceId("screen");
  const token = deviceToken("screen");
  return id === null || token === null || token === "" ? null : { id, token };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-lobby": Lobby;
  }
}
