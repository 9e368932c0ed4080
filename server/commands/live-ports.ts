/** What the live side needs of the rest of the hub. */
import type { Caller } from "./caller.ts";
import type { Context } from "./context.ts";
import type { Wall } from "./lobby-ports.ts";
import type { DeviceRow } from "./ports.ts";
import type { Printing } from "./printing-port.ts";

export interface LivePorts {
  readonly context: Pick<Context, "writer" | "moments" | "words" | "store">;
  readonly access: {
    deviceByToken(token: string): DeviceRow | null;
    device(id: string): DeviceRow | null;
    readonly devices: readonly DeviceRow[];
    /** Hears that somebody's right to be here has ended; the function given tells whose. */
    onEnded(listener: (isOver: (caller: Caller) => boolean) => void): void;
    /** Hears of each device that is called otherwise or stands elsewhere. */
    onDeviceChanged(listener: (id: string) => void): void;
  };
  readonly keys: { readonly ticketOf: (token: string) => string | null };
  readonly printing: Pick<Printing, "health">;
  readonly wall: Wall;
}
