/** Which calls may come next: what is to be ready before they do. */
import type { Language, Millis } from "../../shared/domain/vocabulary.ts";
import { languagesToSpeak } from "../../shared/domain/voice-plan.ts";
import { goesOn } from "../../shared/domain/legs.ts";
import type { CallToSay, Saying } from "../commands/voice-port.ts";
import { nextToBeReady } from "../domain/ahead.ts";
import type { HallState } from "../domain/state.ts";
import { listsService, type Counter, type Ticket } from "../domain/ticket.ts";

/** Of a hall's waiting numbers those that are called soonest. */
const NUMBERS = 12;
/** A number that any of many counters may call is called by one of the first. */
const COUNTERS = 6;
/** In one look. */
const SAYINGS = 120;

/** The first calls of those who are next, at each counter that may call them, and the recalls of those called now. */
export function likelySayings(state: HallState, now: Millis): readonly Saying[] {
  const voice = state.hall?.file.voice ?? {};
  const plan = { languages: voice.languages ?? ["zh"], onlyTicketLanguage: voice.onlyTicketLanguage ?? false };
  const atWork = [...state.counters.values()].filter(({ state: standing }) => standing === "open");
  const sayings: Saying[] = [];
  const add = (ticket: Ticket, call: CallToSay): void => {
    const wanted: readonly Language[] = languagesToSpeak(ticket.lang, plan, () => true);
    for (const language of wanted) sayings.push({ calls: [call], language });
  };
  for (const counter of atWork) {
    const inHand = counter.ticket === null ? undefined : state.tickets.get(counter.ticket);
    if (inHand?.state === "called") add(inHand, callOf(inHand, counter, inHand.calls + 1));
  }
  for (const entry of nextToBeReady(state, now, NUMBERS)) {
    const ticket = state.tickets.get(entry.ticket);
    if (!ticket) continue;
    const may = atWork.filter((counter) =>
      entry.directedTo === null ? listsService(counter, entry.service) : entry.directedTo === counter.number,
    );
    for (const counter of may.slice(0, COUNTERS)) add(ticket, callOf(ticket, counter, 1));
  }
  return sayings.slice(0, SAYINGS);
}

function callOf({ number, legs }: Ticket, counter: Counter, times: number): CallToSay {
  // A third call is worded as the second.
  return { number, counter: counter.number, times: Math.min(times, 2), transferred: times === 1 && goesOn(legs) };
}
