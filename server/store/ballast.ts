/**
 * A file of nothing that is given up when the disk is full, so that the journal can go on
 * until somebody makes room. Only where the disk has plenty to begin with.
 */
import { existsSync, rmSync, statfsSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";

const BALLAST_BYTES = 64 * 1024 * 1024;
const PLENTY_BYTES = 1024 * 1024 * 1024;
/** The hall opens first. */
const AFTER_START_MILLIS = 30_000;

export interface Ballast {
  /** Gives the room up; false if there was none to give. */
  readonly giveUp: () => boolean;
  readonly stop: () => void;
}

export function startBallast(dataFolder: string, onFailure: (error: unknown) => void): Ballast {
  const file = join(dataFolder, "ballast");
  const timer = setTimeout(() => {
    if (!existsSync(file) && freeBytes(dataFolder) > PLENTY_BYTES) fill(file).catch(onFailure);
  }, AFTER_START_MILLIS).unref();
  return {
    giveUp() {
      if (!existsSync(file)) return false;
      rmSync(file, { force: true });
      return true;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Real blocks, since a sparse file would give nothing back. */
async function fill(file: string): Promise<void> {
  const block = Buffer.alloc(1024 * 1024, 0x5a);
  const handle = await open(file, "w", 0o600);
  try {
    for (let written = 0; written < BALLAST_BYTES; written += block.length) await handle.write(block);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
