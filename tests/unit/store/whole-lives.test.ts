import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmByTimeService, confirmClock } from "../../../server/commands/confirm-clock.ts";
import { Moments } from "../../../server/commands/context.ts";
import type { Command } from "../../../server/domain/commands.ts";
import { MachineClock } from "../../support/machine-clock.ts";
import { canonical, folded } from "../domain/canonical.ts";
import { anySteps, commandOf, named, ticketsOf, type Step } from "../domain/random-day.ts";
import { anyHall } from "../domain/random-hall.ts";
import { smallHall, type SmallHall } from "../domain/small-hall.ts";
import { HallOnDisk } from "./on-disk.ts";
import { keepsTheRules } from "./journal-rules.ts";
import { keptBookings, keptTickets, rebuiltBookings, rebuiltTickets } from "./rebuilt.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/** What may happen to a hub between one turn and the next, and how often. */
const mishaps = {
  nothing: 12,
  "commit-fails": 3,
  "disk-is-full": 2,
  restart: 3,
  night: 1,
  "clock-leaps": 2,
  "clock-steps-back": 2,
  "clock-is-set-right": 2,
  "person-confirms": 2,
  "service-confirms": 1,
} as const;
type Mishap = keyof typeof mishaps;
// Its keys, which TypeScript forgets.
const names = Object.keys(mishaps) as Mishap[];

const anyMishaps = fc.array(
  fc.record({
    what: fc.oneof(...names.map((name) => ({ weight: mishaps[name], arbitrary: fc.constant(name) }))),
    size: fc.noBias(fc.nat({ max: 9999 })),
  }),
  { minLength: 40, maxLength: 60, size: "max" },
);

/** A hub, its disk and its machine, through whatever may happen to them. */
class Life {
  readonly hall: HallOnDisk;
  readonly #machine = new MachineClock();
  readonly #begun = this.#machine.now();
  readonly #acknowledged: string[] = [];
  #asked = 0;

  constructor() {
    this.hall = new HallOnDisk([], undefined, this.#machine);
  }

  async begins(small: SmallHall): Promise<void> {
    await this.hall.opens(smallHall({ ...small, expireAt: "18:00" }));
  }

  async turn(steps: readonly Step[]): Promise<(string | string[])[]> {
    const commands = steps.flatMap((step) => this.#commandOf(step) ?? []);
    for (const { kind, a } of steps) if (kind === "wait") this.#machine.advance({ minutes: a % 9 });
    const answers = await this.hall.asks(...commands);
    for (const [index, command] of commands.entries())
      if (Array.isArray(answers[index])) this.#acknowledged.push(...ticketsOf(command));
    return answers;
  }

  async suffers(what: Mishap, size: number, steps: readonly Step[]): Promise<void> {
    switch (what) {
      case "nothing":
        break;
      case "commit-fails":
        this.hall.failsNext(1);
        await this.#nothingOf(steps);
        break;
      case "disk-is-full":
        this.hall.isReadOnly(true);
        await this.#nothingOf(steps);
        this.hall.isReadOnly(false);
        break;
      case "restart":
        this.#isAsBefore();
        break;
      case "night":
        this.#machine.advance({ minutes: 15 * HOUR });
        break;
      case "clock-leaps":
        this.#moves(size % (60 * DAY));
        break;
      case "clock-steps-back":
        this.#moves(-(size % (3 * DAY)));
        break;
      case "clock-is-set-right":
        this.#moves((this.#begun + this.#machine.passed() - this.#begunPassed - this.#machine.now()) / 60_000);
        break;
      case "person-confirms":
        await this.hall.writer.submit(confirmClock(this.#parts, { by: "user:li", machine: this.#machine.now() }));
        break;
      case "service-confirms":
        await this.hall.writer.submit(confirmByTimeService(this.#parts, this.#machine.now()));
        break;
      default:
        what satisfies never;
    }
  }

  /** Everything that was acknowledged is in the journal, nothing else, and all that is kept follows from it. */
  isWhole(): void {
    this.#isAsBefore();
    const journal = this.hall.journal();
    keepsTheRules(journal);
    const issued = journal.flatMap((event) => (event.type === "ticket-issued" ? [event.ticket] : []));
    expect(issued).toEqual(this.#acknowledged);
    expect(keptTickets(this.hall)).toEqual(rebuiltTickets(journal));
    expect(keptBookings(this.hall)).toEqual(rebuiltBookings(journal));
    expect(canonical(folded(journal), Number.MAX_SAFE_INTEGER)).toEqual(this.#state);
    let date = "";
    const dates = new Map<string, string[]>();
    for (const event of journal) {
      if (event.type === "day-opened") ({ date } = event);
      if (event.type === "ticket-issued") dates.set(date, [...(dates.get(date) ?? []), event.ticket]);
    }
    for (const [day, tickets] of dates)
      expect(this.hall.store.listTickets({ date: day, limit: 10_000 }).map(({ id }) => id)).toEqual(tickets);
  }

  readonly #begunPassed = this.#machine.passed();

  get #parts() {
    return { writer: this.hall.writer, store: this.hall.store, moments: new Moments() };
  }

  /** All that is committed, so late that whoever waits has waited too long: how late it was looked at makes no odds. */
  get #state(): unknown {
    return structuredClone(canonical(this.hall.writer.state, Number.MAX_SAFE_INTEGER));
  }

  #commandOf(step: Step): Command | null {
    const command = commandOf(step, this.hall.writer.state);
    // Who ends a day is the hour alone, so that it shows where doubt does not hold it back.
    if (command?.type === "close-day") return null;
    this.#asked += 1;
    return command && named(command, `t${String(this.#asked)}`);
  }

  /** What is asked while nothing can be written has not happened, and everybody is told so. */
  async #nothingOf(steps: readonly Step[]): Promise<void> {
    const before = this.#state;
    const isAnythingWritten = steps.some(({ kind }) => kind === "issue");
    const answers = await this.turn(steps);
    if (isAnythingWritten) {
      expect(new Set(answers)).toEqual(new Set(["not-durable"]));
      expect(this.#state).toEqual(before);
    }
    this.hall.failsNext(0);
  }

  #isAsBefore(): void {
    const before = this.#state;
    this.hall.restarts();
    expect(this.#state).toEqual(before);
  }

  #moves(minutes: number): void {
    this.#machine.set(new Date(this.#machine.now() + minutes * 60_000).toISOString());
  }
}

describe("whatever happens to whatever hall", () => {
  it("gives no number twice, keeps what it has acknowledged and nothing else", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyHall, anySteps, anyMishaps, async (small, steps, happenings) => {
        const life = new Life();
        await life.begins(small);
        const perTurn = Math.ceil(steps.length / happenings.length);
        for (const [index, { what, size }] of happenings.entries()) {
          const turn = steps.slice(index * perTurn, (index + 1) * perTurn);
          await life.turn(turn);
          await life.suffers(what, size, turn);
        }
        life.isWhole();
        life.hall.isGone();
      }),
      { seed: 5, numRuns: 20, endOnFailure: true, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true },
    );
  });
});
