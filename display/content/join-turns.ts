/**
 * The code for taking a number by phone, among what the hall shows: where content stands, the pages that would have it do not.
 * It takes a turn of its own, large enough to be scanned from where people stand, and takes no room from anything. Pure.
 */
import { lobbyWords } from "../../shared/text/lobby.ts";
import { say } from "../../shared/text/text.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";

/** Whoever looks for the code waits for so many other turns at most. */
const othersInARow = 6;
const joinSeconds = 12;
const joinId = "join-code";

/** @param address what a phone scans; null where it cannot take a number. */
export function withJoinTurns(turns: readonly ScreenItem[], address: string | null): readonly ScreenItem[] {
  // What pushes other items aside pushes this aside too; and where nothing stands, the pages have it.
  if (address === null || turns.length === 0 || turns.some(({ priority }) => priority > 0)) return turns;
  return turns.flatMap((item, index) => {
    const isDue = (index + 1) % othersInARow === 0 || index === turns.length - 1;
    return isDue ? [item, joinTurn(address, Math.floor(index / othersInARow))] : [item];
  });
}

/** No item of the hall's: its plays are nobody's. */
export function isJoinTurn(item: string | null): boolean {
  return item?.startsWith(joinId) ?? false;
}

function joinTurn(url: string, place: number): ScreenItem {
  const words = lobbyWords.phone;
  return {
    id: `${joinId}-${String(place)}`,
    version: 1,
    kind: "qr",
    title: { zh: say(words, "zh"), en: say(words, "en"), "zh-Hant": say(words, "zh-Hant") },
    url,
    ...{ seconds: joinSeconds, priority: 0, schedule: {} },
  };
}
