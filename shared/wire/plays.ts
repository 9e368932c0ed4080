/** Proof of play: what lobby screens have shown. Source: contract, "Lobby". */
import Type, { type Static } from "typebox";
import { Exactly, Instant, ListOf, Text } from "./common.ts";
import { Id } from "./lobby.ts";

/** What a screen has shown, as it tells the hub. */
export const PlayReport = Exactly({
  plays: Type.Array(
    Exactly({
      item: Id,
      version: Type.Integer({ minimum: 1 }),
      at: Type.String({ maxLength: 40, description: "when it was first painted, on the hub's clock" }),
      seconds: Type.Number({ minimum: 0, maximum: 86400 }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
});
export type PlayReport = Static<typeof PlayReport>;

/** Proof of play: what one screen has shown of one item within an hour. */
export const Play = Exactly(
  {
    hour: Instant,
    screen: Type.String(),
    screenName: Type.String(),
    item: Type.String(),
    version: Type.Integer(),
    title: Text,
    plays: Type.Integer(),
    seconds: Type.Number(),
    firstAt: Instant,
    lastAt: Instant,
  },
  { $id: "Play" },
);
export type Play = Static<typeof Play>;
export const PlayList = ListOf(Play);
