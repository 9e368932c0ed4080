/** The answer of `GET /api/emergency`. */
import Type, { type Static } from "typebox";
import { Exactly, Nullable, Text } from "./common.ts";
import { Emergency } from "./lobby.ts";

/** What can be raised in this hall, in the order in which it is offered. */
const EmergencyTemplate = Exactly({
  id: Type.String(),
  title: Text,
  text: Text,
  stopsService: Type.Boolean(),
});
export const EmergencyNow = Exactly(
  {
    emergency: Nullable(Emergency),
    templates: Type.Array(EmergencyTemplate),
  },
  { $id: "EmergencyNow" },
);
export type EmergencyNow = Static<typeof EmergencyNow>;
