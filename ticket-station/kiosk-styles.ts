import { css } from "lit";

export const kioskStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    overflow: hidden;
    background: var(--ld-paper);
    color: var(--ld-ink);
    --ld-demo-text: calc(5 * var(--ld-mm));
  }
  ld-demo,
  ld-station-bar {
    position: relative;
    z-index: 1;
    flex: none;
  }
  main {
    display: grid;
    flex: 1;
    min-height: 0;
    padding: calc(5 * var(--ld-mm)) var(--st-edge) calc(9 * var(--ld-mm));
  }
  .own {
    margin: calc(10 * var(--ld-mm)) 0 calc(4 * var(--ld-mm));
    font-size: var(--st-title);
    line-height: 1.25;
  }
  .steps {
    counter-reset: step;
    font-size: var(--st-title);
    font-weight: var(--ld-bold);
    line-height: 1.3;
  }
  .steps li {
    display: flex;
    align-items: baseline;
    padding: calc(5 * var(--ld-mm)) 0;
    border-top: var(--ld-hair) solid var(--ld-line-strong);
  }
  .steps li::before {
    flex: none;
    width: 1.6em;
    margin-right: 0.6em;
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    counter-increment: step;
    content: counter(step);
    text-align: center;
  }
  ld-emergency-band {
    flex: none;
    --band-pad: calc(5 * var(--ld-mm)) var(--st-edge);
    --band-text: calc(10 * var(--ld-mm));
  }
  .beneath {
    margin-top: calc(6 * var(--ld-mm));
    font-size: calc(14 * var(--ld-mm));
    line-height: 1.3;
  }
  .beneath .own-number {
    font-size: calc(22 * var(--ld-mm));
    font-weight: var(--ld-bold);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--st-gap);
  }
  .full {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: center;
    padding: calc(20 * var(--ld-mm)) var(--st-edge);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    --ld-focus: var(--ld-signal);
  }
  .full .sign {
    margin-left: -0.08em;
    font-size: calc(56 * var(--ld-mm));
  }
  .full h1 {
    margin-top: calc(10 * var(--ld-mm));
    font-size: calc(25 * var(--ld-mm));
    line-height: 1.3;
  }
  .full p {
    margin-top: calc(8 * var(--ld-mm));
    font-size: calc(10 * var(--ld-mm));
    line-height: 1.5;
    color: var(--ld-on-structure-soft);
  }
  .full .other {
    padding-top: calc(6 * var(--ld-mm));
    border-top: var(--ld-hair) solid var(--ld-on-structure-soft);
  }
  .full .action {
    margin-top: calc(18 * var(--ld-mm));
    min-height: calc(44 * var(--ld-mm));
    font-size: calc(16 * var(--ld-mm));
  }
`;
