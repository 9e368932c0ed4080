/**
 * Keeps what is published for this screen, and its files, on the screen. An item is played once all its files are here
 * and checked; until then its earlier version goes on. What was withdrawn is gone at once. Files load one at a time,
 * again and again until they are here, the smallest first. Dispatches `change` when what can be played has changed.
 */
import type { ScreenContent, ScreenFile, ScreenItem } from "../../shared/wire/lobby.ts";
import { NoRoom, type ContentStore, type KeptList, type KeptLists } from "./content-store.ts";
import { download } from "./download.ts";
import type { FileSource, OpenFile } from "./files.ts";

/** What it tells of itself with the screen's heartbeat. */
export interface CacheReport {
  readonly version: string | null;
  readonly files: number;
  readonly missing: number;
  readonly bytes: number;
}

export interface KeeperPorts {
  readonly store: ContentStore;
  /** Asks the hub for all that is published, where it did not fit a frame; null where it cannot be had now. */
  readonly ask: () => Promise<ScreenContent | null>;
  readonly load?: typeof download;
}

const firstRetryMillis = 5_000;
const lastRetryMillis = 60_000;

export class ContentKeeper extends EventTarget implements FileSource {
  private lists: KeptLists = { current: null, previous: null };
  private here: ReadonlyMap<string, number> = new Map();
  private isLoading = false;
  private isClosed = false;
  private isTold = false;
  private tellings = 0;
  private retryMillis = firstRetryMillis;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private askMillis = firstRetryMillis;
  private askAgain: ReturnType<typeof setTimeout> | undefined;
  private readonly load: typeof download;

  private constructor(private readonly ports: KeeperPorts) {
    super();
    this.load = ports.load ?? download;
  }

  /** With what was kept before the page was loaded. */
  static async open(ports: KeeperPorts): Promise<ContentKeeper> {
    const keeper = new ContentKeeper(ports);
    keeper.lists = await ports.store.lists().catch(() => keeper.lists);
    keeper.here = await ports.store.files().catch(() => keeper.here);
    return keeper;
  }

  /** The version of the content that is held; null for none. */
  get version(): string | null {
    return this.lists.current?.version ?? null;
  }

  /** Whether the hub has said what is published since the page was loaded; until then only what was kept is known. */
  get hasBeenTold(): boolean {
    return this.isTold;
  }

  /** What can be played: each item, or its earlier version until its files are here. */
  get items(): readonly ScreenItem[] {
    const earlier = new Map((this.lists.previous?.items ?? []).map((item) => [item.id, item]));
    return (this.lists.current?.items ?? []).flatMap((item) => {
      if (this.isWhole(item)) return [item];
      const before = earlier.get(item.id);
      return before && this.isWhole(before) ? [before] : [];
    });
  }

  get report(): CacheReport {
    const wanted = filesOf(this.lists.current);
    return {
      version: this.version,
      files: this.here.size,
      missing: wanted.filter(({ sha256 }) => !this.here.has(sha256)).length,
      bytes: [...this.here.values()].reduce((sum, bytes) => sum + bytes, 0),
    };
  }

  /** The hub tells what is published: all of it, or that this version is still the one. */
  async told(content: ScreenContent): Promise<void> {
    this.tellings += 1;
    this.askMillis = firstRetryMillis;
    await this.hear(content);
  }

  private async hear(content: ScreenContent): Promise<void> {
    const telling = this.tellings;
    clearTimeout(this.askAgain);
    if (content.version === this.version) {
      this.vouched();
      this.goOn();
      return;
    }
    const whole = content.items ? content : await this.ports.ask();
    // What came meanwhile is newer than this answer.
    if (this.isClosed || telling !== this.tellings) return;
    this.vouched();
    if (!whole?.items) {
      // The hub has told this once; what was withdrawn must not stand until something else is published.
      this.askAgain = setTimeout(() => void this.hear(content), this.askMillis * (0.5 + 0.5 * Math.random()));
      this.askMillis = Math.min(lastRetryMillis, 2 * this.askMillis);
      return;
    }
    await this.take({ version: whole.version, items: whole.items });
  }

