import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/project.ts";
import { forget, startHubProcess, temporaryFolder } from "../support/hub.ts";
import { LiveClient } from "../support/live-client.ts";
import { ask, must } from "./program.ts";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** Runs the hub's program to its end. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectRoot, "dist/server/main.js"), ...args], {
    env: { PATH: process.env["PATH"], LUNDAO_SECRET_KEY: "00".repeat(32), LUNDAO_LOG: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, complaints]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk.toString()));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve({ code, out: out.join(""), complaints: complaints.join("") });
    });
  });
}

describe("a hub that cannot start", () => {
  const folder = temporaryFolder();
  const data = join(folder, "data");
  let taken: Server;
  let port = "";

  beforeAll(async () => {
    const hub = await startHubProcess({ data });
    await hub.kill("SIGTERM");
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has an address of this shape.
    port = String((taken.address() as AddressInfo).port);
    mkdirSync(join(folder, "rubbish"));
    writeFileSync(join(folder, "rubbish/hub.sqlite"), "this is no database, whatever its name says".repeat(100));
    writeFileSync(join(folder, "file"), "");
    writeFileSync(join(folder, "pem"), "no certificate");
    writeFileSync(join(folder, "hall.json"), '{"format":"lundao-hall/1"}');
    writeFileSync(join(folder, "broken.json"), "{");
    const sample = readFileSync(join(projectRoot, "server/halls/linshui.json"), "utf8");
    writeFileSync(join(folder, "other.json"), sample);
  });

  afterAll(() => {
    taken.close();
    forget(folder);
  });

  interface Wrong {
    readonly names: string;
    readonly args: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  }
  const fresh = join(folder, "fresh");
  const serving = ["--data", data, "--port", "0", "--demo"];
  const pem = join(folder, "pem");
  const wrong: readonly Wrong[] = [
    { names: "LUNDAO_DATA", args: ["--demo", "--data", join(folder, "file", "below")] },
    { names: "LUNDAO_DATA", args: ["--demo", "--data", join(folder, "rubbish")] },
    { names: "LUNDAO_DATA", args: ["--verify", "--data", join(folder, "nowhere")] },
    { names: "LUNDAO_PORT", args: ["--demo", "--data", data, "--port", "TAKEN"] },
    { names: "LUNDAO_PORT", args: ["--demo", "--data", data, "--port", "none"] },
    { names: "LUNDAO_HOST", args: ["--data", data, "--host", "no.such.host.invalid", "--port", "0"] },
    { names: "LUNDAO_HOST", args: [...serving, "--host", "0.0.0.0"] },
    { names: "LUNDAO_HALL", args: ["--data", fresh, "--port", "0"] },
    { names: "LUNDAO_HALL", args: ["--data", fresh, "--port", "0", "--hall", join(folder, "hall.json")] },
    { names: "LUNDAO_HALL", args: ["--data", fresh, "--port", "0", "--hall", join(folder, "broken.json")] },
    { names: "LUNDAO_HALL", args: ["--data", data, "--port", "0", "--hall", join(folder, "other.json")] },
    { names: "LUNDAO_SECRET_KEY", args: serving, env: { LUNDAO_SECRET_KEY: "11".repeat(32) } },
    { names: "LUNDAO_TLS_", args: serving, env: { LUNDAO_TLS_CERT: pem, LUNDAO_TLS_KEY: pem } },
    { names: "LUNDAO_CLOCK", args: serving, env: { LUNDAO_CLOCK: "2026-11-25T09:00:00+08:00" } },
    { names: "LUNDAO_CLOCK", args: serving, env: { LUNDAO_CLOCK: "2026", NODE_ENV: "test" } },
    { names: "LUNDAO_PORT", args: ["--demo", "--data", data, "--port", "0x50"] },
    { names: "LUNDAO_LOG", args: serving, env: { LUNDAO_LOG: "loud" } },
    { names: "LUNDAO_BACKUPS", args: serving, env: { LUNDAO_BACKUPS: join(folder, "file", "below") } },
    {
      names: "LUNDAO_BACKUPS",
      args: ["--backup", "--data", data],
      env: { LUNDAO_BACKUPS: join(folder, "file", "below") },
    },
    { names: "LUNDAO_TRUSTED_PROXY", args: serving, env: { LUNDAO_TRUSTED_PROXY: "127.0.0.1" } },
    { names: "--restore", args: ["--restore", join(folder, "none.sqlite"), "--data", data] },
    { names: "--restore", args: ["--restore", join(folder, "rubbish/hub.sqlite"), "--data", data] },
    { names: "--restore", args: ["--restore", join(folder, "rubbish/hub.sqlite"), "--data", fresh] },
  ];

  it.each(wrong)("says so in one line that names $names, and ends: $args", async ({ names, args, env }) => {
    const { code, out, complaints } = await run(
      args.map((arg) => (arg === "TAKEN" ? port : arg)),
      env,
    );
    expect([code, out]).toEqual([2, ""]);
    expect(complaints.trimEnd().split("\n")).toHaveLength(1);
    expect(complaints).toContain(names);
  });

  it("takes the file of another hall only where it is told to", async () => {
    const hub = await startHubProcess({ data, args: ["--hall", join(folder, "other.json"), "--replace-hall"] });
    expect((await ask(hub.url, "/api/hall", { method: "GET" })).body["id"]).toBe("linshui");
    await hub.kill("SIGTERM");
  });
});

