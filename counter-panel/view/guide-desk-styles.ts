import { css } from "lit";

export const guideDeskStyles = css`
  main > * {
    min-width: 0;
    padding: var(--ld-space-5);
    overflow-y: auto;
  }
  .take {
    flex: 1;
  }
  .look {
    flex: 0 0 calc(32 * var(--ld-unit));
    border-left: var(--ld-hair) solid var(--ld-line-strong);
  }
  h2 {
    margin-bottom: var(--ld-space-3);
    padding-bottom: var(--ld-space-1);
    border-bottom: var(--ld-rule) solid var(--ld-ink);
    font-size: var(--ld-text-l);
  }
  .tabs,
  .alarms .note {
    margin-bottom: var(--ld-space-3);
  }
  .alarms .help {
    margin-left: auto;
  }
  [hidden] {
    display: none;
  }
  .search {
    display: flex;
    align-items: flex-end;
    gap: var(--ld-space-3);
    margin-bottom: var(--ld-space-4);
  }
  .search .field {
    flex: 1;
  }
  ld-service-form {
    display: block;
    margin-top: var(--ld-space-4);
  }
  .search input {
    text-transform: uppercase;
  }
`;
