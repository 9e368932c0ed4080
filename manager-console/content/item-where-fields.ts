/** The part of an item's form about where it shows: on screens, groups and areas, by their names. */
import { css, html, nothing } from "lit";
import { contentWords } from "../../shared/text/console-content.ts";
import { itemWords } from "../../shared/text/console-item.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Screen } from "../../shared/wire/lobby.ts";
import { checkBox, choiceGroup, toggled, type EditorView } from "./editor-parts.ts";

export const whereFieldStyles = css`
  .places {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: var(--ld-space-3) var(--ld-space-5);
    padding: var(--ld-space-2) var(--ld-space-4);
    border: var(--ld-hair) solid var(--ld-line);
  }
`;

export interface KnownPlaces {
  readonly screens: readonly Pick<Screen, "id" | "name" | "group">[];
  readonly areas: HallNow["areas"];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export function targetFields(view: EditorView, { screens, areas }: KnownPlaces) {
  const { draft, language, error, change } = view;
  const groups = [...new Set([...screens.flatMap(({ group }) => group ?? []), ...draft.groups])].sort();
  // What is paired no more can still be taken away.
  const gone = draft.screens
    .filter((id) => !screens.some((screen) => screen.id === id))
    .map((id) => ({ id, name: say(contentWords.screenGone, language) }));
  const lists = [
    { field: "screens", words: itemWords.screens, all: [...screens, ...gone] },
    { field: "groups", words: itemWords.groups, all: groups.map((name) => ({ id: name, name })) },
    { field: "areas", words: itemWords.areas, all: areas.map(({ id, name }) => ({ id, name: pick(name, language) })) },
  ] as const satisfies readonly { readonly all: readonly Named[]; readonly [more: string]: unknown }[];
  const radio = (isEverywhere: boolean) =>
    html`<label class="choice"
      ><input
        type="radio"
        name="everywhere"
        .checked=${draft.isEverywhere === isEverywhere}
        @change=${() => change({ isEverywhere })}
      /><span>${say(isEverywhere ? itemWords.targetsAll : itemWords.targetsSome, language)}</span></label
    >`;
  return choiceGroup(
    { name: "targets", label: say(itemWords.targetsLegend, language), error: error("targets") },
    html`<div class="choices">${radio(true)} ${radio(false)}</div>
      ${
        draft.isEverywhere
          ? nothing
          : html`<div class="places">
              ${lists.map(({ field, words, all }) =>
                all.length === 0
                  ? nothing
                  : html`<div role="group" aria-label=${say(words, language)}>
                      <b>${say(words, language)}</b>
                      ${all.map(({ id, name }) =>
                        checkBox({
                          label: name,
                          isOn: draft[field].includes(id),
                          toggle: () => change({ [field]: toggled(draft[field], id) }),
                        }),
                      )}
                    </div>`,
              )}
            </div>`
      }`,
  );
}
