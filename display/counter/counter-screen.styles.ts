import { css } from "lit";

export const counterScreenStyles = css`
  :host {
    line-height: 1.16;
    white-space: nowrap;
  }
  main {
    flex: 1;
    min-height: 0;
    display: flex;
  }
  main.tall {
    flex-direction: column;
  }
  .label {
    flex: none;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    width: var(--label-width);
    height: var(--label-height);
    padding-bottom: 0.04em;
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    font-size: var(--key-font);
    font-weight: var(--ld-regular);
    line-height: 1.1;
  }
  .label span {
    font-size: var(--rest-font);
    line-height: 1.16;
  }
  .tall .label {
    flex-direction: row;
    align-items: baseline;
    justify-content: flex-start;
    padding: 0 var(--pad);
    line-height: calc(0.94 * var(--label-height));
  }
  .tall .label span {
    line-height: inherit;
  }
  .tall .label span + b {
    margin-left: 0.25em;
  }
  .state {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    padding: 0 var(--pad) calc(0.14 * var(--line-font, 0px));
    contain: content;
  }
  .called {
    background: var(--ld-signal);
    color: var(--ld-on-signal);
  }
  .beat::before {
    border: calc(0.3 * var(--pad)) solid var(--ld-on-signal);
  }
  .serving {
    background: var(--ld-sheet);
  }
  .paused,
  .closed,
  .unknown {
    background: var(--ld-well);
  }
  .state p {
    font-size: var(--line-font);
  }
  .state .big {
    font-size: var(--big-font);
    font-weight: var(--ld-bold);
  }
  .big .lead {
    margin-right: 0.15em;
    font-size: var(--line-font);
    font-weight: var(--ld-regular);
  }
  .big .above {
    display: block;
    margin: 0;
    line-height: 1.16;
  }
  .hurry {
    display: inline-block;
    margin-right: 0.2em;
    padding: 0 0.12em 0.08em;
    line-height: 1;
    border-radius: 0.12em;
    background: var(--ld-on-signal);
    color: var(--ld-signal);
    font-weight: var(--ld-bold);
  }
  .idle h2,
  .idle li {
    font-size: var(--line-font);
    line-height: 1.3;
  }
  .idle h2 {
    margin-bottom: 0.15em;
    border-bottom: var(--ld-rule) solid var(--ld-line-strong);
    color: var(--ld-structure-text);
  }
  .unknown p {
    white-space: normal;
  }
  .foot {
    flex: none;
    display: flex;
    align-items: center;
    height: var(--foot-height);
    padding: 0 var(--pad);
    background: var(--ld-trouble-ground);
    color: var(--ld-on-trouble-ground);
    font-size: calc(0.62 * var(--foot-height));
    font-weight: var(--ld-bold);
  }
  .foot b {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    margin-right: 0.35em;
    border-radius: 50%;
    background: var(--ld-trouble);
    color: var(--ld-on-trouble);
    line-height: 1.1em;
    text-align: center;
  }
  b {
    font-weight: var(--ld-bold);
  }
`;
