/** What every page on a wall starts from: it fills its screen, and nobody points, selects or scrolls there. */
import { css } from "lit";

export const wall = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    overflow: hidden;
    background: var(--ld-paper);
    color: var(--ld-ink);
    cursor: none;
    user-select: none;
    -webkit-user-select: none;
  }
  ld-demo {
    flex: none;
    height: var(--demo-height);
    overflow: hidden;
    --ld-demo-text: calc(0.62 * var(--demo-height));
  }
`;

/** `frame`: a frame that comes and goes; slowly, as nothing on a wall may flash. */
export const framePulse = css`
  @keyframes frame {
    0%,
    100% {
      opacity: 1;
    }
    50% {
      opacity: 0;
    }
  }
`;
