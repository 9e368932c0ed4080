/** Whether the lobby's screens have shown the call in hand. Only what the hub has said counts; silence says nothing. */
import type { CounterEvent } from "../../shared/wire/live.ts";

export interface Delivery {
  readonly number: string;
  /** How many screens have shown it; 0 where none had after a second. */
  readonly screens: number;
  /** Whether one has begun to say it. */
  readonly isSpoken: boolean;
}

/** What an event of `counter/N` says of the call's delivery; null where it says nothing. */
export function deliveryIn(told: CounterEvent): Delivery | null {
  switch (told.type) {
    case "shown":
      return { number: told.number, screens: told.screens, isSpoken: told.spoken === true };
    case "not-shown":
      return { number: told.number, screens: 0, isSpoken: false };
    case "counter":
      return null;
    default:
      told satisfies never;
      return null;
  }
}
