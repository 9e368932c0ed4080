/** Signing in and out, and one's own password. */
import type { FastifyRequest } from "fastify";
import { refuse } from "../../shared/domain/refusal.ts";
import {
  ChangePassword,
  Session,
  SignIn,
  type Session as SessionOnWire,
  type User as UserOnWire,
} from "../../shared/wire/access.ts";
import type { Caller } from "../commands/caller.ts";
import type { UserRow } from "../commands/ports.ts";
import { SESSION_COOKIE } from "../plugins/callers.ts";
import { Refused, sure } from "../plugins/problems.ts";
import { staffOf, type App, type Hub } from "./kit.ts";
import { anyStaff } from "./audiences.ts";
import { describe } from "./schemas.ts";

export function userView({ id, user, name, role, counters }: UserRow): UserOnWire {
  return { id, user, name, role, counters };
}

export function sessionRoutes(app: App, hub: Hub): void {
  const { passwords } = hub;
  const { tls } = hub.config;
  const cookieFor = ({ protocol }: FastifyRequest) =>
    ({ httpOnly: true, sameSite: "strict", path: "/", secure: tls !== null || protocol === "https" }) as const;

  app.get(
    "/api/session",
    { schema: describe({ tag: "session", summary: "Who is signed in", answers: { 200: Session } }) },
    (request) => sessionOf(hub, request.caller),
  );

  app.post(
    "/api/session",
    {
      config: { isLimitedElsewhere: true },
      schema: describe({ tag: "session", summary: "Sign in", body: SignIn, answers: { 200: Session } }),
    },
    async (request, reply) => {
      const { user: name, password } = request.body;
      const asked = { user: name, address: request.ip };
      const tooMany = await hub.throttle.beforeSignIn(asked);
      if (tooMany) throw new Refused(tooMany);
      const user = hub.access.userByName(name);
      if (!user) await passwords.wasteTime(password);
      if (!user || !(await passwords.matches(user.passwordHash, password)))
        throw new Refused(refuse("not-signed-in", { field: "password" }));
      await hub.throttle.signedIn(asked);
      const secret = passwords.newSecret();
      sure(await hub.access.signIn(user, secret));
      void reply.setCookie(SESSION_COOKIE, secret, { ...cookieFor(request), maxAge: 30 * 24 * 60 * 60 });
      return { user: userView(user), counter: hub.context.writer.state.clerks.get(user.id) ?? null };
    },
  );

  app.delete(
    "/api/session",
    { schema: describe({ tag: "session", summary: "Sign out", answers: { 200: Session } }) },
    async (request, reply) => {
      if (request.caller.kind === "staff") sure(await hub.access.signOut(request.caller.session));
      void reply.clearCookie(SESSION_COOKIE, cookieFor(request));
      return { user: null, counter: null };
    },
  );

  app.post(
    "/api/session/password",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "session",
        summary: "Change one's own password",
        body: ChangePassword,
        answers: { 200: Session },
      }),
    },
    async (request) => {
      const { user, session } = staffOf(request.caller);
      if (!(await passwords.matches(user.passwordHash, request.body.old)))
        throw new Refused(refuse("invalid-request", { field: "old" }));
      sure(await hub.access.changeUser(user.id, { passwordHash: await passwords.hash(request.body.new) }, session));
      return sessionOf(hub, request.caller);
    },
  );
}

function sessionOf(hub: Hub, caller: Caller): SessionOnWire {
  if (caller.kind !== "staff") return { user: null, counter: null };
  return { user: userView(caller.user), counter: hub.context.writer.state.clerks.get(caller.user.id) ?? null };
}
