/** Who has come today, by ticket, and what has become of them as the player sees it. */
import type { Arrival } from "./plan.ts";

export interface Visit {
  readonly id: string;
  readonly number: string;
  /** The resident's key to the ticket. */
  readonly token: string;
  readonly arrival: Arrival;
}

export class Visits {
  readonly #byId = new Map<string, Visit>();
  /** Those whom the hub gave no number, by its reason. */
  readonly refused = new Map<string, number>();
  /** Called before the moment at which they would have left. */
  calledBeforeLeaving = 0;
  served = 0;
  left = 0;

  add(visit: Visit): void {
    this.#byId.set(visit.id, visit);
  }

  find(id: string): Visit | null {
    return this.#byId.get(id) ?? null;
  }

  /** What the rest of a visit is like: after a transfer, or when a missed one comes back. */
  change(id: string, rest: Partial<Arrival>): void {
    const visit = this.#byId.get(id);
    if (visit) this.#byId.set(id, { ...visit, arrival: { ...visit.arrival, ...rest } });
  }

  refuse(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  get all(): readonly Visit[] {
    return [...this.#byId.values()];
  }
}
