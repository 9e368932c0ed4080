import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ScreenReport } from "../../../shared/wire/lobby.ts";
import { HubConnection, type HubOptions, type SocketLike, type Watcher } from "../../../shared/ui/hub.ts";

/** A socket in the test's hands: what was sent to it, and what it says back. */
class HeldSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  isClosed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.isClosed = true;
  }
  open(): void {
    this.onopen?.();
  }
  say(frame: Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  watches(): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame["t"] === "watch" || frame["t"] === "unwatch");
  }
}

const at = "2026-11-23T09:00:00.000+08:00";
const snapshot = (seq: number, data: unknown = {}, epoch = "e1") => ({
  t: "snapshot",
  topic: "lobby",
  seq,
  epoch,
  now: at,
  data,
});
const event = (seq: number | undefined, type = "called") => ({
  t: "event",
  topic: "lobby",
  ...(seq === undefined ? {} : { seq }),
  event: { type, at },
});

function line(options: Pick<HubOptions, "token" | "random" | "report" | "clock"> = {}) {
  const sockets: HeldSocket[] = [];
  const hub = new HubConnection({
    url: "ws://hall/live",
    random: () => 1,
    openSocket: () => {
      const socket = new HeldSocket();
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
  const socket = () => {
    const last = sockets[sockets.length - 1];
    if (!last) throw new Error("no socket was opened");
    return last;
  };
  return { hub, sockets, socket };
}

/** The line falls; the next one is opened at the end of the pause and no sooner. */
function fallsAndComesBackAfter({ sockets, socket }: ReturnType<typeof line>, pause: number): void {
  const before = sockets.length;
  socket().onclose?.();
  vi.advanceTimersByTime(pause - 1);
  expect(sockets).toHaveLength(before);
  vi.advanceTimersByTime(1);
  expect(sockets).toHaveLength(before + 1);
}

function listener() {
  const heard: string[] = [];
  const watcher: Watcher = {
    snapshot: (_, seq) => heard.push(`snapshot ${String(seq)}`),
    event: (told, seq) => heard.push(`${told.type} ${String(seq ?? "passing")}`),
    refused: (code) => heard.push(`refused ${code}`),
  };
  return { heard, watcher };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a page's line to the hub", () => {
  it("says who it is before it asks for anything", () => {
    const { hub, socket } = line({ token: "secret" });
    hub.watch("screen/1", listener().watcher);
    socket().open();
    expect(socket().sent.slice(0, 2)).toEqual([
      { t: "hello", token: "secret" },
      { t: "watch", topic: "screen/1" },
    ]);
  });

  it("asks how its topics stand before its first heartbeat, so that live means up to date", () => {
    const { hub, socket } = line({ token: "secret" });
    hub.watch("lobby", listener().watcher);
    hub.watch("screen/1", listener().watcher);
    socket().open();
    expect(socket().sent.map((frame) => frame["topic"] ?? frame["t"])).toEqual([
      "hello",
      "lobby",
      "screen/1",
      "heartbeat",
    ]);
  });

  it("is live only once the hub has spoken", () => {
    const { hub, socket } = line();
    const changes: string[] = [];
    hub.addEventListener("status", () => changes.push(hub.status));
    socket().open();
    expect(hub.status).toBe("connecting");
    socket().say({ t: "heartbeat", now: at });
    socket().onclose?.();
    expect(changes).toEqual(["live", "lost"]);
  });

  it("hands on each event once, in order, and drops what it has seen", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("lobby", watcher);
    socket().open();
    for (const frame of [snapshot(7), event(9), event(9), event(8), event(12)]) socket().say(frame);
    expect(heard).toEqual(["snapshot 7", "called 9", "called 12"]);
  });

  it("waits for the ground to stand on: an event before the snapshot is in the snapshot", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("lobby", watcher);
    socket().open();
    for (const frame of [event(6), snapshot(6), event(7)]) socket().say(frame);
    expect(heard).toEqual(["snapshot 6", "called 7"]);
  });

  it("passes on frames without a number and never counts them", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("lobby", watcher);
    socket().open();
    for (const frame of [snapshot(3), event(undefined, "shown"), event(4)]) socket().say(frame);
    expect(heard).toEqual(["snapshot 3", "shown passing", "called 4"]);
  });

  it("comes back after a loss and resumes where it was", () => {
    const { hub, sockets, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("lobby", watcher);
    socket().open();
    for (const frame of [snapshot(7), event(9)]) socket().say(frame);
    socket().onclose?.();
    expect(hub.status).toBe("lost");
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
    socket().open();
    expect(socket().watches()).toEqual([{ t: "watch", topic: "lobby", since: 9, epoch: "e1" }]);
    for (const frame of [event(9), event(10)]) socket().say(frame);
    expect(heard).toEqual(["snapshot 7", "called 9", "called 10"]);
    expect(hub.status).toBe("live");
  });

  it("starts over from a snapshot of a new epoch, though its numbers are smaller", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("lobby", watcher);
    socket().open();
    for (const frame of [snapshot(700), snapshot(5, {}, "e2"), event(6)]) socket().say(frame);
    expect(heard).toEqual(["snapshot 700", "snapshot 5", "called 6"]);
  });

  it("tries again after 0.5 s, then ever later, never later than 5 s", () => {
    const held = line();
    for (const pause of [500, 1000, 2000, 4000, 5000, 5000]) {
      fallsAndComesBackAfter(held, pause);
    }
  });

  it("waits ever longer where the line falls as soon as the hub has spoken", () => {
    const held = line();
    for (const pause of [500, 1000, 2000]) {
      held.socket().open();
      held.socket().say({ t: "heartbeat", now: at });
      fallsAndComesBackAfter(held, pause);
    }
  });

  it("comes back quickly after a line that lived, however long it took to get it", () => {
    const { sockets, socket } = line();
    for (const pause of [500, 1000, 2000]) {
      socket().onclose?.();
      vi.advanceTimersByTime(pause);
    }
    socket().open();
    for (let beats = 0; beats < 3; beats++) {
      socket().say({ t: "heartbeat", now: at });
      vi.advanceTimersByTime(5_000);
    }
    socket().onclose?.();
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(5);
  });

  it("spreads the screens of a hall over the pause when the hub comes back", () => {
    const moments = [0, 0.5, 0.999].map((random) => {
      const { sockets, socket } = line({ random: () => random });
      socket().onclose?.();
      let waited = 0;
      for (; sockets.length < 2; waited += 10) vi.advanceTimersByTime(10);
      return waited;
    });
    expect(moments).toEqual([100, 300, 500]);
  });

  it("takes its own moment when the network is back, as every screen behind the same switch hears of it at once", () => {
    const page = new EventTarget();
    vi.stubGlobal("window", page);
    const { hub, sockets, socket } = line();
    for (const pause of [500, 1000, 2000]) {
      socket().onclose?.();
      vi.advanceTimersByTime(pause);
    }
    socket().onclose?.();
    page.dispatchEvent(new Event("online"));
    expect(sockets).toHaveLength(4);
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(5);
    hub.close();
    page.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(5);
  });

  it("takes a line for dead after 12 s of silence", () => {
    const { hub, socket } = line();
    socket().open();
    socket().say({ t: "heartbeat", now: at });
    const first = socket();
    vi.advanceTimersByTime(11_999);
    expect(hub.status).toBe("live");
    vi.advanceTimersByTime(1);
    expect(hub.status).toBe("lost");
    expect(first.isClosed).toBe(true);
  });

  it("stays live as long as heartbeats are answered", () => {
    const { hub, socket } = line();
    socket().open();
    for (let i = 0; i < 20; i++) {
      socket().say({ t: "heartbeat", now: at });
      vi.advanceTimersByTime(5_000);
    }
    expect(hub.status).toBe("live");
    expect(socket().sent.filter((frame) => frame["t"] === "heartbeat")).toHaveLength(21);
  });

  it("gives up a connection that never opens", () => {
    const { sockets } = line();
    vi.advanceTimersByTime(8_000 + 500);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.isClosed).toBe(true);
  });

  it("keeps the hub's clock and the hall's offset", () => {
    const { hub, socket } = line();
    expect(hub.isClockKnown).toBe(false);
    socket().open();
    socket().say({ t: "heartbeat", now: at });
    vi.advanceTimersByTime(1_500);
    expect(hub.instant()).toBe("2026-11-23T09:00:01.500+08:00");
  });

  it("tells the watcher of a topic that it was refused", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("queue", watcher);
    socket().open();
    socket().say({ t: "refused", topic: "queue", code: "not-signed-in" });
    expect(heard).toEqual(["refused not-signed-in"]);
  });

  it("brings a second watcher of a topic up to date with a snapshot of its own", () => {
    const { hub, socket } = line();
    hub.watch("lobby", listener().watcher);
    socket().open();
    socket().say(snapshot(3));
    const { heard, watcher } = listener();
    hub.watch("lobby", watcher);
    expect(socket().watches().slice(1)).toEqual([
      { t: "unwatch", topic: "lobby" },
      { t: "watch", topic: "lobby" },
    ]);
    socket().say(snapshot(4));
    expect(heard).toEqual(["snapshot 4"]);
  });

  it("stops asking for a topic when its last watcher leaves", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    const leave = hub.watch("lobby", watcher);
    socket().open();
    leave();
    socket().say(snapshot(3));
    expect(heard).toEqual([]);
    expect(socket().watches().at(-1)).toEqual({ t: "unwatch", topic: "lobby" });
  });

  it("connects anew under another token and forgets what the old one was told", () => {
    const { hub, sockets, socket } = line({ token: "old" });
    hub.watch("queue", listener().watcher);
    socket().open();
    socket().say({ ...snapshot(3), topic: "queue" });
    hub.setToken("new");
    expect(sockets[0]?.isClosed).toBe(true);
    socket().open();
    expect(socket().sent.slice(0, 2)).toEqual([
      { t: "hello", token: "new" },
      { t: "watch", topic: "queue" },
    ]);
  });

  it("is over when it is closed", () => {
    const { hub, sockets } = line();
    hub.close();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(hub.status).toBe("lost");
  });

  it("lets one watcher's fault keep nobody else from hearing", () => {
    const { hub, socket } = line();
    const { heard, watcher } = listener();
    hub.watch("lobby", {
      snapshot: () => {
        throw new Error("a page's fault");
      },
    });
    hub.watch("lobby", watcher);
    socket().open();
    socket().say(snapshot(3));
    expect(heard).toEqual(["snapshot 3"]);
    expect(() => vi.advanceTimersByTime(0)).toThrow("a page's fault");
  });
});

