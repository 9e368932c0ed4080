/**
 * Who a route is for, named once. Source: contract, the tables' "who"; where a manager may more, see
 * `docs/decisions/0008-who-may-what.md`.
 */
import { deviceKinds, roles, type Role } from "../../shared/domain/vocabulary.ts";
import type { Audience } from "../plugins/callers.ts";

export const anyStaff = { roles } satisfies Audience;
/** A supervisor reads everything and changes nothing. */
export const workingStaff = { roles: roles.filter((role) => role !== "supervisor") } satisfies Audience;
/** A stranger needs the code shown in the hall besides. */
export const issuers = { roles: ["guide", "manager"], devices: ["station"], strangers: true } satisfies Audience;
/**
 * Who speaks for residents, at the guide's desk and at the end of a hotline, and keeps the whole hall in view; whether a
 * guide changes today is the hall's rule.
 */
export const deskStaff: { readonly roles: readonly Role[] } = { roles: ["guide", "manager"] };
export const checkInDesks = { roles: deskStaff.roles, devices: ["station"] } satisfies Audience;
/** Those who serve residents, at a counter or at the guide's desk, which is a counter too. */
export const floorStaff: { readonly roles: readonly Role[] } = { roles: ["clerk", "guide", "manager"] };
/** Residents themselves, and who serves them. */
export const bookers = { roles: floorStaff.roles, strangers: true } satisfies Audience;
export const managers = { roles: ["manager"] } satisfies Audience;
/** Those who look after devices and printers. */
export const caretakers = { roles: ["manager", "technician"] } satisfies Audience;
export const deviceItself = { devices: deviceKinds } satisfies Audience;
/** Whoever shows residents the code for taking a number by phone. */
export const joinShowers = { roles, devices: ["station", "screen"] } satisfies Audience;
/** Those who write what lobby screens show, and look at what others wrote. */
export const editors = { roles: ["editor", "manager"] } satisfies Audience;
/** Who sets screens, who writes for them, and who reads everything. */
export const screenReaders = { roles: ["manager", "technician", "editor", "supervisor"] } satisfies Audience;
export const screensThemselves = { devices: ["screen"] } satisfies Audience;
