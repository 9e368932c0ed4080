/** Everything a day needs of the hub before it can begin, and what is put back when it is over. */
import { randomBytes } from "node:crypto";
import type { Device, DeviceOffer, User } from "../../shared/wire/access.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import { codeOf, type Headers, type HubApi } from "./hub-api.ts";
import type { PlannedCounter } from "./plan.ts";

const USER_PREFIX = "day-";
const STATION_NAME = "a day's station";

interface Items<A> {
  readonly items: readonly A[];
}

export interface FreeCounters {
  readonly free: readonly PlannedCounter[];
  /** Counters at which somebody else sits. */
  readonly taken: readonly number[];
}

/** The counters that can be worked at. What an earlier day that was killed has left open is closed first. */
export async function freeCounters(api: HubApi, manager: Headers): Promise<FreeCounters> {
  const ours = new Set((await dayUsers(api, manager)).map(({ id }) => id));
  const { items } = await api.get<Items<Counter>>("/api/counters", manager);
  const free: PlannedCounter[] = [];
  const taken: number[] = [];
  for (const counter of items) {
    const isOurs = counter.clerk !== null && ours.has(counter.clerk.id);
    const isFree = counter.clerk === null || (isOurs && (await closeForgotten(api, manager, counter)));
    if (isFree) free.push(counter);
    else taken.push(counter.number);
  }
  return { free, taken };
}

async function closeForgotten(api: HubApi, manager: Headers, { number, ticket }: Counter): Promise<boolean> {
  const at = (command: string, body = {}): Promise<unknown> =>
    api.post(`/api/counters/${number}/${command}`, { as: manager, body });
  try {
    await at("take-over");
    if (ticket) await at("finish", { ticket: ticket.id, arrived: true });
    await at("close");
    return true;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}

/** Signs in a clerk of this name: made now, or of an earlier day. The password is new each time and kept nowhere. */
export async function signInClerk(api: HubApi, manager: Headers, clerk: string): Promise<Headers> {
  const user = `${USER_PREFIX}${clerk.toLowerCase()}`;
  const password = randomBytes(18).toString("base64url");
  const known = (await dayUsers(api, manager)).find((other) => other.user === user);
  if (known)
    await api.ask("PATCH", `/api/users/${known.id}`, { as: manager, body: { name: clerk, role: "clerk", password } });
  else await api.post("/api/users", { as: manager, body: { user, name: clerk, role: "clerk", password } });
  return api.signIn(user, password);
}

async function dayUsers(api: HubApi, manager: Headers): Promise<User[]> {
  const { items } = await api.get<Items<User>>("/api/users", manager);
  return items.filter(({ user }) => user.startsWith(USER_PREFIX));
}

export interface Station {
  readonly id: string;
  readonly as: Headers;
}

/** Pairs a ticket station for the day. One that an earlier day has left is cut off first. */
export async function pairStation(api: HubApi, manager: Headers): Promise<Station> {
  const { items } = await api.get<Items<Device>>("/api/devices", manager);
  for (const { id, name } of items) if (name === STATION_NAME) await removeStation(api, manager, id);
  const { id, code, secret } = await api.post<DeviceOffer>("/api/devices", {
    body: { kind: "station", name: STATION_NAME },
  });
  await api.post(`/api/devices/${id}/approve`, { as: manager, body: { code, name: STATION_NAME } });
  const { token } = await api.post<{ token: string }>(`/api/devices/${id}/token`, { body: { secret } });
  return { id, as: { authorization: `Bearer ${token}` } };
}

export async function removeStation(api: HubApi, manager: Headers, id: string): Promise<void> {
  await api.ask("DELETE", `/api/devices/${id}`, { as: manager });
}
