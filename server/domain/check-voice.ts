/** What a hall file's voice must hold beyond its schema. */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Fault } from "./check-hours.ts";

export function checkVoice({ voice = {} }: HallFile, fault: Fault): void {
  const { languages = [], silentHours = [], volumeByHour = [] } = voice;
  for (const [index, language] of languages.entries())
    if (languages.indexOf(language) !== index) fault(`/voice/languages/${String(index)}`, `${language} is there twice`);
  const spans = [
    ...silentHours.map((span, index) => [`/voice/silentHours/${String(index)}`, span] as const),
    ...volumeByHour.map(({ hours }, index) => [`/voice/volumeByHour/${String(index)}/hours`, hours] as const),
  ];
  for (const [field, [from, until]] of spans)
    if (from === until) fault(field, `ends when it begins, at ${String(from)}`);
}

/** What may surprise: a language that no page of the hall shows. */
export function warnOfVoice({ hall, voice = {} }: HallFile, warn: Fault): void {
  for (const [index, language] of (voice.languages ?? []).entries())
    if (!hall.languages.includes(language))
      warn(`/voice/languages/${String(index)}`, `calls are said in ${language}, which is no language of the hall`);
}
