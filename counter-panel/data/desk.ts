/** The guide's desk: numbers taken for residents, one ticket looked up and helped on, its slip printed again. */
import type { Language, TicketClass } from "../../shared/domain/vocabulary.ts";
import type { ApiAnswer, ApiProblem } from "../../shared/ui/api.ts";
import { tokenIn } from "../../shared/ui/scan-reader.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { ticketBody, ticketPath, type TicketCommand } from "./commands.ts";
import type { Ask } from "./ports.ts";
import type { QueueState } from "./queue-state.ts";
import type { Sender, Sending } from "./sender.ts";

/** What a number is taken for. */
export interface Wish {
  readonly service: string;
  readonly class: TicketClass;
  /** A key of the hall's reasons, where the class has one. */
  readonly reason: string | null;
  readonly lang: Language;
  readonly matters: number;
}

/** Where a refusal is said. */
export interface DeskTrouble extends ApiProblem {
  readonly of: "issue" | "find" | "ticket" | "help";
}

export interface DeskOptions {
  readonly ask: Ask;
  readonly sender: Sender;
  readonly changed: () => void;
}

/** Whoever presses again so soon after an answer was lost does it for the same resident. */
const sameResidentMillis = 30_000;

interface List<T> {
  readonly items: readonly T[];
}

export class Desk {
  /** The ticket looked at: just taken, or found by its number. */
  ticket: Ticket | null = null;
  /** Whether it was taken here just now. */
  isFresh = false;
  /** Its slips, newest first. */
  jobs: readonly PrintJob[] = [];
  /** A number that was looked for and is not today's. */
  missing: string | null = null;
  trouble: DeskTrouble | null = null;
  private isMakingSure = false;
  /** Counts what is looked up: an answer that a later press has overtaken is dropped. */
  private asked = 0;

  constructor(private readonly options: DeskOptions) {}

  get isIssuing(): boolean {
    return this.isMakingSure || this.options.sender.busy("issue") !== null;
  }

  get isBusyWithTicket(): boolean {
    return this.ticket !== null && this.options.sender.busy(laneOf(this.ticket.id)) !== null;
  }

  /** Takes a number; whether it was given. Its slips may be known later. */
  async issue({ service, class: ticketClass, reason, lang, matters }: Wish): Promise<boolean> {
    const body = { service, class: ticketClass, ...(reason !== null && { reason }), channel: "desk", lang, matters };
    const answer = await this.take({ lane: "issue", kind: "issue", path: "/api/tickets", body });
    if (!answer) return false;
    if (answer.ok) void this.look(answer.value, true);
    else this.refuse("issue", answer.problem);
    return answer.ok;
  }

  /** What was lost a while ago may have become the number of whoever stood here then: that is not given to the next. */
  private async take(sending: Sending): Promise<ApiAnswer<Ticket> | null> {
    if (this.isMakingSure) return null;
    const { sender } = this.options;
    const lostMillis = sender.lostFor(sending) ?? 0;
    const answer = await sender.send<Ticket>(sending);
    if (!answer?.ok || lostMillis < sameResidentMillis) return answer;
    this.isMakingSure = true;
    const isGone = await this.isInHand(answer.value.id);
    this.isMakingSure = false;
    // Of another kind: this is the same press, no bounce of it.
    return isGone ? sender.send({ ...sending, kind: "issue anew" }) : answer;
  }

  /** Whether somebody has gone with this number: its slip came out, or it was called. */
  private async isInHand(id: string): Promise<boolean> {
    const ticket = await this.options.ask<Ticket>("GET", `/api/tickets/${encodeURIComponent(id)}`);
    if (ticket.ok && ticket.value.state !== "waiting") return true;
    const jobs = await this.options.ask<List<PrintJob>>("GET", `/api/print-jobs?ticket=${encodeURIComponent(id)}`);
    return jobs.ok && jobs.value.items.some(({ state }) => state === "printed" || state === "printing");
  }

  /** Looks a ticket up by what is printed on its slip: its number, typed, or the address in its code, read by a scanner. */
  async find(typed: string): Promise<void> {
    const token = slipToken(typed);
    if (token !== null) return this.scan(token);
    const number = ticketNumber(typed);
    if (number === "") return;
    const asked = (this.asked += 1);
    const answer = await this.options.ask<List<Ticket>>("GET", `/api/tickets?number=${encodeURIComponent(number)}`);
    if (asked !== this.asked) return;
    if (!answer.ok) {
      this.refuse("find", answer.problem);
      return;
    }
    const found = answer.value.items[answer.value.items.length - 1];
    if (found) return this.look(found, false);
    this.ticket = null;
    this.missing = number;
    this.trouble = null;
    this.options.changed();
  }

