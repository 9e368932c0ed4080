/** The thread in which waiting times are worked out. What it learns it keeps in a file, at the end of each day. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { EstimatorWork, type FromEstimator, type ToEstimator } from "./domain/estimate/estimator-work.ts";
import type { EstimatorData } from "./estimator-thread.ts";

// What `threadFor` gave it.
const { file, forgets } = workerData as EstimatorData;
const work = new EstimatorWork({
  kept: forgets ? null : textOf(file),
  keep: (text) => {
    try {
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // The disk may be full; what was kept last still stands, and today's can be learned again.
    }
  },
});

const answer = (message: FromEstimator): void => parentPort?.postMessage(message);
answer({ type: "ready", knows: work.knows });
parentPort?.on("message", (message: ToEstimator) => {
  const told = work.take(message);
  if (told) answer(told);
});

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
