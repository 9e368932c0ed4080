import { css } from "lit";

export const ticketStyles = css`
  :host {
    --room: calc(100vw - 2 * var(--st-edge));
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: calc(7 * var(--ld-mm));
    min-height: 0;
  }
  .number {
    margin-left: calc(-2 * var(--ld-mm));
    /* A number of more signs than usual takes the width there is */
    font-size: min(calc(72 * var(--ld-mm)), calc(var(--room) / (0.66 * var(--signs))));
    line-height: 1;
    /* A CJK face reaches far above and below its line, over the keys there */
    pointer-events: none;
  }
  :host([isLarge]) .number {
    font-size: min(calc(62 * var(--ld-mm)), calc(var(--room) / (0.66 * var(--signs))));
  }
  h2 {
    margin-top: calc(3 * var(--ld-mm));
    font-size: var(--st-title);
    line-height: 1.25;
  }
  dl {
    margin-top: calc(5 * var(--ld-mm));
    border-top: calc(0.75 * var(--ld-mm)) solid var(--ld-ink);
  }
  .fact {
    display: flex;
    align-items: baseline;
    padding: calc(2 * var(--ld-mm)) 0;
    border-bottom: var(--ld-hair) solid var(--ld-line-strong);
    line-height: 1.25;
  }
  dt {
    flex: none;
    min-width: 5.2em;
    margin-right: calc(5 * var(--ld-mm));
    font-size: var(--st-text);
    color: var(--ld-ink-soft);
  }
  dt:lang(en) {
    min-width: 6.4em;
  }
  dd {
    font-size: var(--st-title);
    font-weight: var(--ld-bold);
  }
  .then {
    margin-top: calc(3 * var(--ld-mm));
    font-size: calc(9 * var(--ld-mm) * var(--ld-print));
    font-weight: var(--ld-bold);
    line-height: 1.3;
  }
  .then.now {
    padding: calc(3 * var(--ld-mm)) calc(5 * var(--ld-mm));
    background: var(--ld-signal);
    color: var(--ld-on-signal);
    font-size: var(--st-heading);
  }
  .after {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .slip {
    display: flex;
    align-items: center;
    padding: calc(4 * var(--ld-mm)) calc(5 * var(--ld-mm));
    background: var(--ld-well);
    font-size: var(--st-title);
    font-weight: var(--ld-bold);
    line-height: 1.25;
  }
  .slip .sign {
    flex: none;
    margin-right: calc(5 * var(--ld-mm));
    font-size: calc(18 * var(--ld-mm));
  }
  /* With a slip in the printer there is one thing to do */
  .slip.printing,
  .slip.printed {
    flex: 1;
    margin-bottom: calc(6 * var(--ld-mm));
    padding: calc(4 * var(--ld-mm)) calc(10 * var(--ld-mm));
    font-size: calc(20 * var(--ld-mm) * var(--ld-print));
  }
  .slip.printing .sign,
  .slip.printed .sign {
    margin-right: calc(10 * var(--ld-mm));
    font-size: calc(44 * var(--ld-mm));
  }
  .slip.printing:lang(en),
  .slip.printed:lang(en) {
    font-size: calc(17 * var(--ld-mm) * var(--ld-print));
  }
  .slip.printed,
  .slip.no-paper,
  .slip.not-printed,
  .slip.on-screen {
    background: var(--ld-signal);
    color: var(--ld-on-signal);
  }
  .paper {
    display: flex;
    flex: 1 1 auto;
    align-items: flex-start;
    min-height: 0;
    padding: calc(5 * var(--ld-mm));
    overflow: hidden;
    background: var(--ld-sheet);
  }
  .lines {
    flex: 1;
    min-width: 0;
    font-size: var(--st-text);
    line-height: 1.36;
  }
  .plain .lines,
  .least .lines {
    font-size: calc(7.8 * var(--ld-mm));
  }
  .lines p + p {
    margin-top: calc(2 * var(--ld-mm));
  }
  figure {
    --code: calc(62 * var(--ld-mm));
    flex: none;
    width: var(--code);
    margin-left: calc(6 * var(--ld-mm));
    text-align: center;
  }
  ld-qr-code {
    width: var(--code);
    height: var(--code);
  }
  figcaption {
    font-size: calc(7.8 * var(--ld-mm));
    line-height: 1.25;
  }
  .action {
    flex: none;
    width: 100%;
    min-height: calc(40 * var(--ld-mm));
    margin-top: auto;
    font-size: calc(14 * var(--ld-mm) * var(--ld-print));
  }
  .paper + .action {
    margin-top: calc(6 * var(--ld-mm));
  }
  @media (orientation: landscape) {
    :host {
      --room: calc(0.45 * (100vw - 2 * var(--st-edge) - 10 * var(--ld-mm)));
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: minmax(0, 45fr) minmax(0, 55fr);
      gap: calc(10 * var(--ld-mm));
    }
    .number,
    :host([isLarge]) .number {
      font-size: min(calc(54 * var(--ld-mm)), calc(var(--room) / (0.66 * var(--signs))));
    }
    .action {
      min-height: calc(34 * var(--ld-mm));
    }
    .paper {
      padding: calc(4 * var(--ld-mm));
    }
    figure {
      --code: calc(56 * var(--ld-mm));
      margin-left: calc(3 * var(--ld-mm));
    }
  }
`;
