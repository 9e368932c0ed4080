/** The station's tiles and action keys; sizes in millimetres of glass. */
import { css } from "lit";

export const tiles = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    grid-template-rows: repeat(var(--rows), minmax(0, 1fr));
    gap: var(--st-gap);
    min-height: 0;
    height: 100%;
  }
  .tile {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    min-width: 0;
    min-height: 0;
    padding: calc(3.5 * var(--ld-mm)) calc(4.5 * var(--ld-mm)) calc(3.5 * var(--ld-mm)) calc(6 * var(--ld-mm));
    border: calc(0.4 * var(--ld-mm)) solid var(--ld-line-strong);
    border-left: calc(2.5 * var(--ld-mm)) solid var(--ld-structure-text);
    border-radius: 0;
    background: var(--ld-sheet);
    color: var(--ld-ink);
    text-align: left;
    touch-action: none;
    cursor: pointer;
  }
  .tile .title {
    font-size: var(--st-tile);
    font-weight: var(--ld-bold);
    line-height: 1.22;
  }
  .tile .title:lang(en) {
    line-height: 1.14;
  }
  .tile .facts {
    display: flex;
    align-items: center;
    margin-top: calc(2 * var(--ld-mm));
    font-size: var(--st-text);
    line-height: 1.2;
  }
  .tile .prefix {
    flex: none;
    min-width: calc(11 * var(--ld-mm));
    margin-right: calc(3.5 * var(--ld-mm));
    padding: 0 calc(2 * var(--ld-mm));
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    font-weight: var(--ld-bold);
    line-height: 1.3;
    text-align: center;
  }
  .tile .category {
    font-size: var(--st-text);
    line-height: 1.2;
    color: var(--ld-structure-text);
  }
  .tile .category + .title {
    margin: calc(1 * var(--ld-mm)) 0 auto;
  }
  .tile .wait {
    min-width: 0;
    color: var(--ld-ink-soft);
  }
  .tile[data-pressed],
  .tile[data-pressed] .prefix {
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .tile[data-pressed] .wait,
  .tile[data-pressed] .category {
    color: var(--ld-on-structure);
  }
  .tile.closed {
    border-left-style: dashed;
    border-left-color: var(--ld-line-strong);
    background: var(--ld-well);
  }
  .tile.closed .prefix {
    background: transparent;
    box-shadow: inset 0 0 0 var(--ld-rule) var(--ld-line-strong);
    color: var(--ld-ink-soft);
  }
`;

export const actions = css`
  .action {
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 0;
    min-height: var(--st-target);
    padding: calc(3 * var(--ld-mm)) calc(6 * var(--ld-mm));
    border: calc(0.75 * var(--ld-mm)) solid var(--ld-structure-text);
    border-radius: 0;
    background: transparent;
    color: var(--ld-structure-text);
    font-size: calc(11 * var(--ld-mm) * var(--ld-print));
    font-weight: var(--ld-bold);
    line-height: 1.2;
    text-align: center;
    touch-action: none;
    cursor: pointer;
  }
  .action[data-pressed] {
    background: var(--ld-well);
  }
  .action.main {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .action.main[data-pressed] {
    background: var(--ld-structure-press);
  }
  .action.signal {
    border-color: var(--ld-signal);
    background: var(--ld-signal);
    color: var(--ld-on-signal);
  }
  .action.signal[data-pressed] {
    background: var(--ld-signal-press);
  }
  .action[disabled] {
    border-style: dashed;
    border-color: var(--ld-line-strong);
    background: transparent;
    color: var(--ld-ink-soft);
    visibility: hidden;
  }
`;
