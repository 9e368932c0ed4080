/** What routes and the live side need of printing. */
import type { PrinterHealth } from "../../shared/wire/access.ts";

export interface Printing {
  /** A device's printer as last seen. */
  health(deviceId: string): PrinterHealth;
  /** A job of this device is on disk: print it. */
  wake(deviceId: string): void;
  /** A device's printer was set anew or taken away. */
  changed(deviceId: string): void;
}
