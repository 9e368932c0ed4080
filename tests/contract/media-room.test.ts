import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import Database from "better-sqlite3";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MediaRow } from "../../server/commands/lobby-ports.ts";
import { addMedia, removeUnnamedMedia } from "../../server/commands/media-commands.ts";
import { databaseFile } from "../../server/store/database.ts";
import { Desk, type Person } from "../support/desk.ts";
import { sendFile } from "../support/form.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";
import { tinyMp4 } from "../support/tiny-video.ts";

const GIB = 1024 ** 3;
let made = 0;
const png = () => {
  made += 1;
  return sharp({ create: { width: 40, height: 40, channels: 3, background: { r: made, g: 1, b: 2 } } })
    .png()
    .toBuffer();
};

describe("room for media", () => {
  let hub: TestHub;
  let editor: Person;
  let free = 10 * GIB;

  beforeEach(async () => {
    free = 10 * GIB;
    hub = await startHub({ room: { freeBytes: () => free }, env: { LUNDAO_IMAGE_MB: "1", LUNDAO_VIDEO_MB: "1" } });
    editor = await new Desk(hub).staff("editor");
  });

  afterEach(() => end(hub));

  const onDisk = (): string[] =>
    readdirSync(join(hub.data, "media"), { recursive: true, encoding: "utf8" }).filter((path) => path.length > 40);

  it("is none below one GiB: nothing is taken, and calls go on", async () => {
    free = GIB - 1;
    const { status, problem } = await sendFile(hub, editor, { bytes: await png() });
    expect([status, problem.code]).toEqual([503, "no-room"]);
    expect(problem.detail).toBe("磁盘空间不够，没有保存，请联系运维人员");
    expect(onDisk()).toEqual([]);
    expect((await (await new Desk(hub).station()).take("proof")).number).toMatch(/001$/);
    free = 10 * GIB;
    expect((await sendFile(hub, editor, { bytes: await png() })).status).toBe(201);
  });

  it("is none for what would take the last GiB", async () => {
    free = GIB + 5000;
    const bytes = tinyMp4();
    expect((await sendFile(hub, editor, { bytes })).problem.code).toBe("no-room");
  });

  it("is none for a video that would take the last GiB while it is put in order", async () => {
    const bytes = tinyMp4({ isIndexLast: true, spareBytes: 600_000 });
    free = GIB + bytes.length + 400_000;
    expect((await sendFile(hub, editor, { bytes })).problem.code).toBe("no-room");
    expect(onDisk()).toEqual([]);
    // The form around it is reckoned too.
    free = GIB + 2 * bytes.length + 1000;
    expect((await sendFile(hub, editor, { bytes })).status).toBe(201);
  });

  it("is promised to one upload at a time", async () => {
    const { store } = hub.hub.media;
    const slow = tinyMp4({ spareBytes: 600_000 });
    const other = tinyMp4({ spareBytes: 300_000 });
    free = GIB + 2 * slow.length + other.length + 1000;
    const file = new PassThrough();
    const commit = (row: Omit<MediaRow, "at">) => hub.hub.context.writer.submit(addMedia(row));
    const first = store.add({ name: "slow.mp4", file, length: slow.length, by: "somebody" }, commit);
    file.write(slow.subarray(0, 5000));
    await expect.poll(() => store.admits(2 * other.length)).toMatchObject({ refused: "no-room" });
    expect((await sendFile(hub, editor, { bytes: other })).problem.code).toBe("no-room");
    file.end(slow.subarray(5000));
    expect(await first).toMatchObject({ kind: "video" });
    expect((await sendFile(hub, editor, { bytes: other })).status).toBe(201);
  });

  it("is no more than a file of its kind may take", async () => {
    const noise = Buffer.from(Array.from({ length: 900 * 900 * 3 }, (_, index) => (index * 7919) % 251));
    const bytes = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(bytes.length).toBeGreaterThan(1024 * 1024);
    const { status, problem } = await sendFile(hub, editor, { bytes });
    expect([status, problem.code, problem.field, problem.detail]).toEqual([
      413,
      "too-large",
      "file",
      "文件太大，最大1MB，没有保存",
    ]);
    expect(onDisk()).toEqual([]);
    expect((await sendFile(hub, editor, { bytes: tinyMp4({ width: 128, height: 128, seconds: 6 }) })).status).toBe(413);
  });

  it("is given back: what a crash left of uploads goes at the next start", async () => {
    const { media } = await sendFile(hub, editor, { bytes: await png() });
    const left = join(hub.data, "media", "incoming", "1-1");
    mkdirSync(left);
    writeFileSync(join(left, "upload"), "half");
    const { data, clock } = hub;
    await hub.stop();
    hub = await startHub({ data, clock });
    expect(existsSync(left)).toBe(false);
    expect((await hub.app.inject({ method: "GET", url: media.url })).statusCode).toBe(200);
  });

  it("is given back: files that no item has named for thirty days, and none that one has", async () => {
    const [old, named] = [
      await sendFile(hub, editor, { bytes: await png() }),
      await sendFile(hub, editor, { bytes: await png() }),
    ];
    shows(hub, named.media.id);
    hub.clock.advance({ minutes: 31 * 24 * 60 });
    // Nobody stays signed in for so long.
    const young = await sendFile(hub, await new Desk(hub).manager(), { bytes: await png() });
    await hub.hub.media.store.remove(() => hub.hub.context.writer.submit(removeUnnamedMedia));
    const statuses = [];
    for (const { media } of [old, named, young])
      statuses.push((await hub.app.inject({ method: "GET", url: media.url })).statusCode);
    expect(statuses).toEqual([404, 200, 200]);
    expect(
      hub.hub.context.store.media
        .list()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([named.media.id, young.media.id].sort());
  });

  it("is given back: files without a row, which a crash leaves in between, once they are a day old", async () => {
    const { media } = await sendFile(hub, editor, { bytes: await png() });
    const orphans = ["a".repeat(64), "b".repeat(64)].map((sha256) =>
      join(hub.data, "media", sha256.slice(0, 2), sha256),
    );
    for (const file of orphans) {
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, "x");
    }
    utimesSync(orphans[0] ?? "", 1, 1);
    await hub.hub.media.store.sweep();
    expect(orphans.map((file) => existsSync(file))).toEqual([false, true]);
    expect((await hub.app.inject({ method: "GET", url: media.url })).statusCode).toBe(200);
  });

  it("is kept for what an item shows, or has shown once", async () => {
    const detail = "有内容（或它以前的版本）用到这个文件，要留作记录";
    for (const publishedVersion of [1, 2]) {
      const { media } = await sendFile(hub, editor, { bytes: await png() });
      shows(hub, media.id, publishedVersion);
      const { status, body } = await editor.ask("DELETE", `/api/media/${media.id}`);
      expect([status, body.code, body.detail]).toEqual([409, "still-needed", detail]);
      expect((await hub.app.inject({ method: "GET", url: media.url })).statusCode).toBe(200);
    }
    const { media } = await sendFile(hub, editor, { bytes: await png() });
    expect((await editor.ask("DELETE", `/api/media/${media.id}`)).status).toBe(200);
  });
});

/** An item whose first version shows a media, and whose newest no longer does. */
function shows({ data }: TestHub, media: string, publishedVersion = 1): void {
  const database = new Database(databaseFile(data));
  try {
    const item = `item-of-${media}`;
    database
      .prepare(
        "insert into items (id, state, version, published_version, created_at, changed_at) values (?, 'draft', 2, ?, 0, 0)",
      )
      .run(item, publishedVersion);
    const version = database.prepare(
      "insert into item_versions (item, version, data, author, at) values (?, ?, json_object('media', ?), 'somebody', 0)",
    );
    version.run(item, 1, media);
    version.run(item, 2, null);
  } finally {
    database.close();
  }
}
