/**
 * Fetches what editors name, which may be anything: from the public internet alone, unless the hall allows a host by name,
 * at the address that was checked and no other, of bounded length, within a time. Each redirection is checked anew.
 */
import { lookup } from "node:dns/promises";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import ipaddr from "ipaddr.js";

export interface FetchSettings {
  /** All addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Names that may lie in the hall's own network. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly seconds: number;
  readonly bytes: number;
}

/** What is known of an address from the last time, so that what has not changed is not sent again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  "unchanged" | ({ readonly body: Uint8Array<ArrayBuffer>; readonly contentType: string | null } & Validators);

/** It could not be fetched; the message tells a technician why. */
export class NotFetched extends Error {}

const MAX_REDIRECTIONS = 3;

export const usualFetch = {
  resolve: async (host: string) => (await lookup(host, { all: true, verbatim: false })).map(({ address }) => address),
  seconds: 10,
  bytes: 1024 * 1024,
} as const;

/** Throws `NotFetched`. */
export async function fetchFeed(address: string, known: Validators, settings: FetchSettings): Promise<Fetched> {
  const end = new AbortController();
  const late = setTimeout(() => end.abort(), settings.seconds * 1000);
  try {
    return await untilAborted(end.signal, fetchThrough(address, known, { ...settings, signal: end.signal }));
  } catch (error) {
    if (end.signal.aborted) throw new NotFetched(`took longer than ${settings.seconds} s`);
    if (error instanceof NotFetched) throw error;
    throw new NotFetched(error instanceof Error ? error.message : "cannot be fetched");
  } finally {
    clearTimeout(late);
    // Nothing goes on in the background, whatever happened.
    end.abort();
  }
}

type Fetching = FetchSettings & { readonly signal: AbortSignal };

async function fetchThrough(address: string, known: Validators, settings: Fetching): Promise<Fetched> {
  let url = checked(address);
  for (let redirections = 0; ; redirections += 1) {
    const answer = await ask(url, known, settings);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 304) return "unchanged";
    if (statusCode >= 200 && statusCode < 300) {
      const body = await bodyOf(answer, settings.bytes);
      const { etag = null, "last-modified": lastModified = null, "content-type": contentType = null } = headers;
      return { body, contentType, etag, lastModified };
    }
    answer.destroy();
    const isElsewhere = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
    if (!isElsewhere) throw new NotFetched(`answered ${statusCode}`);
    if (redirections === MAX_REDIRECTIONS) throw new NotFetched("leads on and on");
    url = checked(headers.location ?? "", url);
  }
}

function checked(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new NotFetched("is no address");
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new NotFetched("is not http or https");
  if (url.username !== "" || url.password !== "") throw new NotFetched("bears a password");
  return url;
}

async function ask(url: URL, known: Validators, settings: Fetching): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const address = await addressOf(host, settings);
  const isSecure = url.protocol === "https:";
  const options = {
    // The address that was checked: a name that leads elsewhere a moment later leads nobody there.
    host: address,
    port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
    path: url.pathname + url.search,
    agent: false,
    signal: settings.signal,
    ...(isSecure && isIP(host) === 0 && { servername: host }),
    headers: {
      host: url.host,
      "user-agent": "Lundao",
      accept: "application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/xml, */*;q=0.1",
      "accept-encoding": "gzip",
      ...(known.etag !== null && { "if-none-match": known.etag }),
      ...(known.lastModified !== null && { "if-modified-since": known.lastModified }),
    },
  } as const;
  return new Promise((resolve, reject) => {
    const asked = isSecure ? requestHttps(options, resolve) : requestHttp(options, resolve);
    asked.on("error", reject);
    asked.end();
  });
}

/** Throws `NotFetched` where any of its addresses is not public, and the hall does not allow the name. */
async function addressOf(host: string, { resolve, allowedHosts }: FetchSettings): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  const [first] = addresses;
  if (first === undefined) throw new NotFetched("has no address");
  if (!allowedHosts.has(host) && !addresses.every(isPublic))
    throw new NotFetched(`${host} lies in the hall's own network; LUNDAO_FEED_HOSTS may allow it`);
  return first;
}

/** Neither of this machine nor of the networks around it; an address in the clothes of another kind is neither. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(answer)) {
    // Neither a connection nor an unpacker of bytes gives anything else.
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > most) throw new NotFetched(`is longer than ${most} bytes`);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function unpacked(answer: IncomingMessage): NodeJS.ReadableStream {
  const unpack = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const encoding = (answer.headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding === "identity" || encoding === "") return answer;
  const known = Object.entries(unpack).find(([name]) => name === encoding)?.[1];
  if (!known) throw new NotFetched("is packed in an unknown way");
  const unpacker = known();
  answer.on("error", (error) => unpacker.destroy(error));
  return answer.pipe(unpacker);
}

/** What does not listen to a signal, such as a name's resolution, is not waited for. */
function untilAborted<A>(signal: AbortSignal, work: Promise<A>): Promise<A> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(new NotFetched("took too long"));
    });
    work.then(resolve, reject);
  });
}
