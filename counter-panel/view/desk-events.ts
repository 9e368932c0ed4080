/** What the guide's desk tells the page. */
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { TicketCommand } from "../data/commands.ts";
import type { TodayChange } from "../data/today.ts";
import type { Wish } from "../data/desk.ts";

/** A number is wanted. */
export class IssueEvent extends Event {
  static readonly type = "desk-issue";
  constructor(readonly wish: Wish) {
    super(IssueEvent.type, { bubbles: true, composed: true });
  }
}

/** Something is to be otherwise today, or paper numbers are to be entered. */
export class TodayEvent extends Event {
  static readonly type = "desk-today";
  constructor(readonly change: TodayChange) {
    super(TodayEvent.type, { bubbles: true, composed: true });
  }
}

/** A ticket is looked for by its number. */
export class FindEvent extends Event {
  static readonly type = "desk-find";
  constructor(readonly number: string) {
    super(FindEvent.type, { bubbles: true, composed: true });
  }
}

/** A ticket that stands on the page is looked at. */
export class LookEvent extends Event {
  static readonly type = "desk-look";
  constructor(readonly ticket: Ticket) {
    super(LookEvent.type, { bubbles: true, composed: true });
  }
}

/** A question was answered without a number, or the last one was not. */
export class TallyEvent extends Event {
  static readonly type = "desk-tally";
  constructor(readonly what: "count" | "undo") {
    super(TallyEvent.type, { bubbles: true, composed: true });
  }
}

/** Something is done to the ticket looked at. */
export class DeskCommandEvent extends Event {
  static readonly type = "desk-command";
  constructor(readonly command: TicketCommand) {
    super(DeskCommandEvent.type, { bubbles: true, composed: true });
  }
}

/** The guide goes to a counter that asked for help. */
export class AnswerHelpEvent extends Event {
  static readonly type = "desk-answer-help";
  constructor(readonly counter: number) {
    super(AnswerHelpEvent.type, { bubbles: true, composed: true });
  }
}

/** The slip is wanted once more. */
export class ReprintEvent extends Event {
  static readonly type = "desk-reprint";
  constructor() {
    super(ReprintEvent.type, { bubbles: true, composed: true });
  }
}
