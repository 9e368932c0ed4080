/** People of a test hall, and the few requests that every story is told with. Goes through the HTTP API alone. */
import type { Counter } from "../../shared/wire/counter.ts";
import type { Ticket, TicketAndNext } from "../../shared/wire/ticket.ts";
import type { Role } from "../../shared/domain/vocabulary.ts";
import { MANAGER_PASSWORD, type TestHub } from "./hub.ts";

export interface Answer<A> {
  readonly status: number;
  readonly body: A;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Refused {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly title: string;
  readonly field?: string;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Asked {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who sends requests: signed in, paired, or a stranger. */
export class Person {
  constructor(
    private readonly hub: TestHub,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly id: string = "",
  ) {}

  /** Any request; the body's shape is the test's to know. */
  async ask<A = Refused>(method: Method, url: string, { body, headers }: Asked = {}): Promise<Answer<A>> {
    const answer = await this.hub.app.inject({
      method,
      url,
      headers: { ...this.headers, ...headers },
      ...(body && { payload: body }),
    });
    const text = answer.payload;
    return { status: answer.statusCode, headers: answer.headers, body: (text === "" ? null : JSON.parse(text)) as A };
  }

  get<A>(url: string): Promise<Answer<A>> {
    return this.ask<A>("GET", url);
  }

  post<A = Refused>(
    url: string,
    body: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<A>> {
    return this.ask<A>("POST", url, { body, headers });
  }

  /** A number taken; fails the test where none was given. */
  async take(service: string, more: object = {}): Promise<Ticket & { token: string }> {
    const answer = await this.post<Ticket & { token: string }>("/api/tickets", { service, ...more });
    return expected(answer, 201);
  }

  async ticket(id: string): Promise<Ticket> {
    return expected(await this.get<Ticket>(`/api/tickets/${id}`), 200);
  }
}

/** A clerk at a counter that is open. */
export class Clerk extends Person {
  constructor(
    hub: TestHub,
    { headers, id }: Person,
    readonly counter: number,
  ) {
    super(hub, headers, id);
  }

  /** A command at this counter. */
  press<A = Refused>(
    command: string,
    body: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<A>> {
    return this.post<A>(`/api/counters/${String(this.counter)}/${command}`, body, headers);
  }

  async next(body: object = {}): Promise<Ticket> {
    return expected(await this.press<Ticket>("call-next", body), 200);
  }

  async does(command: string, body: object = {}): Promise<Ticket> {
    return expected(await this.press<Ticket>(command, body), 200);
  }

  async ends(command: "finish" | "miss", body: object = {}): Promise<TicketAndNext> {
    return expected(await this.press<TicketAndNext>(command, body), 200);
  }

  /** Starts, and finishes. */
  async serves(): Promise<Ticket> {
    await this.does("start");
    return (await this.ends("finish", { outcome: "done" })).ticket;
  }
}

/** The body of an answer that must have this status. */
export function expected<A>(answer: Answer<A>, status: number): A {
  if (answer.status !== status)
    throw new Error(`expected ${String(status)}, was ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Makes the people of a test. */
export class Desk {
  #manager: Person | null = null;
  #made = 0;

  constructor(readonly hub: TestHub) {}

  stranger(): Person {
    return new Person(this.hub);
  }

  /** Whoever shows this: somebody of a hub that has started anew. */
  as(headers: Person["headers"]): Person {
    return new Person(this.hub, headers);
  }

  async signIn(user: string, password: string): Promise<Person> {
    const answer = await this.hub.app.inject({ method: "POST", url: "/api/session", payload: { user, password } });
    const cookie = answer.cookies[0];
    if (answer.statusCode !== 200 || !cookie) throw new Error(`sign-in of ${user}: ${answer.payload}`);
    const session = JSON.parse(answer.payload) as { user: { id: string } };
    return new Person(this.hub, { cookie: `${cookie.name}=${cookie.value}` }, session.user.id);
  }

  async manager(): Promise<Person> {
    this.#manager ??= await this.signIn("manager", MANAGER_PASSWORD);
    return this.#manager;
  }

  /** A person of a role, signed in. */
  async staff(role: Role, more: object = {}): Promise<Person> {
    const { user, password } = await this.#makeUser(role, more);
    return this.signIn(user, password);
  }

  /** A clerk who has opened a counter. */
  async clerkAt(counter: number): Promise<Clerk> {
    const { user, password } = await this.#makeUser("clerk", {});
    const person = await this.signIn(user, password);
    const clerk = new Clerk(this.hub, person, counter);
    expected(await clerk.press<Counter>("open"), 200);
    return clerk;
  }

  /** A paired device. */
  async device(kind: string, more: object = {}): Promise<Person> {
    const manager = await this.manager();
    const offer = expected(
      await this.stranger().post<{ id: string; code: string; secret: string }>("/api/devices", { kind }),
      201,
    );
    expected(await manager.post(`/api/devices/${offer.id}/approve`, { code: offer.code, ...more }), 200);
    const { token } = expected(
      await this.stranger().post<{ token: string }>(`/api/devices/${offer.id}/token`, { secret: offer.secret }),
      200,
    );
    return new Person(this.hub, { authorization: `Bearer ${token}` }, offer.id);
  }

  station(): Promise<Person> {
    return this.device("station");
  }

  async #makeUser(role: Role, more: object): Promise<{ user: string; password: string }> {
    this.#made += 1;
    const user = `${role}-${String(this.#made)}`;
    const password = `password-of-${user}`;
    expected(
      await (
        await this.manager()
      ).post("/api/users", { user, name: `${role} ${String(this.#made)}`, role, password, ...more }),
      201,
    );
    return { user, password };
  }
}
