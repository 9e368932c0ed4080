/** What a file is, by its first bytes and never by its name. */
import type { MediaKind } from "../../../shared/domain/vocabulary.ts";
import type { Unplayable } from "./unplayable.ts";

/** So many bytes are enough to tell. */
export const SNIFFED_BYTES = 4096;

export type ImageFormat = "png" | "jpeg" | "webp" | "gif" | "avif";

export type Sniffed =
  | { readonly kind: "image"; readonly format: ImageFormat }
  | { readonly kind: Exclude<MediaKind, "image"> }
  | { readonly kind: "none"; readonly why: Unplayable };

/** @param head the first bytes of the file, `SNIFFED_BYTES` of them where it has so many. */
export function sniff(head: Buffer): Sniffed {
  const text = head.toString("latin1");
  for (const [magic, sniffed] of byMagic) if (magic.test(text)) return sniffed;
  if (text.slice(4, 8) === "ftyp") return byBrand(text);
  if (isTransportStream(head)) return { kind: "video" };
  return { kind: "none", why: { found: isSvg(head) ? "svg" : "unknown" } };
}

const other = (what: string): Sniffed => ({ kind: "none", why: { found: "other-image", what } });

/** Every kind of video is looked into, so that whoever sent it hears what it is. */
const byMagic: readonly (readonly [magic: RegExp, sniffed: Sniffed])[] = [
  [/^\x89PNG\r\n\x1a\n/, { kind: "image", format: "png" }],
  [/^\xff\xd8\xff/, { kind: "image", format: "jpeg" }],
  [/^RIFF[^]{4}WEBP/, { kind: "image", format: "webp" }],
  [/^GIF8[79]a/, { kind: "image", format: "gif" }],
  // The header may be preceded by a little of anything.
  [/^[^]{0,1020}%PDF-\d/, { kind: "pdf" }],
  [/^\x1aE\xdf\xa3/, { kind: "video" }],
  [/^RIFF[^]{4}AVI /, { kind: "video" }],
  [/^[^]{4}(moov|mdat|wide|free|skip|pnot)/, { kind: "video" }],
  [/^FLV\x01/, { kind: "video" }],
  [/^\x00\x00\x01[\xba\xb3]/, { kind: "video" }],
  [/^0&\xb2u\x8ef\xcf\x11/, { kind: "video" }],
  [/^OggS/, { kind: "video" }],
  [/^BM[^]{4}\x00\x00\x00\x00/, other("BMP")],
  [/^(II\*\x00|MM\x00\*|II\+\x00|MM\x00\+)/, other("TIFF")],
  [/^8BPS/, other("Photoshop")],
  [/^(\xff\x0a|\x00\x00\x00\x0cJXL )/, other("JPEG XL")],
  [/^\x00\x00\x00\x0cjP {2}/, other("JPEG 2000")],
  [/^\x00\x00\x01\x00[^]\x00/, other("ICO")],
];

/** Boxes as MP4 has them also hold pictures. */
function byBrand(text: string): Sniffed {
  const brand = text.slice(8, 12);
  if (brand === "avif" || brand === "avis") return { kind: "image", format: "avif" };
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))
    return /^[^]{16,200}?avif/.test(text) ? { kind: "image", format: "avif" } : other("HEIC");
  if (/^(crx )$/.test(brand)) return other("RAW");
  return { kind: "video" };
}

/** Whether a video is WebM, which is kept as it is. */
export function isWebm(head: Buffer): boolean {
  return head.subarray(0, webmMagic.length).equals(webmMagic);
}

const webmMagic = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

function isTransportStream(head: Buffer): boolean {
  return head.length > 376 && head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47;
}

/** Also where it is written in 16 bits, and behind a comment of any length that fits. */
function isSvg(head: Buffer): boolean {
  const isWide = head[0] === 0xff || head[0] === 0xfe || head[1] === 0;
  const text = head.toString(isWide ? "utf16le" : "utf8");
  return /<(?:[A-Za-z_][\w.-]*:)?svg[\s/>]/i.test(text) || /<!DOCTYPE\s+svg/i.test(text);
}
