/** Where media lie in a data folder, and in a folder of backups alike. */
import { join } from "node:path";

export function mediaFolder(folder: string): string {
  return join(folder, "media");
}

/** @param media the folder of media. */
export function mediaFile(media: string, sha256: string): string {
  return join(media, sha256.slice(0, 2), sha256);
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
