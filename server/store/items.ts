/** What lobby screens show besides calls, and every version of it. */
import { and, asc, desc, eq, gt, isNotNull, lt, sql, type SQL } from "drizzle-orm";
import type { ItemTable } from "../commands/lobby-ports.ts";
import type { Db } from "./database.ts";
import { items, itemVersions } from "./tables.ts";

/** In the order of their making: ids of one millisecond are not. */
const place = sql`items.rowid`;

export function itemTable(db: Db): ItemTable {
  const newest = and(eq(itemVersions.item, items.id), eq(itemVersions.version, items.version));
  const onScreens = and(eq(itemVersions.item, items.id), eq(itemVersions.version, items.publishedVersion));
  const both = { item: items, version: itemVersions };
  const versionOf = (item: string, version: number): SQL | undefined =>
    and(eq(itemVersions.item, item), eq(itemVersions.version, version));
  const one = db
    .select()
    .from(itemVersions)
    .where(and(eq(itemVersions.item, sql.placeholder("item")), eq(itemVersions.version, sql.placeholder("version"))))
    .prepare();

  return {
    find: (id) => db.select(both).from(items).innerJoin(itemVersions, newest).where(eq(items.id, id)).get() ?? null,
    list({ state, kind, after, limit }) {
      const wanted: (SQL | undefined)[] = [];
      if (state !== undefined) wanted.push(eq(items.state, state));
      if (kind !== undefined) wanted.push(sql`json_extract(${itemVersions.data}, '$.kind') = ${kind}`);
      if (after !== undefined) wanted.push(sql`${place} < (select rowid from items where id = ${after})`);
      return db
        .select(both)
        .from(items)
        .innerJoin(itemVersions, newest)
        .where(and(...wanted))
        .orderBy(desc(place))
        .limit(limit)
        .all();
    },
    published: () => db.select(both).from(items).innerJoin(itemVersions, onScreens).orderBy(asc(place)).all(),
    version: (item, version) => one.get({ item, version }) ?? null,
    versions: (item) =>
      db.select().from(itemVersions).where(eq(itemVersions.item, item)).orderBy(desc(itemVersions.version)).all(),
    insert: (item) => void db.insert(items).values(item).run(),
    insertVersion: (version) => void db.insert(itemVersions).values(version).run(),
    update({ item, version }) {
      db.update(items).set(item).where(eq(items.id, item.id)).run();
      db.update(itemVersions).set(version).where(versionOf(version.item, version.version)).run();
    },
    remove(id) {
      db.delete(itemVersions).where(eq(itemVersions.item, id)).run();
      db.delete(items).where(eq(items.id, id)).run();
    },
    forgetNotes(before) {
      db.update(itemVersions)
        .set({ note: null })
        .where(and(isNotNull(itemVersions.note), lt(itemVersions.decidedAt, before)))
        .run();
    },
    keepNoLaterThan(at) {
      db.update(itemVersions)
        .set({ decidedAt: at })
        .where(and(isNotNull(itemVersions.note), gt(itemVersions.decidedAt, at)))
        .run();
    },
  };
}
