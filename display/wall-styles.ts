/** What every page on a wall starts from: it fills its screen, and nobody points, selects or scrolls there. */
import { css } from "lit";

export const wall = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    overflow: hidden;
    /* A hair on the sharpest glass too. */
    --ld-hair: max(1px, 0.1vmin);
    --ld-rule: max(2px, 0.2vmin);
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

/**
 * `.beat`: a frame that comes and goes; slowly, as nothing on a wall may flash.
 * The page turns `is-on` with its seconds (`isOnBeat`), at once: while anything fades the screen paints all its frames,
 * which an old box feels, and the next call waits for the frame after.
 */
export const framePulse = css`
  .beat::before {
    content: "";
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    opacity: 0;
  }
  .beat.is-on::before {
    opacity: 1;
  }
  @media (prefers-reduced-motion: reduce) {
    .beat::before {
      opacity: 1;
    }
  }
`;

/** Whether a frame stands at this instant: one second it does, the next it does not. */
export function isOnBeat(millis: number): boolean {
  return Math.floor(millis / 1_000) % 2 === 0;
}
