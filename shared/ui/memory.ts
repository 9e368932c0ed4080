/** What a page keeps in this browser. Storage that is full, switched off or absent never stops a page. */

const fallback = new Map<string, string>();

/** Reads what was kept under a name; null when nothing was. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? fallback.get(name) ?? null;
  } catch {
    return fallback.get(name) ?? null;
  }
}

/** Keeps a value under a name, for as long as the browser can. */
export function remember(name: string, value: string): void {
  fallback.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // The value still holds until the page is loaded anew.
  }
}

/** Forgets a name. */
export function forget(name: string): void {
  fallback.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
