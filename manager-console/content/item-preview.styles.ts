import { css } from "lit";

export const itemPreviewStyles = css`
  .controls {
    display: grid;
    gap: var(--ld-space-3);
    margin-bottom: var(--ld-space-3);
  }
  .languages {
    display: flex;
  }
  .languages .button {
    flex: 1;
    border-radius: 0;
    font-size: var(--ld-text-s);
  }
  .languages .button + .button {
    margin-left: calc(-1 * var(--ld-rule));
  }
  .languages .button[aria-pressed="true"] {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .frame {
    position: relative;
    overflow: hidden;
    border: 0.375rem solid #1c2426;
    border-radius: var(--ld-radius);
    background: #1c2426;
  }
  .frame.portrait {
    max-width: 15rem;
    margin: 0 auto;
  }
  .glass {
    position: absolute;
    top: 0;
    left: 0;
    overflow: hidden;
    transform-origin: 0 0;
    background: var(--ld-paper);
    color: var(--ld-ink);
    font-size: var(--text);
    text-align: left;
    --ld-rule: 2px;
    --ld-hair: 1px;
  }
  .box {
    position: absolute;
    overflow: hidden;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0 var(--pad);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    white-space: nowrap;
  }
  .foot {
    display: flex;
    align-items: center;
    padding: 0 var(--pad);
    border-top: var(--ld-rule) solid var(--ld-line-strong);
    background: var(--ld-well);
    white-space: nowrap;
  }
  .calls {
    padding: calc(0.5 * var(--pad)) var(--pad);
    background: var(--ld-paper);
    color: var(--ld-ink-soft);
    font-size: var(--heading);
  }
  .ready {
    padding: 0 var(--pad);
    border-top: var(--ld-rule) solid var(--ld-line-strong);
    background: var(--ld-well);
    color: var(--ld-ink-soft);
  }
  .ticker {
    display: flex;
    align-items: center;
    padding: 0 var(--pad);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    white-space: nowrap;
  }
  .over {
    opacity: 0.9;
    border-top: var(--ld-rule) solid var(--ld-line-strong);
  }
  .content {
    display: flex;
    flex-direction: column;
    background: var(--ld-sheet);
  }
  .content.dark {
    background: #0b1618;
    color: #f3f7f6;
  }
  .title {
    flex: none;
    margin: 0 var(--pad);
    padding: 0.12em 0 0.16em;
    border-bottom: var(--ld-rule) solid var(--ld-line-strong);
    color: var(--ld-structure-text);
    font-size: var(--heading);
    font-weight: var(--ld-bold);
    line-height: 1.2;
  }
  .window {
    flex: 1;
    min-height: 0;
    margin: calc(0.16 * var(--text)) var(--pad) calc(0.3 * var(--text));
    overflow: hidden;
  }
  .flow {
    width: var(--page);
    height: 100%;
    column-width: var(--page);
    column-gap: calc(2 * var(--pad));
    column-fill: auto;
    font-size: var(--text);
    line-height: 1.42;
    overflow-wrap: anywhere;
    orphans: 1;
    widows: 1;
  }
  .flow > :first-child {
    margin-top: 0;
  }
  .flow p,
  .flow ul,
  .flow ol,
  .flow blockquote,
  .flow pre,
  .flow table {
    margin: 0 0 0.4em;
  }
  .flow h4 {
    margin: 0.5em 0 0.2em;
    color: var(--ld-structure-text);
    font-size: 1em;
    line-height: 1.3;
    break-after: avoid;
    break-inside: avoid;
  }
  .flow h4.big {
    font-size: 1.15em;
  }
  .flow ul,
  .flow ol {
    padding-left: 1.2em;
  }
  .flow ul {
    list-style: disc;
  }
  .flow ol {
    list-style: decimal;
  }
  .flow pre {
    white-space: pre-wrap;
    font-family: inherit;
  }
  .flow blockquote {
    padding-left: 0.5em;
    border-left: var(--ld-rule) solid var(--ld-line-strong);
  }
  .flow table {
    width: 100%;
    border-collapse: collapse;
  }
  .flow th,
  .flow td {
    padding: 0.1em 0.3em;
    border: var(--ld-hair) solid var(--ld-line-strong);
    text-align: left;
  }
  .picture {
    flex: 1;
    position: relative;
    min-height: 0;
  }
  .picture img,
  .picture video {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .caption {
    flex: none;
    padding: 0.15em var(--pad) 0.25em;
    line-height: 1.25;
  }
  .card {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: calc(0.5 * var(--pad)) var(--pad);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .card ld-qr-code {
    width: var(--code);
    height: var(--code);
  }
  .card .name {
    color: var(--ld-structure-text);
    font-size: var(--heading);
    font-weight: var(--ld-bold);
    line-height: 1.25;
  }
  .paging {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--ld-space-2);
    margin-top: var(--ld-space-2);
    font-size: var(--ld-text-s);
  }
  .paging .button {
    padding: 0 var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .facts {
    margin-top: var(--ld-space-2);
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
  .flags {
    margin-top: var(--ld-space-3);
  }
  .flags .note {
    padding: var(--ld-space-2) var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .flags .note + .note {
    margin-top: var(--ld-space-2);
  }
`;
