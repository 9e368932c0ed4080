/** What stands in the way of whoever writes an item: what was found, what somebody else did, what is not saved. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { itemWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import "../../shared/ui/dialog.ts";
import type { Item } from "../../shared/wire/lobby.ts";
import { dateAndTime } from "./item-words.ts";

interface Found {
  readonly language: Language;
  /** When it was typed; null: nothing was found. */
  readonly at: string | null;
  readonly drop: () => void;
}

/** What was typed here before and not saved stands in the form again. */
export function foundNote({ language, at, drop }: Found) {
  if (at === null) return nothing;
  return html`<div class="note" role="status">
    <span class="sign" aria-hidden="true">i</span>
    <div>
      <p>${say(itemWords.found, language, { time: at })}</p>
      <button type="button" class="button" @click=${drop}>${say(itemWords.foundDrop, language)}</button>
    </div>
  </div>`;
}

interface Meanwhile {
  readonly language: Language;
  /** As somebody else has left it; null: nobody has. */
  readonly item: Item | null;
  readonly take: () => void;
  readonly keep: (item: Item) => void;
}

/** Two at once: the second hears of it, and chooses. */
export function meanwhileNote({ language, item, take, keep }: Meanwhile) {
  if (!item) return nothing;
  const time = dateAndTime(item.changedAt, language);
  return html`<div class="note trouble" role="alert" tabindex="-1">
    <span class="sign" aria-hidden="true">!</span>
    <div>
      <p>${say(itemWords.meanwhile, language, { who: item.author, time })}</p>
      <div class="ends">
        <button type="button" class="button" @click=${take}>${say(itemWords.meanwhileTake, language)}</button>
        <button type="button" class="button trouble" @click=${() => keep(item)}>
          ${say(itemWords.meanwhileKeep, language)}
        </button>
      </div>
    </div>
  </div>`;
}

interface Leaving {
  readonly language: Language;
  readonly isOpen: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

export function leavingDialog({ language, isOpen, stay, leave }: Leaving) {
  return html`<ld-dialog heading=${say(itemWords.leaveTitle, language)} ?open=${isOpen} @dialog-closed=${stay}>
    <p>${say(itemWords.leaveLine, language)}</p>
    <button slot="actions" type="button" class="button primary" @click=${stay}>
      ${say(itemWords.leaveStay, language)}
    </button>
    <button slot="actions" type="button" class="button trouble" @click=${leave}>
      ${say(itemWords.leaveDrop, language)}
    </button>
  </ld-dialog>`;
}

/** What was done, to be read out at once; nothing where nothing was. */
export function doneNote(done: string) {
  if (done === "") return nothing;
  return html`<p class="note done" role="status" tabindex="-1">
    <span class="sign" aria-hidden="true">✓</span><span>${done}</span>
  </p>`;
}
