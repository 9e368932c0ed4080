/** An item as it is being written: what stands in the form, checked and made into what the hub takes. Pure. */
import type { ItemKind, Weekday } from "../../shared/domain/vocabulary.ts";
import { itemWords, mediaWords } from "../../shared/text/console-item.ts";
import type { ItemContent, NewItem } from "../../shared/wire/lobby.ts";
import type { FieldWords } from "../form-parts.ts";
import { instantOf, momentIn } from "../hall-time.ts";

/** A text in the three languages, an empty one not written. */
export interface DraftText {
  readonly zh: string;
  readonly "zh-Hant": string;
  readonly en: string;
}

export interface DraftHours {
  readonly from: string;
  readonly until: string;
}

/** The form's fields; numbers as they are typed. */
export interface ItemDraft {
  readonly kind: ItemKind;
  readonly title: DraftText;
  readonly body: DraftText;
  readonly media: string | null;
  readonly url: string;
  /** Empty: every service that has a guide. */
  readonly service: string;
  readonly seconds: string;
  readonly priority: number;
  readonly fromDate: string;
  readonly fromTime: string;
  readonly untilDate: string;
  readonly untilTime: string;
  readonly weekdays: readonly Weekday[];
  readonly hours: readonly DraftHours[];
  readonly isEverywhere: boolean;
  readonly screens: readonly string[];
  readonly groups: readonly string[];
  readonly areas: readonly string[];
}

export type ItemField =
  | "title"
  | "body"
  | "media"
  | "url"
  | "service"
  | "seconds"
  | "priority"
  | "from"
  | "until"
  | "weekdays"
  | "hours"
  | "targets";

/** What an item of a kind is made of, beside its title. */
interface KindParts {
  readonly body: "markdown" | "line" | "caption" | null;
  readonly media: "image" | "video" | "pdf" | null;
  readonly hasUrl: boolean;
  readonly hasService: boolean;
}

const nothing: KindParts = { body: null, media: null, hasUrl: false, hasService: false };

export const kindParts: Readonly<Record<ItemKind, KindParts>> = {
  notice: { ...nothing, body: "markdown" },
  guide: { ...nothing, hasService: true },
  image: { ...nothing, body: "caption", media: "image" },
  video: { ...nothing, body: "caption", media: "video" },
  pdf: { ...nothing, media: "pdf" },
  ticker: { ...nothing, body: "line" },
  qr: { ...nothing, body: "caption", hasUrl: true },
  feed: { ...nothing, hasUrl: true },
  waiting: nothing,
  counters: nothing,
  today: nothing,
  clock: nothing,
};

/** How important an item may be, as words say it. */
export const priorityLevels = [0, 3, 6, 9] as const;
export const [leastSeconds, mostSeconds] = [3, 3600];
const usualSeconds = 15;
/** As the hub takes them: what phones open, and where feeds are. */
const addressPattern = { qr: /^(https?:\/\/|(tel|sms|mailto|weixin|alipays):)\S+$/i, feed: /^https?:\/\/\S+$/i };
const emptyText: DraftText = { zh: "", "zh-Hant": "", en: "" };

/** What the form of a new item begins with. */
export function newDraft(kind: ItemKind): ItemDraft {
  return {
    kind,
    title: emptyText,
    body: emptyText,
    media: null,
    url: "",
    service: "",
    seconds: String(usualSeconds),
    priority: 0,
    fromDate: "",
    fromTime: "",
    untilDate: "",
    untilTime: "",
    weekdays: [],
    hours: [],
    isEverywhere: true,
    screens: [],
    groups: [],
    areas: [],
  };
}

