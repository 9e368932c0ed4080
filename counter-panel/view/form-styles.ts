/** The look of a form that opens in place of the buttons. */
import { css } from "lit";

export const inPlaceForm = css`
  form {
    padding: var(--ld-space-4) var(--ld-space-5) var(--ld-space-5);
    border: var(--ld-rule) solid var(--ld-structure);
    border-top-width: var(--ld-bar);
    background: var(--ld-sheet);
  }
  h2 {
    margin-bottom: var(--ld-space-3);
    font-size: var(--ld-text-l);
    line-height: var(--ld-leading-tight);
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ld-space-4) var(--ld-space-5);
  }
  .parts > * {
    flex: 1 1 calc(14 * var(--ld-unit));
    min-width: 0;
    border: 0;
    margin: 0;
    padding: 0;
  }
  .parts > .wide {
    flex-basis: 100%;
  }
  legend,
  .name {
    display: block;
    margin-bottom: var(--ld-space-1);
    padding: 0;
    font-size: var(--ld-text-s);
    font-weight: var(--ld-bold);
  }
  .wanting {
    font-weight: var(--ld-bold);
  }
  .ends {
    display: flex;
    align-items: center;
    gap: var(--ld-space-3);
    margin-top: var(--ld-space-4);
  }
`;
