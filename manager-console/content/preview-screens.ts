/** The screens that a preview can be seen on: the hall's, or two as halls have them. Pure. */
import { screenDefaults } from "../../shared/domain/screen-defaults.ts";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { previewWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import type { Screen, ScreenSettings } from "../../shared/wire/lobby.ts";

export interface PreviewScreen {
  readonly id: string;
  readonly name: string;
  readonly settings: ScreenSettings;
}

export function previewScreens(screens: readonly Screen[], language: Language): readonly PreviewScreen[] {
  if (screens.length > 0) return screens.map((screen) => ({ id: screen.id, name: screen.name, settings: screen }));
  const sample = { inches: screenDefaults.sizeInches, metres: screenDefaults.viewingMetres };
  return [
    { id: "landscape", name: say(previewWords.sample, language, sample), settings: screenDefaults },
    {
      id: "portrait",
      name: say(previewWords.samplePortrait, language, sample),
      settings: { ...screenDefaults, orientation: "portrait" },
    },
  ];
}
