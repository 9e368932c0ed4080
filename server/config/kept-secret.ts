/** The hub's secret key where none is set: made once for a data folder, outside of it. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { WrongSetting } from "./wrong-setting.ts";

const BYTES = 32;

export interface KeyPlace {
  readonly dataFolder: string;
  /** `XDG_CONFIG_HOME`; null: `.config` in the user's own folder. */
  readonly configHome: string | null;
}

/**
 * The 32 bytes kept for this data folder, mode 0600, made where there are none. They lie outside the folder,
 * so that a copied folder or a backup opens nothing by itself. Throws `WrongSetting` where they cannot be kept.
 */
export function keptSecret(place: KeyPlace): Buffer {
  const kept = findSecret(place);
  if (kept) return kept;
  const file = secretFile(place);
  const secret = randomBytes(BYTES);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, secret.toString("hex") + "\n", { mode: 0o600, flag: "wx" });
  } catch {
    throw new WrongSetting(`LUNDAO_SECRET_KEY: is not set, and none can be kept in ${dirname(file)}`);
  }
  return secret;
}

/** The same, but null where none is kept yet. */
export function findSecret(place: KeyPlace): Buffer | null {
  const file = secretFile(place);
  if (!existsSync(file)) return null;
  const secret = Buffer.from(textOf(file), "hex");
  if (secret.length !== BYTES) throw new WrongSetting(`LUNDAO_SECRET_KEY: ${file} does not hold a key`);
  return secret;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new WrongSetting(`LUNDAO_SECRET_KEY: ${file} cannot be read`);
  }
}

function secretFile({ dataFolder, configHome }: KeyPlace): string {
  const name = dataFolder.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+/, "");
  const folder = join(configHome ?? join(home(), ".config"), "lundao");
  if (isWithin(folder, dataFolder))
    throw new WrongSetting(`LUNDAO_SECRET_KEY: is not set, and ${folder} lies in the data folder itself`);
  return join(folder, `${name}.key`);
}

function home(): string {
  try {
    return homedir();
  } catch {
    throw new WrongSetting("LUNDAO_SECRET_KEY: is not set, and who runs the hub has no folder to keep one in");
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(realPlace(folder), realPlace(path));
  return way !== ".." && !way.startsWith(`..${sep}`);
}

/** Where a path leads, be it not there yet: the first folder above it that is there may be a link. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realPlace(above), relative(above, path));
}
