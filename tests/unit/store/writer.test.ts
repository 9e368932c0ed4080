import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Follower, Store, Tx } from "../../../server/commands/ports.ts";
import { Writer, type WriterOptions } from "../../../server/commands/writer.ts";
import { openDatabase } from "../../../server/store/database.ts";
import { openStore } from "../../../server/store/store.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { folders, type TestClock } from "../../support/hub.ts";
import { canonical } from "../domain/canonical.ts";
import { smallHall } from "../domain/small-hall.ts";
import { at, callNext, HallOnDisk, issue } from "./on-disk.ts";

/** A follower that notes in which order it was told what. */
class Listener implements Follower {
  readonly heard: string[] = [];
  prepared: string[] = [];

  prepare(event: { readonly type: string }): void {
    this.prepared.push(event.type);
  }

  publish(): void {
    this.heard.push(...this.prepared);
    this.prepared = [];
  }

  discard(): void {
    this.prepared = [];
  }
}

/** The real store, whose commits fail as often as they are told to: at their very end, when all is written. */
class FailingStore implements Pick<Store, "commit" | "fold"> {
  failures: Error[] = [];
  committed = 0;

  constructor(private readonly inner: Store) {}

  commit<T>(work: (tx: Tx) => T): T {
    const failure = this.failures.shift();
    const result = this.inner.commit((tx) => {
      const given = work(tx);
      if (failure) throw failure;
      return given;
    });
    this.committed += 1;
    return result;
  }

  fold: Store["fold"] = (follow) => this.inner.fold(follow);
}

const full = (): Error => Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
const broken = (): Error => Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_FSYNC" });

