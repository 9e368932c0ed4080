/** Repeated requests: the same key and body from the same caller get the first answer again, kept with the command itself. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Seal, Task } from "./ports.ts";

/** For so long a repeated request gets its first answer; after that its key is as good as new. */
export const ANSWERS_KEPT_MILLIS: Millis = 24 * 60 * 60_000;

export interface KeyedCall {
  /** The caller; for strangers empty, since the key itself is their scope. */
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
  /** An answer may bear what somebody wrote, so it lies on disk as sealed as that. */
  readonly seal: Seal;
}

/** What makes a request the same request: its method and address, and its body whatever the order of its fields. */
export function fingerprint(seal: Seal, methodAndPath: string, body: unknown): string {
  // Marked with the hub's key: a password or a phone number in the body could be guessed from a plain hash.
  return seal.mark(`${methodAndPath}\n${stable(body)}`);
}

/** Runs the task once for a key. Refusals are not kept: after one nothing has happened. */
export function keyed<A>(call: KeyedCall | null, task: Task<A>): Task<A> {
  if (!call) return task;
  const { scope, key, fingerprint } = call;
  return (work) => {
    const oldest = work.now - ANSWERS_KEPT_MILLIS;
    const kept = work.tx.findAnswer(call.scope, call.key);
    if (kept && kept.at < oldest) work.tx.forgetAnswers(oldest);
    else if (kept) {
      if (kept.fingerprint !== call.fingerprint) return refuse("key-reused", { field: "Idempotency-Key" });
      // It was written below by the same task, so it has the task's shape.
      return JSON.parse(call.seal.open(Buffer.from(kept.body, "base64")) ?? "null") as A;
    }
    const answer = task(work);
    if (!isRefusal(answer)) {
      const body = call.seal.seal(JSON.stringify(answer)).toString("base64");
      work.tx.keepAnswer({ scope, key, fingerprint, body, at: work.now });
    }
    return answer;
  };
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (value === undefined) return "null";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, inside]) => `${JSON.stringify(name)}:${stable(inside)}`).join()}}`;
}
