/** An item in an editor's words: where and when it shows, and how it stands. Pure. */
import type { Schedule } from "../../shared/domain/programme.ts";
import { weekdays, type Language } from "../../shared/domain/vocabulary.ts";
import { contentWords } from "../../shared/text/console-content.ts";
import { itemWords } from "../../shared/text/console-item.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, dayOf, timeOfDay } from "../../shared/text/times.ts";
import { weekdayWords } from "../../shared/text/weekdays.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Item, ItemTargets, Screen } from "../../shared/wire/lobby.ts";

/** What can be named as a place to show: the hall's screens and areas. */
export interface Places {
  readonly screens: readonly Pick<Screen, "id" | "name">[];
  readonly areas: HallNow["areas"];
}

/** 东厅屏、二楼组, or every screen. */
export function whereOf(
  { screens = [], groups = [], areas = [] }: ItemTargets,
  places: Places,
  language: Language,
): string {
  const named = [
    ...screens.map(
      (id) => places.screens.find((screen) => screen.id === id)?.name ?? say(contentWords.screenGone, language),
    ),
    ...groups.map((name) => say(contentWords.groupNamed, language, { name })),
    ...areas.map((id) => {
      const area = places.areas.find((each) => each.id === id);
      return say(contentWords.areaNamed, language, { name: area ? pick(area.name, language) : id });
    }),
  ];
  return named.length === 0 ? say(contentWords.everywhere, language) : listed(named, language);
}

/** 12月1日到12月5日, 周一、周三, 9:00–11:30. */
export function whenOf(schedule: Schedule, language: Language): string {
  const { from, until } = schedule;
  const days = weekdays.filter((day) => schedule.weekdays?.includes(day));
  const parts = [
    ...(from !== undefined && from === until ? [momentWords(from, language)] : []),
    ...(from !== undefined && until !== undefined && from !== until
      ? [
          say(contentWords.fromUntil, language, {
            from: momentWords(from, language),
            until: momentWords(until, language),
          }),
        ]
      : []),
    ...(from !== undefined && until === undefined
      ? [say(contentWords.from, language, { date: momentWords(from, language) })]
      : []),
    ...(from === undefined && until !== undefined
      ? [say(contentWords.until, language, { date: momentWords(until, language) })]
      : []),
    ...(days.length === 0
      ? []
      : [
          listed(
            days.map((day) => say(weekdayWords[day], language)),
            language,
          ),
        ]),
    ...(schedule.hours ?? []).map(([begin, end]) => `${shortTime(begin)}\u2060–\u2060${shortTime(end)}`),
  ];
  return parts.length === 0 ? say(contentWords.always, language) : parts.join(" · ");
}

/** Whether its last day has gone by. @param now the hall's date and its instant. */
export function isOver({ until }: Schedule, now: { readonly date: string; readonly millis: number }): boolean {
  if (until === undefined) return false;
  return until.includes("T") ? now.millis >= Date.parse(until) : now.date > until;
}

/** How a title is called where it is missing in this language. */
export function titleOf({ title }: Pick<Item, "title">, language: Language): string {
  const said = pick(title, language);
  if (said !== "") return said;
  return title.zh === "" ? say(contentWords.untitled, language) : title.zh;
}

/** 11月25日 9:30. */
export function dateAndTime(instant: string, language: Language): string {
  return `${dateOf(instant, language)} ${timeOfDay(instant)}`;
}

/** The words of a priority. */
export function priorityName(level: number, language: Language): string {
  const known = { 0: itemWords.priority0, 3: itemWords.priority3, 6: itemWords.priority6, 9: itemWords.priority9 };
  const words = Object.entries(known).find(([name]) => Number(name) === level)?.[1];
  return words ? say(words, language) : say(itemWords.priorityOther, language, { level });
}

export function listed(names: readonly string[], language: Language): string {
  return names.join(language === "en" ? ", " : "、");
}

function momentWords(value: string, language: Language): string {
  return value.includes("T") ? dateAndTime(value, language) : dayOf(value, language);
}

function shortTime(time: string | undefined): string {
  return (time ?? "").replace(/^0/, "");
}
