import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ContentKeeper, type KeeperPorts } from "../../../display/content/content-keeper.ts";
import { MemoryStore } from "../../../display/content/content-store.ts";
import { download, pieceBytes } from "../../../display/content/download.ts";
import { Sha256 } from "../../../display/content/sha256.ts";
import type { ScreenFile } from "../../../shared/wire/lobby.ts";
import { aFile, anItem } from "./items-of-tests.ts";

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a hash made piece by piece", () => {
  it("is that of the whole, wherever the pieces end", () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37) % 256);
      const hash = new Sha256();
      for (let at = 0; at < length; at += 37) hash.update(bytes.subarray(at, at + 37));
      expect(hash.hex()).toBe(hashOf(bytes));
    }
  });
});

describe("a file that is loaded", () => {
  const bytes = Uint8Array.from({ length: 2 * pieceBytes + 500 }, (_, index) => (index * 31) % 251);
  const film: ScreenFile = aFile(hashOf(bytes), { bytes: bytes.length, type: "video/mp4" });

  /** A hub that answers from where it is asked, and whose line falls after so many bytes. */
  function hub(source: Uint8Array, { falls = Infinity, hasRanges = true } = {}) {
    const asked: (string | null)[] = [];
    const ask = (_url: string, { headers }: RequestInit) => {
      const range = new Headers(headers).get("range");
      asked.push(range);
      const from = hasRanges && range !== null ? Number(/\d+/.exec(range)?.[0]) : 0;
      const end = Math.min(source.length, from + falls);
      let at = from;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at < end) controller.enqueue(source.slice(at, Math.min(end, at + 300_000)));
          else if (end < source.length) controller.error(new Error("the line fell"));
          else controller.close();
          at += 300_000;
        },
      });
      return Promise.resolve(new Response(body, { status: from > 0 ? 206 : 200 }));
    };
    return { ask, asked };
  }

  it("is kept whole once its hash is right", async () => {
    const store = new MemoryStore();
    await download(film, store, hub(bytes).ask);
    const kept = await store.file(film.sha256);
    expect(hashOf(new Uint8Array((await kept?.arrayBuffer()) ?? []))).toBe(film.sha256);
    expect(kept?.type).toBe("video/mp4");
    expect(await store.pieces(film.sha256)).toEqual([]);
  });

  it("goes on from where the line fell", async () => {
    const store = new MemoryStore();
    const first = hub(bytes, { falls: pieceBytes + 400_000 });
    await expect(download(film, store, first.ask)).rejects.toThrow("the line fell");
    const pieces = await store.pieces(film.sha256);
    const have = pieces.reduce((sum, { blob }) => sum + blob.size, 0);
    expect(have).toBeGreaterThanOrEqual(pieceBytes);
    const second = hub(bytes);
    await download(film, store, second.ask);
    expect(second.asked).toEqual([`bytes=${String(have)}-`]);
    expect(await store.file(film.sha256)).not.toBeNull();
  });

  it("is given up for now where nothing comes any more", async () => {
    vi.useFakeTimers();
    const silent = () => Promise.resolve(new Response(new ReadableStream<Uint8Array>()));
    const given = expect(download(film, new MemoryStore(), silent)).rejects.toThrow("nothing comes any more");
    await vi.advanceTimersByTimeAsync(31_000);
    await given;
    vi.useRealTimers();
  });

  it("begins anew where the hub answers from the start", async () => {
    const store = new MemoryStore();
    await expect(download(film, store, hub(bytes, { falls: 1_400_000 }).ask)).rejects.toThrow("the line fell");
    await download(film, store, hub(bytes, { hasRanges: false }).ask);
    expect((await store.file(film.sha256))?.size).toBe(bytes.length);
  });

  it("is thrown away when it is not what was promised", async () => {
    const store = new MemoryStore();
    const other = bytes.slice();
    other[7] = 255;
    await expect(download(film, store, hub(other).ask)).rejects.toThrow("not the file that was promised");
    expect([await store.file(film.sha256), await store.pieces(film.sha256)]).toEqual([null, []]);
    const longer = new Uint8Array([...bytes, 1]);
    await expect(download(film, store, hub(longer).ask)).rejects.toThrow("not the file that was promised");
  });
});

