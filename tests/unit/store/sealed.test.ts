import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Desk, expected, type Person } from "../../support/desk.ts";
import { end, MANAGER_PASSWORD, startHub, type TestHub } from "../../support/hub.ts";

const person = { name: "欧阳明日香", phone: "13912345678", idNumber: "330102194901011234" };
const reasons = {
  called: "因腿脚不便提前叫号",
  paused: "去医院换药二十分钟",
  held: "回家取户口簿原件",
  class: "其实不是孕妇,点错了",
};

const newcomer = { user: "li.min", name: "李敏", role: "clerk", password: "password-of-li-min" };

const asksToBook = { service: "medical", start: "2026-11-26T10:00:00+08:00", person };

describe("what lies on the disk", () => {
  let hub: TestHub;
  let bytes: Buffer;
  let token = "";
  let booking = { reference: "", token: "" };
  let deviceToken = "";
  let cookie = "";

  beforeAll(async () => {
    hub = await startHub();
    const desk = new Desk(hub);
    const station = await desk.station();
    const guide = await desk.staff("guide");
    const clerk = await desk.clerkAt(4);
    const key = (name: string) => ({ "idempotency-key": name });
    const asked = { service: "household", person };
    const ticket = expected(
      await station.post<{ id: string; token: string }>("/api/tickets", asked, key("station-0")),
      201,
    );
    token = ticket.token;
    const other = expected(
      await station.post<{ id: string }>("/api/tickets", { service: "household" }, key("station-1")),
      201,
    );
    expected(
      await guide.post(`/api/tickets/${other.id}/class`, { class: "normal", reason: reasons.class }, key("guide-1")),
      200,
    );
    expected(await (await desk.manager()).post("/api/users", newcomer, key("manager-1")), 201);
    expected(await clerk.press("call", { ticket: ticket.id, reason: reasons.called }, key("clerk-1")), 200);
    await clerk.does("start");
    expected(await clerk.press("hold", { reason: reasons.held }, key("clerk-2")), 200);
    expected(await clerk.press("pause", { reason: reasons.paused }, key("clerk-3")), 200);
    booking = expected(await desk.stranger().post<typeof booking>("/api/bookings", asksToBook, key("phone-0")), 201);
    deviceToken = secretOf(station, "authorization").replace("Bearer ", "");
    cookie = secretOf(clerk, "cookie").replace(/^[^=]+=/, "");
    bytes = Buffer.concat(
      readdirSync(hub.data)
        .filter((name) => name.startsWith("hub.sqlite"))
        .map((name) => readFileSync(join(hub.data, name))),
    );
    return () => end(hub);
  });

  it("is what was written: tickets and staff can be found in it", () => {
    expect(bytes.includes("ticket-issued")).toBe(true);
    expect(bytes.includes("guide 1")).toBe(true);
  });

  it("holds no resident's name, phone or ID number as it is", () => {
    for (const text of Object.values(person)) expect(bytes.includes(text)).toBe(false);
  });

  it("holds no free-text reason as it is, in answers kept for repeated requests neither", () => {
    for (const text of Object.values(reasons)) expect(bytes.includes(text)).toBe(false);
  });

  it("holds no booking's reference", () => {
    expect(booking.reference).toHaveLength(8);
    expect(bytes.includes("booking-made")).toBe(true);
    // Digits that come about by chance are part of a longer number.
    expect(bytes.toString("latin1")).not.toMatch(new RegExp(`(?<![0-9a-f])${booking.reference}(?![0-9a-f])`));
  });

  it("holds no password, cookie, device's or ticket's token, nor the hub's key", () => {
    for (const secret of [
      MANAGER_PASSWORD,
      "password-of-clerk-2",
      newcomer.password,
      cookie,
      deviceToken,
      token,
      booking.token,
      "00".repeat(32),
    ]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(bytes.includes(secret)).toBe(false);
    }
    expect(bytes.includes(Buffer.alloc(32).toString("base64url"))).toBe(false);
  });

  it("holds no hash against which a password or a phone number sent with a key could be tried", () => {
    const sorted = (fields: object) => JSON.stringify(Object.fromEntries(Object.entries(fields).sort()));
    const taken = `{"person":${sorted(person)},"service":"household"}`;
    const made = sorted(newcomer);
    for (const text of [
      `POST /api/users\n${made}`,
      made,
      `POST /api/tickets\n${taken}`,
      taken,
      ...Object.values(person),
    ]) {
      const hash = createHash("sha256").update(text).digest();
      for (const written of [hash, hash.toString("hex"), hash.toString("base64"), hash.toString("base64url")])
        expect(bytes.includes(written)).toBe(false);
    }
  });

  it("still tells staff the reasons, through the hub", async () => {
    const desk = new Desk(hub);
    const { body } = await (await desk.manager()).get<{ items: { id: string }[] }>("/api/tickets");
    const histories = await Promise.all(
      body.items.map(async ({ id }) => (await (await desk.manager()).get(`/api/tickets/${id}/history`)).body),
    );
    for (const text of [reasons.called, reasons.held, reasons.class]) expect(JSON.stringify(histories)).toContain(text);
  });
});

function secretOf(person: Person, header: string): string {
  const { headers } = person;
  return headers[header] ?? "";
}
