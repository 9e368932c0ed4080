/** Figures of repeated measurements: robust ones, since machines are noisy. */
import { median } from "../../../tools/day/statistics.ts";

/** One measurement of the hub and, at about the same time, one of the baseline. */
export interface Pair {
  readonly hub: number;
  readonly bare: number;
}

/** Hub over baseline, pair by pair: what slows the machine for a while slows both of a pair. */
export function ratios(pairs: readonly Pair[]): {
  readonly median: number;
  readonly low: number;
  readonly high: number;
} {
  const each = pairs.map(({ hub, bare }) => hub / bare);
  return { median: median(each), low: Math.min(...each), high: Math.max(...each) };
}

/** Measures both sides in turn, and each second round in the other order, so that neither always comes first. */
export async function alternate(
  rounds: number,
  hub: (round: number) => Promise<number>,
  bare: (round: number) => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await hub(round);
      pairs.push({ hub: first, bare: await bare(round) });
    } else {
      const first = await bare(round);
      pairs.push({ bare: first, hub: await hub(round) });
    }
  }
  return pairs;
}
