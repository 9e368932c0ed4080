/** Limits for strangers: wrong sign-ins and check-ins, and how much one address may ask for. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";

/** Wrong passwords for one name from one address. */
const FAILURES = { points: 10, duration: 15 * 60 };
/** Wrong passwords from one address, whatever the names: a hall behind one address may mistype, nobody tries a list. */
const ADDRESS_FAILURES = { points: 100, duration: FAILURES.duration };
/** Check-ins at one station that found no booking: a hundred million references cannot be tried at a number pad. */
const CHECK_IN_FAILURES = { points: 30, duration: 5 * 60 };
/** A hall's phones often share one address: generous, yet no flood. */
const REQUESTS = { points: 240, duration: 60 };

export interface SignInTry {
  readonly user: string;
  readonly address: string;
}

export class Throttle {
  readonly #failures = new RateLimiterMemory({ keyPrefix: "sign-in", ...FAILURES });
  readonly #addressFailures = new RateLimiterMemory({ keyPrefix: "sign-in-address", ...ADDRESS_FAILURES });
  readonly #checkIns = new RateLimiterMemory({ keyPrefix: "check-in", ...CHECK_IN_FAILURES });
  readonly #requests = new RateLimiterMemory({ keyPrefix: "stranger", ...REQUESTS });

  /**
   * Counts a sign-in as failed before its password is looked at, since looking takes a while and many may come at once;
   * `signedIn` takes that back. Answers why it may not be tried at all.
   */
  async beforeSignIn(asked: SignInTry): Promise<Refusal | null> {
    const ofName = await counted(this.#failures, nameKey(asked));
    if (ofName) return ofName;
    const ofAddress = await counted(this.#addressFailures, asked.address);
    if (ofAddress) await this.#failures.reward(nameKey(asked));
    return ofAddress;
  }

  /** The password was right. */
  async signedIn(asked: SignInTry): Promise<void> {
    await this.#failures.delete(nameKey(asked));
    await this.#addressFailures.reward(asked.address);
  }

  /** Counts a check-in at a station as failed before it is looked at; `checkedIn` takes that back. */
  async beforeCheckIn(station: string): Promise<Refusal | null> {
    return counted(this.#checkIns, station);
  }

  /** There was such a booking. */
  checkedIn(station: string): void {
    void this.#checkIns.reward(station);
  }

  /** Counts a stranger's request. */
  async request(address: string): Promise<Refusal | null> {
    return counted(this.#requests, address);
  }
}

function nameKey({ user, address }: SignInTry): string {
  return `${user} ${address}`;
}

async function counted(limiter: RateLimiterMemory, key: string): Promise<Refusal | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (reached) {
    if (reached instanceof RateLimiterRes) return tooMany(reached);
    throw reached;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): Refusal {
  return refuse("too-many-requests", { detail: { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) } });
}
