/**
 * Puts the index of an MP4 file (`moov`) before its pictures, so that a screen plays and seeks at once, and takes out what
 * the camera noted beside them: where it was, when, whose it is.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { open, rm, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { DiskRoom } from "../../commands/ports.ts";
import { boxesIn, boxesOf, WrongBoxes, type Box } from "./mp4-boxes.ts";
import { KEPT_FREE_BYTES, NoRoom } from "./promised-room.ts";

const MAX_INDEX_BYTES = 64 * 1024 * 1024;
/** Notes of cameras and programs, and room left for more of them. */
const notes = new Set(["udta", "meta", "uuid", "free", "skip", "wide"]);
/** How often the room is looked at while a long file is written anew. */
const LOOK_BYTES = 16 * 1024 * 1024;
const needed = new Set(["ftyp", "mdat"]);
/** Boxes that hold those which say where the pictures lie. */
const containers = new Set(["trak", "mdia", "minf", "stbl"]);

/**
 * @param room where the target is to lie.
 * @returns whether the file could be put in order; not where it comes in fragments. Throws `WrongBoxes`, `NoRoom`.
 */
export async function putInOrder(source: string, target: string, room: DiskRoom): Promise<boolean> {
  const file = await open(source, "r");
  try {
    const boxes = await boxesOf(file, (await file.stat()).size);
    const index = boxes.filter(({ type }) => type === "moov");
    const [only] = index;
    if (boxes.some(({ type }) => type === "moof")) return false;
    if (!only || index.length !== 1 || only.length > MAX_INDEX_BYTES) throw new WrongBoxes("not one index");
    const moov = Buffer.alloc(only.length);
    await file.read(moov, 0, moov.length, only.at);
    const kept = boxes.filter(({ type }) => needed.has(type));
    const first = kept.filter(({ type }) => type === "ftyp");
    const rest = kept.filter(({ type }) => type !== "ftyp");
    if (boxesIn(moov, only.head, moov.length).some(({ type }) => type === "mvex")) return false;
    rewrite(moov, only.head, placesAfter(first, moov.length, rest));
    await copy(file, source, { target, first, moov, rest, room });
    return true;
  } finally {
    await file.close();
  }
}

/** By how much each box with pictures moves. */
interface Move {
  readonly from: number;
  readonly until: number;
  readonly by: number;
}

function placesAfter(first: readonly Box[], indexLength: number, rest: readonly Box[]): Move[] {
  let at = first.reduce((sum, { length }) => sum + length, indexLength);
  return rest.map((box) => {
    const move = { from: box.at, until: box.at + box.length, by: at - box.at };
    at += box.length;
    return move;
  });
}

/** Moves the places that the index names, and blanks what it notes beside them. */
function rewrite(moov: Buffer, head: number, moves: readonly Move[]): void {
  const within = (from: number, until: number): void => {
    for (const box of boxesIn(moov, from, until)) {
      const inside = box.at + box.head;
      const end = box.at + box.length;
      if (notes.has(box.type) || (box.type === "trak" && !isSeenOrHeard(moov, inside, end))) {
        moov.write("free", box.at + 4, "latin1");
        moov.fill(0, inside, end);
      } else if (containers.has(box.type)) within(inside, end);
      else if (box.type === "stco" || box.type === "co64") move(moov.subarray(inside, end), box.type, moves);
    }
  };
  within(head, moov.length);
}

/** Some cameras write a track of places beside those of pictures and sound. */
function isSeenOrHeard(moov: Buffer, from: number, until: number): boolean {
  const mdia = boxesIn(moov, from, until).find(({ type }) => type === "mdia");
  if (!mdia) return false;
  const hdlr = boxesIn(moov, mdia.at + mdia.head, mdia.at + mdia.length).find(({ type }) => type === "hdlr");
  if (!hdlr || hdlr.length < hdlr.head + 12) return false;
  const handler = moov.toString("latin1", hdlr.at + hdlr.head + 8, hdlr.at + hdlr.head + 12);
  return handler === "vide" || handler === "soun";
}

/** A table of places: version and flags, a count, and the places. */
function move(table: Buffer, type: "stco" | "co64", moves: readonly Move[]): void {
  const width = type === "stco" ? 4 : 8;
  const count = table.length < 8 ? -1 : table.readUInt32BE(4);
  if (count < 0 || 8 + count * width > table.length) throw new WrongBoxes("a table that is cut off");
  for (let at = 8; at < 8 + count * width; at += width) {
    const place = type === "stco" ? table.readUInt32BE(at) : Number(table.readBigUInt64BE(at));
    const moved = moves.find(({ from, until }) => place >= from && place < until);
    if (!moved) throw new WrongBoxes("a place outside of the pictures");
    const now = place + moved.by;
    if (type === "co64") table.writeBigUInt64BE(BigInt(now), at);
    else if (now > 0xffffffff) throw new WrongBoxes("a place too far away");
    else table.writeUInt32BE(now, at);
  }
}

interface Parts {
  readonly target: string;
  readonly first: readonly Box[];
  readonly moov: Buffer;
  readonly rest: readonly Box[];
  readonly room: DiskRoom;
}

async function copy(file: FileHandle, source: string, { target, first, moov, rest, room }: Parts): Promise<void> {
  async function* bytes(): AsyncGenerator<Buffer> {
    for (const box of first) {
      const small = Buffer.alloc(box.length);
      await file.read(small, 0, box.length, box.at);
      yield small;
    }
    yield moov;
    for (const box of rest)
      for await (const chunk of createReadStream(source, { start: box.at, end: box.at + box.length - 1 }))
        // Without an encoding a file is read in buffers.
        yield chunk as Buffer;
  }
  try {
    await pipeline(
      bytes,
      (chunks) => withinRoom(chunks, room),
      createWriteStream(target, { flags: "wx", mode: 0o600 }),
    );
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

/** What else is written meanwhile was not known when the upload began. Throws `NoRoom`. */
async function* withinRoom(chunks: AsyncIterable<Buffer>, room: DiskRoom): AsyncGenerator<Buffer> {
  let ahead = 0;
  for await (const chunk of chunks) {
    if (ahead <= 0) {
      if (room.freeBytes() < KEPT_FREE_BYTES) throw new NoRoom("the journal needs what is left");
      ahead = LOOK_BYTES;
    }
    ahead -= chunk.length;
    yield chunk;
  }
}
