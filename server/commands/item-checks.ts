/**
 * Whether what an item says holds together, and whether what it names is there. Rejects and never repairs; every refusal
 * is `invalid-request` and names the field.
 */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { ItemContent } from "../../shared/wire/lobby.ts";
import type { Text } from "../../shared/wire/common.ts";
import { dateAfter, isDate, type ZoneClock } from "../domain/calendar.ts";
import type { Hall } from "../domain/hall.ts";
import type { MediaRow } from "./lobby-ports.ts";

/** What items name. */
export interface Named {
  readonly hall: Hall;
  readonly zone: ZoneClock;
  readonly media: (id: string) => MediaRow | null;
  /** Whether a lobby screen of this id is paired. */
  readonly isScreen: (id: string) => boolean;
}

const DATE_LENGTH = 10;
/** What phones do with a QR code that they read; nothing that runs in a browser. */
const qrSchemes = new Set(["http:", "https:", "tel:", "sms:", "mailto:", "weixin:", "alipays:"]);
const feedSchemes = new Set(["http:", "https:"]);
/** Nobody types them; a wall could not show them. Line ends and tabs aside. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Null where the item may be shown as it is written. */
export function faultIn(content: ItemContent, named: Named): Refusal | null {
  const field =
    faultInWords(content) ??
    faultInSource(content, named) ??
    faultInSchedule(content.schedule, named.zone) ??
    faultInTargets(content.targets, named);
  return field === null ? null : refuse("invalid-request", { field });
}

function faultInWords({ kind, title, body }: ItemContent): string | null {
  if (title.zh.trim() === "") return "title.zh";
  if (kind === "notice" && (body === null || body.zh.trim() === "")) return "body";
  return unreadable("title", title) ?? (body && unreadable("body", body));
}

function unreadable(field: string, text: Text): string | null {
  for (const [language, words] of Object.entries(text)) if (controls.test(words)) return `${field}.${language}`;
  return null;
}

/** Each kind has what it shows, and nothing that it would not. */
function faultInSource({ kind, media, url, service }: ItemContent, named: Named): string | null {
  const isMedia = kind === "image" || kind === "video" || kind === "pdf";
  if (isMedia ? media === null || named.media(media)?.kind !== kind : media !== null) return "media";
  const schemes = kind === "qr" ? qrSchemes : kind === "feed" ? feedSchemes : null;
  if (schemes ? url === null || !isAddress(url, schemes) : url !== null) return "url";
  if (service !== null && (kind !== "guide" || !named.hall.services.has(service))) return "service";
  return null;
}

/** A name and password in an address would be told to everybody who reads the item. */
function isAddress(text: string, schemes: ReadonlySet<string>): boolean {
  if (controls.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return schemes.has(protocol) && username === "" && password === "";
}

function faultInSchedule({ from, until }: ItemContent["schedule"], zone: ZoneClock): string | null {
  if (from !== undefined && !isDay(from)) return "schedule.from";
  if (until !== undefined && !isDay(until)) return "schedule.until";
  if (from === undefined || until === undefined) return null;
  const begins = from.length === DATE_LENGTH ? zone.instant(from, "00:00") : Date.parse(from);
  const ends = until.length === DATE_LENGTH ? zone.instant(dateAfter(until, 1), "00:00") : Date.parse(until);
  return ends > begins ? null : "schedule.until";
}

/** The schema has seen to the form; February has no 30th all the same. */
function isDay(text: string): boolean {
  return isDate(text.slice(0, DATE_LENGTH)) && !Number.isNaN(Date.parse(text));
}

function faultInTargets({ screens, areas }: ItemContent["targets"], { hall, isScreen }: Named): string | null {
  const screen = screens?.findIndex((id) => !isScreen(id)) ?? -1;
  if (screen >= 0) return `targets.screens.${String(screen)}`;
  const area = areas?.findIndex((id) => !hasArea(hall, id)) ?? -1;
  return area >= 0 ? `targets.areas.${String(area)}` : null;
}

export function hasArea({ file }: Hall, id: string): boolean {
  return file.areas.some((area) => area.id === id);
}
