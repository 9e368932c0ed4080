/**
 * Pictures: decoded whole, turned upright, without what the camera wrote beside the picture (where it was taken, by
 * whom), at most as large as the largest screen, and in a form that every screen shows.
 */
import { open } from "node:fs/promises";
import type { Metadata, Sharp } from "sharp";
import type { FileJob, JobAnswer } from "./job.ts";
import { madeOf } from "./made-file.ts";

/** The long side of a 4K screen. */
const LONGEST_SIDE = 3840;
/** Of what is decoded: more than any camera in a pocket takes. */
const MAX_PIXELS = 120_000_000;
/** A lossless picture above this costs every screen more than it gives. */
const LOSSLESS_BYTES = 4 * 1024 * 1024;

export async function imageFrom({ file, folder }: FileJob): Promise<JobAnswer> {
  const { default: sharp } = await import("sharp");
  // One picture after the other comes through here, each only once.
  sharp.cache(false);
  sharp.concurrency(1);
  const limits = { failOn: "error", limitInputPixels: MAX_PIXELS, unlimited: false } as const;
  const told = await metadataOf(() => sharp(file, { ...limits, limitInputPixels: false }));
  if (!told) return { unplayable: { found: "damaged", kind: "image" } };
  const format = told.format.toUpperCase();
  if ((told.pages ?? 1) > 1 || (told.format === "png" && (await isMovingPng(file))))
    return { unplayable: { found: "animated", what: format } };
  if (told.width * told.height > MAX_PIXELS)
    return { unplayable: { found: "large-image", what: `${told.width}×${told.height}` } };
  try {
    const upright = sharp(file, limits)
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb");
    const { data, info, type } = await encoded(upright, told);
    return { made: { type, files: [await madeOf(data, folder, info)] } };
  } catch (error) {
    if (isDiskTrouble(error)) throw error;
    return { unplayable: { found: "damaged", kind: "image" } };
  }
}

async function metadataOf(picture: () => Sharp): Promise<Metadata | null> {
  try {
    return await picture().metadata();
  } catch {
    return null;
  }
}

/** AVIF is newer than the oldest boxes; WebP is not. */
async function encoded(picture: Sharp, { format }: Metadata) {
  if (format === "jpeg") {
    const jpeg = picture.clone().jpeg({ quality: 90, chromaSubsampling: "4:4:4" });
    return { ...(await jpeg.toBuffer({ resolveWithObject: true })), type: "image/jpeg" };
  }
  if (format === "png" || format === "gif") {
    const png = await picture.clone().png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
    if (png.data.length <= LOSSLESS_BYTES) return { ...png, type: "image/png" };
  }
  const webp = picture.clone().webp({ quality: 90, alphaQuality: 100, smartSubsample: true });
  return { ...(await webp.toBuffer({ resolveWithObject: true })), type: "image/webp" };
}

/** The decoder shows the first picture of a moving PNG and says nothing of the others: their chunk stands before it. */
async function isMovingPng(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const head = Buffer.alloc(8);
    for (let at = 8; (await handle.read(head, 0, 8, at)).bytesRead === 8; at += 12 + head.readUInt32BE(0)) {
      const chunk = head.toString("latin1", 4);
      if (chunk === "acTL") return true;
      if (chunk === "IDAT") return false;
    }
    return false;
  } finally {
    await handle.close();
  }
}

/** What the decoders complain of bears no code of the system. */
function isDiskTrouble(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
