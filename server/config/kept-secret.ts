/** The hub's secret key where none is set: made once for a data folder, outside of it. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { WrongSetting } from "./wrong-setting.ts";

const BYTES = 32;

/**
 * The 32 bytes kept for this data folder, mode 0600. They lie outside the folder,
 * so that a copied folder or a backup opens nothing by itself. Throws `WrongSetting` where they cannot be kept.
 */
export function keptSecret(dataFolder: string, configHome: string | null): Buffer {
  const file = secretFile(dataFolder, configHome);
  if (existsSync(file)) {
    const secret = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
    if (secret.length !== BYTES) throw new WrongSetting(`LUNDAO_SECRET_KEY: ${file} does not hold a key`);
    return secret;
  }
  const secret = randomBytes(BYTES);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, secret.toString("hex") + "\n", { mode: 0o600, flag: "wx" });
  } catch {
    throw new WrongSetting(`LUNDAO_SECRET_KEY: is not set, and none can be kept in ${dirname(file)}`);
  }
  return secret;
}

function secretFile(dataFolder: string, configHome: string | null): string {
  const name = dataFolder.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+/, "");
  return join(configHome ?? join(homedir(), ".config"), "lundao", `${name}.key`);
}
