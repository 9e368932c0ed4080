/** How the hall sounds its calls, as screens are told. */
import type { HallNow } from "../../shared/wire/hall.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";

export function voiceView({ voice = {} }: HallFile, makesClips: boolean): HallNow["voice"] {
  const { languages = ["zh"], repeat = 1, yao = false, onlyTicketLanguage = false, engines: _, ...sound } = voice;
  return { languages, repeat, yao, onlyTicketLanguage, ...sound, clips: makesClips };
}
