/** What the desk reads of one ticket, by name: its service and class, its place, its slip. Empty facts are left out. */
import { pendingLegs } from "../../shared/domain/legs.ts";
import { isOpenState, type Language } from "../../shared/domain/vocabulary.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { ticketClasses } from "../../shared/text/states.ts";
import { say } from "../../shared/text/text.ts";
import { countAndWait, timeOfDay } from "../../shared/text/times.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { slipLine } from "./slip-line.ts";
import { counterLabel, namesOf, reasonName, serviceName, type HallNames } from "./ticket-words.ts";

/** A ticket looked at, with its slips, newest first. */
export interface Looked {
  readonly ticket: Ticket;
  readonly hall: HallNames | null;
  readonly jobs: readonly PrintJob[];
}

export function ticketFacts({ ticket, hall, jobs }: Looked, language: Language): [string, string][] {
  const reason = reasonName(hall, ticket, language);
  const facts: [string, string | null][] = [
    [say(deskWords.service, language), serviceName(hall, ticket.service, language)],
    [
      say(deskWords.class, language),
      [say(ticketClasses[ticket.class], language), reason].filter((part) => part !== "").join(" · "),
    ],
    [say(deskWords.takenAt, language), timeOfDay(ticket.issuedAt)],
    [say(deskWords.aheadName, language), ticket.ahead === null ? null : aheadWords(ticket, ticket.ahead, language)],
    [say(panelWords.counter, language), ticket.counter === null ? null : counterLabel(hall, ticket.counter, language)],
    [say(deskWords.files, language), ticket.matters > 1 ? String(ticket.matters) : null],
    [say(deskWords.stillToCome, language), namesOf(pendingLegs(ticket.legs), hall, language)],
    [
      say(deskWords.letBackIn, language),
      ticket.requeues > 0 ? say(deskWords.times, language, { times: ticket.requeues }) : null,
    ],
    [say(panelWords.assisted, language), ticket.assisted ? say(deskWords.yes, language) : null],
    [say(deskWords.slip, language), slipLine(jobs, !isOpenState(ticket.state), language)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

/** 8位·约25分; without the wait where none is told. */
function aheadWords({ estimate }: Ticket, ahead: number, language: Language): string {
  const count = say(deskWords.people, language, { count: ahead });
  return countAndWait(count, estimate?.p50 ?? null, language);
}
