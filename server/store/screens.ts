/** How paired screens are set. */
import { eq, sql } from "drizzle-orm";
import type { ScreenTable } from "../commands/lobby-ports.ts";
import type { Db } from "./database.ts";
import { screens } from "./tables.ts";

export function screenTable(db: Db): ScreenTable {
  return {
    all: () => db.select().from(screens).all(),
    find: (device) => db.select().from(screens).where(eq(screens.device, device)).get()?.settings ?? null,
    save(device, settings) {
      db.insert(screens)
        .values({ device, settings })
        .onConflictDoUpdate({ target: screens.device, set: { settings: sql`excluded.settings` } })
        .run();
    },
    remove: (device) => void db.delete(screens).where(eq(screens.device, device)).run(),
  };
}
