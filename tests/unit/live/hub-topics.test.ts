import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { templateText } from "../../../shared/text/emergency.ts";
import { Moments } from "../../../server/commands/context.ts";
import type { Recorded } from "../../../server/domain/events.ts";
import { HubTopics } from "../../../server/live/hub-topics.ts";
import { nameOf, type JournalTopic } from "../../../server/live/told.ts";
import type { HallState } from "../../../server/domain/state.ts";
import { Story } from "../domain/story.ts";

interface Frame {
  readonly topic: string;
  readonly seq?: number;
  readonly event: { readonly type: string };
}

/** A hall's story that is told on topics, some events at a time, as commits bring them. */
class ToldStory {
  readonly story = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
  readonly topics: HubTopics;
  readonly failures: unknown[] = [];
  #told = 0;

  constructor() {
    const moments = new Moments();
    const momentOf = (state: HallState, now: number) => moments.of(state, now);
    const words = { name: () => "", note: () => null, emergency: templateText };
    this.topics = new HubTopics(momentOf, words, (error) => this.failures.push(error));
    this.tell();
  }

  get last(): number {
    return this.story.state.seq;
  }

  /** One commit: everything that happened since the last. */
  tell(): void {
    this.#prepare();
    this.topics.publish();
  }

  /** A commit that failed. */
  loses(): void {
    const kept = this.#told;
    this.#prepare();
    this.topics.discard();
    this.#told = kept;
  }

  #prepare(): void {
    const events: readonly Recorded[] = this.story.journal.slice(this.#told);
    for (const event of events) this.topics.prepare(event, this.story.state);
    this.#told = this.story.journal.length;
  }
}

/** All that was missed on a topic, some frames at a time; null where it is not all kept. */
function allMissed({ topics, last }: ToldStory, topic: JournalTopic, since: number): string[] | null {
  const frames: string[] = [];
  for (let after = since; ;) {
    const missed = topics.missed({ topic, name: "topic", after, most: 3 }, last);
    if (!missed) return null;
    expect(missed.frames.length).toBeLessThanOrEqual(3);
    frames.push(...missed.frames);
    if (missed.isLast) return frames;
    after = missed.upTo;
  }
}

/** Somebody who watches one topic, goes away, and comes back with the last seq they saw. */
class Screen {
  readonly frames: Frame[] = [];
  #seen: number;
  #leave: (() => void) | null = null;

  constructor(
    private readonly told: ToldStory,
    private readonly topic: JournalTopic,
    since: number,
  ) {
    this.#seen = since;
    this.comes();
  }

