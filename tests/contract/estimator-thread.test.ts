import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { EstimatorThread } from "../../server/commands/waiting-times.ts";
import type { FromEstimator, ToEstimator } from "../../server/domain/estimate/estimator-work.ts";
import type { HallPicture } from "../../server/domain/estimate/picture.ts";
import { threadFor } from "../../server/estimator-thread.ts";
import { Desk } from "../support/desk.ts";
import { end, forget, startHub, temporaryFolder } from "../support/hub.ts";

const source = fileURLToPath(new URL("../../server/estimator.worker.ts", import.meta.url));
const built = temporaryFolder();
const program = join(built, "estimator.worker.mjs");
const patience = { timeout: 20_000, interval: 50 };
const at = Date.parse("2026-11-25T09:00:00+08:00");

/** One counter, one who waits, and a service that is asked about. */
const picture: HallPicture = {
  at,
  secondOfDay: 32_400,
  services: [{ id: "a", typicalSeconds: 300 }],
  counters: [
    {
      clerk: "clerk",
      tiers: [[0]],
      takesOverflow: true,
      run: 0,
      inHand: { service: 0, since: at - 60_000 },
      idleSince: null,
      backAt: null,
      away: null,
    },
  ],
  waiting: [{ id: "A", service: 0, class: "normal", place: 0, since: at, dueAt: null, directedTo: null }],
  bookings: [],
  asked: [0],
  priorityRun: 2,
  overflowAfter: 1_800_000,
};

const yesterday: ToEstimator = {
  type: "learn",
  epoch: "E",
  observations: [
    { seq: 1, kind: "day-began" },
    ...Array.from({ length: 60 }, (_, index) => ({
      seq: index + 2,
      kind: "served" as const,
      service: "a",
      typicalSeconds: 300,
      clerk: "clerk",
      seconds: 1200,
    })),
    { seq: 90, kind: "day-ended" },
  ],
};

/** What a thread says, in order, and its end. */
class Conversation {
  readonly #said: (FromEstimator | Error)[] = [];
  #wake: () => void = () => undefined;
  readonly thread: EstimatorThread;

  constructor(file: string, forgets = false) {
    const hear = (said: FromEstimator | Error): void => {
      this.#said.push(said);
      this.#wake();
    };
    const hears = {
      heard: hear,
      ended: (error: unknown) => {
        hear(error instanceof Error ? error : new Error("ended"));
      },
    };
    this.thread = threadFor(program, file)(hears, { forgets });
  }

  async next(): Promise<FromEstimator | Error> {
    for (;;) {
      const said = this.#said.shift();
      if (said !== undefined) return said;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The median told to whoever waits in the picture. */
  async p50(): Promise<number> {
    this.thread.post({ type: "tell", picture });
    const told = await this.next();
    if (told instanceof Error || told.type !== "told") throw new Error("nothing was told");
    return told.tickets.get("A")?.p50 ?? Number.NaN;
  }
}

describe("the estimator's thread", () => {
  let folder: string;
  let file: string;
  const open: EstimatorThread[] = [];

  const start = (forgets = false): Conversation => {
    const conversation = new Conversation(file, forgets);
    open.push(conversation.thread);
    return conversation;
  };

  beforeAll(async () => {
    await build({ entryPoints: [source], outfile: program, bundle: true, format: "esm", platform: "node" });
  });

  afterAll(() => {
    forget(built);
  });

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder, "waiting-times.json");
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((thread) => thread.stop()));
    forget(folder);
  });

  it("keeps what it learned at the day's end, and begins with it", async () => {
    const first = start();
    expect(await first.next()).toEqual({ type: "ready", knows: false });
    const before = await first.p50();
    first.thread.post(yesterday);
    const after = await first.p50();
    expect(after).toBeGreaterThan(1.5 * before);
    expect(existsSync(file)).toBe(true);

    const second = start();
    expect(await second.next()).toEqual({ type: "ready", knows: true });
    const third = start();
    await third.next();
    // The same journal told again teaches nothing twice.
    third.thread.post(yesterday);
    const known = await second.p50();
    expect(known).toBeGreaterThan(1.5 * before);
    expect(await third.p50()).toBe(known);
  });

  it("begins anew from a file that is none, and from one it is told to leave alone", async () => {
    writeFileSync(file, "{");
    expect(await start().next()).toEqual({ type: "ready", knows: false });
    const first = start();
    await first.next();
    first.thread.post(yesterday);
    await first.p50();
    expect(await start(true).next()).toEqual({ type: "ready", knows: false });
    expect(readFileSync(file, "utf8")).toContain('"clerks"');
  });

  it("says so when it dies", async () => {
    const conversation = start();
    await conversation.next();
    // A picture that no hall gives.
    conversation.thread.post({ type: "tell", picture: { ...picture, services: null as never } });
    expect(await conversation.next()).toBeInstanceOf(Error);
  });

  it("tells the tickets of a hub, and keeps what the hub's day has taught when it is over", async () => {
    const hub = await startHub({ startEstimator: threadFor(program, file) });
    const desk = new Desk(hub);
    const [station, guide, clerk] = [await desk.station(), await desk.staff("guide"), await desk.clerkAt(4)];
    await station.take("household");
    const second = await station.take("household");
    await clerk.next();
    const told = await vi.waitFor(async () => {
      const { estimate } = await guide.ticket(second.id);
      if (!estimate) throw new Error("nothing is told yet");
      return estimate;
    }, patience);
    expect(told.p50).toBeGreaterThan(0);
    hub.clock.advance({ minutes: 9 });
    await clerk.serves();
    expect(existsSync(file)).toBe(false);

    hub.clock.set("2026-11-25T23:00:00+08:00");
    // The next who asks for anything finds the day over.
    await guide.post(`/api/tickets/${second.id}/cancel`);
    await vi.waitFor(() => {
      expect(existsSync(file)).toBe(true);
    }, patience);
    expect(readFileSync(file, "utf8")).toContain(JSON.stringify(`household\n${clerk.id}`));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await end(hub);
  });
});
