import { beforeAll, describe, expect, it } from "vitest";
import { Desk, type Person } from "../support/desk.ts";
import { end, MANAGER_PASSWORD, startHub, type TestHub } from "../support/hub.ts";

describe("signing in", () => {
  let hub: TestHub;
  let desk: Desk;

  beforeAll(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    return () => end(hub);
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
    expect(wrongPassword.body).toMatchObject({ status: 401, code: "not-signed-in", field: "password" });
    expect(wrongPassword.body.detail).toMatch(/^用户名或密码不对/);
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
    expect((await manager.ask("DELETE", `/api/users/${manager.id}`)).body.code).toBe("last-manager");
    const demoted = await manager.ask("PATCH", `/api/users/${manager.id}`, { body: { role: "clerk" } });
    expect(demoted.body).toMatchObject({ status: 409, code: "last-manager" });
    const second = await desk.staff("manager");
    expect((await manager.ask("DELETE", `/api/users/${second.id}`)).status).toBe(204);
  });

  it("takes a change of nothing, and nothing changes", async () => {
    const editor = await desk.staff("editor");
    const unchanged = await (await desk.manager()).ask("PATCH", `/api/users/${editor.id}`, { body: {} });
    expect([unchanged.status, unchanged.body]).toMatchObject([200, { id: editor.id, role: "editor" }]);
    expect((await editor.get("/api/counters")).status).toBe(200);
  });

  it("lets nobody in by a password that was changed while it was looked at", async () => {
    const editor = await desk.staff("editor");
    const before = hub.hub.access.user(editor.id);
    if (!before) throw new Error("the editor is a user");
    const body = { password: "quite-another-one" };
    expect((await (await desk.manager()).ask("PATCH", `/api/users/${editor.id}`, { body })).status).toBe(200);
    expect(await hub.hub.access.signIn(before, "the-cookie")).toMatchObject({ refused: "not-signed-in" });
    expect(hub.hub.access.staffBySession("the-cookie")).toBeNull();
  });

  it("makes an address wait that tries name after name, and no other address", async () => {
    const guess = async (user: string, remoteAddress: string) => {
      const payload = { user, password: "password1" };
      return (await hub.app.inject({ method: "POST", url: "/api/session", payload, remoteAddress })).statusCode;
    };
    const statuses = await Promise.all(
      Array.from({ length: 120 }, (_, tries) => guess(`name-${String(tries)}`, "10.9.9.9")),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect(await guess("name-1", "10.9.9.8")).toBe(401);
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

  it("tells residents at a station or a screen what helps them, and staff and their panel what helps those", async () => {
    const [resident, staff] = ["没有找到\uFF0C请到咨询台", "没有找到\uFF0C可能已改动\uFF0C请刷新再看"];
    const told = async (who: Person) => (await who.get<{ detail: string }>("/api/nothing")).body.detail;
    for (const kind of ["station", "screen", "counter-screen", "rating-pad"])
      expect([kind, await told(await desk.device(kind))]).toEqual([kind, resident]);
    expect(await told(desk.stranger())).toBe(resident);
    expect(await told(await desk.device("panel"))).toBe(staff);
    expect(await told(await desk.manager())).toBe(staff);
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
