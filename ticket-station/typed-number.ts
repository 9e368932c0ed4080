/** A number as it stands over the pad: the booking's in full, a phone's as everywhere else, its middle left out. */

/** Booking references have eight digits; what is longer is a phone's number. */
export const referenceLength = 8;
const shownFirst = 3;
const shownLast = 4;

/** In groups that can be read back: 1234 5678, and 139 •••• 5678, of which the digits typed last are always there. */
export function shownNumber(digits: string): string {
  const isPhone = digits.length > referenceLength;
  const first = isPhone ? 3 : 4;
  const shown = isPhone ? masked(digits) : digits;
  return [shown.slice(0, first), shown.slice(first, first + 4), shown.slice(first + 4)]
    .filter((part) => part !== "")
    .join(" ");
}

function masked(digits: string): string {
  const last = digits.length - shownLast;
  return digits.slice(0, shownFirst) + "•".repeat(last - shownFirst) + digits.slice(last);
}
