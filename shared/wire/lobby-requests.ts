/** What is asked of the lobby's items, screens and plays, and answered, beside the shapes that screens hold. */
import Type, { type Static } from "typebox";
import { itemKinds, itemStates } from "../domain/vocabulary.ts";
import { Exactly, Nullable, OneOf } from "./common.ts";
import { DayOrInstant, Id, type ScreenContent, type ScreenItem } from "./lobby.ts";

/** What is written, as a screen would get it; null where it would have nothing to show. */
export const ItemPreview = Exactly({
  item: Type.Unsafe<ScreenItem | null>(Nullable(Type.Object({}, { description: "as in a screen's content" }))),
});

export const ItemQuery = Exactly({
  state: Type.Optional(OneOf(itemStates)),
  kind: Type.Optional(OneOf(itemKinds)),
  after: Type.Optional(Type.String({ maxLength: 64, description: "`next` of the page before" })),
});

/** All that a screen is to show, for whoever asks for it by itself. */
export const ScreenContentAnswer = Type.Unsafe<Required<ScreenContent>>(
  Exactly({ version: Type.String(), items: Type.Array(Type.Object({})) }),
);

/** How many plays the hub has taken. */
export const PlaysTaken = Exactly({
  plays: Type.Integer({ description: "how many were taken" }),
  rejected: Type.Array(Type.String(), { description: "which were not, and what of them: `plays.3.at`" }),
});
export type PlaysTaken = Static<typeof PlaysTaken>;
export const PlayQuery = Exactly({
  from: Type.Optional(DayOrInstant),
  to: Type.Optional(DayOrInstant),
  screen: Type.Optional(Id),
  item: Type.Optional(Id),
  after: Type.Optional(Type.String({ maxLength: 200, description: "`next` of the page before" })),
});
