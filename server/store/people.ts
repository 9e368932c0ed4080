/** People's sealed data, and the marks by which they are found again. */
import { desc, eq } from "drizzle-orm";
import type { People } from "../commands/ports.ts";
import type { Db } from "./database.ts";
import { people } from "./tables.ts";

export function peopleTable(db: Db): People {
  const newestFirst = [desc(people.at), desc(people.id)] as const;
  return {
    byId: (id) => db.select().from(people).where(eq(people.id, id)).get() ?? null,
    byIdMark: (mark) =>
      db
        .select()
        .from(people)
        .where(eq(people.idMark, mark))
        .orderBy(...newestFirst)
        .all(),
    byPhoneMark: (mark) =>
      db
        .select()
        .from(people)
        .where(eq(people.phoneMark, mark))
        .orderBy(...newestFirst)
        .all(),
    insert: (row) => void db.insert(people).values(row).run(),
    update: (id, change) => void db.update(people).set(change).where(eq(people.id, id)).run(),
  };
}
