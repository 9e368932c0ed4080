/** What was fetched last of each feed, kept in a file of the data folder: after a restart, and while the internet is away. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { FeedEntry } from "../../../shared/wire/lobby.ts";
import type { Validators } from "./fetch-feed.ts";

export interface KeptFeed extends Validators {
  readonly url: string;
  readonly entries: readonly FeedEntry[];
}

const VERSION = 1;

/** Nothing where there is no such file, or it is not to be read: everything in it can be fetched again. */
export function loadFeeds(dataFolder: string): readonly KeptFeed[] {
  try {
    // Only `saveFeeds` writes this file.
    const kept = JSON.parse(readFileSync(fileIn(dataFolder), "utf8")) as {
      version: number;
      feeds: readonly KeptFeed[];
    };
    return kept.version === VERSION ? kept.feeds : [];
  } catch {
    return [];
  }
}

/** The old file stays until the new one is whole. Throws what the disk says. */
export function saveFeeds(dataFolder: string, feeds: readonly KeptFeed[]): void {
  const file = fileIn(dataFolder);
  const draft = `${file}.new`;
  try {
    const descriptor = openSync(draft, "w", 0o600);
    try {
      writeSync(descriptor, JSON.stringify({ version: VERSION, feeds }));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, "feeds.json");
}
