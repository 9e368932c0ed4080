/**
 * The life of what lobby screens show besides calls: draft → review → published → withdrawn. What was approved never
 * changes: a change is a version of its own, and the published one stays on the screens until that one is approved.
 * Pure. Source: contract, "Lobby"; `docs/decisions/0024-what-the-wall-shows.md`.
 */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { ItemState, Millis } from "../../shared/domain/vocabulary.ts";
import type { ItemContent, ItemVersion as ItemVersionOnWire } from "../../shared/wire/lobby.ts";

/** Feeds that are fetched, each for however many items; more would keep the hub busy with nothing else. */
export const MOST_FEEDS = 50;

/** Where an item stands; what it says stands in its versions. */
export interface Item {
  readonly id: string;
  /** Of its newest version. */
  readonly state: ItemState;
  readonly version: number;
  /** What the screens show; null: nothing. */
  readonly publishedVersion: number | null;
  readonly createdAt: Millis;
  readonly changedAt: Millis;
}

export interface ItemVersion {
  readonly item: string;
  readonly version: number;
  readonly data: ItemContent;
  /** Id of who wrote it. */
  readonly author: string;
  readonly at: Millis;
  readonly submittedAt: Millis | null;
  /** How the review ended; null until it has. */
  readonly verdict: "approved" | "rejected" | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Millis | null;
  /** Why it was sent back, sealed. */
  readonly note: Buffer | null;
  readonly withdrawnAt: Millis | null;
}

/** An item with one of its versions: the newest, or the one on the screens. */
export interface VersionedItem {
  readonly item: Item;
  readonly version: ItemVersion;
}

/** A version as it begins: nobody has looked at it. */
export function newVersion(of: Pick<ItemVersion, "item" | "version" | "data" | "author">, at: Millis): ItemVersion {
  return {
    ...of,
    at,
    submittedAt: null,
    verdict: null,
    decidedBy: null,
    decidedAt: null,
    note: null,
    withdrawnAt: null,
  };
}

/** The newest version goes to review. Refusals: `item-over`, `not-a-draft`. */
export function submitted({ item, version }: VersionedItem, now: Millis): VersionedItem | Refusal {
  if (item.state === "withdrawn") return refuse("item-over");
  if (item.state !== "draft" || version.verdict !== null) return refuse("not-a-draft");
  return { item: { ...item, state: "review", changedAt: now }, version: { ...version, submittedAt: now } };
}

export interface Verdict {
  /** Id of who decides. */
  readonly by: string;
  readonly now: Millis;
}

/** The newest version goes on the screens in place of the one before. Refusals: `own-work`, `not-in-review`. */
export function approved({ item, version }: VersionedItem, { by, now }: Verdict): VersionedItem | Refusal {
  if (version.author === by) return refuse("own-work");
  if (item.state !== "review") return refuse("not-in-review");
  return {
    item: { ...item, state: "published", publishedVersion: version.version, changedAt: now },
    version: { ...version, verdict: "approved", decidedBy: by, decidedAt: now },
  };
}

/** The newest version goes back to whoever writes; what is published stays. Refusal: `not-in-review`. */
export function rejected(
  { item, version }: VersionedItem,
  { by, now, note }: Verdict & { readonly note: Buffer },
): VersionedItem | Refusal {
  if (item.state !== "review") return refuse("not-in-review");
  return {
    item: { ...item, state: "draft", changedAt: now },
    version: { ...version, verdict: "rejected", decidedBy: by, decidedAt: now, note },
  };
}

/**
 * The published version, which `version` must be, leaves the screens; a draft or review of a later one goes on.
 * Refusal: `not-published`.
 */
export function withdrawn({ item, version }: VersionedItem, now: Millis): VersionedItem | Refusal {
  if (item.publishedVersion === null) return refuse("not-published");
  const state = item.version === item.publishedVersion ? "withdrawn" : item.state;
  return {
    item: { ...item, state, publishedVersion: null, changedAt: now },
    version: { ...version, withdrawnAt: now },
  };
}

/**
 * Whether all of an item may go, its versions with it: what never stood on a wall and waits for nobody. Whoever wrote every
 * word of it may throw it away, and a manager. Refusals: `kept-for-good`, `draft-of-another`.
 */
export function thrownAway(
  item: Item,
  versions: readonly Pick<ItemVersion, "author" | "verdict">[],
  { by, isManager }: { readonly by: string; readonly isManager: boolean },
): Refusal | null {
  const wasApproved = versions.some(({ verdict }) => verdict === "approved");
  if (item.state !== "draft" || wasApproved) return refuse("kept-for-good");
  return isManager || versions.every(({ author }) => author === by) ? null : refuse("draft-of-another");
}

/** Where one version stands: of those before the newest, what became of them. */
export function standingOf(item: Item, version: ItemVersion): ItemVersionOnWire["state"] {
  if (version.version === item.publishedVersion) return "published";
  if (version.withdrawnAt !== null) return "withdrawn";
  if (version.verdict === "rejected") return "rejected";
  if (version.verdict === "approved" || version.version < item.version) return "replaced";
  return version.submittedAt === null ? "draft" : "review";
}
