import { describe, expect, it } from "vitest";
import { Estimator } from "../../../../server/domain/estimate/estimator.ts";
import type { EstimatorState } from "../../../../server/domain/estimate/estimator.ts";
import type { HallPicture } from "../../../../server/domain/estimate/picture.ts";
import { seeded } from "../../../../server/domain/estimate/random.ts";
import { counter, NOON, picture, toldOf, waiting } from "./estimate-hall.ts";

const SEED = 3;
const MINUTE = 60_000;

describe("an estimate with no history", () => {
  const tell = (changes: Partial<HallPicture>) => new Estimator().tell(picture(changes), SEED);

  it("goes by the typical minutes of the hall file", () => {
    const quick = tell({ waiting: waiting(5) });
    const slow = tell({
      waiting: waiting(5),
      services: [
        { id: "social", typicalSeconds: 1200 },
        { id: "medical", typicalSeconds: 300 },
      ],
    });
    const behindFour = toldOf(quick.tickets, "t4").p50;
    expect(behindFour).toBeGreaterThan(3 * 300);
    expect(behindFour).toBeLessThan(8 * 300);
    expect(toldOf(slow.tickets, "t4").p50).toBeGreaterThan(2 * behindFour);
  });

  it("is there for a service of which nothing is known at all", () => {
    const { services } = tell({ services: [{ id: "new", typicalSeconds: null }], asked: [0] });
    expect(toldOf(services, "new").p50).toBeGreaterThan(0);
  });

  it("halves, about, with a second counter", () => {
    const one = toldOf(tell({ waiting: waiting(20) }).tickets, "t19").p50;
    const two = toldOf(
      tell({ waiting: waiting(20), counters: [counter(), counter({ clerk: "c2" })] }).tickets,
      "t19",
    ).p50;
    expect(two / one).toBeGreaterThan(0.4);
    expect(two / one).toBeLessThan(0.6);
  });

  it("promises nothing where no counter is open", () => {
    const { tickets, services } = tell({ waiting: waiting(3), counters: [] });
    expect([...tickets.values(), ...services.values()]).toEqual([null, null, null, null, null]);
  });

  it("promises nothing of a service that no open counter lists", () => {
    const { tickets, services } = tell({ waiting: waiting(1), counters: [counter({ tiers: [[1]] })] });
    expect(tickets.get("t0")).toBeNull();
    expect(services.get("social")).toBeNull();
    expect(services.get("medical")).not.toBeNull();
  });

  it("promises nothing where the only counter goes for good", () => {
    const leaves = { from: NOON, until: null };
    expect(tell({ waiting: waiting(1), counters: [counter({ away: leaves })] }).tickets.get("t0")).toBeNull();
  });

  it("tells a hall without tickets or services nothing", () => {
    const { tickets, services } = tell({ services: [], asked: [], counters: [counter({ tiers: [], inHand: null })] });
    expect([tickets.size, services.size]).toEqual([0, 0]);
  });

  it("tells an idle counter's next resident next to nothing", () => {
    const { services } = tell({ counters: [counter({ inHand: null })] });
    expect(toldOf(services, "social").p50).toBeLessThan(60);
  });
});

