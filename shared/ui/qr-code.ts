/** `<ld-qr-code text="…">`: a QR code as large as its box, black on white in every light, as readers want it. */
import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { encode } from "uqr";

/** Light modules around the code, as readers need them. */
const quiet = 4;

@customElement("ld-qr-code")
export class QrCode extends LitElement {
  static override styles = css`
    :host {
      display: block;
      background: #fff;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      shape-rendering: crispEdges;
    }
  `;

  @property() text = "";

  override render() {
    const { data, size } = encode(this.text, { ecc: "M", border: quiet });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return html`<svg viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${this.text}>
      ${svg`<path d=${dark.join("")} />`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-qr-code": QrCode;
  }
}
