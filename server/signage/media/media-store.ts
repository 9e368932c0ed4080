/** The media of the hall: taken in, made ready for screens, put on disk and into the lists, and taken away again. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { isRefusal, refuse, type Refusal } from "../../../shared/domain/refusal.ts";
import type { MediaRow } from "../../commands/lobby-ports.ts";
import type { Answer, DiskRoom } from "../../commands/ports.ts";
import { cleanName } from "./file-name.ts";
import type { Made } from "./job.ts";
import { PromisedRoom } from "./promised-room.ts";
import { BrokenOff, receive, type MediaLimits, type Received } from "./reception.ts";
import { filesOf, type Shelf } from "./shelf.ts";
import { unplayable } from "./unplayable.ts";
import { Busy, DiskFull, TooMuch, type Workshop } from "./workshop.ts";

export interface MediaParts {
  readonly room: DiskRoom;
  readonly limits: MediaLimits;
  readonly shelf: Shelf;
  readonly workshop: Workshop;
  readonly newId: () => string;
  /** All there is. */
  readonly rows: () => readonly MediaRow[];
}

export interface Upload {
  readonly name: string | undefined;
  readonly file: Readable;
  /** How long it is, or the form around it; null: nobody knows. */
  readonly length: number | null;
  /** Id of who sends it. */
  readonly by: string;
}

/** Puts a row into the hub's lists. */
export type Commit = (row: Omit<MediaRow, "at">, sha256: string) => Promise<Answer<MediaRow>>;

const MAX_AT_ONCE = 4;

export class MediaStore {
  readonly #room: PromisedRoom;
  #atOnce = 0;
  /** Files and rows change together, one media after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: MediaParts) {
    this.#room = new PromisedRoom(parts.room);
  }

  /**
   * Whether an upload of a length (null: nobody knows) may begin. Refusals: `no-room`, `overloaded`.
   */
  admits(bytes: number | null): null | Refusal {
    if (!this.#room.has(bytes ?? 0)) return refuse("no-room");
    return this.#atOnce >= MAX_AT_ONCE ? refuse("overloaded") : null;
  }

  /**
   * Takes an upload in. It is on disk and in the lists when this returns, or has left nothing behind.
   * Refusals: `unplayable`, `too-large`, `no-room`, `overloaded`, and those of `commit`.
   */
  async add({ name, file, length, by }: Upload, commit: Commit): Promise<Answer<MediaRow>> {
    const { shelf, newId, limits } = this.parts;
    const shown = cleanName(name);
    const room = this.#room.share();
    this.#atOnce += 1;
    let draft: string | null = null;
    try {
      draft = await shelf.newDraft();
      const path = join(draft, "upload");
      const received = await receive(limits, { name: shown, file, length, room, path });
      if (isRefusal(received)) return received;
      const made = await this.#make({ received, draft, path, name: shown });
      if (isRefusal(made)) return made;
      const row = rowOf(received, made);
      return await this.#keep({ ...row, id: newId(), name: shown, by }, { made, commit, sha256: received.sha256 });
    } catch (error) {
      if (isDiskFull(error)) return refuse("no-room");
      if (error instanceof BrokenOff) return refuse("invalid-request", { field: "file" });
      if (error instanceof Busy) return refuse("overloaded");
      throw error;
    } finally {
      this.#atOnce -= 1;
      try {
        if (draft !== null) await rm(draft, { recursive: true, force: true });
      } finally {
        room.end();
      }
    }
  }

  /** Takes a media away once `commit` has taken it out of the lists. Refusals: those of `commit`. */
  async remove(commit: () => Promise<Answer<readonly MediaRow[]>>): Promise<Answer<readonly MediaRow[]>> {
    return this.#alone(async () => {
      const rows = await commit();
      if (!isRefusal(rows)) await this.#forget(rows);
      return rows;
    });
  }

  /** Takes away files that no row has. */
  async sweep(): Promise<void> {
    await this.#alone(() => this.parts.shelf.sweep(this.parts.rows()));
  }

  async #make(upload: { received: Received; draft: string; path: string; name: string }): Promise<Made | Refusal> {
    const { received, draft, path, name } = upload;
    try {
      const answer = await this.parts.workshop.do({ kind: received.kind, file: path, folder: draft });
      if ("unplayable" in answer) return unplayable(answer.unplayable, name);
      if ("made" in answer) return answer.made;
      throw new Error("the workshop has made something else");
    } catch (error) {
      if (error instanceof TooMuch) return unplayable({ found: "takes-too-much", kind: received.kind }, name);
      throw error;
    }
  }

  #keep(
    row: Omit<MediaRow, "at">,
    { made, commit, sha256 }: { made: Made; commit: Commit; sha256: string },
  ): Promise<Answer<MediaRow>> {
    return this.#alone(async () => {
      const { shelf } = this.parts;
      const placed: string[] = [];
      const undo = () => shelf.forget(placed, this.parts.rows());
      try {
        // Empty pages are all the same file.
        const files = new Map(made.files.map((file) => [file.sha256, file]));
        for (const file of files.values()) if (await shelf.place(file.path, file.sha256)) placed.push(file.sha256);
        const kept = await commit(row, sha256);
        if (isRefusal(kept)) await undo();
        else shelf.know(kept);
        return kept;
      } catch (error) {
        await undo();
        throw error;
      }
    });
  }

  async #forget(rows: readonly MediaRow[]): Promise<void> {
    const hashes = rows.flatMap((row) => filesOf(row).map((file) => file.sha256));
    await this.parts.shelf.forget(hashes, this.parts.rows());
  }

  #alone<A>(work: () => Promise<A>): Promise<A> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** A picture and a video are what was made of them; a PDF is known by what was sent, and shown by its pages. */
function rowOf(received: Received, { type, files, seconds }: Made): Omit<MediaRow, "at" | "id" | "name" | "by"> {
  const [first] = files;
  const size = { width: first.width, height: first.height, seconds: seconds ?? null };
  const { kind } = received;
  if (kind !== "pdf") return { kind, type, sha256: first.sha256, bytes: first.bytes, pages: null, ...size };
  const pages = files.map(({ sha256, bytes, width, height }) => ({ sha256, bytes, width, height }));
  return { kind, type, sha256: received.sha256, bytes: received.bytes, pages, ...size };
}

function isDiskFull(error: unknown): boolean {
  if (error instanceof DiskFull) return true;
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
}
