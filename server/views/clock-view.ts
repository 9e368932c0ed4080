/** The machine's clock as staff see it. */
import type { ClockNow } from "../../shared/wire/clock.ts";
import type { Sight } from "../domain/sight.ts";
import type { Moment } from "./ticket-view.ts";

export function clockView({ state, zone }: Pick<Moment, "state" | "zone">, { now, machine, doubt }: Sight): ClockNow {
  const isDoubted = doubt === "leap" || doubt === "pause";
  return {
    doubt,
    // A doubt stands in the journal with the first commit after it arose.
    since: isDoubted ? zone.iso(state.clockDoubt?.since ?? now) : null,
    hall: zone.iso(now),
    machine: zone.iso(machine),
  };
}
