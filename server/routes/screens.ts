/** Lobby screens from afar: how they are set, how they are, what shows on them and why. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { Exactly } from "../../shared/wire/common.ts";
import { ChangeScreen, Screen, ScreenList, Showing, type Screen as ScreenOnWire } from "../../shared/wire/lobby.ts";
import { ScreenContentAnswer } from "../../shared/wire/lobby-requests.ts";
import type { DeviceRow } from "../commands/ports.ts";
import { setScreen } from "../commands/screen-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { localMoment, showingItems } from "../views/showing-view.ts";
import { anyStaff, caretakers, screenReaders, screensThemselves } from "./audiences.ts";
import { instantFrom } from "./instants.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { ById, describe, NoBody } from "./schemas.ts";

/** Long enough to walk round the hall and look. */
const IDENTIFY_SECONDS = 30;

export function screenRoutes(app: App, hub: Hub): void {
  app.get(
    "/api/screens",
    {
      config: { for: screenReaders },
      schema: describe({
        tag: "screens",
        summary: "Lobby screens: how they are set and how they are",
        answers: { 200: ScreenList },
      }),
    },
    () => ({ items: lobbyScreens(hub).map((device) => screenView(hub, device)) }),
  );
  app.put(
    "/api/screens/:id",
    {
      config: { for: caretakers },
      schema: describe({
        tag: "screens",
        summary: "Set a lobby screen; what is left out stays as it is",
        params: ById,
        body: ChangeScreen,
        answers: { 200: Screen },
      }),
    },
    async (request) => {
      const { id } = request.params;
      await run(hub, request, setScreen(id, request.body));
      hub.signage.screenSet(id);
      return screenView(hub, lobbyScreen(hub, id));
    },
  );
  app.get(
    "/api/screens/:id/showing",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "screens",
        summary: "What shows there at an instant, and why",
        params: ById,
        query: Exactly({ at: Type.Optional(Type.String({ maxLength: 40, description: "an instant; absent: now" })) }),
        answers: { 200: Showing },
      }),
    },
    (request): Showing => {
      const { id } = lobbyScreen(hub, request.params.id);
      const moment = present(hub);
      const at = request.query.at === undefined ? moment.now : instantFrom(request.query.at, moment, "at");
      const { area, group, layout } = hub.signage.settings(id);
      const isEmergency = hub.signage.isEmergency(id, at);
      const asked = { place: { id, area, group }, layout, moment: localMoment(moment.zone, at), isEmergency };
      const items = showingItems(hub.signage.published, asked, hub.lobbyWords.showingReason);
      return { screen: id, at: moment.zone.iso(at), emergency: isEmergency, items };
    },
  );
  app.get(
    "/api/screens/self/content",
    {
      config: { for: screensThemselves },
      schema: describe({
        tag: "screens",
        summary: "All that the screen that asks is to show; its version is the ETag",
        answers: { 200: ScreenContentAnswer, 304: Type.Null() },
      }),
    },
    async (request, reply) => {
      if (request.caller.kind !== "device") throw new Refused(refuse("not-signed-in"));
      const content = hub.signage.content(request.caller.device.id);
      const tag = `"${content.version}"`;
      void reply.header("etag", tag).header("cache-control", "private, no-cache");
      const known = request.headers["if-none-match"]?.split(",").map((each) => each.trim().replace(/^W\//, ""));
      return known?.includes(tag) === true ? reply.code(304).send(null) : reply.send(content);
    },
  );

  const orders = [
    { path: "/api/screens/:id/reload", summary: "Let a screen load its page anew", event: () => ({ type: "reload" }) },
    {
      path: "/api/screens/:id/identify",
      summary: "Let a screen show its name for a while",
      event: ({ name }: DeviceRow) => ({ type: "identify", name, seconds: IDENTIFY_SECONDS }),
    },
  ] as const;
  for (const { path, summary, event } of orders) {
    app.post(
      path,
      {
        config: { for: caretakers },
        schema: describe({ tag: "screens", summary, params: ById, body: NoBody, answers: { 200: Screen } }),
      },
      (request) => {
        const device = lobbyScreen(hub, request.params.id);
        // Who repeats the request with its key has pressed once.
        return run(hub, request, () => {
          hub.signage.order(device.id, event(device));
          return screenView(hub, device);
        });
      },
    );
  }
}

function lobbyScreens({ access }: Hub): readonly DeviceRow[] {
  return access.devices.filter(({ kind }) => kind === "screen");
}

function lobbyScreen(hub: Hub, id: string): DeviceRow {
  const device = lobbyScreens(hub).find((screen) => screen.id === id);
  if (!device) throw new Refused(refuse("not-found"));
  return device;
}

function screenView({ signage, presence }: Hub, { id, name }: DeviceRow): ScreenOnWire {
  return {
    id,
    name,
    ...signage.settings(id),
    connected: presence.of(id).connected,
    health: signage.health(id),
    alerts: [...signage.alerts(id)],
  };
}
