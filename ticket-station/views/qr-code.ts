/** A QR code as one path: sharp at any size, dark on light whatever the theme, as readers want it. */
import { svg, type SVGTemplateResult } from "lit";
import { encode } from "uqr";

export function qrCode(text: string): SVGTemplateResult {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : "")))
    .join("");
  return svg`<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true">
    <rect width=${size} height=${size} fill="#ffffff"></rect><path d=${path} fill="#000000"></path>
  </svg>`;
}
