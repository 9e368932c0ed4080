/** What a screen knows of emergencies, and whether it shows one at an instant. No DOM, no clock of its own. */
import type { EmergencyTold } from "../wire/live.ts";
import type { Emergency } from "../wire/lobby.ts";

/** So long an all-clear stands on the glass. */
export const allClearMillis = 20_000;

export class EmergencyKeeper {
  private emergency: Emergency | null = null;
  /** When the last one ended by an all-clear, by the hub's clock. */
  private clearedAt: number | null = null;

  /** How it stands, by a snapshot: what came to an end unheard is over without a word. */
  stands(emergency: Emergency | null): void {
    this.emergency = emergency;
    if (emergency) this.clearedAt = null;
  }

  told({ emergency, allClear, at }: EmergencyTold): void {
    const wasShown = this.emergency !== null;
    this.stands(emergency);
    if (emergency === null && wasShown && allClear === true) this.clearedAt = Date.parse(at);
  }

  /**
   * What goes over everything at this instant of the hub's clock, in milliseconds. While the hub is out of reach, what it
   * raised lasts until its time is over.
   */
  shows(now: number, isLive: boolean): Emergency | "all-clear" | null {
    if (this.emergency) return isLive || now < Date.parse(this.emergency.until) ? this.emergency : null;
    return this.clearedAt !== null && now - this.clearedAt < allClearMillis ? "all-clear" : null;
  }
}
