/** A code reader types what it reads, very fast, and ends with Enter. */

/** Fingers are slower than this between two keys; readers, also over a slow cable, are not. */
export const readerGapMillis = 120;
const shortest = 8;

/** Collects keys into scans. */
export class ScanReader {
  private typed = "";
  private lastKey = Number.NEGATIVE_INFINITY;

  constructor(private readonly scanned: (code: string) => void) {}

  /** Takes one key as `KeyboardEvent.key` names it, at a time in milliseconds; whether it belonged to a scan that ended here. */
  key(key: string, at: number): boolean {
    if (at - this.lastKey > readerGapMillis) this.typed = "";
    this.lastKey = at;
    if (key === "Enter" || key === "Tab") {
      const code = this.typed;
      this.typed = "";
      if (code.length < shortest) return false;
      this.scanned(code);
      return true;
    }
    if (key.length === 1) this.typed += key;
    return false;
  }
}

/** The ticket's token in a scanned code: the address of its page, or the token by itself; null for any other code. */
export function tokenIn(code: string): string | null {
  const address = /\/m\/t\/([A-Za-z0-9_.~-]{16,200})(?:[/?#]|$)/.exec(code.trim());
  if (address) return address[1] ?? null;
  return /^[A-Za-z0-9_.~-]{16,200}$/.test(code.trim()) ? code.trim() : null;
}

/** The booking's token in the scanned address of its page; null for any other code. */
export function bookingAddressIn(code: string): string | null {
  return /\/m\/b\/([A-Za-z0-9_.~-]{16,200})(?:[/?#]|$)/.exec(code.trim())?.[1] ?? null;
}

/** Whether it is something to be looked up, and not what a quick hand has typed into a form. */
export function isCode(code: string): boolean {
  return bookingAddressIn(code) !== null || bookingIn(code) !== null || tokenIn(code) !== null;
}

/** How somebody who booked names his booking. */
export type BookingName = { readonly reference: string } | { readonly idNumber: string };

/** A booking's reference or an identity card in a scanned code; null for any other code. */
export function bookingIn(code: string): BookingName | null {
  const text = code.trim();
  if (/^\d{8}$/.test(text)) return { reference: text };
  return /^(\d{15}|\d{17}[\dXx])$/.test(text) ? { idNumber: text } : null;
}
