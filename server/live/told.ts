/**
 * One event as the live side keeps it: what happened and how things stood right after, from which each topic's frame is
 * made when somebody is to hear it. One frame a topic and seq. Keeping is on the path of every ticket taken, so nothing
 * is written out, and nothing made, before that.
 */
import type { CounterEvent, LobbyCall, LobbyEvent, QueueEvent } from "../../shared/wire/live.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import { goesOn } from "../../shared/domain/legs.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { EventType, Recorded } from "../domain/events.ts";
import type { EmergencyNow } from "../domain/emergency.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import {
  counterSnapshot,
  counterThen,
  counterViewThen,
  lobbyCounter,
  withoutNotes,
  type CounterThen,
  type Words,
} from "../views/counter-view.ts";
import { emergencyTold, emergencyView } from "../views/emergency-view.ts";
import type { Hall } from "../domain/hall.ts";
import { answeredToday } from "../views/enquiry-view.ts";
import { ticketView, withoutReason, type Moment } from "../views/ticket-view.ts";

/** A topic of the journal. A ticket's stands by its id, never its token. */
export type JournalTopic =
  | { readonly kind: "lobby" | "queue" | "queue-without-notes" }
  | { readonly kind: "counter"; readonly number: number }
  | { readonly kind: "ticket"; readonly id: string };

/** The hub's own name of a topic. */
export function nameOf(topic: JournalTopic): string {
  switch (topic.kind) {
    case "lobby":
    case "queue":
    case "queue-without-notes":
      return topic.kind;
    case "counter":
      return `counter/${String(topic.number)}`;
    case "ticket":
      return `ticket:${topic.id}`;
  }
}

/** By voice area, the screen that says a call of a counter's area made at an instant. */
export type SpeakersOf = (area: string, at: Millis, zone: ZoneClock) => Readonly<Record<string, string>>;

interface ResidentEvent {
  readonly type: string;
  readonly at: string;
  readonly ticket: TicketOnWire;
}

const callTypes: ReadonlySet<EventType> = new Set(["ticket-called", "ticket-resumed", "ticket-recalled"]);
/** With these a number is wanted at its counter no more, or its call was taken back. */
const endsCalls: ReadonlySet<EventType> = new Set([
  "ticket-missed",
  "ticket-held",
  "ticket-finished",
  "ticket-left-unfinished",
  "ticket-leg-finished",
  "ticket-transferred",
  "step-undone",
]);

export class Told {
  readonly seq: number;
  /** Not the event itself: of its many fields few are told. */
  readonly type: EventType;
  private readonly instant: Millis;
  private readonly isSilent: boolean;
  /** Null where nobody was called, or nobody has chosen. */
  private speakers: Readonly<Record<string, string>> | null = null;
  private readonly date: string | null;
  /** Whether a call was taken back. */
  private readonly isWithdrawn: boolean;
  private readonly zone: ZoneClock | null;
  private readonly counter: CounterThen | null;
  private readonly ticket: TicketOnWire | null;
  /** Waiting tickets of the ticket's service. */
  private readonly waiting: number;
  /** Questions answered today, where it was one or one not counted after all. */
  private readonly enquiries: number | null;
  /** How it stands, where it is about an emergency. */
  private readonly emergency: { readonly now: EmergencyNow | null; readonly hall: Hall | null } | null;
  private readonly isAllClear: boolean;
  /** Every screen that comes back asks for these few words; the other topics' are long, and asked for by few. */
  private lobby: string | null | undefined = undefined;

