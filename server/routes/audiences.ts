/** Who a route is for, named once. Source: contract, the tables' "who". */
import { roles, type Role } from "../../shared/domain/vocabulary.ts";
import type { Audience } from "../plugins/callers.ts";

export const allRoles: readonly Role[] = roles;

export const anyStaff: Audience = { roles: allRoles };
/** A stranger needs the code shown in the hall besides. */
export const issuers: Audience = { roles: ["guide", "manager"], devices: ["station"], strangers: true };
/** Those who serve: a guide's desk is a counter too, and in a small hall the manager sits at one. */
export const counterStaff: Audience = { roles: ["clerk", "guide", "manager"] };
export const floorStaff: Audience = { roles: ["clerk", "guide", "manager"] };
export const managers: Audience = { roles: ["manager"] };
export const caretakers: Audience = { roles: ["manager", "technician"] };
export const deviceItself: Audience = { devices: ["station", "screen", "counter-screen", "panel", "rating-pad"] };
export const floorOrTechnician: Audience = { roles: ["clerk", "guide", "manager", "technician"] };
