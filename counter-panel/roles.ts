/** Which side of the panel is for whom. The hub decides what anybody may do; this only shows nobody a closed door. */
import type { Role } from "../shared/domain/vocabulary.ts";
import type { Side } from "./view/events.ts";

const sidesOf: Readonly<Record<Role, readonly Side[]>> = {
  clerk: ["counter"],
  guide: ["desk", "counter"],
  manager: ["counter", "desk"],
  editor: [],
  supervisor: [],
  technician: [],
};

/** Whether this role raises and ends emergencies. */
export function raisesEmergencies(role: Role): boolean {
  return role === "guide" || role === "manager";
}

/** The sides open to a role, the one it begins with first. */
export function sidesFor(role: Role): readonly Side[] {
  return sidesOf[role];
}
