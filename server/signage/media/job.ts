/** What is asked of the workshop, the process that reads what strangers have made, and what it answers. */
import type { FeedEntry } from "../../../shared/wire/lobby.ts";
import type { MediaKind } from "../../../shared/domain/vocabulary.ts";
import type { Unplayable } from "./unplayable.ts";

/** A file to be read whole and made ready for screens. */
export interface FileJob {
  readonly kind: MediaKind;
  /** Where it lies. */
  readonly file: string;
  /** An empty folder for what is made of it. */
  readonly folder: string;
}

/** A feed as it was fetched, to be read as plain text. */
export interface FeedJob {
  readonly kind: "feed";
  readonly bytes: Uint8Array;
  /** What the server called it. */
  readonly contentType: string | null;
}

export type Job = FileJob | FeedJob;

/** A file that screens load. */
export interface MadeFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** What was made of a file. Of a PDF: each page as a picture. */
export interface Made {
  readonly type: string;
  readonly files: readonly [MadeFile, ...MadeFile[]];
  readonly seconds?: number;
}

/** `entries` is null where what was fetched is no feed. */
export type JobAnswer =
  { readonly made: Made } | { readonly unplayable: Unplayable } | { readonly entries: readonly FeedEntry[] | null };

export interface ToWorkshop {
  readonly id: number;
  readonly job: Job;
}

/** `failure` where something went wrong that is not the file's fault. */
export interface FromWorkshop {
  readonly id: number;
  readonly answer?: JobAnswer;
  readonly failure?: { readonly message: string; readonly isDiskFull: boolean };
}
