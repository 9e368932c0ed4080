import { css } from "lit";

export const lobbyScreenStyles = css`
  :host {
    position: relative;
  }
  :host([turned]) {
    position: absolute;
    top: 0;
    left: 100vw;
    transform: rotate(90deg);
    transform-origin: top left;
  }
  header {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    height: var(--head-height);
    padding: 0 var(--pad) 0.3em;
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    line-height: 1.15;
    white-space: nowrap;
  }
  h1 {
    font-size: var(--name);
    line-height: 1.15;
  }
  .date {
    margin: 0 var(--pad) 0 auto;
    font-size: var(--text);
    color: var(--ld-on-structure-soft);
  }
  .clock {
    font-size: var(--clock);
    font-weight: var(--ld-bold);
  }
  .portrait h1 {
    flex: 0 0 100%;
  }
  .portrait .date {
    margin-left: 0;
  }
  main {
    flex: 1;
    min-height: 0;
    display: flex;
  }
  main.portrait {
    flex-direction: column;
  }
  .calls {
    flex: none;
    position: relative;
    width: var(--calls-width);
    height: var(--calls-height);
  }
  ld-call-board {
    width: 100%;
    height: 100%;
  }
  ld-lobby-side {
    flex: 1;
    min-width: 0;
    min-height: 0;
  }
  .beneath {
    flex: none;
    margin-top: 2vmin;
    font-size: var(--row);
    line-height: 1.25;
  }
  .beneath h2,
  .beneath p {
    font-size: var(--text);
    line-height: 1.35;
  }
  .beneath ol {
    display: flex;
    flex-wrap: wrap;
  }
  .beneath li {
    margin-right: 1.2em;
    white-space: nowrap;
  }
  .beneath span {
    font-size: 0.7em;
  }
  .nothing {
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    padding: 0 calc(2 * var(--pad, 3vmin));
    font-size: var(--row, 6vmin);
    line-height: 1.4;
  }
  .nothing p {
    font-size: var(--text);
    color: var(--ld-ink-soft);
  }
  .nothing h2 {
    font-size: inherit;
  }
  .foot {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    height: var(--foot-height);
    padding: 0 var(--pad) 0.08em;
    border-top: var(--ld-rule) solid var(--ld-line-strong);
    background: var(--ld-well);
    line-height: 1.15;
    white-space: nowrap;
  }
  .foot.stale {
    justify-content: flex-start;
    border-top-color: var(--ld-trouble);
    background: var(--ld-trouble-ground);
    color: var(--ld-on-trouble-ground);
    font-weight: var(--ld-bold);
  }
  .stale .mark {
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
  .stale span + span {
    margin-left: 0.8em;
    font-weight: var(--ld-regular);
  }

  /* Content fills the glass, and calls lie over it while there are any. */
  main.calls-over-content,
  main.content-only {
    position: relative;
  }
  .calls-over-content .calls {
    position: absolute;
    z-index: 1;
    top: 0;
    left: 0;
    background: var(--ld-paper);
    border-bottom: calc(3 * var(--ld-rule)) solid var(--ld-structure);
    box-sizing: content-box;
  }
  /* They have lain there for long: content takes what they leave. */
  main.beside {
    flex-direction: column;
  }
  .beside .calls {
    position: relative;
  }
  .slim span,
  .slim .ready-line {
    margin-right: 1em;
  }
  .slim {
    justify-content: flex-start;
  }
  .slim.tall {
    flex-wrap: wrap;
  }
  .tall .ready-line {
    flex: 0 0 100%;
    border: 0;
  }
  .tall span {
    margin: 0;
  }
  .slim-clock {
    margin-left: auto;
  }
  .ready-line {
    flex: none;
    padding-right: 0.6em;
    border-right: var(--ld-rule) solid var(--ld-line-strong);
  }
  .ticker {
    flex: none;
    height: var(--ticker-height);
    padding: 0 var(--pad) 0.08em;
    border-top: var(--ld-rule) solid var(--ld-line-strong);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    display: flex;
    align-items: center;
    line-height: 1.15;
    white-space: nowrap;
  }
  ld-resting {
    z-index: 2;
  }
  .identify {
    position: absolute;
    z-index: 3;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    font-size: var(--text);
    line-height: 1.25;
    text-align: center;
  }
  .identify b {
    font-size: var(--name);
  }
`;
