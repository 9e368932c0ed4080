/** How loud a hall sounds its calls at an hour. */
import { isWithin } from "./programme.ts";

interface SoundHours {
  /** 0 to 100. */
  readonly volume?: number | undefined;
  readonly volumeByHour?: readonly { readonly hours: readonly string[]; readonly volume: number }[] | undefined;
  readonly silentHours?: readonly (readonly string[])[] | undefined;
}

/** From 0 to 100; 0 in the hall's silent hours. @param time of the hall, as 17:05. */
export function volumeAt({ volume = 100, volumeByHour = [], silentHours = [] }: SoundHours, time: string): number {
  if (silentHours.some((span) => holds(span, time))) return 0;
  return volumeByHour.find(({ hours }) => holds(hours, time))?.volume ?? volume;
}

function holds([from = "", until = ""]: readonly string[], time: string): boolean {
  return isWithin([from, until], time);
}
