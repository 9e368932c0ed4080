/** Limits for strangers: wrong sign-ins, and how much one address may ask for. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";

const FAILURES = { points: 10, duration: 15 * 60 };
/** A hall's phones often share one address: generous, yet no flood. */
const REQUESTS = { points: 240, duration: 60 };

export class Throttle {
  readonly #failures = new RateLimiterMemory({ keyPrefix: "sign-in", ...FAILURES });
  readonly #requests = new RateLimiterMemory({ keyPrefix: "stranger", ...REQUESTS });

  /** Whether this sign-in may be tried; `key`: name and address. */
  async beforeSignIn(key: string): Promise<Refusal | null> {
    const used = await this.#failures.get(key);
    return used && used.consumedPoints >= FAILURES.points ? tooMany(used) : null;
  }

  /** Counts a wrong password. */
  async failedSignIn(key: string): Promise<void> {
    await this.#failures.penalty(key);
  }

  async signedIn(key: string): Promise<void> {
    await this.#failures.delete(key);
  }

  /** Counts a stranger's request. */
  async request(address: string): Promise<Refusal | null> {
    try {
      await this.#requests.consume(address);
      return null;
    } catch (reached) {
      if (reached instanceof RateLimiterRes) return tooMany(reached);
      throw reached;
    }
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): Refusal {
  return refuse("too-many-requests", { detail: { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) } });
}
