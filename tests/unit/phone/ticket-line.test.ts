import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TicketLine, type TicketPicture } from "../../../phone/ticket-line.ts";
import type { ApiAnswer } from "../../../shared/ui/api.ts";
import type { HubStatus, Watcher } from "../../../shared/ui/hub.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { aTicket } from "../../support/samples.ts";

const start = Date.parse("2026-11-25T09:00:00+08:00");

/** The live line as a test plays it. */
class FakeHub extends EventTarget {
  status: HubStatus = "connecting";
  watcher: Watcher | null = null;
  topic = "";

  now(): number {
    return Date.now();
  }

  watch(topic: string, watcher: Watcher): () => void {
    [this.topic, this.watcher] = [topic, watcher];
    return () => {
      this.watcher = null;
    };
  }

  become(status: HubStatus): void {
    this.status = status;
    this.dispatchEvent(new Event("status"));
  }
}

const gone = { ok: false, status: 0, problem: { code: "hub-away", title: "", detail: "", status: 0 } } as const;
const notFound = {
  ok: false,
  status: 404,
  problem: { code: "not-found", title: "", detail: "", status: 404 },
} as const;
const answer = (ticket: Ticket) => ({ ok: true, status: 200, value: ticket }) as const;

let hub: FakeHub;
let pictures: TicketPicture[];
let ask: ReturnType<typeof vi.fn<() => Promise<ApiAnswer<Ticket>>>>;

function follow(): TicketLine {
  return new TicketLine({ token: "TOKEN", hub, ask, changed: (picture) => pictures.push(picture) });
}

const shown = () => pictures.at(-1);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  hub = new FakeHub();
  pictures = [];
  ask = vi.fn(() => Promise.resolve(answer(aTicket())));
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a ticket followed live", () => {
  it("shows the snapshot of its own topic and asks for nothing", async () => {
    follow();
    hub.become("live");
    hub.watcher?.snapshot(aTicket({ ahead: 4 }), 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hub.topic).toBe("ticket/TOKEN");
    expect(shown()).toMatchObject({ is: "here", isFresh: true, ticket: { ahead: 4 } });
    expect(ask).not.toHaveBeenCalled();
  });

  it("takes a passing count without waiting for an event", () => {
    follow();
    hub.become("live");
    hub.watcher?.snapshot(aTicket({ ahead: 4 }), 1);
    hub.watcher?.event?.({ type: "ahead", at: "", ahead: 3, estimate: null }, undefined);
    expect(shown()).toMatchObject({ ticket: { ahead: 3, number: "A012" } });
  });

  it("takes the ticket anew from every event", () => {
    follow();
    hub.become("live");
    hub.watcher?.snapshot(aTicket(), 1);
    hub.watcher?.event?.({ type: "ticket-called", at: "", ticket: aTicket({ state: "called", counter: 3 }) }, 2);
    expect(shown()).toMatchObject({ ticket: { state: "called", counter: 3 } });
  });

  it("says that the ticket is unknown when the hub refuses it", () => {
    follow();
    hub.become("live");
    hub.watcher?.refused?.("not-found");
    expect(shown()).toEqual({ is: "unknown" });
  });

  it("shows what a command answered at once", () => {
    const line = follow();
    line.accept(aTicket({ state: "cancelled" }));
    expect(shown()).toMatchObject({ is: "here", ticket: { state: "cancelled" } });
  });
});

describe("a ticket where no live line can be had", () => {
  it("is asked for again and again", async () => {
    follow();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(shown()).toMatchObject({ is: "here", isFresh: true });
    ask.mockResolvedValue(answer(aTicket({ state: "called", counter: 3 })));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown()).toMatchObject({ ticket: { state: "called" } });
  });

  it("is no longer asked for once the line is live", async () => {
    follow();
    await vi.advanceTimersByTimeAsync(2_500);
    hub.become("live");
    hub.watcher?.snapshot(aTicket(), 1);
    ask.mockClear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
  });

  it("is unknown, and left alone, when the hub does not know it", async () => {
    ask.mockResolvedValue(notFound);
    follow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown()).toEqual({ is: "unknown" });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("is asked for where the line takes no more topics", async () => {
    follow();
    hub.become("live");
    hub.watcher?.refused?.("overloaded");
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toMatchObject({ is: "here", isFresh: true });
  });
});

describe("a ticket while the hub is away", () => {
  beforeEach(() => {
    ask.mockResolvedValue(gone);
  });

  it("says so when nothing is known yet", async () => {
    follow();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(shown()).toEqual({ is: "away" });
  });

  it("shows what was last known with a time that is surely not too late", async () => {
    follow();
    hub.become("live");
    hub.watcher?.snapshot(aTicket(), 1);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    hub.become("lost");
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toMatchObject({ is: "here", isFresh: false, asOf: "2026-11-25T09:09:48.000+08:00" });
  });

  it("does not grow younger while it stays away", async () => {
    follow();
    hub.become("live");
    hub.watcher?.snapshot(aTicket(), 1);
    hub.become("lost");
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(shown()).toMatchObject({ isFresh: false, asOf: "2026-11-25T09:00:00.000+08:00" });
  });

  it("is fresh again as soon as an answer comes", async () => {
    follow();
    hub.become("live");
    hub.watcher?.snapshot(aTicket(), 1);
    hub.become("lost");
    await vi.advanceTimersByTimeAsync(0);
    ask.mockResolvedValue(answer(aTicket({ ahead: 1 })));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown()).toMatchObject({ isFresh: true, ticket: { ahead: 1 } });
  });
});

describe("an answer that comes late", () => {
  it("does not overwrite what the live line has told meanwhile", async () => {
    let deliver: (late: ApiAnswer<Ticket>) => void = () => undefined;
    ask.mockImplementation(() => new Promise((resolve) => (deliver = resolve)));
    follow();
    await vi.advanceTimersByTimeAsync(2_500);
    hub.become("live");
    hub.watcher?.snapshot(aTicket({ state: "called", counter: 3 }), 9);
    deliver(answer(aTicket({ state: "waiting" })));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toMatchObject({ ticket: { state: "called" } });
  });

  it("changes nothing after the page was left", async () => {
    let deliver: (late: ApiAnswer<Ticket>) => void = () => undefined;
    ask.mockImplementation(() => new Promise((resolve) => (deliver = resolve)));
    const line = follow();
    await vi.advanceTimersByTimeAsync(2_500);
    line.stop();
    deliver(answer(aTicket()));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pictures).toEqual([]);
    expect(hub.watcher).toBeNull();
  });
});
