/** A hall and a ticket for tests of pages, with whatever a test is about put in. */
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Leg, Ticket } from "../../shared/wire/ticket.ts";

export function aTicket(more: Partial<Ticket> = {}): Ticket {
  return {
    id: "01",
    number: "A012",
    service: "civil",
    class: "normal",
    reason: null,
    channel: "station",
    lang: "zh",
    matters: 1,
    assisted: false,
    state: "waiting",
    counter: null,
    issuedAt: "2026-11-25T09:00:00.000+08:00",
    queuedAt: "2026-11-25T09:00:00.000+08:00",
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    calls: 0,
    requeues: 0,
    legs: [aLeg()],
    ahead: 5,
    estimate: null,
    ...more,
  };
}

export function aLeg(more: Partial<Leg> = {}): Leg {
  return {
    service: "civil",
    counter: null,
    state: "waiting",
    queuedAt: "2026-11-25T09:00:00.000+08:00",
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    servedSeconds: 0,
    outcome: null,
    ...more,
  };
}

type Service = HallNow["services"][number];

export function aService(more: Partial<Service> = {}): Service {
  return {
    id: "civil",
    prefix: "A",
    name: { zh: "社区证明", en: "Certificates" },
    category: "general",
    open: true,
    closedFor: null,
    nextOpening: null,
    periods: [{ from: "2026-11-25T08:30:00.000+08:00", to: "2026-11-25T12:00:00.000+08:00" }],
    stopped: null,
    hidden: false,
    waiting: 5,
    served: true,
    estimate: null,
    quotaLeft: null,
    takenToday: 0,
    where: [{ zh: "3号窗口", en: "Counter 3" }],
    ...more,
  };
}

export function aHall(more: Partial<HallNow> = {}): HallNow {
  return {
    id: "jiangbin",
    name: { zh: "江滨社区便民服务中心", en: "Jiangbin" },
    languages: ["zh", "en", "zh-Hant"],
    timezone: "Asia/Shanghai",
    now: "2026-11-25T09:00:00.000+08:00",
    date: "2026-11-25",
    weekday: "wed",
    open: true,
    periods: [{ from: "2026-11-25T08:30:00.000+08:00", to: "2026-11-25T12:00:00.000+08:00" }],
    nextOpening: null,
    callsResumeAt: null,
    overtime: 0,
    calendar: null,
    categories: [{ id: "general", name: { zh: "综合服务", en: "General" } }],
    services: [aService()],
    areas: [],
    counters: [
      {
        number: 3,
        label: { zh: "A区03", en: "Counter A03" },
        name: { zh: "综合", en: "General" },
        area: "a",
        services: ["civil"],
      },
    ],
    reasons: [],
    rules: {
      autoStart: false,
      missAfterCalls: 3,
      missAfterSeconds: 60,
      requeueBehind: 3,
      requeueTimes: 2,
      requeueMinutes: 60,
      transferPosition: "front",
      maxMatters: 3,
      phoneTickets: true,
    },
    voice: { languages: ["zh"], repeat: 1, yao: true },
    ticketFooter: null,
    ticketQr: true,
    lastTicketMinutes: 15,
    expireAt: "20:00",
    publicUrl: null,
    demo: false,
    ...more,
  };
}
