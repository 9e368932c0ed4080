/** The tables of tickets and bookings made anew from the journal alone: one row each, as it stood last. */
import type { Recorded } from "../../../server/domain/events.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { initialState } from "../../../server/domain/state.ts";
import { counterNamedBy } from "../../../server/domain/ticket.ts";
import type { HallOnDisk } from "./on-disk.ts";

interface TicketRow {
  readonly id: string;
  readonly seq: number;
  readonly date: string;
  readonly number: string;
  readonly service: string;
  readonly state: string;
  readonly counter: number | null;
  readonly data: string;
}

export function keptTickets(hall: HallOnDisk): TicketRow[] {
  const date = "(select substr(date, 1, 10) from days where days.seq < tickets.seq order by seq desc limit 1)";
  return hall.query<TicketRow>(
    `select data ->> 'id' as id, seq, ${date} as date, number, service, state, counter, data from tickets order by seq`,
  );
}

export function rebuiltTickets(journal: readonly Recorded[]): TicketRow[] {
  const rows = new Map<string, TicketRow>();
  const state = initialState();
  for (const event of journal) {
    evolve(state, event);
    for (const ticket of state.tickets.values()) {
      rows.set(ticket.id, {
        id: ticket.id,
        seq: ticket.issuedSeq,
        date: state.day?.date ?? "",
        number: ticket.number,
        service: ticket.service,
        state: ticket.state,
        counter: counterNamedBy(ticket),
        data: JSON.stringify(ticket),
      });
    }
  }
  return [...rows.values()].sort((a, b) => a.seq - b.seq);
}

/** Id and data of each row, by id. */
type BookingRow = readonly [id: string, data: string];

export function keptBookings(hall: HallOnDisk): BookingRow[] {
  return hall
    .query<{ id: string; data: string }>("select id, data from bookings order by id")
    .map(({ id, data }) => [id, data]);
}

export function rebuiltBookings(journal: readonly Recorded[]): BookingRow[] {
  const rows = new Map<string, string>();
  const state = initialState();
  for (const event of journal) {
    evolve(state, event);
    for (const booking of state.bookings.all()) rows.set(booking.id, JSON.stringify(booking));
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}
