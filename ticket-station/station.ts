/** `<ld-station>`: the page at `/station/`: pairs the machine, then gives numbers. */
import { html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { forgetDeviceToken } from "../shared/ui/device-token.ts";
import { keepGlass } from "../shared/ui/glass.ts";
import { startLanguage } from "../shared/ui/language.ts";
import "../shared/ui/pairing.ts";
import type { PairedEvent } from "../shared/ui/pairing.ts";
import { recall, remember } from "../shared/ui/memory.ts";
import type { DeviceSelf } from "../shared/wire/access.ts";
import { keepKiosk } from "./hygiene.ts";
import "./kiosk.ts";
import { usualInches } from "./layout.ts";

@customElement("ld-station")
export class Station extends LitElement {
  @state() private paired: { readonly token: string; readonly device: DeviceSelf } | null = null;

  override render() {
    return this.paired
      ? html`<ld-kiosk
          .token=${this.paired.token}
          .device=${this.paired.device}
          @unpaired=${() => this.pairAgain()}
        ></ld-kiosk>`
      : html`<ld-pairing
          kind="station"
          @paired=${({ token, device }: PairedEvent) => (this.paired = { token, device })}
        ></ld-pairing>`;
  }

  private pairAgain(): void {
    forgetDeviceToken("station");
    this.paired = null;
  }
}

/** The screen's diagonal: from `?inches=`, kept for this machine, or what such a page usually stands on. */
function screenInches(): number | null {
  const asked = new URLSearchParams(location.search).get("inches");
  if (asked !== null) remember("lundao.station.inches", asked);
  const inches = Number(recall("lundao.station.inches") ?? NaN);
  return inches >= 5 && inches <= 100 ? inches : null;
}

/** A dark hall: `?theme=dark`, kept for this machine. */
function applyTheme(): void {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked !== null) remember("lundao.station.theme", asked);
  document.documentElement.dataset["theme"] = recall("lundao.station.theme") === "dark" ? "dark" : "light";
}

applyTheme();
startLanguage();
keepGlass((page) => screenInches() ?? usualInches(page));
keepKiosk(document);

declare global {
  interface HTMLElementTagNameMap {
    "ld-station": Station;
  }
}
