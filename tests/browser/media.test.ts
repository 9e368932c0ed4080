import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { Desk } from "../support/desk.ts";
import { sendFile } from "../support/form.ts";
import { startHub } from "../support/hub.ts";
import { tinyMp4, tinyWebm } from "../support/tiny-video.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());

describe("media on a page of the hub", () => {
  const open = async () => {
    const hub = await startHub();
    const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
    const manager = await new Desk(hub).manager();
    stage.hub({ hub });
    const { page } = await stage.newPage({});
    await page.goto(`${url}/display/`);
    const add = async (bytes: Uint8Array) => (await sendFile(hub, manager, { bytes })).media;
    return { hub, url, page, manager, add };
  };

  it("shows pictures, also such as old browsers do not know", async () => {
    const { page, add } = await open();
    const drawn = sharp({ create: { width: 60, height: 30, channels: 3, background: "#c81e1e" } });
    for (const format of ["png", "jpeg", "avif"] as const) {
      const media = await add(await drawn.clone().toFormat(format).toBuffer());
      const { width, red } = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const context = document.createElement("canvas").getContext("2d");
        context?.drawImage(image, 0, 0);
        return { width: image.naturalWidth, red: context?.getImageData(5, 5, 1, 1).data[0] };
      }, media.url);
      expect([format, width]).toEqual([format, 60]);
      expect(Math.abs(Number(red) - 0xc8)).toBeLessThan(6);
    }
  });

  it.each([
    ["MP4, its index last as a phone writes it", () => Promise.resolve(tinyMp4({ seconds: 8, isIndexLast: true }))],
    ["QuickTime", () => Promise.resolve(tinyMp4({ seconds: 8, brand: "qt  ", isIndexLast: true }))],
    ["WebM", () => tinyWebm({ seconds: 8 })],
  ])("plays and seeks videos: %s", async (_, make) => {
    const { page, add } = await open();
    const media = await add(await make());
    const told = await page.evaluate(async (address) => {
      const video = document.createElement("video");
      video.muted = true;
      video.src = address;
      document.body.append(video);
      const event = (name: string) =>
        new Promise((resolve, reject) => {
          video.addEventListener(name, resolve, { once: true });
          video.addEventListener("error", () => {
            reject(new Error(video.error?.message ?? "no reason"));
          });
        });
      await event("loadeddata");
      const sought = event("seeked");
      video.currentTime = 6.5;
      await sought;
      const at = video.currentTime;
      const ended = event("ended");
      await video.play();
      await ended;
      return { width: video.videoWidth, seconds: video.duration, at };
    }, media.url);
    expect(told).toEqual({ width: media.width, seconds: media.seconds, at: 6.5 });
  });

  it("lets a page check a file by its hash, and asks for it once", async () => {
    const { page, add } = await open();
    const media = await add(
      await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123" } })
        .png()
        .toBuffer(),
    );
    const sha256 = await page.evaluate(async (address) => {
      const bytes = await (await fetch(address)).arrayBuffer();
      const hash = await crypto.subtle.digest("SHA-256", bytes);
      return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }, media.url);
    expect(sha256).toBe(media.sha256);
    await page.evaluate(async (address) => (await fetch(address)).arrayBuffer(), media.url);
    const moved = () =>
      page.evaluate((address) => {
        const entries = performance.getEntriesByName(new URL(address, location.href).href);
        // What was answered out of the browser's own store has moved no byte.
        return entries.map((entry) => (entry as PerformanceResourceTiming).transferSize > 0);
      }, media.url);
    await expect.poll(moved).toEqual([true, false]);
  });

  it("gives another site nothing of it, and runs nothing where it is opened by itself", async () => {
    const { page, url, add } = await open();
    const media = await add(
      await sharp({ create: { width: 9, height: 9, channels: 3, background: "#456" } })
        .png()
        .toBuffer(),
    );
    const port = new URL(url).port;
    const canShow = (address: string) =>
      page.evaluate(async (source) => {
        const image = new Image();
        image.src = source;
        return image.decode().then(
          () => true,
          () => false,
        );
      }, address);
    expect(await canShow(`http://127.0.0.1:${port}${media.url}`)).toBe(true);
    expect(await canShow(`http://localhost:${port}${media.url}`)).toBe(false);
    const answer = await page.goto(`${url}${media.url}`);
    expect(answer?.headers()["content-security-policy"]).toBe("sandbox; default-src 'none'");
    expect(await page.evaluate(() => self.origin)).toBe("null");
  });

  it("takes a form that a page sends", async () => {
    const { page, url, manager } = await open();
    const [name = "", value = ""] = (manager.headers["cookie"] ?? "").split("=");
    await page.context().addCookies([{ name, value, url }]);
    const bytes = [
      ...(await sharp({ create: { width: 9, height: 9, channels: 3, background: "#789" } })
        .png()
        .toBuffer()),
    ];
    const told = await page.evaluate(async (sent) => {
      const form = new FormData();
      form.append("file", new File([new Uint8Array(sent)], "大厅 通知.png"));
      const answer = await fetch("/api/media", { method: "POST", body: form });
      return [answer.status, ((await answer.json()) as { name: string }).name];
    }, bytes);
    expect(told).toEqual([201, "大厅 通知.png"]);
  });
});
