/**
 * Handlers of what lobby screens show besides calls. Each answers the item with its newest version. What an item names
 * is looked for whenever it goes a step on, for media, services and screens may be gone by then.
 */
import { isDeepStrictEqual } from "node:util";
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { ChangeItem, ItemContent, NewItem } from "../../shared/wire/lobby.ts";
import {
  approved,
  MOST_FEEDS,
  newVersion,
  rejected,
  submitted,
  thrownAway,
  withdrawn,
  type Item,
  type VersionedItem,
} from "../domain/item.ts";
import type { Context } from "./context.ts";
import { faultIn } from "./item-checks.ts";
import type { Task, Work } from "./ports.ts";

const SECONDS = 15;
/** Of one turn. Source: the wire's `NewItem`. */
const LEAST_SECONDS = 3;
const MOST_SECONDS = 3600;

/**
 * What is left out of a new item, said: a video takes as long as it is.
 * @param fileSeconds how long the video is that it names; null where that is none.
 */
export function itemContent({ kind, title, ...rest }: NewItem, fileSeconds: number | null = null): ItemContent {
  const whole = fileSeconds === null ? SECONDS : Math.ceil(fileSeconds);
  return {
    kind,
    title: inOrder(title),
    body: rest.body ? inOrder(rest.body) : null,
    media: rest.media ?? null,
    url: rest.url ?? null,
    service: rest.service ?? null,
    seconds: rest.seconds ?? Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, whole)),
    priority: rest.priority ?? 0,
    schedule: rest.schedule ?? {},
    targets: rest.targets ?? {},
  };
}

/** Author of what comes with the product; nobody's id. */
export const PRODUCT = "hub";

/** Puts up what comes with the product, which nobody need look at; answers false where it names what is not there. */
export function publishSample(context: Context, work: Work, data: ItemContent): boolean {
  if (lookAt(context, work, data)) return false;
  const { tx, now } = work;
  const id = context.newId();
  tx.items.insert({ id, state: "published", version: 1, publishedVersion: 1, createdAt: now, changedAt: now });
  const version = newVersion({ item: id, version: 1, data, author: PRODUCT }, now);
  tx.items.insertVersion({
    ...version,
    submittedAt: now,
    verdict: "approved",
    decidedBy: PRODUCT,
    decidedAt: now,
  });
  return true;
}

/** A draft. Refusals: `invalid-request`. */
export function writeItem(context: Context, author: string, data: ItemContent): Task<VersionedItem> {
  return (work) => {
    const fault = lookAt(context, work, data);
    if (fault) return fault;
    const { tx, now } = work;
    const id = context.newId();
    const item: Item = { id, state: "draft", version: 1, publishedVersion: null, createdAt: now, changedAt: now };
    const version = newVersion({ item: id, version: 1, data, author }, now);
    tx.items.insert(item);
    tx.items.insertVersion(version);
    return { item, version };
  };
}

/**
 * A new draft, beside what is published: whatever was handed in before is to be handed in anew. What changes nothing
 * makes none, unless there is nothing left that could be handed in. Refusals: `not-found`, `changed-meanwhile` where it
 * was made from an older version, `invalid-request`.
 */
export function changeItem(
  context: Context,
  { id, author, change }: { readonly id: string; readonly author: string; readonly change: ChangeItem },
): Task<VersionedItem> {
  return (work) => {
    const before = work.tx.items.find(id);
    if (!before) return refuse("not-found");
    if (change.from !== undefined && change.from !== before.item.version) return refuse("changed-meanwhile");
    const data = changed(before.version.data, change);
    const fault = lookAt(context, work, data);
    if (fault) return fault;
    const isOver = before.item.state === "withdrawn" || before.version.verdict === "rejected";
    if (!isOver && isDeepStrictEqual(data, before.version.data)) return before;
    const number = before.item.version + 1;
    const version = newVersion({ item: id, version: number, data, author }, work.now);
    const item: Item = { ...before.item, state: "draft", version: number, changedAt: work.now };
    work.tx.items.insertVersion(version);
    work.tx.items.update({ item, version });
    return { item, version };
  };
}

/** Refusals: `not-found`, `item-over`, `not-a-draft`, `invalid-request`. */
export function submitItem(context: Context, id: string): Task<VersionedItem> {
  return onNewest({ id }, (work, before) => {
    const after = submitted(before, work.now);
    return isRefusal(after) ? after : (lookAt(context, work, before.version.data) ?? after);
  });
}

/** Somebody's word on an item; on the version that was looked at, where it is named. */
interface Decision extends LookedAt {
  /** Id of who decides. */
  readonly by: string;
}

