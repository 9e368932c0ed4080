/** What the process can do besides serving, hub stopped: verify, reset the manager, back up, restore. */
import { hashPassword, newPassword } from "./access/secrets.ts";
import type { Folders } from "./app.ts";
import type { Config } from "./config/config.ts";
import { WrongSetting } from "./config/wrong-setting.ts";
import { backUp } from "./store/backup.ts";
import { databaseFile, openDatabase } from "./store/database.ts";
import { restore } from "./restore.ts";
import { openStore } from "./store/store.ts";
import { verify } from "./store/verify.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Does one thing and answers the exit code. */
export async function runTool(config: Config, folders: Folders, say: (line: string) => void): Promise<number> {
  const { run, dataFolder } = config;
  if (run.kind === "serve") throw new Error("serving is no tool");
  if (run.kind === "restore") return restore({ ...run, dataFolder, migrations: folders.migrations }, say);
  if (!existsSync(databaseFile(config.dataFolder)))
    throw new WrongSetting(`LUNDAO_DATA: there is no hub in ${config.dataFolder}`);
  switch (run.kind) {
    case "verify":
      return verify(databaseFile(config.dataFolder), say);
    case "reset-manager":
      return resetManager(config, folders, say);
    case "backup": {
      const file = await backUp(config.dataFolder, config.backupFolder ?? join(config.dataFolder, "backups"));
      say(`backed up and verified: ${file}`);
      return 0;
    }
    default:
      return run satisfies never;
  }
}

async function resetManager(config: Config, folders: Folders, say: (line: string) => void): Promise<number> {
  const { db, raw } = openDatabase(config.dataFolder, folders.migrations);
  const store = openStore({ db, raw });
  const manager =
    store.users.all().find(({ user, isDeleted }) => user === "manager" && !isDeleted) ??
    store.users.all().find(({ role, isDeleted }) => role === "manager" && !isDeleted);
  if (!manager) throw new WrongSetting("reset-manager: this hub has no manager");
  const password = config.managerPassword ?? newPassword();
  const passwordHash = await hashPassword(password);
  store.commit((tx) => {
    tx.users.update(manager.id, { passwordHash });
    tx.sessions.removeOf(manager.id);
  });
  raw.close();
  say(
    config.managerPassword === null
      ? `new password of ${manager.user}: ${password}`
      : `the password of ${manager.user} is set`,
  );
  return 0;
}
