/** What the routes share: the hub's parts, typed app, and the way from a request to a durable answer. */
import type { FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Language } from "../../shared/domain/vocabulary.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Access } from "../access/access.ts";
import { scopeOf, type Caller } from "../commands/caller.ts";
import type { Keys } from "../access/keys.ts";
import type { Pairing } from "../access/pairing.ts";
import type { Throttle } from "../access/throttle.ts";
import type { ClockWatch } from "../commands/clock-watch.ts";
import type { Context } from "../commands/context.ts";
import { fingerprint, keyed, type KeyedCall } from "../commands/keyed.ts";
import type { DiskRoom, Passwords, Task } from "../commands/ports.ts";
import type { Config } from "../config/config.ts";
import type { Media } from "../signage/media/start.ts";
import type { Presence } from "../live/presence.ts";
import { Refused, sure } from "../plugins/problems.ts";
import type { Signage } from "../signage/signage.ts";
import type { HallSettings } from "../views/hall-view.ts";
import type { Why } from "../views/showing-view.ts";
import type { Moment } from "../views/ticket-view.ts";
import type { Printing } from "../commands/printing-port.ts";

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Everything routes reach, made once in `app.ts`. */
export interface Hub {
  readonly config: Config;
  readonly context: Context;
  readonly access: Access;
  readonly passwords: Passwords;
  readonly pairing: Pairing;
  readonly throttle: Throttle;
  readonly keys: Keys;
  readonly presence: Presence;
  readonly printing: Printing;
  readonly clockWatch: ClockWatch;
  readonly signage: Signage;
  readonly diskRoom: DiskRoom;
  /** What is said of the lobby, from the tables of words. */
  readonly lobbyWords: {
    readonly showingReason: (why: Why) => Text;
    /** Of the table of what screens have shown, in the order of its columns. */
    readonly playHeadings: (language: Language) => readonly string[];
  };
  readonly media: Media;
  readonly now: () => number;
}

const KEY_LENGTH = 200;

/** Runs a task in the writer, once for an `Idempotency-Key`. Throws `Refused`. */
export async function run<A>(hub: Hub, request: FastifyRequest, task: Task<A>): Promise<A> {
  return sure(await hub.context.writer.submit(once(hub, request, task)));
}

/** The task as it runs for a request: where its `Idempotency-Key` is known, it answers as it did. Throws `Refused`. */
export function once<A>(hub: Hub, request: FastifyRequest, task: Task<A>): Task<A> {
  return keyed(keyOf(hub, request), task);
}

/** The task, with its answer turned into what goes out. */
export function shown<A, B>(task: Task<A>, view: (answer: A) => B): Task<B> {
  return (work) => {
    const answer = task(work);
    return isRefusal(answer) ? answer : view(answer);
  };
}

function keyOf(hub: Hub, request: FastifyRequest): KeyedCall | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key !== "string" || key.length === 0 || key.length > KEY_LENGTH) {
    throw new Refused(refuse("invalid-request", { field: "Idempotency-Key" }));
  }
  const path = request.url.split("?")[0] ?? "";
  return {
    scope: scopeOf(request.caller),
    key,
    fingerprint: fingerprint(hub.keys, `${request.method} ${path}`, request.body),
    seal: hub.keys,
  };
}

/** The committed present; refuses while the hub has no hall to speak of. */
export function present(hub: Hub): Moment {
  const { writer, moments } = hub.context;
  const moment = moments.of(writer.state, writer.now());
  if (!moment) throw new Refused(refuse("not-found"));
  return moment;
}

/** What the hub adds to the hall's own facts. */
export function hallSettings({ config, context }: Hub): HallSettings {
  const { anyHour, words } = context;
  return { publicUrl: config.publicUrl, demo: config.demo, anyHour, words };
}

/** A ticket with the key to it, for whoever took it. */
export function withToken(hub: Hub, ticket: TicketOnWire): TicketOnWire {
  return { token: hub.keys.tokenOf(ticket.id), ...ticket };
}

/** The staff member a route was let through for. */
export function staffOf(caller: Caller): Extract<Caller, { kind: "staff" }> {
  if (caller.kind !== "staff") throw new Refused(refuse("not-signed-in"));
  return caller;
}

/** A counter's key from an address; anything else is no counter. */
export function counterNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refused(refuse("not-found", { field: "counter" }));
  return Number(text);
}
