/** A program that uses the hub over HTTP, as kiosks and panels do, and that lives through the hub's deaths. */
import type { DeviceKind } from "../../shared/domain/vocabulary.ts";
import { MANAGER_PASSWORD } from "../support/hub.ts";

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  /** Its shape is the asker's to know. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one request; throws where no whole answer came. */
export async function ask(
  url: string,
  path: string,
  { method = "POST", headers = {}, body }: Asked = {},
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(method !== "GET" && { "content-type": "application/json" }), ...headers },
    ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text === "" ? {} : JSON.parse(text)) as Answer["body"],
    headers: Object.fromEntries(answer.headers),
  };
}

interface Asked {
  readonly method?: "GET" | "POST" | "PUT";
  readonly headers?: Headers;
  readonly body?: object;
}

export async function signIn(url: string, user = "manager", password = MANAGER_PASSWORD): Promise<Headers> {
  const answer = await ask(url, "/api/session", { body: { user, password } });
  const cookie = answer.headers["set-cookie"]?.split(";")[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(`${user}: ${JSON.stringify(answer.body)}`);
  return { cookie };
}

/** A clerk who has opened a counter. */
export async function clerkAt(url: string, manager: Headers, counter: number): Promise<Headers> {
  const user = `clerk-${String(counter)}`;
  const password = `password-of-${user}`;
  await must(ask(url, "/api/users", { headers: manager, body: { user, name: user, role: "clerk", password } }), 201);
  const clerk = await signIn(url, user, password);
  await must(ask(url, `/api/counters/${String(counter)}/open`, { headers: clerk }), 200);
  return clerk;
}

/** A paired device of a demonstration, which approves by itself. */
export async function device(url: string, kind: DeviceKind): Promise<Headers> {
  const { body } = await must(ask(url, "/api/devices", { body: { kind } }), 201);
  const { id, secret } = body as { id: string; secret: string };
  const { body: given } = await must(ask(url, `/api/devices/${id}/token`, { body: { secret } }), 200);
  return { authorization: `Bearer ${String(given["token"])}` };
}

export async function must(asked: Promise<Answer>, status: number): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer;
}
