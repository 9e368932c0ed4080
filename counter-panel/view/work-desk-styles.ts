/** The clerk's page at 1366 × 768 and up: the ticket and its buttons at left, the lists at right, nothing scrolls but lists. */
import { css } from "lit";
import { base } from "../../shared/ui/styles.ts";
import { deskFrame } from "./panel-styles.ts";

export const workDeskStyles = [
  base,
  deskFrame,
  css`
    .hand {
      flex: 1;
      min-width: 0;
      padding: var(--ld-space-5);
      overflow-y: auto;
    }
    .lists {
      display: flex;
      flex: 0 0 calc(25 * var(--ld-unit));
      flex-direction: column;
      gap: var(--ld-space-3);
      min-width: 0;
      min-height: 0;
      padding: var(--ld-space-3) 0;
      border-left: var(--ld-hair) solid var(--ld-line-strong);
      background: var(--ld-sheet);
    }
    ld-waiting-list {
      flex: 1 1 auto;
    }
    ld-take-back-lists {
      flex: none;
    }
  `,
];

/** The place of the buttons: a line above for what has to be said, then the big button and its neighbours. */
export const workControlsStyles = css`
  .lines {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: var(--ld-space-2);
    min-height: calc(4.2 * var(--ld-unit));
    padding: var(--ld-space-2) 0;
  }
  .steps {
    display: flex;
    gap: var(--ld-space-4);
  }
  ld-main-step {
    flex: none;
  }
  ld-ticket-actions {
    flex: 1;
  }
  /* The place is kept, so that the last step is taken back where it was a moment ago. */
  .outcome {
    min-height: calc(2.75 * var(--ld-unit));
  }
  .unspoken {
    min-height: calc(2.75 * var(--ld-unit));
  }
  .outcome,
  ld-counter-actions {
    display: block;
    margin-top: var(--ld-space-3);
  }
`;
