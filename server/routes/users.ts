/** Staff, kept by the manager. */
import { refuse } from "../../shared/domain/refusal.ts";
import { ChangeUser, NewUser, User, UserList } from "../../shared/wire/access.ts";
import { Refused, sure } from "../plugins/problems.ts";
import { managers } from "./audiences.ts";
import type { App, Hub } from "./kit.ts";
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
      const { user, name, role, password, counters } = request.body;
      const row = {
        id: hub.context.newId(),
        user,
        name,
        role,
        counters: counters ?? null,
        passwordHash: await passwords.hash(password),
      };
      sure(await access.addUser(row));
      return reply.code(201).send(userView(row));
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
