/**
 * How much of a quota is left, and for whom: told once, for whoever gives a number and for whoever offers a slot.
 * Source: domain.md, "Quota"; contract, "hall.rules", `walkInShare`.
 */
import type { Channel } from "../../shared/domain/vocabulary.ts";
import type { HallService } from "../../shared/wire/hall-file.ts";
import type { Booking } from "./booking.ts";
import { holdsPlace } from "./booking.ts";
import type { OpeningPeriod } from "./calendar.ts";
import type { Rules } from "./hall.ts";
import type { HallState } from "./state.ts";
import { givenByChannel, givenInPeriod } from "./today.ts";

/** What of the state says how many numbers are given away. */
export type Given = Pick<HallState, "today" | "issued" | "bookings" | "day">;

/** A date, and one of its periods; null where none runs. */
interface Span {
  readonly date: string;
  readonly period: OpeningPeriod | null;
}

/** Numbers left of the day's and of the period's quota; infinite where there is none, below nothing where it was cut. */
export interface Left {
  readonly day: number;
  readonly period: number;
}

const unlimited: Left = { day: Infinity, period: Infinity };

/** Numbers left, whoever asks: those given are gone, and those of bookings still to come are kept for them. */
export function numbersLeft(state: Given, { id, quota }: HallService, { date, period }: Span): Left {
  const left = (numbers: number | undefined, within: OpeningPeriod | null): number =>
    numbers === undefined ? Infinity : numbers - spokenFor(state, id, { date, within });
  return {
    day: left(quota?.day, null),
    period: period === null ? (quota?.period ?? Infinity) : left(quota?.period, period),
  };
}

/** What of them one channel may still give. */
export function leftOfChannel(
  state: Given,
  service: HallService,
  { channel, date, period }: Span & { readonly channel: Channel },
): Left {
  if (service.quota === undefined) return unlimited;
  const own = quotaOfChannel(service, channel);
  const given = (within: OpeningPeriod | null): number =>
    givenByChannel(state.today, { service: service.id, channel, period: within?.from ?? null });
  return lessOf(numbersLeft(state, service, { date, period }), {
    day: own.day - given(null),
    period: own.period - (period === null ? 0 : given(period)),
  });
}

/**
 * What of them can be booked: not the part that is kept for those who walk in, nor more than the channel `booking` has.
 * @param moving a booking that is about to be moved: its own number is there for it.
 */
export function leftToBook(
  state: Given,
  {
    service,
    rules,
    moving,
  }: { readonly service: HallService; readonly rules: Rules; readonly moving?: Booking | undefined },
  span: Span & { readonly period: OpeningPeriod },
): Left {
  const { quota, id } = service;
  const own = (within: OpeningPeriod | null): number =>
    moving?.service === id && moving.date === span.date && holdsPlace(moving) && isWithin(moving, within) ? 1 : 0;
  const taken = (within: OpeningPeriod | null): number =>
    state.bookings.taken(id, { date: span.date, within }) - own(within);
  const whole = numbersLeft(state, service, span);
  const channel = quotaOfChannel(service, "booking");
  return lessOf(
    { day: whole.day + own(null), period: whole.period + own(span.period) },
    {
      day: Math.min(bookable(quota?.day, rules), channel.day) - taken(null),
      period: Math.min(bookable(quota?.period, rules), channel.period) - taken(span.period),
    },
  );
}

/** Numbers given, and those kept for bookings that are still to come: nobody who walks in takes them. */
function spokenFor(
  { today, issued, bookings, day }: Given,
  service: string,
  { date, within }: { readonly date: string; readonly within: OpeningPeriod | null },
): number {
  const isToday = day?.date === date;
  const given = within === null ? (issued.get(service) ?? 0) : givenInPeriod(today, service, within.from);
  return (isToday ? given : 0) + bookings.stillToCome(service, { date, within });
}

/** A channel's quota is of a period where the service has a quota a period, else of the day; none at all is none all day. */
function quotaOfChannel({ quota }: HallService, channel: Channel): Left {
  const numbers = quota?.byChannel?.[channel] ?? Infinity;
  if (quota?.period === undefined) return { day: numbers, period: Infinity };
  return { day: numbers === 0 ? 0 : Infinity, period: numbers };
}

/** The part of a quota that is not kept for those who walk in. */
function bookable(numbers: number | undefined, { walkInShare }: Rules): number {
  // 10 × (1 − 0.9) is a hair less than 1.
  return numbers === undefined ? Infinity : Math.floor(numbers * (1 - walkInShare) + 1e-9);
}

function isWithin({ start }: Booking, within: OpeningPeriod | null): boolean {
  return within === null || (within.from <= start && start < within.to);
}

function lessOf(a: Left, b: Left): Left {
  return { day: Math.min(a.day, b.day), period: Math.min(a.period, b.period) };
}
