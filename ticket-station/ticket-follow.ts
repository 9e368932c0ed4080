/** Follows one ticket from the moment it was taken until its resident turns away: its place, and what became of its slip. */
import type { ApiAnswer } from "../shared/ui/api.ts";
import type { HubConnection } from "../shared/ui/hub.ts";
import type { TicketEvent } from "../shared/wire/live.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import { patienceMillis, type SlipFacts } from "./slip-state.ts";

type PrintEvent = Extract<TicketEvent, { readonly print: unknown }>;
type AheadEvent = Extract<TicketEvent, { readonly ahead: unknown }>;

/** How a slip stands; only the live word says what holds it up. */
interface Print {
  readonly job: string;
  readonly state: string;
  readonly problem?: string | null;
}

export interface FollowSources {
  readonly hub: Pick<HubConnection, "watch">;
  /** Asks how a ticket stands now. */
  readonly ask: (token: string) => Promise<ApiAnswer<Ticket>>;
}

/** A slip that is late is asked for so often: what the printer had to tell is passing, and may have passed unheard. */
const askAgainMillis = 10_000;

/** Dispatches `change`. */
export class TicketFollow extends EventTarget {
  private now: Omit<Ticket, "print">;
  private print: Print | undefined;
  private timer: ReturnType<typeof setTimeout>;
  private readonly end: () => void;
  /** Rises with every word of the slip, so that a slower answer never overwrites it. */
  private words = 0;
  private isOverdue = false;
  private isClosed = false;

  constructor(
    { print, ...ticket }: Ticket,
    private readonly sources: FollowSources,
  ) {
    super();
    this.now = ticket;
    this.print = print;
    this.timer = setTimeout(() => void this.lookAfterSlip(), patienceMillis);
    this.end =
      ticket.token === undefined
        ? () => undefined
        : sources.hub.watch(`ticket/${ticket.token}`, {
            // The wire's promise for this topic.
            snapshot: (data) => this.take(data as Ticket),
            event: (event) => this.heard(event as TicketEvent),
          });
  }

  get ticket(): Ticket {
    return this.now;
  }

  get slip(): Omit<SlipFacts, "printer"> {
    return { print: this.print, isOverdue: this.isOverdue };
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.end();
  }

  private heard(event: TicketEvent): void {
    if (isPrint(event)) {
      this.takePrint(event.print);
      this.changed();
    } else if (isAhead(event)) {
      this.take({ ...this.now, ahead: event.ahead, estimate: event.estimate });
    } else if ("ticket" in event) {
      this.take(event.ticket);
    }
  }

  /** Later frames may leave out the token, which only the answer to its taker carries. */
  private take({ print, ...ticket }: Ticket): void {
    this.now = { ...ticket, ...(this.now.token !== undefined && { token: this.now.token }) };
    if (print) this.takePrint(print);
    this.changed();
  }

  private takePrint(print: Print): void {
    this.words += 1;
    this.print = print.job === this.print?.job ? { ...this.print, ...print } : print;
  }

  /** Before a slip counts as not printed, and as long as it does, the hub is asked. */
  private async lookAfterSlip(): Promise<void> {
    const isOnItsWay = this.print !== undefined && this.print.state !== "printed";
    if (isOnItsWay && this.now.token !== undefined) await this.askForSlip(this.now.token);
    if (this.isClosed) return;
    this.isOverdue = true;
    this.timer = setTimeout(() => void this.lookAfterSlip(), askAgainMillis);
    this.changed();
  }

  private async askForSlip(token: string): Promise<void> {
    const before = this.words;
    const answer = await this.sources.ask(token);
    if (answer.ok && answer.value.print && before === this.words) this.takePrint(answer.value.print);
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
