/** What shows on a screen at an instant, and why: each item that is published, with the rule that let it in or kept it out. */
import {
  isMeantFor,
  programmeAt,
  turnSeconds,
  type LocalMoment,
  type Place,
  type ShowingRule,
} from "../../shared/domain/programme.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { ItemContent, ScreenSettings, Showing } from "../../shared/wire/lobby.ts";
import { weekdayOf, type ZoneClock } from "../domain/calendar.ts";

export interface Candidate {
  readonly id: string;
  readonly version: number;
  readonly data: ItemContent;
  /** Null while there is nothing of it to show. */
  readonly shown: { readonly files?: readonly { readonly seconds?: number }[] } | null;
}

export interface Asked {
  readonly place: Place;
  readonly layout: ScreenSettings["layout"];
  readonly moment: LocalMoment;
  readonly isEmergency: boolean;
}

/** Why something shows or does not, for whoever puts it into words. */
export interface Why {
  readonly rule: ShowingRule;
  readonly data: ItemContent;
  readonly isEmergency: boolean;
  /** The screen shows calls and nothing else. */
  readonly isCallsOnly: boolean;
  /** What pushes it aside: the titles. */
  readonly before: readonly Text[];
}

type ShowingItems = Showing["items"];

/** In the order in which they take turns. */
export function showingItems(
  candidates: readonly Candidate[],
  asked: Asked,
  reasonOf: (why: Why) => Text,
): ShowingItems {
  const judged = judge(candidates, asked);
  const highest = judged.filter(({ rule, item }) => rule === "shows" && item.data.kind !== "ticker");
  const before = highest.map(({ item }) => item.data.title);
  return judged.map(({ item, rule }) => {
    const { kind, title, priority } = item.data;
    const seconds = Math.ceil(turnSeconds(item.data.seconds, fileSecondsOf(item)));
    const { isEmergency } = asked;
    const why = { rule, data: item.data, isEmergency, isCallsOnly: asked.layout === "calls-only", before };
    return {
      item: item.id,
      version: item.version,
      kind,
      title,
      priority,
      seconds,
      shows: rule === "shows" && !isEmergency,
      rule,
      reason: reasonOf(why),
    };
  });
}

/** How long its video is; a picture and a page have no length of their own. */
function fileSecondsOf({ data: { kind }, shown }: Candidate): number | undefined {
  return kind === "video" ? shown?.files?.[0]?.seconds : undefined;
}

function judge(
  candidates: readonly Candidate[],
  { place, layout, moment }: Asked,
): readonly { readonly item: Candidate; readonly rule: ShowingRule }[] {
  const ruleOf = new Map<string, ShowingRule>();
  const standing = candidates.filter(({ id, data, shown }) => {
    const rule = !isMeantFor(data.targets, place)
      ? "other-screens"
      : shown === null || layout === "calls-only"
        ? "no-content-here"
        : null;
    if (rule) ruleOf.set(id, rule);
    return rule === null;
  });
  const planned = standing.map(({ id, data: { kind, priority, schedule } }) => ({ id, kind, priority, schedule }));
  for (const { item, rule } of programmeAt(planned, moment)) ruleOf.set(item.id, rule);
  return candidates.map((item) => ({ item, rule: ruleOf.get(item.id) ?? "no-content-here" }));
}

/** An instant as the hall's wall clock has it. */
export function localMoment(zone: ZoneClock, at: number): LocalMoment {
  const date = zone.date(at);
  return {
    date,
    time: zone.iso(at).slice("2026-11-25T".length, "2026-11-25T09:30".length),
    weekday: weekdayOf(date),
    millis: at,
  };
}
