/** The hub's settings: from arguments and environment to a frozen value. */
import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import type { MediaKind } from "../../shared/domain/vocabulary.ts";
import { findSecret, keptSecret, type KeyPlace } from "./kept-secret.ts";
import { WrongSetting } from "./wrong-setting.ts";

export interface Config {
  readonly hallFile: string | null;
  readonly dataFolder: string;
  readonly backupFolder: string | null;
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  readonly publicUrl: string | null;
  /** Address of a proxy whose word on who is calling is taken; null: nobody's. */
  readonly trustedProxy: string | null;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly managerPassword: string | null;
  /** 32 bytes; null where nothing that is run needs it, or where a restore finds none. */
  readonly secretKey: Buffer | null;
  /** Instant at which the hub's clock starts; null: the machine's own. */
  readonly clockStart: number | null;
  /** The most bytes of a file that is sent in, by its kind. */
  readonly mediaLimits: Readonly<Record<MediaKind, number>>;
  readonly logLevel: LogLevel;
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

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
/** From how grave on a line is written. */
export type LogLevel = (typeof logLevels)[number];

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
  const run = runFrom(given);
  return Object.freeze({
    hallFile: hallFileFrom(setting("LUNDAO_HALL", given.hall)),
    dataFolder,
    backupFolder: backups === null ? null : resolve(backups),
    port: portFrom(setting("LUNDAO_PORT", given.port) ?? "8080"),
    host,
    demo,
    publicUrl: urlFrom(setting("LUNDAO_PUBLIC_URL")),
    trustedProxy: proxyFrom(setting("LUNDAO_TRUSTED_PROXY"), demo),
    tls: tlsFrom(setting("LUNDAO_TLS_CERT"), setting("LUNDAO_TLS_KEY")),
    managerPassword: passwordFrom(setting("LUNDAO_MANAGER_PASSWORD")),
    secretKey: secretFrom(setting("LUNDAO_SECRET_KEY"), run, { dataFolder, configHome: setting("XDG_CONFIG_HOME") }),
    clockStart: clockFrom(setting("LUNDAO_CLOCK"), env["NODE_ENV"]),
    mediaLimits: {
      image: megabytes("LUNDAO_IMAGE_MB", setting("LUNDAO_IMAGE_MB"), 30),
      pdf: megabytes("LUNDAO_PDF_MB", setting("LUNDAO_PDF_MB"), 50),
      video: megabytes("LUNDAO_VIDEO_MB", setting("LUNDAO_VIDEO_MB"), 2048),
    },
    logLevel: logLevelFrom(setting("LUNDAO_LOG")),
    replaceHall: given["replace-hall"] ?? false,
    run,
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
  const { verify, backup, restore, "reset-manager": reset, "last-numbers": lastNumbers = null } = given;
  const asked = Object.entries({ verify, backup, restore, "reset-manager": reset }).filter(([, value]) => value);
  const [first, second] = asked.map(([name]) => `--${name}`);
  if (first !== undefined && second !== undefined) throw new WrongSetting(`${second}: not together with ${first}`);
  if (lastNumbers !== null && restore === undefined) throw new WrongSetting("--last-numbers: only with --restore FILE");
  if (verify) return { kind: "verify" };
  if (reset) return { kind: "reset-manager" };
  if (backup) return { kind: "backup" };
  if (restore !== undefined) return { kind: "restore", file: resolve(restore), lastNumbers };
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
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) throw new WrongSetting(`LUNDAO_PORT: ${JSON.stringify(text)} is not a port`);
  return port;
}

/** Names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function urlFrom(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  // Addresses of pages are made by writing on behind it.
  const isPlain = url !== null && url.username === "" && url.password === "" && !/[?#\s]/.test(text);
  if (!isPlain || !/^https?:$/.test(url.protocol))
    throw new WrongSetting("LUNDAO_PUBLIC_URL: must be an http or https address, without ? and #");
  return text.replace(/\/+$/, "");
}

function proxyFrom(address: string | null, demo: boolean): string | null {
  if (address === null) return null;
  if (demo) throw new WrongSetting("LUNDAO_TRUSTED_PROXY: a demonstration listens to no proxy");
  if (isIP(address) === 0) throw new WrongSetting("LUNDAO_TRUSTED_PROXY: must be the address of one machine");
  return address;
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
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new WrongSetting("LUNDAO_CLOCK: must be an ISO instant with its offset");
  }
}

const MAX_MEGABYTES = 4096;

function megabytes(name: string, text: string | null, usual: number): number {
  const given = text === null ? usual : /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (given < 1 || given > MAX_MEGABYTES)
    throw new WrongSetting(`${name}: must be a whole number of megabytes from 1 to ${String(MAX_MEGABYTES)}`);
  return given * 1024 * 1024;
}

function logLevelFrom(text: string | null): LogLevel {
  const level = logLevels.find((known) => known === (text ?? "info"));
  if (!level) throw new WrongSetting(`LUNDAO_LOG: must be one of ${logLevels.join(", ")}`);
  return level;
}

/** Only serving makes a key: what a restore made up would open nothing that its backup holds. */
function secretFrom(text: string | null, { kind }: Run, place: KeyPlace): Buffer | null {
  if (text === null) {
    if (kind === "serve") return keptSecret(place);
    return kind === "restore" ? findSecret(place) : null;
  }
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new WrongSetting("LUNDAO_SECRET_KEY: must be 64 hexadecimal digits");
  return Buffer.from(text, "hex");
}
