/**
 * A ticket's id: a UUID of version 7 whose 32 bits of counter, right after the instant, are the ticket's place in the
 * journal (RFC 9562, 6.2). So a ticket is found by its id without an index of ids, which would be one more page to
 * sync with each number taken. 42 random bits remain; an id opens nothing by itself.
 */

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The place in the journal at which a ticket of this id was issued; null for what can be no ticket's id. */
export function issuedSeqOf(id: string): number | null {
  if (!UUID_7.test(id)) return null;
  const bits = (from: number, until: number): number => Number.parseInt(id.slice(from, until), 16);
  // 4 bits, 8, the 6 beside the variant, 8, and the upper 6 of the next byte.
  return (
    bits(15, 16) * 2 ** 28 +
    bits(16, 18) * 2 ** 20 +
    (bits(19, 21) & 0x3f) * 2 ** 14 +
    bits(21, 23) * 2 ** 6 +
    (bits(24, 26) >> 2)
  );
}
