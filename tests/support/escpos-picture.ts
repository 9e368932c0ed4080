/** What a printed slip looks like: an SVG of the whole paper for people, and a bitmap of its QR code for a reader. */
import { encode } from "uqr";
import type { PrintedLine, PrintedQr, PrintedRun, PrintedSlip } from "./escpos-interpreter.ts";
import { qrSideModules } from "./qr-size.ts";

const marginDots = 32;
const squareDots = 24;

/** The modules a printer draws for stored data: the smallest version that holds it, no border. */
function qrModules(qr: PrintedQr): readonly (readonly boolean[])[] {
  const version = (qrSideModules(qr.data, qr.level) - 17) / 4;
  const drawn = encode([...Buffer.from(qr.data, "utf8")], {
    ecc: qr.level,
    boostEcc: false,
    border: 0,
    minVersion: version,
    maxVersion: version,
  });
  return drawn.data;
}

/** The QR code as a printer sets it, four modules of white around it, as a PGM file. */
export function qrBitmap(qr: PrintedQr): Buffer {
  const modules = qrModules(qr);
  const quiet = 4;
  const side = (modules.length + 2 * quiet) * qr.moduleDots;
  const pixels = Buffer.alloc(side * side, 255);
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let dy = 0; dy < qr.moduleDots; dy += 1) {
        const from = ((y + quiet) * qr.moduleDots + dy) * side + (x + quiet) * qr.moduleDots;
        pixels.fill(0, from, from + qr.moduleDots);
      }
    });
  });
  return Buffer.concat([Buffer.from(`P5\n${String(side)} ${String(side)}\n255\n`, "latin1"), pixels]);
}

/** The paper at one pixel a dot. Characters stand in the cells the printer would give them. */
export function slipSvg(slip: PrintedSlip): string {
  const width = slip.paperDots + 2 * marginDots;
  const height = slip.lengthDots + marginDots;
  const drawn = [...slip.lines.map(lineSvg), ...slip.qrs.map((qr) => qrSvg(qr, slip.paperDots))].join("\n");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" ` +
    `font-family="Noto Sans Mono CJK SC" font-size="${String(squareDots)}">` +
    `<rect width="100%" height="100%" fill="#fff"/><g transform="translate(${String(marginDots)} ${String(marginDots)})">` +
    `${drawn}</g></svg>`
  );
}

function lineSvg(line: PrintedLine): string {
  let left = line.leftDots;
  return line.runs
    .map((run) => {
      const drawn = runSvg(run, left, line.topDots + line.heightDots - squareDots * run.scaleY);
      left += run.widthDots;
      return drawn;
    })
    .join("");
}

function runSvg(run: PrintedRun, leftDots: number, topDots: number): string {
  const ground = run.reverse
    ? `<rect x="${String(leftDots)}" y="${String(topDots)}" width="${String(run.widthDots)}" height="${String(squareDots * run.scaleY)}"/>`
    : "";
  let x = 0;
  const glyphs = [...run.text]
    .map((sign) => {
      const at = x;
      x += (sign.codePointAt(0) ?? 0) < 0x80 ? squareDots / 2 : squareDots;
      return `<text x="${String(at)}" y="21">${sign.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</text>`;
    })
    .join("");
  const style = `fill="${run.reverse ? "#fff" : "#000"}"${run.bold ? ' font-weight="bold"' : ""}`;
  return `${ground}<g ${style} transform="translate(${String(leftDots)} ${String(topDots)}) scale(${String(run.scaleX)} ${String(run.scaleY)})">${glyphs}</g>`;
}

function qrSvg(qr: PrintedQr, paperDots: number): string {
  const modules = qrModules(qr);
  const room = paperDots - modules.length * qr.moduleDots;
  const left = qr.align === "center" ? room / 2 : qr.align === "right" ? room : 0;
  const squares = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return `<path transform="translate(${String(left)} ${String(qr.topDots)}) scale(${String(qr.moduleDots)})" d="${squares.join("")}"/>`;
}
