/** `GET /api/hall`: what anyone may know of the hall now. */
import { hallDefaults } from "../../shared/domain/rules.ts";
import type { Channel, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import type { HallCounter, HallService } from "../../shared/wire/hall-file.ts";
import { calendarAlarm, isServed } from "../domain/alarms.ts";
import { weekdayOf, type OpeningPeriod } from "../domain/calendar.ts";
import { counterLabel, type Hall } from "../domain/hall.ts";
import { hallPeriods, nextOpening, servicePeriods, standingOf } from "../domain/opening.ts";
import { listsService } from "../domain/ticket.ts";
import { callsResumeAt } from "../domain/today.ts";
import type { Words } from "./counter-view.ts";
import { estimateFor } from "./estimates.ts";
import type { Moment } from "./ticket-view.ts";
import { voiceView } from "./voice-view.ts";

/** What the hub's settings add to the hall's own facts. */
export interface HallSettings {
  readonly publicUrl: string | null;
  readonly demo: boolean;
  /** Numbers are given at any hour: a demonstration on the machine's own clock. */
  readonly anyHour: boolean;
  readonly words: Pick<Words, "note">;
  /** What makes the voice now, the preferred first. */
  readonly voiceEngines?: readonly VoiceEngine[];
  /** Of the device that asks, where it gives numbers itself: its own quota counts. */
  readonly channel?: Channel;
}

export function hallView(moment: Moment, hall: Hall, settings: HallSettings): HallNow {
  const { state, zone, now } = moment;
  const { file, rules } = hall;
  const date = zone.date(now);
  const periods = hallPeriods(state, date);
  const open = periods.some((period) => period.from <= now && now < period.to);
  const next = nextOpening(state, now);
  const resumesAt = callsResumeAt(state.today, now);
  return {
    id: hall.id,
    name: file.hall.name,
    languages: file.hall.languages,
    timezone: file.hall.timezone,
    now: zone.iso(now),
    date,
    weekday: weekdayOf(date),
    open,
    periods: onWire(moment, periods),
    nextOpening: next === null ? null : zone.iso(next),
    callsResumeAt: resumesAt === null ? null : zone.iso(resumesAt),
    overtime: state.today.overtime,
    calendar: calendarAlarm(state, now),
    categories: file.categories,
    services: file.services.map((service) => serviceView(moment, service, settings)),
    areas: file.areas,
    counters: file.counters.map((counter) => ({
      number: counter.number,
      label: counterLabel(counter),
      name: counter.name,
      area: counter.area,
      ...(counter.where && { where: counter.where }),
      ...(counter.desk && { desk: true }),
      services: [...new Set((state.counters.get(counter.number) ?? counter).tiers.flat())],
    })),
    reasons: reasonsOf(hall),
    rules: {
      autoStart: rules.autoStart,
      missAfterCalls: rules.missAfterCalls,
      missAfterSeconds: rules.missAfterSeconds,
      requeueBehind: rules.requeueBehind,
      requeueTimes: rules.requeueTimes,
      requeueMinutes: rules.requeueMinutes,
      transferPosition: rules.transferPosition,
      maxMatters: rules.maxMatters,
      phoneTickets: rules.phoneTickets,
      retainDays: rules.retainDays,
    },
    voice: voiceView(file, settings.voiceEngines ?? ["browser"]),
    ticketFooter: file.ticket?.footer ?? null,
    ticketQr: file.ticket?.qr ?? true,
    lastTicketMinutes: file.hall.lastTicketMinutes ?? hallDefaults.lastTicketMinutes,
    expireAt: file.hall.expireAt ?? null,
    publicUrl: settings.publicUrl,
    demo: settings.demo,
  };
}

function onWire({ zone }: Moment, periods: readonly OpeningPeriod[]): HallNow["periods"] {
  return periods.map(({ from, to }) => ({ from: zone.iso(from), to: zone.iso(to) }));
}

/** A service as it stands now; refuses nothing, and says why a number would be refused. */
export function serviceView(
  moment: Moment,
  service: HallService,
  { anyHour, words, channel }: Pick<HallSettings, "anyHour" | "words" | "channel">,
): HallServiceNow {
  const { state, zone, now } = moment;
  const standing = standingOf(state, service, { now, anyHour, ...(channel && { channel }) });
  const stop = state.today.stopped.get(service.id);
  return {
    id: service.id,
    prefix: service.prefix,
    name: service.name,
    category: service.category,
    open: standing.closedFor === null,
    closedFor: standing.closedFor,
    nextOpening: standing.nextOpening === null ? null : zone.iso(standing.nextOpening),
    periods: onWire(moment, servicePeriods(state, service, zone.date(now))),
    stopped: stop
      ? {
          reason: stop.note === null ? null : words.note(stop.note),
          since: zone.iso(stop.since),
          until: stop.until === null ? null : zone.iso(stop.until),
        }
      : null,
    hidden: service.hidden ?? false,
    ...(service.bookable === true && { bookable: true }),
    waiting: state.queue.waitingOf(service.id),
    served: isServed(state, service.id),
    estimate: estimateFor(moment, service.id),
    quotaLeft: standing.quotaLeft,
    takenToday: state.issued.get(service.id) ?? 0,
    where: state.hall ? countersFor(state, state.hall, service.id).map(counterLabel) : [],
    ...(service.guide && { guide: service.guide }),
  };
}

/**
 * The counters that may call a service's tickets, in the hall's order: whatever the tier, those at work that list it,
 * or all that do while none is at work.
 */
export function countersFor({ counters }: Moment["state"], hall: Hall, service: string): readonly HallCounter[] {
  const listing = hall.file.counters.filter(({ number }) => {
    const counter = counters.get(number);
    return counter !== undefined && listsService(counter, service);
  });
  const atWork = listing.filter(({ number }) => counters.get(number)?.state !== "closed");
  return atWork.length > 0 ? atWork : listing;
}

function reasonsOf({ file, rules }: Hall): HallNow["reasons"] {
  const named = (ids: readonly string[], ticketClass: "statutory" | "courtesy"): HallNow["reasons"] =>
    ids.map((id) => ({ id, class: ticketClass, name: file.reasons?.[id] ?? { zh: id, en: id } }));
  return [...named(rules.statutoryReasons, "statutory"), ...named(rules.courtesyReasons, "courtesy")];
}