describe("an estimate", () => {
  const tell = (changes: Partial<HallPicture>) => new Estimator().tell(picture(changes), SEED);

  it("never has its median beyond its ninth decile, and never tells those behind less", () => {
    const { tickets, services } = tell({ waiting: waiting(30), counters: [counter(), counter(), counter()] });
    let before = 0;
    for (const estimate of [...tickets.values(), services.get("social") ?? null]) {
      expect(estimate).not.toBeNull();
      const { p50, p90 } = estimate ?? { p50: -1, p90: -1 };
      expect([Number.isInteger(p50), Number.isInteger(p90), p50 <= p90, p50 >= before]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      before = p50;
    }
  });

  it("is the same for the same seed", () => {
    const changes = { waiting: waiting(10) };
    expect(tell(changes)).toEqual(tell(changes));
  });

  it("knows that the hall calls statutory tickets first", () => {
    const line = waiting(10);
    const served = { ...(line[9] ?? line[0]), class: "statutory" } as (typeof line)[number];
    const { tickets } = tell({ waiting: [...line.slice(0, 9), served] });
    expect(toldOf(tickets, served.id).p50).toBeLessThan(toldOf(tickets, "t1").p50);
  });

  it("lets a normal ticket in after the run of courtesy tickets", () => {
    const courtesy = waiting(9, { class: "courtesy" });
    const normal = waiting(10).slice(9);
    const { tickets } = tell({ waiting: [...courtesy, ...normal] });
    expect(toldOf(tickets, "t9").p50).toBeLessThan(toldOf(tickets, "t3").p50);
  });

  it("knows of tiers: a counter's second choice waits for its first", () => {
    const [first] = waiting(1, { id: "second-choice", service: 1 });
    const { tickets } = tell({
      waiting: [...(first ? [first] : []), ...waiting(4)],
      counters: [counter({ tiers: [[0], [1]] })],
    });
    expect(toldOf(tickets, "second-choice").p50).toBeGreaterThan(toldOf(tickets, "t3").p50);
  });

  it("lets whoever has waited beyond the overflow limit go first there", () => {
    const [long] = waiting(1, { id: "long", service: 1, place: -1, since: NOON - 40 * MINUTE });
    const { tickets } = tell({
      waiting: [...(long ? [long] : []), ...waiting(4)],
      counters: [counter({ tiers: [[0], [1]] })],
    });
    expect(toldOf(tickets, "long").p50).toBeLessThan(toldOf(tickets, "t1").p50);
  });

  it("waits with a ticket sent to a counter by name for that counter", () => {
    const [own] = waiting(1, { id: "own", directedTo: 1, place: 99 });
    const back = NOON + 20 * MINUTE;
    const { tickets } = tell({
      waiting: [...waiting(2), ...(own ? [own] : [])],
      counters: [counter(), counter({ inHand: null, backAt: back })],
    });
    expect(toldOf(tickets, "own").p50).toBeGreaterThanOrEqual(20 * 60);
    expect(toldOf(tickets, "own").p50).toBeLessThan(22 * 60);
  });

  it("knows of lunch", () => {
    const lunch = { from: NOON, until: NOON + 60 * MINUTE };
    const { tickets } = tell({ waiting: waiting(1), counters: [counter({ away: lunch })] });
    expect(toldOf(tickets, "t0").p50).toBeGreaterThanOrEqual(3600);
  });

  it("waits with an appointment for its slot while others are there, and not at a counter with nobody else", () => {
    const due = NOON + 30 * MINUTE;
    const [booked] = waiting(1, { id: "booked", class: "appointment", dueAt: due });
    const alone = tell({ waiting: booked ? [booked] : [] });
    const among = tell({ waiting: [...waiting(20), ...(booked ? [booked] : [])] });
    expect(toldOf(alone.tickets, "booked").p50).toBeLessThan(10 * 60);
    expect(toldOf(among.tickets, "booked").p50).toBeGreaterThanOrEqual(30 * 60);
  });

  it("counts on those who have booked", () => {
    const bookings = Array.from({ length: 6 }, () => ({ service: 0, dueAt: NOON + MINUTE }));
    const without = toldOf(tell({ waiting: waiting(4) }).tickets, "t3").p50;
    expect(toldOf(tell({ waiting: waiting(4), bookings }).tickets, "t3").p50).toBeGreaterThan(1.3 * without);
  });

  it("expects less of somebody who has been served for long than of somebody just begun", () => {
    const told = (minutes: number): number =>
      toldOf(
        tell({ waiting: waiting(1), counters: [counter({ inHand: { service: 0, since: NOON - minutes * MINUTE } })] })
          .tickets,
        "t0",
      ).p50;
    expect(told(0)).toBeGreaterThan(told(3));
  });
});

describe("a hall where others have nothing to do", () => {
  it("tells those behind one counter however many join elsewhere in the meantime", () => {
    const estimator = new Estimator();
    for (let join = 0; join < 240; join += 1) {
      estimator.joined({ service: "medical", class: "normal", at: NOON - join * 5000 });
    }
    const idle = Array.from({ length: 39 }, (_, index) =>
      counter({ clerk: `idle-${index}`, tiers: [[1]], inHand: null }),
    );
    const { tickets } = estimator.tell(
      picture({ waiting: waiting(20), counters: [counter({ tiers: [[0]] }), ...idle] }),
      SEED,
    );
    expect(toldOf(tickets, "t19").p50).toBeGreaterThan(20 * 200);
  });

  it("leaves whoever joins while one idle counter is away to the other", () => {
    const [later] = waiting(1, { class: "appointment", dueAt: NOON + 10 * MINUTE });
    const away = { from: NOON + MINUTE, until: NOON + 60 * MINUTE };
    const asked = (counters: HallPicture["counters"]): number => {
      // Before the slot they serve nobody: another stands before it.
      const booked = later ? [{ ...later, dueAt: null, since: NOON, place: 1 }] : [];
      return toldOf(new Estimator().tell(picture({ waiting: booked, counters }), SEED).tickets, "t0").p50;
    };
    const busy = counter({ inHand: { service: 0, since: NOON } });
    expect(asked([counter({ inHand: null, away }), busy])).toBeLessThan(60);
    expect(asked([counter({ inHand: null, away: { ...away, from: NOON } }), busy])).toBeGreaterThan(60);
  });
});

describe("an estimator that learns", () => {
  it("goes by a service's own times once it has seen some, and by a clerk's own", () => {
    const estimator = new Estimator();
    for (let index = 0; index < 60; index += 1) {
      estimator.served({ service: "social", typicalSeconds: 300, clerk: "quick", seconds: 60 });
      estimator.served({ service: "social", typicalSeconds: 300, clerk: "slow", seconds: 120 });
    }
    estimator.startDay(1);
    const told = (clerk: string): number =>
      toldOf(estimator.tell(picture({ waiting: waiting(10), counters: [counter({ clerk })] }), SEED).tickets, "t9").p50;
    expect(told("quick")).toBeLessThan(10 * 100);
    expect(told("slow")).toBeGreaterThan(1.5 * told("quick"));
  });

  it("leans on the hall's habit for a service never seen", () => {
    const estimator = new Estimator();
    for (let index = 0; index < 200; index += 1) {
      estimator.served({ service: "social", typicalSeconds: 300, clerk: null, seconds: 100 });
    }
    estimator.startDay(1);
    const line = waiting(10, { service: 1 });
    const counters = [counter({ inHand: { service: 1, since: NOON } })];
    const known = toldOf(estimator.tell(picture({ waiting: line, counters }), SEED).tickets, "t9").p50;
    const unknown = toldOf(new Estimator().tell(picture({ waiting: line, counters }), SEED).tickets, "t9").p50;
    expect(known).toBeLessThan(unknown / 2);
  });

  it("follows within the day when the hall runs twice as slow as learned", () => {
    const estimator = new Estimator();
    liveDay(estimator, { slower: 1, people: 120 });
    estimator.startDay(1);
    const slow = liveDay(estimator, { slower: 2, people: 240 });
    const late = slow.slice(120);
    const share = (told: (one: Lived) => number): number =>
      late.filter((one) => one.wait <= told(one)).length / late.length;
    expect(share(({ p50 }) => p50)).toBeGreaterThan(0.35);
    expect(share(({ p50 }) => p50)).toBeLessThan(0.65);
    expect(share(({ p90 }) => p90)).toBeGreaterThan(0.8);
  });

  it("goes to JSON and back with everything learned, and tells the same", () => {
    const estimator = new Estimator();
    liveDay(estimator, { slower: 1, people: 310 });
    estimator.startDay(1);
    // A state that went through a file is nothing but what JSON says of it.
    const state = JSON.parse(JSON.stringify(estimator)) as EstimatorState;
    const again = new Estimator({ state });
    const asked = picture({ waiting: waiting(8) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(estimator));
    expect(again.tell(asked, SEED)).toEqual(estimator.tell(asked, SEED));
  });

  it("keeps its state of bounded size, however much it sees", () => {
    const estimator = new Estimator();
    for (let index = 0; index < 20_000; index += 1) {
      estimator.served({ service: `s${index % 900}`, typicalSeconds: 300, clerk: `c${index}`, seconds: index % 900 });
      estimator.joined({ service: `s${index % 900}`, class: "normal", at: index * 1000 });
      estimator.called({ ticket: "", service: `s${index % 900}`, at: index * 1000, waitSeconds: 60 });
    }
    expect(JSON.stringify(estimator).length).toBeLessThan(400_000);
  });
});

interface Lived {
  readonly wait: number;
  readonly p50: number;
  readonly p90: number;
}

/** A day at one counter, people joining so that about ten wait; what each was told when joining, and what came. */
function liveDay(estimator: Estimator, { slower, people }: { slower: number; people: number }): Lived[] {
  const random = seeded(people * slower);
  const lived: Lived[] = [];
  const line: { id: string; since: number; told: { p50: number; p90: number } }[] = [];
  let at = NOON;
  for (let index = 0; index < people; index += 1) {
    // The counter has just called somebody, whose service ends at `ends`.
    const seconds = slower * (60 + random() * 240);
    const ends = at + seconds * 1000;
    while (line.length < 8 + (index % 5)) {
      const since = at + random() * (ends - at) * 0.9;
      const id = `p${lived.length + line.length}`;
      estimator.joined({ service: "social", class: "normal", at: since });
      const tickets = [...line, { id, since, told: { p50: 0, p90: 0 } }];
      const told = estimator.tell(
        picture({
          at: since,
          asked: [],
          counters: [counter({ inHand: { service: 0, since: at } })],
          waiting: tickets.map((one, place) => ({
            ...one,
            service: 0,
            class: "normal",
            place,
            dueAt: null,
            directedTo: null,
          })),
        }),
        index,
      );
      line.push({ id, since, told: toldOf(told.tickets, id) });
    }
    at = ends;
    estimator.served({ service: "social", typicalSeconds: 300, clerk: "c1", seconds });
    estimator.calledAgainAfter(5);
    const next = line.shift();
    if (!next) continue;
    const wait = Math.max(0, (at - next.since) / 1000);
    estimator.called({ ticket: next.id, service: "social", at, waitSeconds: wait });
    lived.push({ wait, ...next.told });
  }
  return lived;
}