  /** The ticket of a scanned slip, also of another day. */
  private async scan(token: string): Promise<void> {
    const asked = (this.asked += 1);
    const answer = await this.options.ask<Ticket>("GET", `/api/t/${encodeURIComponent(token)}`);
    if (asked !== this.asked) return;
    if (!answer.ok) {
      this.refuse("find", answer.problem);
      return;
    }
    // What its holder sees leaves the reason of a priority out; staff see it.
    await this.look(answer.value, false);
    await this.ask(answer.value.id);
  }

  async command(command: TicketCommand): Promise<void> {
    const answer = await this.options.sender.send<Ticket>({
      lane: laneOf(command.ticket),
      kind: command.type,
      path: ticketPath(command),
      body: ticketBody(command),
      ...(command.type === "legs" && { method: "PATCH" as const }),
    });
    if (!answer) return;
    if (answer.ok && this.ticket?.id === command.ticket) this.ticket = answer.value;
    this.settle(answer);
  }

  /** Says that one comes to a counter that asked for help; that somebody else said so before is no trouble. */
  async answerHelp(counter: number): Promise<void> {
    const answer = await this.options.sender.send({
      lane: `help/${String(counter)}`,
      kind: `answer-help/${String(counter)}`,
      path: `/api/counters/${String(counter)}/answer-help`,
      body: {},
    });
    if (answer?.ok === false && answer.problem.code !== "no-help-asked") this.refuse("help", answer.problem);
  }

  /** Prints the newest slip of the ticket again, marked as a copy. */
  async reprint(): Promise<void> {
    const [job] = this.jobs;
    if (!job) return;
    const path = `/api/print-jobs/${encodeURIComponent(job.id)}/reprint`;
    const answer = await this.options.sender.send<PrintJob>({
      lane: laneOf(job.ticket),
      kind: "reprint",
      path,
      body: {},
    });
    if (!answer) return;
    this.settle(answer);
    if (answer.ok) await this.loadJobs();
  }

  /** Follows the ticket looked at; one that has ended leaves the queue and is asked for once more. */
  follow(queue: QueueState): void {
    const { ticket } = this;
    if (!ticket) return;
    const live = queue.tickets.get(ticket.id);
    if (live) this.ticket = live;
    else if (isInQueue(ticket)) void this.ask(ticket.id);
  }

  /** Called every few seconds: a slip on its way to the printer is looked after until it is through. */
  async watchSlip(): Promise<void> {
    if (this.jobs.some(({ state }) => state === "pending" || state === "printing")) await this.loadJobs();
  }

  /** Nobody is signed in any more. */
  clear(): void {
    this.ticket = this.missing = this.trouble = null;
    this.jobs = [];
    this.asked += 1;
  }

  /** Shows a ticket: just given, or found. */
  async look(ticket: Ticket, isFresh: boolean): Promise<void> {
    this.asked += 1;
    this.ticket = ticket;
    this.isFresh = isFresh;
    this.jobs = [];
    this.missing = this.trouble = null;
    this.options.changed();
    await this.loadJobs();
  }

  private async ask(id: string): Promise<void> {
    const answer = await this.options.ask<Ticket>("GET", `/api/tickets/${encodeURIComponent(id)}`);
    if (answer.ok && this.ticket?.id === id) this.ticket = answer.value;
    this.options.changed();
  }

  private async loadJobs(): Promise<void> {
    const id = this.ticket?.id;
    if (id === undefined) return;
    const answer = await this.options.ask<List<PrintJob>>("GET", `/api/print-jobs?ticket=${encodeURIComponent(id)}`);
    if (answer.ok && this.ticket?.id === id) this.jobs = answer.value.items;
    this.options.changed();
  }

  /** What came of something done to the ticket looked at. */
  private settle(answer: ApiAnswer<unknown>): void {
    if (!answer.ok) {
      this.refuse("ticket", answer.problem);
      return;
    }
    this.trouble = null;
    this.options.changed();
  }

  private refuse(of: DeskTrouble["of"], problem: ApiProblem): void {
    this.trouble = { ...problem, of };
    this.options.changed();
  }
}

/** The token in a scanned code; what is typed by hand is a number, and far shorter than any token. */
function slipToken(typed: string): string | null {
  return tokenIn(typed.normalize("NFKC"));
}

/** A number as the slip has it, however it was typed: full width, small letters, spaces. */
export function ticketNumber(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

function laneOf(ticket: string): string {
  return `ticket/${ticket}`;
}

const ended: ReadonlySet<string> = new Set(["finished", "cancelled", "expired", "unfinished"]);

function isInQueue(ticket: Ticket): boolean {
  return !ended.has(ticket.state);
}
