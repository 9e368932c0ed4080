/**
 * Asks the hub for a number so that one tap gives one number: every try of a tap carries the same key,
 * and a hub that is away for a moment, or cannot write, is asked again.
 */
import type { Language, TicketClass } from "../shared/domain/vocabulary.ts";
import type { ApiAnswer, ApiOptions, ApiProblem } from "../shared/ui/api.ts";
import type { IssueTicket, Ticket } from "../shared/wire/ticket.ts";

/** What a resident has chosen. */
export interface Order {
  readonly service: string;
  readonly language: Language;
  readonly priority: { readonly class: TicketClass; readonly reason: string } | null;
}

/** What taking a number needs of the outside. */
export interface Outside {
  readonly post: (path: string, options: ApiOptions) => Promise<ApiAnswer<Ticket>>;
  readonly wait: (millis: number) => Promise<void>;
  readonly key: string;
  readonly token: string;
}

export type Taken =
  { readonly ok: true; readonly ticket: Ticket } | { readonly ok: false; readonly problem: ApiProblem };

const pausesMillis = [500, 1_000, 2_000, 3_000, 4_000] as const;

/** Nothing happened, or it is not known whether it did: the same key makes asking again safe. */
function isPassing(problem: ApiProblem): boolean {
  return problem.code === "hub-away" || problem.status === 503 || problem.status === 429;
}

export async function takeNumber(order: Order, { post, wait, key, token }: Outside): Promise<Taken> {
  const body: IssueTicket = {
    service: order.service,
    channel: "station",
    lang: order.language,
    ...(order.priority && { class: order.priority.class, reason: order.priority.reason }),
  };
  const ask = () => post("/api/tickets", { body, token, key, timeoutMillis: 6_000 });
  let answer = await ask();
  for (const pause of pausesMillis) {
    if (answer.ok || !isPassing(answer.problem)) break;
    await wait(Math.min(5_000, Math.max(pause, (answer.problem.retryAfterSeconds ?? 0) * 1000)));
    answer = await ask();
  }
  return answer.ok ? { ok: true, ticket: answer.value } : { ok: false, problem: answer.problem };
}
