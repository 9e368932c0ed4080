/**
 * An ESC/POS printer in software: reads bytes as the published command reference says and tells what would stand on
 * the paper. Written from the reference alone, so that it can contradict the encoder. 203 dpi: 8 dots a millimetre.
 * A printer at rest has Chinese characters off here, as models sold for several languages do.
 */
import iconv from "iconv-lite";
import { qrSideModules, type QrLevel } from "./qr-size.ts";

export type Align = "left" | "center" | "right";

/** Characters of one size on one line, as they were sent. */
export interface PrintedRun {
  readonly text: string;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly widthDots: number;
  readonly bold: boolean;
  readonly reverse: boolean;
}

export interface PrintedLine {
  readonly text: string;
  readonly runs: readonly PrintedRun[];
  readonly align: Align;
  readonly bold: boolean;
  readonly reverse: boolean;
  readonly leftDots: number;
  readonly topDots: number;
  readonly widthDots: number;
  readonly heightDots: number;
  /** The text did not fit, and the printer itself went on to the next line. */
  readonly overflowed: boolean;
}

export interface PrintedQr {
  readonly data: string;
  readonly moduleDots: number;
  readonly level: QrLevel;
  readonly align: Align;
  readonly topDots: number;
}

export interface PrintedSlip {
  readonly lines: readonly PrintedLine[];
  readonly qrs: readonly PrintedQr[];
  /** From the top of the paper to the cut. */
  readonly lengthDots: number;
  readonly paperDots: number;
  readonly isCut: boolean;
}

export interface Interpretation {
  readonly slips: readonly PrintedSlip[];
  /** `n` of every `DLE EOT n`. */
  readonly statusRequests: readonly number[];
  /** Commands the reference does not know, as hexadecimal. */
  readonly unknown: readonly string[];
}

export const dotsPerMillimetre = 8;

const narrowDots = 12;
const squareDots = 24;
/** A sixth of an inch, the resting line spacing. */
const restingLineDots = 34;
/** From the print head to the knife. */
const knifeDots = 96;
const qrLevels = ["L", "M", "Q", "H"] as const;

interface Modes {
  align: Align;
  bold: boolean;
  reverse: boolean;
  scaleX: number;
  scaleY: number;
  chinese: boolean;
  lineDots: number;
}

function restingModes(): Modes {
  return {
    align: "left",
    bold: false,
    reverse: false,
    scaleX: 1,
    scaleY: 1,
    chinese: false,
    lineDots: restingLineDots,
  };
}

/** Commands that say nothing about the paper's look here, by how many parameters follow them. */
const skipped: readonly (readonly [number, readonly string[]])[] = [
  [1, ["1b20", "1b2d", "1b3d", "1b47", "1b4d", "1b52", "1b56", "1b74", "1b7b", "1d49", "1d61", "1c2d"]],
  [2, ["1b63", "1c53", "1d4c", "1d50", "1d57"]],
  [3, ["1b70"]],
];

/** Reads a whole stream; several slips are told apart by their cuts. */
export function interpretEscpos(bytes: Buffer, options: { readonly paperDots: 384 | 576 }): Interpretation {
  const interpreter = new Interpreter(bytes, options.paperDots);
  return interpreter.run();
}

class Interpreter {
  readonly #bytes: Buffer;
  readonly #paperDots: number;
  readonly #slips: PrintedSlip[] = [];
  readonly #statusRequests: number[] = [];
  readonly #unknown: string[] = [];
  #at = 0;
  #modes = restingModes();
  #lines: PrintedLine[] = [];
  #qrs: PrintedQr[] = [];
  #runs: PrintedRun[] = [];
  #yDots = 0;
  #qr = { data: "", moduleDots: 3, level: "L" as QrLevel };

  constructor(bytes: Buffer, paperDots: number) {
    this.#bytes = bytes;
    this.#paperDots = paperDots;
  }

