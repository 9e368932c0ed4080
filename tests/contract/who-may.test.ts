import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { deviceKinds, roles } from "../../shared/domain/vocabulary.ts";
import { Desk, type Person } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";
import { addressOf, everybody, routes, type Route, type Who } from "./every-route.ts";

describe("who may do what", () => {
  let hub: TestHub;
  let desk: Desk;
  const people = new Map<Who, Person>();

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    people.set("stranger", desk.stranger());
    people.set("manager", await desk.manager());
    for (const role of roles) if (role !== "manager") people.set(role, await desk.staff(role));
    for (const kind of deviceKinds) people.set(kind, await desk.device(kind));
    return () => end(hub);
  });

  const personOf = (who: Who): Person => {
    const person = people.get(who);
    if (!person) throw new Error(`nobody is ${who}`);
    return person;
  };

  /** The routes that the hub itself says it has. */
  const described = async (): Promise<string[]> => {
    const { body } = await desk.stranger().get<{ paths: Record<string, Record<string, unknown>> }>("/api/openapi.json");
    return Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  };

  it("is said of every route there is", async () => {
    expect((await described()).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  /**
   * Asks with a body that no route takes, or for what does not exist: who may gets 400 or 404 and changes nothing,
   * who may not is told so first, since sign-in and role come before the schema.
   */
  const verdict = async (route: Route, who: Who): Promise<"may" | "not-signed-in" | "not-allowed"> => {
    const body = route.body && { nothing: "of the kind" };
    const { status, body: answer } = await personOf(who).ask(route.method, addressOf(route), { ...(body && { body }) });
    // What had ended before is ended by nobody again.
    if (status === 204) return "may";
    if (answer.code === "not-signed-in" || answer.code === "not-allowed") return answer.code;
    expect([200, 400, 404]).toContain(status);
    return "may";
  };

  const signsOut = (route: Route): boolean => route.method === "DELETE" && route.path === "/api/session";

  it.each(routes.filter((route) => !signsOut(route)).map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s",
    async (_, route) => {
      const before = hub.hub.context.writer.state.seq;
      for (const who of everybody) {
        const expectedVerdict = route.who.includes(who) ? "may" : who === "stranger" ? "not-signed-in" : "not-allowed";
        expect([who, await verdict(route, who)]).toEqual([who, expectedVerdict]);
      }
      expect(hub.hub.context.writer.state.seq).toBe(before);
    },
  );

  it("lets anyone sign out, signed in or not", async () => {
    const clerk = await desk.staff("clerk");
    for (const person of [desk.stranger(), personOf("screen"), clerk]) {
      expect((await person.ask("DELETE", "/api/session")).status).toBe(200);
    }
  });

  it("takes no number of a stranger who brings no code from the hall, nor of another channel than the phone", async () => {
    const answers = [{}, { channel: "station" }, { join: "guessed", channel: "desk" }];
    for (const more of answers) {
      const { status, body } = await desk.stranger().post("/api/tickets", { service: "proof", ...more });
      expect([status, body.code]).toEqual([401, "not-signed-in"]);
    }
  });

  it("tells a stranger without a code so before it looks at the body, be that none at all or too much", async () => {
    const json = "application/json";
    const bodies: readonly (readonly [type: string, payload: string])[] = [
      ["text/plain", "proof"],
      [json, "{"],
      [json, JSON.stringify({ service: "x".repeat(300 * 1024) })],
      [json, '{"__proto__":{"join":"x"}}'],
      [json, "null"],
    ];
    const ask = async (type: string, payload: string, who: Person) => {
      const headers = { "content-type": type, ...who.headers };
      const answer = await hub.app.inject({ method: "POST", url: "/api/tickets", headers, payload });
      return [answer.statusCode, (JSON.parse(answer.payload) as { code: string }).code];
    };
    for (const [type, payload] of bodies) {
      expect(await ask(type, payload, desk.stranger())).toEqual([401, "not-signed-in"]);
      expect((await ask(type, payload, personOf("guide")))[0]).not.toBe(401);
    }
    expect(await ask(json, '{"join":"guessed","service":7}', desk.stranger())).toEqual([400, "invalid-request"]);
  });

  it("still makes a stranger wait who asks too often without one", async () => {
    const ask = async (): Promise<number> => {
      const options = { method: "POST", url: "/api/tickets", payload: "{", remoteAddress: "10.7.7.7" } as const;
      return (await hub.app.inject({ ...options, headers: { "content-type": "application/json" } })).statusCode;
    };
    const statuses = new Set<number>();
    for (let asked = 0; asked < 241; asked += 1) statuses.add(await ask());
    expect([...statuses]).toEqual([401, 429]);
  });

  it("lets a station take numbers of its own channel alone, and the desk none of a booking or of paper", async () => {
    const ask = async (who: Who, channel: string) =>
      (await personOf(who).post("/api/tickets", { service: "proof", channel })).body.code;
    expect(await ask("station", "desk")).toBe("not-allowed");
    expect(await ask("guide", "booking")).toBe("invalid-request");
    expect(await ask("guide", "paper")).toBe("invalid-request");
  });

  it("shows a supervisor everything but personal data", async () => {
    const taken = await personOf("guide").take("proof", { person: { name: "欧阳明日香", phone: "13912345678" } });
    const supervisor = personOf("supervisor");
    const seen = [];
    for (const route of routes) {
      if (route.method !== "GET" || !route.who.includes("supervisor")) continue;
      seen.push((await supervisor.get(addressOf(route, { id: taken.id, token: taken.token }))).body);
    }
    expect(JSON.stringify(seen)).toContain(taken.id);
    expect(JSON.stringify(seen)).not.toMatch(/欧阳|13912345678/);
  });
});

describe("who was let in and is changed before the request is all there", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    return () => end(hub);
  });

  /** Asks with a body that comes only once `meanwhile` has happened: who asks was settled before it. */
  const ask = async (who: Person, url: string, meanwhile: () => Promise<unknown>): Promise<string> => {
    let isWanted = (): void => undefined;
    const wanted = new Promise<void>((resolve) => (isWanted = resolve));
    const payload = new Readable({ read: () => isWanted() });
    const headers = { ...who.headers, "content-type": "application/json" };
    const answer = hub.app.inject({ method: "POST", url, headers, payload });
    await wanted;
    await meanwhile();
    payload.push("{}");
    payload.push(null);
    return (JSON.parse((await answer).payload) as { code: string }).code;
  };
  const change = async ({ id }: Person, body: object | null): Promise<void> => {
    const method = body === null ? "DELETE" : "PATCH";
    const { status } = await (await desk.manager()).ask(method, `/api/users/${id}`, { ...(body && { body }) });
    expect(status).toBeLessThan(300);
  };

  it.each([
    ["is deleted", null, "not-signed-in"],
    ["becomes an editor", { role: "editor" }, "not-allowed"],
    ["is given another counter", { counters: [3] }, "not-allowed"],
  ])("takes no counter: a clerk who %s", async (_, body, code) => {
    const other = await desk.staff("clerk");
    const clerk = await desk.staff("clerk");
    expect(await ask(clerk, "/api/counters/6/open", () => change(clerk, body))).toBe(code);
    expect((await other.post("/api/counters/6/open")).status).toBe(200);
    const late = await desk.staff("clerk");
    expect(await ask(late, "/api/counters/6/take-over", () => change(late, body))).toBe(code);
    expect((await other.post("/api/counters/6/close")).status).toBe(200);
  });
});

