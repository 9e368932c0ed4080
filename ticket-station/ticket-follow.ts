/** Follows one ticket from the moment it was taken until its resident turns away: its place, and what became of its slip. */
import type { HubConnection } from "../shared/ui/hub.ts";
import type { TicketEvent } from "../shared/wire/live.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import { patienceMillis, type SlipFacts } from "./slip-state.ts";

type PrintEvent = Extract<TicketEvent, { readonly print: unknown }>;
type AheadEvent = Extract<TicketEvent, { readonly ahead: unknown }>;

/** Dispatches `change`. */
export class TicketFollow extends EventTarget {
  private readonly since = performance.now();
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly end: () => void;
  private print: SlipFacts["print"];

  constructor(
    private now: Ticket,
    hub: HubConnection,
  ) {
    super();
    this.print = now.print;
    this.timer = setTimeout(() => this.changed(), patienceMillis);
    this.end =
      now.token === undefined
        ? () => undefined
        : hub.watch(`ticket/${now.token}`, {
            // The wire's promise for this topic.
            snapshot: (data) => this.take(data as Ticket),
            event: (event) => this.heard(event as TicketEvent),
          });
  }

  get ticket(): Ticket {
    return this.now;
  }

  get slip(): Omit<SlipFacts, "printer"> {
    return { print: this.print, waitedMillis: performance.now() - this.since };
  }

  close(): void {
    clearTimeout(this.timer);
    this.end();
  }

  private heard(event: TicketEvent): void {
    if (isPrint(event)) {
      this.print = event.print;
      this.changed();
    } else if (isAhead(event)) {
      this.take({ ...this.now, ahead: event.ahead, estimate: event.estimate });
    } else if ("ticket" in event) {
      this.take(event.ticket);
    }
  }

  /** Later frames may leave out the token, which only the answer to its taker carries. */
  private take(ticket: Ticket): void {
    this.now = { ...ticket, ...(this.now.token !== undefined && { token: this.now.token }) };
    if (ticket.print) this.print = ticket.print;
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

function isPrint(event: TicketEvent): event is PrintEvent {
  return event.type === "print";
}

function isAhead(event: TicketEvent): event is AheadEvent {
  return event.type === "ahead";
}