/** Refusals: `not-found`, `changed-meanwhile`, `own-work`, `not-in-review`, `invalid-request`, `too-many-feeds`. */
export function approveItem(context: Context, { by, ...item }: Decision): Task<VersionedItem> {
  return onNewest(item, (work, before) => {
    const after = approved(before, { by, now: work.now });
    if (isRefusal(after)) return after;
    return lookAt(context, work, before.version.data) ?? oneFeedTooMany(work, before) ?? after;
  });
}

/** Refusals: `not-found`, `changed-meanwhile`, `not-in-review`. */
export function rejectItem(
  { seal }: Pick<Context, "seal">,
  { by, note, ...item }: Decision & { readonly note: string },
): Task<VersionedItem> {
  return onNewest(item, ({ now }, before) => rejected(before, { by, now, note: seal.seal(note) }));
}

/** Refusals: `not-found`, `not-published`. */
export function withdrawItem(id: string): Task<VersionedItem> {
  return ({ tx, now }) => {
    const newest = tx.items.find(id);
    if (!newest) return refuse("not-found");
    const { publishedVersion } = newest.item;
    const version = publishedVersion === null ? newest.version : tx.items.version(id, publishedVersion);
    const after = withdrawn({ item: newest.item, version: version ?? newest.version }, now);
    if (isRefusal(after)) return after;
    tx.items.update(after);
    return tx.items.find(id) ?? after;
  };
}

/** Takes a draft away, with all its versions. Refusals: `not-found`, `kept-for-good`, `draft-of-another`. */
export function throwItemAway(id: string, who: { readonly by: string; readonly isManager: boolean }): Task<null> {
  return ({ tx }) => {
    const newest = tx.items.find(id);
    if (!newest) return refuse("not-found");
    const refusal = thrownAway(newest.item, tx.items.versions(id), who);
    if (refusal) return refusal;
    tx.items.remove(id);
    return null;
  };
}

interface LookedAt {
  /** The item's. */
  readonly id: string;
  /** Left out: whichever is the newest. */
  readonly version?: number;
}

/** Refusals, besides those of the step: `not-found`, `changed-meanwhile` where there is a newer version than was looked at. */
function onNewest(
  { id, version }: LookedAt,
  step: (work: Work, before: VersionedItem) => VersionedItem | Refusal,
): Task<VersionedItem> {
  return (work) => {
    const before = work.tx.items.find(id);
    if (!before) return refuse("not-found");
    if (version !== undefined && version !== before.item.version) return refuse("changed-meanwhile");
    const after = step(work, before);
    if (!isRefusal(after)) work.tx.items.update(after);
    return after;
  };
}

function lookAt({ moments }: Pick<Context, "moments">, { tx, state, now }: Work, data: ItemContent): Refusal | null {
  const { hall } = state;
  if (!hall) return refuse("not-found");
  const screens = tx.devices.all().filter(({ kind }) => kind === "screen");
  return faultIn(data, {
    hall,
    zone: moments.sure(state, now).zone,
    media: (id) => tx.media.find(id),
    isScreen: (id) => screens.some((screen) => screen.id === id),
  });
}

/** Whether the hub would have to follow more feeds than it does; several items of one address count once. */
function oneFeedTooMany({ tx }: Work, { item, version: { data } }: VersionedItem): Refusal | null {
  if (data.kind !== "feed") return null;
  const others = tx.items.published().filter(({ item: { id } }) => id !== item.id);
  const followed = new Set(others.flatMap(({ version }) => (version.data.kind === "feed" ? [version.data.url] : [])));
  const isMore = followed.size >= MOST_FEEDS && !followed.has(data.url);
  return isMore ? refuse("too-many-feeds", { detail: { most: MOST_FEEDS } }) : null;
}

/** What is left out stays as it is; null takes away. */
function changed(before: ItemContent, change: ChangeItem): ItemContent {
  const { media, url, service, title, body } = change;
  return {
    kind: before.kind,
    title: title ? inOrder(title) : before.title,
    body: body ? inOrder(body) : before.body,
    media: media === undefined ? before.media : media,
    url: url === undefined ? before.url : url,
    service: service === undefined ? before.service : service,
    seconds: change.seconds ?? before.seconds,
    priority: change.priority ?? before.priority,
    schedule: change.schedule ?? before.schedule,
    targets: change.targets ?? before.targets,
  };
}

/** Always in the same order, so that the same words are the same version. */
function inOrder({ zh, en, "zh-Hant": hant }: Text): Text {
  return { zh, en, ...(hant !== undefined && { "zh-Hant": hant }) };
}
