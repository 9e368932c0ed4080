/**
 * How a page becomes a known device, without a page: the token kept in this browser if the hub still takes it; else a
 * place asked of the hub, with six digits for the manager to type, until the token comes.
 */
import type { DeviceKind } from "../domain/vocabulary.ts";
import type { DeviceOffer, DeviceSelf } from "../wire/access.ts";
import type { ApiProblem, request } from "./api.ts";
import { isDeviceUnknown } from "./device-token.ts";

/** `full`: too many devices wait to be paired. `away`: the hub cannot be reached. */
export type PairingStep =
  { readonly at: "checking" | "full" | "away" } | { readonly at: "code"; readonly code: string };

export interface PairingPorts {
  readonly kind: DeviceKind;
  readonly ask: typeof request;
  readonly token: {
    readonly get: () => string | null;
    readonly keep: (token: string) => void;
    readonly forget: () => void;
  };
  readonly changed: (step: PairingStep) => void;
  readonly paired: (token: string, device: DeviceSelf) => void;
}

const pollMillis = 2_000;
const retryMillis = 3_000;
const fullRetryMillis = 10_000;

export class DevicePairing {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;

  constructor(private readonly ports: PairingPorts) {}

  /** Goes on until the device is paired, or until `stop()`. */
  async begin(): Promise<void> {
    const { ask, token, changed, paired } = this.ports;
    const kept = token.get();
    if (kept === null) return this.offer();
    const self = await ask<DeviceSelf>("GET", "/api/devices/self", { token: kept });
    if (this.isStopped) return;
    if (self.ok) {
      paired(kept, self.value);
      return;
    }
    if (isDeviceUnknown(self.problem.code)) {
      token.forget();
      return this.offer();
    }
    changed({ at: "away" });
    this.later(retryMillis, () => this.begin());
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async offer(): Promise<void> {
    const { ask, kind, changed } = this.ports;
    const offer = await ask<DeviceOffer>("POST", "/api/devices", { body: { kind } });
    if (this.isStopped) return;
    if (offer.ok) return this.poll(offer.value);
    const isFull = offer.problem.code === "too-many-pending" || offer.problem.code === "too-many-requests";
    changed({ at: isFull ? "full" : "away" });
    this.later(isFull ? fullRetryMillis : retryMillis, () => this.offer());
  }

  /** The code is shown only after the first answer: a demonstration approves at once and never shows one. */
  private async poll(offer: DeviceOffer): Promise<void> {
    const { ask, token, changed } = this.ports;
    const answer = await ask<{ token?: string }>("POST", `/api/devices/${offer.id}/token`, {
      body: { secret: offer.secret },
    });
    if (this.isStopped) return;
    if (answer.ok && answer.value.token !== undefined) {
      token.keep(answer.value.token);
      return this.begin();
    }
    if (!answer.ok && !isPassing(answer.problem)) {
      this.later(pollMillis, () => this.offer());
      return;
    }
    const isThere = answer.ok || answer.problem.code === "too-many-requests";
    changed(isThere ? { at: "code", code: offer.code } : { at: "away" });
    this.later(pollMillis, () => this.poll(offer));
  }

  private later(millis: number, what: () => Promise<void>): void {
    this.timer = setTimeout(() => void what(), millis);
  }
}

/** A hub that is away, busy or in trouble may take the offer yet; any other no is its word on it. */
function isPassing({ code, status }: ApiProblem): boolean {
  return code === "hub-away" || code === "too-many-requests" || status >= 500;
}
