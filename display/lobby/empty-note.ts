/** What stands where calls will stand, while there is none. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { say } from "../../shared/text/text.ts";
import { whenComing } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";

export interface EmptyNote {
  readonly heading: string;
  readonly line: string | null;
}

/** @param now the hub's time, as an instant. @param hasPicture whether the hub has told its calls yet. */
export function emptyNote(
  hall: HallNow,
  language: Language,
  { now, hasPicture }: { now: string; hasPicture: boolean },
): EmptyNote {
  if (!hasPicture) return { heading: say(lobbyWords.connecting, language), line: null };
  const at = Date.parse(now);
  const isOpen = hall.periods.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
  if (isOpen) return { heading: say(lobbyWords.noCallYet, language), line: say(lobbyWords.takeNumber, language) };
  const next = hall.periods.find(({ from }) => Date.parse(from) > at)?.from ?? hall.nextOpening;
  const when = next === null ? null : whenComing(next, now, language);
  return {
    heading: say(lobbyWords.notOpen, language),
    line: when === null ? null : say(lobbyWords.opensAt, language, { when }),
  };
}
