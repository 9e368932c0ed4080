/** What the process can do besides serving: verify and back up at any time, reset the manager and restore with the hub stopped. */
import { keysFrom } from "./access/keys.ts";
import { hashPassword, newPassword } from "./access/secrets.ts";
import type { Folders } from "./app.ts";
import { clockFrom } from "./clock.ts";
import type { Config } from "./config/config.ts";
import { naming, WrongSetting } from "./config/wrong-setting.ts";
import { backUpMedia, verifyMedia } from "./media-backup.ts";
import { backUp, openBackupFolder } from "./store/backup.ts";
import { databaseFile, openDatabase } from "./store/database.ts";
import { restore } from "./restore.ts";
import { holdFolder } from "./store/folder-hold.ts";
import { openStore } from "./store/store.ts";
import { verifyFolder } from "./store/verify-folder.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Does one thing and answers the exit code. */
export async function runTool(config: Config, folders: Folders, say: (line: string) => void): Promise<number> {
  const { run, dataFolder } = config;
  if (run.kind === "serve") throw new Error("serving is no tool");
  if (run.kind === "restore") {
    const fingerprint = config.secretKey && keysFrom(config.secretKey).fingerprint;
    const clock = clockFrom(config.clockStart);
    return restore({ ...run, dataFolder, fingerprint, migrations: folders.migrations, clock }, say);
  }
  if (!existsSync(databaseFile(dataFolder))) throw new WrongSetting(`LUNDAO_DATA: there is no hub in ${dataFolder}`);
  const backupFolder = config.backupFolder ?? join(dataFolder, "backups");
  switch (run.kind) {
    case "verify":
      return Math.max(
        verifyFolder({ file: databaseFile(dataFolder), backupFolder }, say),
        verifyMedia(dataFolder, say),
      );
    case "reset-manager":
      return resetManager(config, folders, say);
    case "backup": {
      naming("LUNDAO_BACKUPS", () => openBackupFolder(backupFolder));
      const file = naming("--backup", () => backUp(dataFolder, backupFolder));
      const lacking = naming("--backup", () => backUpMedia(dataFolder, backupFolder));
      say(`backed up and verified: ${file}`);
      if (lacking.length > 0) {
        const what = `${String(lacking.length)} media files are missing or damaged and are in no backup`;
        throw new WrongSetting(`--backup: ${what}: ${lacking.join(", ")}`);
      }
      return 0;
    }
    default:
      return run satisfies never;
  }
}

async function resetManager(config: Config, folders: Folders, say: (line: string) => void): Promise<number> {
  const password = config.managerPassword ?? newPassword();
  const passwordHash = await hashPassword(password);
  const folder = naming("LUNDAO_DATA", () => holdFolder(config.dataFolder));
  try {
    const name = setPassword(config.dataFolder, folders.migrations, passwordHash);
    say(config.managerPassword === null ? `new password of ${name}: ${password}` : `the password of ${name} is set`);
    return 0;
  } finally {
    folder.release();
  }
}

/** Of the first manager, who is then signed out everywhere; answers the sign-in name. */
function setPassword(dataFolder: string, migrations: string, passwordHash: string): string {
  const database = openDatabase(dataFolder, migrations);
  try {
    const store = openStore(database);
    const managers = store.users.all().filter(({ role, isDeleted }) => role === "manager" && !isDeleted);
    const manager = managers.find(({ user }) => user === "manager") ?? managers[0];
    if (!manager) throw new WrongSetting("--reset-manager: this hub has no manager");
    store.commit((tx) => {
      tx.users.update(manager.id, { passwordHash });
      tx.sessions.removeOf(manager.id);
    });
    return manager.user;
  } finally {
    database.raw.close();
  }
}