describe("the one writer", () => {
  let disk: HallOnDisk;
  let database: ReturnType<typeof openDatabase>;
  let store: FailingStore;
  let listener: Listener;
  let failures: unknown[];
  let clock: TestClock;

  const newWriter = (more: Partial<WriterOptions> = {}, followers: readonly Follower[] = [listener]): Writer => {
    const real = openStore(database);
    store = new FailingStore(real);
    const failing: Store = { ...real, commit: (work) => store.commit(work), fold: (follow) => store.fold(follow) };
    return new Writer({ store: failing, clock, onFailure: (error) => failures.push(error), ...more }, followers);
  };

  const issued = async (writer: Writer, ticket: string): Promise<string> => {
    const answer = await writer.submit(({ execute, state }) => {
      const events = execute(issue(ticket));
      return isRefusal(events) ? events : { number: state.tickets.get(ticket)?.number ?? "" };
    });
    return isRefusal(answer) ? answer.refused : answer.number;
  };

  beforeEach(async () => {
    disk = await new HallOnDisk().opens();
    disk.stops();
    database = openDatabase(disk.folder, folders.migrations);
    listener = new Listener();
    failures = [];
    clock = disk.clock;
  });

  afterEach(() => {
    database.raw.close();
    disk.isGone();
  });

  it("decides what is asked in one turn in its order and commits it once", async () => {
    const writer = newWriter();
    const before = store.committed;
    expect(await Promise.all(["x", "y", "z"].map((name) => issued(writer, name)))).toEqual(["A001", "A002", "A003"]);
    expect(store.committed).toBe(before + 1);
  });

  it("answers nobody before the commit, those refused neither", async () => {
    const writer = newWriter();
    const answered: string[] = [];
    const given = Promise.all([
      issued(writer, "x").then((number) => answered.push(number)),
      writer.submit(({ execute }) => execute(callNext(9))).then(() => answered.push("refused")),
      writer.submit(() => {
        answered.push("decided");
        return null;
      }),
    ]);
    await Promise.resolve();
    expect(answered).toEqual([]);
    await given;
    expect(answered[0]).toBe("decided");
    expect(answered.slice(1).sort()).toEqual(["A001", "refused"]);
  });

  it("tells followers of what is on disk, in journal order, and of nothing else", async () => {
    const heardAtCommit: number[] = [];
    const writer = newWriter();
    const real = store.commit.bind(store);
    store.commit = (work) => {
      const result = real(work);
      heardAtCommit.push(listener.heard.length);
      return result;
    };
    listener.heard.length = 0;
    await Promise.all([issued(writer, "x"), writer.submit(({ execute }) => execute(callNext(1)))]);
    expect(heardAtCommit).toEqual([0]);
    expect(listener.heard).toEqual(["ticket-issued", "ticket-called"]);
  });

  it("answers not-durable to all of a turn whose commit fails, and nothing of it has happened", async () => {
    const writer = newWriter();
    await issued(writer, "x");
    const before = canonical(writer.state, clock.now());
    listener.heard.length = 0;
    store.failures = [broken()];
    const refused = writer.submit(({ execute }) => execute({ type: "cancel", by: "hub", ticket: "nobody" }));
    expect(await Promise.all([issued(writer, "y"), issued(writer, "z")])).toEqual(["not-durable", "not-durable"]);
    expect(await refused).toEqual({ refused: "not-durable" });
    expect(writer.isWritable).toBe(false);
    expect(canonical(writer.state, clock.now())).toEqual(before);
    expect(listener.heard).toEqual([]);
    expect(failures).toHaveLength(1);
  });

  it("goes on where it stood once commits succeed again: no number lost, none twice", async () => {
    const writer = newWriter();
    await issued(writer, "x");
    store.failures = [broken(), broken()];
    expect(await issued(writer, "y")).toBe("not-durable");
    expect(await issued(writer, "y")).toBe("not-durable");
    expect(await issued(writer, "y")).toBe("A002");
    expect(writer.isWritable).toBe(true);
    expect(disk.journal().map(({ seq }) => seq)).toEqual(disk.journal().map((_, index) => index + 1));
    disk.restarts();
    expect(canonical(disk.writer.state, clock.now())).toEqual(canonical(writer.state, clock.now()));
  });

  it("holds a journal that failed for writable again only once something has been written", async () => {
    const writer = newWriter();
    const written = database.raw.prepare<[], number>("select total_changes()").pluck();
    const real = store.commit.bind(store);
    let isFull = true;
    store.commit = (work) =>
      real((tx) => {
        const before = written.get();
        const given = work(tx);
        if (isFull && written.get() !== before) throw full();
        return given;
      });
    expect(await issued(writer, "x")).toBe("not-durable");
    expect(await writer.submit(() => null)).toEqual({ refused: "not-durable" });
    expect(writer.isWritable).toBe(false);
    isFull = false;
    expect(await writer.submit(() => null)).toBeNull();
    expect(writer.isWritable).toBe(true);
  });

  it("reads the committed state in between, though a failed turn has gone far", async () => {
    const writer = newWriter();
    await issued(writer, "x");
    store.failures = [broken()];
    await Promise.all([writer.submit(({ execute }) => execute(callNext(1))), issued(writer, "y")]);
    expect(writer.state.tickets.get("x")?.state).toBe("waiting");
    expect(writer.state.tickets.has("y")).toBe(false);
    expect(writer.state.counters.get(1)?.ticket).toBeNull();
  });

  it("lets a task that fails for a reason of its own take nobody with it", async () => {
    const writer = newWriter();
    const fails = writer.submit((work) => {
      work.execute(issue("lost"));
      throw new Error("a mistake of ours");
    });
    expect(await Promise.all([issued(writer, "x"), issued(writer, "y")])).toEqual(["A001", "A002"]);
    expect(await fails).toEqual({ refused: "internal" });
    expect(writer.state.tickets.has("lost")).toBe(false);
    expect(failures).toHaveLength(1);
  });

  it("answers what is on disk though a follower fails to tell of it, and tells the others", async () => {
    const second = new Listener();
    let isDeaf = false;
    const deaf: Follower = {
      prepare: () => undefined,
      publish: () => {
        if (isDeaf) throw new Error("a wire fell out");
      },
      discard: () => undefined,
    };
    const writer = newWriter({}, [deaf, second]);
    isDeaf = true;
    expect(await issued(writer, "x")).toBe("A001");
    expect(second.heard).toContain("ticket-issued");
    expect(writer.isWritable).toBe(true);
  });

  it("makes room on a full disk once, and then nobody notices", async () => {
    let room = 1;
    const writer = newWriter({ makeRoom: () => room-- > 0 });
    store.failures = [full()];
    expect(await issued(writer, "x")).toBe("A001");
    store.failures = [full()];
    expect(await issued(writer, "y")).toBe("not-durable");
    expect(await issued(writer, "y")).toBe("A002");
  });

  it("answers not-durable where making room fails as well", async () => {
    const writer = newWriter({
      makeRoom: () => {
        throw new Error("read-only file system");
      },
    });
    store.failures = [full()];
    expect(await issued(writer, "x")).toBe("not-durable");
    expect(await issued(writer, "x")).toBe("A001");
  });

  it("refuses as overloaded what it could not take in, and nothing of it happens", async () => {
    const writer = newWriter({ queueLimit: 2 });
    const answers = await Promise.all(["x", "y", "z"].map((name) => issued(writer, name)));
    expect(answers).toEqual(["A001", "A002", "overloaded"]);
    expect(writer.state.tickets.has("z")).toBe(false);
    expect(await issued(writer, "z")).toBe("A003");
  });

  it("lets the day turn before what anybody asks in it", async () => {
    const writer = newWriter();
    await issued(writer, "x");
    clock.set("2026-11-26T08:00:00+08:00");
    listener.heard.length = 0;
    expect(await issued(writer, "y")).toBe("A001");
    const counters = ["counter-closed", "counter-closed"];
    expect(listener.heard).toEqual(["ticket-expired", ...counters, "day-closed", "day-opened", "ticket-issued"]);
  });

  it("lets holds lapse before what anybody asks", async () => {
    const writer = newWriter();
    await issued(writer, "x");
    const hold = { type: "hold", by: "hub", ...at(1), ticket: null, note: null } as const;
    const start = { type: "start", by: "hub", ...at(1), ticket: null } as const;
    for (const command of [callNext(1), start, hold]) await writer.submit(({ execute }) => execute(command));
    clock.advance({ minutes: 45 });
    await writer.submit(() => null);
    expect(writer.state.tickets.get("x")?.state).toBe("missed");
  });

  it("follows another hour of closing from the moment another hall file says it", async () => {
    const writer = newWriter();
    const load = (expireAt: string) =>
      ({ type: "load-hall", by: "hub", hall: smallHall({ counters: { 1: [["a"]], 2: [["a"]] }, expireAt }) }) as const;
    await writer.submit(({ execute }) => execute(load("20:00")));
    await issued(writer, "x");
    await writer.submit(({ execute }) => execute(load("10:00")));
    clock.set("2026-11-25T10:00:00+08:00");
    await writer.submit(() => null);
    expect(writer.state.day).toEqual({ date: "2026-11-25", isClosed: true });
  });

  it("never lets time step back behind its last event", async () => {
    const writer = newWriter();
    await issued(writer, "x");
    const issuedAt = writer.now();
    clock.set("2026-11-25T03:00:00+08:00");
    expect(writer.now()).toBe(issuedAt);
    expect(await issued(writer, "y")).toBe("A002");
    expect(writer.state.tickets.get("y")?.issuedAt).toBe(issuedAt);
  });
});
