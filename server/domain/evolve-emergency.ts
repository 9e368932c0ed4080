/** How emergencies, and the clock they are measured by, change the state. */
import type { EmergencyEvent, Recorded } from "./events.ts";
import type { HallState } from "./state.ts";

export function evolveEmergency(state: HallState, event: Recorded<EmergencyEvent>): void {
  switch (event.type) {
    case "emergency-raised": {
      const { emergency: id, template, note, areas, by, at: raisedAt, until } = event;
      state.emergency = { id, template, note, areas, by, raisedAt, until };
      return;
    }
    case "emergency-ended":
      state.emergency = null;
      return;
    default:
      event satisfies never;
  }
}

/** The clock ran ahead and has been set back: what is running lasts as long as it was still to last. */
export function moveEmergencyBack(state: HallState, event: { readonly at: number }): void {
  const ahead = state.at - event.at;
  if (!state.emergency || ahead <= 0) return;
  const { raisedAt, until } = state.emergency;
  state.emergency = { ...state.emergency, raisedAt: raisedAt - ahead, until: until - ahead };
}
