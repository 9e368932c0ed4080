/** The hall as anyone sees it, its file, and the code for taking a number by phone. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { HallNow, JoinCode } from "../../shared/wire/hall.ts";
import { HallFile } from "../../shared/wire/hall-file.ts";
import { Refused } from "../plugins/problems.ts";
import { squeezed } from "../plugins/squeezed.ts";
import { hallView } from "../views/hall-view.ts";
import { joinShowers, managers } from "./audiences.ts";
import { hallSettings, present, type App, type Hub } from "./kit.ts";
import { describe } from "./schemas.ts";

export function hallRoutes(app: App, hub: Hub): void {
  const { config } = hub;

  app.get(
    "/api/hall",
    { onSend: squeezed, schema: describe({ tag: "hall", summary: "The hall now", answers: { 200: HallNow } }) },
    ({ caller }) => {
      const moment = present(hub);
      if (!moment.state.hall) throw new Refused(refuse("not-found"));
      const isStation = caller.kind === "device" && caller.device.kind === "station";
      const settings = { ...hallSettings(hub), ...(isStation && { channel: "station" as const }) };
      return hallView(moment, moment.state.hall, settings);
    },
  );

  app.get(
    "/api/hall/file",
    {
      config: { for: managers },
      schema: describe({ tag: "hall", summary: "What runs now, as a hall file", answers: { 200: HallFile } }),
    },
    () => {
      const { hall } = present(hub).state;
      if (!hall) throw new Refused(refuse("not-found"));
      return hall.file;
    },
  );

  app.get(
    "/api/hall.schema.json",
    { schema: describe({ tag: "hall", summary: "JSON Schema of the hall file", answers: { 200: Type.Unknown() } }) },
    () => ({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      ...HallFile,
    }),
  );

  app.get(
    "/api/join",
    {
      config: { for: joinShowers },
      schema: describe({
        tag: "hall",
        summary: "The code shown in the hall for taking a number by phone",
        answers: { 200: JoinCode },
      }),
    },
    () => {
      const { zone, now } = present(hub);
      const { join, expiresAt } = hub.keys.joinCode(now);
      const url = config.publicUrl === null ? null : `${config.publicUrl}/m/?join=${join}`;
      return { join, url, expiresAt: zone.iso(expiresAt) };
    },
  );
}
