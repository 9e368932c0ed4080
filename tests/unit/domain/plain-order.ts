/**
 * The calling order said a second time, slowly: plain arrays, straight from the sentences of domain.md, "Who is next".
 * It hears what happened and keeps its own lines; it reads no position that the journal gave.
 */
import type { TicketClass } from "../../../shared/domain/vocabulary.ts";
import type { Recorded } from "../../../server/domain/events.ts";
import type { Rules } from "../../../server/domain/hall.ts";
import { beforeAll, compare, inFront, own, type Place } from "./plain-place.ts";

interface Resident {
  readonly id: string;
  readonly issued: Place;
  service: string;
  class: TicketClass;
  /** Since when they wait on their present leg. */
  since: number;
  /** The slot of an appointment that has not been served yet. */
  dueAt: number | null;
  place: Place;
  isBehindSomebody: boolean;
}

export interface PlainCounter {
  readonly number: number;
  tiers: readonly (readonly string[])[];
  readonly takesOverflow: boolean;
  isAtWork: boolean;
  /** Classes of the day's call-nexts, in order. */
  calls: TicketClass[];
}

type Lines = Record<TicketClass, Resident[]>;

export class PlainOrder {
  readonly #residents = new Map<string, Resident>();
  #lines: Lines = { statutory: [], appointment: [], courtesy: [], normal: [] };
  /** Who waits for these keeps the place and is not called. */
  #stopped: readonly string[] = [];
  /** Starts of the slots that were booked. */
  readonly #slots = new Map<string, number>();
  /** The period that ended last, where those who wait are carried to the next one. */
  #carried: { readonly end: number; readonly next: number } | null = null;
  readonly #usual: readonly PlainCounter["tiers"][];
  /** Who waits for a counter by name. */
  #named = new Map<number, Resident[]>();

  constructor(
    private readonly rules: Rules,
    readonly counters: readonly PlainCounter[],
  ) {
    this.#usual = counters.map(({ tiers }) => tiers);
  }

