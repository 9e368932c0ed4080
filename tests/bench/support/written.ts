/** What the hub writes for each ticket, found by looking into its file: the baseline must write as much. */
import Database from "better-sqlite3";
import path from "node:path";

export interface Written {
  /** Bytes of each table's row of one ticket, its entries in the table's indexes included. */
  readonly rowBytes: readonly number[];
}

/** Bytes and rows of every table, indexes counted with their table. */
type Tables = ReadonlyMap<string, { readonly rows: number; readonly bytes: number }>;

/** Reads the sizes of a stopped hub's tables. */
export function tablesOf(dataFolder: string): Tables {
  const database = new Database(path.join(dataFolder, "hub.sqlite"), { readonly: true });
  try {
    const found = database
      .prepare<[], { table: string; isTable: number; entries: number; bytes: number }>(
        `select s.tbl_name as "table", s.type = 'table' as isTable, sum(d.ncell) as entries, sum(d.payload) as bytes
         from sqlite_schema s join dbstat d on d.name = s.name where d.pagetype = 'leaf' or d.pagetype = 'overflow' group by s.name`,
      )
      .all();
    const tables = new Map<string, { rows: number; bytes: number }>();
    for (const { table, isTable, entries, bytes } of found) {
      const sum = tables.get(table) ?? { rows: 0, bytes: 0 };
      tables.set(table, { rows: sum.rows + (isTable === 1 ? entries : 0), bytes: sum.bytes + bytes });
    }
    return tables;
  } finally {
    database.close();
  }
}

/** What each of so many tickets wrote between two looks. */
export function writtenPerTicket(before: Tables, after: Tables, tickets: number): Written {
  const rowBytes: number[] = [];
  for (const [table, { rows, bytes }] of after) {
    const was = before.get(table) ?? { rows: 0, bytes: 0 };
    const rowsEach = Math.round((rows - was.rows) / tickets);
    for (let row = 0; row < rowsEach; row += 1) rowBytes.push(Math.round((bytes - was.bytes) / tickets / rowsEach));
  }
  return { rowBytes };
}
