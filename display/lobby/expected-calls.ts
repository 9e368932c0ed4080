/** Whose clips a screen fetches before they are called: the numbers under 请准备, at the counters that may call them. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { CallWords } from "../sound/clip-voice.ts";
import type { Picture } from "./picture.ts";

export interface ExpectedCall {
  readonly call: CallWords;
  readonly language: Language;
}

/** Of the counters that may call a number so many: one of the first does. */
const mostCounters = 4;

export function expectedCalls(
  { services, voice }: Pick<HallNow, "services" | "voice">,
  { ready, counters }: Pick<Picture, "ready" | "counters">,
): readonly ExpectedCall[] {
  return ready.flatMap((number) => {
    const prefix = number.replace(/\d+$/, "");
    const ids = services.filter((service) => service.prefix === prefix).map(({ id }) => id);
    const may = counters.filter((each) => each.state === "open" && each.services.some((id) => ids.includes(id)));
    return may
      .slice(0, mostCounters)
      .flatMap(({ counter }) => voice.languages.map((language) => ({ call: { number, counter, times: 1 }, language })));
  });
}