  get waiting(): readonly string[] {
    return [...Object.values(this.#lines).flat(), ...[...this.#named.values()].flat()].map(({ id }) => id);
  }

  /** Whether somebody stands where they joined, and would so in any class. */
  hasPlaceOfItsOwn(id: string): boolean {
    const resident = this.#residents.get(id);
    return resident?.isBehindSomebody !== true && resident?.class !== "appointment";
  }

  /** Whom `call next` takes at a counter. */
  next(counter: PlainCounter, now: number, service: string | null = null): string | null {
    if (this.#carried && now < this.#carried.next) return null;
    const byName = this.#namedAt(counter.number).find((resident) => this.#isWanted(resident, service));
    return (byName ?? this.#nextInLine(counter, now, service))?.id ?? null;
  }

  /** Whether a normal one is a candidate where the counter would look now, and one by name would not go first. */
  hasNormalCandidate(counter: PlainCounter, now: number, service: string | null): boolean {
    return this.#candidates(counter, now, service).some((resident) => resident.class === "normal");
  }

  isByName(id: string): boolean {
    return [...this.#named.values()].flat().some((resident) => resident.id === id);
  }

  /** How many go before each who waits: let every counter call alone until nobody is left for it. */
  ahead(now: number): ReadonlyMap<string, number | null> {
    const fewest = (id: string, counters: readonly PlainCounter[]): number | null => {
      // Of a stopped service: how many go before once it is taken up again.
      const { service } = this.#resident(id);
      const counts = counters
        .map((counter) => this.#callsAlone(counter, now, service).indexOf(id))
        .filter((count) => count >= 0);
      return counts.length === 0 ? null : Math.min(...counts);
    };
    const inLine = ({ id, service, class: ticketClass }: Resident): number =>
      this.#lines[ticketClass]
        .filter((other) => other.service === service && !isNotDue(other, now))
        .findIndex((other) => other.id === id);
    const aheadOf = (resident: Resident): number | null =>
      !this.isByName(resident.id) && isNotDue(resident, now)
        ? null
        : (fewest(
            resident.id,
            this.counters.filter(({ isAtWork }) => isAtWork),
          ) ??
          fewest(resident.id, this.counters) ??
          inLine(resident));
    return new Map(this.waiting.map((id) => [id, aheadOf(this.#resident(id))]));
  }

  /** Hears an event. */
  hear(event: Recorded): void {
    switch (event.type) {
      case "ticket-issued": {
        const { ticket: id, service, class: ticketClass, dueAt } = event;
        const since = event.takenAt ?? event.at;
        const place = own(dueAt ?? since, event.seq);
        const issued = own(since, event.seq);
        const resident = { id, issued, service, class: ticketClass, since, dueAt, place, isBehindSomebody: false };
        this.#residents.set(id, resident);
        this.#join(resident);
        return;
      }
      case "booking-made":
      case "booking-moved":
        this.#slots.set(event.booking, event.start);
        return;
      case "booking-checked-in":
        this.#checkIn(this.#resident(event.ticket), this.#slots.get(event.booking) ?? 0);
        return;
      case "ticket-called":
        this.#leave(this.#resident(event.ticket));
        if (event.how === "next") this.#counter(event.counter).calls.push(this.#resident(event.ticket).class);
        return;
      case "ticket-cancelled":
      case "ticket-expired":
        this.#leave(this.#resident(event.ticket));
        return;
      case "ticket-requeued":
        this.#comeBack(this.#resident(event.ticket), event);
        return;
      case "ticket-transferred":
        this.#goOn(this.#resident(event.ticket), event);
        return;
      case "ticket-leg-finished":
        this.#goOn(this.#resident(event.ticket), { ...event, to: null });
        return;
      case "ticket-leg-begun":
        this.#resident(event.ticket).service = event.service;
        return;
      case "ticket-reclassified":
        this.#changeClass(this.#resident(event.ticket), event.class);
        return;
      case "counter-opened":
        this.#counter(event.counter).isAtWork = true;
        return;
      case "counter-closed":
        this.#counter(event.counter).isAtWork = false;
        for (const resident of this.#namedAt(event.counter).splice(0)) {
          resident.place = resident.issued;
          this.#join(resident);
        }
        return;
      case "day-opened":
        for (const counter of this.counters) counter.calls = [];
        this.#stopped = [];
        this.#carried = null;
        this.#resetTiers();
        return;
      case "period-ended": {
        const { end, next } = event;
        this.#carried = this.rules.periodEnd === "carry" && next !== null ? { end, next } : null;
        return;
      }
      case "hall-extended":
        // The period goes on.
        if (event.end === this.#carried?.end) this.#carried = null;
        return;
      case "hall-loaded":
        this.#resetTiers();
        return;
      case "counter-tiers-set":
        this.#counter(event.counter).tiers = event.tiers;
        return;
      case "service-stopped":
        this.#stopped = [...this.#stopped, event.service];
        return;
      case "service-resumed":
        this.#stopped = this.#stopped.filter((service) => service !== event.service);
        return;
      default:
    }
  }

  #resetTiers(): void {
    for (const [index, counter] of this.counters.entries()) counter.tiers = this.#usual[index] ?? [];
  }

  #isWanted(resident: Resident, service: string | null): boolean {
    return (service === null || resident.service === service) && !this.#stopped.includes(resident.service);
  }

  #nextInLine(counter: PlainCounter, now: number, service: string | null): Resident | undefined {
    const candidates = this.#candidates(counter, now, service);
    const firstOf = (ticketClass: TicketClass): Resident | undefined =>
      this.#lines[ticketClass].find((resident) => candidates.includes(resident));
    const isNormalsTurn = this.#isRunOver(counter) && firstOf("normal") !== undefined;
    const chosen =
      firstOf("statutory") ??
      (isNormalsTurn ? firstOf("normal") : undefined) ??
      firstOf("appointment") ??
      firstOf("courtesy") ??
      firstOf("normal");
    // Nobody else at all: then an appointment that is not yet due.
    return (
      chosen ??
      this.#lines.appointment.find(
        (resident) => isListed(counter, resident, service) && this.#isWanted(resident, service),
      )
    );
  }

  /** The waiting of the first tier that has any; who has waited too long counts for the very first. */
  #candidates(counter: PlainCounter, now: number, service: string | null): Resident[] {
    const due = Object.values(this.#lines)
      .flat()
      .filter((resident) => isListed(counter, resident, service) && !isNotDue(resident, now))
      .filter((resident) => this.#isWanted(resident, service));
    const tierOf = (resident: Resident): number =>
      counter.takesOverflow && now - resident.since > this.rules.overflowMinutes * 60_000
        ? 0
        : counter.tiers.findIndex((tier) => tier.includes(resident.service));
    const lowest = Math.min(...due.map(tierOf));
    return due.filter((resident) => tierOf(resident) === lowest);
  }

  #isRunOver(counter: PlainCounter): boolean {
    const counted = counter.calls.filter((ticketClass) => ticketClass !== "statutory").slice(-this.rules.priorityRun);
    return counted.length === this.rules.priorityRun && counted.every((ticketClass) => ticketClass !== "normal");
  }

  #callsAlone(counter: PlainCounter, now: number, resumed: string): string[] {
    const alone = new PlainOrder(this.rules, []);
    alone.#stopped = this.#stopped.filter((service) => service !== resumed);
    const line = (ticketClass: TicketClass): Resident[] => [...this.#lines[ticketClass]];
    alone.#lines = {
      statutory: line("statutory"),
      appointment: line("appointment"),
      courtesy: line("courtesy"),
      normal: line("normal"),
    };
    alone.#named = new Map([[counter.number, [...this.#namedAt(counter.number)]]]);
    const copy = { ...counter, calls: [...counter.calls] };
    const called: string[] = [];
    for (let next = alone.next(copy, now); next !== null; next = alone.next(copy, now)) {
      const resident = this.#resident(next);
      alone.#leave(resident);
      copy.calls.push(resident.class);
      called.push(next);
    }
    return called;
  }

  /** In time it joins at its slot, as an appointment; else it is like any other that comes now. */
  #checkIn(resident: Resident, slot: number): void {
    this.#leave(resident);
    const isInTime = resident.since <= slot + this.rules.lateGraceMinutes * 60_000;
    resident.class = isInTime ? "appointment" : "normal";
    resident.dueAt = isInTime ? slot : null;
    resident.place = own(isInTime ? slot : resident.since, resident.issued[2] ?? 0);
    this.#join(resident);
  }

  #comeBack(resident: Resident, event: Extract<Recorded, { type: "ticket-requeued" }>): void {
    resident.since = event.at;
    if (event.nextHere !== null) {
      this.#namedAt(event.nextHere).unshift(resident);
      return;
    }
    const line = this.#lines[resident.class];
    const alike = line.filter((other) => other.service === resident.service && !isNotDue(other, event.at));
    const behind = alike[this.rules.requeueBehind - 1];
    if (behind) {
      resident.place = behind.place;
      resident.isBehindSomebody = true;
      line.splice(line.indexOf(behind) + 1, 0, resident);
      return;
    }
    resident.place = this.rules.requeueBehind === 0 ? beforeAll(event.seq) : own(event.at, event.seq);
    this.#join(resident);
  }

  #goOn(
    resident: Resident,
    event: Pick<Extract<Recorded, { type: "ticket-transferred" }>, "at" | "seq" | "service" | "placed" | "to">,
  ): void {
    resident.since = event.at;
    resident.dueAt = null;
    resident.service = event.service;
    const places = { front: inFront(event.seq), issued: resident.issued, back: own(event.at, event.seq) };
    resident.place = places[event.placed];
    if (event.to === null) this.#join(resident);
    else this.#namedAt(event.to).push(resident);
  }

  #changeClass(resident: Resident, ticketClass: TicketClass): void {
    const isInLine = this.#lines[resident.class].includes(resident);
    if (isInLine) this.#leave(resident);
    resident.class = ticketClass;
    if (isInLine) this.#join(resident);
  }

  /** Joins the line of its class at its own place; those who were put behind somebody at that place stay behind. */
  #join(resident: Resident): void {
    resident.isBehindSomebody = false;
    const line = this.#lines[resident.class];
    const index = line.findIndex((other) => compare(other.place, resident.place) >= 0);
    line.splice(index < 0 ? line.length : index, 0, resident);
  }

  #leave(resident: Resident): void {
    for (const line of [...Object.values(this.#lines), ...this.#named.values()]) {
      const index = line.indexOf(resident);
      if (index >= 0) line.splice(index, 1);
    }
  }

  #namedAt(counter: number): Resident[] {
    const named = this.#named.get(counter) ?? [];
    this.#named.set(counter, named);
    return named;
  }

  #resident(id: string): Resident {
    const resident = this.#residents.get(id);
    if (!resident) throw new Error(`nobody goes by ${id}`);
    return resident;
  }

  #counter(number: number): PlainCounter {
    const counter = this.counters.find((each) => each.number === number);
    if (!counter) throw new Error(`there is no counter ${String(number)}`);
    return counter;
  }
}

function isNotDue(resident: Resident, now: number): boolean {
  return resident.dueAt !== null && resident.dueAt > now;
}

function isListed(counter: PlainCounter, resident: Resident, service: string | null): boolean {
  const isWanted = service === null || resident.service === service;
  return isWanted && counter.tiers.some((tier) => tier.includes(resident.service));
}
