/** Hall files for stories: as small as a story needs, and still what `checkHall` takes. */
import type { HallCounter, HallFile, HallService } from "../../../shared/wire/hall-file.ts";

type Tiers = HallCounter["tiers"];

export interface SmallHall {
  /** Prefix of each service by its id; by default the id's first letter. */
  readonly services?: Readonly<Record<string, string>>;
  /** Tiers of each counter by its number, or the counter's further settings with them. */
  readonly counters: Readonly<Record<number, Tiers | (Partial<HallCounter> & { readonly tiers: Tiers })>>;
  readonly hidden?: readonly string[];
  /** Further settings of services, by id. */
  readonly settings?: Readonly<Record<string, Partial<HallService>>>;
  readonly rules?: HallFile["hall"]["rules"];
  readonly expireAt?: string;
  /** Hours of every day. */
  readonly hours?: readonly (readonly [string, string])[];
  readonly lastTicketMinutes?: number;
  readonly calendar?: HallFile["hall"]["calendar"];
  readonly timezone?: string;
}

const named = (name: string): { zh: string; en: string } => ({ zh: name, en: name });

/** A hall that opens every day, if not said otherwise from 8 to 18. */
export function smallHall({
  services,
  counters,
  hidden = [],
  settings = {},
  rules,
  expireAt,
  hours = [["08:00", "18:00"]],
  lastTicketMinutes,
  calendar,
  timezone = "Asia/Shanghai",
}: SmallHall): HallFile {
  const everyDay = hours.map((period) => [...period]);
  const listed = Object.values(counters).flatMap((counter) => tiersOf(counter).flat());
  const ids = [...new Set([...Object.keys(services ?? {}), ...listed])];
  return {
    format: "lundao-hall/1",
    hall: {
      id: "small",
      name: named("小厅"),
      timezone,
      languages: ["zh", "en"],
      hours: {
        mon: everyDay,
        tue: everyDay,
        wed: everyDay,
        thu: everyDay,
        fri: everyDay,
        sat: everyDay,
        sun: everyDay,
      },
      ...(expireAt !== undefined && { expireAt }),
      ...(lastTicketMinutes !== undefined && { lastTicketMinutes }),
      ...(calendar !== undefined && { calendar }),
      rules: { statutoryReasons: ["serviceperson"], courtesyReasons: ["elderly"], ...rules },
    },
    categories: [{ id: "all", name: named("全部") }],
    services: ids.map((id): HallService => ({
      id,
      prefix: services?.[id] ?? id.slice(0, 1).toUpperCase(),
      category: "all",
      name: named(id),
      ...(hidden.includes(id) && { hidden: true }),
      ...settings[id],
    })),
    counters: Object.entries(counters).map(([number, counter]): HallCounter => {
      const more = "tiers" in counter ? counter : { tiers: tiersOf(counter) };
      return { number: Number(number), name: named(number), area: "hall", ...more };
    }),
    areas: [{ id: "hall", name: named("大厅") }],
    reasons: { serviceperson: named("军人"), elderly: named("老人") },
  };
}

function tiersOf(counter: SmallHall["counters"][number]): Tiers {
  return "tiers" in counter ? counter.tiers : counter;
}
