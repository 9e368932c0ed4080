/** Who is calling. */
import type { Role } from "../../shared/domain/vocabulary.ts";
import type { DeviceRow, UserRow } from "./ports.ts";
import type { Actor } from "../domain/events.ts";

export type Caller =
  | { readonly kind: "staff"; readonly user: UserRow; readonly session: string }
  | { readonly kind: "device"; readonly device: DeviceRow }
  | { readonly kind: "stranger"; readonly address: string };

/** How the journal names the caller. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case "staff":
      return `user:${caller.user.id}`;
    case "device":
      return `device:${caller.device.id}`;
    case "stranger":
      return "resident";
    default:
      return caller satisfies never;
  }
}

/** The scope of an idempotency key; for strangers the key itself is the scope. */
export function scopeOf(caller: Caller): string {
  return caller.kind === "stranger" ? "" : actorOf(caller);
}

/**
 * Whether somebody reads what staff have written by hand: a person's data may stand in it, which a supervisor never reads,
 * and which is for those who meet the person.
 */
export function readsNotes(caller: Caller): boolean {
  return hasRole(caller, ["clerk", "guide", "manager"]);
}

export function hasRole(caller: Caller, roles: readonly Role[]): boolean {
  return caller.kind === "staff" && roles.includes(caller.user.role);
}
