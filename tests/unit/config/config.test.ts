import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isLoopback, readConfig } from "../../../server/config/config.ts";
import { WrongSetting } from "../../../server/config/wrong-setting.ts";

const SECRET = "ab".repeat(32);

describe("settings", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "lundao-config-"));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (env: Readonly<Record<string, string>> = {}, ...args: readonly string[]) =>
    readConfig(args, { LUNDAO_DATA: join(folder, "data"), LUNDAO_SECRET_KEY: SECRET, ...env });

  /** The one line that a wrong setting stops the start with. */
  const complaint = (env: Readonly<Record<string, string>>, ...args: readonly string[]): string => {
    try {
      read(env, ...args);
    } catch (error) {
      if (error instanceof WrongSetting) return error.message;
      throw error;
    }
    return "";
  };

  it("are the contract's where none is given", () => {
    expect(read()).toMatchObject({
      port: 8080,
      host: "127.0.0.1",
      demo: false,
      publicUrl: null,
      trustedProxy: null,
      logLevel: "info",
      tls: null,
      run: { kind: "serve" },
    });
  });

  it("come from arguments before the environment", () => {
    const env = { LUNDAO_PORT: "1111", LUNDAO_HOST: "10.0.0.5" };
    expect(read(env)).toMatchObject({ port: 1111, host: "10.0.0.5" });
    expect(read(env, "--port", "2222", "--host", "0.0.0.0")).toMatchObject({ port: 2222, host: "0.0.0.0" });
  });

  it("left empty are not given", () => {
    expect(read({ LUNDAO_PORT: "", LUNDAO_HALL: "", LUNDAO_DEMO: "" })).toMatchObject({
      port: 8080,
      hallFile: null,
      demo: false,
    });
  });

  it("cannot be changed once they are read", () => {
    expect(Object.isFrozen(read())).toBe(true);
  });

  it("name what the process is to do besides serving", () => {
    expect(read({}, "--verify").run).toEqual({ kind: "verify" });
    expect(read({}, "--reset-manager").run).toEqual({ kind: "reset-manager" });
    expect(read({}, "--backup").run).toEqual({ kind: "backup" });
    expect(read({}, "--restore", "/b.sqlite", "--last-numbers", "A001").run).toEqual({
      kind: "restore",
      file: "/b.sqlite",
      lastNumbers: "A001",
    });
  });

  const wrong: readonly (readonly [name: string, env: Readonly<Record<string, string>>, ...args: string[]])[] = [
    ["LUNDAO_PORT", { LUNDAO_PORT: "eighty" }],
    ["LUNDAO_PORT", { LUNDAO_PORT: "65536" }],
    ["LUNDAO_PORT", { LUNDAO_PORT: "-1" }],
    ["LUNDAO_PORT", { LUNDAO_PORT: "80.5" }],
    ["LUNDAO_PORT", {}, "--port", "99999"],
    ["LUNDAO_PORT", {}, "--port", "0x50"],
    ["LUNDAO_PORT", {}, "--port", " "],
    ["LUNDAO_PORT", {}, "--port", "8e3"],
    ["LUNDAO_PORT", {}, "--port", "+80"],
    ["LUNDAO_HALL", { LUNDAO_HALL: "/nowhere/hall.json" }],
    ["LUNDAO_DEMO", { LUNDAO_DEMO: "perhaps" }],
    ["LUNDAO_HOST", { LUNDAO_DEMO: "1", LUNDAO_HOST: "0.0.0.0" }],
    ["LUNDAO_HOST", { LUNDAO_HOST: "10.0.0.5" }, "--demo"],
    ["LUNDAO_PUBLIC_URL", { LUNDAO_PUBLIC_URL: "hall.example" }],
    ["LUNDAO_PUBLIC_URL", { LUNDAO_PUBLIC_URL: "ftp://hall.example" }],
    ["LUNDAO_PUBLIC_URL", { LUNDAO_PUBLIC_URL: "http://hall.example/?from=slip" }],
    ["LUNDAO_PUBLIC_URL", { LUNDAO_PUBLIC_URL: "http://me:mine@hall.example" }],
    ["LUNDAO_TRUSTED_PROXY", { LUNDAO_TRUSTED_PROXY: "proxy.example" }],
    ["LUNDAO_TRUSTED_PROXY", { LUNDAO_TRUSTED_PROXY: "10.0.0.0/8" }],
    ["LUNDAO_TRUSTED_PROXY", { LUNDAO_TRUSTED_PROXY: "127.0.0.1" }, "--demo"],
    ["LUNDAO_LOG", { LUNDAO_LOG: "loud" }],
    ["LUNDAO_IMAGE_MB", { LUNDAO_IMAGE_MB: "0" }],
    ["LUNDAO_PDF_MB", { LUNDAO_PDF_MB: "5000" }],
    ["LUNDAO_VIDEO_MB", { LUNDAO_VIDEO_MB: "2 GB" }],
    ["LUNDAO_FEED_HOSTS", { LUNDAO_FEED_HOSTS: "news.example, http://x/" }],
    ["LUNDAO_TLS_KEY", { LUNDAO_TLS_CERT: "/c.pem" }],
    ["LUNDAO_TLS_CERT", { LUNDAO_TLS_KEY: "/k.pem" }],
    ["LUNDAO_TLS_CERT", { LUNDAO_TLS_CERT: "/nowhere/c.pem", LUNDAO_TLS_KEY: "/nowhere/k.pem" }],
    ["LUNDAO_MANAGER_PASSWORD", { LUNDAO_MANAGER_PASSWORD: "short" }],
    ["LUNDAO_SECRET_KEY", { LUNDAO_SECRET_KEY: "ab".repeat(31) }],
    ["LUNDAO_SECRET_KEY", { LUNDAO_SECRET_KEY: "zz".repeat(32) }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "2026-11-25T09:00:00+08:00" }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "2026-11-25T09:00:00+08:00", NODE_ENV: "production" }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "tomorrow", NODE_ENV: "test" }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "2026", NODE_ENV: "test" }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "2026-11-25", NODE_ENV: "test" }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "2026-11-25T09:00:00", NODE_ENV: "test" }],
    ["LUNDAO_CLOCK", { LUNDAO_CLOCK: "2026-02-30T09:00:00+08:00", NODE_ENV: "test" }],
    ["--verify", {}, "--backup", "--verify"],
    ["--restore", {}, "--restore", "/b.sqlite", "--verify"],
    ["--last-numbers", {}, "--last-numbers", "none"],
    ["--colour", {}, "--colour", "red"],
    ["--port", {}, "--port"],
    ["elsewhere", {}, "elsewhere"],
  ];

  const settings = wrong.map(([name, env, ...args]) => ({ name, env, args }));
  it.each(settings)("stop the start with one line that names $name: $env $args", ({ name, env, args }) => {
    const line = complaint(env, ...args);
    expect(line).toContain(name);
    expect(line).not.toContain("\n");
  });

  it("say how large a file may be, and which hosts of the hall's own network feeds may come from", () => {
    const usual = read({});
    expect(usual.mediaLimits).toEqual({ image: 30 * 1024 ** 2, pdf: 50 * 1024 ** 2, video: 2048 * 1024 ** 2 });
    expect([...usual.feedHosts]).toEqual([]);
    const own = read({ LUNDAO_VIDEO_MB: "100", LUNDAO_FEED_HOSTS: " News.example,10.0.0.7, ::1" });
    expect(own.mediaLimits.video).toBe(100 * 1024 ** 2);
    expect([...own.feedHosts]).toEqual(["news.example", "10.0.0.7", "::1"]);
  });

  it("name one machine as the proxy that is trusted", () => {
    expect(read({ LUNDAO_TRUSTED_PROXY: "::1" }).trustedProxy).toBe("::1");
  });

  it("never repeat a secret in their complaints", () => {
    expect(complaint({ LUNDAO_SECRET_KEY: "a-secret-of-mine" })).not.toContain("a-secret");
    expect(complaint({ LUNDAO_MANAGER_PASSWORD: "secret" })).not.toContain("secret");
  });

  it("set a clock only in tests", () => {
    const at = "2026-11-25T09:00:00+08:00";
    expect(read({ LUNDAO_CLOCK: at, NODE_ENV: "test" }).clockStart).toBe(Date.parse(at));
  });

  it("know what only this machine can reach", () => {
    expect(["127.0.0.1", "127.9.9.9", "localhost", "::1"].every(isLoopback)).toBe(true);
    expect(["0.0.0.0", "::", "10.0.0.5", "127.0.0.1.example.com", "localhost.example.com"].some(isLoopback)).toBe(
      false,
    );
  });

  describe("the secret key where none is set", () => {
    const readAt = (data: string, configHome: string, ...args: readonly string[]) =>
      readConfig(args, { LUNDAO_DATA: join(folder, data), XDG_CONFIG_HOME: join(folder, configHome) }).secretKey;
    const readKept = () => readAt("kept", "config")?.toString("hex");
    const keptFile = (): string =>
      join(folder, "config/lundao", `${join(folder, "kept").replaceAll("/", "-").slice(1)}.key`);

    it("is made once, for its owner alone, outside the data folder", () => {
      const key = readKept();
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(readKept()).toBe(key);
      expect(statSync(keptFile()).mode & 0o777).toBe(0o600);
      expect(readFileSync(keptFile(), "utf8").trim()).toBe(key);
    });

    it("is another for another data folder", () => {
      expect(readAt("other", "config")?.toString("hex")).not.toBe(readKept());
    });

    it("stops the start where the file holds none, and is never made anew over it", () => {
      const before = readFileSync(keptFile());
      writeFileSync(keptFile(), "not a key");
      expect(readKept).toThrow(/^LUNDAO_SECRET_KEY: .*does not hold a key$/);
      expect(readFileSync(keptFile(), "utf8")).toBe("not a key");
      writeFileSync(keptFile(), before);
    });

    it("stops the start where it cannot be kept", () => {
      const blocked = join(folder, "blocked");
      mkdirSync(blocked);
      writeFileSync(join(blocked, "lundao"), "a file where a folder should be");
      chmodSync(join(blocked, "lundao"), 0o444);
      expect(() => readAt("new", "blocked")).toThrow(/^LUNDAO_SECRET_KEY: is not set, and none can be kept/);
    });

    it("stops the start where it would be kept in the data folder itself, be it by another name", () => {
      const inside = /^LUNDAO_SECRET_KEY: is not set, and .* lies in the data folder itself$/;
      expect(() => readAt("home", "home/.config")).toThrow(inside);
      expect(() => readAt("home", "home")).toThrow(inside);
      mkdirSync(join(folder, "home"));
      symlinkSync(join(folder, "home"), join(folder, "another-name"));
      expect(() => readAt("home", "another-name/.config")).toThrow(inside);
      expect(existsSync(join(folder, "home/.config"))).toBe(false);
      expect(readAt("home", "home-of-another")).toHaveLength(32);
    });

    it("is wanted by nobody who only verifies, backs up or sets a password, and made by no restore", () => {
      const nowhere = join(folder, "blocked");
      for (const tool of ["--verify", "--backup", "--reset-manager"])
        expect(readConfig([tool], { XDG_CONFIG_HOME: nowhere }).secretKey).toBeNull();
      expect(readAt("restored", "config", "--restore", "/b.sqlite")).toBeNull();
      expect(readAt("kept", "config", "--restore", "/b.sqlite")?.toString("hex")).toBe(readKept());
    });
  });
});
