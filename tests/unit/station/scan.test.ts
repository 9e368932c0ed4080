import { describe, expect, it } from "vitest";
import type { ApiAnswer } from "../../../shared/ui/api.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { lookUp, type Ask } from "../../../ticket-station/look-up.ts";
import { bookingAddressIn, bookingIn, ScanReader, tokenIn } from "../../../shared/ui/scan-reader.ts";
import { aTicket } from "../../support/samples.ts";

const token = "Zq3vN8s0aXkPb2mYtR5w1c";

describe("a code reader", () => {
  function typed(text: string, gapMillis: number): string[] {
    const scans: string[] = [];
    const reader = new ScanReader((code) => scans.push(code));
    let at = 1_000;
    for (const key of [...Array.from(text), "Enter"]) {
      reader.key(key, at);
      at += gapMillis;
    }
    return scans;
  }

  it("is known by its speed", () => {
    expect(typed(token, 8)).toEqual([token]);
    expect(typed(token, 300)).toEqual([]);
  });

  it("types shift keys between its letters", () => {
    const scans: string[] = [];
    const reader = new ScanReader((code) => scans.push(code));
    ["Shift", "Z", "q", "3", "Shift", "V", "n", "8", "x", "y", "Enter"].forEach((key, i) => reader.key(key, i * 5));
    expect(scans).toEqual(["Zq3Vn8xy"]);
  });

  it("begins anew after a pause, so that a stray key spoils nothing", () => {
    const scans: string[] = [];
    const reader = new ScanReader((code) => scans.push(code));
    reader.key("7", 0);
    [...Array.from(token), "Enter"].forEach((key, i) => reader.key(key, 5_000 + i * 5));
    expect(scans).toEqual([token]);
  });

  it("is not mistaken for a single Enter", () => {
    expect(typed("", 5)).toEqual([]);
  });
});

describe("the token in a code", () => {
  it.each([
    [`https://jiangbin.example.cn/m/t/${token}`, token],
    [`http://10.0.0.5:8080/m/t/${token}?lang=en`, token],
    [token, token],
    ["6901234567892", null],
    ["https://example.com/coupon", null],
    ["WIFI:S:hall;;", null],
  ])("%s", (code, found) => {
    expect(tokenIn(code)).toBe(found);
  });
});

describe("a scanned slip", () => {
  const ticket = (state: Ticket["state"]) => aTicket({ state });
  const yes = (value: Ticket): ApiAnswer<Ticket> => ({ ok: true, status: 200, value });
  const no = (status: number, code: "not-found" | "requeue-limit" | "hub-away"): ApiAnswer<Ticket> => ({
    ok: false,
    status,
    problem: { code, title: "", detail: code, status },
  });
  function desk(answers: ApiAnswer<Ticket>[]): { ask: Ask; asked: string[] } {
    const asked: string[] = [];
    return {
      asked,
      ask: (method, path) => {
        asked.push(`${method} ${path}`);
        return Promise.resolve(answers[asked.length - 1] ?? no(0, "hub-away"));
      },
    };
  }

  it("lets a missed ticket back in", async () => {
    const { ask, asked } = desk([yes(ticket("missed")), yes(ticket("waiting"))]);
    expect(await lookUp(token, ask)).toMatchObject({ as: "requeued", ticket: { state: "waiting" } });
    expect(asked).toEqual([`GET /api/t/${token}`, `POST /api/t/${token}/requeue`]);
  });

  it("changes nothing for a ticket that was not missed", async () => {
    const { ask, asked } = desk([yes(ticket("called"))]);
    expect(await lookUp(token, ask)).toMatchObject({ as: "unchanged", ticket: { state: "called" } });
    expect(asked).toHaveLength(1);
  });

  it("tells why a missed ticket may not come back", async () => {
    expect(await lookUp(token, desk([yes(ticket("missed")), no(409, "requeue-limit")]).ask)).toMatchObject({
      as: "refused",
      problem: { code: "requeue-limit" },
    });
  });

  it("tells an unknown code from a hub that is away", async () => {
    expect(await lookUp(token, desk([no(404, "not-found")]).ask)).toEqual({ as: "unknown" });
    expect(await lookUp(token, desk([no(0, "hub-away")]).ask)).toEqual({ as: "away" });
  });
});

describe("a code that names a booking", () => {
  it.each([
    ["12345678", { reference: "12345678" }],
    [" 12345678 ", { reference: "12345678" }],
    ["330102194901011234", { idNumber: "330102194901011234" }],
    ["33010219490101123X", { idNumber: "33010219490101123X" }],
    ["330102490101123", { idNumber: "330102490101123" }],
    ["1234567", null],
    ["123456789", null],
    ["https://hall.example/m/t/Zq3vN8s0aXkPb2mYtR5w1c", null],
  ])("%s", (code, found) => {
    expect(bookingIn(code)).toEqual(found);
  });
});

describe("the scanned address of a booking's page", () => {
  it.each([
    ["https://hall.example/m/b/Zq3vN8s0aXkPb2mYtR5w1c", "Zq3vN8s0aXkPb2mYtR5w1c"],
    ["https://hall.example/m/b/Zq3vN8s0aXkPb2mYtR5w1c?x=1", "Zq3vN8s0aXkPb2mYtR5w1c"],
    ["https://hall.example/m/t/Zq3vN8s0aXkPb2mYtR5w1c", null],
    ["Zq3vN8s0aXkPb2mYtR5w1c", null],
  ])("%s", (code, token) => {
    expect(bookingAddressIn(code)).toBe(token);
  });
});
