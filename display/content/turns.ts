/** What takes turns on a lobby screen at a moment, and what comes next. Pure. */
import { programmeAt } from "../../shared/domain/programme.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { momentOf } from "./local-moment.ts";

export interface OnNow {
  /** They take turns, in this order. */
  readonly turns: readonly ScreenItem[];
  /** They share the line of their own. */
  readonly tickers: readonly ScreenItem[];
}

/** @param now the hub's time as an instant with the hall's offset. */
export function onNow(items: readonly ScreenItem[], now: string): OnNow {
  const shows = programmeAt(items, momentOf(now)).flatMap(({ item, rule }) => (rule === "shows" ? [item] : []));
  return {
    turns: shows.filter(({ kind }) => kind !== "ticker"),
    tickers: shows.filter(({ kind }) => kind === "ticker"),
  };
}

/** An item and its version: what one thing on the glass is. */
export function keyOf({ id, version }: Pick<ScreenItem, "id" | "version">): string {
  return `${id} ${version}`;
}

/**
 * The item whose turn is next: the first after the present one that is not passed over, else the present one again.
 * @param place where the present one stood, for when it has left the list: what came after it is next.
 */
export function nextTurn(
  turns: readonly ScreenItem[],
  place: number,
  isPassedOver: (item: ScreenItem) => boolean,
): ScreenItem | null {
  for (let step = 1; step <= turns.length; step += 1) {
    const item = turns[(place + step) % turns.length];
    if (item && !isPassedOver(item)) return item;
  }
  return null;
}
