/** What the station's parts tell the page that holds them. */
import type { Language } from "../shared/domain/vocabulary.ts";

/** A page a resident can go to by himself. */
export type Place = "services" | "all" | "priority" | "help" | "scan" | "check-in";

export class WentEvent extends Event {
  static readonly type = "went";
  constructor(readonly place: Place) {
    super(WentEvent.type, { bubbles: true, composed: true });
  }
}

export class ServiceChosenEvent extends Event {
  static readonly type = "service-chosen";
  constructor(readonly service: string) {
    super(ServiceChosenEvent.type, { bubbles: true, composed: true });
  }
}

export class ReasonChosenEvent extends Event {
  static readonly type = "reason-chosen";
  /** `reason` is a key of the hall's priority reasons; null gives the priority up. */
  constructor(readonly reason: string | null) {
    super(ReasonChosenEvent.type, { bubbles: true, composed: true });
  }
}

export class LanguageChosenEvent extends Event {
  static readonly type = "language-chosen";
  constructor(readonly language: Language) {
    super(LanguageChosenEvent.type, { bubbles: true, composed: true });
  }
}

export class PrintChosenEvent extends Event {
  static readonly type = "print-chosen";
  constructor(readonly isLarge: boolean) {
    super(PrintChosenEvent.type, { bubbles: true, composed: true });
  }
}

/** Somebody has typed the number of his booking, or his phone's. */
export class NumberTypedEvent extends Event {
  static readonly type = "number-typed";
  constructor(readonly digits: string) {
    super(NumberTypedEvent.type, { bubbles: true, composed: true });
  }
}

/** A page is read and done with. */
export class DoneEvent extends Event {
  static readonly type = "done";
  constructor() {
    super(DoneEvent.type, { bubbles: true, composed: true });
  }
}

/** The hub no longer knows this device. */
export class UnpairedEvent extends Event {
  static readonly type = "unpaired";
  constructor() {
    super(UnpairedEvent.type, { bubbles: true, composed: true });
  }
}
