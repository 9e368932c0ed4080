/** What stands around the ticket in hand: what was chosen, asked, refused, and what happened to the counter. */
import type { Outcome } from "../../shared/domain/vocabulary.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { PanelCommand } from "./commands.ts";

/** What a finished service is recorded with. */
export interface Choice {
  readonly outcome: Outcome | null;
  readonly quantity: number;
}

/** 来了吗?: asked of a ticket that was called and never started. `next`: whether the answer also calls the next. */
export interface Question {
  readonly ticket: string;
  readonly next: boolean;
  readonly askedAt: number;
}

/** A refusal and what it answered, so that it is said where it was pressed. */
export interface Trouble extends ApiProblem {
  readonly of: PanelCommand["type"] | "sign-out";
  readonly ticket: string | null;
}

/** What left this counter last. `to`: where it was sent on to; null where it ended, was missed or is held. */
export interface Left {
  readonly ticket: Ticket;
  readonly to: { readonly service: string | null; readonly counter: number | null } | null;
}

/** The counter was lost without this panel asking. */
export interface Notice {
  readonly type: "taken-over" | "closed";
  readonly counter: Counter;
}
