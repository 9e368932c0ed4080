/** The last number printed of each prefix: what a backup knows of it, and what people say. */
import type { Millis } from "../shared/domain/vocabulary.ts";
import { ZoneClock } from "./domain/calendar.ts";
import type { HallState } from "./domain/state.ts";
import { ticketNumber } from "./domain/numbering.ts";
import { WrongSetting } from "./config/wrong-setting.ts";

/** What to say for a day on which no number was told. */
const NONE = "none";

/** The lines that ask for the last number of each prefix, beside the last one that the backup knows of. */
export function questionFor(state: HallState, file: string, now: Millis): string[] {
  const prefixes = prefixesOf(state);
  const known = (prefix: string): string => {
    const last = state.sequences.get(prefix);
    return last === undefined ? "none in the backup" : `the backup's last one: ${ticketNumber(prefix, last)}`;
  };
  const example = prefixes.map((prefix) => ticketNumber(prefix, state.sequences.get(prefix) ?? 0)).join();
  return [
    `The backup is whole; its last day is ${state.day?.date ?? "none yet"}.`,
    `By this machine's clock it is now ${state.hall ? new ZoneClock(state.hall.timezone).iso(now) : new Date(now).toISOString()}; set that first if it is wrong.`,
    "Numbers told today since it was made must not be given again: look at the last slips and screens",
    "and give the last number of each prefix, 000 where none was told today:",
    ...prefixes.map((prefix) => `  ${prefix}  (${known(prefix)})`),
    `  --restore ${file} --last-numbers ${example}`,
    `Where no number at all was told today: --last-numbers ${NONE}`,
  ];
}

/** Reads what was said, as `A012,S000`. Throws `WrongSetting` unless each prefix is named once, and no other. */
export function lastNumbersFrom(text: string, state: HallState): Record<string, number> {
  if (text === NONE) return {};
  const prefixes = prefixesOf(state);
  const sequences = new Map<string, number>();
  for (const number of text.split(",").map((part) => part.trim())) {
    const [, prefix = "", digits = ""] = /^([A-Z]{1,3})(\d{3,6})$/.exec(number) ?? [];
    if (prefix === "" || ticketNumber(prefix, Number(digits)) !== number)
      throw new WrongSetting(`--last-numbers: ${number} is no number such as A012`);
    if (!prefixes.includes(prefix))
      throw new WrongSetting(`--last-numbers: ${number}: the hall has no prefix ${prefix}`);
    if (sequences.has(prefix)) throw new WrongSetting(`--last-numbers: ${prefix} is named twice`);
    sequences.set(prefix, Number(digits));
  }
  const missing = prefixes.filter((prefix) => !sequences.has(prefix));
  if (missing.length > 0)
    throw new WrongSetting(
      `--last-numbers: ${missing.join()} is missing; ${ticketNumber(missing[0] ?? "", 0)} where none was told today`,
    );
  return Object.fromEntries(sequences);
}

function prefixesOf({ hall }: HallState): string[] {
  return [...new Set((hall?.file.services ?? []).map(({ prefix }) => prefix))].sort();
}
