import { css } from "lit";

export const emergencyFormStyles = css`
  :host {
    display: block;
  }
  .hint {
    margin-bottom: var(--ld-space-2);
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
  .templates {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--ld-space-2);
    margin-bottom: var(--ld-space-3);
  }
  @media (max-width: 30rem) {
    .templates {
      grid-template-columns: 1fr;
    }
  }
  .template {
    min-height: calc(4 * var(--ld-unit));
    padding: var(--ld-space-2) var(--ld-space-3);
    border: var(--ld-rule) solid var(--ld-line-strong);
    border-radius: var(--ld-radius-s);
    background: var(--ld-sheet);
    color: inherit;
    font: inherit;
    line-height: 1.3;
    text-align: left;
    cursor: pointer;
  }
  .template b {
    display: block;
    font-size: var(--ld-text-m);
  }
  .template span {
    font-size: var(--ld-text-xs);
  }
  .template:hover {
    background: var(--ld-well);
  }
  .template[aria-pressed="true"] {
    border-color: var(--ld-on-signal);
    background: var(--ld-signal);
    color: var(--ld-on-signal);
  }
  details {
    margin-bottom: var(--ld-space-3);
    border-top: var(--ld-hair) solid var(--ld-line);
  }
  summary {
    padding: var(--ld-space-2) 0;
    cursor: pointer;
  }
  .field {
    display: block;
    margin-bottom: var(--ld-space-2);
  }
  textarea {
    width: 100%;
    font: inherit;
  }
  .minutes input {
    width: 7rem;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset label {
    display: inline-block;
    margin-right: var(--ld-space-4);
    padding: var(--ld-space-2) 0;
  }
  fieldset input {
    width: 1.2em;
    height: 1.2em;
    vertical-align: middle;
  }
  .note {
    margin-bottom: var(--ld-space-3);
  }
  .show {
    width: 100%;
  }
`;