describe("a line that falls silent", () => {
  it("knows when the hub was last heard, and not only when the silence was noticed", () => {
    const opened = line();
    opened.socket().open();
    opened.socket().say({ t: "heartbeat", now: at });
    vi.advanceTimersByTime(12_000);
    expect(opened.hub.status).toBe("lost");
    expect(opened.hub.heardAt()).toBe(at);
    expect(opened.hub.instant()).toBe("2026-11-23T09:00:12.000+08:00");
    opened.hub.close();
  });

  it("tells with its watch what is held already, again after every loss, and how it is with its heartbeat", () => {
    const report = { clockErrorMs: 3 } as unknown as ScreenReport;
    const { hub, socket } = line({ report: () => report });
    let version: string | null = null;
    hub.watch("screen/1", { snapshot: () => undefined, has: () => version });
    socket().open();
    expect(socket().watches()).toEqual([{ t: "watch", topic: "screen/1" }]);
    expect(socket().sent).toContainEqual({ t: "heartbeat", screen: report });
    version = "v1";
    hub.reconnect();
    socket().open();
    expect(socket().watches()).toEqual([{ t: "watch", topic: "screen/1", has: "v1" }]);
    hub.close();
  });

  it("goes by a clock that was kept until the hub has spoken", () => {
    const kept = Date.parse(at);
    const { hub } = line({ clock: { millis: kept, offsetMinutes: 480 } });
    expect(Math.round(hub.now())).toBe(kept);
    expect(hub.instant().slice(0, 16)).toBe("2026-11-23T09:00");
    expect(hub.isClockKnown).toBe(false);
    hub.close();
  });
});
