/** The hub's public API, as any other program would use it. */
import { setTimeout as sleep } from "node:timers/promises";

export type Headers = Readonly<Record<string, string>>;

/** The hub refused, and said why. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** No hub answers there. */
export class Unreachable extends Error {}

export interface Request {
  readonly body?: object;
  readonly as?: Headers;
}

/** A list's page; `next` names the page after it, where there is one. */
interface Page<A> {
  readonly items: readonly A[];
  readonly next?: string;
}

const TRIES = 6;
const BETWEEN_TRIES_MILLIS = 700;

export class HubApi {
  /** @param base the hub's address, without a slash at its end. */
  constructor(readonly base: string) {}

  get<A>(path: string, as: Headers = {}): Promise<A> {
    return this.ask<A>("GET", path, { as });
  }

  /** All items of a list, page after page. */
  async list<A>(path: string, as: Headers = {}): Promise<readonly A[]> {
    const items: A[] = [];
    let address: string | null = path;
    while (address !== null) {
      const page: Page<A> = await this.get<Page<A>>(address, as);
      items.push(...page.items);
      address = page.next === undefined ? null : pageAfter(path, page.next);
    }
    return items;
  }

  post<A>(path: string, request: Request = {}): Promise<A> {
    return this.ask<A>("POST", path, { body: {}, ...request });
  }

  /**
   * Sends a request and answers its body. Where the hub is away or cannot write, the same request is sent again; its
   * key sees to it that it is done once. Throws `Refused`, or `Unreachable` where the hub stays away.
   */
  async ask<A>(method: string, path: string, { body, as = {} }: Request = {}): Promise<A> {
    const key: Headers = method === "POST" ? { "idempotency-key": crypto.randomUUID() } : {};
    const headers = { ...as, ...key, ...(body && { "content-type": "application/json" }) };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#send(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      if (answer.ok) return answer.body as A; // the caller knows what the path answers
      if (attempt === TRIES || !answer.isWorthAnotherTry) throw answer.error;
      await sleep(BETWEEN_TRIES_MILLIS);
    }
  }

  /** Signs in and answers the headers to go on with. Throws `Refused`. */
  async signIn(user: string, password: string): Promise<Headers> {
    const answer = await fetch(`${this.base}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user, password }),
    }).catch(unreachable(this.base));
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
    if (!answer.ok || cookie === undefined) throw refusalFrom(answer.status, await answer.text());
    return { cookie };
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    try {
      const answer = await fetch(`${this.base}${path}`, init);
      const text = await answer.text();
      if (answer.ok) return { ok: true, body: text === "" ? null : JSON.parse(text) };
      return { ok: false, isWorthAnotherTry: answer.status === 503, error: refusalFrom(answer.status, text) };
    } catch (error) {
      return { ok: false, isWorthAnotherTry: true, error: asUnreachable(this.base, error) };
    }
  }
}

type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly isWorthAnotherTry: boolean; readonly error: Error };

function pageAfter(path: string, after: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(after)}`;
}

function refusalFrom(status: number, text: string): Refused {
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === "object" && problem !== null && "code" in problem && "detail" in problem) {
      return new Refused(status, String(problem.code), String(problem.detail));
    }
  } catch {
    // What is not JSON comes from something that is no hub; its status is all there is to say.
  }
  return new Refused(status, "no-hub", `status ${status}`);
}

function unreachable(base: string): (error: unknown) => never {
  return (error) => {
    throw asUnreachable(base, error);
  };
}

function asUnreachable(base: string, error: unknown): Unreachable {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new Unreachable(`no hub answers at ${base} (${cause})`);
}

/** The code of a refusal, null for any other error. */
export function codeOf(error: unknown): string | null {
  return error instanceof Refused ? error.code : null;
}
