/** Pieces of style that the panel's components share. */
import { css } from "lit";

/** `.key`: the key that presses a button, set small beside its word. */
export const keyCaps = css`
  .key {
    display: inline-block;
    min-width: 1.5em;
    margin-left: 0.45em;
    padding: 0 0.3em;
    border: var(--ld-hair) solid currentColor;
    border-radius: var(--ld-radius-s);
    font-size: var(--ld-text-xs);
    font-weight: var(--ld-regular);
    line-height: 1.45;
    text-align: center;
  }
`;

/** `.choice`: one of several, pressed or not; `.choices` sets them in a row that wraps. */
export const choices = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ld-space-2);
  }
  /* The tick has its room beside the word from the beginning, so that nothing moves when one is chosen. */
  .choice {
    position: relative;
    min-height: calc(2.75 * var(--ld-unit));
    padding: var(--ld-space-1) var(--ld-space-3);
    border: var(--ld-rule) solid var(--ld-line-strong);
    border-radius: var(--ld-radius);
    background: var(--ld-sheet);
    color: var(--ld-ink);
    font-size: var(--ld-text-m);
    font-weight: var(--ld-regular);
    line-height: var(--ld-leading-tight);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--ld-well);
  }
  .choice[aria-pressed="true"],
  .choice[aria-checked="true"] {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    /* Room for the sign, and no wider than before: nothing beside it moves. */
    padding-right: calc(var(--ld-space-3) - 7px);
    padding-left: calc(var(--ld-space-3) + 7px);
  }
  .choice[aria-disabled="true"],
  .choice[aria-disabled="true"]:hover {
    border-style: dashed;
    background: var(--ld-paper);
    color: var(--ld-ink-soft);
    cursor: default;
  }
  .choice[aria-pressed="true"]::before,
  .choice[aria-checked="true"]::before {
    content: "✓";
    content: "✓" / "";
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0.55em;
    display: flex;
    align-items: center;
    font-size: 0.75em;
    font-weight: var(--ld-bold);
  }
`;

/** A button whose command is on its way; it shows only when the hub takes longer than a blink. */
export const busyMarks = css`
  [aria-busy="true"] {
    animation: ld-busy 900ms var(--ld-ease) 250ms infinite;
  }
  .button[aria-busy="true"][aria-disabled="true"] {
    animation:
      ld-off 0s 200ms both,
      ld-busy 900ms var(--ld-ease) 250ms infinite;
  }
  @keyframes ld-busy {
    50% {
      opacity: 0.55;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy="true"] {
      animation: none;
    }
    .button[aria-busy="true"][aria-disabled="true"] {
      animation: ld-off 0s 200ms both;
    }
  }
`;

/** A list of tickets: a ruled column of rows. */
export const ticketRows = css`
  .heading {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    padding: var(--ld-space-2) var(--ld-space-3);
    border-bottom: var(--ld-rule) solid var(--ld-ink);
    font-size: var(--ld-text-m);
  }
  .count {
    font-weight: var(--ld-bold);
  }
  .rows > li {
    border-bottom: var(--ld-hair) solid var(--ld-line);
  }
  .row {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: calc(2.75 * var(--ld-unit));
    padding: var(--ld-space-1) var(--ld-space-3);
    border: 0;
    background: transparent;
    text-align: left;
  }
  button.row {
    cursor: pointer;
  }
  button.row:hover,
  button.row[aria-expanded="true"] {
    background: var(--ld-well);
  }
  button.row:focus-visible {
    outline-offset: -3px;
  }
  .row .number {
    flex: 0 0 4.4em;
    font-size: var(--ld-text-l);
  }
  .what {
    flex: 1;
    min-width: 0;
    font-size: var(--ld-text-s);
    line-height: 1.3;
  }
  .what .service,
  .what .mark {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .mark {
    font-weight: var(--ld-bold);
  }
  .wait {
    flex: none;
    margin-left: var(--ld-space-2);
    font-size: var(--ld-text-s);
    line-height: 1.3;
    text-align: right;
    white-space: nowrap;
  }
  .wait .end {
    display: block;
  }
  .end + .end {
    color: var(--ld-ink-soft);
  }
  .row .button {
    flex: none;
    margin-left: var(--ld-space-3);
    min-height: calc(2.25 * var(--ld-unit));
    padding: var(--ld-space-1) var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .none {
    padding: var(--ld-space-3);
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
`;

/** A desk fills what the header leaves: its parts stand side by side, and each scrolls for itself. */
export const deskFrame = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: flex;
    flex: 1;
    min-height: 0;
  }
`;
