/** Tables that no journal holds: answers kept for repeated requests, users, sign-ins, devices. */
import { and, asc, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import type { Devices, KeptAnswer, NewAnswer, Sessions, UserRow, Users } from "../commands/ports.ts";
import type { Db } from "./database.ts";
import { answers, devices, sessions, users } from "./tables.ts";

export function answerTable(db: Db) {
  const one = db
    .select()
    .from(answers)
    .where(and(eq(answers.scope, sql.placeholder("scope")), eq(answers.key, sql.placeholder("key"))))
    .prepare();
  const insert = db
    .insert(answers)
    .values({
      scope: sql.placeholder("scope"),
      key: sql.placeholder("key"),
      fingerprint: sql.placeholder("fingerprint"),
      body: sql.placeholder("body"),
      at: sql.placeholder("at"),
    })
    .prepare();
  return {
    find: (scope: string, key: string): KeptAnswer | null => one.get({ scope, key }) ?? null,
    keep({ scope, key, fingerprint, body, at }: NewAnswer): void {
      insert.run({ scope, key, fingerprint, body, at });
    },
    keepNoLaterThan(at: number): void {
      db.update(answers).set({ at }).where(gt(answers.at, at)).run();
    },
    forgetBefore(at: number): void {
      db.delete(answers).where(lt(answers.at, at)).run();
    },
  };
}

export function userTable(db: Db): Users {
  const alive = isNull(users.deletedAt);
  const shape = ({ deletedAt: _, ...row }: typeof users.$inferSelect): UserRow => row;
  return {
    all: () =>
      db
        .select()
        .from(users)
        .all()
        .map((row) => ({ ...shape(row), isDeleted: row.deletedAt !== null })),
    byName(user) {
      const row = db
        .select()
        .from(users)
        .where(and(eq(users.user, user), alive))
        .get();
      return row ? shape(row) : null;
    },
    byId(id) {
      const row = db
        .select()
        .from(users)
        .where(and(eq(users.id, id), alive))
        .get();
      return row ? shape(row) : null;
    },
    insert: (row) => void db.insert(users).values(row).run(),
    update: (id, change) => void db.update(users).set(change).where(eq(users.id, id)).run(),
    remove: (id, at) => void db.update(users).set({ deletedAt: at, passwordHash: "" }).where(eq(users.id, id)).run(),
  };
}

export function sessionTable(db: Db): Sessions {
  return {
    all: () => db.select().from(sessions).all(),
    insert: (row) => void db.insert(sessions).values(row).run(),
    forgetExpired: (at) => void db.delete(sessions).where(lt(sessions.expiresAt, at)).run(),
    remove: (tokenHash) => void db.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run(),
    removeOf(userId, except) {
      const spared = except === undefined ? undefined : ne(sessions.tokenHash, except);
      db.delete(sessions)
        .where(and(eq(sessions.userId, userId), spared))
        .run();
    },
  };
}

export function deviceTable(db: Db): Devices {
  return {
    all: () => db.select().from(devices).orderBy(asc(devices.createdAt)).all(),
    insert: (row) => void db.insert(devices).values(row).run(),
    update: (id, change) => void db.update(devices).set(change).where(eq(devices.id, id)).run(),
    remove: (id) => void db.delete(devices).where(eq(devices.id, id)).run(),
  };
}
