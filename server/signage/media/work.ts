/** The workshop's work: each job by its kind, its tools loaded when they are first needed. */
import type { FromWorkshop, Job, JobAnswer, ToWorkshop } from "./job.ts";

export async function work({ id, job }: ToWorkshop): Promise<FromWorkshop> {
  try {
    return { id, answer: await answerTo(job) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const isDiskFull = code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
    return { id, failure: { message: error instanceof Error ? error.message : "unknown", isDiskFull } };
  }
}

async function answerTo(job: Job): Promise<JobAnswer> {
  switch (job.kind) {
    case "image":
      return (await import("./image.ts")).imageFrom(job);
    case "video":
      return (await import("./video.ts")).videoFrom(job);
    case "pdf":
      return (await import("./pdf.ts")).pdfFrom(job);
    default:
      throw new Error(job.kind);
  }
}
