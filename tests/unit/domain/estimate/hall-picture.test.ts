import { describe, expect, it } from "vitest";
import { hallPicture } from "../../../../server/domain/estimate/hall-picture.ts";
import type { HallPicture, PictureCounter, PictureTicket } from "../../../../server/domain/estimate/picture.ts";
import type { SmallHall } from "../small-hall.ts";
import { atCounter, instant, Story } from "../story.ts";

/** One service a counter, and a third that both take after their own. */
const twoCounters: SmallHall = { counters: { 1: [["apply"], ["card"]], 2: [["birth"], ["card"]] } };

function pictureOf(story: Story): HallPicture {
  const picture = hallPicture(story.state, { now: story.now, anyHour: false });
  if (!picture) throw new Error("no hall is loaded");
  return picture;
}

function counterOf(story: Story, index = 0): PictureCounter {
  const counter = pictureOf(story).counters[index];
  if (!counter) throw new Error("no such counter");
  return counter;
}

/** Who waits, by place. */
function waitingIn({ waiting }: HallPicture): string[] {
  return [...waiting].sort((a, b) => a.place - b.place).map(({ id }) => id);
}

function ticketIn(story: Story, name: string): PictureTicket | undefined {
  return pictureOf(story).waiting.find(({ id }) => id === name);
}

describe("the picture that estimates go by", () => {
  it("names the tiers of a counter by the places of services, as they are today", () => {
    const story = new Story(twoCounters);
    const { services } = pictureOf(story);
    const ids = (counter: PictureCounter): string[][] =>
      counter.tiers.map((tier) => tier.map((place) => services[place]?.id ?? "?"));
    expect(ids(counterOf(story))).toEqual([["apply"], ["card"]]);
    story.does({ type: "set-tiers", counter: 1, to: { tiers: [["birth", "card"]] } });
    expect(ids(counterOf(story))).toEqual([["birth", "card"]]);
  });

  it("leaves out who waits for a stopped service, and asks about none that gives no numbers", () => {
    const story = new Story(twoCounters);
    story.issuesAll("apply", "A");
    story.issuesAll("birth", "B");
    story.does({ type: "stop-service", service: "apply", until: null, note: "note" });
    const picture = pictureOf(story);
    expect(waitingIn(picture)).toEqual(["B"]);
    expect(picture.asked.map((place) => picture.services[place]?.id)).toEqual(["card", "birth"]);
    expect(picture.counters[0]?.tiers[0]).toEqual([]);
  });

  it("places tickets as they will be called within their class, whatever was issued first", () => {
    const story = new Story(twoCounters);
    story.issuesAll("apply", "A", "B");
    story.issuesAll("card", "C");
    story.callsNext(1);
    story.passes(5);
    story.starts(1);
    story.transfers(1, { service: "card", position: "front" });
    expect(waitingIn(pictureOf(story))).toEqual(["A", "B", "C"]);
    expect(ticketIn(story, "A")).toMatchObject({ since: story.now, directedTo: null });
  });

  it("knows who waits for a counter by name, and forgets them where that counter does not come back", () => {
    const story = new Story(twoCounters);
    story.issuesAll("apply", "A");
    story.callsNext(1);
    story.starts(1);
    story.transfers(1, { counter: 2 });
    expect(ticketIn(story, "A")?.directedTo).toBe(1);
    story.does({ type: "pause", ...atCounter(2), returnAt: null, note: "note" });
    expect(ticketIn(story, "A")).toBeUndefined();
  });

  it("counts a counter out that pauses without an end or is closed, and knows when another is back", () => {
    const story = new Story(twoCounters);
    story.does({ type: "pause", ...atCounter(1), returnAt: instant("09:20"), note: "note" });
    expect(counterOf(story)).toMatchObject({ clerk: "clerk-1", backAt: instant("09:20") });
    story.closes(2);
    expect(pictureOf(story).counters).toHaveLength(1);
  });

  it("counts a service from the call on, and without the time held", () => {
    const story = new Story(twoCounters);
    story.issuesAll("apply", "A");
    story.callsNext(1);
    const calledAt = story.now;
    story.passes(1);
    story.starts(1);
    expect(counterOf(story).inHand?.since).toBe(calledAt);
    story.passes(4);
    story.holds(1);
    expect(counterOf(story).inHand).toBeNull();
    story.passes(10);
    story.does({ type: "resume", ...atCounter(1), ticket: "A" });
    expect(counterOf(story).inHand?.since).toBe(story.now - 4 * 60_000);
  });

  it("calls a counter idle only since it was done and somebody waits for it", () => {
    const story = new Story(twoCounters);
    story.issuesAll("apply", "A");
    story.callsNext(1);
    story.finishes(1);
    const doneAt = story.now;
    expect(counterOf(story).idleSince).toBeNull();
    story.passes(2);
    story.issuesAll("apply", "B");
    expect(counterOf(story).idleSince).toBe(doneAt + 2 * 60_000);
    story.issuesAll("birth", "C");
    expect(counterOf(story, 1).idleSince).toBeNull();
  });

  it("tells of lunch where those who wait are carried over it, and of the day's end", () => {
    const hours = [["08:30", "12:00"] as const, ["13:30", "17:30"] as const];
    const away = (rules: SmallHall["rules"]): PictureCounter["away"] =>
      counterOf(new Story({ ...twoCounters, hours, expireAt: "18:00", rules })).away;
    expect(away({ periodEnd: "carry" })).toEqual({ from: instant("12:00"), until: instant("13:30") });
    expect(away({ periodEnd: "expire" })).toEqual({ from: instant("12:00"), until: null });
    expect(away({ periodEnd: "serve-out" })).toEqual({ from: instant("18:00"), until: null });
  });

  it("expects the bookings of the next two hours", () => {
    const story = new Story({ ...twoCounters, settings: { card: { bookable: true } } });
    const slot = { start: instant("10:00"), end: instant("10:30"), date: "2026-11-25" };
    const later = { start: instant("15:00"), end: instant("15:30"), date: "2026-11-25" };
    for (const [booking, times] of Object.entries({ near: slot, far: later })) {
      story.happened({
        type: "booking-made",
        v: 1,
        at: story.now,
        by: "hub",
        booking,
        personId: booking,
        service: "card",
        channel: "phone",
        lang: "zh",
        ...times,
      });
    }
    expect(pictureOf(story).bookings).toEqual([{ service: 1, dueAt: slot.start }]);
  });

  it("looks only at the beginning of a line that has no end, and promises nothing behind it", () => {
    const story = new Story(twoCounters);
    for (let number = 0; number < 1001; number += 1) story.issues(`T${String(number)}`, "apply");
    const picture = pictureOf(story);
    expect(picture.waiting).toHaveLength(333);
    expect(picture.asked.map((place) => picture.services[place]?.id)).toEqual(["card", "birth"]);
  });

  it("can go to another thread as it is", () => {
    const story = new Story(twoCounters);
    story.issuesAll("apply", "A", "B");
    expect(structuredClone(pictureOf(story))).toEqual(pictureOf(story));
  });
});
