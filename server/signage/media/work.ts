/** The workshop's work: each job by its kind, its tools loaded when they are first needed. */
import type { DiskRoom } from "../../commands/ports.ts";
import type { FromWorkshop, Job, JobAnswer, ToWorkshop } from "./job.ts";
import { NoRoom } from "./promised-room.ts";

/** How much room is left where a folder lies. */
type RoomAt = (folder: string) => DiskRoom;

export async function work({ id, job }: ToWorkshop, roomAt: RoomAt): Promise<FromWorkshop> {
  try {
    return { id, answer: await answerTo(job, roomAt) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const isDiskFull = error instanceof NoRoom || code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
    return { id, failure: { message: error instanceof Error ? error.message : "unknown", isDiskFull } };
  }
}

async function answerTo(job: Job, roomAt: RoomAt): Promise<JobAnswer> {
  switch (job.kind) {
    case "image":
      return (await import("./image.ts")).imageFrom(job);
    case "video":
      return (await import("./video.ts")).videoFrom(job, roomAt(job.folder));
    case "pdf":
      return (await import("./pdf.ts")).pdfFrom(job);
    case "feed": {
      const { readFeed } = await import("../feeds/read-feed.ts");
      return { entries: await readFeed(job.bytes, job.contentType) };
    }
    default:
      return job satisfies never;
  }
}
