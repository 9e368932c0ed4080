/** Staff, kept by the manager. */
import { refuse } from "../../shared/domain/refusal.ts";
import { ChangeUser, NewUser, User, UserList } from "../../shared/wire/access.ts";
import { Refused, sure } from "../plugins/problems.ts";
import { managers } from "./audiences.ts";
import { once, shown, type App, type Hub } from "./kit.ts";
import { ById, describe } from "./schemas.ts";
import { userView } from "./session.ts";
import Type from "typebox";

export function userRoutes(app: App, hub: Hub): void {
  const { access, passwords } = hub;

  app.get(
    "/api/users",
    { config: { for: managers }, schema: describe({ tag: "users", summary: "Staff", answers: { 200: UserList } }) },
    () => ({ items: access.users.map(userView) }),
  );

  app.post(
    "/api/users",
    {
      config: { for: managers },
      schema: describe({ tag: "users", summary: "Make a user", body: NewUser, answers: { 201: User } }),
    },
    async (request, reply) => {
      const { password, counters, ...named } = request.body;
      const row = {
        ...named,
        id: hub.context.newId(),
        counters: counters ?? null,
        passwordHash: await passwords.hash(password),
      };
      // A repeated request is answered with the user as first made; the password is in no answer.
      const user = sure(await access.addUser(row, (making) => once(hub, request, shown(making, userView))));
      return reply.code(201).send(user);
    },
  );

  app.patch(
    "/api/users/:id",
    {
      config: { for: managers },
      schema: describe({
        tag: "users",
        summary: "Change a user",
        params: ById,
        body: ChangeUser,
        answers: { 200: User },
      }),
    },
    async (request) => {
      const { password, ...change } = request.body;
      const passwordHash = password === undefined ? {} : { passwordHash: await passwords.hash(password) };
      sure(await access.changeUser(request.params.id, { ...change, ...passwordHash }));
      const user = access.user(request.params.id);
      if (!user) throw new Refused(refuse("not-found"));
      return userView(user);
    },
  );

  app.delete(
    "/api/users/:id",
    {
      config: { for: managers },
      schema: describe({ tag: "users", summary: "Delete a user", params: ById, answers: { 204: Type.Null() } }),
    },
    async (request, reply) => {
      sure(await access.removeUser(request.params.id));
      return reply.code(204).send(null);
    },
  );
}
