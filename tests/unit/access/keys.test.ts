import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { v4, v7 } from "uuid";
import { describe, expect, it } from "vitest";
import { keysFrom } from "../../../server/access/keys.ts";

const ours = keysFrom(Buffer.alloc(32, 1));
const theirs = keysFrom(Buffer.alloc(32, 2));
const at = Date.parse("2026-11-25T09:00:00+08:00");

describe("a ticket's token", () => {
  it("opens its ticket and no other, and is the same after a restart", () => {
    for (let count = 0; count < 50; count += 1) {
      const id = v7();
      expect(ours.ticketOf(ours.tokenOf(id))).toBe(id);
      expect(keysFrom(Buffer.alloc(32, 1)).tokenOf(id)).toBe(ours.tokenOf(id));
    }
  });

  it("of another hub opens nothing", () => {
    const id = v7();
    expect(theirs.ticketOf(ours.tokenOf(id))).toBeNull();
    expect(ours.tokenOf(id)).not.toBe(theirs.tokenOf(id));
  });

  it("carries at least 128 bits that cannot be guessed, and goes into an address as it is", () => {
    const token = ours.tokenOf(v7());
    expect(token).toMatch(/^[\w-]{48}$/);
    expect(Buffer.from(token, "base64url").length - 16).toBeGreaterThanOrEqual(16);
  });

  it("with any one bit changed opens nothing", () => {
    const bytes = Buffer.from(ours.tokenOf(v7()), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(ours.ticketOf(changed.toString("base64url"))).toBeNull();
    }
  });

  it("cut short, made longer, or written another way opens nothing", () => {
    const token = ours.tokenOf(v7());
    for (let length = 0; length < token.length; length += 1) expect(ours.ticketOf(token.slice(0, length))).toBeNull();
    for (const more of [`${token}A`, `${token}=`, ` ${token}`, `${token}\n`, token.toUpperCase(), `${token}${token}`]) {
      expect(ours.ticketOf(more)).toBeNull();
    }
  });

  it("made up of anything opens nothing, and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(ours.ticketOf(text)).toBeNull();
      }),
      { seed: 4, numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 36, maxLength: 36 }), (bytes) => {
        expect(ours.ticketOf(Buffer.from(bytes).toString("base64url"))).toBeNull();
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("swapped with another's signature opens neither", () => {
    const [mine, yours] = [Buffer.from(ours.tokenOf(v7()), "base64url"), Buffer.from(ours.tokenOf(v4()), "base64url")];
    const mixed = Buffer.concat([mine.subarray(0, 16), yours.subarray(16)]);
    expect(ours.ticketOf(mixed.toString("base64url"))).toBeNull();
  });
});

describe("the code shown in the hall", () => {
  it("holds for its five minutes and the five after them", () => {
    const slot = Math.ceil(at / 300_000) * 300_000;
    const { join, expiresAt } = ours.joinCode(slot);
    expect(expiresAt).toBe(slot + 300_000);
    expect([slot, slot + 299_999, slot + 300_000, slot + 599_999].map((now) => ours.isJoinCode(join, now))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(ours.isJoinCode(join, slot + 600_000)).toBe(false);
    expect(ours.isJoinCode(join, slot - 1)).toBe(false);
  });

  it("of another hub, or none, does not hold", () => {
    expect(ours.isJoinCode(theirs.joinCode(at).join, at)).toBe(false);
    for (const code of ["", "0", ours.joinCode(at).join.slice(1), `${ours.joinCode(at).join}A`]) {
      expect(ours.isJoinCode(code, at)).toBe(false);
    }
  });
});

describe("the seal", () => {
  it("opens to the same text, and never shows it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        const sealed = ours.seal(text);
        expect(ours.open(sealed)).toBe(text);
        if (text.length > 3) expect(sealed.includes(text)).toBe(false);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("is another each time, so that two alike cannot be told", () => {
    expect(ours.seal("欧阳").equals(ours.seal("欧阳"))).toBe(false);
  });

  it("does not open by another hub's key, nor where a single byte is changed", () => {
    const sealed = ours.seal("欧阳");
    expect(theirs.open(sealed)).toBeNull();
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(ours.open(changed)).toBeNull();
    }
    expect(ours.open(Buffer.alloc(0))).toBeNull();
    expect(ours.open(sealed.subarray(0, 20))).toBeNull();
  });
});

describe("the key's fingerprint", () => {
  it("is the same for the same key, another for another, and holds nothing of the key", () => {
    const secret = randomBytes(32);
    const { fingerprint } = keysFrom(secret);
    expect(keysFrom(Buffer.from(secret)).fingerprint).toBe(fingerprint);
    expect(ours.fingerprint).not.toBe(theirs.fingerprint);
    expect(secret.toString("hex")).not.toContain(fingerprint);
  });
});

describe("a booking's token and reference", () => {
  it("open that booking and no ticket, and are the same after a restart", () => {
    const id = v7();
    const again = keysFrom(Buffer.alloc(32, 1));
    expect(ours.bookingOf(ours.bookingTokenOf(id))).toBe(id);
    expect(ours.ticketOf(ours.bookingTokenOf(id))).toBeNull();
    expect(ours.bookingOf(ours.tokenOf(id))).toBeNull();
    expect([again.bookingTokenOf(id), again.referenceOf(id)]).toEqual([ours.bookingTokenOf(id), ours.referenceOf(id)]);
  });

  it("are eight digits that tell nothing of the next, nor of another hub's", () => {
    const ids = Array.from({ length: 2000 }, () => v7());
    const references = ids.map((id) => ours.referenceOf(id));
    for (const reference of references) expect(reference).toMatch(/^\d{8}$/);
    expect(new Set(references).size).toBeGreaterThan(1990);
    const firstDigits = new Set(references.map((reference) => reference[0]));
    expect(firstDigits.size).toBe(10);
    expect(ids.filter((id) => theirs.referenceOf(id) === ours.referenceOf(id))).toHaveLength(0);
  });
});

describe("the mark of a person", () => {
  it("is the same for the same ID number, and another for a phone or another hub", () => {
    expect(ours.markPerson("id", "3301")).toBe(ours.markPerson("id", "3301"));
    const marks = [ours.markPerson("id", "3301"), ours.markPerson("phone", "3301"), ours.mark("id 3301")];
    expect(new Set([...marks, theirs.markPerson("id", "3301")]).size).toBe(4);
  });
});
