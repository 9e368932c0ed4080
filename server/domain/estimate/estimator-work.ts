/** What the estimator's thread does with what it is told, whichever thread that is. */
import { Estimator, type EstimatorState } from "./estimator.ts";
import type { Observation } from "./noticed.ts";
import type { Estimates, HallPicture } from "./picture.ts";

export type ToEstimator =
  | { readonly type: "learn"; readonly epoch: string; readonly observations: readonly Observation[] }
  | { readonly type: "tell"; readonly picture: HallPicture };

export type FromEstimator =
  /** First of all; `knows`: it has something kept from before. */
  { readonly type: "ready"; readonly knows: boolean } | ({ readonly type: "told"; readonly at: number } & Estimates);

/** Up to where of which journal it has learned, and what. */
interface Kept {
  readonly version: number;
  readonly epoch: string;
  readonly seq: number;
  readonly state: EstimatorState;
}

/** What is learned stays below half of it. */
const KEPT_AT_MOST = 4_000_000;

export interface EstimatorWorking {
  /** What `keep` was given last; null for nothing. */
  readonly kept: string | null;
  readonly keep: (text: string) => void;
}

export class EstimatorWork {
  readonly #estimator: Estimator;
  readonly #keep: (text: string) => void;
  #epoch = "";
  /** What has a place up to here in the journal is learned. */
  #seq = 0;
  #told = 0;
  readonly knows: boolean;

  constructor({ kept, keep }: EstimatorWorking) {
    this.#keep = keep;
    const known = kept === null ? null : read(kept);
    this.knows = known !== null;
    this.#estimator = known?.estimator ?? new Estimator();
    if (!known) return;
    this.#epoch = known.epoch;
    this.#seq = known.seq;
  }

  take(message: ToEstimator): FromEstimator | null {
    if (message.type === "tell") {
      this.#told += 1;
      return { type: "told", at: message.picture.at, ...this.#estimator.tell(message.picture, this.#told) };
    }
    // Another journal than the one that was learned from: its places say nothing of this one.
    if (message.epoch !== this.#epoch) this.#seq = 0;
    this.#epoch = message.epoch;
    for (const observation of message.observations) if (observation.seq > this.#seq) this.#learn(observation);
    return null;
  }

  #learn(observation: Observation): void {
    switch (observation.kind) {
      case "day-began":
        this.#estimator.startDay(observation.seq);
        return;
      case "joined":
        this.#estimator.joined(observation);
        return;
      case "called":
        this.#estimator.called(observation);
        return;
      case "left":
        this.#estimator.left(observation);
        return;
      case "served":
        this.#estimator.served(observation);
        return;
      case "called-again":
        this.#estimator.calledAgainAfter(observation.seconds);
        return;
      case "clock-set":
        this.#estimator.forgetTold();
        return;
      case "day-ended": {
        this.#seq = observation.seq;
        const kept: Kept = { version: 1, epoch: this.#epoch, seq: this.#seq, state: this.#estimator.toJSON() };
        const text = JSON.stringify(kept);
        if (text.length <= KEPT_AT_MOST) this.#keep(text);
        return;
      }
      default:
        observation satisfies never;
    }
  }
}

/** Null for what cannot be read: then it is learned anew. */
function read(text: string): { epoch: string; seq: number; estimator: Estimator } | null {
  if (text.length > KEPT_AT_MOST) return null;
  try {
    // Written by `#learn`; what is none of it fails below or has another version.
    const { version, epoch, seq, state } = JSON.parse(text) as Kept;
    return version === 1 && Number.isInteger(seq) ? { epoch, seq, estimator: new Estimator({ state }) } : null;
  } catch {
    return null;
  }
}
