/** Hears the keyboard for a part of the page that is worked by shortcuts; codes that a reader types press nothing. */
import type { ReactiveController } from "lit";
import { isCode } from "../../shared/ui/scan-reader.ts";
import { KeyBursts } from "./key-bursts.ts";
import { panelKey, type PanelKey } from "./keys.ts";

/** No reader types these, so they need not wait. */
const atOnce: ReadonlySet<PanelKey> = new Set(["Escape", "F12"]);

export class Shortcuts implements ReactiveController {
  private readonly bursts: KeyBursts;

  /** @param pressed does what the key means; whether it meant something. */
  constructor(private readonly pressed: (key: PanelKey) => boolean) {
    this.bursts = new KeyBursts((key) => void pressed(key));
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.heard, { capture: true });
    window.addEventListener("keydown", this.keyed);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.heard, { capture: true });
    window.removeEventListener("keydown", this.keyed);
    this.bursts.forget();
  }

  /** Before anything else has the key: the end of a code presses no button and sends no form. */
  private readonly heard = (event: KeyboardEvent): void => {
    if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const code = this.bursts.hear(event.key, event.timeStamp);
    if (code === null) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement) {
      // A quick hand types into fields as well; what can only have been read does not stay there.
      if (!isCode(code)) return;
      if (target.value.endsWith(code)) target.value = target.value.slice(0, -code.length);
      target.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    const key = panelKey(event);
    if (key === null) return;
    if (atOnce.has(key)) {
      if (this.pressed(key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.bursts.keep(key);
  };
}
