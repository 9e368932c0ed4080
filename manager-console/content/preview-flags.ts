/** What cannot be read, or cannot be known, of an item on a screen. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { previewWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import type { Media, ScreenSettings } from "../../shared/wire/lobby.ts";
import { kindParts, type ItemDraft } from "./item-draft.ts";
import { enlargement, isTooSmall, type ScreenParts } from "./preview-sizes.ts";

export interface Flag {
  readonly isWrong: boolean;
  readonly tell: (language: Language) => string;
}

export interface Previewed {
  readonly draft: ItemDraft;
  readonly parts: ScreenParts;
  readonly settings: Pick<ScreenSettings, "viewingMetres">;
  readonly media: Media | null;
  /** Of the words to their ground, as they came out; null where there are none. */
  readonly contrast: number | null;
}

/** Source: issue and `screens.md`: text and its ground differ at least so much. */
const leastContrast = 7;
/** A picture that is enlarged more than this looks blurred. */
const mostEnlarged = 1.25;
/** As screens turn pages: nobody reads one in less. */
const leastPageSeconds = 8;

export function flagsOf({ draft, parts, settings, media, contrast }: Previewed): readonly Flag[] {
  const { content, haveCentimetres, needCentimetres } = parts;
  const isLine = draft.kind === "ticker";
  if (!content && !isLine) return [{ isWrong: true, tell: (language) => say(previewWords.noContent, language) }];
  const isFile = kindParts[draft.kind].media !== null;
  const times = content && media && media.kind === "image" ? enlargement(media, content) : 0;
  return [
    ...(isTooSmall(parts) && !isFile
      ? [
          {
            isWrong: true,
            tell: (language: Language) =>
              say(previewWords.tooSmall, language, {
                metres: settings.viewingMetres,
                have: haveCentimetres.toFixed(1),
                need: needCentimetres.toFixed(1),
              }),
          },
        ]
      : []),
    ...(contrast === null
      ? []
      : [
          {
            isWrong: contrast < leastContrast,
            tell: (language: Language) =>
              say(contrast < leastContrast ? previewWords.contrastLow : previewWords.contrast, language, {
                ratio: contrast.toFixed(1),
              }),
          },
        ]),
    ...(media && times > mostEnlarged
      ? [
          {
            isWrong: true,
            tell: (language: Language) =>
              say(previewWords.enlarged, language, {
                width: media.width,
                height: media.height,
                times: times.toFixed(1),
              }),
          },
        ]
      : []),
    ...(isFile && media
      ? [{ isWrong: false, tell: (language: Language) => say(previewWords.pictureText, language) }]
      : []),
  ];
}

/** How long each page of an item stands. */
export function pageSeconds({ seconds }: ItemDraft, pages: number): number {
  const whole = Number(seconds);
  return Math.max(leastPageSeconds, Math.round((Number.isFinite(whole) ? whole : 0) / pages));
}