describe("the order of the checks", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    return () => end(hub);
  });

  it("is sign-in, role, schema, counter open, whose counter, state", async () => {
    const editor = await desk.staff("editor");
    const other = await desk.staff("clerk");
    const start = "/api/counters/4/start";
    const ill = { nothing: "of the kind" };
    const codes = async (person: Person, body: object) => (await person.post(start, body)).body.code;
    expect(await codes(desk.stranger(), ill)).toBe("not-signed-in");
    expect(await codes(editor, ill)).toBe("not-allowed");
    expect(await codes(other, ill)).toBe("invalid-request");
    expect(await codes(other, {})).toBe("counter-closed");
    const clerk = await desk.clerkAt(4);
    expect(await codes(other, {})).toBe("not-allowed");
    expect(await codes(clerk, {})).toBe("not-in-hand");
  });

  it("asks for the state last, whatever is asked of a counter", async () => {
    const station = await desk.station();
    const ticket = await station.take("veterans");
    const stranger = await desk.staff("clerk");
    await desk.clerkAt(5);
    const commands: readonly (readonly [string, object])[] = [
      ["call-next", {}],
      ["call", { ticket: ticket.id, reason: "急" }],
      ["resume", { ticket: ticket.id }],
      ["recall", {}],
      ["start", {}],
      ["hold", {}],
      ["transfer", { service: "none" }],
      ["finish", {}],
      ["miss", {}],
      ["pause", { reason: "茶" }],
      ["close", {}],
    ];
    for (const [command, body] of commands) {
      expect([command, (await stranger.post(`/api/counters/5/${command}`, body)).body.code]).toEqual([
        command,
        "not-allowed",
      ]);
      expect([command, (await stranger.post(`/api/counters/8/${command}`, body)).body.code]).toEqual([
        command,
        "counter-closed",
      ]);
      expect([command, (await stranger.post(`/api/counters/99/${command}`, body)).body.code]).toEqual([
        command,
        "not-found",
      ]);
    }
  });
});
