/** How much room is left where the hub keeps its data. */
import { statfsSync } from "node:fs";
import type { DiskRoom } from "../commands/ports.ts";

export function diskRoom(dataFolder: string): DiskRoom {
  return {
    freeBytes() {
      const { bavail, bsize } = statfsSync(dataFolder);
      return bavail * bsize;
    },
  };
}
