/** How the hall sounds its calls, as screens are told. */
import type { VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";

/** @param speaking what makes the voice now, the preferred first. */
export function voiceView({ voice = {} }: HallFile, speaking: readonly VoiceEngine[]): HallNow["voice"] {
  const { languages = ["zh"], repeat = 1, yao = false, onlyTicketLanguage = false, engines: _, ...sound } = voice;
  return { languages, repeat, yao, onlyTicketLanguage, ...sound, engines: [...speaking] };
}
