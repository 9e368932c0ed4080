/**
 * What a screen keeps of its content: the lists, and the files that they name. In the browser's database, which is there
 * over plain HTTP too; where the browser has none or it is full, in memory, as much as is sensible.
 */
import type { ScreenItem } from "../../shared/wire/lobby.ts";

/** All that was published for this screen. */
export interface KeptList {
  readonly version: string;
  readonly items: readonly ScreenItem[];
}

export interface KeptLists {
  readonly current: KeptList | null;
  /** The one before, whose items stand in for those that are not here yet. */
  readonly previous: KeptList | null;
}

/** A file that has come so far; its pieces are whole. */
export interface Piece {
  readonly at: number;
  readonly blob: Blob;
}

/** The browser keeps no more for this page. */
export class NoRoom extends Error {}

export interface ContentStore {
  lists(): Promise<KeptLists>;
  keepLists(lists: KeptLists): Promise<void>;
  /** The hashes of all files that are here, whole, and how many bytes each has. */
  files(): Promise<ReadonlyMap<string, number>>;
  file(sha256: string): Promise<Blob | null>;
  keepFile(sha256: string, blob: Blob): Promise<void>;
  /** In order, without gaps. */
  pieces(sha256: string): Promise<readonly Piece[]>;
  keepPiece(sha256: string, piece: Piece): Promise<void>;
  /** Takes a file and its pieces away. */
  forget(sha256: string): Promise<void>;
  forgetPieces(sha256: string): Promise<void>;
}

const nothingKept: KeptLists = { current: null, previous: null };

/** In memory alone: gone when the page is loaded anew. */
export class MemoryStore implements ContentStore {
  private kept = nothingKept;
  private readonly whole = new Map<string, Blob>();
  private readonly parts = new Map<string, readonly Piece[]>();

  /** @param mostBytes more than that is refused. */
  constructor(private readonly mostBytes = Infinity) {}

  lists(): Promise<KeptLists> {
    return Promise.resolve(this.kept);
  }

  keepLists(lists: KeptLists): Promise<void> {
    this.kept = lists;
    return Promise.resolve();
  }

  files(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map([...this.whole].map(([sha256, { size }]) => [sha256, size])));
  }

  file(sha256: string): Promise<Blob | null> {
    return Promise.resolve(this.whole.get(sha256) ?? null);
  }

  keepFile(sha256: string, blob: Blob): Promise<void> {
    if (this.bytes + blob.size > this.mostBytes) return Promise.reject(new NoRoom("there is no room for the file"));
    this.whole.set(sha256, blob);
    return Promise.resolve();
  }

  pieces(sha256: string): Promise<readonly Piece[]> {
    return Promise.resolve(this.parts.get(sha256) ?? []);
  }

  keepPiece(sha256: string, piece: Piece): Promise<void> {
    this.parts.set(sha256, [...(this.parts.get(sha256) ?? []), piece]);
    return Promise.resolve();
  }

  forget(sha256: string): Promise<void> {
    this.whole.delete(sha256);
    return this.forgetPieces(sha256);
  }

  forgetPieces(sha256: string): Promise<void> {
    this.parts.delete(sha256);
    return Promise.resolve();
  }

  private get bytes(): number {
    return [...this.whole.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
