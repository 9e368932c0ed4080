/** Random days in a hall, for properties. What a number means depends on how the hall stands then. */
import fc from "fast-check";
import type { ClockCommand, Command } from "../../../server/domain/commands.ts";
import type { HallState } from "../../../server/domain/state.ts";
import { transferPositions } from "../../../shared/domain/vocabulary.ts";
import { SLOT_MINUTES } from "./random-hall.ts";

/** Some are asked for more often, so that long lines come about. */
const wantedServices = ["a", "a", "a", "a", "b", "b", "m1", "m2", "c"] as const;

/** What comes of itself, at every step, or from outside the day. */
type HoursOwn =
  | "end-period"
  | "resume-due"
  | "read-calendar"
  | "import-calendar"
  | "miss-bookings"
  | "lapse-holds"
  | "lapse-emergency";

/** How often each kind of step comes. */
const kinds = {
  issue: 20,
  book: 9,
  "move-booking": 1,
  "cancel-booking": 1,
  "check-in": 10,
  "lift-suspension": 1,
  wait: 9,
  open: 6,
  "take-over": 1,
  pause: 1,
  close: 2,
  "call-next": 20,
  call: 6,
  resume: 5,
  recall: 4,
  start: 5,
  finish: 5,
  miss: 12,
  hold: 4,
  transfer: 9,
  cancel: 2,
  requeue: 12,
  reclassify: 2,
  assist: 1,
  undo: 8,
  "add-service": 4,
  "order-legs": 1,
  "ask-help": 1,
  "answer-help": 1,
  "load-hall": 1,
  "close-day": 1,
  "turn-day": 1,
  clock: 2,
  "stop-service": 2,
  "resume-service": 2,
  "set-tiers": 2,
  "extend-hall": 4,
  "issue-paper": 2,
  "answer-enquiry": 2,
  "take-back-enquiry": 2,
  "raise-emergency": 1,
  "end-emergency": 1,
} as const satisfies Record<
  Exclude<Command["type"], HoursOwn | "begin-epoch" | ClockCommand["type"]> | "wait" | "clock",
  number
>;

export type StepKind = keyof typeof kinds;

/** A step of a day; `a`, `b`, `c` pick from what there is. */
export interface Step {
  readonly kind: StepKind;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly yes: boolean;
}

/** Its keys, which TypeScript forgets. */
const kindNames = Object.keys(kinds) as StepKind[];
/** Even, since zeros would pick the same few over and over. */
const even = fc.noBias(fc.nat({ max: 9999 }));

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(...kindNames.map((kind) => ({ weight: kinds[kind], arbitrary: fc.constant(kind) }))),
  a: even,
  b: even,
  c: even,
  yes: fc.boolean(),
});

export const anySteps = fc.array(anyStep, { minLength: 150, maxLength: 300, size: "max" });

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("there is nothing to pick from");
  return item;
}

/** One of those that fit, or of all where none does. */
function pickWhere<T>(items: readonly T[], index: number, fits: (item: T) => boolean): T {
  const fitting = items.filter(fits);
  return pick(fitting.length > 0 ? fitting : items, index);
}

