import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { templateText } from "../../../shared/text/emergency.ts";
import { Moments } from "../../../server/commands/context.ts";
import { HubTopics, type PassingEvent } from "../../../server/live/hub-topics.ts";
import { nextAt, PassingFrames } from "../../../server/live/passing.ts";
import { Story } from "../domain/story.ts";

/** Longer than changes are gathered for. */
const MOMENT_MILLIS = 300;

describe("whom a counter calls next", () => {
  let story: Story;
  let topics: HubTopics;
  let passing: PassingFrames;
  let told: PassingEvent[];
  const moments = new Moments();
  const moment = () => moments.sure(story.state, story.now);

  /** One commit, and the moment after it. */
  const settle = (): void => {
    const last = story.journal.at(-1);
    if (last) topics.prepare(last, story.state);
    topics.publish();
    vi.advanceTimersByTime(MOMENT_MILLIS);
  };

  const watch = (topic: string): (() => void) =>
    topics.watch(topic, topic, {
      send: (frame) => {
        const { event } = JSON.parse(frame) as { event: PassingEvent };
        if (event.type === "next") told.push(event);
      },
    });
  const names = (): unknown[] => told.map(({ ticket }) => ticket);

  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    story = new Story({ counters: { 1: [["a"], ["b"]], 2: [["b"]] } });
    const words = { name: () => "", note: () => null, emergency: templateText };
    topics = new HubTopics(
      (state, now) => moments.of(state, now),
      words,
      (error) => {
        throw error;
      },
    );
    passing = new PassingFrames(topics, moment);
  });

  afterEach(() => {
    passing.stop();
    vi.useRealTimers();
  });

  it("is told where it is watched, as it changes, and not twice", () => {
    watch("counter/1/next");
    story.issues("b1", "b");
    settle();
    story.issues("b2", "b");
    settle();
    story.issues("a1", "a");
    settle();
    story.callsNext(1);
    settle();
    expect(names()).toEqual(["b1", "a1", "b1"]);
    expect(told[0]).toMatchObject({ type: "next", number: story.ticket("b1").number });
  });

  it("is nobody where nobody waits any more", () => {
    watch("counter/2/next");
    story.issues("b1", "b");
    settle();
    story.callsNext(1);
    settle();
    expect(told.at(-1)).toMatchObject({ ticket: null, number: null });
  });

  it("is told once for all that comes together", () => {
    watch("counter/1/next");
    story.issues("b1", "b");
    topics.publish();
    story.issues("a1", "a");
    settle();
    expect(names()).toEqual(["a1"]);
  });

  it("is told of no counter that nobody watches, nor of one that is left", () => {
    const pass = vi.spyOn(topics, "pass");
    story.issues("b1", "b");
    settle();
    const leave = watch("counter/1/next");
    leave();
    story.issues("a1", "a");
    settle();
    expect(pass).not.toHaveBeenCalled();
  });

  it("stands in what a watcher is told first, as the call then goes", () => {
    story.issues("b1", "b");
    story.issues("soldier", "b", { class: "statutory" });
    expect(nextAt(moment(), story.counter(1))).toEqual({
      ticket: "soldier",
      number: story.ticket("soldier").number,
    });
    expect(story.callsNext(1)).toBe("soldier");
  });
});
