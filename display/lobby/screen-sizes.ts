/** How large everything on this screen is: from its glass, its settings, and the words that its hall has to show. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, weekdayOf } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";
import { measure, widest } from "../measure.ts";
import type { Picture } from "./picture.ts";
import { sizesFor, type Glass, type Sizes, type Widths } from "./sizes.ts";

export interface OnScreen {
  readonly hall: HallNow;
  readonly picture: Picture;
  readonly language: Language;
  /** The hub's time as an instant. */
  readonly now: string;
  readonly settings: ScreenSettings;
  readonly hasTicker: boolean;
}

export function screenSizes(
  page: Pick<Glass, "width" | "height" | "pixelRatio">,
  { hall, picture, language, now, settings, hasTicker }: OnScreen,
): Sizes & Pick<Widths, "number"> {
  const numbers = [...hall.services.map(({ prefix }) => `${prefix}000`), ...picture.calls.map(({ number }) => number)];
  const widths = {
    number: widest(numbers),
    label: widest(hall.counters.map(({ label }) => pick(label, language))),
    sign: widest([say(lobbyWords.goTo, language), say(lobbyWords.hurryTo, language)]),
    hall: measure(pick(hall.name, language)),
    date: measure(dateLine(now, language)),
    shortDate: measure(dateOf(now, language)),
    time: measure("00:00"),
  };
  const { sizeInches: inches, viewingMetres: metres, layout } = settings;
  return {
    ...sizesFor({ ...page, inches, metres }, widths, { isDemo: hall.demo, layout, hasTicker }),
    number: widths.number,
  };
}

/** 11月25日 星期三 */
export function dateLine(now: string, language: Language): string {
  return say(lobbyWords.dateLine, language, { date: dateOf(now, language), weekday: weekdayOf(now, language) });
}
