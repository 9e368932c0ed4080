/** The hub's settings: from arguments and environment to a frozen value. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { keptSecret } from "./kept-secret.ts";
import { WrongSetting } from "./wrong-setting.ts";

export interface Config {
  readonly hallFile: string | null;
  readonly dataFolder: string;
  readonly backupFolder: string | null;
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  readonly publicUrl: string | null;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly managerPassword: string | null;
  /** 32 bytes. */
  readonly secretKey: Buffer;
  /** Instant at which the hub's clock starts; null: the machine's own. */
  readonly clockStart: number | null;
  readonly replaceHall: boolean;
  readonly run: Run;
}

/** What the process is to do; everything but `serve` does one thing and ends. */
export type Run =
  | { readonly kind: "serve" }
  | { readonly kind: "verify" }
  | { readonly kind: "reset-manager" }
  | { readonly kind: "backup" }
  | { readonly kind: "restore"; readonly file: string; readonly lastNumbers: string | null };

type Environment = Readonly<Record<string, string | undefined>>;

const options = {
  hall: { type: "string" },
  data: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  demo: { type: "boolean" },
  "replace-hall": { type: "boolean" },
  verify: { type: "boolean" },
  "reset-manager": { type: "boolean" },
  backup: { type: "boolean" },
  restore: { type: "string" },
  "last-numbers": { type: "string" },
} as const;

/** Reads arguments over environment; throws `WrongSetting`. */
export function readConfig(args: readonly string[], env: Environment): Config {
  const given = argumentsFrom(args);
  const setting = (name: string, argument?: string): string | null => {
    const value = argument ?? env[name];
    return value === undefined || value === "" ? null : value;
  };
  const demo = given.demo ?? flag("LUNDAO_DEMO", setting("LUNDAO_DEMO"));
  const host = setting("LUNDAO_HOST", given.host) ?? "127.0.0.1";
  if (demo && !isLoopback(host))
    throw new WrongSetting(`LUNDAO_HOST: a demonstration listens on this machine only, not on ${host}`);
  const dataFolder = resolve(setting("LUNDAO_DATA", given.data) ?? ".data");
  const backups = setting("LUNDAO_BACKUPS");
  return Object.freeze({
    hallFile: hallFileFrom(setting("LUNDAO_HALL", given.hall)),
    dataFolder,
    backupFolder: backups === null ? null : resolve(backups),
    port: portFrom(setting("LUNDAO_PORT", given.port) ?? "8080"),
    host,
    demo,
    publicUrl: urlFrom(setting("LUNDAO_PUBLIC_URL")),
    tls: tlsFrom(setting("LUNDAO_TLS_CERT"), setting("LUNDAO_TLS_KEY")),
    managerPassword: passwordFrom(setting("LUNDAO_MANAGER_PASSWORD")),
    secretKey: secretFrom(setting("LUNDAO_SECRET_KEY"), dataFolder, setting("XDG_CONFIG_HOME")),
    clockStart: clockFrom(setting("LUNDAO_CLOCK"), env["NODE_ENV"]),
    replaceHall: given["replace-hall"] ?? false,
    run: runFrom(given),
  });
}

type Arguments = ReturnType<typeof argumentsFrom>;

function argumentsFrom(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongSetting(error instanceof Error ? (error.message.split("\n")[0] ?? "arguments") : "arguments");
  }
}

function runFrom(given: Arguments): Run {
  if (given.verify) return { kind: "verify" };
  if (given["reset-manager"]) return { kind: "reset-manager" };
  if (given.backup) return { kind: "backup" };
  if (given.restore !== undefined) {
    return { kind: "restore", file: resolve(given.restore), lastNumbers: given["last-numbers"] ?? null };
  }
  return { kind: "serve" };
}

function flag(name: string, value: string | null): boolean {
  if (value === null || value === "0" || value === "false") return false;
  if (value === "1" || value === "true") return true;
  throw new WrongSetting(`${name}: must be 1 or 0`);
}

function hallFileFrom(path: string | null): string | null {
  if (path !== null && !existsSync(path)) throw new WrongSetting(`LUNDAO_HALL: there is no file ${path}`);
  return path === null ? null : resolve(path);
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongSetting(`LUNDAO_PORT: ${text} is not a port`);
  return port;
}

/** Names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function urlFrom(text: string | null): string | null {
  if (text === null) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new WrongSetting("LUNDAO_PUBLIC_URL: must be an http or https address");
  }
  return text.replace(/\/+$/, "");
}

function tlsFrom(certFile: string | null, keyFile: string | null): Config["tls"] {
  if (certFile === null && keyFile === null) return null;
  if (certFile === null) throw new WrongSetting("LUNDAO_TLS_CERT: is needed beside LUNDAO_TLS_KEY");
  if (keyFile === null) throw new WrongSetting("LUNDAO_TLS_KEY: is needed beside LUNDAO_TLS_CERT");
  return { cert: fileText("LUNDAO_TLS_CERT", certFile), key: fileText("LUNDAO_TLS_KEY", keyFile) };
}

function fileText(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new WrongSetting(`${name}: cannot read ${file}`);
  }
}

const MIN_PASSWORD = 8;

function passwordFrom(text: string | null): string | null {
  if (text !== null && text.length < MIN_PASSWORD)
    throw new WrongSetting("LUNDAO_MANAGER_PASSWORD: at least 8 characters");
  return text;
}

function clockFrom(text: string | null, nodeEnv: string | undefined): number | null {
  if (text === null) return null;
  if (nodeEnv !== "test") throw new WrongSetting("LUNDAO_CLOCK: only where NODE_ENV is test");
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new WrongSetting("LUNDAO_CLOCK: must be an ISO instant");
  return at;
}

function secretFrom(text: string | null, dataFolder: string, configHome: string | null): Buffer {
  if (text === null) return keptSecret(dataFolder, configHome);
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new WrongSetting("LUNDAO_SECRET_KEY: must be 64 hexadecimal digits");
  return Buffer.from(text, "hex");
}
