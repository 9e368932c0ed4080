/** What stands between a page with unsaved changes and leaving it. One page at a time guards itself. */

/** Asks whether to leave for an address of the console; leaving is then up to the page. */
type Ask = (address: string) => void;

let guard: Ask | null = null;

const atClose = (event: BeforeUnloadEvent): void => event.preventDefault();

/** From now on leaving asks first; null: nothing is unsaved. */
export function guardLeaving(ask: Ask | null): void {
  if ((guard === null) !== (ask === null)) {
    if (ask) window.addEventListener("beforeunload", atClose);
    else window.removeEventListener("beforeunload", atClose);
  }
  guard = ask;
}

/**
 * To be asked when the address has changed, before the page follows it.
 * @param before where the page still stands.
 * @returns whether it stays there: the address has been put back, and the person is asked.
 */
export function staysAt(before: string): boolean {
  const asked = location.hash;
  if (guard === null || asked === before) return false;
  history.replaceState(history.state, "", before === "" ? location.pathname + location.search : before);
  guard(asked);
  return true;
}