  comes(): void {
    if (this.#leave) return;
    const missed = allMissed(this.told, this.topic, this.#seen);
    if (!missed) throw new Error("not everything is kept");
    for (const frame of missed) this.#hear(frame);
    this.#leave = this.told.topics.watch(nameOf(this.topic), "topic", { send: (frame) => this.#hear(frame) });
  }

  goes(): void {
    this.#leave?.();
    this.#leave = null;
  }

  #hear(text: string): void {
    // Frames are made by the hub alone.
    const frame = JSON.parse(text) as Frame;
    this.frames.push(frame);
    if (frame.seq !== undefined) this.#seen = frame.seq;
  }
}

const LOBBY: JournalTopic = { kind: "lobby" };
const topics: readonly JournalTopic[] = [
  LOBBY,
  { kind: "queue" },
  { kind: "counter", number: 1 },
  { kind: "ticket", id: "anna" },
];

describe("live topics", () => {
  let told: ToldStory;

  beforeEach(() => {
    told = new ToldStory();
  });

  it("tell of a commit only once it is published, and of a lost one never", () => {
    const screen = new Screen(told, LOBBY, told.last);
    told.story.issues("anna", "a");
    told.loses();
    expect(screen.frames).toEqual([]);
    told.tell();
    expect(screen.frames.map(({ event }) => event.type)).toEqual(["waiting"]);
  });

  it("give one frame a topic and event, in journal order", () => {
    const screens = topics.map((topic) => new Screen(told, topic, told.last));
    told.story.issues("anna", "a");
    told.story.callsNext(1);
    told.story.starts(1);
    told.story.finishes(1);
    told.tell();
    for (const { frames } of screens) {
      const seqs = frames.map(({ seq }) => seq ?? 0);
      expect(seqs.length).toBeGreaterThan(1);
      expect(new Set(seqs).size).toBe(seqs.length);
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    }
  });

  it("leave nothing out and repeat nothing, however often somebody goes and comes back", () => {
    const step = fc.constantFrom("issue", "call", "finish", "miss", "tell", "tell", "go", "come");
    fc.assert(
      fc.property(fc.constantFrom(...topics), fc.array(step, { maxLength: 80 }), (topic, steps) => {
        const run = new ToldStory();
        const faithful = new Screen(run, topic, run.last);
        const fickle = new Screen(run, topic, run.last);
        for (const [index, each] of steps.entries()) {
          const isBusy = run.story.counter(1).ticket !== null;
          if (each === "issue") run.story.issues(index === 0 ? "anna" : `t${String(index)}`, "a");
          if (each === "call" && !isBusy) run.story.callsNext(1);
          if (each === "finish" && isBusy) run.story.finishes(1);
          if (each === "miss" && isBusy) run.story.does({ type: "recall", counter: 1, clerk: "clerk-1", ticket: null });
          if (each === "tell") run.tell();
          if (each === "go") fickle.goes();
          if (each === "come" || each === "go") run.tell();
          if (each === "come") fickle.comes();
        }
        run.tell();
        fickle.comes();
        expect(fickle.frames).toEqual(faithful.frames);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("reach everybody else where one who watches fails", () => {
    const failure = new Error("gone");
    const before = new Screen(told, LOBBY, told.last);
    const fails = (): never => {
      throw failure;
    };
    told.topics.watch("lobby", "lobby", { send: fails });
    const after = new Screen(told, LOBBY, told.last);
    told.story.issues("anna", "a");
    told.tell();
    told.topics.pass("lobby", { type: "ready", at: "now", numbers: [] });
    for (const { frames } of [before, after])
      expect(frames.map(({ event }) => event.type)).toEqual(["waiting", "ready"]);
    expect(told.failures).toEqual([failure, failure]);
  });

  it("resume nothing for who has seen all, and cannot for who has seen more than happened", () => {
    const ask = (since: number) => allMissed(told, LOBBY, since);
    told.story.issues("anna", "a");
    told.tell();
    expect(ask(told.last)).toEqual([]);
    expect(ask(told.last - 1)).toHaveLength(1);
    expect(ask(told.last + 1)).toBeNull();
  });

  it("resume at least the last ten thousand events, and say where they cannot", () => {
    const ask = (since: number) => allMissed(told, { kind: "queue" }, since);
    for (let count = 0; count < 16_000; count += 1) {
      told.story.does({ type: "pause", counter: 1, clerk: "clerk-1", returnAt: null, note: "note" });
      told.tell();
    }
    const frames = ask(told.last - 10_000);
    expect(frames).toHaveLength(10_000);
    expect(JSON.parse(frames?.[0] ?? "{}")).toMatchObject({ seq: told.last - 9999 });
    expect(ask(0)).toBeNull();
    expect(ask(told.last - 15_999)).toBeNull();
  });

  it("name a ticket's topic as its holder calls it, and never by another's token", () => {
    const heard: string[] = [];
    told.topics.watch("ticket:anna", "ticket/TOKEN-OF-ANNA", { send: (frame) => void heard.push(frame) });
    told.story.issues("anna", "a");
    told.story.issues("alf", "a");
    told.tell();
    expect(heard).toHaveLength(1);
    expect(JSON.parse(heard[0] ?? "")).toMatchObject({
      topic: "ticket/TOKEN-OF-ANNA",
      event: { type: "ticket-issued" },
    });
  });

  it("pass on what passes without a seq, to those who watch now, and keep nothing of it", () => {
    const screen = new Screen(told, LOBBY, told.last);
    told.topics.pass("lobby", { type: "ready", at: "now", numbers: ["A001"] });
    expect(screen.frames).toEqual([
      { t: "event", topic: "topic", event: { type: "ready", at: "now", numbers: ["A001"] } },
    ]);
    expect(new Screen(told, LOBBY, told.last).frames).toEqual([]);
  });

  it("keep the day's newest calls, each number once, for screens that come in later", () => {
    told.story.issuesAll("a", "anna", "alf");
    told.story.callsNext(1);
    told.story.callsNext(2);
    told.story.does({ type: "recall", counter: 1, clerk: "clerk-1", ticket: null });
    told.tell();
    expect(told.topics.calls.newestFirst.map(({ number, times }) => [number, times])).toEqual([
      ["A001", 2],
      ["A002", 1],
    ]);
    told.story.at("08:00", "2026-11-26").does({ type: "turn-day", date: "2026-11-26" });
    told.tell();
    expect(told.topics.calls.newestFirst).toEqual([]);
  });

  it("say nothing on the lobby of a class, a reason, or who it is", () => {
    const screen = new Screen(told, LOBBY, told.last);
    told.story.issues("grandma", "a", { class: "courtesy", reason: "elderly", personId: "person-1" });
    told.story.callsNext(1);
    told.story.starts(1);
    told.story.finishes(1);
    told.tell();
    const said = JSON.stringify(screen.frames);
    for (const secret of ["courtesy", "elderly", "person-1", "grandma"]) expect(said).not.toContain(secret);
    expect(said).toContain("A001");
  });
});
