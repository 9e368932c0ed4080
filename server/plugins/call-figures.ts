/** How long it takes until people see and hear that they are called. */
import { Histogram, type Registry } from "prom-client";
import type { CallFigures } from "../commands/live-ports.ts";

const buckets = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60];

export function callFigures(registers: Registry[]): CallFigures {
  const painted = new Histogram({
    name: "lundao_call_painted_seconds",
    help: "From a call on disk until a lobby screen has painted it, each screen once",
    buckets,
    registers,
  });
  const spoken = new Histogram({
    name: "lundao_call_spoken_seconds",
    help: "From a call on disk until a lobby screen has begun to say it",
    buckets,
    registers,
  });
  return {
    painted: (seconds) => {
      painted.observe(seconds);
    },
    spoken: (seconds) => {
      spoken.observe(seconds);
    },
  };
}
