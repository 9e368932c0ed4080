import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { templateText } from "../../../shared/text/emergency.ts";
import { Moments } from "../../../server/commands/context.ts";
import { HubTopics } from "../../../server/live/hub-topics.ts";
import { PassingFrames } from "../../../server/live/passing.ts";
import type { EstimateBoard } from "../../../server/views/estimates.ts";
import type { Estimate } from "../../../shared/wire/ticket.ts";
import { Story } from "../domain/story.ts";

const FRAME_LIMIT = 64 * 1024;

describe("waiting times for staff", () => {
  let story: Story;
  let passing: PassingFrames;
  let topics: HubTopics;
  let board: EstimateBoard | null;
  let frames: string[];
  const moments = new Moments(() => board);

  /** What passes after a picture of these is told. */
  const tell = (tickets: Record<string, Estimate | null>): Record<string, Estimate | null>[] => {
    frames = [];
    board = { at: story.now, tickets: new Map(Object.entries(tickets)), services: new Map() };
    passing.soon();
    vi.advanceTimersByTime(300);
    return frames.flatMap((frame) => {
      const { event } = JSON.parse(frame) as { event: { type: string; estimates: Record<string, Estimate | null> } };
      return event.type === "estimates" ? [event.estimates] : [];
    });
  };

  beforeEach(() => {
    vi.useFakeTimers();
    board = null;
    frames = [];
    story = new Story({ counters: { 1: [["a"]] } });
    topics = new HubTopics(
      (state, now) => moments.of(state, now),
      { name: () => "", note: () => null, emergency: templateText },
      (error) => {
        throw error;
      },
    );
    passing = new PassingFrames(topics, () => moments.of(story.state, story.now));
    topics.watch("queue", "queue", { send: (frame) => frames.push(frame) });
  });

  afterEach(() => {
    passing.stop();
    vi.useRealTimers();
  });

  it("pass where they have changed by more than anybody would be told", () => {
    story.issuesAll("a", "A", "B");
    const [soon, later] = [
      { p50: 60, p90: 120 },
      { p50: 360, p90: 600 },
    ];
    expect(tell({ A: soon, B: later })).toEqual([{ A: soon, B: later }]);
    expect(tell({ A: { p50: 55, p90: 110 }, B: { p50: 300, p90: 600 } })).toEqual([{ B: { p50: 300, p90: 600 } }]);
    story.closes(1);
    expect(tell({})).toEqual([{ A: null, B: null }]);
    expect(tell({})).toEqual([]);
  });

  it("pass of nobody who does not wait", () => {
    story.issuesAll("a", "A", "B");
    story.callsNext(1);
    const told = { p50: 60, p90: 120 };
    expect(tell({ A: told, B: told, gone: told })).toEqual([{ B: told }]);
  });

  it("of a great crowd pass in frames that may be sent", () => {
    const names = Array.from(
      { length: 900 },
      (_, index) => `0199f0a0-0000-7000-8000-${String(index).padStart(12, "0")}`,
    );
    story.issuesAll("a", ...names);
    const all = tell(Object.fromEntries(names.map((name, index) => [name, { p50: 1000 + index, p90: 2000 + index }])));
    expect(all.flatMap((estimates) => Object.keys(estimates))).toEqual(names);
    expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThan(FRAME_LIMIT);
  });
});
