/**
 * What somebody has typed and not saved, kept in this browser until it is saved or dropped: a lost connection, a closed
 * window or a sign-in that has ended takes nothing away. Kept for each user apart, for hall machines are shared.
 */
import { forget, recall, remember } from "../../shared/ui/memory.ts";
import { newDraft, type ItemDraft } from "./item-draft.ts";

export interface KeptDraft {
  readonly draft: ItemDraft;
  /** The item's version that it began from; 0: a new item. */
  readonly version: number;
  /** When it was typed, as an instant of the hall or of this browser. */
  readonly at: string;
}

/** @param item an item's id, or its kind where it is new. */
function nameOf(user: string, item: string): string {
  return `lundao.item.${user}.${item}`;
}

export function keepDraft(user: string, item: string, kept: KeptDraft): void {
  remember(nameOf(user, item), JSON.stringify(kept));
}

export function forgetDraft(user: string, item: string): void {
  forget(nameOf(user, item));
}

/** Null where nothing was kept, or by another age of this page. */
export function keptDraft(user: string, item: string): KeptDraft | null {
  const text = recall(nameOf(user, item));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptDraft {
  if (!isObject(value) || typeof value["at"] !== "string" || typeof value["version"] !== "number") return false;
  const { draft } = value;
  return isObject(draft) && typeof draft["kind"] === "string" && isAlike(draft, { ...newDraft("notice") });
}

/** Whether it has every field of a draft, each of its kind. */
function isAlike(value: Record<string, unknown>, model: Record<string, unknown>): boolean {
  return Object.entries(model).every(([name, usual]) => {
    const found = value[name];
    // A file that is not chosen is null, one that is chosen a name.
    if (usual === null) return found === null || typeof found === "string";
    if (Array.isArray(usual)) return Array.isArray(found);
    return isObject(usual) ? isObject(found) && isAlike(found, usual) : typeof found === typeof usual;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
