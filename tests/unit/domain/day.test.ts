import { describe, expect, it } from "vitest";
import { smallHall } from "./small-hall.ts";
import { atCounter, instant, Story } from "./story.ts";

const turn = (date: string) => ({ type: "turn-day", date }) as const;

/** One of each: waiting, missed, held, called at 1, served at 2, waiting by name for 2. */
function fullHall(): Story {
  const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
  hall.issuesAll("a", "held", "missed", "named", "called", "served", "waiting");
  hall.callsNext(1);
  hall.starts(1);
  hall.holds(1);
  hall.misses(1, "missed");
  hall.callsNext(1);
  hall.transfers(1, { counter: 2 });
  hall.calls(1, "called");
  hall.calls(2, "served");
  hall.starts(2);
  return hall;
}

describe("the end of a day", () => {
  it("misses those called first, then expires all who wait, leaves the served unfinished, and closes the counters", () => {
    const hall = fullHall();
    const tickets = [...hall.state.tickets.values()];
    const before = hall.journal.length;
    const types = hall.at("18:00").does({ type: "close-day" });
    expect(Object.fromEntries(tickets.map(({ id, state }) => [id, state]))).toEqual({
      held: "expired",
      missed: "expired",
      named: "expired",
      called: "expired",
      served: "unfinished",
      waiting: "expired",
    });
    expect(types.slice(-3)).toEqual(["counter-closed", "counter-closed", "day-closed"]);
    expect(
      hall.journal.slice(before).flatMap((event) => ("ticket" in event ? [[event.type, event.ticket]] : [])),
    ).toEqual([
      ["ticket-missed", "called"],
      ["ticket-expired", "held"],
      ["ticket-expired", "missed"],
      ["ticket-expired", "named"],
      ["ticket-expired", "called"],
      ["ticket-left-unfinished", "served"],
      ["ticket-expired", "waiting"],
    ]);
  });

  it("is when it was, also where it was slept through: the night is nobody's service", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, expireAt: "18:00" }, "16:40");
    const ticket = hall.issues("served", "a");
    hall.at("16:50").callsNext(1);
    hall.starts(1);
    hall.at("08:00", "2026-11-26").does(turn("2026-11-26"));
    expect(ticket.finishedAt).toBe(instant("18:00"));
    expect(ticket.legs[0]?.servedMillis).toBe(70 * 60_000);
    const days = hall.journal.flatMap(({ type, at }) => (type.startsWith("day-") ? [[type, at]] : []));
    expect(days.slice(-2)).toEqual([
      ["day-closed", instant("18:00")],
      ["day-opened", instant("08:00", "2026-11-26")],
    ]);
  });

  it("leaves nobody waiting, held or in hand, and every clerk free", () => {
    const hall = fullHall();
    hall.does({ type: "close-day" });
    expect(hall.state).toMatchObject({ day: { isClosed: true } });
    expect([hall.state.tickets.size, hall.state.held.size, hall.state.clerks.size, hall.state.queue.size]).toEqual([
      0, 0, 0, 0,
    ]);
    for (const counter of hall.state.counters.values())
      expect(counter).toMatchObject({ state: "closed", ticket: null });
  });

  it("happens once: a closed day with nothing in it stays as it is", () => {
    const hall = fullHall();
    hall.does({ type: "close-day" });
    expect(hall.does({ type: "close-day" })).toEqual([]);
  });

  it("ends what came after it as well, when the next day turns", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.does({ type: "close-day" });
    hall.issues("late", "a");
    expect(hall.does(turn("2026-11-26"))).toEqual(["ticket-expired", "day-closed", "day-opened"]);
  });
});

describe("a new day", () => {
  it("ends the day before first, if nobody has", () => {
    const hall = fullHall();
    const types = hall.at("08:00", "2026-11-26").does(turn("2026-11-26"));
    expect(types.slice(-2)).toEqual(["day-closed", "day-opened"]);
    expect(hall.state.day).toEqual({ date: "2026-11-26", isClosed: false });
  });

  it("begins every sequence of numbers again", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "x", "y");
    hall.does(turn("2026-11-26"));
    expect(hall.issues("z", "a").number).toBe("A001");
    expect(hall.state.issued.get("a")).toBe(1);
  });

  it("does not begin on the same date twice", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.does(turn("2026-11-25"))).toEqual([]);
  });

  it("keeps the numbers going after a close on the same date", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("x", "a");
    hall.does({ type: "close-day" });
    expect(hall.issues("y", "a").number).toBe("A002");
  });
});

