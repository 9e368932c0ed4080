/** Clips that were made, kept in a folder of a bounded size; what was asked for least lately goes first. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Entry {
  readonly bytes: number;
}

export class ClipCache {
  /** By key, the one used last at the end. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #opened: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly mostBytes: number,
  ) {}

  get size(): { readonly clips: number; readonly bytes: number } {
    return { clips: this.#entries.size, bytes: this.#bytes };
  }

  async get(key: string): Promise<Buffer | null> {
    await this.#open();
    if (!this.#entries.has(key)) return null;
    try {
      const sound = await readFile(this.#file(key));
      this.#use(key, sound.length);
      return sound;
    } catch {
      this.#forget(key);
      return null;
    }
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Keeps a clip. A disk that is full keeps none: then it is made anew when it is asked for again. */
  async put(key: string, sound: Buffer): Promise<void> {
    await this.#open();
    const draft = `${this.#file(key)}.new`;
    try {
      await writeFile(draft, sound, { mode: 0o600 });
      await rename(draft, this.#file(key));
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
      return;
    }
    this.#use(key, sound.length);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#forget(oldest);
      await rm(this.#file(oldest), { force: true }).catch(() => undefined);
    }
  }

  #use(key: string, bytes: number): void {
    this.#forget(key);
    this.#entries.set(key, { bytes });
    this.#bytes += bytes;
  }

  #forget(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }

  #file(key: string): string {
    return join(this.folder, `${key}.wav`);
  }

  /** What an earlier start has left, the oldest first. */
  #open(): Promise<void> {
    return (this.#opened ??= this.#read());
  }

  async #read(): Promise<void> {
    const found: { key: string; bytes: number; at: number }[] = [];
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      for (const file of await readdir(this.folder)) {
        const key = /^([0-9a-f]{64})\.wav$/.exec(file)?.[1];
        if (file.endsWith(".new")) await rm(join(this.folder, file), { force: true });
        if (key === undefined) continue;
        const { size, mtimeMs } = await stat(join(this.folder, file));
        found.push({ key, bytes: size, at: mtimeMs });
      }
    } catch {
      // A folder that cannot be had keeps nothing; clips are made each time.
    }
    for (const { key, bytes } of found.sort((one, other) => one.at - other.at)) this.#use(key, bytes);
  }
}
