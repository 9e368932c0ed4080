/** The part of an item's form about where its content comes from: an address, or a service of the hall. */
import { html, nothing } from "lit";
import { itemWords } from "../../shared/text/console-item.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { part, plainField, valueOf, type EditorView } from "./editor-parts.ts";
import { kindParts } from "./item-draft.ts";

export function sourceFields(view: EditorView, hall: HallNow | null) {
  const { draft, language } = view;
  const { hasUrl, hasService } = kindParts[draft.kind];
  if (!hasUrl && !hasService) return nothing;
  return part("source", say(itemWords.source, language), hasUrl ? urlField(view) : serviceField(view, hall));
}

function urlField({ draft, language, error, change }: EditorView) {
  return plainField({
    name: "url",
    label: say(itemWords.url, language),
    hint: say(draft.kind === "feed" ? itemWords.urlFeedHint : itemWords.urlQrHint, language),
    error: error("url"),
    control: (ids) =>
      html`<input
        name="url"
        type="url"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        maxlength="1000"
        .value=${draft.url}
        aria-invalid=${ids.invalid}
        aria-labelledby=${ids.label}
        aria-describedby=${ids.under}
        @input=${(event: Event) => change({ url: valueOf(event) })}
      />`,
  });
}

function serviceField({ draft, language, error, change }: EditorView, hall: HallNow | null) {
  return plainField({
    name: "service",
    label: say(itemWords.service, language),
    error: error("service"),
    control: (ids) =>
      html`<select
        name="service"
        aria-invalid=${ids.invalid}
        aria-labelledby=${ids.label}
        aria-describedby=${ids.under}
        @change=${(event: Event) => change({ service: valueOf(event) })}
      >
        <option value="" .selected=${draft.service === ""}>${say(itemWords.allServices, language)}</option>
        ${(hall?.services ?? []).map(
          ({ id, name, guide }) =>
            html`<option value=${id} .selected=${draft.service === id}>
              ${guide ? pick(name, language) : say(itemWords.noGuide, language, { name: pick(name, language) })}
            </option>`,
        )}
      </select>`,
  });
}
