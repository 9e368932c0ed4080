import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Announcer } from "../../../display/lobby/announcer.ts";
import { LobbyCalls } from "../../../display/lobby/lobby-calls.ts";
import { NearbyVoice } from "../../../display/lobby/nearby-voice.ts";
import { blankPicture, type ListedCall } from "../../../display/lobby/picture.ts";
import { RecentCalls } from "../../../server/live/recent-calls.ts";
import { HubConnection, type SocketLike, type Watcher } from "../../../shared/ui/hub.ts";
import type { LobbyEvent, LobbySnapshot } from "../../../shared/wire/live.ts";
import { at, listedCall, lobbyCall, lobbyCounter } from "./calls.ts";

/** A hub as far as its lobby goes: a journal, the hub's own list of calls, and one line that can be cut. */
class LobbyHub {
  private readonly calls = new RecentCalls();
  private readonly journal: { seq: number; event: LobbyEvent }[] = [];
  private socket: HeldSocket | null = null;
  private seq = 0;
  counters: LobbySnapshot["counters"] = [];

  open = (): SocketLike => {
    this.socket = new HeldSocket((frame) => this.received(frame));
    return this.socket;
  };

  get newestFirst(): readonly ListedCall[] {
    return this.calls.newestFirst;
  }

  happens(event: LobbyEvent): void {
    this.seq += 2;
    this.journal.push({ seq: this.seq, event });
    if (event.type === "day") this.calls.clear();
    if (event.type === "called") this.calls.add(this.seq, event);
    this.say({ t: "event", topic: "lobby", seq: this.seq, event });
  }

  /** Takes the line that waits to be taken, if one does. */
  answers(): void {
    if (this.socket?.isOpen === false) this.socket.open();
  }

  cuts(): void {
    const socket = this.socket;
    this.socket = null;
    socket?.onclose?.();
  }

  /** What happened before is no longer told one by one: only a snapshot brings a screen up to date. */
  forgets(): void {
    this.journal.length = 0;
  }

  private received(frame: { readonly t?: unknown; readonly topic?: unknown; readonly since?: unknown }): void {
    if (frame.t !== "watch" || frame.topic !== "lobby") return;
    const { since } = frame;
    const isKnown =
      typeof since === "number" && (since === this.seq || (this.journal[0]?.seq ?? Infinity) <= since + 2);
    if (!isKnown)
      return this.say({ t: "snapshot", topic: "lobby", seq: this.seq, epoch: "e1", now: at(0), data: this.snapshot() });
    for (const entry of this.journal) if (entry.seq > since) this.say({ t: "event", topic: "lobby", ...entry });
  }

  private snapshot(): LobbySnapshot {
    const { counters } = this;
    return { date: "2026-11-25", calls: this.calls.newestFirst, waiting: {}, counters, ready: [], content: "0" };
  }

  private say(frame: object): void {
    this.socket?.onmessage?.({ data: JSON.stringify(frame) });
  }
}

class HeldSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;

  isOpen = false;

  constructor(private readonly heard: (frame: { readonly t?: unknown }) => void) {}

  open(): void {
    this.isOpen = true;
    this.onopen?.();
  }

  send(text: string): void {
    this.heard(JSON.parse(text) as { readonly t?: unknown });
  }
  close(): void {
    this.onmessage = null;
  }
}

/** A screen beside which no other speaks. */
function voices(announcer: Announcer) {
  return {
    announcer,
    nearby: new NearbyVoice(
      () => Date.parse(at(30)),
      () => ({ device: null, area: null }),
    ),
  };
}

function screenOf(hub: LobbyHub) {
  const sounded: ListedCall[] = [];
  const line = new HubConnection({ url: "ws://hall/live", openSocket: hub.open, random: () => 1 });
  const announcer = new Announcer(
    { add: (call) => sounded.push(call), drop: () => undefined, leave: () => undefined, clear: () => undefined },
    () => Date.parse(at(30)),
  );
  const calls = new LobbyCalls({ hub: line, instant: () => at(30), reloadHall: () => undefined }, voices(announcer));
  hub.answers();
  return { calls, sounded, close: () => line.close() };
}

