/**
 * What will show when: a day cut where anything changes, by the same rules as screens go by. Pure.
 * Drafts stand beside it as ghosts: what would show as well if they were approved as they are.
 */
import { isMeantFor, programmeAt, type Place } from "../../shared/domain/programme.ts";
import type { Item, ItemContent } from "../../shared/wire/lobby.ts";
import { millisOf, momentIn } from "../hall-time.ts";

/** An item with what one of its versions says. */
export interface PlannedItem extends ItemContent {
  readonly id: string;
}

export interface Plan {
  /** What the screens have. */
  readonly published: readonly PlannedItem[];
  /** Drafts, and what waits for review. */
  readonly drafts: readonly PlannedItem[];
}

/** Minutes of the day from which and until which the same shows. */
export interface PlanBlock {
  readonly from: number;
  readonly until: number;
  readonly shows: readonly PlannedItem[];
  readonly ghosts: readonly PlannedItem[];
}

const dayMinutes = 24 * 60;

/**
 * What the screens have and what may come, for one place.
 * @param publishedOf what screens show of an item of which a newer version is being worked on; null until that is known.
 */
export function planFor(items: readonly Item[], publishedOf: (item: Item) => ItemContent | null, place: Place): Plan {
  const here = ({ targets }: ItemContent) => isMeantFor(targets, place);
  return {
    published: items.flatMap((item) => {
      if (item.publishedVersion === null) return [];
      const content = item.publishedVersion === item.version ? item : publishedOf(item);
      return content && here(content) ? [{ ...content, id: item.id }] : [];
    }),
    drafts: items.filter((item) => (item.state === "draft" || item.state === "review") && here(item)),
  };
}

/** The blocks of one day, from midnight to midnight of the hall's clock. */
export function dayPlan({ published, drafts }: Plan, date: string, zone: string): readonly PlanBlock[] {
  const drafted = new Set(drafts.map(({ id }) => id));
  const proposed = [...published.filter(({ id }) => !drafted.has(id)), ...drafts];
  const cuts = cutsOf([...published, ...drafts], date, zone);
  const blocks: PlanBlock[] = [];
  for (const [index, from] of cuts.entries()) {
    const until = cuts[index + 1];
    if (until === undefined) break;
    const moment = momentIn(zone, millisOf(zone, date, timeOf(from)));
    const shows = shownOf(published, moment);
    // A draft that would look the same at that time as what it replaces is told as a ghost too: it is other words.
    const ghosts = shownOf(proposed, moment).filter(({ id }) => drafted.has(id));
    const last = blocks[blocks.length - 1];
    if (last && isSame(last.shows, shows) && isSame(last.ghosts, ghosts))
      blocks[blocks.length - 1] = { ...last, until };
    else blocks.push({ from, until, shows, ghosts });
  }
  return blocks;
}

/** Minutes of a day as the clock shows them: 09:30; the day's end is 24:00. */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function shownOf(items: readonly PlannedItem[], moment: ReturnType<typeof momentIn>): PlannedItem[] {
  return programmeAt(items, moment).flatMap(({ item, rule }) => (rule === "shows" ? [item] : []));
}

/** Every minute of the day at which an item may begin or end. */
function cutsOf(items: readonly PlannedItem[], date: string, zone: string): readonly number[] {
  const cuts = new Set([0, dayMinutes]);
  const midnight = millisOf(zone, date);
  for (const { schedule } of items) {
    for (const span of schedule.hours ?? []) for (const time of span) cuts.add(minutesOf(time));
    for (const end of [schedule.from, schedule.until]) {
      if (end === undefined || !end.includes("T")) continue;
      const at = momentIn(zone, Date.parse(end));
      if (at.date === date && at.millis >= midnight) cuts.add(minutesOf(at.time));
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function isSame(one: readonly PlannedItem[], other: readonly PlannedItem[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => other[index]?.id === id);
}
