/**
 * What the hall makes of its machine's clock. In doubt, whoever runs the hour (see `commands/writer.ts`) lets nothing
 * expire and no day turn. Source: domain.md, "Days and hours".
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { ClockCommand } from "./commands.ts";
import { bookingsToCome } from "./decide-booking.ts";
import { dayOpened, endOfWork } from "./decide-day.ts";
import type { Decision } from "./decision.ts";
import type { HallState } from "./state.ts";

export function decideClock(state: HallState, command: ClockCommand, now: Millis): Decision {
  const { by, machine } = command;
  switch (command.type) {
    case "doubt-clock":
      return state.clockDoubt === null ? [{ type: "clock-doubted", v: 1, at: now, by, why: command.why, machine }] : [];
    case "clear-clock":
      return state.clockDoubt === null ? [] : [{ type: "clock-cleared", v: 1, at: now, by, machine }];
    case "confirm-clock":
      return confirm(state, command);
    default:
      return command satisfies never;
  }
}

/**
 * Forward, the hall goes on at the machine's instant. Back, its business day ends at the last instant it had, since within
 * a day instants never fall, and the machine's date begins, with the numbers behind those given on it before. Bookings of
 * that date and later are still to come.
 */
function confirm(state: HallState, command: ClockCommand & { type: "confirm-clock" }): Decision {
  const { by, machine } = command;
  const event = { v: 1, at: machine, by } as const;
  if (machine >= state.at) {
    return state.clockDoubt === null ? [] : [{ type: "clock-confirmed", ...event, why: state.clockDoubt.why }];
  }
  return [
    ...endOfWork(state, { v: 1, at: state.at, by }, (day) => day < command.date),
    { type: "clock-confirmed", ...event, why: "back" },
    ...bookingsToCome(state, command.date, event),
    dayOpened(event, command),
  ];
}
