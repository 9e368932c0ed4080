/** How a device stands (topic `screen/ID`), and how all do (topic `health`). */
import type { ScreenSnapshot } from "../../shared/wire/live.ts";
import type { PrinterHealth } from "../../shared/wire/access.ts";
import type { Hub } from "./kit.ts";

export function deviceSnapshot(hub: Hub, id: string): ScreenSnapshot | null {
  const device = hub.access.device(id);
  if (!device) return null;
  return { id, name: device.name, kind: device.kind, counter: device.counter, printer: hub.printing.health(id) };
}

export interface HealthSnapshot {
  readonly writable: boolean;
  readonly devices: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly connected: boolean; readonly printer: PrinterHealth }[];
}

export function healthSnapshot(hub: Hub): HealthSnapshot {
  return {
    writable: hub.context.writer.isWritable,
    devices: hub.access.devices.map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      connected: hub.presence.of(id).connected,
      printer: hub.printing.health(id),
    })),
  };
}
