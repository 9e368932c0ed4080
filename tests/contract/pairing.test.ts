import { beforeAll, describe, expect, it } from "vitest";
import { Desk, expected } from "../support/desk.ts";
import { end, startHub, type TestHub } from "../support/hub.ts";

describe("pairing a device", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    return () => end(hub);
  });

  interface Offer {
    id: string;
    code: string;
    secret: string;
  }
  const offer = async (kind = "station"): Promise<Offer> =>
    expected(await desk.stranger().post<Offer>("/api/devices", { kind }), 201);

  it("takes the six digits the device shows, then gives it its token", async () => {
    const { id, code, secret } = await offer();
    expect(code).toMatch(/^\d{6}$/);
    expect((await desk.stranger().post(`/api/devices/${id}/token`, { secret })).status).toBe(202);
    const manager = await desk.manager();
    expect((await manager.post(`/api/devices/${id}/approve`, { code, name: "门口取号机" })).body).toMatchObject({
      name: "门口取号机",
      state: "paired",
    });
    const { body } = await desk.stranger().post<{ token: string }>(`/api/devices/${id}/token`, { secret });
    const self = await desk
      .stranger()
      .ask("GET", "/api/devices/self", { headers: { authorization: `Bearer ${body.token}` } });
    expect(self.body).toMatchObject({ id, kind: "station", printer: "none" });
  });

  it("never shows the code to anybody but the device", async () => {
    const { code } = await offer();
    const manager = await desk.manager();
    expect(JSON.stringify((await manager.get("/api/devices")).body)).not.toContain(code);
  });

  it("bears five wrong tries and then forgets the offer", async () => {
    const { id, code } = await offer();
    const manager = await desk.manager();
    const wrong = code === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < 4; tries += 1) {
      expect((await manager.post(`/api/devices/${id}/approve`, { code: wrong })).body).toMatchObject({
        code: "invalid-request",
        field: "code",
      });
    }
    expect((await manager.post(`/api/devices/${id}/approve`, { code: wrong })).status).toBe(410);
    expect((await manager.post(`/api/devices/${id}/approve`, { code })).status).toBe(404);
  });

  it("forgets an offer after ten minutes", async () => {
    const { id, code } = await offer();
    hub.clock.advance({ minutes: 10, seconds: 1 });
    expect((await (await desk.manager()).post(`/api/devices/${id}/approve`, { code })).status).toBe(404);
  });

  it("has twenty offers pending at most", async () => {
    hub.clock.advance({ minutes: 11 });
    for (let count = 0; count < 20; count += 1) await offer("screen");
    const refused = await desk.stranger().post("/api/devices", { kind: "screen" });
    expect([refused.status, refused.body.code]).toEqual([429, "too-many-pending"]);
  });

  describe("that was approved", () => {
    const approved = async (): Promise<Offer> => {
      hub.clock.advance({ minutes: 11 });
      const made = await offer();
      expect((await (await desk.manager()).post(`/api/devices/${made.id}/approve`, { code: made.code })).status).toBe(
        200,
      );
      return made;
    };
    const tokenFor = (id: string, secret: string) =>
      desk.stranger().post<{ token: string }>(`/api/devices/${id}/token`, { secret });
    const self = async (token: string): Promise<number> =>
      (await desk.stranger().ask("GET", "/api/devices/self", { headers: { authorization: `Bearer ${token}` } })).status;

    it("gives no token for a wrong secret, nor for another device's", async () => {
      const [{ id }, other] = [await approved(), await approved()];
      for (const secret of ["guessed", other.secret]) expect((await tokenFor(id, secret)).status).toBe(404);
    });

    it("gives a new token to a device that asks again, as one whose answer was lost, and the old one is over", async () => {
      const { id, secret } = await approved();
      const [first, second] = [await tokenFor(id, secret), await tokenFor(id, secret)];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body.token).not.toBe(first.body.token);
      expect([await self(first.body.token), await self(second.body.token)]).toEqual([401, 200]);
    });

    it("gives none any more ten minutes later, and the one in use stays", async () => {
      const { id, secret } = await approved();
      const { token } = (await tokenFor(id, secret)).body;
      hub.clock.advance({ minutes: 10, seconds: 1 });
      expect((await tokenFor(id, secret)).status).toBe(410);
      expect(await self(token)).toBe(200);
    });
  });

  it("cuts a device off at once", async () => {
    const station = await desk.station();
    expect((await station.post("/api/tickets", { service: "proof" })).status).toBe(201);
    expect((await (await desk.manager()).ask("DELETE", `/api/devices/${station.id}`)).status).toBe(204);
    expect((await station.post("/api/tickets", { service: "proof" })).body).toMatchObject({
      status: 401,
      code: "not-signed-in",
    });
  });

  it("is renamed and moved by the manager, and keeps its token and its place", async () => {
    const manager = await desk.manager();
    const screen = await desk.device("counter-screen", { name: "旧名", counter: 4 });
    const change = (body: object) => manager.ask("PATCH", `/api/devices/${screen.id}`, { body });
    expect((await change({ name: "东门屏" })).body).toMatchObject({ name: "东门屏", counter: 4, state: "paired" });
    expect((await change({ counter: 5 })).body).toMatchObject({ name: "东门屏", counter: 5 });
    expect((await screen.get("/api/devices/self")).body).toMatchObject({ name: "东门屏", counter: 5 });
    expect((await change({ counter: null })).body).toMatchObject({ name: "东门屏", counter: null });
    expect((await change({})).body).toMatchObject({ name: "东门屏", counter: null });
  });

  it("is not moved to a counter that there is not, and one that only waits is none yet", async () => {
    const manager = await desk.manager();
    const screen = await desk.device("counter-screen");
    const moved = await manager.ask("PATCH", `/api/devices/${screen.id}`, { body: { counter: 99 } });
    expect(moved.body).toMatchObject({ status: 404, field: "counter" });
    const { id } = await offer("counter-screen");
    expect((await manager.ask("PATCH", `/api/devices/${id}`, { body: { name: "东门屏" } })).status).toBe(404);
  });

  it("keeps sign-ins, tokens and open counters through a restart", async () => {
    const station = await desk.station();
    const clerk = await desk.clerkAt(5);
    await hub.stop();
    const again = await startHub({ data: hub.data, clock: hub.clock });
    const ticket = await again.app.inject({
      method: "POST",
      url: "/api/tickets",
      headers: { ...station.headers },
      payload: { service: "veterans" },
    });
    expect(ticket.statusCode).toBe(201);
    const next = await again.app.inject({
      method: "POST",
      url: "/api/counters/5/call-next",
      headers: { ...clerk.headers },
      payload: {},
    });
    expect(next.statusCode).toBe(200);
    hub = again;
    desk = new Desk(hub);
  });
});
