/** Items and their versions as answers show them. */
import type { Item as ItemOnWire, ItemVersion as ItemVersionOnWire } from "../../shared/wire/lobby.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import { standingOf, type Item, type ItemVersion, type VersionedItem } from "../domain/item.ts";

/** Who reads, and what they may. */
export interface ItemReader {
  readonly zone: ZoneClock;
  /** Id of the staff member who asks. */
  readonly user: string;
  readonly name: (user: string) => string;
  /** What was written by hand, for whoever may read it. */
  readonly note: (sealed: Buffer) => string | null;
}

export function itemView({ item, version }: VersionedItem, reader: ItemReader): ItemOnWire {
  return {
    id: item.id,
    ...version.data,
    state: item.state,
    version: item.version,
    publishedVersion: item.publishedVersion,
    author: reader.name(version.author),
    own: version.author === reader.user,
    changedAt: reader.zone.iso(item.changedAt),
    decidedBy: version.decidedBy === null ? null : reader.name(version.decidedBy),
    note: version.note && reader.note(version.note),
  };
}

export function itemVersionView(item: Item, version: ItemVersion, reader: ItemReader): ItemVersionOnWire {
  return {
    version: version.version,
    ...version.data,
    state: standingOf(item, version),
    author: reader.name(version.author),
    at: reader.zone.iso(version.at),
    decidedBy: version.decidedBy === null ? null : reader.name(version.decidedBy),
    decidedAt: version.decidedAt === null ? null : reader.zone.iso(version.decidedAt),
    note: version.note && reader.note(version.note),
  };
}
