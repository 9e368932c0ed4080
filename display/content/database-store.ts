/** The content in the browser's own database: it outlives the page, the browser and the machine's restart. */
import { MemoryStore, NoRoom, type ContentStore, type KeptLists, type Piece } from "./content-store.ts";

const version = 1;
const openMillis = 3_000;
const listsKey = "lists";
/** Where there is no database, films are too much to hold. */
const mostBytesInMemory = 256 * 2 ** 20;

interface PieceRow extends Piece {
  readonly sha256: string;
}

interface FileRow {
  readonly sha256: string;
  readonly bytes: number;
  readonly blob: Blob;
}

/** Opens the database of this name; memory where the browser has none or does not let the page have it. */
export async function openStore(name: string): Promise<ContentStore> {
  try {
    return new DatabaseStore(await Promise.race([opened(name), tooLate()]));
  } catch {
    return new MemoryStore(mostBytesInMemory);
  }
}

class DatabaseStore implements ContentStore {
  constructor(private readonly database: IDBDatabase) {}

  async lists(): Promise<KeptLists> {
    const kept = await this.read<KeptLists | undefined>("lists", (store) => store.get(listsKey));
    return kept ?? { current: null, previous: null };
  }

  keepLists(lists: KeptLists): Promise<void> {
    return this.write(["lists"], (store) => void store("lists").put(lists, listsKey));
  }

  async files(): Promise<ReadonlyMap<string, number>> {
    const keys = await this.read<string[]>("sizes", (store) => store.getAllKeys());
    const sizes = await this.read<number[]>("sizes", (store) => store.getAll());
    return new Map(keys.map((key, index) => [key, sizes[index] ?? 0]));
  }

  async file(sha256: string): Promise<Blob | null> {
    const row = await this.read<FileRow | undefined>("files", (store) => store.get(sha256));
    return row?.blob ?? null;
  }

  keepFile(sha256: string, blob: Blob): Promise<void> {
    return this.write(["files", "sizes"], (store) => {
      store("files").put({ sha256, bytes: blob.size, blob } satisfies FileRow);
      store("sizes").put(blob.size, sha256);
    });
  }

  async pieces(sha256: string): Promise<readonly Piece[]> {
    const rows = await this.read<PieceRow[]>("pieces", (store) => store.index("sha256").getAll(sha256));
    const whole: Piece[] = [];
    let end = 0;
    for (const { at, blob } of rows.sort((one, other) => one.at - other.at)) {
      if (at !== end) break;
      whole.push({ at, blob });
      end += blob.size;
    }
    return whole;
  }

  keepPiece(sha256: string, { at, blob }: Piece): Promise<void> {
    return this.write(["pieces"], (store) => void store("pieces").put({ sha256, at, blob } satisfies PieceRow));
  }

  forget(sha256: string): Promise<void> {
    return this.write(["files", "sizes", "pieces"], (store) => {
      store("files").delete(sha256);
      store("sizes").delete(sha256);
      store("pieces").delete(piecesOf(sha256));
    });
  }

  forgetPieces(sha256: string): Promise<void> {
    return this.write(["pieces"], (store) => void store("pieces").delete(piecesOf(sha256)));
  }

  private read<T>(name: string, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = ask(this.database.transaction(name).objectStore(name));
      // What this class itself has put there.
      request.onsuccess = () => resolve(request.result as T);
      request.onerror = () => reject(new Error(`the browser cannot read ${name}`));
    });
  }

  private write(names: string[], change: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(names, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new NoRoom(`the browser cannot keep ${names.join(", ")}`));
      change((name) => transaction.objectStore(name));
    });
  }
}

/** A wall does not wait for a database that hangs. */
function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("the browser's database does not open")), openMillis);
  });
}

function piecesOf(sha256: string): IDBKeyRange {
  return IDBKeyRange.bound([sha256, 0], [sha256, Number.MAX_SAFE_INTEGER]);
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      database.createObjectStore("lists");
      database.createObjectStore("files", { keyPath: "sha256" });
      database.createObjectStore("sizes");
      database.createObjectStore("pieces", { keyPath: ["sha256", "at"] }).createIndex("sha256", "sha256");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error("the browser has no database"));
    request.onblocked = () => reject(new Error("the browser's database is held"));
  });
}