/** What the form of an item that is there begins with. @param zone the hall's. */
export function draftOf(content: ItemContent, zone: string): ItemDraft {
  const { schedule, targets } = content;
  const [fromDate, fromTime] = dateAndTime(schedule.from, zone);
  const [untilDate, untilTime] = dateAndTime(schedule.until, zone);
  const { screens = [], groups = [], areas = [] } = targets;
  return {
    kind: content.kind,
    title: textOf(content.title),
    body: textOf(content.body),
    media: content.media,
    url: content.url ?? "",
    service: content.service ?? "",
    seconds: String(content.seconds),
    priority: content.priority,
    fromDate,
    fromTime,
    untilDate,
    untilTime,
    weekdays: schedule.weekdays ?? [],
    hours: (schedule.hours ?? []).map(([from, until]) => ({ from, until })),
    isEverywhere: screens.length + groups.length + areas.length === 0,
    screens,
    groups,
    areas,
  };
}

/** Everything that `POST /api/items` takes, of `PATCH` all but the kind. */
export type ItemBody = NewItem;

/** The request the form means, or what is wrong with it. */
export function itemBodyOf(
  draft: ItemDraft,
  zone: string,
): { readonly body: ItemBody } | { readonly errors: FieldWords<ItemField> } {
  const errors = errorsOf(draft, zone);
  if (Object.keys(errors).length > 0) return { errors };
  const parts = kindParts[draft.kind];
  const from = instantOrDate(draft.fromDate, draft.fromTime, zone);
  const until = instantOrDate(draft.untilDate, draft.untilTime, zone);
  const some = (list: readonly string[]) => (draft.isEverywhere || list.length === 0 ? undefined : [...list]);
  const [screens, groups, areas] = [some(draft.screens), some(draft.groups), some(draft.areas)];
  return {
    body: {
      kind: draft.kind,
      title: wordsOf(draft.title),
      ...(parts.body !== null && { body: wordsOf(draft.body) }),
      ...(parts.media !== null && { media: draft.media }),
      ...(parts.hasUrl && { url: draft.url.trim() }),
      ...(parts.hasService && { service: draft.service === "" ? null : draft.service }),
      seconds: Number(draft.seconds),
      priority: draft.priority,
      schedule: {
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        ...(draft.weekdays.length > 0 && { weekdays: [...draft.weekdays] }),
        ...(draft.hours.length > 0 && { hours: draft.hours.map((span) => [span.from, span.until]) }),
      },
      targets: { ...(screens && { screens }), ...(groups && { groups }), ...(areas && { areas }) },
    },
  };
}

/** As much of it as a preview needs, whatever is still missing. */
export function previewBodyOf(draft: ItemDraft): Omit<ItemBody, "seconds" | "priority" | "schedule" | "targets"> {
  const { kind, title, body, media, url, service } = contentOf(draft);
  return {
    kind,
    title,
    ...(body && { body }),
    ...(kindParts[kind].media !== null && media !== null && { media }),
    ...(kindParts[kind].hasUrl && url !== null && { url }),
    ...(kindParts[kind].hasService && service !== null && { service }),
  };
}

/** What the draft would be on a screen, as far as it is written. */
function contentOf(draft: ItemDraft): Pick<ItemContent, "kind" | "title" | "body" | "media" | "url" | "service"> {
  return {
    kind: draft.kind,
    title: wordsOf(draft.title),
    body: kindParts[draft.kind].body === null ? null : wordsOf(draft.body),
    media: draft.media,
    url: draft.url.trim() === "" ? null : draft.url.trim(),
    service: draft.service === "" ? null : draft.service,
  };
}

/** Where an item is meant to show, as far as it is chosen. */
export function targetsOf({ isEverywhere, screens, groups, areas }: ItemDraft): ItemContent["targets"] {
  return isEverywhere ? {} : { screens: [...screens], groups: [...groups], areas: [...areas] };
}

/** Fields of the form that are no field of the item: of which one they are a part. */
const owners: Readonly<Record<string, ItemField>> = {
  fromDate: "from",
  fromTime: "from",
  untilDate: "until",
  untilTime: "until",
  isEverywhere: "targets",
  screens: "targets",
  groups: "targets",
  areas: "targets",
};

