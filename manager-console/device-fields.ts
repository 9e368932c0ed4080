/** The fields of a device that its approval and its change have in common: its name and its counter. */
import { html, type TemplateResult } from "lit";
import type { DeviceKind, Language } from "../shared/domain/vocabulary.ts";
import { consoleWords } from "../shared/text/console.ts";
import { deviceWords } from "../shared/text/console-devices.ts";
import { pick, say } from "../shared/text/text.ts";
import type { HallCounterNow } from "./device-words.ts";
import { under } from "./form-parts.ts";

export interface NameField {
  /** As it stands now; empty for a device that nobody has named. */
  readonly name: string;
  readonly hint: string | null;
  readonly error: string | undefined;
  readonly language: Language;
}

export function nameField({ name, hint, error, language }: NameField): TemplateResult {
  return html`<label class="field">
    <span id="name-label">${say(deviceWords.name, language)}</span>
    <input
      name="name"
      autocomplete="off"
      maxlength="60"
      .value=${name}
      aria-invalid=${error === undefined ? "false" : "true"}
      aria-labelledby="name-label"
      aria-describedby="name-under"
    />
    ${under("name-under", error, hint)}
  </label>`;
}

export interface CounterField {
  readonly kind: DeviceKind;
  readonly counters: readonly HallCounterNow[];
  readonly chosen: number | null;
  /** Whether it must be chosen, and the first choice is none. */
  readonly isNeeded: boolean;
  readonly error: string | undefined;
  readonly language: Language;
}

export function counterField({ kind, counters, chosen, isNeeded, error, language }: CounterField): TemplateResult {
  return html`<label class="field">
    <span id="counter-label">${say(deviceWords.counter, language)}</span>
    <select
      name="counter"
      aria-invalid=${error === undefined ? "false" : "true"}
      aria-labelledby="counter-label"
      aria-describedby="counter-under"
    >
      <option value="" .selected=${chosen === null}>
        ${say(isNeeded ? deviceWords.counterChoice : consoleWords.none, language)}
      </option>
      ${counters.map(
        ({ number, label }) =>
          html`<option value=${number} .selected=${number === chosen}>${pick(label, language)}</option>`,
      )}
    </select>
    ${under("counter-under", error, kind === "counter-screen" ? say(deviceWords.counterScreenHint, language) : null)}
  </label>`;
}
