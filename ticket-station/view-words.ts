/** What stands over each page of the station, and what is read aloud there. */
import type { Language } from "../shared/domain/vocabulary.ts";
import { counterInSentence, readTicketNumber } from "../shared/text/numbers.ts";
import { refusalDetail, refusalTitle } from "../shared/text/refusals.ts";
import { residentStates } from "../shared/text/states.ts";
import { stationWords } from "../shared/text/station.ts";
import { pick, say, sayAny } from "../shared/text/text.ts";
import { aboutWait, timeOfDay } from "../shared/text/times.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import type { Found } from "./look-up.ts";
import type { Session } from "./session.ts";

export interface Told {
  readonly heading: string;
  readonly how: string;
}

/** Check-ins that are refused for what the booking is: to those, that no number was given is the least of it. */
const saysItself = ["too-early", "wrong-day", "already-checked-in", "already-queued", "booking-over"] as const;

/**
 * The heading of a page and the line below it.
 * @param hall where no service of it gives numbers, no tap is promised one
 */
export function tellView({ view, priority }: Session, hall: Pick<HallNow, "services">, language: Language): Told {
  const told = (heading: string, how = ""): Told => ({ heading, how });
  const how = (line: string): string => (hall.services.some(({ open }) => open) ? line : "");
  switch (view.at) {
    case "services":
      return priority
        ? told(say(stationWords.priorityOn, language))
        : told(say(stationWords.question, language), how(say(stationWords.questionHow, language)));
    case "all":
      return told(
        say(priority ? stationWords.priorityOn : stationWords.allServices, language),
        how(say(stationWords.allServicesHow, language)),
      );
    case "priority":
      return told(say(stationWords.priorityTitle, language));
    case "help":
      return told(say(stationWords.helpTitle, language));
    case "scan":
      return told(say(stationWords.scanTitle, language));
    case "check-in":
      return told(say(stationWords.checkIn, language), say(stationWords.checkInHow, language));
    case "ask":
      return told(say(view.ask.why === "long" ? stationWords.askLong : stationWords.askClosing, language));
    case "taking":
      return told(say(stationWords.taking, language));
    case "ticket":
      return told(say(stationWords.yourNumber, language));
    case "refused": {
      const own = saysItself.find((code) => code === view.problem.code);
      return told(own ? refusalTitle(own, language) : say(stationWords.refusedTitle, language));
    }
    case "not-booked":
      return told(say(stationWords.notBooked, language));
    case "unsure":
      return told(say(stationWords.unsureTitle, language));
    case "found":
      if (view.found.as === "unknown") return told(say(stationWords.scanUnknown, language));
      return told(foundNumber(view.found) ?? say(stationWords.scanTitle, language));
    default:
      return view satisfies never;
  }
}

/** The one thing that a page says, where it says but one. */
export function viewDetail(view: Session["view"], hall: HallNow, language: Language): string | null {
  switch (view.at) {
    case "ask":
      return askDetail(view, language);
    case "found":
      return foundDetail(view.found, hall, language);
    case "refused":
      return view.problem.detail === "" ? say(stationWords.away, language) : view.problem.detail;
    case "not-booked":
      return say(stationWords.notBookedDetail, language);
    case "unsure":
      return say(stationWords.unsureDetail, language);
    case "scan":
      return say(stationWords.scanDetail, language);
    default:
      return null;
  }
}

/** The question asked back before a number is given. */
function askDetail(view: Extract<Session["view"], { at: "ask" }>, language: Language): string {
  const service = pick(view.service.name, language);
  return view.ask.why === "long"
    ? say(stationWords.askLongDetail, language, { service, wait: aboutWait(view.ask.waitSeconds, language) })
    : say(stationWords.askClosingDetail, language, { service, until: timeOfDay(view.ask.until) });
}

/** What a scanned slip turned out to be. */
function foundDetail(found: Found, hall: HallNow, language: Language): string {
  switch (found.as) {
    case "requeued":
      return say(residentStates.requeued, language, { ahead: found.ticket.ahead });
    case "unchanged":
      return ticketStands(found.ticket, hall, language);
    case "refused":
      return found.problem.detail;
    case "unknown":
      return say(stationWords.scanUnknownDetail, language);
    case "away":
      return refusalDetail("overloaded", language, { audience: "resident", now: hall.now });
    default:
      return found satisfies never;
  }
}

function foundNumber(found: Found): string | null {
  return "ticket" in found ? found.ticket.number : null;
}

/** Where a ticket stands, as its resident reads it. */
export function ticketStands(ticket: Ticket, hall: HallNow, language: Language): string {
  const label = hall.counters.find(({ number }) => number === ticket.counter)?.label;
  const counter = label ? counterInSentence(label, language) : "";
  return sayAny(residentStates[ticket.state], language, { ahead: ticket.ahead, counter });
}

/** A ticket read aloud: its number sign by sign, its service, how many are before it. */
export function spokenTicket(ticket: Ticket, hall: HallNow, language: Language): string {
  const number = readTicketNumber(ticket.number, language, hall.voice.yao);
  const service = hall.services.find(({ id }) => id === ticket.service);
  const stop = language === "en" ? ". " : "。";
  return [
    `${say(stationWords.yourNumber, language)} ${number}`,
    service ? pick(service.name, language) : "",
    say(residentStates.waiting, language, { ahead: ticket.ahead }),
    say(stationWords.waitThenGo, language),
  ]
    .filter((part) => part !== "")
    .join(stop);
}
