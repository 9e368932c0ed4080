import { Ajv } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { Desk, expected } from "../support/desk.ts";
import { end, forget, sampleHall, startHub, type TestHub } from "../support/hub.ts";
import { deviceKinds, roles } from "../../shared/domain/vocabulary.ts";
import { Ticket } from "../../shared/wire/ticket.ts";
import { HallNow } from "../../shared/wire/hall.ts";
import { Counter } from "../../shared/wire/counter.ts";
import { everybody, routes, type Route } from "./every-route.ts";

const ajv = new Ajv({ strict: false });

describe("the hub as others find it", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub({ env: { LUNDAO_PUBLIC_URL: "http://hall.example:8080" } });
    desk = new Desk(hub);
    return () => end(hub);
  });

  it("tells anyone of the hall, in the hall's own time", async () => {
    const { body } = await desk
      .stranger()
      .get<{ now: string; open: boolean; services: { id: string; waiting: number }[]; periods: unknown[] }>(
        "/api/hall",
      );
    expect(ajv.validate(HallNow, body), JSON.stringify(ajv.errors)).toBe(true);
    expect(body.now).toBe("2026-11-25T09:00:00.000+08:00");
    expect([body.open, body.periods.length, body.services.length]).toEqual([true, 2, 13]);
  });

  it("answers tickets and counters as their schemas say", async () => {
    const station = await desk.station();
    const ticket = await station.take("proof");
    const clerk = await desk.clerkAt(7);
    const called = await clerk.next();
    const { items } = expected(await clerk.get<{ items: unknown[] }>("/api/counters"), 200);
    for (const each of [ticket, called]) expect(ajv.validate(Ticket, each), JSON.stringify(ajv.errors)).toBe(true);
    for (const each of items) expect(ajv.validate(Counter, each), JSON.stringify(ajv.errors)).toBe(true);
  });

  describe("describes itself in OpenAPI 3.1", () => {
    interface Operation {
      readonly security: readonly Readonly<Record<string, unknown>>[];
      readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
    }
    interface Description {
      readonly openapi: string;
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
    }
    let description: Description;

    beforeAll(async () => {
      description = (await desk.stranger().get<Description>("/api/openapi.json")).body;
    });

    const operationOf = ({ method, path }: Route): Operation => {
      const operation = description.paths[path]?.[method.toLowerCase()];
      if (!operation) throw new Error(`${path} is not described`);
      return operation;
    };

    it("with every route of the contract, and who shows by what that they may", () => {
      expect(description.openapi).toBe("3.1.0");
      for (const route of routes) {
        const isOpen = everybody.every((who) => route.who.includes(who));
        // A number needs the hall's code instead; a booking needs nothing, yet not everybody signed in may make one.
        const isForStrangers =
          route.who.includes("stranger") || (route.path === "/api/tickets" && route.method === "POST");
        const shown = [
          ...(roles.some((role) => route.who.includes(role)) ? ["session"] : []),
          ...(deviceKinds.some((kind) => route.who.includes(kind)) ? ["device"] : []),
          ...(isForStrangers ? ["nothing"] : []),
        ];
        const said = operationOf(route).security.map((way) => Object.keys(way)[0] ?? "nothing");
        expect([route.path, said]).toEqual([route.path, isOpen ? [] : shown]);
      }
    });

    it("with refusals as they are sent", () => {
      for (const route of routes) {
        const { default: refusal } = operationOf(route).responses;
        expect([route.path, refusal?.content]).toEqual([
          route.path,
          { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        ]);
      }
    });

    it("with shapes that bear their names and are all there", () => {
      const bookings = ["Booking", "BookingOfPerson", "SlotList"];
      const others = [
        "Counter",
        "Device",
        "Emergency",
        "EmergencyNow",
        "EnquiryTally",
        "HallCalendar",
        "HallFile",
        "HallNow",
        "PrintJob",
        "Problem",
        "Ticket",
        "User",
      ];
      const lobby = ["Item", "Media", "Play", "Screen", "Showing", "VoiceHealth"];
      const named = [...bookings, ...others, ...lobby].sort();
      expect(Object.keys(description.components.schemas).sort()).toEqual(named);
      const referred = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
      expect([...new Set(referred.map(([, name]) => name))].sort()).toEqual(named);
    });
  });

  it("has docs that a person can read", async () => {
    const answer = await hub.app.inject({ method: "GET", url: "/api/docs/" });
    expect(answer.statusCode).toBe(200);
    expect(answer.payload).toContain("swagger-ui");
  });

  it("says whether its journal is writable", async () => {
    expect(await desk.stranger().get("/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
  });

  it("shows figures by route pattern, never an address", async () => {
    const station = await desk.station();
    const { token } = await station.take("proof");
    await desk.stranger().get(`/api/t/${token}`);
    const answer = await hub.app.inject({ method: "GET", url: "/metrics" });
    expect(answer.headers["content-type"]).toContain("text/plain");
    expect(answer.payload).toContain('route="/api/t/:token"');
    expect(answer.payload).not.toContain(token);
    expect(answer.payload).toMatch(/lundao_journal_writable 1/);
  });

  it("exports the hall file that it runs, and the same hall comes of it elsewhere", async () => {
    const { body } = await (await desk.manager()).get<ReturnType<typeof sampleHall>>("/api/hall/file");
    expect(body).toEqual(sampleHall());
    const other = await startHub({ hall: body });
    const [here, there] = [
      await desk.stranger().get<{ services: object[] }>("/api/hall"),
      await new Desk(other).stranger().get<{ services: object[] }>("/api/hall"),
    ];
    // Who waits and which counters are open is the day's, not the file's.
    const ofTheFile = (service: object) => ({ ...service, waiting: 0, takenToday: 0, served: false, where: [] });
    expect(there.body.services.map(ofTheFile)).toEqual(here.body.services.map(ofTheFile));
    await other.stop();
    forget(other.data);
  });

  it("shows a page under its address without a slash as well, with all that was asked", async () => {
    const redirect = async (url: string) => (await hub.app.inject({ method: "GET", url })).headers["location"];
    expect(await redirect("/display/counter?counter=3")).toBe("/display/counter/?counter=3");
    expect(await redirect("/m?join=a%2Fb&x=?")).toBe("/m/?join=a%2Fb&x=?");
    expect(await redirect("/panel")).toBe("/panel/");
  });

  it("refuses a page of the address that is none, as a problem with a code", async () => {
    const answer = await desk.stranger().get("/api/nothing");
    expect([answer.status, answer.headers["content-type"]]).toEqual([404, "application/problem+json"]);
    expect(answer.body).toMatchObject({ code: "not-found", status: 404 });
  });

  it("shows a ticket to the holder of its token alone", async () => {
    const station = await desk.station();
    const [mine, yours] = [await station.take("living"), await station.take("living")];
    expect((await desk.stranger().get<{ id: string }>(`/api/t/${mine.token}`)).body.id).toBe(mine.id);
    const swapped = yours.token.slice(0, 22) + mine.token.slice(22);
    for (const token of [swapped, mine.token.slice(0, -1), `${mine.token}A`, mine.id, "%00", "a".repeat(150)]) {
      expect((await desk.stranger().get(`/api/t/${token}`)).status).toBe(404);
    }
    expect((await desk.stranger().get(`/api/tickets/${mine.id}`)).status).toBe(401);
  });

  it("gives a phone in the hall a number, and one elsewhere none", async () => {
    const screen = await desk.device("screen");
    const { join, url } = expected(await screen.get<{ join: string; url: string }>("/api/join"), 200);
    expect(url).toBe(`http://hall.example:8080/m/?join=${join}`);
    const taken = await desk
      .stranger()
      .post<{ channel: string; token: string }>("/api/tickets", { service: "jobs", join, channel: "phone" });
    expect([taken.status, taken.body.channel]).toEqual([201, "phone"]);
    expect((await desk.stranger().post("/api/tickets", { service: "jobs", join, channel: "station" })).status).toBe(
      401,
    );
    expect((await desk.stranger().post("/api/tickets", { service: "jobs" })).status).toBe(401);
    hub.clock.advance({ minutes: 11 });
    expect((await desk.stranger().post("/api/tickets", { service: "jobs", join })).status).toBe(410);
  });

  it("gives a phone no priority, which nobody has seen a reason for", async () => {
    const screen = await desk.device("screen");
    const { join } = expected(await screen.get<{ join: string }>("/api/join"), 200);
    for (const wish of [{ class: "statutory" }, { class: "courtesy", reason: "elderly" }])
      expect((await desk.stranger().post("/api/tickets", { service: "jobs", join, ...wish })).body).toMatchObject({
        status: 403,
        code: "not-allowed",
        field: "class",
      });
    const normal = await desk.stranger().post<Ticket>("/api/tickets", { service: "jobs", join, class: "normal" });
    expect(expected(normal, 201).class).toBe("normal");
  });

  it("gives no more than the hall's limit of open phone tickets a service", async () => {
    const screen = await desk.device("screen");
    const { join } = expected(await screen.get<{ join: string }>("/api/join"), 200);
    const take = () => desk.stranger().post("/api/tickets", { service: "veterans", join });
    const given: number[] = [];
    for (let count = 0; count < 20; count += 1) given.push((await take()).status);
    expect(given).toEqual(new Array(20).fill(201));
    expect((await take()).body).toMatchObject({ status: 409, code: "phone-limit" });
  });
});
