/** What cannot be read, or cannot be known, of an item on a screen. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { previewWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import type { WallDrawn } from "../../shared/ui/wall-preview.ts";
import type { Media, ScreenSettings } from "../../shared/wire/lobby.ts";
import { kindParts, type ItemDraft } from "./item-draft.ts";
import { enlargement, isTooSmall, type ReadingHeight } from "./preview-sizes.ts";

export interface Flag {
  readonly isWrong: boolean;
  readonly tell: (language: Language) => string;
}

export interface Previewed {
  readonly draft: ItemDraft;
  readonly layout: ScreenSettings["layout"];
  /** From the screen to those who read it. */
  readonly metres: number;
  /** As the screen drew it. */
  readonly drawn: Pick<WallDrawn, "isShowing" | "isMadeUp" | "contrast" | "room">;
  readonly height: ReadingHeight;
  readonly media: Media | null;
}

/** Source: issue and `screens.md`: text and its ground differ at least so much. */
const leastContrast = 7;
/** A picture that is enlarged more than this looks blurred. */
const mostEnlarged = 1.25;

export function flagsOf(previewed: Previewed): readonly Flag[] {
  const { draft, layout, metres, drawn, height } = previewed;
  if (layout === "calls-only") return [flag(true, (language) => say(previewWords.noContent, language))];
  const isFile = kindParts[draft.kind].media !== null;
  const figures = { metres, have: height.have.toFixed(1), need: height.need.toFixed(1) };
  return [
    ...(drawn.isShowing ? [] : [flag(false, (language) => say(previewWords.nothingYet, language))]),
    ...(isTooSmall(height) && !isFile ? [flag(true, (language) => say(previewWords.tooSmall, language, figures))] : []),
    ...contrastFlags(drawn.contrast),
    ...mediaFlags(previewed),
    ...(drawn.isMadeUp ? [flag(false, (language) => say(previewWords.madeUp, language))] : []),
  ];
}

function contrastFlags(contrast: number | null): readonly Flag[] {
  if (contrast === null) return [];
  const isLow = contrast < leastContrast;
  const words = isLow ? previewWords.contrastLow : previewWords.contrast;
  return [flag(isLow, (language) => say(words, language, { ratio: contrast.toFixed(1) }))];
}

function mediaFlags({ media, drawn: { room } }: Previewed): readonly Flag[] {
  if (!media) return [];
  const { width, height } = media;
  const times = room && media.kind === "image" ? enlargement(media, room) : 0;
  const figures = { width, height, times: times.toFixed(1) };
  return [
    ...(times > mostEnlarged ? [flag(true, (language) => say(previewWords.enlarged, language, figures))] : []),
    flag(false, (language) => say(previewWords.pictureText, language)),
  ];
}

function flag(isWrong: boolean, tell: Flag["tell"]): Flag {
  return { isWrong, tell };
}
