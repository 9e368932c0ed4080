/** Why screens cannot play a file, as whoever sent it hears it: what was found, and how to make something of it. */
import { refuse, type Refusal } from "../../../shared/domain/refusal.ts";
import { foundWords, recipeWords } from "../../../shared/text/media-words.ts";
import { fill } from "../../../shared/text/text.ts";
import type { Text } from "../../../shared/wire/common.ts";
import { nameInCommand } from "./file-name.ts";

export interface Unplayable {
  readonly found: keyof typeof foundWords;
  /** What it is, in the words of those who make such files. */
  readonly what?: string;
  /** Damaged and slow files of every kind are told alike, but not mended alike. */
  readonly kind?: "image" | "video" | "pdf";
}

/** The refusal of a file; `name` as `cleanName` leaves it. */
export function unplayable(why: Unplayable, name: string): Refusal {
  const [recipe, command] = recipeFor(why, nameInCommand(name));
  return refuse("unplayable", {
    detail: { command },
    names: {
      found: inEvery(foundWords[why.found], { what: why.what ?? "" }),
      recipe: inEvery(recipeWords[recipe], { command }),
    },
  });
}

function inEvery(words: Required<Text>, params: Readonly<Record<string, string>>): Text {
  return {
    zh: fill(words.zh, params),
    "zh-Hant": fill(words["zh-Hant"], params),
    en: fill(words.en, params),
  };
}

type Recipe = readonly [recipe: keyof typeof recipeWords, command: string];

function recipeFor({ found, kind }: Unplayable, name: string): Recipe {
  const stem = name.replace(/\.\w+$/, "");
  const picture = `ffmpeg -i "${name}" -frames:v 1 "${stem}-screen.png"`;
  switch (found) {
    case "svg":
      return ["to-picture", `rsvg-convert --width 1920 --output "${stem}-screen.png" "${name}"`];
    case "other-image":
      return ["to-picture", picture];
    case "large-image":
      return ["to-smaller-picture", `ffmpeg -i "${name}" -vf scale=3840:-1 -frames:v 1 "${stem}-screen.png"`];
    case "pdf-locked":
      return ["unlock", `qpdf --decrypt --password=PASSWORD "${name}" "${stem}-screen.pdf"`];
    case "pdf-pages":
      return ["shorten", `qpdf "${name}" --pages . 1-40 -- "${stem}-screen.pdf"`];
    case "damaged":
    case "takes-too-much":
      if (kind === "pdf") return ["mend-pdf", `qpdf "${name}" "${stem}-screen.pdf"`];
      return kind === "image" ? ["to-picture", picture] : ["to-video", toVideo(name, stem)];
    case "unknown":
      return ["to-known", toVideo(name, stem)];
    case "animated":
    case "video":
    case "no-picture":
    case "no-length":
      return ["to-video", toVideo(name, stem)];
    default:
      return found satisfies never;
  }
}

/** What every box in a hall plays: H.264 of 8 bits with AAC, at most 1920 pixels a side, its index at the front. */
function toVideo(name: string, stem: string): string {
  const scale = "scale='min(1920,iw)':'min(1920,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2";
  const picture = `-vf "${scale}" -r 30 -c:v libx264 -profile:v high -pix_fmt yuv420p`;
  return `ffmpeg -i "${name}" ${picture} -c:a aac -b:a 128k -movflags +faststart "${stem}-screen.mp4"`;
}
