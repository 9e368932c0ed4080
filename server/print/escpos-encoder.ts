/**
 * Bytes for an ESC/POS printer. The `escpos` package encodes text (GB18030), alignment and feed; it is loaded without
 * its index, transports and image parts, over an adapter that only collects. What it has no right word for
 * (sizes beyond two, emphasis without its stray italics, QR, the cut that feeds by itself) is sent as the command
 * reference spells it. See docs/decisions/0003-printing.md.
 */
import { createRequire } from "node:module";

/** The few methods used of the package, which brings no types. */
interface EscposPrinter {
  hardware(command: "init"): EscposPrinter;
  align(side: "lt" | "ct"): EscposPrinter;
  text(content: string): EscposPrinter;
  print(content: Buffer): EscposPrinter;
  flush(): EscposPrinter;
}

interface CollectingAdapter {
  open(): void;
  write(bytes: Buffer): void;
  close(): void;
}

type EscposConstructor = new (adapter: CollectingAdapter, options: { encoding: string }) => EscposPrinter;

const escape = 0x1b;
const groupSeparator = 0x1d;
const fileSeparator = 0x1c;

let loaded: EscposConstructor | undefined;

/** Loaded with the first slip: a hub without printers never pays for its code tables. */
function escposConstructor(): EscposConstructor {
  // The package has no types; the interface above is what version 2.5.2 was read to do.
  loaded ??= createRequire(import.meta.url)("escpos/printer") as EscposConstructor;
  return loaded;
}

/** Collects one slip's bytes, command by command. */
export class SlipEncoder {
  readonly #printer: EscposPrinter;
  readonly #chunks: Buffer[] = [];

  /** Starts from the printer's resting state, with Chinese characters on (`ESC @`, `FS &`). */
  constructor() {
    const Printer = escposConstructor();
    const adapter: CollectingAdapter = {
      open() {},
      write: (bytes) => void this.#chunks.push(bytes),
      close() {},
    };
    this.#printer = new Printer(adapter, { encoding: "GB18030" });
    this.#printer.hardware("init");
    this.#raw(fileSeparator, 0x26);
  }

  align(side: "left" | "center"): this {
    this.#printer.align(side === "center" ? "ct" : "lt");
    return this;
  }

  /** `GS !`: 1 to 8 times each way, Chinese and Latin alike. */
  scale(width: number, height: number): this {
    return this.#raw(groupSeparator, 0x21, ((width - 1) << 4) | (height - 1));
  }

  /** `ESC E`. */
  bold(on: boolean): this {
    return this.#raw(escape, 0x45, on ? 1 : 0);
  }

  /** `GS B`: white on black. */
  reverse(on: boolean): this {
    return this.#raw(groupSeparator, 0x42, on ? 1 : 0);
  }

  /** One line of text in GB18030, with its line feed. */
  line(text: string): this {
    this.#printer.text(text);
    return this;
  }

  /** `ESC J`: feeds so many dots; at the start of a line it is white and nothing else. */
  feed(dots: number): this {
    return this.#raw(escape, 0x4a, dots);
  }

  /** `GS ( k`: a QR code model 2 with error correction M, drawn by the printer itself. */
  qr(data: string, moduleDots: number): this {
    const stored = Buffer.from(data, "utf8");
    const length = stored.length + 3;
    return this.#qrCommand(4, 0x41, 50, 0)
      .#qrCommand(3, 0x43, moduleDots)
      .#qrCommand(3, 0x45, 49)
      .#raw(groupSeparator, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30, ...stored)
      .#qrCommand(3, 0x51, 48);
  }

  /** `GS V B`: feeds the last line past the knife and cuts, leaving one point so that the slip does not fall. */
  cut(): Buffer {
    this.#raw(groupSeparator, 0x56, 0x42, 0);
    this.#printer.flush();
    return Buffer.concat(this.#chunks);
  }

  #qrCommand(length: number, fn: number, ...parameters: readonly number[]): this {
    return this.#raw(groupSeparator, 0x28, 0x6b, length, 0, 0x31, fn, ...parameters);
  }

  #raw(...bytes: readonly number[]): this {
    this.#printer.print(Buffer.from(bytes));
    return this;
  }
}
