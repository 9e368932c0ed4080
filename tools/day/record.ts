/** The record of a real queue: one row a person, as a CSV file that may be gzipped. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** Instants are seconds after midnight. */
export interface RecordRow {
  readonly date: string;
  readonly joined: number;
  readonly service: string;
  /** A priority customer was moved forward in the queue. */
  readonly isPriority: boolean;
  /** Seconds from joining to service, or to leaving. */
  readonly wait: number;
  /** When service began and how many seconds it took; null for those who left. */
  readonly served: { readonly start: number; readonly seconds: number } | null;
  /** Who served; null where the record has nobody. */
  readonly server: string | null;
}

const columns = "date,joined_s,service,priority,outcome,wait_s,service_start_s,service_s,server";

/** Reads a file's rows. Throws where it is no such record, naming the line. */
export function readRecord(file: string): RecordRow[] {
  const bytes = readFileSync(file);
  return parseRecord((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

export function parseRecord(text: string): RecordRow[] {
  const [head, ...lines] = text.split(/\r?\n/);
  if (head !== columns) throw new Error(`line 1: expected the columns ${columns}`);
  return lines.flatMap((line, index) => (line === "" ? [] : [parseRow(line, index + 2)]));
}

function parseRow(line: string, at: number): RecordRow {
  const [date = "", joined, service = "", priority, outcome, wait, start, seconds, server, ...more] = line.split(",");
  const wasServed = outcome === "served";
  const isWhole =
    more.length === 0 &&
    server !== undefined &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    service !== "" &&
    /^[012]$/.test(priority ?? "") &&
    (wasServed || outcome === "left");
  if (!isWhole) throw new Error(`line ${at}: not a row of the record`);
  return {
    date,
    joined: whole(joined, at),
    service,
    isPriority: priority === "2",
    wait: whole(wait, at),
    served: wasServed ? { start: whole(start, at), seconds: whole(seconds, at) } : null,
    server: server === "" ? null : server,
  };
}

function whole(text: string | undefined, at: number): number {
  if (text === undefined || !/^\d+$/.test(text))
    throw new Error(`line ${at}: ${text ?? "nothing"} is no number of seconds`);
  return Number(text);
}
