/** What can be asked for on the panel, and the request each command becomes. */
import type { Outcome, TicketClass, TransferPosition } from "../../shared/domain/vocabulary.ts";

/** Commands on the ticket in hand name it: pressed twice, or pressed late, they do nothing to another. */
export type InHandCommand =
  | { readonly type: "recall"; readonly ticket: string }
  | { readonly type: "start"; readonly ticket: string }
  | {
      readonly type: "finish";
      readonly ticket: string;
      readonly arrived: boolean;
      readonly outcome: Outcome | null;
      readonly quantity: number;
      readonly next: boolean;
    }
  | { readonly type: "miss"; readonly ticket: string; readonly next: boolean }
  | { readonly type: "hold"; readonly ticket: string }
  | {
      readonly type: "transfer";
      readonly ticket: string;
      readonly service: string | null;
      readonly to: number | null;
      readonly position: TransferPosition;
    };

export type CounterCommand =
  | InHandCommand
  | { readonly type: "call-next"; readonly silent?: true }
  | { readonly type: "undo" }
  | { readonly type: "ask-help" }
  | { readonly type: "answer-help" }
  | { readonly type: "call"; readonly ticket: string; readonly reason: string }
  | { readonly type: "resume"; readonly ticket: string }
  | { readonly type: "open" }
  | { readonly type: "take-over" }
  | { readonly type: "close" }
  /** `returnAt`: a local time HH:MM, or null where nobody can say. */
  | { readonly type: "pause"; readonly reason: string; readonly returnAt: string | null };

export type TicketCommand =
  | { readonly type: "cancel"; readonly ticket: string }
  | { readonly type: "requeue"; readonly ticket: string; readonly isNextHere: boolean }
  | { readonly type: "class"; readonly ticket: string; readonly class: TicketClass; readonly reason: string }
  | { readonly type: "assist"; readonly ticket: string; readonly assisted: boolean }
  | { readonly type: "services"; readonly ticket: string; readonly service: string; readonly now: boolean }
  | { readonly type: "legs"; readonly ticket: string; readonly order: readonly string[] };

export type PanelCommand = CounterCommand | TicketCommand;

export function counterPath(counter: number, command: CounterCommand): string {
  return `/api/counters/${String(counter)}/${command.type}`;
}

export function counterBody(command: CounterCommand): Readonly<Record<string, unknown>> {
  switch (command.type) {
    case "call-next":
      return command.silent === true ? { silent: true } : {};
    case "undo":
    case "ask-help":
    case "answer-help":
    case "open":
    case "take-over":
    case "close":
      return {};
    case "call":
      return { ticket: command.ticket, reason: command.reason };
    case "recall":
    case "start":
    case "hold":
    case "resume":
      return { ticket: command.ticket };
    case "miss":
      return { ticket: command.ticket, next: command.next };
    case "finish":
      return {
        ticket: command.ticket,
        ...(command.arrived && { arrived: true }),
        ...(command.outcome !== null && { outcome: command.outcome }),
        quantity: command.quantity,
        next: command.next,
      };
    case "transfer":
      return {
        ticket: command.ticket,
        ...(command.service !== null && { service: command.service }),
        ...(command.to !== null && { counter: command.to }),
        position: command.position,
      };
    case "pause":
      return { reason: command.reason, ...(command.returnAt !== null && { returnAt: command.returnAt }) };
    default:
      return command satisfies never;
  }
}

export function ticketPath(command: TicketCommand): string {
  return `/api/tickets/${encodeURIComponent(command.ticket)}/${command.type}`;
}

export function ticketBody(command: TicketCommand): Readonly<Record<string, unknown>> {
  switch (command.type) {
    case "cancel":
      return {};
    case "requeue":
      return command.isNextHere ? { position: "next-here" } : {};
    case "class":
      return { class: command.class, reason: command.reason };
    case "assist":
      return { assisted: command.assisted };
    case "services":
      return { service: command.service, now: command.now };
    case "legs":
      return { order: command.order };
    default:
      return command satisfies never;
  }
}

const ticketCommands: ReadonlySet<string> = new Set([
  "cancel",
  "requeue",
  "class",
  "assist",
  "services",
  "legs",
] satisfies TicketCommand["type"][]);

export function isTicketCommand(command: PanelCommand): command is TicketCommand {
  return ticketCommands.has(command.type);
}

/** Whatever brings the next resident is one kind: two of them in a row would call two. */
export function kindOf(command: CounterCommand): string {
  switch (command.type) {
    case "call-next":
    case "call":
    case "resume":
      return "next";
    case "finish":
    case "miss":
      return command.next ? "next" : "end";
    // Pressed twice by whoever needs help, the second press must not send it away.
    case "ask-help":
    case "answer-help":
      return "help";
    default:
      return command.type;
  }
}
