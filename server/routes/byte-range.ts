/** Which part of a file a `Range` header asks for. Source: RFC 9110, section 14. */

export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The one range asked for; "all" where none is, or where it is said in a way that may be ignored (several ranges, other
 * units); null where no byte of it exists.
 */
export function rangeOf(header: string | undefined, length: number): ByteRange | "all" | null {
  const [, from = "", until = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && until === "") return "all";
  if (from === "") {
    const wanted = Number(until);
    return wanted === 0 || length === 0 ? null : { first: Math.max(0, length - wanted), last: length - 1 };
  }
  const first = Number(from);
  const last = until === "" ? length - 1 : Math.min(Number(until), length - 1);
  if (until !== "" && Number(until) < first) return "all";
  return first >= length ? null : { first, last };
}
