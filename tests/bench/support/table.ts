/** Figures as a table for people. */
import { holds, type Figure } from "./figure.ts";

const heads = ["", "hub", "baseline", "unit", "measured", "spread", "bound", ""];

/** One line a figure; numbers to the right, what does not hold said so. */
export function table(figures: readonly Figure[]): string {
  return laidOut([heads, ...figures.map(cells)], (column) => column === 0 || column > 4 || column === 3);
}

/** Rows of cells under a head; the first column to the left, the others to the right. */
export function plainTable(rows: readonly (readonly string[])[]): string {
  return laidOut(rows, (column) => column === 0);
}

function laidOut(rows: readonly (readonly string[])[], isLeft: (column: number) => boolean): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = (cell: string, column: number): string =>
    isLeft(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(aligned).join("  ")}`.trimEnd()).join("\n");
}

function cells(figure: Figure): string[] {
  const { what, unit, hub, bare, measured, spread, bound } = figure;
  return [
    what,
    amount(hub),
    bare === null ? "" : amount(bare),
    unit,
    bare === null ? "" : `${amount(measured)} ×`,
    `${amount(spread[0])}–${amount(spread[1])}`,
    bound === null ? "" : `${bound.is} ${amount(bound.limit)}`,
    bound === null ? "" : holds(figure) ? "holds" : "DOES NOT HOLD",
  ];
}

/** Three figures that count, without exponents. */
function amount(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
