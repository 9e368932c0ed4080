/** A recorded queue of a real place, day by day: who came for what, how long they waited, who served them. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

export interface TraceRow {
  /** Its place in the record. */
  readonly row: number;
  /** Seconds after midnight. */
  readonly joined: number;
  readonly service: string;
  /** Moved forward in the queue. */
  readonly isPriority: boolean;
  readonly waitSeconds: number;
  /** Null for those who left. */
  readonly served: { readonly start: number; readonly seconds: number; readonly clerk: string | null } | null;
}

export interface TraceDay {
  readonly date: string;
  readonly rows: readonly TraceRow[];
}

const COLUMNS = "date,joined_s,service,priority,outcome,wait_s,service_start_s,service_s,server";

/** Reads the record, plain or gzipped. Throws where it is not one, naming the line. */
export async function readTrace(file: string): Promise<TraceDay[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [head, ...lines] = text.trim().split(/\r?\n/u);
  if (head !== COLUMNS) throw new Error(`${file}: the first line is not "${COLUMNS}"`);
  const days = new Map<string, TraceRow[]>();
  for (const [row, line] of lines.entries()) {
    const [date = "", joined, service = "", priority, outcome, wait, start, seconds, clerk] = line.split(",");
    const numbers = [joined, wait, outcome === "served" ? start : "0", outcome === "served" ? seconds : "0"].map(
      asNumber,
    );
    if (numbers.some(Number.isNaN) || service === "") throw new Error(`${file}: line ${row + 2} is none of the record`);
    const [joinedAt = 0, waitSeconds = 0, startedAt = 0, length = 0] = numbers;
    const rows = days.get(date) ?? [];
    days.set(date, rows);
    rows.push({
      row,
      joined: joinedAt,
      service,
      isPriority: priority === "2",
      waitSeconds,
      served:
        outcome === "served"
          ? { start: startedAt, seconds: length, clerk: clerk === "" ? null : (clerk ?? null) }
          : null,
    });
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, rows]) => ({ date, rows: rows.sort((a, b) => a.joined - b.joined || a.row - b.row) }));
}

function asNumber(text: string | undefined): number {
  return text === undefined || text === "" ? NaN : Number(text);
}