/** What is still wrong once this has been changed. */
export function mended(wrong: FieldWords<ItemField>, change: Partial<ItemDraft>): FieldWords<ItemField> {
  const touched = new Set<string>(Object.keys(change).map((field) => owners[field] ?? field));
  return Object.fromEntries(Object.entries(wrong).filter(([field]) => !touched.has(field)));
}

/** The field of the form that a refusal is about, from the hub's name for it (`schedule.hours.0`, `body.zh`). */
export function fieldOf(name: string | undefined): ItemField | "form" {
  const [first = "", second = ""] = (name ?? "").split(".");
  switch (first) {
    case "title":
    case "body":
    case "media":
    case "url":
    case "service":
    case "seconds":
    case "priority":
    case "targets":
      return first;
    case "schedule":
      return second === "from" || second === "until" || second === "weekdays" || second === "hours" ? second : "form";
    default:
      return "form";
  }
}

function errorsOf(draft: ItemDraft, zone: string): FieldWords<ItemField> {
  const parts = kindParts[draft.kind];
  const seconds = Number(draft.seconds);
  const isWhole = /^\d+$/.test(draft.seconds.trim()) && seconds >= leastSeconds && seconds <= mostSeconds;
  const isBodyMissing = (parts.body === "markdown" || parts.body === "line") && draft.body.zh.trim() === "";
  const isNowhere = !draft.isEverywhere && draft.screens.length + draft.groups.length + draft.areas.length === 0;
  return {
    ...(draft.title.zh.trim() === "" && { title: itemWords.titleNeeded }),
    ...(isBodyMissing && { body: itemWords.bodyNeeded }),
    ...(parts.media !== null && draft.media === null && { media: mediaWords.needed }),
    ...(parts.hasUrl &&
      !addressPattern[draft.kind === "feed" ? "feed" : "qr"].test(draft.url.trim()) && { url: itemWords.urlNeeded }),
    ...(!isWhole && { seconds: itemWords.secondsWrong }),
    ...(draft.fromDate === "" && draft.fromTime !== "" && { from: itemWords.dateNeeded }),
    ...untilError(draft, zone),
    ...(draft.hours.some(({ from, until }) => from === "" || until === "" || from === until) && {
      hours: itemWords.hoursWrong,
    }),
    ...(isNowhere && { targets: itemWords.targetsNeeded }),
  };
}

function untilError({ fromDate, fromTime, untilDate, untilTime }: ItemDraft, zone: string): FieldWords<"until"> {
  if (untilDate === "") return untilTime === "" ? {} : { until: itemWords.dateNeeded };
  if (fromDate === "") return {};
  const begin = instantOf(zone, fromDate, fromTime === "" ? "00:00" : fromTime);
  const end = instantOf(zone, untilDate, untilTime === "" ? "23:59" : untilTime);
  return Date.parse(end) <= Date.parse(begin) ? { until: itemWords.untilBefore } : {};
}

function instantOrDate(date: string, time: string, zone: string): string | undefined {
  if (date === "") return undefined;
  return time === "" ? date : instantOf(zone, date, time);
}

function dateAndTime(value: string | undefined, zone: string): readonly [date: string, time: string] {
  if (value === undefined) return ["", ""];
  if (!value.includes("T")) return [value, ""];
  const { date, time } = momentIn(zone, Date.parse(value));
  return [date, time];
}

function textOf(text: ItemContent["body"]): DraftText {
  return text ? { zh: text.zh, "zh-Hant": text["zh-Hant"] ?? "", en: text.en } : emptyText;
}

function wordsOf(text: DraftText): { zh: string; en: string; "zh-Hant"?: string } {
  const hant = text["zh-Hant"].trim();
  return { zh: text.zh.trim(), en: text.en.trim(), ...(hant !== "" && { "zh-Hant": hant }) };
}
