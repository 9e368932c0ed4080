/**
 * The hall as the rules see it: the hall file with every default filled in and looked up by key.
 * Types come from the wire's schema, the one truth; nothing of it runs here.
 */
import type { HallCounter, HallFile, HallService } from "../../shared/wire/hall-file.ts";
import type { Text } from "../../shared/wire/common.ts";
import { ruleDefaults } from "../../shared/domain/rules.ts";
import type { TicketClass } from "../../shared/domain/vocabulary.ts";

/** Every rule of `hall.rules`, none left open. */
export type Rules = Readonly<Required<NonNullable<HallFile["hall"]["rules"]>>>;

const defaultRules: Rules = { ...ruleDefaults, statutoryReasons: [], courtesyReasons: [] };

export interface Hall {
  readonly file: HallFile;
  readonly id: string;
  readonly timezone: string;
  readonly rules: Rules;
  readonly services: ReadonlyMap<string, HallService>;
  readonly counters: ReadonlyMap<number, HallCounter>;
}

/** Fills in the defaults; expects a file that has passed `checkHall`. */
export function hallFrom(file: HallFile): Hall {
  return {
    file,
    id: file.hall.id,
    timezone: file.hall.timezone,
    rules: { ...defaultRules, ...file.hall.rules },
    services: new Map(file.services.map((service) => [service.id, service])),
    counters: new Map(file.counters.map((counter) => [counter.number, counter])),
  };
}

/** The rules a hall goes by; until its file is loaded, those of a file that says nothing. */
export function rulesOf({ hall }: { readonly hall: Hall | null }): Rules {
  return hall?.rules ?? defaultRules;
}

/** The reasons for which a class is given; none for those that need none. */
export function reasonsOf({ rules }: Hall, ticketClass: TicketClass): readonly string[] {
  switch (ticketClass) {
    case "statutory":
      return rules.statutoryReasons;
    case "courtesy":
      return rules.courtesyReasons;
    case "appointment":
    case "normal":
      return [];
    default:
      return ticketClass satisfies never;
  }
}

/** Whether a class may be given for this reason, one of the hall's keys; null: none is named. */
export function mayBeGivenFor(hall: Hall, ticketClass: TicketClass, reason: string | null): boolean {
  return reason === null || reasonsOf(hall, ticketClass).includes(reason);
}

/** What residents read of a counter: its label, else its number as a window. */
export function counterLabel(counter: HallCounter): Text {
  return (
    counter.label ?? {
      zh: `${String(counter.number)}号窗口`,
      en: `Counter ${String(counter.number)}`,
      "zh-Hant": `${String(counter.number)}號窗口`,
    }
  );
}

type Tiers = HallCounter["tiers"];

/**
 * What a counter can be set to in one press: the presets of its file; `everything`, all services in one tier, which every
 * counter has; and `usual`, what its file says.
 */
export function presetsOf({ file }: Hall, counter: HallCounter): Readonly<Record<string, Tiers>> {
  return { usual: counter.tiers, everything: [file.services.map(({ id }) => id)], ...counter.presets };
}

/** One of them; null for a name that none has. */
export function presetOf(hall: Hall, counter: HallCounter, name: string): Tiers | null {
  const presets = presetsOf(hall, counter);
  // What every object inherits is no preset.
  return Object.hasOwn(presets, name) ? (presets[name] ?? null) : null;
}
