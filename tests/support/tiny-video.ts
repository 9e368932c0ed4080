/** Small videos made in code, that browsers really play: MP4 with H.264, WebM with VP8. */
import sharp from "sharp";
import { parameterSets, picture } from "./tiny-h264.ts";

const FRAMES_A_SECOND = 10;

export interface TinyVideo {
  readonly seconds?: number;
  /** Pixels: multiples of 16. */
  readonly width?: number;
  readonly height?: number;
}

interface TinyMp4 extends TinyVideo {
  /** The index behind the pictures, as cameras and phones write it. */
  readonly isIndexLast?: boolean;
  /** How the pictures say they are coded. */
  readonly codec?: string;
  /** Where it was taken, as phones note it. */
  readonly place?: string;
  readonly brand?: string;
  /** So many bytes beside the pictures, in their box: a long video that takes no time to make. */
  readonly spareBytes?: number;
}

const u16 = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));
const u32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    }),
  );
const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, "latin1"), body]);
};
const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

export function tinyMp4(options: TinyMp4 = {}): Buffer {
  const {
    seconds = 2,
    width = 32,
    height = 32,
    isIndexLast = false,
    codec = "avc1",
    place,
    brand = "isom",
    spareBytes = 0,
  } = options;
  const count = seconds * FRAMES_A_SECOND;
  const blocks = { wide: width / 16, high: height / 16 };
  const frames = Array.from({ length: count }, (_, index) => {
    const coded = picture(blocks, index, 16 + Math.round((219 * index) / count));
    return Buffer.concat([u32(coded.length), coded]);
  });
  const { sps, pps } = parameterSets(blocks.wide, blocks.high);
  const avcc = Buffer.concat([
    Buffer.from([1, ...sps.subarray(1, 4), 0xff, 0xe1]),
    u16(sps.length),
    sps,
    Buffer.from([1]),
    u16(pps.length),
    pps,
  ]);
  const entry = box(
    codec,
    Buffer.alloc(6),
    u16(1),
    Buffer.alloc(16),
    u16(width, height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    Buffer.alloc(32),
    u16(24, 0xffff),
    box("avcC", avcc),
  );
  const index = (offset: number): Buffer => {
    const stbl = box(
      "stbl",
      box("stsd", u32(0, 1), entry),
      box("stts", u32(0, 1, count, 100)),
      box("stsc", u32(0, 1, 1, count, 1)),
      box("stsz", u32(0, 0, count, ...frames.map(({ length }) => length))),
      box("stco", u32(0, 1, offset)),
    );
    const dinf = box("dinf", box("dref", u32(0, 1), box("url ", u32(1))));
    const mdia = box(
      "mdia",
      box("mdhd", u32(0, 0, 0, 1000, count * 100), u16(0x55c4, 0)),
      box("hdlr", u32(0, 0), Buffer.from("vide"), Buffer.alloc(13)),
      box("minf", box("vmhd", u32(1, 0, 0)), dinf, stbl),
    );
    const tkhd = box("tkhd", u32(3, 0, 0, 1, 0, count * 100, 0, 0, 0, 0), matrix, u32(width << 16, height << 16));
    const mvhd = box(
      "mvhd",
      u32(0, 0, 0, 1000, count * 100, 0x10000),
      u16(0x100, 0),
      u32(0, 0),
      matrix,
      Buffer.alloc(24),
      u32(2),
    );
    const udta =
      place === undefined ? [] : [box("udta", box("\xa9xyz", u16(place.length, 0x15c7), Buffer.from(place)))];
    return box("moov", mvhd, box("trak", tkhd, mdia), ...udta);
  };
  const ftyp = box("ftyp", Buffer.from(brand), u32(512), Buffer.from("isomavc1"));
  const mdat = box("mdat", ...frames, Buffer.alloc(spareBytes, 0x5a));
  if (isIndexLast) return Buffer.concat([ftyp, mdat, index(ftyp.length + 8)]);
  const length = index(0).length;
  return Buffer.concat([ftyp, index(ftyp.length + length + 8), mdat]);
}

/** An element of WebM; its length always takes eight bytes. */
const element = (id: string, ...parts: (Buffer | number | string)[]): Buffer => {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === "number" ? u32(part) : typeof part === "string" ? Buffer.from(part) : part)),
  );
  return Buffer.concat([Buffer.from(id, "hex"), Buffer.from([0x01, 0, 0, 0]), u32(body.length), body]);
};

interface TinyWebm extends TinyVideo {
  readonly codec?: string;
  /** Without it, as browsers record. */
  readonly saysLength?: boolean;
  readonly docType?: string;
}

export async function tinyWebm(options: TinyWebm = {}): Promise<Buffer> {
  const { seconds = 2, width = 32, height = 32, codec = "V_VP8", saysLength = true, docType = "webm" } = options;
  const millis = 1000 / FRAMES_A_SECOND;
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(seconds * 1000);
  const frames = await Promise.all(
    Array.from({ length: seconds * FRAMES_A_SECOND }, (_, index) => keyFrame({ width, height }, index)),
  );
  const ebml = element("1a45dfa3", element("4282", docType), element("4287", 4), element("4285", 2));
  const info = element(
    "1549a966",
    element("2ad7b1", 1_000_000),
    ...(saysLength ? [element("4489", duration)] : []),
    element("4d80", "lundao"),
    element("5741", "lundao"),
  );
  const video = element("e0", element("b0", width), element("ba", height));
  const track = element("ae", element("d7", 1), element("73c5", 1), element("83", 1), element("86", codec), video);
  const tracks = element("1654ae6b", track);
  const clusters = frames.map((frame, index) =>
    element("1f43b675", element("e7", index * millis), element("a3", Buffer.from([0x81, 0, 0, 0x80]), frame)),
  );
  const cues = (first: number): Buffer => {
    let at = first;
    const points = clusters.map((cluster, index) => {
      const place = element("b7", element("f7", 1), element("f1", at));
      at += cluster.length;
      return element("bb", element("b3", index * millis), place);
    });
    return element("1c53bb6b", ...points);
  };
  const first = info.length + tracks.length + cues(0).length;
  return Buffer.concat([ebml, element("18538067", info, tracks, cues(first), ...clusters)]);
}

/** A lossy WebP picture is a key frame of VP8 in an envelope. */
async function keyFrame(size: { width: number; height: number }, index: number): Promise<Buffer> {
  const grey = (index * 37) % 256;
  const background = { r: grey, g: 255 - grey, b: 128 };
  const webp = await sharp({ create: { ...size, channels: 3, background } })
    .webp({ quality: 60 })
    .toBuffer();
  const at = webp.indexOf("VP8 ");
  return webp.subarray(at + 8, at + 8 + webp.readUInt32LE(at + 4));
}
