/**
 * Makes observations of what was noticed. A ticket takes its counter from the call until it is let go, whether somebody
 * came or not, for so long nobody else is called there; time held does not count.
 */
import type { Millis } from "../../../shared/domain/vocabulary.ts";
import type { Noticed, Observation } from "./noticed.ts";

/** Whoever calls again only after so long was not at work in between. */
const GAP_AT_MOST = 30 * 60;

export class Observer {
  /** By whom a counter is taken, and since when. */
  readonly #taken = new Map<number, { readonly ticket: string; readonly since: Millis }>();
  /** When a counter let its last one go. */
  readonly #free = new Map<number, Millis>();
  /** How long those held were in hand before. */
  readonly #heldMillis = new Map<string, Millis>();
  /** When the hall's clock was set last: of what began before nobody knows how long it took. */
  #clockSetAt: Millis = Number.NEGATIVE_INFINITY;

  see(noticed: Noticed): readonly Observation[] {
    const { seq, at } = noticed;
    switch (noticed.what) {
      case "day-began":
        this.#forget();
        return [{ seq, kind: "day-began" }];
      case "clock-set":
        this.#forget();
        this.#clockSetAt = at;
        return [{ seq, kind: "clock-set" }];
      case "day-ended":
        return [{ seq, kind: "day-ended" }];
      case "joined":
        return [{ seq, kind: "joined", service: noticed.service, class: noticed.class, at }];
      case "left": {
        const { ticket, service } = noticed;
        if (noticed.since < this.#clockSetAt) return [];
        return [{ seq, kind: "left", ticket, service, at, waitSeconds: secondsSince(noticed.since, at) }];
      }
      case "called":
        return this.#called(noticed);
      case "resumed":
        this.#taken.set(noticed.counter, { ticket: noticed.ticket, since: at });
        this.#free.delete(noticed.counter);
        return [];
      case "let-go":
        return this.#letGo(noticed);
      case "counter-left":
        this.#free.delete(noticed.counter);
        return [];
      case "undone":
        return [];
      default:
        return noticed satisfies never;
    }
  }

  #called({ seq, at, ticket, service, since, counter }: Extract<Noticed, { what: "called" }>): readonly Observation[] {
    const freeSince = this.#free.get(counter);
    this.#free.delete(counter);
    this.#taken.set(counter, { ticket, since: at });
    if (since < this.#clockSetAt) return [];
    const called = { seq, kind: "called", ticket, service, at, waitSeconds: secondsSince(since, at) } as const;
    // Only where somebody waited all the while does it say how soon the counter calls again.
    if (freeSince === undefined || since > freeSince) return [called];
    const seconds = secondsSince(freeSince, at);
    return seconds > GAP_AT_MOST ? [called] : [called, { seq, kind: "called-again", seconds }];
  }

  #letGo(noticed: Extract<Noticed, { what: "let-go" }>): readonly Observation[] {
    const { seq, at, ticket, counter, isHeld, service, typicalSeconds, clerk } = noticed;
    const taken = this.#taken.get(counter);
    // A held one that lapses was let go before.
    if (taken?.ticket !== ticket) return [];
    this.#taken.delete(counter);
    this.#free.set(counter, at);
    const millis = at - taken.since + (this.#heldMillis.get(ticket) ?? 0);
    this.#heldMillis.delete(ticket);
    if (isHeld) {
      this.#heldMillis.set(ticket, millis);
      return [];
    }
    const seconds = Math.round(millis / 1000);
    // The hall's clock stands while the machine's has stepped back; nobody is served in no time.
    return seconds === 0 ? [] : [{ seq, kind: "served", service, typicalSeconds, clerk, seconds }];
  }

  #forget(): void {
    this.#taken.clear();
    this.#free.clear();
    this.#heldMillis.clear();
  }
}

function secondsSince(since: Millis, at: Millis): number {
  return Math.max(0, Math.round((at - since) / 1000));
}
