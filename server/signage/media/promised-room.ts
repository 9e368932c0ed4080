/**
 * Room on the disk that is promised to uploads under way. What is still to be written for one is not there for another,
 * so that several at once do not each count on the same.
 */
import type { DiskRoom } from "../../commands/ports.ts";

/** The journal needs it more. */
export const KEPT_FREE_BYTES = 1024 * 1024 * 1024;

/** The disk has no more than the journal needs. */
export class NoRoom extends Error {}

/** What one upload has been promised. */
export interface RoomShare {
  /** Makes it so many bytes in all, and tells whether there is room for what is still to be written of everything promised. */
  reaches(bytes: number): boolean;
  /** So many more bytes of it lie on the disk now. */
  wrote(bytes: number): void;
  /** Whatever was written has its place, or is gone. */
  end(): void;
}

interface Share {
  promised: number;
  written: number;
}

export class PromisedRoom {
  readonly #shares = new Set<Share>();

  constructor(private readonly room: DiskRoom) {}

  /** Whether so many bytes more can be promised. */
  has(bytes: number): boolean {
    let left = 0;
    for (const { promised, written } of this.#shares) left += Math.max(0, promised - written);
    return this.room.freeBytes() - left - bytes >= KEPT_FREE_BYTES;
  }

  /** For an upload that begins: nothing is promised to it yet. */
  share(): RoomShare {
    const share: Share = { promised: 0, written: 0 };
    this.#shares.add(share);
    return {
      reaches: (bytes) => {
        const more = Math.max(0, bytes - share.promised);
        if (!this.has(more)) return false;
        share.promised += more;
        return true;
      },
      wrote: (bytes) => {
        share.written += bytes;
      },
      end: () => {
        this.#shares.delete(share);
      },
    };
  }
}
