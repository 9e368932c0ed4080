/**
 * Pairing: a device offers itself and shows six digits, somebody with the right to types them in,
 * the device fetches its token. Offers live ten minutes, bear five wrong tries, and are twenty at most.
 */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { DeviceKind, Millis } from "../../shared/domain/vocabulary.ts";
import type { DeviceRow } from "../commands/ports.ts";
import type { Access } from "./access.ts";
import { hashSecret, newPairingCode, newSecret } from "./secrets.ts";

const OFFER_MILLIS = 10 * 60_000;
const TRIES = 5;
const PENDING = 20;

export interface Offer {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly codeHash: string;
  readonly secretHash: string;
  readonly createdAt: Millis;
  triesLeft: number;
}

export interface NewOffer {
  readonly id: string;
  readonly code: string;
  readonly secret: string;
  readonly expiresAt: Millis;
}

export class Pairing {
  readonly #offers = new Map<string, Offer>();
  /** Offers approved of late, so that an approval can be repeated. */
  readonly #approved = new Map<string, Offer>();

  constructor(
    private readonly access: Access,
    private readonly newId: () => string,
    private readonly now: () => Millis,
  ) {}

  /** Devices that wait to be approved. */
  get pending(): readonly Offer[] {
    this.#forgetOld();
    return [...this.#offers.values()];
  }

  /** A device offers itself. Its code and secret are told once and kept only as hashes. */
  offer(kind: DeviceKind, name: string): NewOffer | Refusal {
    this.#forgetOld();
    if (this.#offers.size >= PENDING) return refuse("too-many-pending");
    const [id, code, secret, now] = [this.newId(), newPairingCode(), newSecret(), this.now()];
    const offer = {
      id,
      kind,
      name,
      codeHash: hashSecret(code),
      secretHash: hashSecret(secret),
      createdAt: now,
      triesLeft: TRIES,
    };
    this.#offers.set(id, offer);
    return { id, code, secret, expiresAt: now + OFFER_MILLIS };
  }

  /** Approves an offer by the code its device shows; `code` null approves without, as a demonstration does for its own machine. */
  async approve(
    id: string,
    code: string | null,
    { name, counter }: { name: string | null; counter: number | null },
  ): Promise<DeviceRow | Refusal> {
    this.#forgetOld();
    const offer = this.#offers.get(id) ?? this.#approved.get(id);
    if (!offer) return refuse(this.access.device(id) ? "already-approved" : "not-found");
    if (code !== null && hashSecret(code) !== offer.codeHash) {
      offer.triesLeft -= 1;
      if (offer.triesLeft > 0) return refuse("invalid-request", { field: "code" });
      this.#offers.delete(id);
      this.#approved.delete(id);
      return refuse("gone");
    }
    if (this.#approved.has(id)) return this.#approveAgain(offer, name, counter);
    // Settled before anything is awaited, so that a double press finds it approved.
    this.#offers.delete(id);
    this.#approved.set(id, offer);
    const row: DeviceRow = {
      id,
      kind: offer.kind,
      name: name ?? offer.name,
      counter,
      tokenHash: null,
      secretHash: offer.secretHash,
      printer: null,
      createdAt: offer.createdAt,
      pairedAt: this.now(),
    };
    const refusal = await this.access.addDevice(row);
    if (!refusal) return row;
    this.#approved.delete(id);
    this.#offers.set(id, offer);
    return refusal;
  }

  /** The answer was lost, or a demonstration had paired it by itself: what is said of the device now counts. */
  async #approveAgain(offer: Offer, name: string | null, counter: number | null): Promise<DeviceRow | Refusal> {
    const refusal = await this.access.changeDevice(offer.id, {
      name: name ?? offer.name,
      ...(counter !== null && { counter }),
    });
    return refusal ?? this.access.device(offer.id) ?? refuse("not-found");
  }

  /** The token for a device that proves by its secret that it made the offer; null while nobody has approved it. */
  async token(id: string, secret: string): Promise<string | null | Refusal> {
    this.#forgetOld();
    const secretHash = hashSecret(secret);
    const offer = this.#offers.get(id);
    if (offer) return offer.secretHash === secretHash ? null : refuse("not-found");
    const device = this.access.device(id);
    if (!device || device.secretHash !== secretHash) return refuse("not-found");
    if (this.now() - (device.pairedAt ?? 0) > OFFER_MILLIS) return refuse("gone");
    const token = newSecret();
    return (await this.access.changeDevice(id, { tokenHash: hashSecret(token) })) ?? token;
  }

  /** Withdraws an offer; false if there is none. */
  withdraw(id: string): boolean {
    return this.#offers.delete(id);
  }

  #forgetOld(): void {
    const oldest = this.now() - OFFER_MILLIS;
    for (const offers of [this.#offers, this.#approved]) {
      for (const [id, offer] of offers) if (offer.createdAt < oldest) offers.delete(id);
    }
  }
}
