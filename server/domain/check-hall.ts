/**
 * What a hall file must hold beyond its schema: everything named exists, times make sense, called numbers rise.
 * Source: domain.md, "Numbers"; contract, "Hall file".
 */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import { ZoneClock } from "./calendar.ts";
import { checkEmergencies, warnOfEmergencies } from "./check-emergencies.ts";
import { checkTimes, warnOfBookings, warnOfTimes, type Fault } from "./check-hours.ts";
import { checkVoice, warnOfVoice } from "./check-voice.ts";

export interface HallFault {
  /** Where in the file, as a JSON pointer. */
  readonly field: string;
  readonly problem: string;
}

export interface HallCheck {
  /** The file is refused. */
  readonly faults: readonly HallFault[];
  /** The file is taken, but people may mistake something. */
  readonly warnings: readonly HallFault[];
}

type Tiers = readonly (readonly string[])[];

export function checkHall(file: HallFile): HallCheck {
  const faults: HallFault[] = [];
  const fault: Fault = (field, problem) => void faults.push({ field, problem });

  if (!isZone(file.hall.timezone)) fault("/hall/timezone", `${file.hall.timezone} is no time zone`);
  unique(
    file.services.map(({ id }) => id),
    "/services",
    fault,
  );
  unique(
    file.counters.map(({ number }) => String(number)),
    "/counters",
    fault,
  );
  unique(
    file.categories.map(({ id }) => id),
    "/categories",
    fault,
  );
  unique(
    file.areas.map(({ id }) => id),
    "/areas",
    fault,
  );
  for (const [index, service] of file.services.entries()) {
    if (!file.categories.some(({ id }) => id === service.category)) {
      fault(`/services/${String(index)}/category`, `there is no category ${service.category}`);
    }
  }
  checkTimes(file, fault);
  checkEmergencies(file, fault);
  checkVoice(file, fault);

  for (const [index, counter] of file.counters.entries()) {
    const at = `/counters/${String(index)}`;
    if (!file.areas.some(({ id }) => id === counter.area)) fault(`${at}/area`, `there is no area ${counter.area}`);
    const presets = Object.entries(counter.presets ?? {}).map(([name, tiers]): [string, Tiers] => [
      `${at}/presets/${name}`,
      tiers,
    ]);
    for (const [field, tiers] of [[`${at}/tiers`, counter.tiers] as [string, Tiers], ...presets])
      checkTiers(file, tiers, (tier, problem) => {
        fault(`${field}/${String(tier)}`, problem);
      });
  }
  const { statutoryReasons = [], courtesyReasons = [] } = file.hall.rules ?? {};
  for (const [index, reason] of courtesyReasons.entries())
    if (statutoryReasons.includes(reason))
      fault(`/hall/rules/courtesyReasons/${String(index)}`, `${reason} is a statutory reason already`);
  const reasons = [...statutoryReasons, ...courtesyReasons];
  for (const reason of reasons)
    if (!file.reasons?.[reason]) fault(`/reasons/${reason}`, "is listed by the rules but has no name");
  return { faults, warnings: warningsOf(file) };
}

/** The first tier that could not stand in a hall file; null if all could. */
export function tiersFault(file: HallFile, tiers: Tiers): number | null {
  let first: number | null = null;
  checkTiers(file, tiers, (tier) => (first ??= tier));
  return first;
}

function checkTiers(file: HallFile, tiers: Tiers, fault: (tier: number, problem: string) => void): void {
  const services = new Map(file.services.map(({ id, prefix }) => [id, prefix]));
  const seen = new Set<string>();
  const tierOfPrefix = new Map<string, number>();
  for (const [tier, ids] of tiers.entries()) {
    for (const id of ids) {
      if (!services.has(id)) fault(tier, `there is no service ${id}`);
      if (seen.has(id)) fault(tier, `${id} is listed twice`);
      seen.add(id);
      const prefix = services.get(id);
      if (prefix === undefined) continue;
      const other = tierOfPrefix.get(prefix);
      if (other !== undefined && other !== tier) {
        fault(tier, `services of prefix ${prefix} share a sequence and must stand in one tier`);
      }
      tierOfPrefix.set(prefix, tier);
    }
  }
}

function unique(keys: readonly string[], field: string, fault: Fault): void {
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) !== index) fault(`${field}/${String(index)}`, `${key} is there twice`);
  }
}

function isZone(timezone: string): boolean {
  try {
    return new ZoneClock(timezone).timezone === timezone;
  } catch {
    return false;
  }
}

/** Letters that sound alike when called: in Chinese halls the English letter names run together. */
const soundAlike = ["MN", "BDP", "FS", "CZ", "IY", "QU"];

function warningsOf(file: HallFile): HallFault[] {
  const warnings: HallFault[] = [];
  const warn: Fault = (field, problem) => void warnings.push({ field, problem });
  warnOfTimes(file, warn);
  warnOfBookings(file, warn);
  warnOfEmergencies(file, warn);
  warnOfVoice(file, warn);
  for (const [index, { presets = {} }] of file.counters.entries())
    if (Object.hasOwn(presets, "usual"))
      warn(`/counters/${String(index)}/presets/usual`, "usual is what every counter has by itself: its own tiers");
  const listed = new Set(
    file.counters.flatMap(({ tiers, presets = {} }) => [tiers, ...Object.values(presets)].flat(2)),
  );
  for (const [index, { id }] of file.services.entries())
    if (!listed.has(id)) warn(`/services/${String(index)}`, `no counter lists ${id}`);
  for (const prefix of new Set(file.services.map((service) => service.prefix)))
    if (/[IOQ]/.test(prefix)) warn("/services", `prefix ${prefix}: I, O and Q are read as 1 and 0`);
  for (const [index, { id }] of file.areas.entries()) {
    for (const [a, b] of pairs(prefixesCalledIn(file, id))) {
      if (a.length === b.length && [...a].every((letter, at) => soundsLike(letter, b[at] ?? ""))) {
        warn(`/areas/${String(index)}`, `prefixes ${a} and ${b} sound alike when called`);
      }
    }
  }
  return warnings;
}

/** Prefixes that are called in one voice area. */
function prefixesCalledIn(file: HallFile, area: string): string[] {
  const called = new Set(
    file.counters.filter((counter) => counter.area === area).flatMap((counter) => counter.tiers.flat()),
  );
  return [...new Set(file.services.filter(({ id }) => called.has(id)).map(({ prefix }) => prefix))];
}

function pairs(items: readonly string[]): [string, string][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [string, string] => [a, b]));
}

function soundsLike(a: string, b: string): boolean {
  return a === b || soundAlike.some((group) => group.includes(a) && group.includes(b));
}
