import { css } from "lit";

export const itemEditorStyles = css`
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(18rem, 25rem);
    align-items: start;
    gap: var(--ld-space-6);
  }
  form > fieldset > .part:first-of-type {
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  .note {
    margin-bottom: var(--ld-space-4);
  }
  .note .button {
    margin-top: var(--ld-space-2);
  }
  aside {
    position: sticky;
    top: var(--ld-space-4);
    padding: var(--ld-space-4);
    border-top: var(--ld-bar) solid var(--ld-structure);
    background: var(--ld-sheet);
  }
  .bar {
    position: sticky;
    bottom: 0;
    z-index: 1;
    margin-top: var(--ld-space-5);
    padding: var(--ld-space-3) 0;
    border-top: var(--ld-rule) solid var(--ld-line-strong);
    background: var(--ld-paper);
  }
  /* What has the cursor is never behind the bar. */
  input,
  select,
  textarea,
  button,
  [role="alert"],
  ld-item-media {
    scroll-margin: 2rem 0 6rem;
  }
  fieldset > .hint {
    display: block;
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
  .done {
    font-weight: var(--ld-bold);
  }

  @media (max-width: 75rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
      max-width: 36rem;
    }
  }
`;
