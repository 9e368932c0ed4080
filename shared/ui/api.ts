/**
 * One way to ask the hub over HTTP. An answer is a value, a refusal is a value, and a hub that cannot be reached
 * is the refusal `hub-away`: no page has to catch anything.
 */
import type { RefusalCode } from "../domain/refusal.ts";
import { languageTags } from "../text/text.ts";
import { currentLanguage } from "./language.ts";

export type ProblemCode = RefusalCode | "hub-away";

/** Why something did not happen. `detail` is a sentence in the page's language, empty when the hub is away. */
export interface ApiProblem {
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly field?: string;
  readonly nextOpening?: string;
  /** Seconds the hub asks to wait before the next try. */
  readonly retryAfterSeconds?: number;
}

export type ApiAnswer<T> =
  | { readonly ok: true; readonly status: number; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problem: ApiProblem };

export interface ApiOptions {
  /** Sent as JSON. POST without a body sends `{}`, as the hub expects an object. */
  readonly body?: unknown;
  /** A device's token; staff are known by their cookie. */
  readonly token?: string | null;
  /** Idempotency key: repeat a command with the same key and it happens once. */
  readonly key?: string;
  /** How long to wait for an answer before the hub counts as away; 10 s. */
  readonly timeoutMillis?: number;
  /** A media type to ask for in the place of JSON: the answer is its text. */
  readonly accept?: "text/csv";
}

/**
 * Asks the hub. The answer's shape is the wire's promise for that address (validated on the hub), hence the one cast.
 * @param path begins with `/api/`.
 */
export async function request<T>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  options: ApiOptions = {},
): Promise<ApiAnswer<T>> {
  const headers: Record<string, string> = { "Accept-Language": languageTags[currentLanguage()] };
  if (typeof options.token === "string") headers["Authorization"] = `Bearer ${options.token}`;
  if (options.key !== undefined) headers["Idempotency-Key"] = options.key;
  if (options.accept !== undefined) headers["Accept"] = options.accept;
  const body = options.body ?? (method === "POST" ? {} : undefined);
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), options.timeoutMillis ?? 10_000);
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      signal: abort.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok && options.accept !== undefined) return { ok: true, status: response.status, value: text as T };
    if (response.ok) return { ok: true, status: response.status, value: (text === "" ? null : JSON.parse(text)) as T };
    return { ok: false, status: response.status, problem: readProblem(response, text) };
  } catch {
    return { ok: false, status: 0, problem: { code: "hub-away", title: "", detail: "", status: 0 } };
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy's own error page is no problem document: then the hub itself was not reached. */
export function readProblem(response: Pick<Response, "status" | "headers">, text: string): ApiProblem {
  const parsed = parseObject(text);
  if (typeof parsed?.["code"] !== "string") return { code: "hub-away", title: "", detail: "", status: response.status };
  const retryAfter = Number(response.headers.get("Retry-After") ?? NaN);
  return {
    // The hub answers only codes of its published list.
    code: parsed["code"] as RefusalCode,
    title: asString(parsed["title"]),
    detail: asString(parsed["detail"]),
    status: response.status,
    ...(typeof parsed["field"] === "string" ? { field: parsed["field"] } : {}),
    ...(typeof parsed["nextOpening"] === "string" ? { nextOpening: parsed["nextOpening"] } : {}),
    ...(Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter } : {}),
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    // Whatever JSON object it is, its properties are unknown.
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function asString(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A fresh idempotency key; also where the page is plain HTTP and `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
