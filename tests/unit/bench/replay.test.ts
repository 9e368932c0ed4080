import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../server/domain/estimate/random.ts";
import { reportOf } from "../../bench/estimates.ts";
import { RecordedOrder } from "../../bench/support/recorded-order.ts";
import { replay, type Scored } from "../../bench/support/replay.ts";
import { readTrace, type TraceDay, type TraceRow } from "../../bench/support/trace.ts";

const silent = (): void => undefined;

describe("a recorded queue", () => {
  const head = "date,joined_s,service,priority,outcome,wait_s,service_start_s,service_s,server\n";

  it("is read by day and by the instant of joining, plain or gzipped", async () => {
    const text = `${head}1999-02-02,50,PS,2,served,10,60,30,S01\n1999-02-01,9,NW,0,left,5,,,\n1999-02-02,40,PS,0,served,0,40,9,\n`;
    const expected = [
      ["1999-02-01", [{ row: 1, joined: 9, service: "NW", isPriority: false, waitSeconds: 5, served: null }]],
      [
        "1999-02-02",
        [
          { joined: 40, served: { start: 40, seconds: 9, clerk: null } },
          { joined: 50, isPriority: true, waitSeconds: 10, served: { start: 60, seconds: 30, clerk: "S01" } },
        ],
      ],
    ];
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const days = await written(bytes, bytes.length === text.length ? "r.csv" : "r.csv.gz", readTrace);
      expect(days.map(({ date, rows }) => [date, rows])).toMatchObject(expected);
    }
  });

  it("is refused where it is none, naming the line", async () => {
    await expect(written(Buffer.from("a,b\n"), "r.csv", readTrace)).rejects.toThrow("the first line is not");
    const wrong = Buffer.from(`${head}1999-02-01,9,NW,0,left,5,,,\n1999-02-01,soon,NW,0,left,5,,,\n`);
    await expect(written(wrong, "r.csv", readTrace)).rejects.toThrow("line 3");
  });

  it("tells the order in which it was called: who is moved forward by how much", () => {
    const order = new RecordedOrder();
    order.learn({ date: "1", rows: overtakers() });
    expect(order.handicapOf("PS", true)).toBeLessThanOrEqual(-60);
    expect(order.handicapOf("PS", true)).toBeGreaterThanOrEqual(-120);
    expect(order.handicapOf("PS", false)).toBe(0);
  });
});

describe("the replay of a recorded queue", () => {
  it("scores whoever waited and was served after the days to learn from, each once", () => {
    const days = [day("1", 1), day("2", 2), day("3", 3)];
    const { scored } = replay({ days, learnDays: 2, say: silent });
    const waited = (days[2]?.rows ?? []).filter(({ served, waitSeconds }) => served !== null && waitSeconds > 0);
    expect(scored.length).toBe(waited.length);
    expect(new Set(scored.map(({ day: index }) => index))).toEqual(new Set([2]));
  });

  it("tells nothing that it could only know later", () => {
    const told = (days: TraceDay[]): readonly Scored[] => replay({ days, learnDays: 1, say: silent }).scored;
    const last = day("2", 2);
    const noon = 3000;
    // The same until noon; whoever is called or comes later fares otherwise.
    const changed = last.rows
      .filter(({ joined }) => joined <= noon)
      .map((row) => (endOf(row) <= noon ? row : { ...row, served: row.served && { ...row.served, seconds: 1 } }));
    const [all, until] = [told([day("1", 1), last]), told([day("1", 1), { ...last, rows: changed }])];
    const early = (scored: readonly Scored[]): Scored[] => scored.filter((_, index) => index < 40);
    expect(early(all).length).toBe(40);
    expect(early(all)).toEqual(early(until));
  });

  it("is reported with the peers beside it, and holds the bounds against the best of them", () => {
    const peers = {
      positionTimesMean: 100,
      lastWait: 50,
      constantMedian: 40,
      fiveMinutesEach: 900,
      othersBeforeTimesMean: 0,
      positionInServiceTimesMean: 0,
      positionInCallingOrderTimesMean: 0,
    };
    const scored = [10, 20, 30, 40].map((wait) => ({ day: 1, service: "PS", wait, p50: 25, p90: 45, peers }));
    const { json, figures } = reportOf({ scored, again: [] });
    expect(json).toMatchObject({ n: 4, mae: 10, cover50: 0.5, cover90: 1, peers: { constantMedian: { mae: 15 } } });
    expect(figures[0]).toMatchObject({ hub: 10, bare: 15 });
    // Four cases of a service are too few to judge it.
    expect(figures.map(({ what }) => what.split(":")[0])).toEqual([
      "mean absolute error, beside the best peer's",
      "all",
      "all",
    ]);
  });
});

async function written<T>(bytes: Buffer, name: string, read: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "lundao-trace-"));
  try {
    await writeFile(path.join(folder, name), bytes);
    return await read(path.join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function endOf({ joined, waitSeconds, served }: TraceRow): number {
  return served ? served.start + served.seconds : joined + waitSeconds;
}

/** A hundred people at two clerks, first come first served, more than they can serve at once. */
function day(date: string, seed: number): TraceDay {
  const random = seeded(seed);
  const free = [0, 0];
  let joined = 0;
  const rows = Array.from({ length: 100 }, (_, row): TraceRow => {
    joined += Math.floor(random() * 100);
    const clerk = (free[0] ?? 0) <= (free[1] ?? 0) ? 0 : 1;
    const start = Math.max(joined, free[clerk] ?? 0);
    const seconds = 20 + Math.floor(random() * 200);
    free[clerk] = start + seconds;
    return {
      row,
      joined,
      service: row % 4 === 0 ? "NW" : "PS",
      isPriority: false,
      waitSeconds: start - joined,
      served: { start, seconds, clerk: `S0${clerk}` },
    };
  });
  return { date, rows };
}

/** Pairs of one who waits and one with priority who comes later and overtakes where that is within a minute and a half. */
function overtakers(): TraceRow[] {
  return Array.from({ length: 60 }, (_, pair): TraceRow[] => {
    const [joined, gap] = [pair * 1000, 5 + pair * 3];
    const row = { row: pair * 2, joined, service: "PS", isPriority: false, waitSeconds: 300 };
    const wait = gap < 90 ? 200 - gap : 400;
    return [
      { ...row, served: { start: joined + 300, seconds: 60, clerk: "S01" } },
      {
        ...row,
        row: row.row + 1,
        joined: joined + gap,
        isPriority: true,
        waitSeconds: wait,
        served: { start: joined + gap + wait, seconds: 60, clerk: "S02" },
      },
    ];
  }).flat();
}
