/** `npm run day` against a real hub: made-up rows always, a short stretch of the real record where it is present. */
import { existsSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HubApi, type Headers } from "../../tools/day/hub-api.ts";
import { fateInRecord, figuresOf } from "../../tools/day/figures.ts";
import type { Deed } from "../../tools/day/plan.ts";
import { playDay, type Played } from "../../tools/day/player.ts";
import { freeCounters } from "../../tools/day/prepare.ts";
import { planFromRecord } from "../../tools/day/record-plan.ts";
import { readRecord, type RecordRow } from "../../tools/day/record.ts";
import { projectRoot } from "../../tools/project.ts";
import { forget, MANAGER_PASSWORD, sampleHall, startHub, TestClock, type TestHub } from "../support/hub.ts";

const record = process.env["LUNDAO_TRACE"] ?? path.join(projectRoot, "../shared/data/queue-1999-02.csv.gz");

/** The hub's clock goes on by itself: it is the hub that measures. */
class GoingClock extends TestClock {
  readonly #begun = performance.now();

  override now(): number {
    return super.now() + Math.floor(performance.now() - this.#begun);
  }
}

let hub: TestHub;
let api: HubApi;
let manager: Headers;

beforeEach(async () => {
  const hall = sampleHall();
  // A miss waits as the clock on the wall goes, whatever the day's speed.
  hall.hall.rules = { ...hall.hall.rules, missAfterSeconds: 0 };
  hub = await startHub({ clock: new GoingClock(), hall });
  api = new HubApi(await hub.app.listen({ port: 0, host: "127.0.0.1" }));
  manager = await api.signIn("manager", MANAGER_PASSWORD);
});

afterEach(async () => {
  await hub.stop();
  forget(hub.data);
});

interface Stretch {
  readonly rows: readonly RecordRow[];
  readonly from: number;
  readonly to: number;
  readonly speed: number;
  readonly signal?: AbortSignal;
}

async function play({
  rows,
  from,
  to,
  speed,
  signal = new AbortController().signal,
}: Stretch): Promise<Played & { rows: readonly RecordRow[] }> {
  const { free } = await freeCounters(api, manager);
  const plan = planFromRecord({ rows, counters: free, part: { from, to } });
  const played = await playDay({ api, manager, plan, speed, from, signal, say: () => undefined });
  return { ...played, rows: plan.rows };
}

async function counterStates(): Promise<string[]> {
  const { items } = await api.get<{ items: { state: string }[] }>("/api/counters", manager);
  return items.map(({ state }) => state);
}

/** Waits for the first ticket in this state. */
async function untilSomebodyIs(state: string): Promise<string> {
  const { items } = await api.get<{ items: { id: string }[] }>(`/api/tickets?state=${state}`, manager);
  return items[0]?.id ?? untilSomebodyIs(state);
}

async function names(address: string): Promise<(string | undefined)[]> {
  const { items } = await api.get<{ items: { user?: string; name: string }[] }>(address, manager);
  return items.map(({ user, name }) => user ?? name);
}

describe("a made-up record", () => {
  const nine = 9 * 3600;
  const rows: readonly RecordRow[] = [
    ...Array.from({ length: 12 }, (_, index): RecordRow => {
      const joined = nine + index * 30;
      const served = { start: joined + 5, seconds: 60 };
      return {
        date: "2001-05-07",
        joined,
        service: index % 3 === 0 ? "BB" : "AA",
        isPriority: index === 4,
        wait: 5,
        served,
        server: `T${index % 3}`,
      };
    }),
    { date: "2001-05-07", joined: nine + 70, service: "AA", isPriority: false, wait: 0, served: null, server: null },
  ];
  const whole = { rows, from: nine, to: nine + 1200, speed: 600 };

  it("is played to its end: everybody is served or has left, and every counter is closed again", async () => {
    const { fates, refused } = await play(whole);
    const { came, served, left, home } = figuresOf(fates);
    expect({ came, ended: served + left, home, refused: refused.size }).toEqual({
      came: 13,
      ended: 13,
      home: 0,
      refused: 0,
    });
    expect(served).toBeGreaterThanOrEqual(12);
    expect(new Set(await counterStates())).toEqual(new Set(["closed"]));
    expect(await names("/api/devices")).toEqual([]);
  });

  it("is played again with the clerks of the first time", async () => {
    await play(whole);
    const after = await names("/api/users");
    await play(whole);
    expect(await names("/api/users")).toEqual(after);
    expect(after).toEqual(expect.arrayContaining(["day-t0", "day-t1", "day-t2"]));
  });

  it("ends in order when it is broken off: what is in hand is finished, who waits goes home", async () => {
    const broken = new AbortController();
    const slow = play({ ...whole, speed: 30, signal: broken.signal });
    await untilSomebodyIs("serving");
    broken.abort();
    const { fates } = await slow;
    expect(fates.length).toBeGreaterThan(0);
    expect(fates.length).toBeLessThan(13);
    expect(new Set(await counterStates())).toEqual(new Set(["closed"]));
  });

  it("takes back the counters that a day left open when it was killed", async () => {
    await api.post("/api/users", {
      as: manager,
      body: { user: "day-t0", name: "T0", role: "clerk", password: "of-the-killed-day" },
    });
    const clerk = await api.signIn("day-t0", "of-the-killed-day");
    await api.post("/api/counters/1/open", { as: clerk });
    expect((await freeCounters(api, manager)).taken).toEqual([]);
    expect(new Set(await counterStates())).toEqual(new Set(["closed"]));
  });

  it("leaves a counter alone at which somebody else sits", async () => {
    await api.post("/api/counters/2/open", { as: manager });
    expect((await freeCounters(api, manager)).taken).toEqual([2]);
    const { fates } = await play(whole);
    expect(fates).toHaveLength(13);
    expect((await counterStates())[1]).toBe("open");
  });
});

describe("a made-up day", () => {
  const nine = 9 * 3600;
  const plain = {
    service: "proof",
    kind: "proof",
    class: "normal",
    reason: null,
    serviceSeconds: 60,
    leavesAt: null,
  } as const;

  /** Plays one visit until it is in the state awaited, and answers what happened to it. */
  async function visit(does: Deed, awaited: "finished" | "missed"): Promise<string[]> {
    const broken = new AbortController();
    const works = [{ from: nine, to: nine + 10 * 3600 }];
    const shifts = [7, 3].map((counter) => ({ clerk: `T${counter}`, counter, works }));
    const plan = { arrivals: [{ at: nine, ...plain, does }], shifts };
    const playing = playDay({
      api,
      manager,
      plan,
      speed: 600,
      from: nine,
      signal: broken.signal,
      say: () => undefined,
    });
    const id = await untilSomebodyIs(awaited);
    broken.abort();
    await playing;
    const history = await api.get<{ items: { type: string }[] }>(`/api/tickets/${id}/history`, manager);
    return history.items.map(({ type }) => type.replace("ticket-", ""));
  }

  it("calls one who does not come as often as the hall demands, and serves who comes back", async () => {
    const history = await visit({ what: "no-show", returnsAfter: 60 }, "finished");
    const missed = ["issued", "called", "recalled", "recalled", "missed"];
    expect(history).toEqual([...missed, "requeued", "called", "started", "finished"]);
  });

  it("sends one home who never comes back", async () => {
    const history = await visit({ what: "no-show", returnsAfter: null }, "missed");
    expect(history).toEqual(["issued", "called", "recalled", "recalled", "missed", "cancelled"]);
  });

  it("lets one fetch something and takes him back at the same counter", async () => {
    const history = await visit({ what: "hold", forSeconds: 120 }, "finished");
    expect(history).toEqual(["issued", "called", "started", "held", "resumed", "started", "finished"]);
  });

  it("sends one on to another service's counter", async () => {
    const history = await visit({ what: "transfer", service: "medical", serviceSeconds: 60 }, "finished");
    expect(history).toEqual(["issued", "called", "started", "transferred", "called", "started", "finished"]);
  });
});

describe.skipIf(!existsSync(record))(`the real record (${path.basename(record)})`, () => {
  it("is played for a stretch: all who came are served or have left", { timeout: 60_000 }, async () => {
    const rows = readRecord(record).filter(({ date }) => date === "1999-02-03");
    const played = await play({ rows, from: 10 * 3600, to: 10 * 3600 + 1200, speed: 600 });
    const hub = figuresOf(played.fates);
    const said = figuresOf(played.rows.map(fateInRecord));
    expect(said.came).toBeGreaterThan(20);
    expect(hub.came).toBe(said.came);
    expect(hub.served + hub.left).toBe(said.came);
    expect(hub.served).toBeGreaterThanOrEqual(said.served);
  });
});
