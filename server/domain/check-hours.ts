/** Whether the times in a hall file make sense together. Source: domain.md, "Days and hours". */
import { hallDefaults, ruleDefaults } from "../../shared/domain/rules.ts";
import { weekdays, type Weekday } from "../../shared/domain/vocabulary.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import { isDate } from "./calendar.ts";

/** Hears of something wrong: where in the file, as a JSON pointer, and what. */
export type Fault = (field: string, problem: string) => void;

type Periods = readonly (readonly string[])[];
type Week = HallFile["hall"]["hours"];

/** Periods that stand at one place of the file. */
type Placed = readonly [field: string, periods: Periods];

/** Periods end after they begin and follow one another, dates exist, and the rest of the hall's times leaves them be. */
export function checkTimes(file: HallFile, fault: Fault): void {
  const { hall } = file;
  const ofHall = [...ofWeek(hall.hours, "/hall/hours"), ...ofCalendar(hall.calendar)];
  const ofServices = file.services.flatMap(({ hours }, index) =>
    hours ? ofWeek(hours, `/services/${String(index)}/hours`) : [],
  );
  const all = [...ofHall, ...ofServices];
  for (const placed of all) checkPeriods(placed, fault);
  for (const [index, date] of (hall.calendar?.closed ?? []).entries())
    if (!isDate(date)) fault(`/hall/calendar/closed/${String(index)}`, `${date} is no date`);
  for (const date of Object.keys(hall.calendar?.open ?? {}))
    if (!isDate(date)) fault(`/hall/calendar/open/${date}`, `${date} is no date`);
  checkExpiry(hall.expireAt, ofHall, fault);
  checkLastTicket(hall.lastTicketMinutes ?? hallDefaults.lastTicketMinutes, all, fault);
}

/** Times that are taken, though somebody may have meant something else. */
export function warnOfTimes({ hall, services }: HallFile, warn: Fault): void {
  for (const [index, { id, hours }] of services.entries()) {
    for (const [day, periods] of hours ? daysOf(hours) : []) {
      for (const [at, [from = "", to = ""]] of periods.entries()) {
        if (!hall.hours[day].some(([opens = "", closes = ""]) => opens <= from && to <= closes))
          warn(
            `/services/${String(index)}/hours/${day}/${String(at)}`,
            `${id} is open when the hall is not: ${from} to ${to}`,
          );
      }
    }
  }
  for (const date of hall.calendar?.closed ?? [])
    if (hall.calendar?.open?.[date]) warn(`/hall/calendar/open/${date}`, `${date} is closed as well as open`);
}

/** Services that can be booked by the file, and yet never will be. */
export function warnOfBookings({ hall, services }: HallFile, warn: Fault): void {
  const { walkInShare = ruleDefaults.walkInShare } = hall.rules ?? {};
  for (const [index, { id, bookable, hours, bookingSlotMinutes, quota }] of services.entries()) {
    if (bookable !== true) continue;
    const slot = bookingSlotMinutes ?? hallDefaults.bookingSlotMinutes;
    const periods = daysOf(hours ?? hall.hours).flatMap(([, each]) => each);
    if (!periods.some(([from = "", to = ""]) => minutes(to) - minutes(from) >= slot))
      warn(`/services/${String(index)}/bookingSlotMinutes`, `${id} has no period as long as a slot of ${String(slot)}`);
    const hasQuota = quota?.day !== undefined || quota?.period !== undefined;
    if (hasQuota && walkInShare === 1)
      warn("/hall/rules/walkInShare", `1 keeps every number of ${id} for those who walk in: nobody can book it`);
  }
}

function checkPeriods([field, periods]: Placed, fault: Fault): void {
  let end = "";
  for (const [index, [from = "", to = ""]] of periods.entries()) {
    if (from >= to) fault(`${field}/${String(index)}`, `${from} is not before ${to}`);
    if (from < end) fault(`${field}/${String(index)}`, `begins before the period before it ends`);
    end = to;
  }
}

/** A day that closes while the hall is open would send everybody home. */
function checkExpiry(expireAt: string | undefined, ofHall: readonly Placed[], fault: Fault): void {
  if (expireAt === undefined) return;
  for (const [field, periods] of ofHall) {
    const end = periods.at(-1)?.[1] ?? "";
    if (end <= expireAt) continue;
    fault("/hall/expireAt", `${expireAt} is before ${field} ends at ${end}`);
    return;
  }
}

/** A period that is over for new numbers before it begins is none. */
function checkLastTicket(lastTicketMinutes: number, placed: readonly Placed[], fault: Fault): void {
  for (const [field, periods] of placed) {
    for (const [index, [from = "", to = ""]] of periods.entries()) {
      if (from >= to || minutes(to) - minutes(from) > lastTicketMinutes) continue;
      fault("/hall/lastTicketMinutes", `${String(lastTicketMinutes)} leaves nothing of ${field}/${String(index)}`);
      return;
    }
  }
}

function ofWeek(week: Week, field: string): Placed[] {
  return daysOf(week).map(([day, periods]) => [`${field}/${day}`, periods]);
}

function ofCalendar({ open = {}, makeupHours = [] }: NonNullable<HallFile["hall"]["calendar"]> = {}): Placed[] {
  const dates = Object.entries(open).map(([date, periods]): Placed => [`/hall/calendar/open/${date}`, periods]);
  return [...dates, ["/hall/calendar/makeupHours", makeupHours]];
}

function daysOf(week: Week): (readonly [Weekday, Periods])[] {
  return weekdays.map((day) => [day, week[day]]);
}

/** Minutes since midnight of a local time `HH:MM`. */
function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
