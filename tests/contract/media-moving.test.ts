import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { Desk, type Person } from "../support/desk.ts";
import { sendFile } from "../support/form.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";
import { tinyMp4, tinyWebm } from "../support/tiny-video.ts";

let hub: TestHub;
let editor: Person;

beforeAll(async () => {
  hub = await startHub();
  editor = await new Desk(hub).staff("editor");
  return () => end(hub);
});

const bytesOf = async (sha256: string): Promise<Buffer> =>
  (await hub.app.inject({ method: "GET", url: `/media/${sha256}` })).rawPayload;

const refusalOf = async (bytes: Uint8Array, filename: string) => {
  const { status, problem } = await sendFile(hub, editor, { bytes, filename });
  return { ...problem, status };
};

describe("videos sent in", () => {
  it("are taken as MP4 and as WebM, with their size and length", async () => {
    const mp4 = await sendFile(hub, editor, { bytes: tinyMp4({ seconds: 3, width: 64, height: 32 }) });
    expect(mp4.status).toBe(201);
    expect(mp4.media).toMatchObject({ kind: "video", type: "video/mp4", width: 64, height: 32, seconds: 3 });
    const webm = await sendFile(hub, editor, { bytes: await tinyWebm({ seconds: 1 }) });
    expect(webm.media).toMatchObject({ kind: "video", type: "video/webm", width: 32, height: 32, seconds: 1 });
  });

  it("have their index at the front, wherever it was", async () => {
    const first = await sendFile(hub, editor, { bytes: tinyMp4({ seconds: 4 }) });
    const last = await sendFile(hub, editor, { bytes: tinyMp4({ seconds: 4, isIndexLast: true }) });
    expect(last.status).toBe(201);
    // The same pictures in the same order are the same bytes.
    expect(last.media.sha256).toBe(first.media.sha256);
    expect(await bytesOf(last.media.sha256)).toEqual(tinyMp4({ seconds: 4 }));
  });

  it("do not tell where they were taken", async () => {
    const bytes = tinyMp4({ seconds: 5, place: "+31.2304+121.4737/" });
    expect(bytes.includes("+121.4737")).toBe(true);
    const { media } = await sendFile(hub, editor, { bytes });
    expect((await bytesOf(media.sha256)).includes("121.4737")).toBe(false);
  });

  it.each([
    ["another codec", () => Promise.resolve(tinyMp4({ codec: "hvc1" })), /^这段视频是MPEG-4, AVC .*32×32, 10 fps$/],
    ["another codec of WebM", () => tinyWebm({ codec: "V_AV1" }), /^这段视频是WebM, AV1, 32×32, 10 fps$/],
    ["Matroska", () => tinyWebm({ docType: "matroska" }), /^这段视频是Matroska, VP8/],
    ["more pixels than old boxes play", () => Promise.resolve(tinyMp4({ width: 4096, height: 16 })), /4096×16/],
    ["no length", () => tinyWebm({ saysLength: false }), /^这段视频没有时长，不能跳播：WebM, VP8/],
  ])("are refused where they are of %s, with what was found and a command", async (_, make, found) => {
    const told = await refusalOf(await make(), "宣传片 2026.mkv");
    expect([told.status, told.code]).toEqual([415, "unplayable"]);
    expect(told.found).toMatch(found);
    expect(told.recipe).toBe(
      `ffmpeg -i "宣传片 2026.mkv" -vf "scale='min(1920,iw)':'min(1920,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2" -r 30 -c:v libx264 -profile:v high -pix_fmt yuv420p -c:a aac -b:a 128k -movflags +faststart "宣传片 2026-screen.mp4"`,
    );
    expect(told.detail).toContain(told.recipe);
  });

  it("are refused where they are cut off, or point outside of themselves", async () => {
    const whole = tinyMp4({ seconds: 6 });
    expect((await refusalOf(whole.subarray(0, whole.length / 2), "a.mp4")).status).toBe(415);
    expect((await refusalOf(whole.subarray(0, 40), "a.mp4")).status).toBe(415);
    const wild = Buffer.from(whole);
    wild.writeUInt32BE(0x7fffffff, wild.indexOf("stco") + 12);
    const told = await refusalOf(wild, "a.mp4");
    expect([told.status, told.found]).toEqual([415, "文件不完整或已损坏"]);
  });
});

