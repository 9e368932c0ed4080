/** Items and a screen's surroundings for the stories of content. */
import type { LiveContent } from "../../../display/content/sheet.ts";
import { blankPicture } from "../../../display/lobby/picture.ts";
import type { ScreenFile, ScreenItem } from "../../../shared/wire/lobby.ts";
import { hallNow, nine } from "../display/calls.ts";

export function anItem(id: string, more: Partial<ScreenItem> = {}): ScreenItem {
  return {
    id,
    version: 1,
    kind: "image",
    title: { zh: id, en: id },
    seconds: 10,
    priority: 0,
    schedule: {},
    ...more,
  };
}

export function aFile(sha256: string, more: Partial<ScreenFile> = {}): ScreenFile {
  return { url: `/media/${sha256}`, sha256, bytes: 3, type: "image/png", width: 16, height: 9, ...more };
}

export function liveContent(more: Partial<LiveContent> = {}): LiveContent {
  return { hall: hallNow(), picture: blankPicture, now: nine, isStale: false, languages: ["zh", "en"], ...more };
}
