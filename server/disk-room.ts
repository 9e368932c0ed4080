/** How much the disk of the data folder still takes. */
import { statfsSync } from "node:fs";
import type { DiskRoom } from "./commands/ports.ts";

/** Asking costs little, but every upload and every screen asks. */
const FRESH_MILLIS = 5_000;

/** Throws where the folder cannot be looked at. */
export function diskRoomOf(folder: string): DiskRoom {
  let asked = Number.NEGATIVE_INFINITY;
  let free = 0;
  return {
    freeBytes() {
      const now = performance.now();
      if (now - asked >= FRESH_MILLIS) {
        const { bavail, bsize } = statfsSync(folder);
        free = bavail * bsize;
        asked = now;
      }
      return free;
    },
  };
}
