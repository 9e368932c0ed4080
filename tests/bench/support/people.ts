/** Who sends the benches' requests: the manager, a paired station, clerks at counters. Through the public API alone. */
import type { Screen } from "../../../shared/wire/lobby.ts";
import type { Play } from "../../../shared/wire/plays.ts";
import { MANAGER_PASSWORD, type Program } from "./programs.ts";

export type Headers = Readonly<Record<string, string>>;

export interface Request {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers?: Headers;
  readonly body?: object;
}

/** Sends a request and answers its body; throws where it was refused. */
async function ask<A>({ url }: Program, { method, path, headers, body }: Request): Promise<A> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body && { "content-type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  // Each bench knows the shape of what it asks for.
  return (text === "" ? null : JSON.parse(text)) as A;
}

/** A command: a POST with a body, empty where none is given. */
export function command<A>(
  hub: Program,
  path: string,
  { headers, body = {} }: Pick<Request, "headers" | "body"> = {},
): Promise<A> {
  return ask<A>(hub, { method: "POST", path, body, ...(headers && { headers }) });
}

export function put(
  hub: Program,
  path: string,
  { headers, body }: Required<Pick<Request, "headers" | "body">>,
): Promise<unknown> {
  return ask(hub, { method: "PUT", path, headers, body });
}

/** What a device is to the hub. */
export function selfOf(hub: Program, headers: Headers): Promise<{ readonly id: string }> {
  return ask(hub, { method: "GET", path: "/api/devices/self", headers });
}

/** What a screen tells of itself. */
export async function healthOf(hub: Program, manager: Headers, id: string): Promise<Screen["health"]> {
  const { items } = await ask<{ items: Screen[] }>(hub, { method: "GET", path: "/api/screens", headers: manager });
  const screen = items.find((each) => each.id === id);
  if (!screen) throw new Error("the hub knows no such screen");
  return screen.health;
}

/** How many turns of items a screen has told of. */
export async function playsOf(hub: Program, manager: Headers, screen: string): Promise<number> {
  const { items } = await ask<{ items: Play[] }>(hub, { method: "GET", path: "/api/plays", headers: manager });
  return items.reduce((sum, count) => sum + (count.screen === screen ? count.plays : 0), 0);
}

/** Signs in and answers the headers to go on with. */
async function signIn(hub: Program, user: string, password: string): Promise<Headers> {
  const answer = await fetch(`${hub.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user, password }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || cookie === undefined) throw new Error(`sign-in of ${user}: ${answer.status}`);
  return { cookie };
}

export function signInManager(hub: Program): Promise<Headers> {
  return signIn(hub, "manager", MANAGER_PASSWORD);
}

/** Pairs a device and answers the headers that its token makes. */
export async function pairDevice(hub: Program, manager: Headers, kind: "station" | "screen"): Promise<Headers> {
  const offer = await command<{ id: string; code: string; secret: string }>(hub, "/api/devices", { body: { kind } });
  await command(hub, `/api/devices/${offer.id}/approve`, { headers: manager, body: { code: offer.code } });
  const { token } = await command<{ token: string }>(hub, `/api/devices/${offer.id}/token`, {
    body: { secret: offer.secret },
  });
  return { authorization: `Bearer ${token}` };
}

/** Makes somebody, and signs in as that somebody. */
export async function userOf(
  hub: Program,
  manager: Headers,
  { user, role }: { readonly user: string; readonly role: "clerk" | "editor" },
): Promise<Headers> {
  const password = crypto.randomUUID();
  await command(hub, "/api/users", { headers: manager, body: { user, name: user, role, password } });
  return signIn(hub, user, password);
}

/** Makes a clerk, signs in as that clerk and opens the counter. */
export async function clerkAt(hub: Program, manager: Headers, counter: number): Promise<Headers> {
  const clerk = await userOf(hub, manager, { user: `clerk-${counter}`, role: "clerk" });
  await command(hub, `/api/counters/${counter}/open`, { headers: clerk, body: {} });
  return clerk;
}
