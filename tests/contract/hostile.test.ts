import { connect } from "node:net";
import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "../../shared/wire/common.ts";
import { Desk, type Person } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";
import { addressOf, routes, type Route } from "./every-route.ts";

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly problem: Partial<Problem>;
}

describe("hostile requests", () => {
  let hub: TestHub;
  let desk: Desk;
  let manager: Person;
  let station: Person;
  let screen: Person;
  let seq = 0;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    manager = await desk.manager();
    station = await desk.station();
    screen = await desk.device("screen");
    await station.take("proof");
    return () => end(hub);
  });

  beforeEach(() => {
    seq = hub.hub.context.writer.state.seq;
  });

  afterEach(() => {
    expect(hub.hub.context.writer.state.seq, "a hostile request changed the journal").toBe(seq);
  });

  let strangers = 0;
  /** A request just as given; strangers come from ever new addresses, so that it is not their number that is refused. */
  const send = async (options: InjectOptions, who: Person = manager): Promise<Answer> => {
    strangers += 1;
    const answer = await hub.app.inject({
      remoteAddress: `10.1.${String(strangers >> 8)}.${String(strangers & 255)}`,
      ...options,
      headers: { ...who.headers, ...options.headers },
    });
    const type = String(answer.headers["content-type"]);
    return {
      status: answer.statusCode,
      type,
      problem: type.includes("json") ? (JSON.parse(answer.payload) as Problem) : {},
    };
  };
  /** Somebody the route is for. */
  const userOf = ({ who }: Route): Person => (who.includes("screen") && !who.includes("manager") ? screen : manager);
  const sendJson = (route: Route, payload: string, who: Person = userOf(route)): Promise<Answer> =>
    send(
      { method: route.method, url: addressOf(route), headers: { "content-type": "application/json" }, payload },
      who,
    );
  const isProblem = ({ status, type, problem }: Answer, code: string): void => {
    expect([type, problem.status, problem.code]).toEqual(["application/problem+json", status, code]);
  };

  const withBody = routes.filter((route) => route.body !== null);
  const issue: Route = { method: "POST", path: "/api/tickets", who: [], body: { service: "proof" } };

  describe("bodies that are no JSON", () => {
    it.each([
      "{",
      "nonsense",
      "{'service':'proof'}",
      '{"service":"proof"}}',
      '{"service":NaN}',
      "\u0000",
      "[1,",
      '"\\ud800"x',
    ])("are ill-formed: %j", async (payload) => {
      const answer = await sendJson(issue, payload);
      expect(answer.status).toBe(400);
      isProblem(answer, "invalid-request");
    });

    it.each([
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/xml",
      "image/png",
      "x",
    ])("are refused by their type: %s", async (type) => {
      for (const route of withBody) {
        const asked = {
          method: route.method,
          url: addressOf(route),
          headers: { "content-type": type },
          payload: "{}",
        };
        const answer = await send(asked, userOf(route));
        expect([route.path, answer.status]).toEqual([route.path, 415]);
        isProblem(answer, "unsupported-media");
      }
    });

    it.each(["null", "[]", "[{}]", '"text"', "7", "true"])(
      "are refused where they are no object: %s",
      async (payload) => {
        for (const route of withBody) {
          const answer = await sendJson(route, payload);
          expect([route.path, answer.status, answer.problem.field]).toEqual([route.path, 400, "body"]);
        }
      },
    );
  });

  describe("bodies that are too much", () => {
    it("are refused above 256 KiB, by everybody's route", async () => {
      for (const route of withBody) {
        const answer = await sendJson(route, JSON.stringify({ service: "x".repeat(300 * 1024) }));
        expect([route.path, answer.status]).toEqual([route.path, 413]);
        isProblem(answer, "too-large");
      }
    });

    it("are refused however deep they are, also with a key to repeat them by", async () => {
      const deep = ["[".repeat(60_000) + "]".repeat(60_000), `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`];
      for (const route of withBody) {
        for (const payload of [...deep, `{"service":${deep[0] ?? ""}}`]) {
          const headers = { "content-type": "application/json", "idempotency-key": "deep" };
          const asked = { method: route.method, url: addressOf(route), headers, payload };
          const answer = await send(asked, userOf(route));
          expect([route.path, answer.status]).toEqual([route.path, 400]);
          isProblem(answer, "invalid-request");
        }
      }
    });

    it("cannot reach behind the object that they are", async () => {
      const poisons = [
        '{"__proto__":{"service":"proof"}}',
        '{"service":"proof","__proto__":{"class":"statutory"}}',
        '{"constructor":{"prototype":{"x":1}}}',
      ];
      for (const route of withBody) {
        for (const payload of poisons) expect((await sendJson(route, payload)).status).toBe(400);
      }
      expect("x" in {}).toBe(false);
    });
  });

  describe("bodies of the wrong shape", () => {
    /** The schemas as the hub publishes them. */
    const schemas = new Map<string, ValidateFunction>();

    beforeAll(async () => {
      const ajv = new Ajv({ strict: false });
      const { body } = await desk.stranger().get<{
        paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>;
      }>("/api/openapi.json");
      for (const { method, path } of withBody) {
        const schema = body.paths[path]?.[method.toLowerCase()]?.requestBody?.content["application/json"]?.schema;
        if (schema) schemas.set(`${method} ${path}`, ajv.compile(schema));
      }
    });

    const isValid = (route: Route, body: unknown): boolean => {
      const check = schemas.get(`${route.method} ${route.path}`);
      if (!check) throw new Error(`${route.path} says nothing of its body`);
      return check(body);
    };

    it("are told apart by published schemas, which take every body of the contract", () => {
      for (const route of withBody) expect([route.path, isValid(route, route.body)]).toEqual([route.path, true]);
    });

    it("are refused for a word that nobody asked for, which is named", async () => {
      for (const route of withBody) {
        const answer = await sendJson(route, JSON.stringify({ ...route.body, "a word too many": 1 }));
        expect([route.path, answer.status, answer.problem.field]).toEqual([route.path, 400, "a word too many"]);
      }
    });

    const wrong = fc.oneof(
      fc.constantFrom(
        null,
        true,
        false,
        0,
        -1,
        1.5,
        1e308,
        "",
        " ",
        "x".repeat(1000),
        [],
        {},
        [[]],
        "2026-13-45",
        "\u0000",
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );

    it.each(
      withBody
        .filter(({ body }) => Object.keys(body ?? {}).length > 0)
        .map((route) => [`${route.method} ${route.path}`, route] as const),
    )("are refused by name, field by field: %s", async (_, route) => {
      const fields = Object.keys(route.body ?? {});
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...fields), wrong, async (field, value) => {
          const body = { ...route.body, [field]: value };
          fc.pre(!isValid(route, body));
          const answer = await sendJson(route, JSON.stringify(body));
          expect([answer.status, answer.problem.code]).toEqual([400, "invalid-request"]);
          expect(String(answer.problem.field).split(".")[0]).toBe(
            route.path.endsWith("/printer") ? String(answer.problem.field).split(".")[0] : field,
          );
        }),
        { seed: 12, numRuns: 40 },
      );
    });

    it("are refused for what is missing, which is named", async () => {
      const required = withBody.flatMap((route) =>
        Object.keys(route.body ?? {}).map((field) => [route, field] as const),
      );
      let asked = 0;
      for (const [route, field] of required) {
        const { [field]: _, ...body } = route.body ?? {};
        if (isValid(route, body) || route.path.endsWith("/printer")) continue;
        const answer = await sendJson(route, JSON.stringify(body));
        expect([route.path, answer.status, answer.problem.field]).toEqual([route.path, 400, field]);
        asked += 1;
      }
      expect(asked).toBeGreaterThan(12);
    });
  });

  describe("keys for repeating that are none", () => {
    it.each(["", "k".repeat(201)])("are refused by name: %j", async (key) => {
      const answer = await send({
        method: "POST",
        url: "/api/tickets",
        headers: { "idempotency-key": key },
        payload: { service: "proof" },
      });
      expect([answer.status, answer.problem.field]).toEqual([400, "Idempotency-Key"]);
    });
  });

  describe("addresses", () => {
    const ids = [
      "none",
      "..",
      "%2e%2e",
      "%00",
      "%zz",
      "%",
      "a".repeat(500),
      "窗口",
      "'; drop table tickets; --",
      "0190",
      "undefined",
      "%2f%2f",
    ];

    it("of what does not exist, however ill-formed, are not found", async () => {
      for (const route of routes.filter(({ path }) => /\{(id|token)\}/.test(path))) {
        for (const id of ids) {
          const url = addressOf(route, { id: encodeUnlessBroken(id), token: encodeUnlessBroken(id) });
          const answer = await send({ method: route.method, url, ...(route.body && { payload: route.body }) });
          expect([route.path, id, answer.status]).toEqual([route.path, id, 404]);
          isProblem(answer, "not-found");
        }
      }
    });

    it("of counters that are none are not found", async () => {
      const start: Route = { method: "POST", path: "/api/counters/{number}/start", who: [], body: {} };
      for (const number of [
        "0",
        "-1",
        "01",
        "1.5",
        "1e0",
        "0x1",
        "99",
        "9999999999999999999",
        "one",
        "%31%30%30",
        " 1",
        "1%00",
      ]) {
        const answer = await send({
          method: "POST",
          url: addressOf(start, { number: encodeUnlessBroken(number) }),
          payload: {},
        });
        expect([number, answer.status]).toEqual([number, 404]);
      }
    });

    it("written another way lead nowhere", async () => {
      const paths = [
        "//api/hall",
        "/api//hall",
        "/api/hall/",
        "/API/hall",
        "/api%2fhall",
        "/api/hall%00",
        "/assets/%2e%2e/%2e%2e/package.json",
        "/assets/..%2f..%2fpackage.json",
        "/..%5c..%5cpackage.json",
        "/.env",
        "/hub.sqlite",
        "/%zz",
      ];
      for (const url of paths) {
        const answer = await send({ method: "GET", url });
        expect([url, answer.status]).toEqual([url, 404]);
        isProblem(answer, "not-found");
      }
    });

    it("asked in a way they do not know are not found", async () => {
      const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
      for (const path of new Set(routes.map((route) => route.path))) {
        for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
          if (known.has(`${method} ${path}`)) continue;
          const answer = await send({ method, url: addressOf({ method, path, who: [], body: {} }), payload: {} });
          expect([method, path, answer.status]).toEqual([method, path, 404]);
          isProblem(answer, "not-found");
        }
      }
    });

    it("with a query that nobody asked for name what is wrong", async () => {
      const queries = [
        ["state", "sleeping"],
        ["counter", "0"],
        ["counter", "one"],
        ["counter", ""],
        ["date", "yesterday"],
        ["number", "A".repeat(20)],
        ["colour", "red"],
        ["__proto__", "x"],
        ["after", "x".repeat(100)],
      ];
      for (const [name = "", value = ""] of queries) {
        const answer = await send({ method: "GET", url: `/api/tickets?${name}=${value}` });
        expect([name, answer.status, answer.problem.field]).toEqual([name, 400, name]);
      }
      expect((await send({ method: "GET", url: "/api/tickets?service=proof&service=living" })).status).toBe(400);
    });
  });

  it("from somebody else's page change nothing, whoever is signed in there", async () => {
    for (const route of routes.filter(({ method }) => method !== "GET")) {
      const answer = await send({
        method: route.method,
        url: addressOf(route),
        headers: { origin: "http://elsewhere.example" },
        ...(route.body && { payload: route.body }),
      });
      expect([route.path, answer.status]).toEqual([route.path, 403]);
      isProblem(answer, "not-allowed");
    }
  });

  it("with forged or odd signs of who is calling are nobody's", async () => {
    const forged = [
      { authorization: "Bearer forged" },
      { authorization: "Basic bWFuYWdlcjp4" },
      { authorization: "Bearer " },
      { authorization: "" },
      { cookie: "lundao_session=forged" },
      { cookie: "lundao_session=" },
      { cookie: "%%%=;;;" },
    ];
    for (const headers of forged) {
      const answer = await send({ method: "GET", url: "/api/counters", headers }, desk.stranger());
      expect([headers, answer.status]).toEqual([headers, 401]);
      isProblem(answer, "not-signed-in");
    }
  });

  describe("as no browser sends them", () => {
    let port = 0;

    beforeAll(async () => {
      port = Number(new URL(await hub.app.listen({ port: 0, host: "127.0.0.1" })).port);
    });

    const hello = "host: x\r\nconnection: upgrade\r\n";
    const socket = `GET /live HTTP/1.1\r\n${hello}upgrade: websocket\r\n`;
    const odd: readonly (readonly [bytes: string, status: number, code: string])[] = [
      ["GET /api/../api/hall HTTP/1.1\r\nhost: x\r\n\r\n", 404, "not-found"],
      ["GET /assets/../../package.json HTTP/1.1\r\nhost: x\r\n\r\n", 404, "not-found"],
      ["GET /m/t/../../../etc/passwd HTTP/1.1\r\nhost: x\r\n\r\n", 404, "not-found"],
      ["GET http://elsewhere.example/x HTTP/1.1\r\nhost: x\r\n\r\n", 404, "not-found"],
      ["\u0000\u0001\u0002\r\n\r\n", 400, "invalid-request"],
      ["GET / HTTP/9.9\r\n\r\n", 400, "invalid-request"],
      ["SHOUT / HTTP/1.1\r\nhost: x\r\n\r\n", 400, "invalid-request"],
      ["GET /api/hall HTTP/1.1\r\n\r\n", 400, "invalid-request"],
      [`GET /api/hall HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(40_000)}\r\n\r\n`, 413, "too-large"],
      [`GET /${"y".repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 413, "too-large"],
      [
        "POST /api/tickets HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
        "invalid-request",
      ],
      ["POST /api/tickets HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n", 400, "invalid-request"],
      ["GET /live HTTP/1.1\r\nhost: x\r\n\r\n", 404, "not-found"],
      [`GET /live HTTP/1.1\r\n${hello}upgrade: nonsense\r\n\r\n`, 404, "not-found"],
      [`${socket}sec-websocket-version: 13\r\n\r\n`, 400, "invalid-request"],
      [
        `${socket}sec-websocket-version: 12\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
        400,
        "invalid-request",
      ],
    ];

    it.each(odd)("they are refused like any other: %j", async (bytes, status, code) => {
      const [head = "", body = ""] = (await answerTo(port, bytes)).split("\r\n\r\n");
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
      expect(head).toMatch(/^content-type: application\/problem\+json$/im);
      expect(JSON.parse(body)).toMatchObject({ status, code });
      expect(body).not.toMatch(/yyy|elsewhere|passwd|SHOUT/);
      expect((await send({ method: "GET", url: "/api/hall" })).status).toBe(200);
    });

    it("expecting what the hub does not know of, they are answered", async () => {
      const answer = await answerTo(port, "GET /api/session HTTP/1.1\r\nhost: x\r\nexpect: tea\r\n\r\n");
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    });
  });
});

/** Percent signs that are broken on purpose stay as they are. */
function encodeUnlessBroken(text: string): string {
  return text.includes("%") || text === ".." ? text.replace("..", "%2e%2e") : encodeURIComponent(text);
}

/** What comes back for bytes sent just so, until the hub closes or a full answer's head is there. */
function answerTo(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      socket.end();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(answer);
    });
  });
}
