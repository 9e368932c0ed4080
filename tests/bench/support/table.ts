/** Figures as a table for people. */
import { holds, type Figure } from "./figure.ts";

const heads = ["", "hub", "baseline", "unit", "measured", "spread", "bound", ""];

/** One line a figure; numbers to the right, what does not hold said so. */
export function table(figures: readonly Figure[]): string {
  const rows = [heads, ...figures.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => aligned(cell, column, widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
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

function aligned(cell: string, column: number, width: number): string {
  return column === 0 || column > 4 || column === 3 ? cell.padEnd(width) : cell.padStart(width);
}

/** Three figures that count, without exponents. */
function amount(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