describe("content that a screen keeps", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Loads what is there; a hash that begins with `no` is not. */
  async function keeping(store = new MemoryStore(), ask: KeeperPorts["ask"] = () => Promise.resolve(null)) {
    const missing = new Set<string>();
    const loaded: string[] = [];
    const keeper = await ContentKeeper.open({
      store,
      ask,
      load: async (file, into) => {
        loaded.push(file.sha256);
        if (missing.has(file.sha256)) throw new Error("not to be had");
        await into.keepFile(file.sha256, new Blob(["abc"]));
      },
    });
    const shown = () => keeper.items.map(({ id, version }) => `${id} ${String(version)}`);
    const settled = () => vi.advanceTimersByTimeAsync(0);
    return { store, keeper, missing, loaded, shown, settled };
  }

  it("shows an item once its files are here, one loaded after the other", async () => {
    const { keeper, loaded, shown, settled } = await keeping();
    const items = [
      anItem("words"),
      anItem("a", { files: [aFile("1")] }),
      anItem("b", { files: [aFile("2"), aFile("3")] }),
    ];
    const telling = keeper.told({ version: "v1", items });
    expect(shown()).toEqual(["words 1"]);
    await telling;
    await settled();
    expect(loaded).toEqual(["1", "2", "3"]);
    expect(shown()).toEqual(["words 1", "a 1", "b 1"]);
    expect(keeper.report).toEqual({ version: "v1", files: 3, missing: 0, bytes: 9 });
  });

  it("loads the smallest first, so that a picture does not wait for a film", async () => {
    const { keeper, loaded, settled } = await keeping();
    const film = aFile("film", { bytes: 2 ** 30 });
    await keeper.told({ version: "v1", items: [anItem("a", { files: [film] }), anItem("b", { files: [aFile("2")] })] });
    await settled();
    expect(loaded).toEqual(["2", "film"]);
  });

  it("goes on with the version before until the new one's files are here", async () => {
    const { keeper, missing, shown, settled } = await keeping();
    await keeper.told({ version: "v1", items: [anItem("a", { files: [aFile("1")] })] });
    await settled();
    missing.add("2");
    await keeper.told({ version: "v2", items: [anItem("a", { version: 2, files: [aFile("2")] })] });
    await settled();
    expect(shown()).toEqual(["a 1"]);
    expect(keeper.report.missing).toBe(1);
    missing.clear();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(shown()).toEqual(["a 2"]);
  });

  it("keeps the version before through a further change that comes too early", async () => {
    const { keeper, missing, shown, settled } = await keeping();
    await keeper.told({ version: "v1", items: [anItem("a", { files: [aFile("1")] })] });
    await settled();
    missing.add("2").add("3");
    await keeper.told({ version: "v2", items: [anItem("a", { version: 2, files: [aFile("2")] })] });
    await keeper.told({ version: "v3", items: [anItem("a", { version: 3, files: [aFile("3")] })] });
    await settled();
    expect(shown()).toEqual(["a 1"]);
  });

  it("drops at once what was withdrawn, and its files with the content after", async () => {
    const { keeper, store, shown, settled } = await keeping();
    await keeper.told({ version: "v1", items: [anItem("a", { files: [aFile("1")] }), anItem("b")] });
    await settled();
    const telling = keeper.told({ version: "v2", items: [anItem("b")] });
    expect(shown()).toEqual(["b 1"]);
    await telling;
    await settled();
    expect(await store.file("1")).not.toBeNull();
    await keeper.told({ version: "v3", items: [anItem("b", { version: 2 })] });
    await settled();
    expect(await store.file("1")).toBeNull();
  });

  it("begins with what was kept when the page is loaded anew, and loads nothing again", async () => {
    const first = await keeping();
    await first.keeper.told({ version: "v1", items: [anItem("a", { files: [aFile("1")] })] });
    await first.settled();
    const second = await keeping(first.store);
    expect(second.keeper.version).toBe("v1");
    expect(second.shown()).toEqual(["a 1"]);
    await second.keeper.told({ version: "v1" });
    await second.settled();
    expect(second.loaded).toEqual([]);
  });

  it("asks for what does not fit a frame", async () => {
    const whole = { version: "v2", items: [anItem("a")] };
    const { keeper, shown } = await keeping(new MemoryStore(), () => Promise.resolve(whole));
    await keeper.told({ version: "v2" });
    expect(shown()).toEqual(["a 1"]);
  });

  it("goes on asking until it is answered, for what was withdrawn must not stand", async () => {
    const answers = [null, null, { version: "v2", items: [anItem("b")] }];
    let asked = 0;
    const { keeper, shown } = await keeping(new MemoryStore(), () => Promise.resolve(answers[asked++] ?? null));
    await keeper.told({ version: "v1", items: [anItem("a"), anItem("b")] });
    await keeper.told({ version: "v2" });
    expect(shown()).toEqual(["a 1", "b 1"]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect([keeper.version, shown(), asked]).toEqual(["v2", ["b 1"], 3]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toBe(3);
  });

  it("asks no more for what was overtaken", async () => {
    let asked = 0;
    const { keeper, shown } = await keeping(new MemoryStore(), () => Promise.resolve((asked++, null)));
    await keeper.told({ version: "v1" });
    await keeper.told({ version: "v2", items: [anItem("b")] });
    await vi.advanceTimersByTimeAsync(600_000);
    expect([shown(), asked]).toEqual([["b 1"], 1]);
  });

  it("makes room where the browser is full: first what nobody names, then what only the content before names", async () => {
    const { keeper, shown, settled, store } = await keeping(new MemoryStore(6));
    await keeper.told({
      version: "v1",
      items: [anItem("a", { files: [aFile("1")] }), anItem("b", { files: [aFile("2")] })],
    });
    await settled();
    await keeper.told({
      version: "v2",
      items: [anItem("b", { files: [aFile("2")] }), anItem("c", { files: [aFile("3")] })],
    });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(shown()).toEqual(["b 1", "c 1"]);
    expect(await store.file("1")).toBeNull();
    const changed = anItem("b", { version: 2, files: [aFile("4")] });
    await keeper.told({ version: "v3", items: [changed, anItem("c", { files: [aFile("3")] })] });
    await vi.advanceTimersByTimeAsync(600_000);
    // The version that plays is not given up for one that finds no room.
    expect(shown()).toEqual(["b 1", "c 1"]);
  });

  it("believes what was told last, however late an answer comes", async () => {
    const held: { answer?: (content: { version: string; items: [] }) => void } = {};
    const { keeper, shown } = await keeping(new MemoryStore(), () => new Promise((resolve) => (held.answer = resolve)));
    const late = keeper.told({ version: "v1" });
    await keeper.told({ version: "v2", items: [anItem("b")] });
    held.answer?.({ version: "v1", items: [] });
    await late;
    expect([keeper.version, shown()]).toEqual(["v2", ["b 1"]]);
  });

  it("loads again what the browser has lost", async () => {
    const { keeper, store, loaded, settled } = await keeping();
    await keeper.told({ version: "v1", items: [anItem("a", { files: [aFile("1")] })] });
    await settled();
    await store.forget("1");
    await expect(keeper.open(aFile("1"))).rejects.toThrow("is not here");
    await settled();
    expect(loaded).toEqual(["1", "1"]);
    const file = await keeper.open(aFile("1"));
    expect(file.url).toMatch(/^blob:/);
    file.release();
  });
});
