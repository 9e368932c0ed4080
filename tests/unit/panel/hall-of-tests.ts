/** A small hall for the panel's tests: one counter, a few services. */
import type { Counter } from "../../../shared/wire/counter.ts";
import type { HallNow } from "../../../shared/wire/hall.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import type { Line } from "../../../counter-panel/data/ports.ts";
import { HeldLine } from "../../support/held-line.ts";
import { aTicket } from "../../support/samples.ts";

/** 9:00 of a Monday; minutes after it as instants with the hall's offset. */
export const nine = Date.parse("2026-11-23T09:00:00.000+08:00");
export function at(minutes: number): string {
  return `${new Date(nine + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}

export function ticket(number: string, more: Partial<Ticket> = {}): Ticket {
  const own = { id: `t-${number}`, number, service: "pension", issuedAt: at(0), queuedAt: at(0) };
  return aTicket({ ...own, legs: [], ahead: null, ...more });
}

export function called(number: string, more: Partial<Ticket> = {}): Ticket {
  return ticket(number, { state: "called", counter: 3, calledAt: at(1), calls: 1, ...more });
}

export function serving(number: string, more: Partial<Ticket> = {}): Ticket {
  return called(number, { state: "serving", startedAt: at(2), ...more });
}

export function counter(more: Partial<Counter> = {}): Counter {
  return {
    number: 3,
    label: { zh: "3号窗口", en: "Counter 3" },
    name: { zh: "社保窗口", en: "Social security" },
    area: "main",
    state: "open",
    clerk: { id: "u-li", name: "李敏" },
    pause: null,
    tiers: [["medical"], ["pension"]],
    presets: ["usual", "everything"],
    presetNames: [],
    since: null,
    preset: "usual",
    ticket: null,
    waiting: 0,
    undo: null,
    help: null,
    ...more,
  };
}

export const rules: HallNow["rules"] = {
  autoStart: false,
  missAfterCalls: 3,
  missAfterSeconds: 60,
  requeueBehind: 3,
  requeueTimes: 2,
  requeueMinutes: 60,
  transferPosition: "front",
  maxMatters: 3,
  phoneTickets: false,
};

/** The hub's live side, with its queue. */
export class QueueLine extends HeldLine implements Line {
  constructor() {
    super(nine + 5 * 60_000);
  }

  snapshot(tickets: readonly Ticket[], counters: readonly Counter[]): void {
    this.show("queue", { date: "2026-11-23", tickets, counters });
  }
}
