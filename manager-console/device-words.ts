/** Devices in words. */
import { deviceKinds, type DeviceKind, type Language } from "../shared/domain/vocabulary.ts";
import { commonWords } from "../shared/text/common.ts";
import { deviceWords, printerConditionWords, printerWords } from "../shared/text/console-devices.ts";
import { pick, say, type Words } from "../shared/text/text.ts";
import { dateOf, timeOfDay } from "../shared/text/times.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import type { Device } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";

export type HallCounterNow = HallNow["counters"][number];

const kinds = {
  station: commonWords.station,
  screen: commonWords.screen,
  "counter-screen": commonWords.counterScreen,
  panel: commonWords.panel,
  "rating-pad": commonWords.ratingPad,
} as const satisfies Record<DeviceKind, Words>;

/** Printers that want somebody to come. */
const wrongConditions: readonly string[] = ["paper-low", "paper-out", "cover-open", "offline"];

export function kindName(kind: DeviceKind, language: Language): string {
  return say(kinds[kind], language);
}

/** A device that nobody has named is called by what it is. */
export function deviceName({ name, kind }: Pick<Device, "name" | "kind">, language: Language): string {
  return name === "" || name === kind ? kindName(kind, language) : name;
}

/** Whether a device of this kind belongs to a counter. */
export function hasCounter(kind: DeviceKind): boolean {
  return kind === "counter-screen" || kind === "panel" || kind === "rating-pad";
}

/** Whether a device of this kind is of no use before it has its counter. Who works at a panel says it there. */
export function needsCounter(kind: DeviceKind): boolean {
  return kind === "counter-screen";
}

export function counterName(number: number, counters: readonly HallCounterNow[], language: Language): string {
  const label = counters.find((counter) => counter.number === number)?.label;
  return label ? pick(label, language) : String(number);
}

/** Devices in the order of the list: those of a kind together, then by counter and name. */
export function inOrder(devices: readonly Device[]): Device[] {
  const key = ({ kind, counter, name }: Device) =>
    `${String(deviceKinds.indexOf(kind))} ${String(counter ?? 0).padStart(6, "0")} ${name}`;
  return [...devices].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Whether it is there, and when it was last. `today` is the hall's date. */
export function presenceOf({ connected, lastSeenAt }: Device, today: string, language: Language): string {
  if (connected) return say(deviceWords.connected, language);
  if (lastSeenAt === null) return say(deviceWords.neverSeen, language);
  const time = timeOfDay(lastSeenAt);
  const isToday = lastSeenAt.startsWith(today);
  return say(deviceWords.away, language, { time: isToday ? time : `${dateOf(lastSeenAt, language)} ${time}` });
}

/** How its printer does, and whether that is wrong; null for a device that prints nothing. */
export function printerState(
  { kind, printer, printerHealth }: Device,
  language: Language,
): { readonly words: string; readonly isWrong: boolean } | null {
  if (kind !== "station") return null;
  if (!printer || printer.kind === "none") return { words: say(printerWords.none, language), isWrong: false };
  // Just set, and nobody has spoken to it yet.
  const told = printerHealth?.condition ?? "unknown";
  const condition = told === "none" ? "unknown" : told;
  return { words: say(printerConditionWords[condition], language), isWrong: wrongConditions.includes(condition) };
}

/** Why a device was not approved: a sentence for beside the code, or null where it is about something else. */
export function approvalError({ code, field }: ApiProblem, language: Language): string | null {
  switch (code) {
    case "invalid-request":
      return field === "code" ? say(deviceWords.codeWrong, language) : null;
    case "gone":
      return say(deviceWords.codeTries, language);
    case "not-found":
      return field === "counter" ? null : say(deviceWords.codeOver, language);
    case "already-approved":
      return say(deviceWords.alreadyApproved, language);
    default:
      return null;
  }
}
