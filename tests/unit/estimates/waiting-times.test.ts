import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WaitingTimes, type HearsEstimator } from "../../../server/commands/waiting-times.ts";
import type { ToEstimator } from "../../../server/domain/estimate/estimator-work.ts";
import type { Observation } from "../../../server/domain/estimate/noticed.ts";
import { atCounter, Story } from "../domain/story.ts";

const SECOND = 1000;

/** A thread of which only the messages are seen. */
class SeenThread {
  readonly posted: ToEstimator[] = [];
  isStopped = false;
  constructor(
    readonly hears: HearsEstimator,
    readonly forgets: boolean,
  ) {}
}

describe("waiting times beside the journal", () => {
  let story: Story;
  let followed = 0;
  let times: WaitingTimes;
  let threads: SeenThread[];
  let history: readonly (readonly Observation[])[];
  let failures: unknown[];

  const begin = (hall = new Story({ counters: { 1: [["a"]] } })): void => {
    story = hall;
    followed = 0;
    times = new WaitingTimes({
      start: (hears, { forgets }) => {
        const thread = new SeenThread(hears, forgets);
        threads.push(thread);
        return {
          post: (message) => thread.posted.push(message),
          stop: () => {
            thread.isStopped = true;
            return Promise.resolve();
          },
        };
      },
      state: () => story.state,
      now: () => story.now,
      anyHour: false,
      history: () => history,
      onTold: () => undefined,
      onFailure: (error) => failures.push(error),
      millis: () => Date.now(),
    });
  };
  /** Commits what the story has told since. */
  const commit = (): void => {
    for (; followed < story.journal.length; followed += 1) {
      const event = story.journal[followed];
      if (event) times.prepare(event, story.state);
    }
    times.publish();
  };
  const pass = (seconds: number): void => {
    story.passes(0, seconds);
    vi.advanceTimersByTime(seconds * SECOND);
  };
  const answer = ({ hears, posted }: SeenThread): void => {
    const asked = posted.findLast(({ type }) => type === "tell");
    if (asked?.type !== "tell") throw new Error("nothing was asked");
    hears.heard({
      type: "told",
      at: asked.picture.at,
      tickets: new Map([["A", { p50: 60, p90: 90 }]]),
      services: new Map(),
    });
  };
  const thread = (index = 0): SeenThread => {
    const found = threads[index];
    if (!found) throw new Error("no such thread was started");
    return found;
  };
  const pictures = (index = 0): number => thread(index).posted.filter(({ type }) => type === "tell").length;
  const learned = (index = 0): string[] =>
    thread(index).posted.flatMap((message) =>
      message.type === "learn" ? message.observations.map(({ kind }) => kind) : [],
    );

  beforeEach(() => {
    vi.useFakeTimers();
    threads = [];
    failures = [];
    history = [];
    begin();
  });

  afterEach(async () => {
    await times.stop();
    vi.useRealTimers();
  });

  it("start no thread before a counter is at work", () => {
    story.closes(1);
    story.issues("A", "a");
    commit();
    pass(30);
    expect(threads).toHaveLength(0);
    story.opens(1);
    commit();
    pass(2);
    expect(threads).toHaveLength(1);
  });

  it("show the hall at most once a second, and only once the last picture is answered", () => {
    commit();
    threadReady();
    for (let count = 0; count < 20; count += 1) {
      story.issues(`T${String(count)}`, "a");
      commit();
      pass(0.05);
    }
    expect(pictures()).toBe(1);
    pass(5);
    expect(pictures()).toBe(1);
    answer(thread());
    pass(1);
    expect(pictures()).toBe(2);
  });

  it("learn a step only once it cannot be taken back, and one that was taken back never", () => {
    story.issues("A", "a");
    story.callsNext(1);
    commit();
    threadReady();
    pass(5);
    expect(learned()).not.toContain("called");
    story.does({ type: "undo", ...atCounter(1) });
    commit();
    pass(120);
    expect(learned()).toEqual(["day-began", "joined"]);
    story.callsNext(1);
    commit();
    pass(120);
    expect(learned()).toEqual(["day-began", "joined", "called"]);
  });

  /** The thread stands ready and has kept what was learned. */
  function threadReady(index = 0): void {
    pass(1);
    thread(index).hears.heard({ type: "ready", knows: true });
  }

  it("keep nothing of a commit that failed", () => {
    commit();
    threadReady();
    story.issues("A", "a");
    const event = story.journal.at(-1);
    if (event) times.prepare(event, story.state);
    times.discard();
    times.publish();
    pass(120);
    expect(learned()).toEqual(["day-began"]);
  });

  it("tell a thread that knows nothing of the days before first", () => {
    history = [[{ seq: 1, kind: "called-again", seconds: 5 }], [{ seq: 1, kind: "day-began" }]];
    story.issues("A", "a");
    commit();
    pass(60);
    thread().hears.heard({ type: "ready", knows: false });
    pass(2);
    expect(learned()).toEqual(["called-again", "day-began", "day-began", "joined"]);
  });

  it("start a thread that died again, later each time, and teach it today anew", () => {
    story.issues("A", "a");
    commit();
    threadReady();
    pass(60);
    answer(thread());
    thread().hears.ended(new Error("gone"));
    expect(failures).toHaveLength(1);
    expect(times.board?.tickets.get("A")).toEqual({ p50: 60, p90: 90 });
    pass(2);
    expect(threads).toHaveLength(2);
    threadReady(1);
    pass(2);
    expect(learned(1)).toEqual(["day-began", "joined"]);
    thread(1).hears.ended(new Error("gone"));
    pass(1);
    expect(threads).toHaveLength(2);
    pass(2);
    expect([threads.length, thread(2).forgets]).toEqual([3, true]);
  });

  it("give up a thread that does not answer, and start another", () => {
    commit();
    threadReady();
    pass(100);
    expect([pictures(), threads.length]).toEqual([1, 1]);
    pass(40);
    expect([thread().isStopped, threads.length, failures.length]).toEqual([true, 2, 1]);
    // Nothing is heard of the one given up.
    answer(thread());
    expect(times.board).toBeNull();
  });

  it("give up a thread that never stands ready", () => {
    commit();
    pass(130);
    expect([pictures(), thread().isStopped, threads.length]).toEqual([0, true, 2]);
  });

  it("let the thread go a while after the last counter has closed, and tell the next what today was", () => {
    story.issues("A", "a");
    commit();
    threadReady();
    pass(60);
    story.closes(1);
    commit();
    const rests = (minutes: number): void => {
      for (let tens = 0; tens < 6 * minutes; tens += 1) {
        pass(10);
        if (!thread().isStopped) answer(thread());
      }
    };
    rests(9);
    expect([thread().isStopped, times.board === null]).toEqual([false, false]);
    rests(3);
    expect([thread().isStopped, times.board]).toEqual([true, null]);
    pass(600);
    expect(threads).toHaveLength(1);
    story.opens(1);
    commit();
    threadReady(1);
    pass(2);
    expect(learned(1)).toEqual(["day-began", "joined"]);
    expect(failures).toEqual([]);
  });

  it("start a thread to learn of a day that is over, though no counter is at work, and tell it once", () => {
    story.issues("A", "a");
    story.closes(1);
    commit();
    pass(60);
    expect(threads).toHaveLength(0);
    story.does({ type: "close-day" });
    commit();
    threadReady();
    pass(2);
    expect(learned()).toEqual(["day-began", "joined", "day-ended"]);
    for (let tens = 0; tens < 80; tens += 1) {
      pass(10);
      if (!thread().isStopped) answer(thread());
    }
    expect([thread().isStopped, threads.length]).toEqual([true, 1]);
    story.at("08:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    story.opens(1);
    commit();
    threadReady(1);
    pass(2);
    expect(learned(1)).toEqual(["day-began"]);
  });

  it("start no thread for a day on which nobody came", () => {
    story.closes(1);
    story.does({ type: "close-day" });
    commit();
    pass(60);
    expect(threads).toHaveLength(0);
  });

  it("hear nothing more once they are stopped", async () => {
    commit();
    pass(1);
    await times.stop();
    expect(thread().isStopped).toBe(true);
    thread().hears.ended(new Error("stopped"));
    pass(60);
    expect([threads.length, failures]).toEqual([1, []]);
  });
});