/** The line is lost and comes back; what happens in between is the story's. */
function whileLost(hub: LobbyHub, story: () => void): void {
  hub.cuts();
  story();
  vi.advanceTimersByTime(6_000);
  hub.answers();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a lobby screen that loses its line", () => {
  it("shows what was called meanwhile, and sounds it once", () => {
    const hub = new LobbyHub();
    const { calls, sounded } = screenOf(hub);
    hub.happens(lobbyCall("S001", 1));
    whileLost(hub, () => hub.happens(lobbyCall("S002", 2)));
    expect(calls.picture.calls).toEqual(hub.newestFirst);
    expect(sounded.map(({ number }) => number)).toEqual(["S001", "S002"]);
  });

  it("shows and sounds it once after a restart too, from a snapshot", () => {
    const hub = new LobbyHub();
    const { calls, sounded } = screenOf(hub);
    hub.happens(lobbyCall("S001", 1));
    whileLost(hub, () => {
      hub.happens(lobbyCall("S002", 2));
      hub.forgets();
    });
    expect(calls.picture.calls).toEqual(hub.newestFirst);
    expect(sounded.map(({ number }) => number)).toEqual(["S001", "S002"]);
  });

  it("does not sound what was called more than a minute ago", () => {
    const hub = new LobbyHub();
    const { calls, sounded } = screenOf(hub);
    whileLost(hub, () => hub.happens(lobbyCall("S001", 1, { at: at(-31) })));
    expect(calls.picture.calls.map(({ number }) => number)).toEqual(["S001"]);
    expect(sounded).toEqual([]);
  });

  it("sounds nothing when it comes in and finds calls already made", () => {
    const hub = new LobbyHub();
    hub.happens(lobbyCall("S001", 1));
    const { calls, sounded } = screenOf(hub);
    expect(calls.picture.calls).toHaveLength(1);
    expect(sounded).toEqual([]);
  });

  it("says no call that it missed once its service has begun, or the counter has moved on", () => {
    const hub = new LobbyHub();
    const { calls, sounded } = screenOf(hub);
    whileLost(hub, () => {
      for (const [index, number] of ["S001", "S002", "S003"].entries()) hub.happens(lobbyCall(number, index + 1));
      hub.counters = [
        lobbyCounter(1, { number: "S001", serving: true }),
        lobbyCounter(2, { number: "S002" }),
        lobbyCounter(3),
      ];
      hub.forgets();
    });
    expect(calls.picture.calls).toHaveLength(3);
    expect(sounded.map(({ number }) => number)).toEqual(["S002"]);
  });

  it("shows the counters of another hall file once the hub has one, and sounds no call again for it", () => {
    const hub = new LobbyHub();
    hub.counters = [lobbyCounter(1)];
    const { calls, sounded } = screenOf(hub);
    hub.happens(lobbyCall("S001", 1));
    whileLost(hub, () => {
      hub.counters = [
        lobbyCounter(1, { number: "S001", label: { zh: "东厅1号", en: "East 1" } }),
        lobbyCounter(2, { number: "S002" }),
      ];
      hub.happens({ type: "hall", at: at(5) });
      hub.happens(lobbyCall("S002", 2));
    });
    expect(calls.picture.counters).toEqual(hub.counters);
    expect(calls.picture.calls).toEqual(hub.newestFirst);
    expect(sounded.map(({ number }) => number)).toEqual(["S001", "S002"]);
  });

  it("shows exactly the hub's calls, each sounded once, whatever happens and whenever the line breaks", () => {
    const step = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          kind: fc.constant("call" as const),
          number: fc.integer({ min: 1, max: 40 }),
          counter: fc.integer({ min: 1, max: 8 }),
          isRecall: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: "day" as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: "hall" as const }) },
      { weight: 3, arbitrary: fc.constant({ kind: "lost" as const }) },
      { weight: 3, arbitrary: fc.constant({ kind: "back" as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: "forgets" as const }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const hub = new LobbyHub();
        const { calls, sounded, close } = screenOf(hub);
        steps.forEach((each, index) => {
          if (each.kind === "call") {
            hub.happens(
              lobbyCall(`S${String(each.number)}`, each.counter, { times: each.isRecall ? 2 : 1, at: at(index / 10) }),
            );
          } else if (each.kind === "day") hub.happens({ type: "day", at: at(0), date: "2026-11-26" });
          else if (each.kind === "hall") hub.happens({ type: "hall", at: at(0) });
          else if (each.kind === "forgets") hub.forgets();
          else if (each.kind === "lost") hub.cuts();
          else {
            vi.advanceTimersByTime(6_000);
            hub.answers();
          }
        });
        vi.advanceTimersByTime(6_000);
        hub.answers();
        expect(calls.picture.calls).toEqual(hub.newestFirst);
        expect(new Set(sounded.map(({ seq }) => seq)).size).toBe(sounded.length);
        const newest = hub.newestFirst[0];
        if (newest) expect(sounded[sounded.length - 1]?.seq).toBe(newest.seq);
        close();
      }),
      { numRuns: 300, seed: 20261125 },
    );
  });
});

describe("what a lobby screen reports", () => {
  function reporting() {
    const sent: object[] = [];
    let told: Watcher | null = null;
    const clock = { seconds: 0 };
    const hub = {
      watch: (_: string, watcher: Watcher) => {
        told = watcher;
        return () => undefined;
      },
      seen: (topic: string, seq: number, ...instants: readonly string[]) => sent.push([topic, seq, ...instants]),
    };
    const sounding = { add: () => undefined, drop: () => undefined, leave: () => undefined, clear: () => undefined };
    const announcer = new Announcer(sounding, () => Date.parse(at(0)));
    const line = { hub, instant: () => at(clock.seconds), reloadHall: () => undefined };
    const calls = new LobbyCalls(line, voices(announcer));
    const hears = (seq: number) => told?.event?.({ ...lobbyCall("S001", 1) }, seq);
    const lists = (list: readonly ListedCall[]) =>
      told?.snapshot({ ...blankPicture, date: "2026-11-25", calls: list }, 9);
    return { calls, clock, sent, hears, lists };
  }

  it("says when each call came to stand on the glass, also when it says that it is spoken", () => {
    const { calls, clock, sent, hears } = reporting();
    hears(7);
    clock.seconds = 1;
    calls.painted(new Set([7]));
    clock.seconds = 3;
    calls.spoken(7);
    expect(sent).toEqual([
      ["lobby", 7, at(1)],
      ["lobby", 7, at(1), at(3)],
    ]);
  });

  it("says so of a young call that came in a list, once, and of no older one", () => {
    const { calls, clock, sent, hears, lists } = reporting();
    hears(7);
    calls.painted(new Set([7]));
    clock.seconds = 70;
    const list = [listedCall("S003", 3, { seq: 9, at: at(69) }), listedCall("S002", 2, { seq: 8, at: at(9) })];
    lists(list);
    calls.painted(new Set([9, 8]));
    lists(list);
    calls.painted(new Set([9, 8]));
    expect(sent).toEqual([
      ["lobby", 7, at(0)],
      ["lobby", 9, at(70)],
    ]);
  });

  it("says of a call that is spoken and was never painted that it is spoken, and no more", () => {
    const { calls, sent, hears } = reporting();
    hears(7);
    calls.spoken(7);
    expect(sent).toEqual([["lobby", 7, undefined, at(0)]]);
  });
});
