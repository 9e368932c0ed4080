/** Which key was meant as a shortcut; none while somebody types, holds a key down, chooses from a menu or answers a dialog. */

/** Keys the panel knows, by what is printed on them. */
export type PanelKey =
  | "Space"
  | "Escape"
  | "?"
  | "+"
  | "F12"
  | "Z"
  | "R"
  | "S"
  | "F"
  | "M"
  | "H"
  | "T"
  | "P"
  | "Y"
  | "N"
  | "Q"
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "7";

const letters = /^[rsfmhtpynqz1-7]$/i;

/** Where the keys that mean something lie on the board. */
const places = /^(?:Key|Digit|Numpad)([A-Z1-7])$/;

/** The part of a keyboard event this reads. */
export type KeyPress = Pick<
  KeyboardEvent,
  | "key"
  | "code"
  | "repeat"
  | "shiftKey"
  | "ctrlKey"
  | "altKey"
  | "metaKey"
  | "isComposing"
  | "defaultPrevented"
  | "composedPath"
>;

export function panelKey(press: KeyPress): PanelKey | null {
  if (press.repeat || press.isComposing || press.defaultPrevented || press.ctrlKey || press.altKey || press.metaKey)
    return null;
  const path = press.composedPath();
  if (path.some((element) => element instanceof HTMLDialogElement)) return null;
  const [target] = path;
  if (press.key === "Escape") return "Escape";
  // Help can be asked for in the middle of a word.
  if (press.key === "F12") return "F12";
  if (target instanceof Element && isTypedInto(target)) return null;
  if (path.some((element) => element instanceof Element && element.matches("ld-menu[open]"))) return null;
  const key = printed(press);
  // A button that has the focus is pressed by the browser itself.
  if (key === " ") return target instanceof Element && isPressedBySpace(target) ? null : "Space";
  if (key === "?" || key === "+") return key;
  return letters.test(key) ? (key.toUpperCase() as PanelKey) : null; // exactly the letters and digits of PanelKey
}

/**
 * What was typed. A Chinese input method makes it as wide as a character, or hides it; then the key's place on the board
 * tells it, but for what shift makes of a digit.
 */
function printed({ key, code, shiftKey }: KeyPress): string {
  if (key !== "Process") return key.normalize("NFKC");
  if (code === "Space") return " ";
  const place = places.exec(code)?.[1] ?? "";
  return shiftKey && place < "A" ? "" : place;
}

function isTypedInto(element: Element): boolean {
  if (element instanceof HTMLInputElement) return element.type !== "radio" && element.type !== "checkbox";
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function isPressedBySpace(element: Element): boolean {
  return (
    element instanceof HTMLButtonElement || element instanceof HTMLInputElement || element instanceof HTMLAnchorElement
  );
}