describe("a data folder on which a hub runs", () => {
  it("is left alone by whatever else would write to it, and is free the moment that hub is killed", async () => {
    const hub = await startHubProcess();
    const backups = { LUNDAO_BACKUPS: join(hub.data, "backups") };
    const tool = (...args: readonly string[]): Promise<Ended> => run([...args, "--data", hub.data], backups);
    expect(await tool("--backup")).toMatchObject({ code: 0, complaints: "" });
    const [backup = ""] = readdirSync(backups.LUNDAO_BACKUPS);
    const restore = ["--restore", join(backups.LUNDAO_BACKUPS, backup), "--last-numbers", "none"];
    const line = `LUNDAO_DATA: a hub is running on ${hub.data}; stop it first\n`;
    for (const args of [["--demo", "--port", "0"], ["--reset-manager"], restore])
      expect([args, await tool(...args)]).toEqual([args, { code: 2, out: "", complaints: line }]);
    expect((await tool("--verify")).code).toBe(0);
    await must(ask(hub.url, "/healthz", { method: "GET" }), 200);
    await hub.kill("SIGKILL");
    expect((await tool("--reset-manager")).code).toBe(0);
    expect((await tool(...restore)).code).toBe(0);
    const again = await startHubProcess({ data: hub.data });
    await must(ask(again.url, "/healthz", { method: "GET" }), 200);
    await again.kill();
    forget(hub.data);
  });
});

describe("a hub that starts and stops", () => {
  it("says once that it is ready, and answers from then on", async () => {
    const hub = await startHubProcess();
    expect(hub.said.match(/^ready http:\/\/127\.0\.0\.1:\d+$/gm)).toHaveLength(1);
    await must(ask(hub.url, "/healthz", { method: "GET" }), 200);
    await hub.kill();
    forget(hub.data);
  });

  it("finishes what it has taken in when it is asked to end, and ends with 0, whoever still listens", async () => {
    const hub = await startHubProcess();
    const screen = await LiveClient.open(hub.url);
    screen.socket.pause();
    const asked = Array.from({ length: 30 }, () =>
      ask(hub.url, "/api/devices", { body: { kind: "screen" } }).catch(() => null),
    );
    await must(ask(hub.url, "/healthz", { method: "GET" }), 200);
    const begun = performance.now();
    await hub.kill("SIGTERM");
    expect(hub.child.exitCode).toBe(0);
    expect(performance.now() - begun).toBeLessThan(8000);
    await Promise.all(asked);
    screen.close();
    forget(hub.data);
  });
});
