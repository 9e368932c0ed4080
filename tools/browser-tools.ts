import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";

const chromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What browser tests need of the machine, and the Debian packages that bring it. */
interface Need {
  what: string;
  packages: readonly string[];
  isMet: () => boolean;
}

const needs: readonly Need[] = [
  {
    what: "Chromium (or LUNDAO_CHROMIUM set to its path)",
    packages: ["chromium"],
    isMet: () => findChromium() !== null,
  },
  { what: "a Chinese font", packages: ["fonts-noto-cjk", "fontconfig"], isMet: hasChineseFont },
  { what: "zbarimg, which reads QR codes", packages: ["zbar-tools"], isMet: () => findProgram("zbarimg") !== null },
];

/** The path of a Chromium or Chrome: what `LUNDAO_CHROMIUM` names, else the first on the search path, else null. */
export function findChromium(): string | null {
  const named = process.env["LUNDAO_CHROMIUM"];
  if (named) return isExecutable(named) ? named : null;
  for (const name of chromiumNames) {
    const found = findProgram(name);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Sees to it that browser tests can run: installs what is missing where apt-get may be used without asking.
 * Answers null when all is there, else one line that names what to install.
 */
export function ensureBrowserTools(): string | null {
  const named = process.env["LUNDAO_CHROMIUM"];
  if (named && findChromium() === null) return `LUNDAO_CHROMIUM names ${named}, which cannot be run`;
  const missing = needs.filter((need) => !need.isMet());
  if (missing.length === 0) return null;
  installWithApt(missing.flatMap((need) => need.packages));
  const stillMissing = missing.filter((need) => !need.isMet());
  if (stillMissing.length === 0) return null;
  const whats = stillMissing.map((need) => need.what).join(", ");
  const names = stillMissing.flatMap((need) => need.packages).join(" ");
  return `browser tests need ${whats}: apt-get install --no-install-recommends ${names}`;
}

/** Tries to install; whether it worked is seen by looking for the programs again. */
function installWithApt(packages: readonly string[]): void {
  const prefix = rootPrefix();
  if (prefix === null || findProgram("apt-get") === null) return;
  console.log(`installing ${packages.join(" ")}`);
  const apt = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"];
  run([...apt, "update"]);
  run([...apt, "install", "-y", "--no-install-recommends", ...packages]);
}

/** What stands before a command so that it runs as root, or null where that would need a password. */
function rootPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  if (findProgram("sudo") === null) return null;
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
}

function run([command = "", ...args]: readonly string[]): void {
  spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
}

function hasChineseFont(): boolean {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
}

function findProgram(name: string): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin", "/usr/local/bin"];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