  /** The hub is back, or some time has passed: loads what is missing. */
  goOn(): void {
    clearTimeout(this.retry);
    if (!this.isLoading && !this.isClosed) void this.loadMissing();
  }

  async open(file: ScreenFile): Promise<OpenFile> {
    const blob = await this.ports.store.file(file.sha256);
    if (!blob) {
      this.here = new Map([...this.here].filter(([sha256]) => sha256 !== file.sha256));
      this.goOn();
      throw new Error(`${file.url} is not here`);
    }
    const url = URL.createObjectURL(blob.type === "" ? blob.slice(0, blob.size, file.type) : blob);
    let isOpen = true;
    return {
      url,
      release: () => {
        if (isOpen) URL.revokeObjectURL(url);
        isOpen = false;
      },
    };
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.retry);
    clearTimeout(this.askAgain);
  }

  private vouched(): void {
    if (this.isTold) return;
    this.isTold = true;
    this.changed();
  }

  private async take(list: KeptList): Promise<void> {
    // Of items that are still waiting for their files the one before that stays the one before.
    const playable = this.items;
    const previous = this.lists.current && { version: this.lists.current.version, items: playable };
    this.lists = { current: list, previous };
    this.changed();
    await this.ports.store.keepLists(this.lists).catch(() => undefined);
    this.retryMillis = firstRetryMillis;
    this.goOn();
  }

  private async loadMissing(): Promise<void> {
    this.isLoading = true;
    let hasFailed = false;
    try {
      const tried = new Set<string>();
      // Before, not after: in a browser that is full, what is let go makes the room for what comes.
      await this.sweep([...filesOf(this.lists.current), ...filesOf(this.lists.previous)]);
      for (let file = this.nextMissing(tried); file && !this.isClosed; file = this.nextMissing(tried)) {
        tried.add(file.sha256);
        hasFailed = !(await this.loadOne(file)) || hasFailed;
      }
    } finally {
      this.isLoading = false;
    }
    this.retryMillis = hasFailed ? Math.min(lastRetryMillis, 2 * this.retryMillis) : firstRetryMillis;
    if (hasFailed && !this.isClosed) this.retry = setTimeout(() => this.goOn(), this.retryMillis);
  }

  /** The smallest first: a picture does not wait a quarter of an hour behind a film. */
  private nextMissing(tried: ReadonlySet<string>): ScreenFile | undefined {
    return filesOf(this.lists.current)
      .filter(({ sha256 }) => !this.here.has(sha256) && !tried.has(sha256))
      .reduce<ScreenFile | undefined>((best, file) => (best && best.bytes <= file.bytes ? best : file), undefined);
  }

  private async loadOne(file: ScreenFile): Promise<boolean> {
    try {
      await this.load(file, this.ports.store);
    } catch (error) {
      // The next round finds more room: only what is played now, or is to come, stays.
      if (error instanceof NoRoom) await this.sweep(filesOf(this.lists.current), this.items);
      return false;
    }
    this.here = new Map([...this.here, [file.sha256, file.bytes]]);
    this.changed();
    return true;
  }

  /** Lets go of all files but these. */
  private async sweep(files: readonly ScreenFile[], played: readonly ScreenItem[] = []): Promise<void> {
    const named = new Set([...files, ...played.flatMap(({ files = [] }) => files)].map(({ sha256 }) => sha256));
    const unnamed = [...this.here.keys()].filter((sha256) => !named.has(sha256));
    for (const sha256 of unnamed) await this.ports.store.forget(sha256).catch(() => undefined);
    if (unnamed.length > 0) this.here = new Map([...this.here].filter(([sha256]) => named.has(sha256)));
  }

  private isWhole({ files = [] }: ScreenItem): boolean {
    return files.every(({ sha256 }) => this.here.has(sha256));
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

function filesOf(list: KeptList | null): readonly ScreenFile[] {
  return (list?.items ?? []).flatMap(({ files = [] }) => files);
}
