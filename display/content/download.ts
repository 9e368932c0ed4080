/**
 * Loads one file in pieces that are kept as they come, so that a line that is cut or a box that is switched off costs no
 * more than the piece on its way; what is whole is checked by its hash before anybody sees it.
 */
import type { ScreenFile } from "../../shared/wire/lobby.ts";
import type { ContentStore } from "./content-store.ts";
import { Sha256 } from "./sha256.ts";

export const pieceBytes = 2 ** 20;
/** Hashed in one go: a few milliseconds on an old box, so that no call waits for it. */
const hashedAtOnce = 64 * 2 ** 10;
/** A line that brings nothing for so long is given up: it would keep every other file waiting. */
const silenceMillis = 30_000;

/** Fails where the file cannot be had now; nothing is lost by that. */
export async function download(
  file: ScreenFile,
  store: ContentStore,
  ask: (url: string, init: RequestInit) => Promise<Response> = (url, init) => fetch(url, init),
): Promise<void> {
  const begun = await store.pieces(file.sha256);
  const blobs = begun.map(({ blob }) => blob);
  let have = blobs.reduce((sum, { size }) => sum + size, 0);
  if (have < file.bytes) {
    const headers: Record<string, string> = have > 0 ? { Range: `bytes=${String(have)}-` } : {};
    const answer = await inTime(ask(file.url, { headers, cache: "no-store" }));
    if (!answer.ok || !answer.body) throw new Error(`${file.url}: ${String(answer.status)}`);
    if (have > 0 && answer.status !== 206) {
      blobs.length = 0;
      have = 0;
      await store.forgetPieces(file.sha256);
    }
    for await (const blob of pieces(answer.body)) {
      if (have + blob.size > file.bytes) throw await spoilt(file, store);
      await store.keepPiece(file.sha256, { at: have, blob });
      blobs.push(blob);
      have += blob.size;
    }
  }
  if (have < file.bytes) throw new Error(`${file.url}: cut off`);
  const whole = new Blob(blobs, { type: file.type });
  if (whole.size !== file.bytes || (await hashOf(whole)) !== file.sha256) throw await spoilt(file, store);
  await store.keepFile(file.sha256, whole);
  await store.forgetPieces(file.sha256);
}

async function spoilt(file: ScreenFile, store: ContentStore): Promise<Error> {
  await store.forgetPieces(file.sha256);
  return new Error(`${file.url}: not the file that was promised`);
}

/** The body in blobs of the size of a piece; the last one is as long as is left. */
async function* pieces(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Blob> {
  const reader = body.getReader();
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (value) {
        parts.push(value);
        size += value.length;
      }
      if (size > 0 && (done || size >= pieceBytes)) {
        yield new Blob(parts);
        parts = [];
        size = 0;
      }
      if (done) return;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

async function inTime<T>(coming: Promise<T>): Promise<T> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    silence = setTimeout(() => reject(new Error("nothing comes any more")), silenceMillis);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(silence));
}

async function hashOf(blob: Blob): Promise<string> {
  const hash = new Sha256();
  for (let at = 0; at < blob.size; at += hashedAtOnce) {
    hash.update(new Uint8Array(await blob.slice(at, at + hashedAtOnce).arrayBuffer()));
  }
  return hash.hex();
}
