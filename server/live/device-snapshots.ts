/** How a device stands (topic `screen/ID`), and how all do (topic `health`). */
import type { HealthSnapshot, ScreenSnapshot } from "../../shared/wire/live.ts";
import type { LivePorts } from "../commands/live-ports.ts";
import { alarmsOf } from "./passing.ts";
import { clockView } from "../views/clock-view.ts";
import type { Presence } from "./presence.ts";

/** As the event `device` bears it: what a lobby screen is to show is told by itself. */
export function deviceSnapshot({ access, printing, wall }: LivePorts, id: string): ScreenSnapshot | null {
  const device = access.device(id);
  if (!device) return null;
  const { name, kind, counter } = device;
  const settings = kind === "screen" ? { settings: wall.settings(id) } : null;
  return { id, name, kind, counter, printer: printing.health(id), ...settings };
}

/** With all that a lobby screen is to show, unless it `has` that already. */
export function screenSnapshot(parts: LivePorts, id: string, has?: string): ScreenSnapshot | null {
  const device = deviceSnapshot(parts, id);
  return device && (device.kind === "screen" ? { ...device, content: parts.wall.framed(id, has) } : device);
}

export function healthSnapshot({
  access,
  printing,
  presence,
  wall,
  context: { writer, moments },
}: LivePorts & { readonly presence: Presence }): HealthSnapshot {
  const { sight } = writer;
  const moment = moments.of(writer.state, sight.now);
  return {
    writable: writer.isWritable,
    clock: clockView(moments.sure(writer.state, sight.now), sight),
    alarms: moment && alarmsOf(moment),
    devices: access.devices.map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      connected: presence.of(id).connected,
      printer: printing.health(id),
      ...(kind === "screen" && { alerts: wall.alerts(id) }),
    })),
  };
}
