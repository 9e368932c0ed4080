/** The parts of an item's form about how long and how urgently it plays, and when. */
import { css, html, nothing } from "lit";
import { weekdays } from "../../shared/domain/vocabulary.ts";
import { itemWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import { weekdayWords } from "../../shared/text/weekdays.ts";
import { checkBox, choiceGroup, plainField, toggled, valueOf, type EditorView } from "./editor-parts.ts";
import { priorityLevels, type DraftHours } from "./item-draft.ts";
import { priorityName } from "./item-words.ts";

export const whenFieldStyles = css`
  .span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ld-space-2) var(--ld-space-3);
    margin-bottom: var(--ld-space-2);
  }
  .span input {
    width: 9.5rem;
  }
  .dates {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: var(--ld-space-3) var(--ld-space-4);
  }
  .part > * + * {
    margin-top: var(--ld-space-4);
  }
`;

const mostSpans = 12;

/** @param videoSeconds how long the chosen video is; null where there is none. */
export function playFields(view: EditorView, videoSeconds: number | null) {
  const { draft, language, error, change } = view;
  const levels = [...new Set([...priorityLevels, draft.priority])].sort((a, b) => a - b);
  const hint =
    videoSeconds === null
      ? say(itemWords.secondsHint, language)
      : say(itemWords.secondsVideo, language, { seconds: Math.ceil(videoSeconds) });
  return html`<div class="pair">
    <div class="short">
      ${plainField({
        name: "seconds",
        label: say(itemWords.seconds, language),
        hint,
        error: error("seconds"),
        control: (ids) =>
          html`<input
            name="seconds"
            inputmode="numeric"
            autocomplete="off"
            maxlength="4"
            .value=${draft.seconds}
            aria-invalid=${ids.invalid}
            aria-labelledby=${ids.label}
            aria-describedby=${ids.under}
            @input=${(event: Event) => change({ seconds: valueOf(event) })}
          />`,
      })}
    </div>
    ${plainField({
      name: "priority",
      label: say(itemWords.priority, language),
      hint: say(itemWords.priorityHint, language),
      error: error("priority"),
      control: (ids) =>
        html`<select
          name="priority"
          aria-labelledby=${ids.label}
          aria-describedby=${ids.under}
          @change=${(event: Event) => change({ priority: Number(valueOf(event)) })}
        >
          ${levels.map(
            (level) =>
              html`<option value=${level} .selected=${level === draft.priority}>
                ${priorityName(level, language)}
              </option>`,
          )}
        </select>`,
    })}
  </div>`;
}

export function scheduleFields(view: EditorView) {
  const { draft, language, error, change } = view;
  return html`
    <div class="dates">
      ${dateField(view, "from")} ${timeField(view, "fromTime")} ${dateField(view, "until")}
      ${timeField(view, "untilTime")}
    </div>
    ${choiceGroup(
      {
        name: "weekdays",
        label: say(itemWords.weekdays, language),
        hint: say(itemWords.weekdaysHint, language),
        error: error("weekdays"),
      },
      html`<div class="choices">
        ${weekdays.map((day) =>
          checkBox({
            label: say(weekdayWords[day], language),
            isOn: draft.weekdays.includes(day),
            toggle: () => change({ weekdays: toggled(draft.weekdays, day) }),
          }),
        )}
      </div>`,
    )}
    ${choiceGroup(
      {
        name: "hours",
        label: say(itemWords.hours, language),
        hint: say(itemWords.hoursHint, language),
        error: error("hours"),
      },
      html`${draft.hours.map((span, index) => spanFields(view, span, index))}
      ${
        draft.hours.length < mostSpans
          ? html`<button
              type="button"
              class="button"
              @click=${() => change({ hours: [...draft.hours, nextSpan(draft.hours)] })}
            >
              ${say(itemWords.hoursAdd, language)}
            </button>`
          : nothing
      }`,
    )}
  `;
}

/** What most halls mean: the morning, then the afternoon. */
function nextSpan(hours: readonly DraftHours[]): DraftHours {
  return hours.length === 0 ? { from: "09:00", until: "11:30" } : { from: "13:30", until: "17:00" };
}

function spanFields({ draft, language, error, change }: EditorView, span: DraftHours, index: number) {
  const replace = (other: Partial<DraftHours>) =>
    change({ hours: draft.hours.map((each, place) => (place === index ? { ...each, ...other } : each)) });
  const invalid = error("hours") !== undefined && (span.from === "" || span.until === "" || span.from === span.until);
  const field = (end: keyof DraftHours, label: string) =>
    html`<span class="field"
      ><input
        type="time"
        aria-label=${label}
        aria-invalid=${invalid ? "true" : "false"}
        .value=${span[end]}
        @input=${(event: Event) => replace({ [end]: valueOf(event) })}
    /></span>`;
  const params = { index: index + 1 };
  return html`<div class="span">
    ${field("from", say(itemWords.hoursFrom, language, params))}
    <span aria-hidden="true">${say(itemWords.hoursTo, language)}</span>
    ${field("until", say(itemWords.hoursUntil, language, params))}
    <button
      type="button"
      class="button quiet"
      @click=${() => change({ hours: draft.hours.filter((_, place) => place !== index) })}
    >
      ${say(itemWords.hoursRemove, language, params)}
    </button>
  </div>`;
}

function dateField({ draft, language, error, change }: EditorView, name: "from" | "until") {
  return plainField({
    name,
    label: say(itemWords[name], language),
    hint: say(itemWords.dateHint, language),
    error: error(name),
    control: (ids) =>
      html`<input
        type="date"
        name=${name}
        .value=${name === "from" ? draft.fromDate : draft.untilDate}
        aria-invalid=${ids.invalid}
        aria-labelledby=${ids.label}
        aria-describedby=${ids.under}
        @input=${(event: Event) =>
          change(name === "from" ? { fromDate: valueOf(event) } : { untilDate: valueOf(event) })}
      />`,
  });
}

function timeField({ draft, language, change }: EditorView, name: "fromTime" | "untilTime") {
  return plainField({
    name,
    label: say(itemWords[name], language),
    hint: say(itemWords.timeHint, language),
    control: (ids) =>
      html`<input
        type="time"
        name=${name}
        .value=${draft[name]}
        aria-labelledby=${ids.label}
        aria-describedby=${ids.under}
        @input=${(event: Event) => change({ [name]: valueOf(event) })}
      />`,
  });
}
