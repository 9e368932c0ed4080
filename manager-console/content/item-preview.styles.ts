import { css } from "lit";

export const itemPreviewStyles = css`
  .controls {
    display: grid;
    gap: var(--ld-space-3);
    margin-bottom: var(--ld-space-3);
  }
  .languages {
    display: flex;
  }
  .languages .button {
    flex: 1;
    border-radius: 0;
    font-size: var(--ld-text-s);
  }
  .languages .button + .button {
    margin-left: calc(-1 * var(--ld-rule));
  }
  .languages .button[aria-pressed="true"] {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .paging {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--ld-space-2);
    margin-top: var(--ld-space-2);
    font-size: var(--ld-text-s);
  }
  .paging .button {
    padding: 0 var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .facts {
    margin-top: var(--ld-space-2);
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
  .flags {
    margin-top: var(--ld-space-3);
  }
  .flags .note {
    padding: var(--ld-space-2) var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .flags .note + .note {
    margin-top: var(--ld-space-2);
  }
`;
