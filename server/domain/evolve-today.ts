/** How today's changes and the hall's calendar change the state. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Recorded, TodayEvent } from "./events.ts";
import type { HallState } from "./state.ts";

export function evolveToday(state: HallState, event: Recorded<TodayEvent>): void {
  const { today } = state;
  switch (event.type) {
    case "service-stopped":
      endStop(state, event);
      today.stopped.set(event.service, { since: event.at, until: event.until, note: event.note });
      return;
    case "service-resumed":
      endStop(state, event);
      return;
    case "hall-extended": {
      const others = today.extensions.filter(({ end }) => end !== event.end);
      today.extensions = [...others, { end: event.end, until: event.until }];
      // The period goes on: who was to wait for the next one is called again.
      if (today.ended && today.ended.at >= event.end) today.ended = { ...today.ended, carries: false };
      return;
    }
    case "period-ended":
      today.ended = { at: event.end, next: event.next, carries: event.carries };
      return;
    case "calendar-read": {
      const { country, source, years } = event;
      state.calendar = { ...state.calendar, read: { country, source, years } };
      return;
    }
    case "calendar-imported": {
      const { [event.year]: _, ...others } = state.calendar.imported;
      state.calendar = {
        ...state.calendar,
        imported: event.list ? { ...others, [event.year]: event.list } : others,
      };
      return;
    }
    default:
      event satisfies never;
  }
}

/** Who was to come while it lasted is still asked for. */
function endStop({ today }: HallState, { service, at }: { readonly service: string; readonly at: Millis }): void {
  const stop = today.stopped.get(service);
  if (stop) today.stops = [...today.stops, { service, from: stop.since, to: at }];
  today.stopped.delete(service);
}
