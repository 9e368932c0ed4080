/** What routes and the live side need of printing. */
import type { PrinterHealth } from "../../shared/wire/access.ts";

export interface Printing {
  /** A device's printer as last seen. */
  readonly health: (deviceId: string) => PrinterHealth;
  /** A job of this device is on disk: print it. */
  readonly wake: (deviceId: string) => void;
  /** A device's printer was set anew or taken away. */
  readonly changed: (deviceId: string) => void;
}
