import { describe, expect, it } from "vitest";
import { arrange } from "../../../display/lobby/arrangement.ts";
import type { ListedCall } from "../../../display/lobby/picture.ts";
import { sizesFor, type Glass, type GlassParts, type Widths } from "../../../display/lobby/sizes.ts";
import { at, listedCall, lobbyCounter, nine } from "./calls.ts";

const glass: Glass = { width: 1920, height: 1080, pixelRatio: 1, inches: 43, metres: 5 };
/** A000, 3号窗口, 请到, a hall's name of ten characters. */
const widths: Widths = { number: 2.35, label: 3.6, sign: 2, hall: 10, date: 7.6, shortDate: 4.3, time: 2.7 };
const plain: GlassParts = { isDemo: false, layout: "calls-beside-content", hasTicker: false };
const now = Date.parse(nine);

/** Millimetres of capital height on this glass. */
function capital(font: number, { width, height, inches }: Glass): number {
  return (font * 0.73 * inches * 25.4) / Math.hypot(width, height);
}

/** So many calls, newest first, the newest so many seconds ago and the others so many apart. */
function calls(count: number, { newest = 0, apart = 0 }: { newest?: number; apart?: number } = {}): ListedCall[] {
  return Array.from({ length: count }, (_, index) =>
    listedCall(`S${String(900 - index)}`, 1, { seq: 900 - index, at: at(-newest - index * apart) }),
  );
}

const nothing = new Set<number>();

describe("sizes on the glass", () => {
  it("are 1.2 cm of capital height for each metre in the newest call, 0.8 in the list, 0.6 in reading text", () => {
    const sizes = sizesFor(glass, widths, plain);
    expect(capital(sizes.large, glass)).toBeCloseTo(60, 0);
    expect(capital(sizes.row, glass)).toBeCloseTo(40, 0);
    expect(capital(sizes.text, glass)).toBeCloseTo(30, 0);
  });

  it("are the same on the glass whatever the resolution", () => {
    const sharp = { ...glass, width: 3840, height: 2160 };
    expect(capital(sizesFor(sharp, widths, plain).large, sharp)).toBeCloseTo(
      capital(sizesFor(glass, widths, plain).large, glass),
      0,
    );
  });

  it("put the newest call in one line where it fits, else in two of full size", () => {
    expect(sizesFor(glass, widths, plain).isStacked).toBe(false);
    const long = sizesFor(glass, { ...widths, label: 5.8 }, plain);
    expect(long.isStacked).toBe(true);
    expect(capital(long.large, glass)).toBeCloseTo(60, 0);
    expect(sizesFor({ ...glass, width: 1080, height: 1920 }, widths, plain).isStacked).toBe(true);
  });

  it.each([
    ["wide", glass],
    ["tall", { ...glass, width: 1080, height: 1920 }],
    ["sharp", { ...glass, width: 3840, height: 2160 }],
    ["small for its distance", { ...glass, inches: 24, metres: 10 }],
    ["large for its distance", { ...glass, inches: 75, metres: 2 }],
  ] as const)("leave nothing outside a %s screen", (_, screen) => {
    for (const label of [3.6, 5.8, 8]) {
      const own = { ...widths, label };
      const sizes = sizesFor(screen, own, { ...plain, isDemo: true });
      const { calls: board } = sizes;
      expect(sizes.demoHeight + sizes.headHeight + board.height + sizes.footHeight).toBeLessThanOrEqual(screen.height);
      expect(sizes.labelAt + label * sizes.row + sizes.pad).toBeLessThanOrEqual(board.width + 1);
      const sign = own.sign * sizes.sign + 2 * sizes.gap;
      const newest = sizes.isStacked
        ? Math.max(own.number * sizes.large, sign + label * sizes.large)
        : (own.number + label) * sizes.large + sign;
      expect(newest + 2 * sizes.pad).toBeLessThanOrEqual(board.width + 1);
      expect(2 * (own.number + label) * sizes.columnFont).toBeLessThan(board.width);
      expect(sizes.largeHeight + 2 * sizes.rowHeight).toBeLessThan(board.height);
    }
  });

  it("let the weekday give way to a long hall's name", () => {
    expect(sizesFor(glass, widths, plain).hasWeekday).toBe(true);
    expect(sizesFor(glass, { ...widths, hall: 16 }, plain).hasWeekday).toBe(false);
  });
});

