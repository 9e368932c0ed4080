/**
 * Who is calling, and may they: the first two of the contract's checks, before any body is read.
 * A route says who it is for in its `config.for`.
 */
import type {} from "@fastify/cookie";
import fp from "fastify-plugin";
import type { FastifyRequest } from "fastify";
import { refuse } from "../../shared/domain/refusal.ts";
import type { DeviceKind, Role } from "../../shared/domain/vocabulary.ts";
import type { Access } from "../access/access.ts";
import type { Caller } from "../commands/caller.ts";
import type { Throttle } from "../access/throttle.ts";
import { Refused } from "./problems.ts";

export const SESSION_COOKIE = "lundao_session";

/** Anyone, or any of these roles and kinds of device. */
export type Audience =
  | "anyone"
  | {
      readonly roles?: readonly Role[];
      readonly devices?: readonly DeviceKind[];
      /** Strangers too, if what they bring with them lets the route tell. */
      readonly strangers?: true;
    };

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    for?: Audience;
    /** Strangers are limited here by something else: failures, or the number of offers. */
    isLimitedElsewhere?: boolean;
  }
}

export interface CallersOptions {
  readonly access: Access;
  readonly throttle: Throttle;
  readonly publicUrl: string | null;
  readonly demo: boolean;
}

export const callers = fp<CallersOptions>((app, options, done) => {
  app.decorateRequest("caller");
  // With a callback: every request passes here, and most of them have nothing to wait for.
  app.addHook("onRequest", (request, _reply, next) => {
    const refused = refusalOf(request, options);
    if (refused || !isLimited(request)) next(refused);
    else {
      options.throttle.request(request.ip).then((refusal) => {
        next(refusal ? new Refused(refusal) : undefined);
      }, next);
    }
  });
  done();
});

function refusalOf(request: FastifyRequest, options: CallersOptions): Refused | undefined {
  try {
    identify(request, options);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** Strangers may change things only so often. */
function isLimited(request: FastifyRequest): boolean {
  const { caller, routeOptions } = request;
  return caller.kind === "stranger" && isMutation(request) && routeOptions.config.isLimitedElsewhere !== true;
}

/** Finds out who asks, and refuses those who may not. Throws `Refused`. */
function identify(request: FastifyRequest, { access, publicUrl, demo }: CallersOptions): void {
  request.caller = { kind: "stranger", address: request.ip };
  if (demo) guardDemo(request);
  const { host, upgrade } = request.headers;
  if (host === undefined && request.raw.httpVersion === "1.1")
    throw new Refused(refuse("invalid-request", { field: "Host" }));
  // A socket is opened on one route alone; elsewhere the framework would log the address, token and all.
  const isSocket = upgrade?.toLowerCase() === "websocket";
  if (isSocket !== (request.routeOptions.url === "/live")) throw new Refused(refuse("not-found"));
  if (isMutation(request) || upgrade !== undefined) guardOrigin(request, publicUrl);
  request.caller = callerOf(request, access);
  admit(request.caller, request.routeOptions.config.for ?? "anyone");
}

function isMutation({ method }: FastifyRequest): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}

const BEARER = "Bearer ";

/** The caller by bearer token or cookie; a bearer that nobody holds is refused rather than taken for a stranger. */
function callerOf(request: Pick<FastifyRequest, "headers" | "server" | "ip">, access: Access): Caller {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const device = authorization.startsWith(BEARER) ? access.deviceByToken(authorization.slice(BEARER.length)) : null;
    if (!device) throw new Refused(refuse("not-signed-in"));
    return { kind: "device", device };
  }
  const { cookie } = request.headers;
  const secret = cookie === undefined ? undefined : request.server.parseCookie(cookie)[SESSION_COOKIE];
  return (secret === undefined ? null : access.staffBySession(secret)) ?? { kind: "stranger", address: request.ip };
}

function admit(caller: Caller, audience: Audience): void {
  if (audience === "anyone") return;
  switch (caller.kind) {
    case "stranger":
      if (audience.strangers !== true) throw new Refused(refuse("not-signed-in"));
      return;
    case "staff":
      if (!audience.roles?.includes(caller.user.role)) throw new Refused(refuse("not-allowed"));
      return;
    case "device":
      if (!audience.devices?.includes(caller.device.kind)) throw new Refused(refuse("not-allowed"));
      return;
    default:
      caller satisfies never;
  }
}

/** A page of somebody else's must not act in a signed-in person's name. */
function guardOrigin(request: FastifyRequest, publicUrl: string | null): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  const isOwn = URL.canParse(origin) && new URL(origin).host === request.host;
  const isPublic = publicUrl !== null && URL.canParse(origin) && new URL(origin).origin === new URL(publicUrl).origin;
  if (!isOwn && !isPublic) throw new Refused(refuse("not-allowed", { field: "Origin" }));
}

const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/** A demonstration pairs whatever asks, so it must be sure that only this machine asks. */
function guardDemo(request: FastifyRequest): void {
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  const isHere = name === "localhost" || name === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(name);
  if (!isHere) throw new Refused(refuse("not-allowed", { field: "Host" }));
  const header = forwarded.find((candidate) => request.headers[candidate] !== undefined);
  if (header !== undefined) throw new Refused(refuse("not-allowed", { field: header }));
}