describe("PDFs sent in", () => {
  it("become a picture a page, which show what is written there in Chinese too", async () => {
    const { status, media } = await sendFile(hub, editor, {
      bytes: tinyPdf({ pages: ["Opening hours", "办理身份证须知", ""] }),
      filename: "须知.pdf",
    });
    expect(status).toBe(201);
    expect(media).toMatchObject({ kind: "pdf", type: "application/pdf", width: 1526, height: 2160, pages: 3 });
    expect(media.url).not.toBe(`/media/${media.sha256}`);
    const rows = hub.hub.context.store.media.find(media.id)?.pages ?? [];
    const inks = [];
    for (const { sha256, bytes } of rows) {
      const picture = await bytesOf(sha256);
      expect(picture.length).toBe(bytes);
      const { format, width, height } = await sharp(picture).metadata();
      expect([format, width, height]).toEqual(["webp", 1526, 2160]);
      const { channels } = await sharp(picture).stats();
      inks.push(255 - (channels[0]?.mean ?? 0));
    }
    const [latin = 0, chinese = 0, nothing = 1] = inks;
    // Drawn a little finer or bolder from version to version; a page without its font is empty.
    expect(latin).toBeGreaterThan(0.2);
    expect(chinese).toBeGreaterThan(0.3);
    expect(nothing).toBe(0);
  });

  it("are the same media when they come again, and are themselves not handed out", async () => {
    const bytes = tinyPdf({ pages: ["The same"] });
    const [first, again] = [await sendFile(hub, editor, { bytes }), await sendFile(hub, editor, { bytes })];
    expect(again.media).toEqual(first.media);
    expect((await hub.app.inject({ method: "GET", url: `/media/${first.media.sha256}` })).statusCode).toBe(404);
  });

  it("leave their pages behind for another that has the same, when they are taken away", async () => {
    const one = await sendFile(hub, editor, { bytes: tinyPdf({ pages: ["Shared", "Alone"] }) });
    const other = await sendFile(hub, editor, { bytes: tinyPdf({ pages: ["Shared"] }) });
    const alone = hub.hub.context.store.media.find(one.media.id)?.pages?.[1]?.sha256 ?? "";
    expect((await editor.ask("DELETE", `/api/media/${one.media.id}`)).status).toBe(200);
    expect((await bytesOf(other.media.url.slice("/media/".length))).length).toBeGreaterThan(100);
    expect((await hub.app.inject({ method: "GET", url: `/media/${alone}` })).statusCode).toBe(404);
  });

  it("may have the same page more than once", async () => {
    const { status, media } = await sendFile(hub, editor, { bytes: tinyPdf({ pages: ["", "Between", ""] }) });
    expect([status, media.pages]).toEqual([201, 3]);
    expect((await bytesOf(media.url.slice("/media/".length))).length).toBeGreaterThan(20);
  });

  it("are refused above forty pages, locked, or broken", async () => {
    const pages = Array.from({ length: 41 }, (_, index) => `Page ${String(index)}`);
    expect(await refusalOf(tinyPdf({ pages }), "a.pdf")).toMatchObject({
      status: 415,
      found: "这份PDF有41页",
      recipe: 'qpdf "a.pdf" --pages . 1-40 -- "a-screen.pdf"',
    });
    const key = "<" + "ab".repeat(32) + ">";
    const encrypt = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    expect(await refusalOf(tinyPdf({ pages: ["x"], trailer: encrypt }), "a.pdf")).toMatchObject({
      status: 415,
      found: "这份PDF有密码",
    });
    expect(await refusalOf(Buffer.from("%PDF-1.7\nnothing of the kind"), "a.pdf")).toMatchObject({
      status: 415,
      found: "文件不完整或已损坏",
    });
    expect((await refusalOf(tinyPdf({ pages: [] }), "a.pdf")).status).toBe(415);
  });

  it("run none of their scripts", async () => {
    const script = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\){}) >>";
    const { status, media } = await sendFile(hub, editor, { bytes: tinyPdf({ pages: ["x"], catalogue: script }) });
    expect([status, media.pages]).toEqual([201, 1]);
  });

  it("leave nothing behind where they were refused", () => {
    expect(readdirSync(join(hub.data, "media", "incoming"))).toEqual([]);
  });
});
