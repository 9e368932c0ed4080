/** The hub's clock. */
import type { Clock } from "./commands/ports.ts";

/** The machine's clock, or one that starts at an instant of a test's choosing. */
export function clockFrom(start: number | null): Clock {
  if (start === null) return { now: () => Date.now() };
  const begun = performance.now();
  return { now: () => start + Math.floor(performance.now() - begun) };
}
