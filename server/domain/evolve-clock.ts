/** How what the hub makes of its machine's clock changes the state. */
import type { ClockEvent, Recorded } from "./events.ts";
import { moveEmergencyBack } from "./evolve-emergency.ts";
import type { HallState } from "./state.ts";

export function evolveClock(state: HallState, event: Recorded<ClockEvent>): void {
  switch (event.type) {
    case "clock-doubted":
      state.clockDoubt = { why: event.why, since: event.at, machine: event.machine };
      return;
    case "clock-cleared":
      state.clockDoubt = null;
      return;
    case "clock-confirmed":
      state.clockDoubt = null;
      moveEmergencyBack(state, event);
      return;
    default:
      event satisfies never;
  }
}
