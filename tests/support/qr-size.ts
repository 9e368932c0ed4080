/** How large a QR code is, from the standard's table alone. */
export type QrLevel = "L" | "M" | "Q" | "H";

/** Bytes that a QR code of each version holds in 8-bit mode (ISO/IEC 18004, table 7), versions 1 to 15. */
const capacity: Readonly<Record<QrLevel, readonly number[]>> = {
  L: [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520],
  M: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
  Q: [11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292],
  H: [7, 14, 24, 34, 44, 58, 64, 84, 98, 119, 137, 155, 177, 194, 220],
};

/** Modules along one side of the smallest code that holds the data. */
export function qrSideModules(data: string, level: QrLevel): number {
  const length = Buffer.byteLength(data, "utf8");
  const version = capacity[level].findIndex((bytes) => length <= bytes) + 1;
  if (version === 0) throw new Error(`no QR code up to version 15 holds ${String(length)} bytes`);
  return 17 + 4 * version;
}
