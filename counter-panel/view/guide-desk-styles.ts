import { css } from "lit";

export const guideDeskStyles = css`
  main > * {
    min-width: 0;
    padding: var(--ld-space-5);
    overflow-y: auto;
  }
  .take {
    flex: 1;
    padding-top: var(--ld-space-4);
  }
  .look {
    padding-top: var(--ld-space-4);
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
  .take .note {
    margin-bottom: var(--ld-space-3);
  }
  .alarms .note {
    align-items: center;
    padding: var(--ld-space-2) var(--ld-space-4);
  }
  .alarms .help {
    min-height: calc(2.25 * var(--ld-unit));
    margin-left: auto;
    padding: var(--ld-space-1) var(--ld-space-4);
  }
  [hidden] {
    display: none;
  }
  ld-service-form {
    display: block;
    margin-top: var(--ld-space-4);
  }
`;
