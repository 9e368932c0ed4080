import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Media } from "../../shared/wire/lobby.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { formOf, sendFile } from "../support/form.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";

/** A picture of a colour that no other test sends. */
const picture = (colour: string, size = { width: 64, height: 48 }) =>
  sharp({ create: { ...size, channels: 3, background: colour } });

describe("pictures sent in", () => {
  let hub: TestHub;
  let desk: Desk;
  let editor: Person;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    editor = await desk.staff("editor");
    return () => end(hub);
  });

  const bytesOf = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await hub.app.inject({ method: "GET", url, headers });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };

  it("are listed, and served to anyone by their hash", async () => {
    const { status, media } = await sendFile(hub, editor, {
      filename: "通知 图.png",
      bytes: await picture("#123456").png().toBuffer(),
    });
    expect(status).toBe(201);
    expect(media).toMatchObject({ kind: "image", name: "通知 图.png", type: "image/png", width: 64, height: 48 });
    expect(media).toMatchObject({ url: `/media/${media.sha256}`, createdAt: "2026-11-25T09:00:00.000+08:00" });
    const { bytes, headers } = await bytesOf(media.url);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(media.sha256);
    expect(bytes.length).toBe(media.bytes);
    expect(headers["content-type"]).toBe("image/png");
    expect(expected(await editor.get<Media>(`/api/media/${media.id}`), 200)).toEqual(media);
    const list = await editor.get<{ items: Media[] }>("/api/media");
    expect(list.body.items).toContainEqual(media);
  });

  it("are the same media when the same bytes come again, and leave nothing behind", async () => {
    const bytes = await picture("#234567").png().toBuffer();
    const [first, again] = [
      await sendFile(hub, editor, { bytes, filename: "a.png" }),
      await sendFile(hub, editor, { bytes, filename: "b.jpg" }),
    ];
    expect(again.status).toBe(201);
    expect(again.media).toEqual(first.media);
    expect(readdirSync(join(hub.data, "media", "incoming"))).toEqual([]);
  });

  it("lose what the camera wrote beside them, and stand upright", async () => {
    const bytes = await picture("#345678")
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: "31/1 14/1 0/1", GPSLatitudeRef: "N" }, IFD0: { Artist: "Ouyang" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { media } = await sendFile(hub, editor, { bytes });
    expect([media.type, media.width, media.height]).toEqual(["image/jpeg", 48, 64]);
    const kept = await sharp((await bytesOf(media.url)).bytes).metadata();
    expect([kept.exif, kept.orientation, kept.width]).toEqual([undefined, undefined, 48]);
  });

  it("are no larger than the largest screen", async () => {
    const { media } = await sendFile(hub, editor, {
      bytes: await picture("#456789", { width: 5000, height: 2500 }).png().toBuffer(),
    });
    expect([media.width, media.height]).toEqual([3840, 1920]);
  });

  it.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "may be %s, and go out as old boxes show them",
    async (format) => {
      const { status, media } = await sendFile(hub, editor, {
        bytes: await picture(`#0${format.length}56a${format.length}`).toFormat(format).toBuffer(),
        filename: "anything.exe",
      });
      expect(status).toBe(201);
      expect(["image/png", "image/jpeg", "image/webp"]).toContain(media.type);
      const { format: served } = await sharp((await bytesOf(media.url)).bytes).metadata();
      expect(`image/${served}`).toBe(media.type);
    },
  );

  it("are taken once for a key, and another file under it is refused", async () => {
    const headers = { "idempotency-key": "this-picture" };
    const bytes = await picture("#56789a").png().toBuffer();
    const first = await sendFile(hub, editor, { bytes, headers });
    const again = await sendFile(hub, editor, { bytes, headers });
    expect(again.media).toEqual(first.media);
    const other = await sendFile(hub, editor, { bytes: await picture("#6789ab").png().toBuffer(), headers });
    expect([other.status, other.problem.code]).toEqual([409, "key-reused"]);
  });

  it("can be asked for in part, and are not sent where they are known", async () => {
    const { media } = await sendFile(hub, editor, { bytes: await picture("#789abc").png().toBuffer() });
    const whole = (await bytesOf(media.url)).bytes;
    const part = await bytesOf(media.url, { range: "bytes=10-19" });
    expect([part.status, part.headers["content-range"]]).toEqual([206, `bytes 10-19/${String(media.bytes)}`]);
    expect(part.bytes).toEqual(whole.subarray(10, 20));
    expect((await bytesOf(media.url, { range: "bytes=-5" })).bytes).toEqual(whole.subarray(-5));
    const beyond = await bytesOf(media.url, { range: `bytes=${String(media.bytes)}-` });
    expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, `bytes */${String(media.bytes)}`]);
    const known = await bytesOf(media.url, { "if-none-match": `"${media.sha256}"` });
    expect([known.status, known.bytes.length]).toEqual([304, 0]);
    expect((await bytesOf(media.url, { range: "bytes=0-1", "if-range": '"another"' })).status).toBe(200);
    const head = await hub.app.inject({ method: "HEAD", url: media.url });
    expect([head.statusCode, head.headers["content-length"]]).toEqual([200, String(media.bytes)]);
  });

  it("go out so that nothing in them runs, and are kept for good", async () => {
    const { media } = await sendFile(hub, editor, { bytes: await picture("#89abcd").png().toBuffer() });
    expect((await bytesOf(media.url)).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "public, max-age=31536000, immutable",
      etag: `"${media.sha256}"`,
      "accept-ranges": "bytes",
    });
  });

  it.each(["0".repeat(64), "../hub.sqlite", "%2e%2e%2fhub.sqlite", "incoming", `${"0".repeat(63)}G`, "A".repeat(64)])(
    "of no known hash are not found: %s",
    async (name) => {
      expect((await bytesOf(`/media/${name}`)).status).toBe(404);
    },
  );

  it("can be taken away while nothing shows them", async () => {
    const { media } = await sendFile(hub, editor, { bytes: await picture("#9abcde").png().toBuffer() });
    expect((await editor.ask("DELETE", `/api/media/${media.id}`)).status).toBe(200);
    expect((await bytesOf(media.url)).status).toBe(404);
    expect((await editor.ask("DELETE", `/api/media/${media.id}`)).body.code).toBe("not-found");
    expect(readdirSync(join(hub.data, "media", media.sha256.slice(0, 2)))).not.toContain(media.sha256);
  });

  it("have names that are only text, however they are made", async () => {
    const names: readonly (readonly [sent: string, kept: string])[] = [
      ["../../etc/passwd.png", "passwd.png"],
      ["C:\\fakepath\\照片.png", "照片.png"],
      ["a\u202egnp.exe", "agnp.exe"],
      ["\u0000\u0007x.png", "x.png"],
      ["", "file"],
      [`${"长".repeat(300)}.png`, `${"长".repeat(103)}…${"长".repeat(12)}.png`],
      ["<script>alert(1)</script>.png", "script>.png"],
    ];
    for (const [index, [filename, kept]] of names.entries()) {
      const bytes = await picture(`#a${String(index)}cdef`)
        .png()
        .toBuffer();
      const { status, media } = await sendFile(hub, editor, { bytes, filename });
      expect([filename, status, media.name]).toEqual([filename, 201, kept]);
    }
  });

  describe("that screens cannot show", () => {
    const refusal = async (bytes: Uint8Array | string, filename = "图.png") => {
      const { status, problem } = await sendFile(hub, editor, { bytes, filename });
      return { ...problem, status };
    };

    it.each([
      ["plain", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ["prefixed", "\uFEFF<?xml version='1.0'?><!-- a comment --><svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>"],
      ["in 16 bits", Buffer.from('\uFEFF<svg width="9"></svg>', "utf16le")],
    ])("are refused as drawings, with the way to a picture: %s", async (_, bytes) => {
      const told = await refusal(bytes, "drawing.png");
      expect([told.status, told.code, told.found]).toEqual([415, "unplayable", "这是SVG矢量图"]);
      expect(told.recipe).toBe('rsvg-convert --width 1920 --output "drawing-screen.png" "drawing.png"');
      expect(told.detail).toContain(told.recipe);
    });

    it("are refused where they move", async () => {
      const frames = Buffer.concat([Buffer.alloc(300, 0), Buffer.alloc(300, 255)]);
      const moving = sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } });
      for (const bytes of [await moving.clone().gif().toBuffer(), await moving.clone().webp().toBuffer()]) {
        const told = await refusal(bytes);
        expect([told.status, told.found]).toEqual([415, expect.stringMatching(/^这是(GIF|WEBP)动图$/)]);
        expect(told.recipe).toMatch(/^ffmpeg -i "图.png" .*libx264.* "图-screen.mp4"$/);
      }
      const png = await picture("#abcdef").png().toBuffer();
      const animation = Buffer.from("000000086163544c000000020000000000000000", "hex");
      const told = await refusal(Buffer.concat([png.subarray(0, 33), animation, png.subarray(33)]));
      expect(told.found).toBe("这是PNG动图");
    });

    it("are refused where they are cut off or spoilt", async () => {
      const noise = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 251));
      const whole = await sharp(noise, { raw: { width: 100, height: 100, channels: 3 } })
        .png()
        .toBuffer();
      for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 20)]) {
        const told = await refusal(bytes);
        expect([told.status, told.code, told.found]).toEqual([415, "unplayable", "文件不完整或已损坏"]);
      }
    });

    it("are refused where they are a bomb: few bytes that are millions of pixels", async () => {
      const bytes = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: "#000" } })
        .png({ compressionLevel: 9 })
        .toBuffer();
      const told = await refusal(bytes);
      expect([told.status, told.found]).toEqual([415, "图片太大\uFF1A16000×16000像素"]);
    });

    it.each(["<html><script>alert(1)</script>", "PK\u0003\u0004 a document", "MZ a program", "x"])(
      "are refused where they are something else: %j",
      async (bytes) => {
        const told = await refusal(bytes);
        expect([told.status, told.code, told.found]).toEqual([415, "unplayable", "认不出这是什么文件"]);
      },
    );

    it("are told of in each language", async () => {
      for (const [language, found] of [
        ["en", "This is an SVG drawing"],
        ["zh-Hant", "這是SVG向量圖"],
      ] as const) {
        const headers = { "accept-language": language };
        const { problem } = await sendFile(hub, editor, { bytes: "<svg/>", headers });
        expect(problem.found).toBe(found);
        expect(problem.detail.startsWith(found)).toBe(true);
      }
    });

    it("leave no command behind that a name made dangerous", async () => {
      const { problem } = await sendFile(hub, editor, { bytes: "<svg/>", filename: "$(reboot)`x`.svg" });
      expect(problem.recipe).toBe('rsvg-convert --width 1920 --output "input-screen.png" "input"');
      expect(problem.detail).not.toContain("reboot");
    });
  });

  describe("in forms that are none", () => {
    const post = async (type: string | null, payload: Buffer | string) => {
      const headers = { ...editor.headers, ...(type !== null && { "content-type": type }) };
      const answer = await hub.app.inject({ method: "POST", url: "/api/media", headers, payload });
      const { code, field } = JSON.parse(answer.payload) as { code: string; field?: string };
      return [answer.statusCode, code, field];
    };
    const png = () => picture("#bcdef0").png().toBuffer();

    it("are refused, whatever they are instead", async () => {
      expect(await post("application/json", "{}")).toEqual([415, "unsupported-media", "file"]);
      expect((await post("text/plain", "x"))[0]).toBe(415);
      expect(await post("multipart/form-data", "x")).toEqual([400, "invalid-request", "file"]);
      expect(await post("multipart/form-data; boundary=x", "nothing of the kind")).toEqual([
        400,
        "invalid-request",
        "file",
      ]);
      expect(await post("multipart/form-data; boundary=x", "")).toEqual([400, "invalid-request", "file"]);
    });

    it("are refused where the file is empty, cut off, or another field", async () => {
      const empty = formOf({ filename: "a.png", bytes: "" });
      expect(await post(empty.type, empty.payload)).toEqual([400, "invalid-request", "file"]);
      const whole = formOf({ filename: "a.png", bytes: await png() });
      expect(await post(whole.type, whole.payload.subarray(0, -60))).toEqual([400, "invalid-request", "file"]);
      const other = formOf({ name: "picture", filename: "a.png", bytes: await png() });
      expect(await post(other.type, other.payload)).toEqual([400, "invalid-request", "picture"]);
      const text = formOf({ bytes: "just text" });
      expect((await post(text.type, text.payload)).slice(0, 2)).toEqual([400, "invalid-request"]);
      const poison = formOf({ name: "__proto__", filename: "a.png", bytes: await png() });
      expect((await post(poison.type, poison.payload)).slice(0, 2)).toEqual([400, "invalid-request"]);
    });

    it("are refused where more than one file comes at once", async () => {
      const two = formOf(
        { filename: "a.png", bytes: await png() },
        { name: "second", filename: "b.png", bytes: await png() },
      );
      expect(await post(two.type, two.payload)).toEqual([400, "invalid-request", "second"]);
    });

    it("leave nothing behind", () => {
      expect(readdirSync(join(hub.data, "media", "incoming"))).toEqual([]);
    });
  });
});