  /** @param moment right after the event; null where no hall is loaded, of which there is nothing to tell. */
  constructor(event: Recorded, moment: Moment | null, speakersOf: SpeakersOf | null = null) {
    const counter = moment && "counter" in event ? moment.state.counters.get(event.counter) : undefined;
    const ticket = moment && "ticket" in event ? moment.state.tickets.get(event.ticket) : undefined;
    this.seq = event.seq;
    this.type = event.type;
    this.instant = event.at;
    this.isSilent = event.type === "ticket-called" && event.silent;
    this.isWithdrawn = event.type === "step-undone" && event.withdrawn;
    this.date = event.type === "day-opened" ? event.date : null;
    this.zone = moment?.zone ?? null;
    this.counter = moment && counter ? counterThen(moment, counter) : null;
    this.ticket = moment && ticket ? ticketView(moment, ticket) : null;
    this.enquiries = moment && event.type.startsWith("enquiry-") ? answeredToday(moment) : null;
    this.emergency = moment && "emergency" in event ? { now: moment.state.emergency, hall: moment.state.hall } : null;
    this.isAllClear = event.type === "emergency-ended" && event.by !== "hub";
    if (speakersOf) this.chooseSpeakers(speakersOf);
    this.waiting = moment && ticket ? moment.state.queue.waitingOf(ticket.service) : 0;
  }

  /** Names who says it, where it is a call: as it is made, or as soon as a hub that has just started knows its screens. */
  chooseSpeakers(speakersOf: SpeakersOf): void {
    if (!callTypes.has(this.type) || this.counter === null || this.zone === null) return;
    this.speakers = speakersOf(lobbyCounter(this.counter).area, this.instant, this.zone);
  }

  /** Whether somebody is called by it, or no longer. */
  get concernsCalls(): boolean {
    return callTypes.has(this.type) || endsCalls.has(this.type);
  }

  /** Where it may be of interest. */
  get topics(): readonly JournalTopic[] {
    const { counter, ticket } = this;
    if (this.zone === null) return [];
    return [
      { kind: "lobby" },
      ...(counter ? [{ kind: "counter" as const, number: counter.number }] : []),
      ...(ticket ? [{ kind: "ticket" as const, id: ticket.id }] : []),
      { kind: "queue" },
      { kind: "queue-without-notes" },
    ];
  }

  /** The event as JSON for those who watch the topic; null where it is none of theirs. */
  textOn(topic: JournalTopic, words: Words): string | null {
    switch (topic.kind) {
      case "lobby":
        if (this.lobby === undefined) this.lobby = text(this.lobbyEvent(words));
        return this.lobby;
      case "queue":
        return text(this.queueEvent(words));
      case "queue-without-notes":
        return text(this.queueEvent(withoutNotes(words)));
      case "counter":
        return this.counter?.number === topic.number ? text(this.counterEvent()) : null;
      case "ticket":
        return this.ticket?.id === topic.id ? text(this.residentEvent()) : null;
    }
  }

  lobbyEvent(words: Words): LobbyEvent | null {
    const { type, at, ticket, counter, waiting } = this;
    if (at === null) return null;
    switch (type) {
      case "ticket-called":
      case "ticket-resumed":
      case "ticket-recalled":
        return this.call();
      case "ticket-missed":
      case "ticket-held":
      case "ticket-finished":
      case "ticket-left-unfinished":
      case "ticket-leg-finished":
      case "ticket-transferred": {
        if (!ticket || !counter) return null;
        const { number, state, service } = ticket;
        return { type: "left", at, number, counter: counter.number, state, service, waiting };
      }
      case "ticket-issued":
      case "ticket-requeued":
      case "ticket-cancelled":
      case "ticket-expired":
        return ticket && { type: "waiting", at, service: ticket.service, waiting };
      case "counter-opened":
      case "counter-paused":
      case "counter-closed":
        return counter && { type: "counter", at, counter: lobbyCounter(counter) };
      case "day-opened":
        return this.date === null ? null : { type: "day", at, date: this.date };
      case "counter-tiers-set":
        return counter && { type: "counter", at, counter: lobbyCounter(counter) };
      case "hall-loaded":
      case "service-stopped":
      case "service-resumed":
      case "hall-extended":
      case "period-ended":
      case "calendar-imported":
        return { type: "hall", at };
      case "step-undone":
        return this.undone();
      case "emergency-raised":
      case "emergency-ended":
        return this.emergencyEvent(words);
      case "ticket-started":
      case "ticket-service-added":
      case "ticket-legs-ordered":
      case "ticket-leg-begun":
      case "counter-help-asked":
      case "counter-help-answered":
      case "ticket-returned":
      case "ticket-reclassified":
      case "ticket-assisted":
      case "counter-taken-over":
      case "day-closed":
      case "epoch-begun":
      case "clock-doubted":
      case "clock-cleared":
      case "clock-confirmed":
      case "booking-made":
      case "booking-moved":
      case "booking-cancelled":
      case "booking-checked-in":
      case "booking-missed":
      case "booking-restored":
      case "suspension-lifted":
      case "calendar-read":
      case "enquiry-answered":
      case "enquiry-taken-back":
        return null;
      default:
        return type satisfies never;
    }
  }

