/** What is missing from a recorded voice, or was badly cut or levelled. Source: docs/voice-pack.md. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { cardinalClips, phraseClips } from "../../shared/text/spoken-parts.ts";
import type { Clips } from "./pack-folder.ts";
import { allClearClip, emergencyClipOf, isEmergencyClip } from "./recorded-emergencies.ts";
import { isSameFormat, millisOf, type Wav } from "./wav.ts";

export interface PackFault {
  readonly clip: string;
  readonly fault: string;
}

/** Silence before and behind the words that makes a sentence halt. */
const LONGEST_SILENCE_MILLIS = 250;
/** Louder than this at its very edge, and the word was cut into: a thirtieth of full scale. */
const EDGE_LEVEL = 0.033;
const EDGE_MILLIS = 5;
/** Full scale; more than a few samples of it in a row are clipped. */
const FULL = 0.999;
const longestWord = [5_000, "five seconds"] as const;
const longestEmergency = [30_000, "half a minute"] as const;
/** Twice or half as loud as the others is heard. */
const DECIBELS = 6;

/** The clips that a language's folder must have. */
export function neededClips(language: Language): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const cardinals = cardinalClips[language === "en" ? "en" : "zh"].values();
  const own = language === "en" ? [] : ["yao"];
  return [...new Set([...Object.keys(phraseClips[language]), ...cardinals, ...own, ...letters])];
}

/** Of emergencies, which may be recorded, the clips that are not; the next voice says those. */
export function unrecordedEmergencies(clips: Clips, templates: readonly string[]): readonly string[] {
  return [...templates.map(emergencyClipOf), allClearClip].filter((clip) => !clips.has(clip));
}

export function checkPack(clips: Clips, language: Language): readonly PackFault[] {
  const missing = neededClips(language).filter((clip) => !clips.has(clip));
  const sounds = [...clips].flatMap(([clip, sound]) => (sound ? [{ clip, sound }] : []));
  const format = commonFormat(sounds.map(({ sound }) => sound));
  const usual = median(sounds.map(({ sound }) => loudness(sound)));
  return [
    ...missing.map((clip) => ({ clip, fault: "is missing" })),
    ...[...clips].flatMap(([clip, sound]) => (sound ? [] : [{ clip, fault: "is no uncompressed WAV" }])),
    ...sounds.flatMap(({ clip, sound }) => faultsOf(sound, { format, usual }).map((fault) => ({ clip, fault }))),
    ...sounds.flatMap(({ clip, sound }) => {
      const [millis, words] = isEmergencyClip(clip) ? longestEmergency : longestWord;
      return millisOf(sound) > millis ? [{ clip, fault: `is longer than ${words}` }] : [];
    }),
  ];
}

function faultsOf(sound: Wav, { format, usual }: { format: Wav | null; usual: number }): readonly string[] {
  const faults: string[] = [];
  if (format && !isSameFormat(sound, format)) faults.push("has another format than most: hertz, bits or channels");
  if (sound.bits !== 16) return [...faults, "has other than 16 bits a sample"];
  const levels = levelsOf(sound);
  const perMilli = (sound.rate * sound.channels) / 1000;
  const heard = (level: number): boolean => level > EDGE_LEVEL;
  const first = levels.findIndex(heard);
  if (first < 0) return [...faults, "is silent"];
  const last = levels.length - 1 - [...levels].reverse().findIndex(heard);
  if (first / perMilli > LONGEST_SILENCE_MILLIS) faults.push("begins with a long silence");
  if ((levels.length - 1 - last) / perMilli > LONGEST_SILENCE_MILLIS) faults.push("ends with a long silence");
  if (first / perMilli < EDGE_MILLIS) faults.push("is cut into at its beginning");
  if ((levels.length - 1 - last) / perMilli < EDGE_MILLIS) faults.push("is cut into at its end");
  if (levels.filter((level) => level >= FULL).length > 3) faults.push("is clipped: recorded too loud");
  const difference = 20 * Math.log10(loudness(sound) / usual);
  if (Math.abs(difference) > DECIBELS)
    faults.push(
      `is ${String(Math.round(Math.abs(difference)))} dB ${difference > 0 ? "louder" : "softer"} than the others`,
    );
  return faults;
}

/** From 0 to 1. */
function levelsOf({ samples }: Wav): readonly number[] {
  return Array.from({ length: samples.length >> 1 }, (_, index) => Math.abs(samples.readInt16LE(index * 2)) / 32_768);
}

/** Of what is heard of it, silence apart. */
function loudness(sound: Wav): number {
  if (sound.bits !== 16) return 0;
  const heard = levelsOf(sound).filter((level) => level > EDGE_LEVEL / 4);
  return Math.sqrt(heard.reduce((sum, level) => sum + level * level, 0) / Math.max(1, heard.length));
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/** The format that most have. */
function commonFormat(sounds: readonly Wav[]): Wav | null {
  const like = (one: Wav): number => sounds.filter((other) => isSameFormat(one, other)).length;
  return sounds.reduce<Wav | null>((best, sound) => (best && like(best) >= like(sound) ? best : sound), null);
}
