/** The whole hall in two columns at 1366 × 768: lines at left, who waits longest and the counters at right. */
import { css } from "lit";

export const hallOverviewStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--ld-space-4) var(--ld-space-5);
    align-items: start;
  }
  .queues {
    grid-row: 1 / 3;
  }
  .longest,
  .counters {
    grid-column: 2;
  }
  h2 {
    padding-bottom: var(--ld-space-1);
    border-bottom: var(--ld-rule) solid var(--ld-ink);
    font-size: var(--ld-text-m);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--ld-space-2);
    width: 100%;
    min-height: calc(2.375 * var(--ld-unit));
    padding: 0;
    border: 0;
    border-bottom: var(--ld-hair) solid var(--ld-line);
    background: transparent;
    color: inherit;
    font-size: var(--ld-text-s);
    text-align: left;
  }
  .counters .row,
  .longest .row {
    min-height: calc(2.125 * var(--ld-unit));
  }
  button.row {
    cursor: pointer;
  }
  button.row:hover {
    background: var(--ld-well);
  }
  .longest .number {
    flex: 0 0 3.4em;
    font-size: var(--ld-text-l);
  }
  .grow {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .label {
    flex: 0 0 5em;
    font-weight: var(--ld-bold);
    white-space: nowrap;
  }
  .wait,
  .mark,
  .count,
  .does {
    flex: none;
    white-space: nowrap;
  }
  .longest .wait,
  .mark {
    font-weight: var(--ld-bold);
  }
  .mark.trouble {
    color: var(--ld-trouble);
  }
  .count {
    min-width: 2.6em;
    text-align: right;
  }
  .does {
    display: flex;
    align-items: center;
    gap: 0.35em;
    font-weight: var(--ld-bold);
  }
  .closed .does,
  .closed .label,
  .counters .grow {
    color: var(--ld-ink-soft);
    font-weight: var(--ld-regular);
  }
  .clock {
    min-width: 3em;
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .in-hand {
    min-height: calc(1.875 * var(--ld-unit));
    padding: 0 0.35em;
    border: var(--ld-hair) solid var(--ld-line-strong);
    border-radius: var(--ld-radius-s);
    background: var(--ld-sheet);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .row .button {
    flex: none;
    min-height: calc(2.125 * var(--ld-unit));
    padding: 0 var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .none {
    padding: var(--ld-space-2) 0;
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
`;
