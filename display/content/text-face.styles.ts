import { css } from "lit";

export const textFaceStyles = css`
  :host,
  .sheets {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    overflow: hidden;
  }
  section {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    background: var(--ld-sheet);
  }
  .away {
    visibility: hidden;
  }
  h2 {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: 0 var(--pad);
    padding: 0.12em 0 0.16em;
    border-bottom: var(--ld-rule) solid var(--ld-line-strong);
    font-size: var(--heading);
    line-height: 1.2;
    color: var(--ld-structure-text);
  }
  .turns {
    flex: none;
    display: flex;
    margin-left: 0.3em;
    font-size: calc(0.6 * var(--text));
    font-weight: var(--ld-regular);
  }
  .turns i {
    width: 0.18em;
    height: 0.18em;
    margin-left: 0.14em;
    background: var(--ld-line);
  }
  .turns .here {
    background: var(--ld-structure-text);
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
    /* A page in a small room would stay empty for the sake of a second line. */
    orphans: 1;
    widows: 1;
  }
  .flow .first {
    font-size: 0.9em;
    line-height: 1.15;
  }
  .flow > :first-child {
    margin-top: 0;
  }
  p,
  ul,
  ol,
  blockquote,
  pre,
  table {
    margin: 0 0 0.4em;
  }
  h1,
  h3,
  h4,
  h5,
  h6,
  .flow h2 {
    display: block;
    margin: 0.5em 0 0.2em;
    padding: 0;
    border: 0;
    font-size: 1em;
    font-weight: var(--ld-bold);
    line-height: 1.3;
    color: var(--ld-structure-text);
    break-after: avoid;
    break-inside: avoid;
  }
  .flow h1,
  .flow h2 {
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
  pre {
    white-space: pre-wrap;
    font-family: inherit;
  }
  blockquote {
    padding-left: 0.5em;
    border-left: var(--ld-rule) solid var(--ld-line-strong);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.1em 0.3em;
    border: var(--ld-hair) solid var(--ld-line-strong);
    text-align: left;
    vertical-align: top;
  }
  tr {
    break-inside: avoid;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: flex-end;
    padding: 0.05em 0;
    border-bottom: var(--ld-hair) solid var(--ld-line);
    line-height: 1.25;
    break-inside: avoid;
  }
  .row .name {
    flex: 1 1 auto;
    max-width: 100%;
    margin-right: 0.4em;
  }
  .row .value {
    max-width: 100%;
    font-weight: var(--ld-bold);
  }
  .row .sign {
    flex: none;
    min-width: 1.3em;
    margin-right: 0.3em;
    padding: 0 0.12em;
    border-radius: 0.1em;
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    font-size: 0.9em;
    text-align: center;
  }
  .row .sign.none {
    visibility: hidden;
  }
`;
