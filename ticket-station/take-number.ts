/**
 * Asks the hub for a number so that one tap gives one number: every try of a tap carries the same key, and a hub that
 * is away for a moment, or cannot write, is asked again. A tap that was never answered may have been given its number:
 * the next tap for the same goes on with it, unless its slip has come out and somebody has it in hand.
 */
import type { Language, TicketClass } from "../shared/domain/vocabulary.ts";
import type { ApiAnswer, ApiOptions, ApiProblem } from "../shared/ui/api.ts";
import type { CheckIn } from "../shared/wire/booking.ts";
import type { IssueTicket, Ticket } from "../shared/wire/ticket.ts";

/** What a resident has chosen: a service, or to check in what he booked. */
export type Order = ServiceOrder | BookedOrder;

interface ServiceOrder {
  readonly service: string;
  readonly language: Language;
  readonly priority: { readonly class: TicketClass; readonly reason: string } | null;
}

interface BookedOrder {
  readonly booking: Omit<CheckIn, "lang">;
  readonly language: Language;
}

/** What taking a number needs of the outside. */
export interface Outside {
  readonly post: (path: string, options: ApiOptions) => Promise<ApiAnswer<Ticket>>;
  readonly newKey: () => string;
  readonly token: string;
  /** The ticket of this token as it stands now. */
  readonly look: (token: string) => Promise<ApiAnswer<Ticket>>;
}

/** `unsure`: no try was answered, and nobody here knows whether a number was given. */
export type Taken =
  | { readonly is: "given"; readonly ticket: Ticket }
  | { readonly is: "refused"; readonly problem: ApiProblem }
  | { readonly is: "unsure" };

const pausesMillis = [500, 1_000, 2_000, 3_000, 4_000] as const;

/** Whoever taps so long after a tap that was not answered is another resident. */
const sameTapMillis = 3 * 60_000;

/** One tap: what was ordered under which key. */
interface Tap {
  readonly order: Order;
  readonly key: string;
}

export class NumberTaker {
  private unheard: (Tap & { readonly at: number }) | null = null;

  constructor(private readonly outside: Outside) {}

  async take(order: Order): Promise<Taken> {
    const before = this.unheardLike(order);
    const taken = await this.tap(before ?? { order, key: this.outside.newKey() });
    if (before === null || taken.is !== "given" || !(await this.isSomebodyElses(taken.ticket))) return taken;
    return this.tap({ order, key: this.outside.newKey() });
  }

  private async tap(tap: Tap): Promise<Taken> {
    const taken = await this.tryOften(tap);
    if (taken.is === "unsure") this.unheard = { ...tap, at: performance.now() };
    else if (tap.key === this.unheard?.key) this.unheard = null;
    return taken;
  }

  /** The number of an unheard tap whose slip has come out, or that was called, has gone with whoever tapped first. */
  private async isSomebodyElses({ token }: Ticket): Promise<boolean> {
    const now = token === undefined ? null : await this.outside.look(token);
    if (!now?.ok) return false;
    const slip = now.value.print?.state;
    return slip === "printed" || slip === "printing" || now.value.state !== "waiting";
  }

  /** The language may differ: the number, if there is one, has its own already. */
  private unheardLike(order: Order): Tap | null {
    const { unheard } = this;
    if (!unheard || performance.now() - unheard.at >= sameTapMillis) return null;
    return wishOf(unheard.order) === wishOf(order) ? unheard : null;
  }

  private async tryOften({ order, key }: Tap): Promise<Taken> {
    const { post, token } = this.outside;
    const options = { body: bodyOf(order), token, key, timeoutMillis: 6_000 };
    const path = "booking" in order ? "/api/bookings/check-in" : "/api/tickets";
    let answer = await post(path, options);
    let isUnheard = isAway(answer);
    for (const pause of pausesMillis) {
      if (answer.ok || !isPassing(answer.problem)) break;
      await wait(Math.min(5_000, Math.max(pause, (answer.problem.retryAfterSeconds ?? 0) * 1000)));
      answer = await post(path, options);
      isUnheard ||= isAway(answer);
    }
    if (answer.ok) return { is: "given", ticket: answer.value };
    // Any other no is the hub's word that no try before was done: it would have answered that one again.
    return isUnheard && isPassing(answer.problem) ? { is: "unsure" } : { is: "refused", problem: answer.problem };
  }
}

/** What an order asks for, whatever the language. */
function wishOf(order: Order): string {
  return JSON.stringify("booking" in order ? order.booking : [order.service, order.priority?.reason ?? null]);
}

function bodyOf(order: Order): IssueTicket | CheckIn {
  if ("booking" in order) return { ...order.booking, lang: order.language };
  const { service, language, priority } = order;
  return {
    service,
    channel: "station",
    lang: language,
    ...(priority && { class: priority.class, reason: priority.reason }),
  };
}

/** Nothing happened, or it is not known whether it did: the same key makes asking again safe. */
function isPassing(problem: ApiProblem): boolean {
  return problem.code === "hub-away" || problem.status === 503 || problem.status === 429;
}

function isAway(answer: ApiAnswer<unknown>): boolean {
  return !answer.ok && answer.problem.code === "hub-away";
}

function wait(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
