/** A form's small parts: what is wrong stands beside the field it is about, and is read out with it. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Words } from "../shared/text/text.ts";
import { base, buttons, fields, notes } from "../shared/ui/styles.ts";
import { narrow } from "./console-styles.ts";

/** What is wrong with which field; `form` is about no single field. */
export type FieldErrors<Field extends string> = Readonly<Partial<Record<Field | "form", string>>>;

/** What is wrong with which field, before it is put into a language. */
export type FieldWords<Field extends string> = Partial<Record<Field, Words>>;

/** The line under a field: what is wrong with it, else its hint. Name it in the field's `aria-describedby`. */
export function under(
  id: string,
  error: string | undefined,
  hint: string | null = null,
): TemplateResult | typeof nothing {
  if (error !== undefined) return html`<span class="error" id=${id}><span aria-hidden="true">! </span>${error}</span>`;
  return hint === null ? nothing : html`<span class="hint" id=${id}>${hint}</span>`;
}

/** The note over a form's buttons about what went wrong as a whole. */
export function formError(error: string | undefined): TemplateResult | typeof nothing {
  if (error === undefined) return nothing;
  return html`<p class="note trouble" role="alert" tabindex="-1">
    <span class="sign" aria-hidden="true">!</span><span>${error}</span>
  </p>`;
}

/** What stands in a form's field of this name. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Puts the cursor where something is wrong: into the field, else onto what is wrong as a whole. */
export function focusFirstError(root: ParentNode): void {
  (
    root.querySelector<HTMLElement>("[aria-invalid='true']") ?? root.querySelector<HTMLElement>("[role='alert']")
  )?.focus();
}

/** Puts the cursor where a form begins. */
export function focusFirstField(root: ParentNode): void {
  root.querySelector<HTMLElement>("input:not([type='hidden'])")?.focus();
}

/**
 * Puts the cursor onto the message that it is done: the button that did it was off meanwhile and has lost the cursor,
 * and the next step begins behind the message. The message is made focusable by `tabindex="-1"`.
 */
export function focusMessage(root: ParentNode): void {
  root.querySelector<HTMLElement>("[role='status'][tabindex]")?.focus();
}

const formLines = css`
  form > * + * {
    margin-top: var(--ld-space-4);
  }
  .error {
    display: block;
    margin-top: var(--ld-space-1);
    font-size: var(--ld-text-s);
    font-weight: var(--ld-bold);
    color: var(--ld-trouble);
  }
  .field [aria-invalid="true"] {
    border-color: var(--ld-trouble);
  }
  .field > .error,
  .field > .hint {
    margin-bottom: 0;
  }
  .field > .hint {
    font-weight: var(--ld-regular);
  }
  .pair {
    display: flex;
    gap: var(--ld-space-4);
  }
  .pair > * {
    flex: 1;
  }
  .pair > .short {
    flex: 0 0 8rem;
  }
  fieldset {
    min-width: 0;
    margin-left: 0;
    margin-right: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: var(--ld-space-1);
    padding: 0;
    font-size: var(--ld-text-s);
    font-weight: var(--ld-bold);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--ld-space-5);
  }
  .choices.stacked {
    flex-direction: column;
  }
  .soft {
    color: var(--ld-ink-soft);
  }
  form > input[type="hidden"] + * {
    margin-top: 0;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--ld-space-2);
    min-height: calc(2.5 * var(--ld-unit));
    cursor: pointer;
  }
  .choice input {
    display: grid;
    flex: none;
    place-content: center;
    width: 1.375rem;
    height: 1.375rem;
    border: var(--ld-rule) solid var(--ld-line-strong);
    border-radius: var(--ld-radius-s);
    background: var(--ld-sheet);
    -webkit-appearance: none;
    appearance: none;
    cursor: pointer;
  }
  .choice input[type="radio"] {
    border-radius: 50%;
  }
  .choice input:checked {
    border-color: var(--ld-structure);
    background: var(--ld-structure);
    color: var(--ld-on-structure);
  }
  .choice input:checked::before {
    content: "✓";
    font-size: var(--ld-text-s);
    font-weight: var(--ld-bold);
    line-height: 1;
  }
  .choice input[type="radio"]:checked {
    box-shadow: inset 0 0 0 0.25rem var(--ld-sheet);
  }
  .choice input[type="radio"]:checked::before {
    content: none;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ld-space-3);
  }

  @media ${narrow} {
    .pair > * {
      min-width: 0;
    }
    .choice {
      min-width: calc(2.75 * var(--ld-unit));
      min-height: calc(2.75 * var(--ld-unit));
    }
  }
`;

/** All that a form is dressed with, beside what is its own. */
export const formStyles = [base, buttons, fields, notes, formLines];
