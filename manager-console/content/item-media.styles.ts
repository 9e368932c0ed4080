import { css } from "lit";

export const itemMediaStyles = css`
  .drop {
    padding: var(--ld-space-4);
    border: var(--ld-rule) dashed var(--ld-line-strong);
    border-radius: var(--ld-radius);
  }
  .drop.over {
    border-style: solid;
    background: var(--ld-well);
  }
  .drop > * + * {
    margin-top: var(--ld-space-3);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ld-space-3);
  }
  .pick {
    position: relative;
    overflow: hidden;
  }
  .pick:focus-within {
    outline: 3px solid var(--ld-focus);
    outline-offset: 2px;
  }
  .file {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
    font-size: 0;
  }
  figure {
    display: flex;
    align-items: center;
    gap: var(--ld-space-4);
  }
  figcaption {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .hint {
    display: block;
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
  img {
    max-width: 10rem;
    max-height: 6rem;
    background: var(--ld-well);
  }
  .sending > * + * {
    margin-top: var(--ld-space-2);
  }
  progress {
    display: block;
    width: 100%;
    height: 0.75rem;
    accent-color: var(--ld-structure);
  }
  .note,
  .button {
    scroll-margin: 2rem 0 6rem;
  }
  .why {
    min-width: 0;
  }
  .why > * + * {
    margin-top: var(--ld-space-2);
  }
  code {
    display: block;
    padding: var(--ld-space-2) var(--ld-space-3);
    overflow-wrap: anywhere;
    background: var(--ld-sheet);
    color: var(--ld-ink);
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: var(--ld-text-s);
    user-select: all;
    -webkit-user-select: all;
  }
  .known {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: var(--ld-space-3);
    max-height: 22rem;
    margin-top: var(--ld-space-2);
    padding: 3px;
    overflow: auto;
  }
  .known button {
    display: block;
    width: 100%;
    height: 100%;
    padding: var(--ld-space-2);
    border: var(--ld-rule) solid var(--ld-line);
    border-radius: var(--ld-radius);
    background: var(--ld-sheet);
    text-align: left;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .known button[aria-pressed="true"] {
    border-color: var(--ld-structure);
    box-shadow: inset 0 0 0 var(--ld-rule) var(--ld-structure);
  }
  .known img {
    display: block;
    width: 100%;
    max-width: none;
    height: 6rem;
    margin-bottom: var(--ld-space-2);
    object-fit: contain;
  }
`;
