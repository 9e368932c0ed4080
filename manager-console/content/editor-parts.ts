/** What the parts of an item's form have in common. */
import { html, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { under } from "../form-parts.ts";
import type { ItemDraft, ItemField } from "./item-draft.ts";

/** The form as its parts see it. */
export interface EditorView {
  readonly draft: ItemDraft;
  readonly language: Language;
  readonly error: (field: ItemField) => string | undefined;
  readonly change: (change: Partial<ItemDraft>) => void;
}

export interface PlainField {
  readonly name: ItemField | "fromTime" | "untilTime";
  readonly label: string;
  readonly hint?: string | null;
  readonly error?: string | undefined;
  readonly control: (ids: {
    readonly label: string;
    readonly under: string;
    readonly invalid: "true" | "false";
  }) => unknown;
}

/** A field with its label over it and its hint or what is wrong with it below. */
export function plainField({ name, label, hint = null, error, control }: PlainField): TemplateResult {
  const ids = {
    label: `${name}-label`,
    under: `${name}-under`,
    invalid: error === undefined ? "false" : "true",
  } as const;
  return html`<label class="field">
    <span id=${ids.label}>${label}</span>
    ${control(ids)} ${under(ids.under, error, hint)}
  </label>`;
}

/** The heading of a part of the form, and the part. */
export function part(name: string, heading: string, content: unknown): TemplateResult {
  return html`<section class="part" aria-labelledby="${name}-heading">
    <h2 id="${name}-heading">${heading}</h2>
    ${content}
  </section>`;
}

/** What stands in the field of an event; every field of this form is one of these. */
export function valueOf(event: Event): string {
  const field = event.currentTarget;
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement
    ? field.value
    : "";
}

/** A list with something switched on or off. */
export function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}

export interface CheckBox {
  readonly label: string;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

export function checkBox({ label, isOn, toggle }: CheckBox): TemplateResult {
  return html`<label class="choice"
    ><input type="checkbox" .checked=${isOn} @change=${toggle} /><span>${label}</span></label
  >`;
}

/** A group of choices with its name, and what is wrong with it. */
export function choiceGroup(
  { name, label, hint = null, error }: Omit<PlainField, "control">,
  choices: unknown,
): TemplateResult {
  return html`<fieldset aria-describedby="${name}-under">
    <legend>${label}</legend>
    ${choices} ${under(`${name}-under`, error, hint)}
  </fieldset>`;
}
