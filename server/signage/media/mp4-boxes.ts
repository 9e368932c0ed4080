/** Reads and rewrites the boxes of an MP4 file. Source: ISO/IEC 14496-12. */
import type { FileHandle } from "node:fs/promises";

export interface Box {
  readonly type: string;
  /** From where in the file, or in the box around it. */
  readonly at: number;
  readonly head: number;
  readonly length: number;
}

/** Not an MP4 file as it should be. */
export class WrongBoxes extends Error {}

/** More than any file of a few boxes has; what has more was made to be read for ever. */
const MAX_BOXES = 10_000;

/** The outermost boxes of a file. Throws `WrongBoxes`. */
export async function boxesOf(file: FileHandle, length: number): Promise<Box[]> {
  const boxes: Box[] = [];
  const head = Buffer.alloc(16);
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(head, 0, 16, at);
    const box = boxIn(head.subarray(0, bytesRead), at, length);
    boxes.push(box);
    if (boxes.length > MAX_BOXES) throw new WrongBoxes("too many boxes");
    at += box.length;
  }
  return boxes;
}

/** The boxes within a part of a buffer. Throws `WrongBoxes`. */
export function boxesIn(buffer: Buffer, from: number, until: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= until;) {
    const box = boxIn(buffer.subarray(at, Math.min(at + 16, until)), at, until);
    boxes.push(box);
    at += box.length;
  }
  return boxes;
}

function boxIn(head: Buffer, at: number, until: number): Box {
  if (head.length < 8) throw new WrongBoxes("a box without a head");
  const type = head.toString("latin1", 4, 8);
  const told = head.readUInt32BE(0);
  if (told === 1 && head.length < 16) throw new WrongBoxes("a box without its length");
  const length = told === 0 ? until - at : told === 1 ? Number(head.readBigUInt64BE(8)) : told;
  const headLength = told === 1 ? 16 : 8;
  if (length < headLength || at + length > until) throw new WrongBoxes(`a box of ${length} bytes`);
  return { type, at, head: headLength, length };
}
