/** A lobby screen drawn small: how a layout parts its glass, and how large its words are there. */
import { css, html, nothing, svg } from "lit";
import { screenParts, type Box, type Hung } from "../content/preview-sizes.ts";

export const sketchStyles = css`
  .sketch {
    display: block;
    max-width: 100%;
    background: var(--ld-sheet);
  }
  .sketch .glass {
    fill: var(--ld-paper);
    stroke: #1c2426;
    stroke-width: 36;
  }
  .sketch .head {
    fill: var(--ld-structure);
  }
  .sketch .foot {
    fill: var(--ld-line);
  }
  .sketch .calls {
    fill: var(--ld-structure-text);
    font-weight: 700;
  }
  .sketch .newest {
    fill: var(--ld-signal);
  }
  .sketch .content {
    fill: var(--ld-sheet);
    stroke: var(--ld-line-strong);
    stroke-width: 6;
  }
  .sketch .ready {
    fill: var(--ld-well);
  }
  .sketch .line {
    fill: var(--ld-line-strong);
  }
  .sketch .over {
    fill: var(--ld-paper);
    stroke: var(--ld-line-strong);
    stroke-width: 6;
  }
`;

/** Rows of calls and lines of text, as large as they come out on this screen. */
export function screenSketch(hung: Hung, width: number) {
  const parts = screenParts(hung);
  const scale = width / parts.width;
  const isOver = hung.layout === "calls-over-content";
  return html`<svg
    class="sketch"
    aria-hidden="true"
    width=${width}
    height=${Math.round(parts.height * scale)}
    viewBox=${`0 0 ${String(parts.width)} ${String(parts.height)}`}
  >
    <rect class="glass" x="0" y="0" width=${parts.width} height=${parts.height}></rect>
    ${parts.head ? box("head", parts.head) : nothing} ${parts.content ? box("content", parts.content) : nothing}
    ${parts.content ? lines({ box: parts.content, pad: parts.pad, font: parts.text }) : nothing}
    ${parts.ready ? box("ready", parts.ready) : nothing}
    ${parts.calls ? html`${isOver ? box("over", parts.calls) : nothing}` : nothing}
    ${parts.calls ? calls({ box: parts.calls, pad: parts.pad, font: parts.row }) : nothing}
    ${parts.foot ? box("foot", parts.foot) : nothing}
  </svg>`;
}

interface Filled {
  readonly box: Box;
  readonly pad: number;
  readonly font: number;
}

function box(name: string, { left, top, width, height }: Box) {
  return svg`<rect class=${name} x=${left} y=${top} width=${width} height=${height}></rect>`;
}

/** Each line as a bar of the height of its letters. */
function lines({ box: { left, top, width, height }, pad, font }: Filled) {
  const step = font * 1.42;
  const count = Math.max(0, Math.floor((height - pad) / step));
  return Array.from({ length: count }, (_, index) => {
    const length = (width - 2 * pad) * (index % 4 === 3 ? 0.55 : 0.92);
    return svg`<rect class="line" x=${left + pad} y=${top + pad / 2 + index * step + font * 0.2} width=${length} height=${font * 0.55}></rect>`;
  });
}

/** A number and its counter in a row; the newest on the signal's ground. */
function calls({ box: { left, top, width, height }, pad, font }: Filled) {
  const step = font * 1.3;
  const count = Math.min(5, Math.max(1, Math.floor((height - pad / 2) / step)));
  return Array.from({ length: count }, (_, index) => {
    const y = top + pad / 4 + index * step;
    return svg`${index === 0 ? svg`<rect class="newest" x=${left} y=${y} width=${width} height=${step}></rect>` : nothing}
      <text class="calls" x=${left + pad} y=${y + font} font-size=${font}>S01${2 - (index % 3)} → ${3 + index}</text>`;
  });
}
