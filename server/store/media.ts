/** The files that items show, as rows; their bytes lie beside the database. */
import { desc, eq } from "drizzle-orm";
import type { MediaTable } from "../commands/lobby-ports.ts";
import type { Db } from "./database.ts";
import { media } from "./tables.ts";

export function mediaTable(db: Db): MediaTable {
  return {
    find: (id) => db.select().from(media).where(eq(media.id, id)).get() ?? null,
    bySha256: (sha256) => db.select().from(media).where(eq(media.sha256, sha256)).get() ?? null,
    list: () => db.select().from(media).orderBy(desc(media.at), desc(media.id)).all(),
    insert(row) {
      db.insert(media)
        .values({ ...row, pages: row.pages === null ? null : [...row.pages] })
        .run();
    },
    remove(id) {
      db.delete(media).where(eq(media.id, id)).run();
    },
  };
}