describe("the board of calls", () => {
  const sizes = sizesFor(glass, widths, plain);
  const arranged = (list: ListedCall[], unsounded: ReadonlySet<number> = nothing) =>
    arrange(list, sizes, { now, unsounded, counters: [] });

  it("has the newest call large and at least five more below", () => {
    const board = arranged(calls(12, { newest: 30, apart: 30 }));
    expect(board.rows.filter(({ isLarge }) => isLarge).map(({ call }) => call.seq)).toEqual([900]);
    expect(board.rows.length).toBeGreaterThanOrEqual(6);
  });

  it("inverts a call for ten seconds", () => {
    const board = arranged([...calls(1), ...calls(1, { newest: 9.9 }), ...calls(1, { newest: 10 })]);
    expect(board.rows.map(({ isFresh }) => isFresh)).toEqual([true, true, false]);
  });

  it("has calls of the same instant large together", () => {
    const board = arranged([...calls(2), ...calls(8, { newest: 40, apart: 40 })]);
    expect(board.rows.slice(0, 3).map(({ isLarge }) => isLarge)).toEqual([true, true, false]);
  });

  it("has only the newest of an instant large where two would leave no room for those before them", () => {
    const tall = sizesFor({ ...glass, width: 1080, height: 1920 }, widths, plain);
    const large = (list: ListedCall[]) =>
      arrange(list, tall, { now, unsounded: nothing, counters: [] }).rows.map(({ isLarge }) => isLarge);
    expect(large(calls(2))).toEqual([true, true]);
    expect(large([...calls(2), ...calls(8, { newest: 40, apart: 40 })]).slice(0, 4)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([4, 6, 8])("shows %i calls of the same instant, all of one size that can be read", (count) => {
    const board = arranged([...calls(count), ...calls(8, { newest: 40, apart: 40 })]);
    expect(board.rows.slice(0, count).map(({ isFresh, isLarge }) => [isFresh, isLarge])).toEqual(
      Array(count).fill([true, false]),
    );
    expect(capital(board.rowFont, glass)).toBeGreaterThan(29.9);
    expect(board.columns).toBe(1);
  });

  it("takes two columns before it leaves out one of sixteen", () => {
    const board = arranged(calls(16));
    expect(board.rows).toHaveLength(16);
    expect(board.columns).toBe(2);
    const column = board.rows.slice(0, 8).reduce((sum, { height }) => sum + height, 0);
    expect(column).toBeCloseTo(sizes.calls.height, 3);
  });

  it("keeps every call for twenty seconds, however many follow", () => {
    const board = arranged(calls(7, { apart: 3 }));
    expect(board.rows).toHaveLength(7);
    expect(board.rows[0]?.isLarge).toBe(true);
  });

  it("keeps a call until it has been sounded", () => {
    const list = calls(9, { newest: 21, apart: 5 });
    expect(arranged(list).rows.map(({ call }) => call.seq)).not.toContain(892);
    expect(arranged(list, new Set([892])).rows.map(({ call }) => call.seq)).toContain(892);
  });

  it.each([
    ["wide", glass],
    ["tall", { ...glass, width: 1080, height: 1920 }],
    ["sharp", { ...glass, width: 3840, height: 2160 }],
    ["scaled by a quarter", { ...glass, width: 1536, height: 864, pixelRatio: 1.25 }],
    ["scaled by a half", { ...glass, width: 1280, height: 720, pixelRatio: 1.5 }],
  ] as const)("fills its height on a %s screen with rows of whole pixels, and never more", (_, screen) => {
    const own = sizesFor(screen, widths, plain);
    for (let count = 1; count <= 30; count += 1) {
      const list = calls(count, { apart: count % 3 });
      const board = arrange(list, own, { now, unsounded: nothing, counters: [] });
      const perColumn = Math.ceil(board.rows.length / board.columns);
      const column = board.rows.slice(0, perColumn).reduce((sum, { height }) => sum + height, 0);
      expect(column).toBeLessThanOrEqual(own.calls.height + 0.01);
      for (const length of [...board.rows.map(({ height }) => height), own.headHeight, own.largeHeight]) {
        const pixels = length * screen.pixelRatio;
        expect(Math.abs(pixels - Math.round(pixels))).toBeLessThan(0.001);
      }
    }
  });

  it("asks nobody to come whose number the counter has no more, and moves no row for that", () => {
    const list = [
      listedCall("S003", 3, { seq: 3, at: at(-15) }),
      listedCall("S002", 2, { seq: 2, at: at(-60) }),
      listedCall("S001", 3, { seq: 1, at: at(-300) }),
    ];
    const stands = (...numbers: (string | null)[]) =>
      arrange(list, sizes, {
        now,
        unsounded: nothing,
        counters: numbers.map((number, index) => lobbyCounter(index + 2, { number })),
      }).rows;
    const before = stands("S002", "S003");
    const after = stands(null, null);
    expect(before.map(({ isPast }) => isPast)).toEqual([false, false, true]);
    expect(after.map(({ isPast }) => isPast)).toEqual([true, true, true]);
    const places = (rows: typeof before) => rows.map(({ call, isLarge, height }) => [call.seq, isLarge, height]);
    expect(places(after)).toEqual(places(before));
  });

  it("inverts no call that is past, however young", () => {
    const counters = [lobbyCounter(1, { number: null })];
    const [row] = arrange(calls(1), sizes, { now, unsounded: nothing, counters }).rows;
    expect(row).toMatchObject({ isPast: true, isFresh: false });
  });

  it("asks to hurry for two minutes after a recall, and only whom the counter still awaits", () => {
    const recalled = (seconds: number, number: string | null) =>
      arrange([listedCall("S001", 1, { times: 2, at: at(-seconds) })], sizes, {
        now,
        unsounded: nothing,
        counters: [lobbyCounter(1, { number })],
      }).rows[0]?.isUrgent;
    expect([recalled(0, "S001"), recalled(119, "S001"), recalled(120, "S001"), recalled(5, null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(arranged(calls(1)).rows[0]?.isUrgent).toBe(false);
  });

  it("is empty while nobody was called", () => {
    expect(arranged([]).rows).toEqual([]);
  });
});
