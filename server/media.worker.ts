/**
 * The process in which files and feeds from elsewhere are read. It gives way to everything else on the machine, and is
 * the first to go where memory is short.
 */
import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import type { ToWorkshop } from "./signage/media/job.ts";
import { work } from "./signage/media/work.ts";
import { diskRoom } from "./store/disk-room.ts";

try {
  setPriority(constants.priority.PRIORITY_LOW);
  writeFileSync("/proc/self/oom_score_adj", "1000");
} catch {
  // Not every system knows of it, and nothing depends on it.
}

process.on("message", (message: ToWorkshop) => {
  void work(message, diskRoom).then((told) => process.send?.(told));
});
// The hub is gone, and whoever waited for the answer with it.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGKILL");
});
