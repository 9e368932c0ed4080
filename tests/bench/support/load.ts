/** Load from many connections, or from one. */
import autocannon from "autocannon";
import type { Program } from "./programs.ts";

export interface Load {
  readonly connections: number;
  readonly amount: number;
  readonly requests: readonly autocannon.Request[];
}

/** Sends so many requests and answers how many were answered a second. Throws where one failed. */
export async function answersPerSecond({ url }: Program, { connections, amount, requests }: Load): Promise<number> {
  const run = autocannon({ url, connections, amount, requests });
  let [begun, last] = [0, 0];
  // The run itself ends up to a second after its last answer.
  run.on("start", () => (begun = performance.now()));
  run.on("response", () => (last = performance.now()));
  const result = await run;
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result["2xx"] < amount) throw new Error(`${failed} of ${amount} requests failed`);
  return amount / ((last - begun) / 1000);
}
