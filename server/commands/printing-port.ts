/** What routes and the live side need of printing. */
import type { Printer, PrinterHealth } from "../../shared/wire/access.ts";

export interface Printing {
  /** Whether a printer may be set: a device file must be a printer's, a plain file in a folder that is meant for it. */
  readonly accepts: (printer: Printer) => boolean;
  /** A device's printer as last seen. */
  readonly health: (deviceId: string) => PrinterHealth;
  /** A job of this device is on disk: print it. */
  readonly wake: (deviceId: string) => void;
  /** A device's printer was set anew or taken away. */
  readonly changed: (deviceId: string) => void;
}
