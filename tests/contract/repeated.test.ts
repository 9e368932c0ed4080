import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { User } from "../../shared/wire/access.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import { forget, startHub, type TestHub } from "../support/hub.ts";

const key = { "idempotency-key": "pressed-once" };

describe("a request that is repeated with its key", () => {
  let hub: TestHub;
  let desk: Desk;
  let manager: Person;

  beforeEach(async () => {
    hub = await startHub();
    desk = new Desk(hub);
    manager = await desk.manager();
  });

  afterEach(async () => {
    await hub.stop();
    forget(hub.data);
  });

  const li = { user: "li.min", name: "李敏", role: "clerk", password: "password-of-li" };
  const users = async (): Promise<User[]> =>
    expected(await manager.get<{ items: User[] }>("/api/users"), 200).items.filter(({ user }) => user === li.user);

  it("makes one user and answers with that one, whatever became of it", async () => {
    const first = await manager.post<User>("/api/users", li, key);
    expect(first.status).toBe(201);
    expect((await manager.ask("PATCH", `/api/users/${first.body.id}`, { body: { name: "李敏敏" } })).status).toBe(200);
    const again = await manager.post<User>("/api/users", li, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await users()).toHaveLength(1);
    await desk.signIn(li.user, li.password);
  });

  it("makes one user of many that come at once, and after a restart", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => manager.post<User>("/api/users", li, key)));
    expect(new Set(answers.map(({ status, body }) => `${String(status)} ${body.id}`)).size).toBe(1);
    await hub.stop();
    hub = await startHub({ data: hub.data, clock: hub.clock });
    manager = await new Desk(hub).manager();
    expect((await manager.post<User>("/api/users", li, key)).body).toEqual(answers[0]?.body);
    expect(await users()).toHaveLength(1);
  });

  it("is refused with another body, be it only another password", async () => {
    expected(await manager.post("/api/users", li, key), 201);
    const other = await manager.post("/api/users", { ...li, password: "another-password" }, key);
    expect([other.status, other.body.code]).toEqual([409, "key-reused"]);
    await desk.signIn(li.user, li.password);
  });

  it("was refused the first time, so that it may go well the second", async () => {
    expected(await manager.post("/api/users", li), 201);
    expect((await manager.post("/api/users", li, key)).body.code).toBe("user-exists");
    expect((await manager.ask("DELETE", `/api/users/${(await users())[0]?.id ?? ""}`)).status).toBe(204);
    expect((await manager.post("/api/users", li, key)).status).toBe(201);
  });

  it("is somebody else's where another manager sends the same key", async () => {
    expected(await manager.post("/api/users", li, key), 201);
    const other = await (await desk.staff("manager")).post("/api/users", { ...li, user: "wang" }, key);
    expect(other.status).toBe(201);
  });

  it("gets its number though the code from the hall has run out meanwhile", async () => {
    const screen = await desk.device("screen");
    const { join } = expected(await screen.get<{ join: string }>("/api/join"), 200);
    const asked = { service: "jobs", join };
    const first = await desk.stranger().post<{ id: string; token: string }>("/api/tickets", asked, key);
    expect(first.status).toBe(201);
    hub.clock.advance({ minutes: 11 });
    const again = await desk.stranger().post<{ id: string; token: string }>("/api/tickets", asked, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await desk.stranger().post("/api/tickets", asked, { "idempotency-key": "another" })).status).toBe(410);
  });

  it("is a new one a day later, and until then the old one", async () => {
    const guide = await desk.staff("guide");
    const asked = { service: "proof" };
    const first = await guide.post<{ id: string }>("/api/tickets", asked, key);
    expect(first.status).toBe(201);
    hub.clock.advance({ minutes: 24 * 60 });
    expect((await guide.post<{ id: string }>("/api/tickets", asked, key)).body.id).toBe(first.body.id);
    expect((await guide.post("/api/tickets", { service: "jobs" }, key)).body.code).toBe("key-reused");
    hub.clock.advance({ seconds: 1 });
    const second = await guide.post<{ id: string }>("/api/tickets", { service: "jobs" }, key);
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    expect((await guide.post("/api/tickets", { service: "jobs" }, key)).body).toEqual(second.body);
    expect((await guide.post("/api/tickets", asked, key)).body.code).toBe("key-reused");
  });

  it("prints a slip again once, and answers as it did though it is printed by now or its printer is gone", async () => {
    const printer = await FakePrinter.start();
    const station = await desk.station();
    const set = (body: object) => manager.ask("PUT", `/api/devices/${station.id}/printer`, { body });
    expect((await set({ kind: "tcp", ...printer.address, columns: 48 })).status).toBe(200);
    const { print } = await station.take("pension");
    await printer.until(({ slips }) => slips.length === 1);
    const path = `/api/print-jobs/${print?.job ?? ""}/reprint`;
    const first = await manager.post<PrintJob>(path, {}, key);
    expect([first.status, first.body.state]).toEqual([201, "pending"]);
    await printer.until(({ slips }) => slips.length === 2);
    expect((await set({ kind: "none" })).status).toBe(200);
    const again = await manager.post<PrintJob>(path, {}, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await manager.post(path)).body.code).toBe("no-printer");
    const { items } = expected(await manager.get<{ items: PrintJob[] }>("/api/print-jobs"), 200);
    expect(items).toHaveLength(2);
    await printer.turnOff();
  });

  it("pauses till a time that has passed meanwhile, as it was answered before", async () => {
    const clerk = await desk.clerkAt(4);
    const asked = { reason: "茶", returnAt: "2026-11-25T09:10:00+08:00" };
    const first = await clerk.press("pause", asked, key);
    expect(first.status).toBe(200);
    hub.clock.advance({ minutes: 30 });
    const again = await clerk.press("pause", asked, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
  });
});
