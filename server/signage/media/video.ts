/** Videos: looked into, judged by what screens play, and put in order. */
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { DiskRoom } from "../../commands/ports.ts";
import type { FileJob, JobAnswer } from "./job.ts";
import { madeFrom } from "./made-file.ts";
import { WrongBoxes } from "./mp4-boxes.ts";
import { putInOrder } from "./mp4-index.ts";
import { inWords, judge, type TrackFacts } from "./playable.ts";

export async function videoFrom({ file, folder }: FileJob, room: DiskRoom): Promise<JobAnswer> {
  const tracks = await tracksOf(file);
  const verdict = judge(tracks);
  if ("found" in verdict) return { unplayable: verdict };
  const { type, seconds } = verdict;
  if (type === "video/webm") return { made: { type, seconds, files: [await madeFrom(file, verdict)] } };
  const ordered = join(folder, "ordered");
  try {
    if (!(await putInOrder(file, ordered, room))) {
      const general = tracks.find((track) => track["@type"] === "General");
      return { unplayable: { found: "no-length", what: `${inWords(general, tracks)}, fragmented` } };
    }
  } catch (error) {
    if (error instanceof WrongBoxes) return { unplayable: { found: "damaged", kind: "video" } };
    throw error;
  }
  return { made: { type, seconds, files: [await madeFrom(ordered, verdict)] } };
}

/** Nothing where it cannot be read at all. */
async function tracksOf(path: string): Promise<readonly TrackFacts[]> {
  const { default: mediaInfo } = await import("mediainfo.js");
  const reader = await mediaInfo({ format: "object" });
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const told = await reader.analyzeData(size, async (length, offset) => {
      const chunk = Buffer.alloc(Math.min(length, Math.max(0, size - offset)));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
      return chunk.subarray(0, bytesRead);
    });
    return told.media?.track ?? [];
  } finally {
    reader.close();
    await file.close();
  }
}
