/** What the sheets of the guide's desk beside taking numbers look like. */
import { css } from "lit";

export const todaySheet = css`
  section + section {
    margin-top: var(--ld-space-6);
  }
  h2 {
    margin-bottom: var(--ld-space-3);
    padding-bottom: var(--ld-space-1);
    border-bottom: var(--ld-rule) solid var(--ld-ink);
    font-size: var(--ld-text-l);
  }
  form,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--ld-space-3);
    margin-bottom: var(--ld-space-3);
  }
  .wide {
    flex: 1;
  }
  .row {
    align-items: center;
    margin-bottom: var(--ld-space-2);
  }
  .row .name {
    flex: 0 0 calc(11 * var(--ld-unit));
    font-weight: var(--ld-bold);
  }
  .note {
    margin-bottom: var(--ld-space-3);
  }
`;
