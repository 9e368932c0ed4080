/** A user as being made or changed: what stands in the form, checked and made into what the hub takes. */
import type { Role } from "../shared/domain/vocabulary.ts";
import { userWords } from "../shared/text/console.ts";
import type { User } from "../shared/wire/access.ts";
import type { FieldWords } from "./form-parts.ts";

/** The form's fields. `counters` counts only where not any will do. */
export interface UserDraft {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly isAnyCounter: boolean;
  readonly counters: readonly number[];
}

export type UserField = "user" | "name" | "password" | "counters";

/** The body of `POST /api/users` or `PATCH /api/users/ID`. */
export interface UserBody {
  readonly user?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly password?: string;
  readonly counters?: readonly number[] | null;
}

const shortestPassword = 8;
/** As the hub checks it, so that the form says it before the hub has to. */
const userPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

/** What the form starts with: a person, or a new clerk. */
export function userDraftOf(user: User | null): UserDraft {
  if (!user) return { user: "", name: "", role: "clerk", password: "", isAnyCounter: true, counters: [] };
  return {
    user: user.user,
    name: user.name,
    role: user.role,
    password: "",
    isAnyCounter: user.counters === null,
    counters: user.counters ?? [],
  };
}

/** Whether somebody of this role sits at counters. */
export function servesAtCounters(role: Role): boolean {
  return role === "clerk" || role === "guide" || role === "manager";
}

/**
 * The request the form means, or what is wrong with it.
 * @param before the person as known now; null for a new one. Only what differs is sent.
 */
export function userBodyOf(
  draft: UserDraft,
  before: User | null,
): { readonly body: UserBody } | { readonly errors: FieldWords<UserField> } {
  const name = draft.name.trim();
  const user = draft.user.trim();
  const counters =
    draft.isAnyCounter || !servesAtCounters(draft.role) ? null : [...draft.counters].sort((a, b) => a - b);
  const isPasswordGiven = before === null || draft.password !== "";
  const errors: FieldWords<UserField> = {
    ...(name === "" ? { name: userWords.nameWrong } : {}),
    ...(before === null && !userPattern.test(user) ? { user: userWords.userWrong } : {}),
    ...(isPasswordGiven && draft.password.length < shortestPassword ? { password: userWords.passwordWrong } : {}),
    ...(counters?.length === 0 ? { counters: userWords.countersWrong } : {}),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const { role, password } = draft;
  if (before === null) return { body: { user, name, role, password, counters } };
  const isSameCounters = JSON.stringify(counters) === JSON.stringify(before.counters);
  return {
    body: {
      ...(name === before.name ? {} : { name }),
      ...(role === before.role ? {} : { role }),
      ...(password === "" ? {} : { password }),
      ...(isSameCounters ? {} : { counters }),
    },
  };
}
