/**
 * What one printer has been seen to do, kept between slips: printers differ in what they tell, and only what a printer
 * has told before can be waited for. See docs/decisions/0003-printing.md.
 */
import { questions, type Question } from "./printer-status.ts";

/** Silences in a row after which a question is given up that was once answered. */
const SILENCES_OF_A_QUESTION = 3;
/** Silences in a row after which one that answered now and then counts as another printer, a mute one. */
const SILENCES_OF_ANOTHER = 3;
/** The same where it has given a sign after slips, and then was away: at five seconds apart, for a minute. */
const SILENCES_AFTER_AWAY = 12;
/** Slips a printer may take without any sign before it is believed to print and to give none. */
const SLIPS_WITHOUT_SIGN = 3;
/** How many times its first deadline a printer that is late is waited for at most. */
const MOST_PATIENCE = 3;

interface QuestionHabit {
  readonly isAnswered: boolean;
  /** In a row. */
  readonly silences: number;
}

export class PrinterHabits {
  /** `no`: it has never answered, or is taken for another one than that which did. */
  #answers: "unknown" | "yes" | "no" = "unknown";
  readonly #questions = new Map<Question, QuestionHabit>();
  #silences = 0;
  #wasAway = false;
  /** Whether it answers once it has a slip. */
  #confirms: "unknown" | "yes" | "no" = "unknown";
  /** Whether it closes its side after the hub has closed its own. */
  #closes: "unknown" | "yes" | "no" = "unknown";
  #isInDoubt = false;
  #slipsWithoutSign = 0;
  #patience = 1;

  /** What to ask, the likeliest to be answered first; `all`: also what has been given up. */
  wanted({ all }: { readonly all: boolean }): readonly Question[] {
    if (this.#answers === "no" && !all) return [];
    const [first, ...others] = questions;
    const hoped = others.filter((question) => !this.#isGivenUp(question));
    return all ? [first, ...hoped, ...others.filter((question) => this.#isGivenUp(question))] : [first, ...hoped];
  }

  /** By how much deadlines are to be longer, since this printer was late before. */
  patienceWith(question: Question): number {
    return this.#questions.get(question)?.isAnswered === true ? this.#patience : 1;
  }

  /** By how much it is to be waited for longer until it closes its side. */
  get patience(): number {
    return this.#patience;
  }

  /** Whether it is asked after a slip, and must answer. */
  get mustConfirm(): boolean {
    return this.#answers === "yes" && this.#confirms !== "no";
  }

  /** It has closed its side after the hub had closed its own, and always should; `no`: there is no waiting for it. */
  get closes(): "unknown" | "yes" | "no" {
    return this.#closes;
  }

  /** A slip went wrong on it, and it cannot be asked whether it is well again. */
  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  answered(question: Question): void {
    this.#questions.set(question, { isAnswered: true, silences: 0 });
    this.#answers = "yes";
    this.#silences = 0;
    this.#wasAway = false;
  }

  /** It answered others, but not this one. */
  silentAt(question: Question): void {
    const { isAnswered = false, silences = 0 } = this.#questions.get(question) ?? {};
    this.#questions.set(question, { isAnswered, silences: silences + 1 });
    if (isAnswered) this.#beMorePatient();
  }

  /** It answered nothing. Whether that is how this printer is; else it is in trouble. */
  isMuteAfterSilence(): boolean {
    if (this.#answers === "yes") {
      this.#silences += 1;
      this.#beMorePatient();
      const isAnother = this.#confirms === "yes" ? this.#isAnotherAfterAway() : this.#silences >= SILENCES_OF_ANOTHER;
      if (!isAnother) return false;
      this.forget();
    }
    this.#answers = "no";
    return true;
  }

  /** Nobody took the call: another printer may be put in its place. */
  away(): void {
    this.#wasAway = true;
  }

  /** It answered once it had a slip, and always should. */
  confirmed(): void {
    this.#confirms = "yes";
    this.#slipsWithoutSign = 0;
  }

  /** It took a slip and did not answer after it. Whether it is believed to answer before slips only. */
  isBelievedUnconfirmed(): boolean {
    this.#beMorePatient();
    if (this.#confirms === "yes" || !this.#isWithoutSignAgain()) return false;
    this.#confirms = "no";
    return true;
  }

  closed(): void {
    this.#closes = "yes";
    this.#slipsWithoutSign = 0;
    this.isItselfAgain();
  }

  /** It took a slip and did not close its side. Whether it is believed to print all the same. */
  isBelievedUnclosed(): boolean {
    if (this.#closes === "yes") this.#beMorePatient();
    if (this.#closes === "yes" || !this.#isWithoutSignAgain()) return false;
    this.#closes = "no";
    return true;
  }

  /** A slip of which something had left went wrong. */
  failed(): void {
    this.#isInDoubt = !this.mustConfirm;
  }

  /** It took an empty line as it should. */
  isItselfAgain(): void {
    this.#isInDoubt = false;
    this.#silences = 0;
    this.#wasAway = false;
  }

  /** It did not close an empty line as it used to. Whether that is how the printer is that stands there now. */
  isAnotherAfterSilence(): boolean {
    this.#silences += 1;
    if (!this.#isAnotherAfterAway()) return false;
    this.forget();
    return true;
  }

  forget(): void {
    this.#answers = "unknown";
    this.#questions.clear();
    this.#silences = 0;
    this.#wasAway = false;
    this.#confirms = "unknown";
    this.#closes = "unknown";
    this.#isInDoubt = false;
    this.#slipsWithoutSign = 0;
    this.#patience = 1;
  }

  #isAnotherAfterAway(): boolean {
    return this.#wasAway && this.#silences >= SILENCES_AFTER_AWAY;
  }

  #isGivenUp(question: Question): boolean {
    const habit = this.#questions.get(question);
    return habit !== undefined && habit.silences >= (habit.isAnswered ? SILENCES_OF_A_QUESTION : 1);
  }

  #isWithoutSignAgain(): boolean {
    this.#slipsWithoutSign += 1;
    return this.#slipsWithoutSign >= SLIPS_WITHOUT_SIGN;
  }

  #beMorePatient(): void {
    this.#patience = Math.min(MOST_PATIENCE, this.#patience + 1);
  }
}
