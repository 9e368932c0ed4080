/** The part of an item's form that is written: title and text, the three languages side by side. */
import { css, html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { itemWords } from "../../shared/text/console-item.ts";
import { languageTags, say } from "../../shared/text/text.ts";
import { narrow } from "../console-styles.ts";
import { under } from "../form-parts.ts";
import { valueOf, type EditorView } from "./editor-parts.ts";
import { kindParts, type DraftText } from "./item-draft.ts";
import { toggleBold, toggleHeading, toggleList, type Selected } from "./markdown-tools.ts";

export const textFieldStyles = css`
  .languages {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--ld-space-4);
  }
  .languages h3 {
    font-size: var(--ld-text-m);
  }
  .languages .field + .field,
  .languages .tools {
    margin-top: var(--ld-space-3);
  }
  .languages textarea {
    display: block;
    min-height: 13rem;
    line-height: var(--ld-leading);
    resize: vertical;
  }
  .languages textarea.short {
    min-height: 5rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ld-space-1);
  }
  .tools .button {
    padding: 0 var(--ld-space-3);
    font-size: var(--ld-text-s);
  }
  .tools + .field {
    margin-top: var(--ld-space-2);
  }
  .aside {
    margin-top: var(--ld-space-1);
    color: var(--ld-ink-soft);
    font-size: var(--ld-text-s);
  }
  .take {
    margin-top: var(--ld-space-2);
    padding: 0;
    font-size: var(--ld-text-s);
    text-align: left;
    text-decoration: underline;
  }
  details.help {
    margin-top: var(--ld-space-4);
  }
  details.help summary {
    min-height: calc(2 * var(--ld-unit));
    color: var(--ld-structure-text);
    font-weight: var(--ld-bold);
    cursor: pointer;
  }

  @media ${narrow} {
    .languages {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** zh-Hant beside zh, from which it is taken over. */
const columns: readonly Language[] = ["zh", "zh-Hant", "en"];

const longestTitle = 200;
const longestBody = 6000;
const tools = { bold: toggleBold, heading: toggleHeading, list: toggleList } as const;

export function textFields(view: EditorView) {
  const { language, draft } = view;
  const isMarkdown = kindParts[draft.kind].body === "markdown";
  return html`
    <div class="languages">${columns.map((each) => column(view, each))}</div>
    ${
      isMarkdown
        ? html`<details class="help">
            <summary>${say(itemWords.help, language)}</summary>
            <p>${say(itemWords.helpLines, language)}</p>
          </details>`
        : nothing
    }
  `;
}

function column(view: EditorView, each: Language) {
  const { draft, language } = view;
  const name = commonWords.languageName[each];
  return html`<div role="group" aria-labelledby="language-${each}" class="language">
    <h3 id="language-${each}" lang=${languageTags[each]}>${name}</h3>
    ${titleField(view, each)} ${kindParts[draft.kind].body === null ? nothing : bodyField(view, each)}
    ${each === "zh-Hant" ? html`<p class="aside">${say(itemWords.zhStandsIn, language)}</p>` : nothing}
    ${
      each === "zh-Hant" && (draft.title.zh !== "" || draft.body.zh !== "")
        ? html`<button
            type="button"
            class="button quiet take"
            @click=${() => view.change({ title: tookOver(draft.title), body: tookOver(draft.body) })}
          >
            ${say(itemWords.takeOver, language)}
          </button>`
        : nothing
    }
    ${
      each === "en" && draft.title.zh.trim() !== "" && draft.title.en.trim() === ""
        ? html`<p class="aside">${say(itemWords.noEnglish, language)}</p>`
        : nothing
    }
  </div>`;
}

function tookOver(text: DraftText): DraftText {
  return text["zh-Hant"] === "" ? { ...text, "zh-Hant": text.zh } : text;
}

function titleField({ draft, language, error, change }: EditorView, each: Language) {
  const wrong = each === "zh" ? error("title") : undefined;
  return html`<label class="field">
    <span id="title-${each}-label">${say(itemWords.title, language)}</span>
    <input
      name="title-${each}"
      lang=${languageTags[each]}
      autocomplete="off"
      maxlength=${longestTitle}
      .value=${draft.title[each]}
      placeholder=${each === "zh-Hant" ? draft.title.zh : ""}
      aria-invalid=${wrong === undefined ? "false" : "true"}
      aria-labelledby="language-${each} title-${each}-label"
      aria-describedby="title-${each}-under"
      @input=${(event: Event) => change({ title: { ...draft.title, [each]: valueOf(event) } })}
    />
    ${under(`title-${each}-under`, wrong)}
  </label>`;
}

function bodyField(view: EditorView, each: Language) {
  const { draft, language, error, change } = view;
  const kind = kindParts[draft.kind].body;
  const wrong = each === "zh" ? error("body") : undefined;
  const label = { markdown: itemWords.body, line: itemWords.line, caption: itemWords.caption };
  const hints = { markdown: null, line: itemWords.lineHint, caption: itemWords.captionHint };
  const hint = kind === null ? null : hints[kind];
  return html`
    ${kind === "markdown" ? toolBar(view, each) : nothing}
    <label class="field">
      <span id="body-${each}-label">${kind === null ? nothing : say(label[kind], language)}</span>
      <textarea
        name="body-${each}"
        class=${kind === "markdown" ? "" : "short"}
        lang=${languageTags[each]}
        maxlength=${longestBody}
        .value=${draft.body[each]}
        aria-invalid=${wrong === undefined ? "false" : "true"}
        aria-labelledby="language-${each} body-${each}-label"
        aria-describedby="body-${each}-under"
        @input=${(event: Event) => change({ body: { ...draft.body, [each]: valueOf(event) } })}
      ></textarea>
      ${under(`body-${each}-under`, wrong, hint ? say(hint, language) : null)}
    </label>
  `;
}

function toolBar({ draft, language, change }: EditorView, each: Language) {
  const use = (event: Event, tool: (selected: Selected) => Selected) => {
    const field = event.currentTarget instanceof Element ? fieldBeside(event.currentTarget) : null;
    if (!field) return;
    const after = tool({ text: field.value, start: field.selectionStart, end: field.selectionEnd });
    field.value = after.text;
    field.focus();
    field.setSelectionRange(after.start, after.end);
    change({ body: { ...draft.body, [each]: after.text } });
  };
  return html`<div
    class="tools"
    role="group"
    aria-label=${say(itemWords.tools, language, { language: commonWords.languageName[each] })}
  >
    ${(["bold", "heading", "list"] as const).map(
      (name) =>
        html`<button type="button" class="button" @click=${(event: Event) => use(event, tools[name])}>
          ${say(itemWords[name], language)}
        </button>`,
    )}
  </div>`;
}

/** The text of the language whose button it is. */
function fieldBeside(button: Element): HTMLTextAreaElement | null {
  return button.closest(".language")?.querySelector("textarea") ?? null;
}
