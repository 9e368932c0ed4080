/** A file in figures: how large it is, in pixels and on disk. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { mediaWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import type { Media } from "../../shared/wire/lobby.ts";

export function mediaFacts({ width, height, seconds, pages, bytes }: Media, language: Language): string {
  return say(mediaWords.facts, language, {
    width,
    height,
    seconds: seconds === undefined ? null : Math.round(seconds),
    pages,
    size: byteSize(bytes),
  });
}

/** 950 kB, 12.3 MB. */
export function byteSize(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1000)))} kB`;
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, "MB"] : [bytes / 1_000_000_000, "GB"];
  return `${size.toFixed(size < 100 ? 1 : 0)} ${unit}`;
}
