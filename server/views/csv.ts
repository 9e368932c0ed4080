/** Tables for spreadsheet programs. Source: RFC 4180. */

/** Without it Excel takes UTF-8 for the machine's own code page, and Chinese for nonsense. */
export const BYTE_ORDER_MARK = "\uFEFF";

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** A spreadsheet would work out what begins like a formula: an apostrophe before it makes it text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
