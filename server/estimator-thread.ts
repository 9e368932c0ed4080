/** Starts the estimator in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { StartEstimator } from "./commands/waiting-times.ts";
import type { FromEstimator } from "./domain/estimate/estimator-work.ts";

export interface EstimatorData {
  /** Where what was learned is kept. */
  readonly file: string;
  readonly forgets: boolean;
}

/** @param program the built worker. @param file where what it learns is kept. */
export function threadFor(program: string, file: string): StartEstimator {
  return (hears, { forgets }) => {
    const data: EstimatorData = { file, forgets };
    const worker = new Worker(program, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
    worker.unref();
    worker.on("message", (message: FromEstimator) => {
      hears.heard(message);
    });
    let failure: unknown = null;
    worker.on("error", (error) => (failure = error));
    worker.on("exit", (code) => {
      hears.ended(failure ?? new Error(`the estimator's thread ended with ${String(code)}`));
    });
    return {
      post: (message) => {
        worker.postMessage(message);
      },
      stop: async () => {
        worker.removeAllListeners();
        await worker.terminate();
      },
    };
  };
}
