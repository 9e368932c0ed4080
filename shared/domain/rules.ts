/**
 * What a hall's rules are where its file says nothing. The one statement of each: the hall file's schema tells them,
 * and the hub runs by them. Names and units as in `hall.rules`. Source: domain.md; contract, "Visits and bookings".
 */
export const ruleDefaults = {
  overflowMinutes: 30,
  priorityRun: 2,
  lateGraceMinutes: 15,
  requeueBehind: 3,
  requeueTimes: 2,
  requeueMinutes: 60,
  holdMinutes: 45,
  transferPosition: "front",
  autoStart: false,
  phoneTickets: false,
  phoneOpenLimit: 20,
  statutoryReasons: [],
  courtesyReasons: [],
  missAfterCalls: 3,
  missAfterSeconds: 60,
  undoSeconds: 30,
  maxMatters: 3,
  periodEnd: "serve-out",
  guideMayChangeToday: true,
  onePerPerson: "off",
  callAcross: false,
  bookingHorizonDays: 10,
  bookingLeadMinutes: 60,
  checkInMinutes: 30,
  walkInShare: 0.5,
  noShowLimit: 3,
  retainDays: 30,
} as const;

/** What a hall is besides its rules, where its file says nothing. */
export const hallDefaults = { lastTicketMinutes: 0, bookingSlotMinutes: 30, bookingPerSlot: 1 } as const;
