/** What a ticket's page says, in words: from the ticket, the hall and the language, and nothing else. */
import { goesOn, lastTwo } from "../shared/domain/legs.ts";
import type { Language } from "../shared/domain/vocabulary.ts";
import { counterInSentence } from "../shared/text/numbers.ts";
import { ticketActionWords, ticketWords } from "../shared/text/phone.ts";
import { appointmentAt, whichCounters } from "../shared/text/slip.ts";
import { residentStates } from "../shared/text/states.ts";
import { pick, say } from "../shared/text/text.ts";
import { aboutWait } from "../shared/text/times.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { Ticket } from "../shared/wire/ticket.ts";

export interface Telling {
  /** `now`: the resident has to go somewhere; `missed`: has to act; `over`: nothing more to wait for. */
  readonly tone: "calm" | "now" | "missed" | "over";
  readonly headline: string;
  readonly lines: readonly string[];
  /** How many ticks the queue strip has before the resident's own; null where there is no queue to show. */
  readonly ahead: number | null;
  readonly canGiveUp: boolean;
  /** What coming back means, a line each; null where there is nothing to come back from, or only the desk can help. */
  readonly comeBack: readonly string[] | null;
}

export function tellTicket(ticket: Ticket, hall: HallNow | null, language: Language): Telling {
  const calm = { tone: "calm", lines: [], ahead: null, canGiveUp: false, comeBack: null } as const;
  const counter = counterName(ticket, hall, language);
  const called = { ...calm, tone: "now", headline: say(residentStates.called, language, { counter }) } as const;
  switch (ticket.state) {
    case "waiting":
      return { ...calm, ...tellWaiting(ticket, hall, language), canGiveUp: true };
    case "called":
      return { ...called, lines: [say(ticket.calls > 1 ? ticketWords.calledAgain : ticketWords.comeNow, language)] };
    case "serving":
      // Where the call starts service, nobody was asked to come before.
      if (hall?.rules.autoStart === true) return called;
      return {
        ...calm,
        headline: say(residentStates.serving, language),
        lines: ticket.counter === null ? [] : [say(ticketWords.servingAt, language, { counter })],
      };
    case "held":
      return {
        ...calm,
        headline: say(residentStates.held, language, { counter }),
        lines: [say(ticketWords.heldNoQueue, language)],
        canGiveUp: true,
      };
    case "missed": {
      const comeBack = tellComeBack(ticket, hall, language);
      // One way is named first: the key on this page where it may be pressed, else the desk.
      const headline = say(comeBack === null ? residentStates.missed : ticketWords.missed, language);
      return { ...calm, tone: "missed", headline, canGiveUp: true, comeBack };
    }
    case "finished":
    case "cancelled":
    case "expired":
    case "unfinished":
      return { ...calm, tone: "over", headline: say(residentStates[ticket.state], language) };
    default:
      return ticket.state satisfies never;
  }
}

function tellWaiting(
  ticket: Ticket,
  hall: HallNow | null,
  language: Language,
): Pick<Telling, "headline" | "lines" | "ahead"> {
  const { ahead, estimate } = ticket;
  const wait = estimate ? [say(ticketWords.wait, language, { time: aboutWait(estimate.p50, language) })] : [];
  if (isTransferred(ticket)) {
    const counter = ticket.counter === null ? null : counterName(ticket, hall, language);
    return {
      headline: say(residentStates.transferred, language, { counter }),
      lines: [...queueAfterTransfer(ahead, language), ...wait],
      ahead,
    };
  }
  const isBack = ticket.requeues > 0;
  const isNext = ahead === 0;
  const headline = isBack
    ? isNext
      ? say(ticketWords.nextAgain, language)
      : say(residentStates.requeued, language, { ahead })
    : isNext
      ? say(ticketWords.next, language)
      : say(residentStates.waiting, language, { ahead });
  const where = whereOf(ticket, hall, language);
  const due = ticket.dueAt === undefined ? [] : [appointmentAt(ticket.dueAt, language)];
  return { headline, lines: [...due, ...wait, ...(where === null ? [] : [where])], ahead };
}

function queueAfterTransfer(ahead: number | null, language: Language): string[] {
  if (ahead === null) return [];
  return [
    ahead === 0 ? say(ticketWords.transferredNext, language) : say(ticketWords.transferredAhead, language, { ahead }),
  ];
}

function tellComeBack(ticket: Ticket, hall: HallNow | null, language: Language): Telling["comeBack"] {
  const rules = hall?.rules;
  const desk = say(ticketActionWords.orDesk, language);
  if (!rules) return [desk];
  if (ticket.requeues >= rules.requeueTimes) return null;
  const { requeueBehind: behind, requeueMinutes: minutes, requeueTimes: times } = rules;
  const means =
    behind === 0
      ? say(ticketActionWords.comeBackAtOnce, language)
      : say(ticketActionWords.comeBackMeans, language, { behind });
  return [means, say(ticketActionWords.comeBackLimits, language, { minutes, times }), desk];
}

/** The leg before this one was handed on or done, and the resident has not been called on this one yet. */
function isTransferred({ legs }: Ticket): boolean {
  return goesOn(legs) && lastTwo(legs).now?.calledAt === null;
}

/** The counter as it is labelled in the hall; its bare number while the hall's labels are not known. */
function counterName({ counter }: Ticket, hall: HallNow | null, language: Language): string {
  if (counter === null) return "";
  const label = hall?.counters.find(({ number }) => number === counter)?.label;
  return counterInSentence(
    label ?? {
      zh: `${String(counter)}号窗口`,
      "zh-Hant": `${String(counter)}號窗口`,
      en: `Counter ${String(counter)}`,
    },
    language,
  );
}

function whereOf(ticket: Ticket, hall: HallNow | null, language: Language): string | null {
  // It waits for one counter by name.
  if (ticket.counter !== null)
    return say(ticketWords.where, language, { counters: counterName(ticket, hall, language) });
  const labels = hall?.services.find(({ id }) => id === ticket.service)?.where ?? [];
  if (labels.length === 0) return null;
  return say(ticketWords.where, language, { counters: whichCounters(labels, language) });
}

/** The page's title, which also stands in the list of open pages. */
export function titleOf(ticket: Ticket, telling: Telling): string {
  return telling.tone === "now" ? `● ${telling.headline} · ${ticket.number}` : `${ticket.number} · ${telling.headline}`;
}

export function serviceName({ service }: Pick<Ticket, "service">, hall: HallNow | null, language: Language): string {
  const name = hall?.services.find(({ id }) => id === service)?.name;
  return name ? pick(name, language) : "";
}
