import { css } from "lit";

/** The signal colour with ink on it: 7:1 and more for every kind of colour blindness, and unlike any other page. */
export const emergencyPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
    overflow: hidden;
    white-space: normal;
  }
  .over {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    padding: 4vmin;
    background: var(--ld-signal);
    color: var(--ld-on-signal);
    --cut: var(--ld-signal);
  }
  .over.clear {
    background: var(--ld-structure);
    color: var(--ld-on-structure);
    --cut: var(--ld-structure);
  }
  /* A frame that comes and goes, a second each; at once, as old boxes feel a fade. */
  .over::before {
    content: "";
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border: 2.4vmin solid currentColor;
    opacity: 0;
    pointer-events: none;
  }
  .over.is-on:not(.clear)::before {
    opacity: 1;
  }
  .stage {
    display: flex;
    flex: 1;
    align-items: center;
    min-height: 0;
    overflow: hidden;
  }
  .words {
    flex: 1;
    min-width: 0;
    padding: 0 1vmin;
    --title: calc(1.2 * var(--base) * var(--scale, 1));
    --text: calc(0.8 * var(--base) * var(--scale, 1));
  }
  .sign {
    float: left;
    width: calc(1.9 * var(--title));
    height: calc(1.9 * var(--title));
    margin: 0 calc(0.35 * var(--title)) 0 0;
    fill: currentColor;
  }
  .sign .cut {
    fill: var(--cut);
  }
  .language {
    overflow: hidden;
    overflow-wrap: break-word;
  }
  h1 {
    font-size: var(--title);
    line-height: 1.2;
    text-wrap: balance;
  }
  p {
    margin-top: 0.2em;
    font-size: var(--text);
    line-height: 1.35;
  }
  .other {
    margin-top: calc(0.4 * var(--title));
    padding-top: calc(0.3 * var(--title));
    border-top: var(--ld-rule) solid currentColor;
    clear: left;
    --title: calc(0.8 * var(--base) * var(--scale, 1));
    --text: calc(0.6 * var(--base) * var(--scale, 1));
  }
  .other h1 {
    font-size: calc(0.8 * var(--base) * var(--scale, 1));
  }
  .other p {
    font-size: calc(0.6 * var(--base) * var(--scale, 1));
  }
  /* A tall page has its sign above: beside it the words would have no room. */
  .tall .sign {
    display: block;
    float: none;
    margin: 0 0 calc(0.3 * var(--title));
  }
  @media (prefers-reduced-motion: reduce) {
    .over:not(.clear)::before {
      opacity: 1;
    }
  }
`;
