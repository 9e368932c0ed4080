/** A slip as the bytes its printer takes. */
import type { Slip } from "../../shared/wire/print.ts";
import { SlipEncoder } from "./escpos-encoder.ts";
import { layOutSlip } from "./slip-layout.ts";
import type { PaperColumns, SlipLine } from "./slip-parts.ts";

/**
 * Encodes one slip in GB18030 ESC/POS, from reset to cut.
 * `columns` is the paper's width in narrow characters; `copy` marks it 补打 / COPY.
 */
export function encodeSlip(slip: Slip, options: { readonly columns: PaperColumns; readonly copy: boolean }): Buffer {
  const encoder = new SlipEncoder();
  for (const part of layOutSlip(slip, options)) {
    switch (part.kind) {
      case "line":
        encodeLine(encoder, part);
        break;
      case "gap":
        encoder.feed(part.dots);
        break;
      case "qr":
        encoder.align("center").qr(part.data, part.moduleDots);
        break;
      default:
        part satisfies never;
    }
  }
  return encoder.cut();
}

function encodeLine(encoder: SlipEncoder, line: SlipLine): void {
  encoder.align(line.align).scale(line.scale.width, line.scale.height).bold(line.bold);
  if (!line.reverse) {
    encoder.line(line.text);
    return;
  }
  encoder.reverse(true).line(line.text).reverse(false);
}
