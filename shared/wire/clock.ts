/** The machine's clock as the hall sees it, and its confirmation. */
import Type, { type Static } from "typebox";
import { clockDoubts } from "../domain/vocabulary.ts";
import { Exactly, Instant, Nullable, OneOf } from "./common.ts";

export const ClockDoubtNow = Nullable(
  OneOf(clockDoubts, {
    description:
      "leap, pause: nothing expires and no day turns until it is confirmed; back: time stands until it has caught up",
  }),
);

export const ClockNow = Exactly({
  doubt: ClockDoubtNow,
  /** Null where nothing is in doubt, or the clock is only behind. */
  since: Nullable(Instant),
  /** The hall's time. */
  hall: Instant,
  /** What the machine's clock shows. */
  machine: Instant,
});
export type ClockNow = Static<typeof ClockNow>;

export const ConfirmClock = Exactly({
  machine: Type.String({
    pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$",
    description: "the machine's time as the person saw it; another than it now shows is refused: clock-changed",
  }),
});
