/** Pieces of style that components share; they draw on the tokens of `tokens.css`. */
import { css } from "lit";

/** What every component starts from. */
export const base = css`
  :host {
    box-sizing: border-box;
    display: block;
    font-family: var(--ld-font);
    font-variant-numeric: lining-nums tabular-nums;
    line-height: var(--ld-leading);
    color: inherit;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .phrase {
    display: inline-block;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  :focus-visible {
    outline: 3px solid var(--ld-focus);
    outline-offset: 2px;
  }
  /* Chromium before 90 rings by itself what was touched, and a ring left on a tile looks like a choice. */
  :focus:not(:focus-visible) {
    outline: none;
  }
`;

/** `.number`: a ticket's number, set tight and heavy; beside characters it takes a little air. */
export const numerals = css`
  .number {
    font-weight: var(--ld-bold);
    line-height: var(--ld-leading-tight);
    white-space: nowrap;
  }
  .number.inline {
    margin: 0 0.14em;
    line-height: inherit;
  }
`;

/**
 * Native buttons and links as buttons: `class="button"` is the plain one; `primary` the one main step of a page,
 * `signal` what is urgent now, `quiet` without a frame, `trouble` what cannot be taken back. Sizes: `large`.
 */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: calc(2.75 * var(--ld-unit));
    padding: var(--ld-space-2) var(--ld-space-4);
    border: var(--ld-rule) solid var(--ld-line-strong);
    border-radius: var(--ld-radius);
    background: var(--ld-sheet);
    color: var(--ld-ink);
    font-size: var(--ld-text-m);
    font-weight: var(--ld-bold);
    line-height: var(--ld-leading-tight);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
    transition: var(--ld-quick) var(--ld-ease);
    /* All that a look is made of: a label that turned white before its ground is dark would be gone for a blink. */
    transition-property: background-color, border-color, color;
  }
  .button.primary {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .button.signal {
    border-color: var(--ld-on-signal);
    background: var(--ld-signal);
    color: var(--ld-on-signal);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ld-structure-text);
  }
  .button.trouble {
    border-color: var(--ld-trouble);
    color: var(--ld-trouble);
  }
  .button.large {
    min-height: calc(4 * var(--ld-unit));
    padding: var(--ld-space-3) var(--ld-space-5);
    font-size: var(--ld-text-l);
  }

  /* On glass a hover would stay where the finger was. */
  @media (hover: hover) {
    .button:hover {
      background: var(--ld-well);
    }
    .button.primary:hover {
      border-color: var(--ld-structure-press);
      background: var(--ld-structure-press);
    }
    .button.signal:hover {
      background: var(--ld-signal-press);
    }
  }
  /* A pressed button is turned inside out: seen at a glance, and as legible as before. */
  .button:active,
  .button.quiet:active {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .button.primary:active {
    border-color: var(--ld-structure-press);
    background: var(--ld-structure-press);
  }
  .button.signal:active {
    border-color: var(--ld-on-signal);
    background: var(--ld-on-signal);
    color: var(--ld-signal);
  }
  .button.trouble:active {
    border-color: var(--ld-trouble);
    background: var(--ld-trouble);
    color: var(--ld-on-trouble);
  }

  .button[disabled],
  .button[disabled]:hover,
  .button[disabled]:active,
  .button[aria-disabled="true"],
  .button[aria-disabled="true"]:hover,
  .button[aria-disabled="true"]:active {
    border-style: dashed;
    border-color: var(--ld-line-strong);
    background: var(--ld-paper);
    color: var(--ld-ink-soft);
    cursor: default;
    /* A command that is answered at once turns its buttons off for a blink: that is not to be seen. */
    transition-duration: 0s;
    transition-delay: 200ms;
    transition-property: border-color, background-color, color;
    animation: ld-off 0s 200ms both;
  }
  @keyframes ld-off {
    from {
      border-style: solid;
    }
    to {
      border-style: dashed;
    }
  }
`;

/** Labelled fields: `<label class="field"><span>…</span><input></label>`. */
export const fields = css`
  .field {
    display: block;
  }
  .field > span {
    display: block;
    margin-bottom: var(--ld-space-1);
    font-size: var(--ld-text-s);
    font-weight: var(--ld-bold);
  }
  .field input,
  .field select,
  .field textarea {
    width: 100%;
    min-height: calc(2.75 * var(--ld-unit));
    padding: var(--ld-space-2) var(--ld-space-3);
    border: var(--ld-rule) solid var(--ld-line-strong);
    border-radius: var(--ld-radius);
    background: var(--ld-sheet);
    color: var(--ld-ink);
    font-size: var(--ld-text-m);
  }
  .field .hint {
    display: block;
    margin: var(--ld-space-1) 0 0;
    font-size: var(--ld-text-s);
    font-weight: var(--ld-regular);
    color: var(--ld-ink-soft);
  }
`;

/**
 * `.note`: one line about a state: a sign, a word, a bar on its left. `.note.signal` now, `.note.trouble` wrong.
 * The sign is an element `.sign`, so that the state is never told by colour alone.
 */
export const notes = css`
  .note {
    display: flex;
    align-items: baseline;
    padding: var(--ld-space-3) var(--ld-space-4);
    border-left: var(--ld-bar) solid var(--ld-structure);
    background: var(--ld-well);
    color: var(--ld-ink);
  }
  .note .sign {
    flex: none;
    margin-right: var(--ld-space-3);
    font-weight: var(--ld-bold);
  }
  .note.signal {
    border-left-color: var(--ld-on-signal);
    background: var(--ld-signal);
    color: var(--ld-on-signal);
  }
  .note.trouble {
    border-left-color: var(--ld-trouble);
    background: var(--ld-trouble-ground);
    color: var(--ld-on-trouble-ground);
  }
`;

/** `.visually-hidden`: for screen readers only. */
export const hiddenText = css`
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip: rect(0, 0, 0, 0);
    white-space: nowrap;
    border: 0;
  }
`;
