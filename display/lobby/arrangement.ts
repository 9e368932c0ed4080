/**
 * Which calls stand on the board and how large. Pure. The newest stand large at the top, as many as came at the same
 * instant; every call that is young or not yet sounded keeps a place, and the rows grow smaller before one is left out.
 */
import type { ListedCall } from "./picture.ts";
import { rowLeading, type Sizes } from "./sizes.ts";

export interface BoardRow {
  readonly call: ListedCall;
  readonly isLarge: boolean;
  /** Called within the last ten seconds: inverted. */
  readonly isFresh: boolean;
}

export interface Board {
  readonly rows: readonly BoardRow[];
  readonly rowHeight: number;
  /** Font size of the rows that are not large. */
  readonly rowFont: number;
  readonly columns: 1 | 2;
}

export interface BoardMoment {
  /** The hub's time in milliseconds. */
  readonly now: number;
  /** `seq` of calls whose sounding is not over. */
  readonly unsounded: ReadonlySet<number>;
}

const freshMillis = 10_000;
/** So long a call keeps its place whatever comes after it. */
const keptMillis = 20_000;
/** Calls so close together are one instant to those who look. */
const sameInstantMillis = 1_500;
const mostLarge = 3;

export function arrange(calls: readonly ListedCall[], sizes: Sizes, moment: BoardMoment): Board {
  const ages = calls.map(({ at }) => moment.now - Date.parse(at));
  const newest = ages[0] ?? 0;
  const together = ages.filter((age) => age - newest <= sameInstantMillis).length;
  const needed =
    lastIndex(calls, (call, index) => (ages[index] ?? 0) < keptMillis || moment.unsounded.has(call.seq)) + 1;
  const isCrowd = together > mostLarge;
  const large = !isCrowd ? [together, 1, 0] : newest < keptMillis ? [0] : [1, 0];
  const room = roomFor(large, needed, sizes);
  return {
    rows: calls.slice(0, room.count).map((call, index) => ({
      call,
      isLarge: index < room.large,
      isFresh: (ages[index] ?? Infinity) < freshMillis,
    })),
    rowHeight: room.rowHeight,
    rowFont: Math.min(room.columns === 2 ? sizes.columnFont : sizes.row, room.rowHeight / rowLeading),
    columns: room.columns,
  };
}

interface Room {
  readonly large: number;
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
    return { large, rowHeight: fitting === 0 ? sizes.rowHeight : space / fitting, columns: 1, count: large + fitting };
  }
  const perColumn = Math.max(1, Math.min(Math.ceil(needed / 2), Math.floor(height / sizes.leastRowHeight)));
  return { large: 0, rowHeight: height / perColumn, columns: 2, count: 2 * perColumn };
}

function lastIndex(calls: readonly ListedCall[], is: (call: ListedCall, index: number) => boolean): number {
  for (let index = calls.length - 1; index >= 0; index -= 1) {
    const call = calls[index];
    if (call && is(call, index)) return index;
  }
  return -1;
}