  /** A call for the lobby: never a class, never a reason, never a name. Null where nobody was called. */
  call(): LobbyCall | null {
    const { type, at, ticket, counter, waiting } = this;
    if (!callTypes.has(type)) return null;
    if (at === null || !ticket || !counter) return null;
    const { label, area } = lobbyCounter(counter);
    const { spoken, silent } = counter.hall?.counters.get(counter.number) ?? {};
    return {
      type: "called",
      number: ticket.number,
      counter: counter.number,
      label,
      ...(spoken && { spoken }),
      area,
      service: ticket.service,
      lang: ticket.lang,
      times: ticket.calls,
      ...((this.isSilent || silent === true) && { silent: true as const }),
      ...(goesOn(ticket.legs) && { transferred: true as const }),
      ...(this.speakers && { speakers: this.speakers }),
      at,
      waiting,
    };
  }

  /** The counter at which a service has begun, as a passing event; null for every other event. */
  begun(): (LobbyEvent & { readonly type: "counter" }) | null {
    const { at, counter, type } = this;
    if (type !== "ticket-started" || at === null || counter === null) return null;
    const lobby = lobbyCounter(counter);
    return lobby.serving === true ? { type: "counter", at, counter: lobby } : null;
  }

  /** The number whose call was taken back; null for every other event. */
  get withdrawn(): string | null {
    return this.isWithdrawn ? (this.ticket?.number ?? null) : null;
  }

  /** A call is taken off the screens; a resident who is back in hand needs no second call. */
  private undone(): LobbyEvent | null {
    const { at, ticket, counter, waiting } = this;
    if (at === null || !ticket || !counter) return null;
    const { number, service } = ticket;
    const lobby = lobbyCounter(counter);
    return this.isWithdrawn
      ? { type: "withdrawn", at, number, counter: counter.number, inHand: lobby.number, service, waiting }
      : { type: "counter", at, counter: lobby, counts: { [service]: waiting } };
  }

  private emergencyEvent(words: Words): LobbyEvent | null {
    const { zone, emergency, at } = this;
    if (!zone || !emergency || at === null) return null;
    const { now, hall } = emergency;
    return emergencyTold(at, now && emergencyView(now, { hall, zone, words }), this.isAllClear);
  }

  private get at(): string | null {
    return this.zone && this.zone.iso(this.instant);
  }

  private queueEvent(words: Words): QueueEvent | null {
    const { at, ticket, counter } = this;
    if (at === null) return null;
    return {
      type: this.type,
      at,
      ...(ticket && { ticket }),
      ...(counter && { counters: [counterViewThen(counter, words)] }),
      ...(this.enquiries !== null && { enquiries: this.enquiries }),
    };
  }

  private counterEvent(): CounterEvent | null {
    const { at, counter } = this;
    return at === null || counter === null ? null : { type: "counter", at, ...counterSnapshot(counter) };
  }

  private residentEvent(): ResidentEvent | null {
    const { at, ticket } = this;
    return at === null || ticket === null ? null : { type: this.type, at, ticket: withoutReason(ticket) };
  }
}

function text(event: object | null): string | null {
  return event && JSON.stringify(event);
}
