/** Where the cursor goes when something is chosen in a list, and when it no longer is. */
import type { LitElement, ReactiveController } from "lit";
import { focusFirstField, focusMessage } from "./form-parts.ts";
import { addressOf, type Section } from "./place.ts";

/** A page with a `.list`, and a `.chosen` beside or instead of it whose first form is marked `.first-form`. */
interface ListPage extends LitElement {
  readonly chosen: string | null;
}

/**
 * Into the form's first field of what has been chosen, once it is there. Afterwards back to its row, where the cursor
 * would else be lost, or onto the message that says what became of it.
 */
export class ChosenFocus implements ReactiveController {
  private before: string | null = null;
  private isDue = false;

  constructor(
    private readonly host: ListPage,
    private readonly section: Section,
  ) {}

  hostUpdated(): void {
    const { before, host } = this;
    this.before = host.chosen;
    if (host.chosen !== before) this.isDue = host.chosen !== null;
    if (this.isDue) this.enter();
    else if (before !== null && host.chosen === null) this.leave(before);
  }

  private enter(): void {
    const form = this.host.renderRoot.querySelector<LitElement>(".first-form");
    if (!form) return;
    this.isDue = false;
    const place = this.host.renderRoot.querySelector(".chosen");
    // On a narrow screen it stands where the list was, however far down that was read.
    if (place && place.getBoundingClientRect().top < 0) place.scrollIntoView();
    void form.updateComplete.then(() => {
      focusFirstField(form.renderRoot);
    });
  }

  private leave(from: string): void {
    focusMessage(this.host.renderRoot);
    if (document.activeElement !== document.body) return;
    const address = addressOf({ section: this.section, chosen: from });
    const list = this.host.renderRoot.querySelector<LitElement>(".list");
    list?.renderRoot.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`)?.focus();
  }
}
