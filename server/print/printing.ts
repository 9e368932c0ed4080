/** Interim. */
import type { PrinterHealth } from "../../shared/wire/access.ts";
import type { Context } from "../commands/context.ts";

export function startPrinting(_context: Context, _parts: unknown) {
  return {
    health: (_id: string): PrinterHealth => ({ condition: "none", pending: 0, since: null }),
    wake: (_id: string): void => undefined,
    changed: (_id: string): void => undefined,
    stop: () => Promise.resolve(),
  };
}
