/** Estimators for test hubs: one in this very thread, that answers a turn later, and one that can be made to die. */
import type { HearsEstimator, StartEstimator } from "../../server/commands/waiting-times.ts";
import { EstimatorWork } from "../../server/domain/estimate/estimator-work.ts";

/** The real estimator without a thread of its own. */
export const inThisThread: StartEstimator = (hears) => {
  const work = new EstimatorWork({ kept: null, keep: () => undefined });
  let isStopped = false;
  const tell = (run: () => void): void => {
    setImmediate(() => {
      if (!isStopped) run();
    });
  };
  tell(() => {
    hears.heard({ type: "ready", knows: work.knows });
  });
  return {
    post: (message) => {
      tell(() => {
        const told = work.take(structuredClone(message));
        if (told) hears.heard(told);
      });
    },
    stop: () => {
      isStopped = true;
      return Promise.resolve();
    },
  };
};

/** Stands ready, and dies of whatever it is told; counts how often it was started. */
export class Dying {
  starts = 0;

  readonly start: StartEstimator = (hears: HearsEstimator) => {
    this.starts += 1;
    setImmediate(() => {
      hears.heard({ type: "ready", knows: true });
    });
    return {
      post: () => {
        setImmediate(() => {
          hears.ended(new Error("the thread died"));
        });
      },
      stop: () => Promise.resolve(),
    };
  };
}
