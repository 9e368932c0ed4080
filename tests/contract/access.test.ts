import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, expected } from "../support/desk.ts";
import { forget, MANAGER_PASSWORD, startHub, type TestHub } from "../support/hub.ts";

describe("signing in", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
  });

  afterAll(async () => {
    await hub.stop();
    forget(hub.data);
  });

  it("gives a cookie that no script can read and no other site can send", async () => {
    const answer = await desk.stranger().post("/api/session", { user: "manager", password: MANAGER_PASSWORD });
    expect(answer.status).toBe(200);
    expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly/);
    expect(String(answer.headers["set-cookie"])).toMatch(/SameSite=Strict/);
  });

  it("tells nobody who is signed out anything but that", async () => {
    expect((await desk.stranger().get("/api/session")).body).toEqual({ user: null, counter: null });
  });

  it("answers a wrong password and a wrong name alike", async () => {
    const wrongPassword = await desk.stranger().post("/api/session", { user: "manager", password: "not-the-one" });
    const wrongName = await desk.stranger().post("/api/session", { user: "nobody", password: "not-the-one" });
    expect(wrongPassword.status).toBe(401);
    expect(wrongName.body).toEqual(wrongPassword.body);
  });

  it("makes a name wait after ten wrong passwords, and says how long", async () => {
    await desk.staff("editor");
    for (let tries = 0; tries < 10; tries += 1)
      await desk.stranger().post("/api/session", { user: "editor-1", password: "guess-number" });
    const refused = await desk.stranger().post("/api/session", { user: "editor-1", password: "password-of-editor-1" });
    expect([refused.status, refused.body.code]).toEqual([429, "too-many-requests"]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("ends with signing out", async () => {
    const clerk = await desk.staff("clerk");
    expect((await clerk.ask("DELETE", "/api/session")).status).toBe(200);
    expect((await clerk.get<{ user: unknown }>("/api/session")).body.user).toBeNull();
  });

  it("keeps the one who changes a password and signs out everywhere else", async () => {
    const here = await desk.staff("guide", {});
    const { body } = await here.get<{ user: { user: string } }>("/api/session");
    const there = await desk.signIn(body.user.user, `password-of-${body.user.user}`);
    expect(
      (await here.post("/api/session/password", { old: "wrong-old-one", new: "a-new-password" })).body,
    ).toMatchObject({ code: "invalid-request", field: "old" });
    expect(
      (await here.post("/api/session/password", { old: `password-of-${body.user.user}`, new: "a-new-password" }))
        .status,
    ).toBe(200);
    expect((await here.get("/api/counters")).status).toBe(200);
    expect((await there.get("/api/counters")).status).toBe(401);
  });

  it("lets the manager change a role, and then the old sign-in is over", async () => {
    const editor = await desk.staff("editor");
    const manager = await desk.manager();
    expect((await manager.ask("PATCH", `/api/users/${editor.id}`, { body: { role: "guide" } })).body).toMatchObject({
      role: "guide",
    });
    expect((await editor.get("/api/counters")).status).toBe(401);
  });

  it("never leaves a hall without a manager", async () => {
    const manager = await desk.manager();
    expect((await manager.ask("DELETE", `/api/users/${manager.id}`)).body.code).toBe("user-in-use");
    expect((await manager.ask("PATCH", `/api/users/${manager.id}`, { body: { role: "clerk" } })).body.code).toBe(
      "user-in-use",
    );
  });

  it("refuses a user whose name is taken, and names a field that is wrong", async () => {
    const manager = await desk.manager();
    const user = { user: "li.min", name: "李敏", role: "clerk", password: "long-enough" };
    expect((await manager.post("/api/users", user)).status).toBe(201);
    expect((await manager.post("/api/users", user)).body).toMatchObject({
      status: 409,
      code: "user-exists",
      field: "user",
    });
    expect((await manager.post("/api/users", { ...user, password: "short" })).body).toMatchObject({
      status: 400,
      field: "password",
    });
    expect((await manager.post("/api/users", { ...user, role: "king" })).body).toMatchObject({
      status: 400,
      field: "role",
    });
    expect((await manager.post("/api/users", { ...user, extra: 1 })).body).toMatchObject({
      status: 400,
      field: "extra",
    });
  });

  it("lets a clerk take only the counters that are theirs", async () => {
    const clerk = await desk.staff("clerk", { counters: [3] });
    expect((await clerk.post("/api/counters/4/open")).body).toMatchObject({ status: 403, code: "not-allowed" });
    expect((await clerk.post("/api/counters/3/open")).status).toBe(200);
  });

  it("refuses what comes from a page of somebody else's", async () => {
    const manager = await desk.manager();
    const foreign = await manager.post("/api/users", {}, { origin: "http://elsewhere.example", host: "hall.test" });
    expect([foreign.status, foreign.body.code]).toEqual([403, "not-allowed"]);
    const own = await manager.post("/api/users", {}, { origin: "http://hall.test", host: "hall.test" });
    expect(own.status).toBe(400);
  });

  it("says it in the language asked for", async () => {
    const ask = async (language: string) =>
      (await desk.stranger().post("/api/users", {}, { "accept-language": language })).body.title;
    expect(await ask("en-GB,en;q=0.9")).toBe("Not signed in");
    expect(await ask("zh-CN")).toBe("未登录");
    expect(await ask("zh-TW,zh;q=0.8")).toBe("未登入");
    expect(await ask("fr")).toBe("未登录");
  });
});

describe("pairing a device", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
  });

  afterAll(async () => {
    await hub.stop();
    forget(hub.data);
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

  it("gives no token for a wrong secret, and none twice to a stranger", async () => {
    hub.clock.advance({ minutes: 11 });
    const { id, code } = await offer();
    await (await desk.manager()).post(`/api/devices/${id}/approve`, { code });
    expect((await desk.stranger().post(`/api/devices/${id}/token`, { secret: "guessed" })).status).toBe(404);
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
