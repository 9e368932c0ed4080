/** Handlers of how lobby screens are set. */
import { refuse } from "../../shared/domain/refusal.ts";
import { screenDefaults } from "../../shared/domain/screen-defaults.ts";
import type { ChangeScreen, ScreenSettings } from "../../shared/wire/lobby.ts";
import { hasArea } from "./item-checks.ts";
import type { Task } from "./ports.ts";

/** What is left out stays as it is. Refusals: `not-found` where it is no paired lobby screen, `invalid-request`. */
export function setScreen(id: string, change: ChangeScreen): Task<ScreenSettings> {
  return ({ tx, state }) => {
    if (!tx.devices.all().some((device) => device.id === id && device.kind === "screen")) return refuse("not-found");
    const settings: ScreenSettings = { ...screenDefaults, ...tx.screens.find(id), ...change };
    const { area } = change;
    if (area != null && !(state.hall && hasArea(state.hall, area))) return refuse("invalid-request", { field: "area" });
    tx.screens.save(id, settings);
    return settings;
  };
}
