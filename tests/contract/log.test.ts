import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InjectOptions } from "fastify";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { buildHub } from "../../server/app.ts";
import { readConfig } from "../../server/config/config.ts";
import { prepareHall } from "../../server/first-start.ts";
import { Desk, expected } from "../support/desk.ts";
import {
  folders,
  end,
  MANAGER_PASSWORD,
  sampleHall,
  temporaryFolder,
  TestClock,
  type TestHub,
} from "../support/hub.ts";
import { LiveClient } from "../support/live-client.ts";
import { addressOf, routes } from "./every-route.ts";

/** The hub with everything it would ever log, kept line by line. */
async function loggingHub(lines: string[]): Promise<TestHub> {
  const data = temporaryFolder();
  const hallFile = join(data, "hall.json");
  writeFileSync(hallFile, JSON.stringify(sampleHall()));
  const env = { LUNDAO_SECRET_KEY: "00".repeat(32), LUNDAO_MANAGER_PASSWORD: MANAGER_PASSWORD };
  const config = { ...readConfig(["--data", data], env), hallFile };
  const clock = new TestClock();
  const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const running = await buildHub(config, folders, { clock, logger });
  await prepareHall(running.hub, () => null);
  return { ...running, clock, data };
}

describe("what the hub logs and answers", () => {
  const lines: string[] = [];
  const refusals: string[] = [];
  const secrets = new Map<string, string>();
  let hub: TestHub;

  beforeAll(async () => {
    hub = await loggingHub(lines);
    const desk = new Desk(hub);
    const manager = await desk.manager();
    const offer = expected(
      await desk.stranger().post<{ id: string; code: string; secret: string }>("/api/devices", { kind: "screen" }),
      201,
    );
    const station = await desk.station();
    const clerk = await desk.clerkAt(4);
    const { join: code } = expected(await station.get<{ join: string }>("/api/join"), 200);
    const person = { name: "欧阳明日香", phone: "13912345678", idNumber: "330102194901011234" };
    const ticket = await station.take("household", { person });
    secrets.set("password", MANAGER_PASSWORD);
    secrets.set("wrong password", "a-wrong-password-of-somebody");
    secrets.set("ticket's token", ticket.token);
    secrets.set("device's token", station.headers["authorization"]?.replace("Bearer ", "") ?? "");
    secrets.set("cookie", clerk.headers["cookie"]?.replace(/^[^=]+=/, "") ?? "");
    secrets.set("pairing secret", offer.secret);
    secrets.set("join code", code);
    secrets.set("reason", "因腿脚不便提前叫号");
    for (const [field, value] of Object.entries(person)) secrets.set(field, value);

    const ask = async (options: InjectOptions): Promise<void> => {
      const answer = await hub.app.inject(options);
      if (answer.statusCode >= 400) refusals.push(answer.payload);
    };
    await desk.stranger().post("/api/session", { user: "manager", password: "a-wrong-password-of-somebody" });
    await desk.stranger().post("/api/session", { user: "manager", password: { is: "a-wrong-password-of-somebody" } });
    await desk.stranger().post(`/api/devices/${offer.id}/token`, { secret: offer.secret });
    await desk.stranger().post("/api/tickets", { service: "proof", join: code });
    await clerk.press("call", { ticket: ticket.id, reason: "因腿脚不便提前叫号" });
    for (const route of routes) {
      const url = addressOf(route, { id: ticket.id, token: ticket.token, number: "4" });
      for (const who of [manager, station, desk.stranger()]) {
        if (route.method === "DELETE") continue;
        const body = route.body && {
          ...route.body,
          reason: "因腿脚不便提前叫号",
          old: MANAGER_PASSWORD,
          odd: ticket.token,
        };
        const answer = await who.ask(route.method, url, { ...(body && { body }) });
        if (answer.status >= 400) refusals.push(JSON.stringify(answer.body));
      }
    }
    for (const url of [
      `/m/t/${ticket.token}`,
      `/api/t/${ticket.token}/none`,
      `/api/t/${ticket.token}%zz`,
      `/api/t/${ticket.token}?x=${ticket.token}`,
      `/${ticket.token}`,
    ]) {
      await ask({ method: "GET", url: url.includes("?") ? `${url}&y=1` : url });
      await ask({ method: "POST", url, headers: { "content-type": "text/plain" }, payload: ticket.token });
    }
    await ask({ method: "GET", url: "/api/counters", headers: { authorization: `Bearer ${offer.secret}` } });
    const address = await hub.app.listen({ port: 0, host: "127.0.0.1" });
    await LiveClient.open(address, {}, `/api/t/${ticket.token}`).catch(() => undefined);
    const live = await LiveClient.open(address);
    live.send({ t: "hello", token: secrets.get("device's token") });
    live.watch(`ticket/${ticket.token}`);
    live.watch(`ticket/${ticket.token}x`);
    live.socket.send(`{"t":"watch","topic":"ticket/${ticket.token}"`);
    await live.ended;
    return () => end(hub);
  });

  it("says what was done, by route and status", () => {
    const done = lines.map((line) => JSON.parse(line) as { route?: string; status?: number });
    expect(done.filter(({ route }) => route === "/api/counters/:number/call").map(({ status }) => status)).toContain(
      200,
    );
    expect(done.some(({ route }) => route === "/api/t/:token")).toBe(true);
  });

  it("never shows a secret, a token, a name or a reason in a line of its log", () => {
    const text = lines.join("");
    for (const [what, secret] of secrets) {
      expect(secret.length).toBeGreaterThan(3);
      expect([what, text.includes(secret)]).toEqual([what, false]);
    }
  });

  it("never shows one in a refusal", () => {
    const text = refusals.join("\n");
    expect(refusals.length).toBeGreaterThan(60);
    for (const [what, secret] of secrets) {
      expect([what, text.includes(secret)]).toEqual([what, false]);
    }
  });
});
