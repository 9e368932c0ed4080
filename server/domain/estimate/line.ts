/**
 * The waiting line of one simulated future, in lanes: one for each service and class, and one for each counter's own
 * (sent there by name). Typed arrays throughout, for it is gone through tens of thousands of times a second.
 */
import { ticketClasses } from "../../../shared/domain/vocabulary.ts";

export const CLASSES = ticketClasses.length;
export const STATUTORY = ticketClasses.indexOf("statutory");
export const APPOINTMENT = ticketClasses.indexOf("appointment");
export const COURTESY = ticketClasses.indexOf("courtesy");
export const NORMAL = ticketClasses.indexOf("normal");

export class Line {
  /** First of each lane; -1 where it is empty. */
  readonly head: Int32Array;
  readonly #tail: Int32Array;
  readonly #next: Int32Array;
  readonly place: Float64Array;
  /** Seconds from the picture's instant; before it, negative. */
  readonly since: Float64Array;
  readonly lane: Int32Array;
  /** Call-nexts in a row that were appointments or courtesy, by counter. */
  readonly run: Int32Array;
  readonly #start: { head: Int32Array; tail: Int32Array; next: Int32Array; run: Int32Array };

  constructor({ lanes, entrants, counters }: { lanes: number; entrants: number; counters: number }) {
    this.head = new Int32Array(lanes).fill(-1);
    this.#tail = new Int32Array(lanes).fill(-1);
    this.#next = new Int32Array(entrants).fill(-1);
    this.place = new Float64Array(entrants);
    this.since = new Float64Array(entrants);
    this.lane = new Int32Array(entrants);
    this.run = new Int32Array(counters);
    this.#start = {
      head: this.head.slice(),
      tail: this.#tail.slice(),
      next: this.#next.slice(),
      run: this.run.slice(),
    };
  }

  /** Keeps the line as it stands now, to begin each future with. */
  keep(): void {
    const start = this.#start;
    start.head.set(this.head);
    start.tail.set(this.#tail);
    start.next.set(this.#next);
    start.run.set(this.run);
  }

  /** Back to the line that was kept. */
  restart(): void {
    const start = this.#start;
    this.head.set(start.head);
    this.#tail.set(start.tail);
    this.#next.set(start.next);
    this.run.set(start.run);
  }

  /** Puts an entrant into its lane by its place; whoever comes last, as nearly all do, is put there at once. */
  join(entrant: number): void {
    const lane = this.lane[entrant] ?? 0;
    const place = this.place[entrant] ?? 0;
    const tail = this.#tail[lane] ?? -1;
    if (tail >= 0 && (this.place[tail] ?? 0) <= place) {
      this.#next[tail] = entrant;
      this.#next[entrant] = -1;
      this.#tail[lane] = entrant;
      return;
    }
    let before = -1;
    let after = this.head[lane] ?? -1;
    while (after >= 0 && (this.place[after] ?? 0) <= place) {
      before = after;
      after = this.#next[after] ?? -1;
    }
    this.#next[entrant] = after;
    if (before < 0) this.head[lane] = entrant;
    else this.#next[before] = entrant;
    if (after < 0) this.#tail[lane] = entrant;
  }

  /** Takes the first out of a lane that has one. */
  take(lane: number): number {
    const entrant = this.head[lane] ?? -1;
    const next = this.#next[entrant] ?? -1;
    this.head[lane] = next;
    if (next < 0) this.#tail[lane] = -1;
    return entrant;
  }
}

/** The lane of a service and class. */
export function laneOf(service: number, ticketClass: number): number {
  return service * CLASSES + ticketClass;
}
