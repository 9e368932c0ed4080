/**
 * The open tickets by what is asked of them with every number taken: how many a service has that were taken by phone, and
 * which a person has. An index over the state, never the truth.
 */
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import type { Ticket } from "./ticket.ts";

export class OpenTickets {
  /** How many were taken by phone, by service; and what each of them counts for. */
  readonly #byPhone = new Map<string, number>();
  readonly #countedFor = new Map<string, string>();
  readonly #ofPeople = new Map<string, Set<Ticket>>();

  /** Takes note of a ticket as it stands now; to be told of every change. */
  note(ticket: Ticket): void {
    const isOpen = isOpenState(ticket.state);
    if (ticket.channel === "phone") this.#countByPhone(ticket.id, isOpen ? ticket.service : undefined);
    if (ticket.personId !== null) this.#noteOf(ticket.personId, ticket, isOpen);
  }

  /** Open tickets whose present leg is of this service, taken by phone. */
  byPhone(service: string): number {
    return this.#byPhone.get(service) ?? 0;
  }

  ofPerson(personId: string): Iterable<Ticket> {
    return this.#ofPeople.get(personId) ?? [];
  }

  clear(): void {
    this.#byPhone.clear();
    this.#countedFor.clear();
    this.#ofPeople.clear();
  }

  #countByPhone(ticket: string, service: string | undefined): void {
    const before = this.#countedFor.get(ticket);
    if (before === service) return;
    if (before !== undefined) this.#byPhone.set(before, this.byPhone(before) - 1);
    if (service === undefined) this.#countedFor.delete(ticket);
    else {
      this.#countedFor.set(ticket, service);
      this.#byPhone.set(service, this.byPhone(service) + 1);
    }
  }

  #noteOf(person: string, ticket: Ticket, isOpen: boolean): void {
    const own = this.#ofPeople.get(person) ?? new Set();
    if (isOpen) this.#ofPeople.set(person, own.add(ticket));
    else if (own.delete(ticket) && own.size === 0) this.#ofPeople.delete(person);
  }
}
