/** Print jobs in words, and how they are asked for. */
import type { Language } from "../shared/domain/vocabulary.ts";
import { jobStateWords, jobWords } from "../shared/text/console-devices.ts";
import { printProblemWords } from "../shared/text/print-problems.ts";
import { say } from "../shared/text/text.ts";
import { dateOf, timeOfDay } from "../shared/text/times.ts";
import type { Device } from "../shared/wire/access.ts";
import type { PrintJob } from "../shared/wire/print.ts";
import { deviceName } from "./device-words.ts";

/** Which jobs are shown: those in a state, or all. */
export const jobFilters = ["pending", "failed", "printed", "all"] as const;
export type JobFilter = (typeof jobFilters)[number];

export function filterName(filter: JobFilter, language: Language): string {
  return filter === "all" ? say(jobWords.all, language) : say(jobStateWords[filter], language);
}

/**
 * The question for a page of jobs: by state and day, or all slips of one ticket. `date` is a local date, null for any;
 * `after` is the page before's `next`.
 */
export function jobsPath(asked: {
  readonly filter: JobFilter;
  readonly date: string | null;
  readonly ticket: string | null;
  readonly after: string | null;
}): string {
  const query = new URLSearchParams();
  if (asked.ticket !== null) query.set("ticket", asked.ticket);
  else {
    if (asked.filter !== "all") query.set("state", asked.filter);
    if (asked.date !== null) query.set("date", asked.date);
  }
  if (asked.after !== null) query.set("after", asked.after);
  const text = query.toString();
  return text === "" ? "/api/print-jobs" : `/api/print-jobs?${text}`;
}

/** What became of a job, and what is the matter with it. */
export function jobState(job: PrintJob, language: Language): string {
  const state = say(jobStateWords[job.state], language);
  if (job.state === "printed" || job.state === "kept") return state;
  const problem = job.problem === null ? null : say(printProblemWords[job.problem], language);
  return say(jobWords.stands, language, { state, problem, attempts: job.attempts > 1 ? job.attempts : null });
}

/**
 * What can be done for a job: print it for the first time, print it again, or nothing: while a slip of its ticket is
 * still to come, which would only come twice, and where there is nothing to print it.
 */
export function jobAct(
  job: PrintJob,
  { jobs, devices }: { readonly jobs: readonly PrintJob[]; readonly devices: readonly Device[] },
): "print" | "reprint" | null {
  if (jobs.some(({ ticket, state }) => ticket === job.ticket && (state === "pending" || state === "printing")))
    return null;
  switch (job.state) {
    case "pending":
    case "printing":
      return null;
    case "printed":
    case "failed":
      return "reprint";
    case "kept":
      return devices.some(({ printer }) => printer !== null && printer.kind !== "none") ? "print" : null;
    default:
      return job.state satisfies never;
  }
}

/** The station a slip belongs to. */
export function jobDevice({ device }: PrintJob, devices: readonly Device[], language: Language): string {
  if (device === null) return say(jobWords.atDesk, language);
  const known = devices.find(({ id }) => id === device);
  return known ? deviceName(known, language) : say(jobWords.goneDevice, language);
}

/** A time of day, with its date unless that is `today`'s. */
export function whenOf(instant: string, today: string, language: Language): string {
  const time = timeOfDay(instant);
  return instant.startsWith(today) ? time : `${dateOf(instant, language)} ${time}`;
}
