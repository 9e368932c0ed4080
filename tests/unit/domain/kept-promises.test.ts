import { describe, expect, it } from "vitest";
import type { SmallHall } from "./small-hall.ts";
import { atCounter, instant, Story } from "./story.ts";

const hall: SmallHall = {
  counters: { 1: [["civil"], ["tax"]] },
  settings: { civil: { bookable: true, bookingSlotMinutes: 60, bookingPerSlot: 2 } },
};
const book = (name: string, start: string) =>
  ({
    type: "book",
    booking: name,
    personId: `person-of-${name}`,
    service: "civil",
    start: instant(start),
    channel: "phone",
    lang: "zh",
  }) as const;

describe("what somebody has booked", () => {
  it("keeps its service in the hall file until it is used, given up or over", () => {
    const story = new Story(hall);
    story.does(book("a", "11:00"));
    const { hall: loaded } = story.state;
    if (!loaded) throw new Error("the hall is loaded");
    const services = loaded.file.services.filter(({ id }) => id !== "civil");
    const counters = loaded.file.counters.map((counter) => ({ ...counter, tiers: [["tax"]] }));
    const load = { type: "load-hall", hall: { ...loaded.file, services, counters } } as const;
    expect(story.refusal(load)).toEqual({ refused: "still-needed", field: "services", detail: { what: "civil" } });
    story.does({ type: "cancel-booking", booking: "a" });
    expect(story.does(load)).toEqual(["hall-loaded"]);
  });

  it("keeps an extension from being shortened before it is over", () => {
    const story = new Story({ ...hall, hours: [["08:00", "12:00"]] });
    story.does({ type: "extend-hall", until: instant("16:00") });
    story.does(book("a", "14:00"));
    expect(story.refusal({ type: "extend-hall", until: instant("14:30") })).toEqual({
      refused: "still-needed",
      field: "until",
    });
    expect(story.does({ type: "extend-hall", until: instant("15:00") })).toEqual(["hall-extended"]);
    story.does({ type: "cancel-booking", booking: "a" });
    expect(story.does({ type: "extend-hall", until: instant("13:00") })).toEqual(["hall-extended"]);
  });
});

describe("one open ticket for a person and service", () => {
  const strict: SmallHall = { ...hall, rules: { onePerPerson: "service" } };
  const issue = (ticket: string, service: string) =>
    ({
      type: "issue",
      ticket,
      service,
      class: "normal",
      reason: null,
      channel: "station",
      lang: "zh",
      matters: 1,
      personId: "she",
    }) as const;

  it("is meant of services still to come in the visit, too", () => {
    const story = new Story(strict);
    story.issues("first", "civil", { personId: "she" });
    story.does({ type: "add-service", ticket: "first", service: "tax", now: false, clerk: "clerk-1" });
    expect(story.refusal(issue("second", "tax"))).toEqual({ refused: "already-queued", detail: { number: "C001" } });
  });

  it("is not made two by taking back the end of the first", () => {
    const story = new Story(strict);
    story.issues("first", "civil", { personId: "she" });
    story.callsNext(1);
    story.finishes(1);
    const undo = { type: "undo", ...atCounter(1) } as const;
    story.does(issue("second", "civil"));
    expect(story.refuses(undo)).toBe("nothing-to-undo");
    story.does({ type: "cancel", ticket: "second" });
    expect(story.does(undo)).toEqual(["step-undone"]);
  });

  it("lets a call be taken back, whoever has what number", () => {
    const story = new Story(strict);
    story.issues("first", "civil", { personId: "she" });
    story.issues("other", "tax", { personId: "she" });
    story.callsNext(1);
    expect(story.does({ type: "undo", ...atCounter(1) })).toEqual(["step-undone"]);
  });
});
