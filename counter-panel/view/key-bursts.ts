/** Tells a hand from a reader that types like a keyboard: what comes as fast as no hand types is a code, and no shortcut. */
import { readerGapMillis } from "../../shared/ui/scan-reader.ts";
import type { PanelKey } from "./keys.ts";

/** A shortcut counts once nothing has followed it for so long: nobody feels it, and readers are faster. */
export const quietMillis = 60;

/** Two hands may come down on as many keys less one at once. */
const shortestCode = 4;

const ends: ReadonlySet<string> = new Set(["Enter", "Tab", " "]);

export class KeyBursts {
  private text = "";
  private lastAt = Number.NEGATIVE_INFINITY;
  private kept: PanelKey[] = [];
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly pressed: (key: PanelKey) => void) {}

  /**
   * Hears every key, as `KeyboardEvent.key` names it, at a time in milliseconds; the code read so far where this key
   * would end it, else null. What a hand has pressed before a key that presses a button goes before that.
   */
  hear(key: string, at: number): string | null {
    if (at - this.lastAt > readerGapMillis) this.text = "";
    this.lastAt = at;
    const code = this.text.length >= shortestCode && ends.has(key) ? this.text : null;
    if (key === "Enter" || key === "Tab") this.text = "";
    // An input method that is on hides what was typed, not that something was.
    else if (key.length === 1 || key === "Process") this.text += key.charAt(0);
    if (this.text.length >= shortestCode || code !== null) this.forget();
    else if (ends.has(key)) this.act();
    else if (this.kept.length > 0) this.wait();
    return code;
  }

  /** Keeps a shortcut that was just heard until it is sure that a hand pressed it. */
  keep(key: PanelKey): void {
    if (this.text.length >= shortestCode) return;
    this.kept.push(key);
    this.wait();
  }

  /** Does what was pressed by hand and has waited. */
  readonly act = (): void => {
    const { kept } = this;
    this.forget();
    for (const key of kept) this.pressed(key);
  };

  forget(): void {
    clearTimeout(this.quiet);
    this.kept = [];
  }

  private wait(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(this.act, quietMillis);
  }
}
