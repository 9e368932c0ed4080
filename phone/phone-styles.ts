/** Pieces of style of the phone's pages; made for browsers without gaps between flex items. */
import { css } from "lit";

/** The page's column and its plain texts. */
export const column = css`
  :host {
    /* Large text grows the type, not the page's edges. */
    --phone-side: min(1.5rem, 6vw);
  }
  .column {
    max-width: 34rem;
    margin: 0 auto;
    padding: var(--ld-space-5) var(--phone-side) var(--ld-space-7);
  }
  .soft {
    color: var(--ld-ink-soft);
  }
  .heading {
    margin: var(--ld-space-6) 0 var(--ld-space-2);
    font-size: var(--ld-text-m);
    color: var(--ld-ink-soft);
  }
  .wide {
    width: 100%;
    min-height: 3.5rem;
    font-size: var(--ld-text-l);
  }
  .wide + .wide {
    margin-top: var(--ld-space-3);
  }
`;

/** Ruled rows that lead somewhere or say one thing and its value. */
export const rows = css`
  .rows {
    border-top: var(--ld-rule) solid var(--ld-ink);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    width: 100%;
    min-height: 3.5rem;
    padding: var(--ld-space-3) 0;
    border: 0;
    border-bottom: var(--ld-hair) solid var(--ld-line);
    background: none;
    color: inherit;
    font-size: var(--ld-text-l);
    line-height: 1.35;
    text-align: left;
    text-decoration: none;
  }
  button.row,
  a.row {
    cursor: pointer;
  }
  .row .name {
    flex: 1 1 8em;
    padding-right: var(--ld-space-4);
    font-weight: var(--ld-bold);
  }
  .row .value {
    flex: none;
    max-width: 100%;
  }
  .row .more {
    flex: 1 0 100%;
    font-size: var(--ld-text-s);
    color: var(--ld-ink-soft);
  }
  .row[disabled] {
    color: var(--ld-ink-soft);
    cursor: default;
  }
`;

/** A page that is one step of several, and the way back to the one before. */
export const steps = css`
  h1 {
    margin-bottom: var(--ld-space-4);
    font-size: var(--ld-text-xl);
    line-height: 1.3;
  }
  .back {
    display: inline-flex;
    align-items: center;
    min-height: 3rem;
    margin-bottom: var(--ld-space-2);
    padding-right: var(--ld-space-4);
    color: var(--ld-structure-text);
    font-weight: var(--ld-bold);
    text-decoration: none;
  }
`;
