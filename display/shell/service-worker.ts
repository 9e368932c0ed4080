/**
 * Keeps the parts of the display pages on the screen, so that they start while the hub is off. A new set is taken only when
 * all of it is here and each part has the hash that the build gave it; the set before is kept until the next one, for pages
 * that still run from it. The build puts the list of parts into this file, so that another list is another worker.
 */

interface Part {
  readonly url: string;
  readonly sha256: string;
}

/** What a worker has around it, as far as it is used here: the types of pages know no workers. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly crypto: Crypto;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WaitingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: AskingEvent) => void): void;
}
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface AskingEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Put in by the build. */
declare const SHELL: { readonly version: string; readonly parts: readonly Part[] };

const prefix = "lundao-shell-";
const own = prefix + SHELL.version;
// This file runs as a worker, where the global object is one.
const scope = self as unknown as WorkerScope;

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin) return;
  if (!SHELL.parts.some(({ url }) => url === pathname) && !pathname.startsWith("/assets/")) return;
  event.respondWith(answer(request, pathname));
});

async function install(): Promise<void> {
  const fresh = await scope.caches.open(own);
  try {
    for (const part of SHELL.parts) await keep(part, fresh);
  } catch (error) {
    await scope.caches.delete(own);
    throw error;
  }
  await scope.skipWaiting();
}

/** What another set holds under the same hash is not loaded again. */
async function keep({ url, sha256 }: Part, fresh: Cache): Promise<void> {
  const known = await scope.caches.match(url);
  if (known && (await hashOf(known)) === sha256) return fresh.put(url, known);
  const loaded = await fetch(url, { cache: "no-cache" });
  if (!loaded.ok || (await hashOf(loaded)) !== sha256) throw new Error(`${url} is not what the build made`);
  await fresh.put(url, loaded);
}

async function hashOf(response: Response): Promise<string> {
  const bytes = await response.clone().arrayBuffer();
  const hash = await scope.crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function activate(): Promise<void> {
  const others = (await scope.caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  // In the order they were made: the last of them was in use until now.
  await Promise.all(others.slice(0, -1).map((name) => scope.caches.delete(name)));
  await scope.clients.claim();
}

async function answer(request: Request, pathname: string): Promise<Response> {
  const kept = (await (await scope.caches.open(own)).match(pathname)) ?? (await scope.caches.match(pathname));
  return kept ?? fetch(request);
}
