/** The legs of a visit as the wire tells them: those begun, in their order, then those still to come. */

interface LegState {
  readonly state: string;
}

/** The present leg and the one before it; null where there is none. Those still to come are neither. */
export function lastTwo<L extends LegState>(legs: readonly L[]): { readonly before: L | null; readonly now: L | null } {
  const begun = legs.filter(({ state }) => state !== "pending");
  return { before: begun[begun.length - 2] ?? null, now: begun[begun.length - 1] ?? null };
}

/** Those still to come, in order. */
export function pendingLegs<L extends LegState>(legs: readonly L[]): L[] {
  return legs.filter(({ state }) => state === "pending");
}

/** Whether the present leg goes on from one that ended here or was sent on: the resident keeps the number. */
export function goesOn(legs: readonly LegState[]): boolean {
  const { before } = lastTwo(legs);
  return before?.state === "transferred" || before?.state === "finished";
}
