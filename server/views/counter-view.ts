/** A counter as staff and screens see it. */
import type { Counter as CounterOnWire } from "../../shared/wire/counter.ts";
import type { CounterSnapshot, LobbyCounter } from "../../shared/wire/live.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Millis, StepName } from "../../shared/domain/vocabulary.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import { counterLabel, presetsOf, rulesOf, type Hall } from "../domain/hall.ts";
import { ticketInHand } from "../domain/state.ts";
import type { Counter } from "../domain/ticket.ts";
import { isStepWhole } from "../domain/undo.ts";
import type { EmergencyWords } from "./emergency-view.ts";
import { presetsOffered } from "./preset-view.ts";
import { ticketView, type Moment } from "./ticket-view.ts";

/** What staff are called, and what a note says; both lie outside the journal. */
export interface Words extends EmergencyWords {
  readonly name: (userId: string) => string;
  readonly note: (id: string) => string | null;
}

/** The same for whoever does not read notes. */
export function withoutNotes<W extends Pick<Words, "note">>(words: W): W {
  return { ...words, note: () => null };
}

/** A counter as it stands at a moment: all that views of it are made from, now or later. */
export interface CounterThen extends Pick<
  Counter,
  "number" | "state" | "clerk" | "tiers" | "returnAt" | "pauseNote" | "help" | "since"
> {
  readonly hall: Hall | null;
  readonly zone: ZoneClock;
  readonly inHand: TicketOnWire | null;
  readonly waiting: number;
  readonly undo: { readonly what: StepName; readonly number: string; readonly until: Millis } | null;
}

export function counterThen(moment: Moment, counter: Counter): CounterThen {
  const inHand = ticketInHand(moment.state, counter);
  return {
    hall: moment.state.hall,
    zone: moment.zone,
    number: counter.number,
    state: counter.state,
    clerk: counter.clerk,
    tiers: counter.tiers,
    returnAt: counter.returnAt,
    pauseNote: counter.pauseNote,
    inHand: inHand && ticketView(moment, inHand),
    waiting: waitingFor(moment, counter),
    help: counter.help,
    ...(counter.since !== undefined && { since: counter.since }),
    undo: undoableAt(moment, counter),
  };
}

export function counterView(moment: Moment, words: Words, counter: Counter): CounterOnWire {
  return counterViewThen(counterThen(moment, counter), words);
}

export function counterViewThen(counter: CounterThen, words: Words): CounterOnWire {
  const { number, state, clerk, pauseNote } = counter;
  return {
    number,
    ...aboutCounter(counter),
    state,
    clerk: clerk === null ? null : { id: clerk, name: words.name(clerk) },
    since: counter.since === undefined ? null : counter.zone.iso(counter.since),
    pause:
      state === "paused"
        ? { reason: pauseNote === null ? null : words.note(pauseNote), returnAt: returnAtOf(counter) }
        : null,
    tiers: counter.tiers.map((tier) => [...tier]),
    ...presetsNow(counter),
    ticket: counter.inHand,
    waiting: counter.waiting,
    undo: counter.undo && { ...counter.undo, until: counter.zone.iso(counter.undo.until) },
    help: helpOf(counter, words),
  };
}

export function lobbyCounter(counter: CounterThen): LobbyCounter {
  const { label, area } = aboutCounter(counter);
  return {
    counter: counter.number,
    label,
    area,
    state: counter.state,
    returnAt: returnAtOf(counter),
    number: counter.inHand?.number ?? null,
    ...(hasBegun(counter) && { serving: true as const }),
    services: [...new Set(counter.tiers.flat())],
  };
}

function hasBegun({ inHand, hall }: CounterThen): boolean {
  return inHand?.state === "serving" && hall?.rules.autoStart !== true;
}

export function counterSnapshot(counter: CounterThen): CounterSnapshot {
  const { inHand } = counter;
  return {
    counter: lobbyCounter(counter),
    name: aboutCounter(counter).name,
    inHand: inHand && {
      number: inHand.number,
      state: inHand.state,
      service: inHand.service,
      calledAt: inHand.calledAt,
      calls: inHand.calls,
    },
  };
}

function presetsNow({ hall, number, tiers }: CounterThen): Pick<CounterOnWire, "presets" | "presetNames" | "preset"> {
  const ofFile = hall?.counters.get(number);
  if (!hall || !ofFile) return { presets: [], presetNames: [], preset: null };
  const presets = Object.entries(presetsOf(hall, ofFile));
  const now = JSON.stringify(tiers);
  return {
    presets: presets.map(([name]) => name),
    presetNames: presetsOffered(hall, ofFile),
    preset: presets.find(([, each]) => JSON.stringify(each) === now)?.[0] ?? null,
  };
}

/** What residents read of a counter; null if the hall has none of that number. */
export function labelOf({ state }: Moment, number: number): Text | null {
  const counter = state.hall?.counters.get(number);
  return counter ? counterLabel(counter) : null;
}

/** Waiting tickets in the lines of the services it lists, and those that wait for it by name. */
function waitingFor({ state: { queue } }: Moment, { number, tiers }: Counter): number {
  let waiting = queue.directedTo(number).size;
  for (const services of tiers) for (const service of services) waiting += queue.inLineOf(service);
  return waiting;
}

/** What can be taken back here, as far as this counter's own events tell. */
function undoableAt({ state, now }: Moment, counter: Counter): CounterThen["undo"] {
  const [first] = counter.last?.replaced ?? [];
  if (!counter.last || !first || !isStepWhole(state, counter)) return null;
  const until = counter.last.at + rulesOf(state).undoSeconds * 1000;
  return now > until ? null : { what: counter.last.what, number: first.before.number, until };
}

function helpOf({ help, zone }: CounterThen, words: Words): CounterOnWire["help"] {
  return (
    help && {
      askedAt: zone.iso(help.askedAt),
      answeredAt: help.answeredAt === null ? null : zone.iso(help.answeredAt),
      answeredBy: help.answeredBy === null ? null : words.name(help.answeredBy),
    }
  );
}

function returnAtOf({ returnAt, zone }: CounterThen): string | null {
  return returnAt === null ? null : zone.iso(returnAt);
}

function aboutCounter({ hall, number }: CounterThen): Pick<CounterOnWire, "label" | "name" | "area"> {
  const counter = hall?.counters.get(number);
  const fallback = { zh: String(number), en: String(number) };
  return {
    label: counter ? counterLabel(counter) : fallback,
    name: counter?.name ?? fallback,
    area: counter?.area ?? "",
  };
}
