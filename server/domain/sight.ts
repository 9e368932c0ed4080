/** What there is to see of the machine's clock at one moment. */
import type { ClockDoubt, Millis } from "../../shared/domain/vocabulary.ts";

export interface Sight {
  /** The hall's present instant; never before its last event. */
  readonly now: Millis;
  /** What the machine's clock shows. */
  readonly machine: Millis;
  readonly doubt: ClockDoubt | null;
}
