/** A lobby screen's settings as they are being changed: checked and made into what the hub takes. Pure. */
import type { Orientation, ScreenLayout } from "../../shared/domain/vocabulary.ts";
import { screenWords } from "../../shared/text/console-screens.ts";
import type { ChangeScreen, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { FieldWords } from "../form-parts.ts";

/** The form's fields; numbers as they are typed. */
export interface ScreenDraft {
  readonly layout: ScreenLayout;
  readonly orientation: Orientation;
  /** Empty: none. */
  readonly area: string;
  readonly group: string;
  readonly metres: string;
  readonly inches: string;
  readonly isSpeaking: boolean;
  readonly isOwnCallsOnly: boolean;
}

export type ScreenField = "area" | "group" | "metres" | "inches" | "ownCallsOnly";

const metres = { least: 0.5, most: 50 } as const;
const inches = { least: 5, most: 300 } as const;
const longestGroup = 60;

export function screenDraftOf(settings: ScreenSettings): ScreenDraft {
  return {
    layout: settings.layout,
    orientation: settings.orientation,
    area: settings.area ?? "",
    group: settings.group ?? "",
    metres: String(settings.viewingMetres),
    inches: String(settings.sizeInches),
    isSpeaking: settings.speaks,
    isOwnCallsOnly: settings.ownCallsOnly,
  };
}

/** The settings that the form means; of a number that is none, what was set before. */
export function settingsOf(draft: ScreenDraft, before: ScreenSettings): ScreenSettings {
  const group = draft.group.trim();
  return {
    layout: draft.layout,
    orientation: draft.orientation,
    area: draft.area === "" ? null : draft.area,
    group: group === "" ? null : group,
    viewingMetres: numberIn(draft.metres, metres) ?? before.viewingMetres,
    sizeInches: numberIn(draft.inches, inches) ?? before.sizeInches,
    speaks: draft.isSpeaking,
    ownCallsOnly: draft.isOwnCallsOnly,
  };
}

/** The request the form means, of which only what differs is sent, or what is wrong with it. */
export function screenBodyOf(
  draft: ScreenDraft,
  before: ScreenSettings,
): { readonly body: ChangeScreen } | { readonly errors: FieldWords<ScreenField> } {
  const errors: FieldWords<ScreenField> = {
    ...(draft.group.trim().length > longestGroup && { group: screenWords.groupWrong }),
    ...(numberIn(draft.metres, metres) === null && { metres: screenWords.metresWrong }),
    ...(numberIn(draft.inches, inches) === null && { inches: screenWords.inchesWrong }),
    ...(draft.isOwnCallsOnly && draft.area === "" && { ownCallsOnly: screenWords.ownNeedsArea }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const after = settingsOf(draft, before);
  const changed = Object.entries(after).filter(([name, value]) =>
    Object.entries(before).every(([old, was]) => old !== name || was !== value),
  );
  return { body: Object.fromEntries(changed) };
}

/** The field of the form that the hub's name for it means. */
export function screenFieldOf(name: string | undefined): ScreenField | "form" {
  switch (name) {
    case "viewingMetres":
      return "metres";
    case "sizeInches":
      return "inches";
    case "area":
    case "group":
    case "ownCallsOnly":
      return name;
    default:
      return "form";
  }
}

function numberIn(text: string, { least, most }: { readonly least: number; readonly most: number }): number | null {
  const written = text.trim().replace(",", ".");
  const value = /^\d+(\.\d+)?$/.test(written) ? Number(written) : NaN;
  return value >= least && value <= most ? value : null;
}
