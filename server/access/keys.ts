/**
 * The hub's secret key and what is derived from it. One key, so that a technician keeps one file safe;
 * a separate derived key for each use, so that none tells anything of another.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { stringify as uuidText, validate as isUuid } from "uuid";
import type { PersonMarks, Seal } from "../commands/ports.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";

const ID_BYTES = 16;
const TAG_BYTES = 20;
const JOIN_MILLIS = 5 * 60_000;
const NONCE_BYTES = 12;
const GCM_TAG_BYTES = 16;
const REFERENCE_DIGITS = 8;
const REFERENCES = 10 ** REFERENCE_DIGITS;

/** Keys for signing tickets' tokens, for join codes, for sealing, and for the check that the key is the right one. */
export interface Keys extends Seal, PersonMarks {
  /** The key to one ticket: its id and 160 bits that only this hub can have made. Not stored anywhere. */
  readonly tokenOf: (ticketId: string) => string;
  /** The ticket a token opens; null for anything this hub did not sign. */
  readonly ticketOf: (token: string) => string | null;
  /** The same for bookings; a ticket's token opens none, nor the other way round. */
  readonly bookingTokenOf: (bookingId: string) => string;
  readonly bookingOf: (token: string) => string | null;
  /** The eight digits by which a booking is checked in. Not stored either; two bookings may have the same. */
  readonly referenceOf: (bookingId: string) => string;
  /** The code shown in the hall, new every five minutes. */
  joinCode(now: Millis): { readonly join: string; readonly expiresAt: Millis };
  /** Whether a code is the present one or the one before it. */
  isJoinCode(join: string, now: Millis): boolean;
  /** Tells this key from another without telling anything of it. */
  readonly fingerprint: string;
}

/** Derives all keys. `secret`: 32 bytes. */
export function keysFrom(secret: Buffer): Keys {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "lundao", use, 32));
  const [tokenKey, joinKey, sealKey, markKey, checkKey, bookingKey, referenceKey, personKey] = [
    derive("ticket-token"),
    derive("join"),
    derive("seal"),
    derive("mark"),
    derive("check"),
    derive("booking-token"),
    derive("booking-reference"),
    derive("person"),
  ];
  const tickets = signedIds(tokenKey);
  const bookings = signedIds(bookingKey);
  const join = (slot: number): string =>
    createHmac("sha256", joinKey).update(String(slot)).digest().subarray(0, 9).toString("base64url");

  return {
    fingerprint: createHmac("sha256", checkKey).update("fingerprint").digest("hex").slice(0, 32),
    tokenOf: tickets.tokenOf,
    ticketOf: tickets.idOf,
    bookingTokenOf: bookings.tokenOf,
    bookingOf: bookings.idOf,
    referenceOf(bookingId) {
      const digest = createHmac("sha256", referenceKey).update(bookingId).digest();
      return String(digest.readUIntBE(0, 6) % REFERENCES).padStart(REFERENCE_DIGITS, "0");
    },
    markPerson: (what, text) => createHmac("sha256", personKey).update(`${what} ${text}`).digest("base64url"),
    joinCode(now) {
      const slot = Math.floor(now / JOIN_MILLIS);
      return { join: join(slot), expiresAt: (slot + 1) * JOIN_MILLIS };
    },
    isJoinCode(code, now) {
      const slot = Math.floor(now / JOIN_MILLIS);
      return [slot, slot - 1].some((candidate) => equal(join(candidate), code));
    },
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + GCM_TAG_BYTES));
        return Buffer.concat([
          decipher.update(sealed.subarray(NONCE_BYTES + GCM_TAG_BYTES)),
          decipher.final(),
        ]).toString("utf8");
      } catch {
        return null;
      }
    },
    mark: (text) => createHmac("sha256", markKey).update(text).digest("base64url"),
  };
}

/** Ids with a signature behind them: what opens one thing and can be made by this hub alone. */
function signedIds(key: Buffer): { tokenOf: (id: string) => string; idOf: (token: string) => string | null } {
  // A key set before what it signs is all that SHA-3 needs (FIPS 202, A.2; KMAC is built so), and it is one call of the
  // library where HMAC is four: every number taken and every phone's question passes here.
  const signed = Buffer.concat([key, Buffer.alloc(ID_BYTES)]);
  const sign = (id: Buffer): string => {
    id.copy(signed, key.length, 0, ID_BYTES);
    return hash("sha3-256", signed, "binary");
  };
  return {
    tokenOf(uuid) {
      const token = Buffer.allocUnsafe(ID_BYTES + TAG_BYTES);
      if (token.write(uuid.replaceAll("-", ""), "hex") !== ID_BYTES) throw new Error("only a UUID can be signed");
      token.write(sign(token), ID_BYTES, TAG_BYTES, "binary");
      return token.toString("base64url");
    },
    idOf(token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== ID_BYTES + TAG_BYTES || bytes.toString("base64url") !== token) return null;
      const id = bytes.subarray(0, ID_BYTES);
      const tag = Buffer.from(sign(id), "binary").subarray(0, TAG_BYTES);
      if (!timingSafeEqual(tag, bytes.subarray(ID_BYTES))) return null;
      const text = uuidText(id);
      return isUuid(text) ? text : null;
    },
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
