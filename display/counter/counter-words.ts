/** What a counter's screen says, line by line, and how wide each line is. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { counterScreenWords, lobbyWords } from "../../shared/text/lobby.ts";
import { counterStates, residentStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { whenComing } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { CounterPicture } from "./counter-picture.ts";

export interface CounterWords {
  /** Before the large words, in the size of the line below them. */
  readonly lead: string;
  /** A ticket's number or the state of the counter. */
  readonly big: string;
  readonly line: string;
  /** Before that line, on a ground of its own: a recall. */
  readonly hurry: string;
  /** What is done here; only where nobody is called. */
  readonly list: readonly string[];
}

export function counterWords(
  picture: CounterPicture,
  hall: HallNow,
  { language, now }: { language: Language; now: string },
): CounterWords {
  const plain = { lead: "", line: "", hurry: "", list: [] };
  switch (picture.kind) {
    case "called": {
      const hurry = picture.isRecall ? say(lobbyWords.hurryTo, language) : "";
      const line = say(counterScreenWords.comeHere, language);
      return { ...plain, lead: say(counterScreenWords.please, language), big: picture.number, hurry, line };
    }
    case "serving":
      return { ...plain, big: picture.number, line: say(residentStates.serving, language) };
    case "paused": {
      const at = picture.returnAt === null ? null : whenComing(picture.returnAt, now, language);
      const line = at === null ? "" : say(counterScreenWords.backAt, language, { at });
      return { ...plain, big: say(counterStates.paused, language, { at: null }), line };
    }
    case "closed":
      return { ...plain, big: say(counterStates.closed, language) };
    case "idle": {
      const names = hall.services
        .filter(({ id }) => picture.services.includes(id))
        .map(({ name }) => pick(name, language));
      return { ...plain, big: "", line: say(counterScreenWords.serves, language), list: names };
    }
  }
}
