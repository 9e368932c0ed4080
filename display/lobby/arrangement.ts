/**
 * Which calls stand on the board and how large. Pure. The newest stand large at the top, as many as came at the same
 * instant; every call that is young or not yet sounded keeps a place, and the rows grow smaller before one is left out.
 */
import { isWanted, type ListedCall, type Picture } from "./picture.ts";
import { rowLeading, type Sizes } from "./sizes.ts";

export interface BoardRow {
  readonly call: ListedCall;
  readonly isLarge: boolean;
  /** Called within the last ten seconds: inverted. */
  readonly isFresh: boolean;
  /** Recalled within the last two minutes: asked to hurry. */
  readonly isUrgent: boolean;
  /** The counter has that number no more: a call to look up, not one to follow. */
  readonly isPast: boolean;
  /** In whole pixels of the glass, so that no line between two rows falls between two pixels. */
  readonly height: number;
}

export interface Board {
  readonly rows: readonly BoardRow[];
  /** Font size of the rows that are not large. */
  readonly rowFont: number;
  readonly columns: 1 | 2;
}

export interface BoardMoment {
  /** The hub's time in milliseconds. */
  readonly now: number;
  /** `seq` of calls whose sounding is not over. */
  readonly unsounded: ReadonlySet<number>;
  /** Which counter has which number in hand. */
  readonly counters: Picture["counters"];
}

const freshMillis = 10_000;
/** So long a recall asks to hurry. */
const urgentMillis = 120_000;
/** So long a call keeps its place whatever comes after it. */
const keptMillis = 20_000;
/** Calls so close together are one instant to those who look. */
const sameInstantMillis = 1_500;
const mostLarge = 3;
/** Several large calls leave so many rows of the list, or the newest alone is large: others are still on their way. */
const leastRows = 2;

export function arrange(calls: readonly ListedCall[], sizes: Sizes, moment: BoardMoment): Board {
  const ages = calls.map(({ at }) => moment.now - Date.parse(at));
  const newest = ages[0] ?? 0;
  const together = ages.filter((age) => age - newest <= sameInstantMillis).length;
  const needed =
    lastIndex(calls, (call, index) => (ages[index] ?? 0) < keptMillis || moment.unsounded.has(call.seq)) + 1;
  const isCrowd = together > mostLarge;
  const left = sizes.calls.height - together * sizes.largeHeight;
  const canAllBeLarge = calls.length <= together || left >= leastRows * sizes.leastRowHeight;
  const large = !isCrowd ? [canAllBeLarge ? together : 1, 1, 0] : newest < keptMillis ? [0] : [1, 0];
  const room = roomFor(large, needed, sizes);
  return {
    rows: calls.slice(0, room.count).map((call, index) => {
      const age = ages[index] ?? Infinity;
      const isPast = !isWanted(moment, call);
      return {
        call,
        isLarge: index < room.large,
        isFresh: !isPast && age < freshMillis,
        isUrgent: !isPast && call.times > 1 && age < urgentMillis,
        isPast,
        height: index < room.large ? sizes.largeHeight : rowHeightAt(index - room.large, room, sizes.pixel),
      };
    }),
    rowFont: Math.min(room.columns === 2 ? sizes.columnFont : sizes.row, room.rowHeight / rowLeading),
    columns: room.columns,
  };
}

interface Room {
  readonly large: number;
  /** In each column, and the height that its rows have to fill. */
  readonly perColumn: number;
  readonly space: number;
  /** Of a row, which its font must fit; some rows are a pixel higher. */
  readonly rowHeight: number;
  readonly columns: 1 | 2;
  readonly count: number;
}

/**
 * Rows share the height that is there evenly.
 * @param choices how many calls may be large, the best first.
 * @param needed so many calls must find room.
 */
function roomFor(choices: readonly number[], needed: number, sizes: Sizes): Room {
  const { height } = sizes.calls;
  for (const large of choices) {
    const space = height - large * sizes.largeHeight;
    const rows = Math.max(0, needed - large);
    if (space < 0 || Math.floor(space / sizes.leastRowHeight) < rows) continue;
    const fitting = Math.max(rows, Math.floor(space / sizes.rowHeight));
    const rowHeight = fitting === 0 ? sizes.rowHeight : wholePixels(space / fitting, sizes.pixel);
    return { large, perColumn: fitting, space, rowHeight, columns: 1, count: large + fitting };
  }
  const perColumn = Math.max(1, Math.min(Math.ceil(needed / 2), Math.floor(height / sizes.leastRowHeight)));
  const rowHeight = wholePixels(height / perColumn, sizes.pixel);
  return { large: 0, perColumn, space: height, rowHeight, columns: 2, count: 2 * perColumn };
}

/** What whole pixels leave over goes to the first rows, one to each. */
function rowHeightAt(index: number, { perColumn, space, rowHeight }: Room, pixel: number): number {
  const spare = Math.round((space - perColumn * rowHeight) / pixel);
  return index % perColumn < spare ? rowHeight + pixel : rowHeight;
}

/** @param pixel one of the glass, in pixels of the page. */
function wholePixels(height: number, pixel: number): number {
  return Math.floor(height / pixel + 0.001) * pixel;
}

function lastIndex(calls: readonly ListedCall[], is: (call: ListedCall, index: number) => boolean): number {
  for (let index = calls.length - 1; index >= 0; index -= 1) {
    const call = calls[index];
    if (call && is(call, index)) return index;
  }
  return -1;
}
