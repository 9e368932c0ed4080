/** Numbers people see and hear. Source: domain.md, "Numbers". */

const DIGITS = 3;

/** Prefix and daily sequence, padded to three digits: `A001`; after `A999` comes `A1000`. */
export function ticketNumber(prefix: string, sequence: number): string {
  return prefix + String(sequence).padStart(DIGITS, "0");
}
