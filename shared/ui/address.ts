/** A part of an address as it was before it was encoded; null where somebody has cut or mistyped it. */
export function decodedPart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
