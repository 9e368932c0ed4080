/** What is printed before and after a day. */
import type { Fate, Figures } from "./figures.ts";
import { figuresOf } from "./figures.ts";
import { clockTime } from "./plan.ts";
import type { RecordPlan } from "./record-plan.ts";

/** How the record is laid over the hall. */
export function describeMapping({ mapping, shifts, waiting, needed }: RecordPlan): string {
  const services = [...mapping.services].map(
    ([kind, shares]) =>
      `  ${kind} → ${shares.map(({ service, counters }) => `${service} (${counters.join(" ")})`).join(", ")}`,
  );
  const clerks = shifts.map(({ clerk, counter, works }) => {
    const hours = works.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`).join(", ");
    return `  ${clerk} → counter ${counter}, ${hours}`;
  });
  const lines = [
    "services of the record → services of the hall (and counters)",
    ...services,
    "clerks of the record → counters",
    ...clerks,
  ];
  if (mapping.counters.length < needed) {
    lines.push(
      `the record has ${needed} clerks at work at once, the hall only ${mapping.counters.length} counters: the least busy wait`,
    );
    lines.push(
      ...waiting.map(({ clerk, until }) =>
        until === null ? `  ${clerk} finds no counter` : `  ${clerk} waits until ${clockTime(until)}`,
      ),
    );
  }
  return lines.join("\n");
}

const heads = ["", "came", "served", "left", "sent home", "mean wait", "median", "90 %"];

/** The hub's figures, beside the record's where there is one, in all and by service. */
export function table(hub: readonly Fate[], record: readonly Fate[] | null): string {
  const kinds = [...new Set([...(record ?? []), ...hub].map(({ kind }) => kind))].sort();
  const rows = [heads];
  const add = (name: string, part: (fates: readonly Fate[]) => readonly Fate[]): void => {
    if (record) rows.push(cells(`${name}, the record says`, figuresOf(part(record))));
    rows.push(cells(record ? `${name}, the hub measured` : name, figuresOf(part(hub))));
  };
  add("all", (fates) => fates);
  for (const kind of kinds) add(kind, (fates) => fates.filter((fate) => fate.kind === kind));
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

function cells(name: string, { came, served, left, home, meanWait, medianWait, p90Wait }: Figures): string[] {
  return [
    name,
    String(came),
    String(served),
    String(left),
    String(home),
    duration(meanWait),
    duration(medianWait),
    duration(p90Wait),
  ];
}

/** `1:05` for 65 seconds. */
function duration(seconds: number): string {
  if (Number.isNaN(seconds)) return "–";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
