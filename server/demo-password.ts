/**
 * The manager's password of a demonstration, kept so that `npm run day` beside `npm start` asks nobody for it. A
 * demonstration listens on this machine alone and is worth nothing; a hall's own password is never kept.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param made the password that this start has made, null where the manager had one already */
export function keepDemoPassword(
  { demo, dataFolder }: { readonly demo: boolean; readonly dataFolder: string },
  made: string | null,
): void {
  const file = passwordFile(dataFolder);
  if (!demo) rmSync(file, { force: true });
  else if (made !== null) writeFileSync(file, `${made}\n`, { mode: 0o600 });
}

/** What the first start made; null where it was no demonstration. It may have been changed since. */
export function keptDemoPassword(dataFolder: string): string | null {
  try {
    return readFileSync(passwordFile(dataFolder), "utf8").trim();
  } catch {
    return null;
  }
}

function passwordFile(dataFolder: string): string {
  return join(dataFolder, "demo-password");
}
