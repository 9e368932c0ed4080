/** Where somebody stands who was not put behind another: compared number by number. */
export type Place = readonly number[];

export const own = (at: number, seq: number): Place => [2, at, seq];
export const inFront = (seq: number): Place => [1, seq];
export const beforeAll = (seq: number): Place => [0, -seq];

export function compare(a: Place, b: Place): number {
  for (const [index, number] of a.entries()) {
    const difference = number - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
