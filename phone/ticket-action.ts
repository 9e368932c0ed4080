/** What a resident can do with a ticket. */
export type TicketAction = "cancel" | "requeue";

export class TicketActionEvent extends Event {
  static readonly type = "ticket-action";

  constructor(readonly action: TicketAction) {
    super(TicketActionEvent.type, { bubbles: true, composed: true });
  }
}