/** What somebody asks of the hall as it stands; now and then what cannot be, or in another's place. */
export function commandOf({ kind, a, b, c, yes }: Step, state: HallState): Command | null {
  const isOdd = c % 13 === 0;
  const counters = [...state.counters.values()];
  const tickets = [...state.tickets.values()];
  const needsHand = handKinds.has(kind);
  const counter = pickWhere(
    counters,
    a,
    ({ ticket, state: is }) => (is === "open" || (is === "paused" && needsHand)) && (ticket !== null) === needsHand,
  );
  const clerk = counter.clerk === null || isOdd ? `clerk-${String((b % 4) + 1)}` : counter.clerk;
  const at = { by: `user:${clerk}`, counter: c % 31 === 0 ? 99 : counter.number, clerk } as const;
  const inState = (wanted: string): string => {
    if (tickets.length === 0 || c % 29 === 0) return "nobody";
    return pickWhere(tickets, b, (each) => isOdd || each.state === wanted).id;
  };
  const bookings = [...state.bookings.all()];
  const bookingIn = (wanted: string): string =>
    bookings.length === 0 ? "nobody" : pickWhere(bookings, b, (each) => isOdd || each.state === wanted).id;
  const slotMillis = SLOT_MINUTES * 60_000;
  const slot = (Math.ceil(state.at / slotMillis) + (c % 4) + (c % 17 === 0 ? 288 : 0)) * slotMillis;
  const inHand = { ...at, ticket: c % 3 === 0 ? (isOdd ? inState("called") : counter.ticket) : null };
  const service = c % 23 === 0 ? "none" : pick(wantedServices, b);
  const ticketClass = pick(["statutory", "courtesy", "courtesy", "normal"] as const, c);
  switch (kind) {
    case "wait":
    case "turn-day":
    case "clock":
      return null;
    case "issue": {
      const channel = c % 5 === 0 ? "phone" : "station";
      const what = { service, class: a % 3 === 0 ? ticketClass : "normal", reason: null, channel, lang: "zh" } as const;
      return {
        type: kind,
        by: "device:station",
        ticket: `t${String(state.seq + 1)}`,
        ...what,
        matters: (b % 5) + 1,
        personId: c % 3 === 0 ? `person-${String(b % 7)}` : null,
        // Random days go on into the night.
        anyHour: true,
      };
    }
    case "book": {
      const who = { personId: `person-${String(a % 6)}`, channel: "phone", lang: "zh" } as const;
      return { type: kind, by: "resident", booking: `k${String(state.seq + 1)}`, service, start: slot, ...who };
    }
    case "move-booking":
      return { type: kind, by: "resident", booking: bookingIn("booked"), start: slot };
    case "cancel-booking":
      return { type: kind, by: "resident", booking: bookingIn("booked") };
    case "check-in": {
      const booking = bookingIn(yes || c % 3 > 0 ? "booked" : "missed");
      return { type: kind, by: "device:station", booking, ticket: `t${String(state.seq + 1)}`, lang: null };
    }
    case "lift-suspension":
      return { type: kind, by: at.by, personId: `person-${String(a % 6)}` };
    case "issue-paper": {
      const number = (digits: number): string => `P${String((digits % 40) + 1).padStart(isOdd ? 1 : 3, "0")}`;
      const item = (digits: number, index: number) => ({
        ticket: `p${String(state.seq + 1 + index)}`,
        number: number(digits),
        service: pick(["a", "b"], digits),
        takenAt: state.at - (digits % 30) * 60_000,
      });
      return { type: kind, by: at.by, lang: "zh", items: (yes ? [a, b] : [a]).map(item) };
    }
    case "stop-service":
      return { type: kind, by: at.by, service, until: yes ? state.at + (a % 10) * 60_000 : null, note: "note" };
    case "resume-service":
      return { type: kind, by: at.by, service: pick([...state.today.stopped.keys(), service], a) };
    case "answer-enquiry":
    case "take-back-enquiry":
      return { type: kind, by: at.by };
    case "raise-emergency": {
      const template = pick(["fire", "system", null, isOdd ? "none" : "medical"], b);
      const areas = yes ? null : [isOdd ? "nowhere" : "hall"];
      const what = { emergency: `e${String(state.seq + 1)}`, template, note: c % 2 === 0 ? "note" : null, areas };
      return { type: kind, by: at.by, ...what, minutes: (a % 10) + 1 };
    }
    case "end-emergency":
      return { type: kind, by: at.by };
    case "set-tiers": {
      const to = yes
        ? { preset: pick(["usual", "everything", "everything", "none"], a) }
        : { tiers: isOdd ? [["m1"], ["m2"]] : [["c"], ["m1", "m2", "b"]] };
      return { type: kind, by: at.by, counter: at.counter, to };
    }
    case "extend-hall":
      return { type: kind, by: at.by, until: state.at + (yes ? a % 10 : a % 600) * 60_000 };
    case "open": {
      const closed = pickWhere(counters, a, ({ state: is }) => is !== "open");
      const free = pickWhere(
        ["clerk-1", "clerk-2", "clerk-3", "clerk-4"],
        b,
        (name) => isOdd || !state.clerks.has(name),
      );
      return { type: kind, ...at, counter: closed.number, clerk: closed.clerk ?? free };
    }
    case "take-over":
      return { type: kind, ...at, clerk: `clerk-${String((b % 5) + 1)}` };
    case "close": {
      const awaited = pickWhere(
        counters,
        a,
        ({ number, ticket }) => ticket === null && state.queue.directedTo(number).size > 0,
      );
      return { type: kind, ...at, counter: awaited.number, clerk: isOdd ? clerk : (awaited.clerk ?? clerk) };
    }
    case "pause":
      return { type: kind, ...at, returnAt: null, note: "note" };
    case "call-next":
      return { type: kind, ...at, service: c % 5 === 0 ? service : null, silent: false };
    case "call":
      return { type: kind, ...at, ticket: inState(pick(callable, b)), note: "note" };
    case "resume": {
      const ticket = inState("held");
      const home = state.counters.get(state.tickets.get(ticket)?.counter ?? 0);
      return { type: kind, ...at, ...(home?.clerk && !isOdd && { counter: home.number, clerk: home.clerk }), ticket };
    }
    case "recall":
    case "start":
      return { type: kind, ...inHand };
    case "finish":
      return {
        type: kind,
        ...inHand,
        arrived: yes,
        outcome: a % 7 === 0 ? "left" : null,
        quantity: a % 3 === 0 ? (c % 4) + 1 : null,
        next: b % 2 === 0,
      };
    case "miss":
      return { type: kind, ...inHand, next: yes };
    case "hold":
      return { type: kind, ...inHand, note: null };
    case "transfer": {
      const to = b % 3 === 0 ? pick([...counters.map(({ number }) => number), 4], a + 1) : null;
      const position = a % 4 === 0 ? null : pick(transferPositions, a);
      return { type: kind, ...inHand, service: yes || to === null ? service : null, to, position };
    }
    case "cancel":
      return { type: kind, by: "resident", ticket: inState("waiting") };
    case "requeue": {
      const ticket = inState("missed");
      const missedBy = state.counters.get(state.tickets.get(ticket)?.counter ?? 0)?.clerk ?? clerk;
      return { type: kind, by: at.by, ticket, nextHere: a % 3 === 0, clerk: isOdd ? clerk : missedBy };
    }
    case "reclassify":
      return { type: kind, by: at.by, ticket: inState("waiting"), class: ticketClass, reason: null, note: null };
    case "undo": {
      const able = pickWhere(counters, a, ({ last, state: is }) => last !== null && is !== "closed");
      return { type: kind, ...at, counter: able.number, clerk: isOdd ? clerk : (able.clerk ?? clerk) };
    }
    case "ask-help":
    case "answer-help":
      return { type: kind, ...at };
    case "add-service": {
      const ticket = yes ? (counter.ticket ?? inState("serving")) : inState("waiting");
      return { type: kind, by: at.by, ticket, service, now: b % 2 === 0, clerk };
    }
    case "order-legs": {
      if (tickets.length === 0) return null;
      const several = pickWhere(tickets, b, ({ pending }) => pending.length > 1);
      return { type: kind, by: at.by, ticket: several.id, order: several.pending.map((leg) => leg.service).reverse() };
    }
    case "assist":
      return { type: kind, by: at.by, ticket: inState("waiting"), assisted: yes };
    case "load-hall":
      return state.hall && { type: kind, by: "hub", hall: state.hall.file };
    case "close-day":
      return b % 4 === 0 ? { type: kind, by: "hub" } : null;
    default:
      return kind satisfies never;
  }
}

/** Whom a clerk may think of calling by number. */
const callable = ["missed", "missed", "waiting", "waiting", "called", "called", "serving", "held"] as const;

/** A command under names of its own, where it gives any: what the state would name may be in the same turn twice. */
export function named(command: Command, name: string): Command {
  switch (command.type) {
    case "issue":
    case "check-in":
      return { ...command, ticket: name };
    case "book":
      return { ...command, booking: name };
    case "issue-paper": {
      const items = command.items.map((item, index) => ({ ...item, ticket: `${name}-${String(index)}` }));
      return { ...command, items };
    }
    default:
      return command;
  }
}

/** Whom a command gives a number. */
export function ticketsOf(command: Command): readonly string[] {
  if (command.type === "issue" || command.type === "check-in") return [command.ticket];
  return command.type === "issue-paper" ? command.items.map(({ ticket }) => ticket) : [];
}

const handKinds: ReadonlySet<StepKind> = new Set([
  "recall",
  "start",
  "finish",
  "miss",
  "hold",
  "transfer",
  "add-service",
]);
