/** Where a device keeps its token: one for each kind, and for each `?as=` where a machine drives several screens. */
import type { DeviceKind } from "../domain/vocabulary.ts";
import type { ProblemCode } from "./api.ts";
import { forget, recall, remember } from "./memory.ts";

/** A busy hub's refusal passes, and what a proxy says for a hub that is away is none of the hub's. */
const ends: ReadonlySet<ProblemCode> = new Set(["not-signed-in", "not-allowed", "not-found"]);

/** Whether the hub says by this that it no longer knows the device whose own topic or page was asked for. */
export function isDeviceUnknown(code: ProblemCode): boolean {
  return ends.has(code);
}

function nameOf(kind: DeviceKind): string {
  const as = new URLSearchParams(location.search).get("as");
  return `lundao.device.${kind}${as === null ? "" : `.${as}`}`;
}

function idNameOf(kind: DeviceKind): string {
  return nameOf(kind).replace(".device.", ".device-id.");
}

/** The token kept for this page; null when the device has to be paired. */
export function deviceToken(kind: DeviceKind): string | null {
  return recall(nameOf(kind));
}

export function keepDeviceToken(kind: DeviceKind, token: string): void {
  remember(nameOf(kind), token);
}

/** The id of the device that the token is for, where the page has kept it: with both it can begin before the hub answers. */
export function deviceId(kind: DeviceKind): string | null {
  return recall(idNameOf(kind));
}

export function keepDeviceId(kind: DeviceKind, id: string): void {
  remember(idNameOf(kind), id);
}

/** Forgets the token, when the hub no longer takes it; the page then shows `<ld-pairing>` again. */
export function forgetDeviceToken(kind: DeviceKind): void {
  forget(nameOf(kind));
  forget(idNameOf(kind));
}
