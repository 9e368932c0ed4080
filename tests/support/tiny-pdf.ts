/** Small PDFs written by hand: a page a text, with fonts that are not in the file, as many an office writes them. */

interface TinyPdf {
  /** Each page's text, Chinese or not. */
  readonly pages: readonly string[];
  /** Points; A4 upright unless said. */
  readonly size?: readonly [width: number, height: number];
  /** Further entries of the catalogue: `/OpenAction …`. */
  readonly catalogue?: string;
  /** Further entries of the trailer: `/Encrypt …`. */
  readonly trailer?: string;
}

export function tinyPdf({ pages, size = [595, 842], catalogue = "", trailer = "" }: TinyPdf): Buffer {
  const first = 6;
  const kids = pages.map((_, index) => `${String(first + 2 * index)} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${kids}] /MediaBox [0 0 ${size.join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>",
    ...pages.flatMap((text, index) => {
      const isLatin = /^[\x20-\x7e]*$/.test(text);
      const shown = isLatin ? `(${text.replaceAll(/[()\\]/g, "\\$&")})` : `<${hexOf(text)}>`;
      const content = `BT /${isLatin ? "F1" : "F2"} 48 Tf 60 ${String(size[1] - 120)} Td ${shown} Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${String(first + 2 * index + 1)} 0 R >>`,
        `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R ${trailer} >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
  return Buffer.from(body + table + end, "latin1");
}

function hexOf(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}