  run(): Interpretation {
    while (this.#at < this.#bytes.length) this.#step();
    this.#printBuffered(false);
    if (this.#lines.length > 0 || this.#qrs.length > 0) this.#endSlip(false);
    return { slips: this.#slips, statusRequests: this.#statusRequests, unknown: this.#unknown };
  }

  #next(): number {
    const byte = this.#bytes[this.#at];
    this.#at += 1;
    return byte ?? 0;
  }

  #step(): void {
    const byte = this.#next();
    if (byte >= 0x20) this.#character(byte);
    else if (byte === 0x0a) this.#lineFeed();
    else if (byte === 0x10) this.#realTime();
    else if (byte === 0x1b) this.#escape();
    else if (byte === 0x1d) this.#group();
    else if (byte === 0x1c) this.#file();
    else if (byte !== 0x0d && byte !== 0x00) this.#unknown.push(byte.toString(16));
  }

  /** One character: ASCII, or two or four bytes of GB18030 while Chinese is on. */
  #character(lead: number): void {
    let text = String.fromCharCode(lead);
    if (lead >= 0x80) {
      if (!this.#modes.chinese) text = "?";
      else {
        const second = this.#bytes[this.#at] ?? 0;
        const length = second >= 0x30 && second <= 0x39 ? 4 : 2;
        text = iconv.decode(this.#bytes.subarray(this.#at - 1, this.#at - 1 + length), "gb18030");
        this.#at += length - 1;
      }
    }
    const { scaleX, scaleY, bold, reverse } = this.#modes;
    const widthDots = (lead < 0x80 || !this.#modes.chinese ? narrowDots : squareDots) * scaleX;
    if (this.#bufferedWidth() + widthDots > this.#paperDots) this.#printBuffered(true);
    const last = this.#runs.at(-1);
    if (last && last.scaleX === scaleX && last.scaleY === scaleY && last.bold === bold && last.reverse === reverse) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text, widthDots: last.widthDots + widthDots };
    } else {
      this.#runs.push({ text, scaleX, scaleY, widthDots, bold, reverse });
    }
  }

  #bufferedWidth(): number {
    return this.#runs.reduce((sum, run) => sum + run.widthDots, 0);
  }

  #leftDots(widthDots: number): number {
    const room = this.#paperDots - widthDots;
    if (this.#modes.align === "center") return Math.floor(room / 2);
    return this.#modes.align === "right" ? room : 0;
  }

  /** Puts the buffered line on the paper and feeds it, by its own height at least. */
  #printBuffered(overflowed: boolean): void {
    if (this.#runs.length === 0) return;
    const runs = this.#runs;
    const widthDots = this.#bufferedWidth();
    const heightDots = Math.max(...runs.map((run) => squareDots * run.scaleY));
    this.#lines.push({
      text: runs.map((run) => run.text).join(""),
      runs,
      align: this.#modes.align,
      bold: runs.some((run) => run.bold),
      reverse: runs.some((run) => run.reverse),
      leftDots: this.#leftDots(widthDots),
      topDots: this.#yDots,
      widthDots,
      heightDots,
      overflowed,
    });
    this.#runs = [];
    this.#yDots += Math.max(heightDots, this.#modes.lineDots);
  }

  #lineFeed(): void {
    if (this.#runs.length === 0) this.#yDots += this.#modes.lineDots;
    else this.#printBuffered(false);
  }

  /** `ESC J`: what is buffered is printed and fed by so many dots instead of the line spacing. */
  #feedDots(dots: number): void {
    if (this.#runs.length === 0) {
      this.#yDots += dots;
      return;
    }
    const spacing = this.#modes.lineDots;
    this.#modes.lineDots = dots;
    this.#printBuffered(false);
    this.#modes.lineDots = spacing;
  }

  #realTime(): void {
    const command = this.#next();
    const n = this.#next();
    if (command === 0x04) this.#statusRequests.push(n);
    else if (command !== 0x05) this.#unknown.push(`10${command.toString(16)}`);
  }

  #escape(): void {
    const command = this.#next();
    switch (command) {
      case 0x40:
        this.#modes = restingModes();
        this.#runs = [];
        return;
      case 0x61:
        this.#modes.align = (["left", "center", "right"] as const)[this.#next() & 0x03] ?? "left";
        return;
      case 0x45:
        this.#modes.bold = (this.#next() & 1) === 1;
        return;
      case 0x21: {
        const n = this.#next();
        this.#modes.bold = (n & 0x08) !== 0;
        this.#modes.scaleY = (n & 0x10) === 0 ? 1 : 2;
        this.#modes.scaleX = (n & 0x20) === 0 ? 1 : 2;
        return;
      }
      case 0x32:
        this.#modes.lineDots = restingLineDots;
        return;
      case 0x33:
        this.#modes.lineDots = this.#next();
        return;
      case 0x4a:
        this.#feedDots(this.#next());
        return;
      case 0x64: {
        const count = this.#next();
        this.#printBuffered(false);
        this.#yDots += count * this.#modes.lineDots;
        return;
      }
      default:
        this.#skip(`1b${command.toString(16).padStart(2, "0")}`);
    }
  }

  #group(): void {
    const command = this.#next();
    switch (command) {
      case 0x21: {
        const n = this.#next();
        this.#modes.scaleX = ((n >> 4) & 0x07) + 1;
        this.#modes.scaleY = (n & 0x07) + 1;
        return;
      }
      case 0x42:
        this.#modes.reverse = (this.#next() & 1) === 1;
        return;
      case 0x56:
        this.#cut();
        return;
      case 0x28:
        this.#extended();
        return;
      default:
        this.#skip(`1d${command.toString(16).padStart(2, "0")}`);
    }
  }

  #file(): void {
    const command = this.#next();
    if (command === 0x26) this.#modes.chinese = true;
    else if (command === 0x2e) this.#modes.chinese = false;
    else this.#skip(`1c${command.toString(16).padStart(2, "0")}`);
  }

  #cut(): void {
    const mode = this.#next();
    this.#printBuffered(false);
    if (mode === 0x41 || mode === 0x42) this.#yDots += knifeDots + this.#next();
    else if (![0, 1, 48, 49].includes(mode)) this.#unknown.push(`1d56${mode.toString(16)}`);
    this.#endSlip(true);
  }

  #endSlip(isCut: boolean): void {
    this.#slips.push({
      lines: this.#lines,
      qrs: this.#qrs,
      lengthDots: this.#yDots,
      paperDots: this.#paperDots,
      isCut,
    });
    this.#lines = [];
    this.#qrs = [];
    this.#yDots = 0;
  }

  /** `GS ( fn pL pH …`: only `k`, the two-dimensional codes, is drawn. */
  #extended(): void {
    const family = this.#next();
    const length = this.#next() + this.#next() * 256;
    const body = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    const [code = 0, fn = 0, first = 0] = body;
    if (family !== 0x6b || code !== 0x31) {
      this.#unknown.push(`1d28${family.toString(16)}`);
      return;
    }
    if (fn === 0x43) this.#qr.moduleDots = first;
    else if (fn === 0x45) this.#qr.level = qrLevels[first - 48] ?? "L";
    else if (fn === 0x50) this.#qr.data = body.subarray(3).toString("utf8");
    else if (fn === 0x51) this.#drawQr();
    else if (fn !== 0x41) this.#unknown.push(`1d286b31${fn.toString(16)}`);
  }

  #drawQr(): void {
    this.#printBuffered(false);
    this.#qrs.push({ ...this.#qr, align: this.#modes.align, topDots: this.#yDots });
    this.#yDots += qrSideModules(this.#qr.data, this.#qr.level) * this.#qr.moduleDots;
  }

  #skip(command: string): void {
    const known = skipped.find(([, commands]) => commands.includes(command));
    if (known) this.#at += known[0];
    else this.#unknown.push(command);
  }
}
