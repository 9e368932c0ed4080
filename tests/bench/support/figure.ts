/** What a bench answers: figures beside their baselines, and whether a bound holds. */
import { median } from "../../../tools/day/statistics.ts";
import { ratios, type Pair } from "./statistics.ts";

export interface Bound {
  readonly is: "at least" | "at most";
  readonly limit: number;
}

export interface Figure {
  readonly what: string;
  readonly unit: string;
  /** Medians over the rounds. */
  readonly hub: number;
  /** Null where the bound is on the figure itself. */
  readonly bare: number | null;
  /** What is compared with the bound: hub over baseline, pair by pair, or the figure itself. */
  readonly measured: number;
  /** The least and the greatest of the rounds. */
  readonly spread: readonly [number, number];
  /** Null: told for the record alone. */
  readonly bound: Bound | null;
}

export interface BenchOptions {
  /** The build under measurement: the folder that holds `server/` and `web/`. */
  readonly dist: string;
  /** Fewer rounds and smaller journals: to see that a bench runs, not to judge by. */
  readonly isQuick: boolean;
  /** A recorded queue to replay, and how many of its days are learned from before the rest is scored. */
  readonly trace: string | null;
  readonly learnDays: number;
  /** Says what is being done, for whoever waits. */
  readonly say: (line: string) => void;
}

/** Figures with more to tell. */
export interface Report {
  readonly figures: readonly Figure[];
  /** Printed before the figures. */
  readonly lines: string;
  /** What `--json` prints where this bench runs alone. */
  readonly json: object;
}

export interface Bench {
  readonly name: string;
  /** In a line, what is measured against what. */
  readonly about: string;
  /** False for what measures no build. */
  readonly needsBuild?: boolean;
  readonly run: (options: BenchOptions) => Promise<Figure[] | Report>;
}

/** What a figure is of, and what it must keep to. */
export type Question = Pick<Figure, "what" | "unit" | "bound">;

/** A figure of rounds in which hub and baseline were measured one after the other. */
export function compared(question: Question, pairs: readonly Pair[]): Figure {
  const ratio = ratios(pairs);
  return {
    ...question,
    hub: median(pairs.map(({ hub }) => hub)),
    bare: median(pairs.map(({ bare }) => bare)),
    measured: ratio.median,
    spread: [ratio.low, ratio.high],
  };
}

/** A figure that has no baseline. */
export function absolute(question: Question, values: readonly number[]): Figure {
  const middle = median(values);
  return { ...question, hub: middle, bare: null, measured: middle, spread: [Math.min(...values), Math.max(...values)] };
}

export function holds({ measured, bound }: Figure): boolean {
  if (bound === null) return true;
  return bound.is === "at least" ? measured >= bound.limit : measured <= bound.limit;
}
