/** How a device stands (topic `screen/ID`), and how all do (topic `health`). */
import type { HealthSnapshot, ScreenSnapshot } from "../../shared/wire/live.ts";
import type { LivePorts } from "../commands/live-ports.ts";
import { alarmsOf } from "./passing.ts";
import { clockView } from "../views/clock-view.ts";
import type { Presence } from "./presence.ts";

export function deviceSnapshot({ access, printing }: LivePorts, id: string): ScreenSnapshot | null {
  const device = access.device(id);
  if (!device) return null;
  return { id, name: device.name, kind: device.kind, counter: device.counter, printer: printing.health(id) };
}

export function healthSnapshot({
  access,
  printing,
  presence,
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
    })),
  };
}
