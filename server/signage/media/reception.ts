/**
 * Takes an upload in: onto the disk as it comes, hashed on the way, no longer than its kind may be, and no further than
 * the disk has room for. What is no kind of file that screens play is refused at its first bytes.
 */
import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";
import { refuse, type Refusal } from "../../../shared/domain/refusal.ts";
import type { MediaKind } from "../../../shared/domain/vocabulary.ts";
import type { RoomShare } from "./promised-room.ts";
import { isWebm, sniff, SNIFFED_BYTES } from "./sniff.ts";
import { unplayable } from "./unplayable.ts";

/** How often the room is looked at while a long file comes. */
const LOOK_BYTES = 16 * 1024 * 1024;
/** What a picture is made into, and all pages of a PDF together, seldom takes more. */
const PICTURES_BYTES = 64 * 1024 * 1024;

/** The most bytes that a file of a kind may have. */
export type MediaLimits = Readonly<Record<MediaKind, number>>;

export interface Received {
  readonly kind: MediaKind;
  readonly sha256: string;
  readonly bytes: number;
}

interface Sent {
  readonly name: string;
  readonly file: Readable;
  /** How long it is, as far as the sender has said so. */
  readonly length: number | null;
  /** What it may take of the disk: it and what is made of it, which lies beside it for a while. */
  readonly room: RoomShare;
  /** Where it is written. */
  readonly path: string;
}

/** The sender went away, or what was sent is no form. */
export class BrokenOff extends Error {}

/** Refusals: `unplayable`, `too-large`, `no-room`. Throws `BrokenOff`, and what the disk says. */
export async function receive(
  limits: MediaLimits,
  { name, file, length, room, path }: Sent,
): Promise<Received | Refusal> {
  const chunks = chunksOf(file)[Symbol.asyncIterator]();
  const handle = await open(path, "wx", 0o600);
  try {
    const head = await firstBytes(chunks);
    if (head.length === 0) return refuse("invalid-request", { field: "file" });
    const sniffed = sniff(head);
    if (sniffed.kind === "none") return unplayable(sniffed.why, name);
    const { kind } = sniffed;
    const hash = createHash("sha256");
    let bytes = 0;
    let looked = 0;
    const isRoomFor = (sent: number): boolean => {
      const whole = Math.min(Math.max(sent, length ?? 0), limits[kind]);
      return room.reaches(whole + madeBytes(kind, head, whole));
    };
    if (!isRoomFor(head.length)) return refuse("no-room");
    for (let block: Buffer | null = head; block !== null; block = await next(chunks)) {
      bytes += block.length;
      if (bytes > limits[kind]) return tooLarge(limits[kind]);
      if (bytes - looked > LOOK_BYTES) {
        looked = bytes;
        if (!isRoomFor(bytes)) return refuse("no-room");
      }
      hash.update(block);
      await write(handle, block);
      room.wrote(block.length);
    }
    return { kind, sha256: hash.digest("hex"), bytes };
  } finally {
    await chunks.return?.();
    await handle.close();
  }
}

/** How much is written of a file beside it, before it goes. */
function madeBytes(kind: MediaKind, head: Buffer, whole: number): number {
  if (kind !== "video") return PICTURES_BYTES;
  return isWebm(head) ? 0 : whole;
}

/** Enough to tell what it is, or all there is. */
async function firstBytes(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const first: Buffer[] = [];
  let length = 0;
  while (length < SNIFFED_BYTES) {
    const chunk = await next(chunks);
    if (chunk === null) break;
    first.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(first);
}

async function next(chunks: AsyncIterator<Buffer>): Promise<Buffer | null> {
  try {
    const step = await chunks.next();
    return step.done === true ? null : step.value;
  } catch {
    throw new BrokenOff();
  }
}

function tooLarge(limit: number): Refusal {
  return refuse("too-large", { field: "file", detail: { megabytes: Math.floor(limit / 1024 / 1024) } });
}

/** The form's parser hands over buffers. */
function chunksOf(file: Readable): AsyncIterable<Buffer> {
  return file;
}

/** A write may take only a part. */
async function write(handle: FileHandle, block: Buffer): Promise<void> {
  for (let written = 0; written < block.length;)
    written += (await handle.write(block, written, block.length - written)).bytesWritten;
}
