import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseFile } from "../../server/store/database.ts";
import { verifyChain } from "../../server/store/verify.ts";
import { formOf } from "../support/form.ts";
import { forget, MORNING, startHubProcess, temporaryFolder, type HubProcess } from "../support/hub.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";
import { tinyMp4 } from "../support/tiny-video.ts";
import { ask, device, must, signIn, type Headers } from "./program.ts";

const mayMount = ((): boolean => {
  const folder = temporaryFolder();
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "lundao-test", folder]).status === 0;
  if (isMounted) spawnSync("umount", [folder]);
  forget(folder);
  return isMounted;
})();
const mayLimit = spawnSync("prlimit", ["--version"]).status === 0;

const env = { NODE_ENV: "test", LUNDAO_CLOCK: MORNING };
const LENGTH = 18 * 1024 * 1024;
const longVideo = (): Buffer => tinyMp4({ spareBytes: LENGTH });

/** What lies in the folder of media: files and drafts. */
function lying(data: string): string[] {
  return readdirSync(join(data, "media"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

async function send(url: string, headers: Headers, bytes: Buffer): Promise<[number, unknown]> {
  const { type, payload } = formOf({ filename: "a.mp4", bytes });
  const body = new Uint8Array(payload);
  const answer = await fetch(`${url}/api/media`, {
    method: "POST",
    headers: { ...headers, "content-type": type },
    body,
  });
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}

describe("a disk too small for what is sent in", () => {
  let folder = "";
  let hub: HubProcess | null = null;

  beforeAll(() => {
    folder = temporaryFolder();
    return async () => {
      await hub?.kill();
      spawnSync("umount", ["-l", folder]);
      forget(folder);
    };
  });

  it.skipIf(!mayMount)("is looked at before anything is read, and calls go on", async () => {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "lundao-test", folder]);
    const data = join(folder, "data");
    mkdirSync(data);
    hub = await startHubProcess({ data, env });
    const { url } = hub;
    const manager = await signIn(url);
    expect(await send(url, manager, longVideo())).toEqual([503, "no-room"]);
    expect(lying(data)).toEqual([]);
    const station = await device(url, "station");
    await must(ask(url, "/api/tickets", { headers: station, body: { service: "household" } }), 201);
    await hub.kill("SIGTERM");
    hub = null;
    expect(verifyChain(databaseFile(data)).brokenAt).toBeNull();
  });

  it.skipIf(!mayLimit)("and fills in the midst of it, is left as it was, and calls go on", async () => {
    const data = temporaryFolder();
    const running = await startHubProcess({ data, env });
    try {
      const { url, child } = running;
      const manager = await signIn(url);
      const station = await device(url, "station");
      // No file may grow beyond what the journal needs: to whoever writes a long one, the disk is full.
      execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${String(12 * 1024 * 1024)}:`]);
      const bytes = longVideo();
      expect(await send(url, manager, bytes)).toEqual([503, "no-room"]);
      expect(lying(data)).toEqual([]);
      const { body } = await must(ask(url, "/api/media", { method: "GET", headers: manager }), 200);
      expect(body["items"]).toEqual([]);
      await must(ask(url, "/api/tickets", { headers: station, body: { service: "household" } }), 201);
      execFileSync("prlimit", ["--pid", String(child.pid), "--fsize=unlimited:"]);
      expect(await send(url, manager, bytes)).toEqual([201, undefined]);
      expect(lying(data).length).toBe(1);
      // The hub as it is built reads every kind.
      expect(await send(url, manager, tinyPdf({ pages: ["one"] }))).toEqual([201, undefined]);
    } finally {
      await running.kill("SIGTERM");
      forget(data);
    }
  });

  it("is swept of what a hub left that was killed while it took something in", async () => {
    const data = temporaryFolder();
    let running = await startHubProcess({ data, env });
    try {
      const manager = await signIn(running.url);
      const { type, payload } = formOf({ filename: "a.mp4", bytes: longVideo() });
      const half = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array(payload.subarray(0, 8 * 1024 * 1024)));
        },
      });
      const options = {
        method: "POST",
        headers: { ...manager, "content-type": type },
        body: half,
        duplex: "half",
      } as const;
      const sent = fetch(`${running.url}/api/media`, options).catch(() => null);
      await expect.poll(() => lying(data), { timeout: 20_000 }).toEqual(["upload"]);
      await running.kill("SIGKILL");
      await sent;
      expect(lying(data)).toEqual(["upload"]);
      running = await startHubProcess({ data, env });
      expect(lying(data)).toEqual([]);
    } finally {
      await running.kill("SIGTERM");
      forget(data);
    }
  });
});