describe("a new epoch", () => {
  it("goes on behind the last numbers that people know of, and never back", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]] } });
    hall.issuesAll("a", "x", "y", "z");
    hall.does({ type: "begin-epoch", epoch: "after-restore", sequences: { A: 2, B: 40 } });
    expect(hall.state.epoch).toBe("after-restore");
    expect([hall.issues("v", "a").number, hall.issues("w", "b").number]).toEqual(["A004", "B041"]);
  });
});

describe("loading a hall", () => {
  it("is refused while somebody is called or served", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    const load = { type: "load-hall", hall: smallHall({ counters: { 1: [["a"]], 2: [["a"]] } }) } as const;
    hall.callsNext(1);
    expect(hall.refuses(load)).toBe("counter-busy");
    hall.finishes(1);
    expect(hall.does(load)).toEqual(["hall-loaded"]);
    expect([...hall.state.counters.keys()]).toEqual([1, 2]);
  });

  it("is refused while somebody is called or served after the day's close as well", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.does({ type: "close-day" });
    hall.opens(1);
    hall.issues("late", "a");
    hall.callsNext(1);
    expect(hall.refuses({ type: "load-hall", hall: smallHall({ counters: { 1: [["a"]] } }) })).toBe("counter-busy");
  });

  it("is refused while somebody whose visit is not over needs a service that the file has no longer", () => {
    const without = { type: "load-hall", hall: smallHall({ counters: { 1: [["a"]] } }) } as const;
    const needing = (...happens: ((hall: Story) => void)[]): Story => {
      const hall = new Story({ counters: { 1: [["a", "b"]] } });
      hall.issues("bo", "b");
      for (const each of happens) each(hall);
      return hall;
    };
    const isHeld = (hall: Story): void => {
      hall.callsNext(1);
      hall.starts(1);
      hall.holds(1);
    };
    for (const hall of [
      needing(),
      needing(isHeld),
      needing((it) => {
        it.misses(1, "bo");
      }),
    ]) {
      expect(hall.refusal(without)).toEqual({
        refused: "still-needed",
        field: "services",
        detail: { number: "B001", what: "b" },
      });
      hall.does({ type: "cancel", ticket: "bo" });
      expect(hall.does(without)).toEqual(["hall-loaded"]);
    }
  });

  it("is refused while somebody waits by name for a counter that the file has no longer", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issues("anna", "a");
    hall.callsNext(1);
    hall.transfers(1, { counter: 2 });
    const without = { type: "load-hall", hall: smallHall({ counters: { 1: [["a"]] } }) } as const;
    expect(hall.refusal(without)).toEqual({
      refused: "still-needed",
      field: "counters",
      detail: { number: "A001", what: 2 },
    });
    hall.closes(2);
    expect(hall.does(without)).toEqual(["hall-loaded"]);
  });

  it("keeps those who wait, by the new rules", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("bo", "b");
    hall.passes(10);
    hall.issues("anna", "a");
    hall.does({
      type: "load-hall",
      hall: smallHall({ counters: { 1: [["a"], ["b"]] }, rules: { overflowMinutes: 5 } }),
    });
    expect(hall.callsAll(1)).toEqual(["bo", "anna"]);
  });

  it("gives open counters their new tiers at once", () => {
    const hall = new Story({ counters: { 1: [["a"], ["b"]] } });
    hall.issues("anna", "a");
    hall.issues("bo", "b");
    hall.does({ type: "load-hall", hall: smallHall({ counters: { 1: [["b"], ["a"]] } }) });
    expect(hall.callsNext(1)).toBe("bo");
  });

  it("lets a counter that is gone be until nobody is at it, and forgets a closed one", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    const one = smallHall({ counters: { 1: [["a"]] } });
    hall.does({ type: "load-hall", hall: one });
    expect(hall.does({ type: "pause", ...atCounter(2), returnAt: null, note: "note" })).toEqual(["counter-paused"]);
    hall.closes(2);
    hall.does({ type: "load-hall", hall: one });
    expect([...hall.state.counters.keys()]).toEqual([1]);
  });

  it("forgets a counter that is gone with the next day at the latest", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.does({ type: "load-hall", hall: smallHall({ counters: { 1: [["a"]] } }) });
    hall.does(turn("2026-11-26"));
    expect([...hall.state.counters.keys()]).toEqual([1]);
    expect(hall.refuses({ type: "open", ...atCounter(2) })).toBe("not-found");
  });
});
