/** What components tell the page: something was pressed, chosen, opened. */
import type { PanelCommand } from "../data/commands.ts";
import type { Choice } from "../data/work-parts.ts";

/** What stands open in place of the buttons. */
export type Form = "transfer" | "pause" | "services";

/** The two sides of the panel: a counter where residents are called, the desk where they are helped. */
export type Side = "counter" | "desk";

abstract class PanelEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** A command for the hub. */
export class CommandEvent extends PanelEvent {
  static readonly type = "panel-command";
  constructor(readonly command: PanelCommand) {
    super(CommandEvent.type);
  }
}

/** The big button, or 只结束: what comes of it depends on the ticket in hand. */
export class StepEvent extends PanelEvent {
  static readonly type = "panel-step";
  constructor(readonly step: "main" | "finish") {
    super(StepEvent.type);
  }
}

/** 来了 or 没来; null takes the question back. */
export class AnswerEvent extends PanelEvent {
  static readonly type = "panel-answer";
  constructor(readonly hasCome: boolean | null) {
    super(AnswerEvent.type);
  }
}

export class ChoiceEvent extends PanelEvent {
  static readonly type = "panel-choice";
  constructor(readonly choice: Partial<Choice>) {
    super(ChoiceEvent.type);
  }
}

/** A form opens in place, or closes with null. */
export class FormEvent extends PanelEvent {
  static readonly type = "panel-form";
  constructor(readonly form: Form | null) {
    super(FormEvent.type);
  }
}

/** A missed one stands at the counter. */
export class TakeBackEvent extends PanelEvent {
  static readonly type = "panel-take-back";
  constructor(readonly ticket: string) {
    super(TakeBackEvent.type);
  }
}

export class TakeCounterEvent extends PanelEvent {
  static readonly type = "panel-take";
  constructor(
    readonly counter: number,
    readonly how: "open" | "take-over",
  ) {
    super(TakeCounterEvent.type);
  }
}

export class SignInEvent extends PanelEvent {
  static readonly type = "panel-sign-in";
  constructor(
    readonly user: string,
    readonly password: string,
  ) {
    super(SignInEvent.type);
  }
}

/** Something of the person's own: the other side, the password, the keys, going home. */
export class PersonEvent extends PanelEvent {
  static readonly type = "panel-person";
  constructor(readonly wish: Side | "password" | "shortcuts" | "sign-out") {
    super(PersonEvent.type);
  }
}

/** A line about what happened was read. */
export class DismissEvent extends PanelEvent {
  static readonly type = "panel-dismiss";
  constructor(readonly what: "notice" | "trouble") {
    super(DismissEvent.type);
  }
}
