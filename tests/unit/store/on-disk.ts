/** A hall on a disk of its own: the real store, its writer and a clock that stands, without anything above them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Follower, Store } from "../../../server/commands/ports.ts";
import { Writer } from "../../../server/commands/writer.ts";
import type { Command } from "../../../server/domain/commands.ts";
import type { Recorded } from "../../../server/domain/events.ts";
import { databaseFile, openDatabase } from "../../../server/store/database.ts";
import { openStore } from "../../../server/store/store.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import type { HallFile } from "../../../shared/wire/hall-file.ts";
import { folders, TestClock } from "../../support/hub.ts";
import { smallHall } from "../domain/small-hall.ts";

export class HallOnDisk {
  readonly folder: string;
  readonly clock: TestClock;
  readonly failures: unknown[] = [];
  #database: ReturnType<typeof openDatabase>;
  #writer: Writer;
  #failures = 0;

  constructor(
    private readonly followers: readonly Follower[] = [],
    folder = mkdtempSync(join(tmpdir(), "lundao-store-")),
    clock = new TestClock(),
  ) {
    this.folder = folder;
    this.clock = clock;
    this.#database = openDatabase(this.folder, folders.migrations);
    this.#writer = this.#newWriter();
  }

  get file(): string {
    return databaseFile(this.folder);
  }

  get writer(): Writer {
    return this.#writer;
  }

  get store(): ReturnType<typeof openStore> {
    return openStore(this.#database);
  }

  /** Sends commands in one turn, and hears how each ended: its events' types, or the refusal. */
  async asks(...commands: readonly Command[]): Promise<(string | string[])[]> {
    const answers = await Promise.all(
      commands.map((command) => this.#writer.submit(({ execute }) => execute(command))),
    );
    return answers.map((answer) => (isRefusal(answer) ? answer.refused : answer.map(({ type }) => type)));
  }

  /** A hall with two counters for `a`, both open. */
  async opens(file: HallFile = smallHall({ counters: { 1: [["a"]], 2: [["a"]] } })): Promise<this> {
    await this.asks({ type: "begin-epoch", by: "hub", epoch: "one", sequences: {} });
    await this.asks({ type: "load-hall", by: "hub", hall: file });
    await this.asks(...file.counters.map(({ number }) => ({ type: "open", by: "hub", ...at(number) }) as const));
    return this;
  }

  /** As after a restart of the hub. */
  restarts(): void {
    this.#database.raw.close();
    this.#database = openDatabase(this.folder, folders.migrations);
    this.#writer = this.#newWriter();
  }

  /** What lies in the journal, read by somebody else. */
  journal(): Recorded[] {
    const rows = this.query<{ bytes: Buffer }>("select bytes from journal order by seq");
    return rows.map(({ bytes }) => JSON.parse(bytes.toString("utf8")) as Recorded);
  }

  query<Row>(sql: string): Row[] {
    const database = new Database(this.file, { readonly: true });
    try {
      return database.prepare<[], Row>(sql).all();
    } finally {
      database.close();
    }
  }

  /** Changes the file behind the hub's back; the hub must be stopped. */
  tampers(sql: string, ...params: readonly unknown[]): void {
    const database = new Database(this.file);
    database.prepare(sql).run(...params);
    database.close();
  }

  /** The database takes nothing more, as on a disk that is full. */
  isReadOnly(isIt: boolean): void {
    this.#database.raw.pragma(`query_only = ${isIt ? "on" : "off"}`);
  }

  /** So many commits fail, each at its very end, when all is written. */
  failsNext(commits: number): void {
    this.#failures = commits;
  }

  stops(): void {
    if (this.#database.raw.open) this.#database.raw.close();
  }

  isGone(): void {
    this.stops();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #newWriter(): Writer {
    const { store } = this;
    const commit: Store["commit"] = (work) =>
      store.commit((tx) => {
        const given = work(tx);
        if (this.#failures === 0) return given;
        this.#failures -= 1;
        throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_FSYNC" });
      });
    return new Writer(
      { store: { ...store, commit }, clock: this.clock, onFailure: (error) => this.failures.push(error) },
      this.followers,
    );
  }
}

export function at(counter: number): { readonly counter: number; readonly clerk: string } {
  return { counter, clerk: `clerk-${String(counter)}` };
}

export function issue(ticket: string, service = "a") {
  return {
    type: "issue",
    by: "device:station",
    ticket,
    service,
    class: "normal",
    reason: null,
    channel: "station",
    lang: "zh",
    matters: 1,
    personId: null,
  } as const satisfies Command;
}

export function callNext(counter: number) {
  return {
    type: "call-next",
    by: "user:clerk",
    ...at(counter),
    service: null,
    silent: false,
  } as const satisfies Command;
}

export function finish(counter: number) {
  return {
    type: "finish",
    by: "user:clerk",
    ...at(counter),
    ticket: null,
    arrived: true,
    outcome: "done",
    quantity: 1,
    next: false,
  } as const satisfies Command;
}
