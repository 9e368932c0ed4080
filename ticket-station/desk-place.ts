/** Where the information desk is: at the counter that the hall's file marks, else at the one that calls itself so. */
import type { Text } from "../shared/wire/common.ts";
import type { HallNow } from "../shared/wire/hall.ts";

/** Null where the file tells of none. */
export function deskPlace({ counters, areas }: Pick<HallNow, "counters" | "areas">): Text | null {
  const desk =
    counters.find((counter) => counter.desk === true) ??
    counters.find(({ label, name }) => /咨询|导办|总台/.test(label.zh + name.zh));
  return desk?.where ?? areas.find(({ id }) => id === desk?.area)?.name ?? null;
}
