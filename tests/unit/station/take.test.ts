import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiAnswer, ApiOptions } from "../../../shared/ui/api.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { NumberTaker, type Order } from "../../../ticket-station/take-number.ts";
import { aTicket } from "../../support/samples.ts";

const order: Order = { service: "civil", language: "en", priority: null };
const given: ApiAnswer<Ticket> = { ok: true, status: 201, value: aTicket({ number: "A012" }) };
const refused = (
  status: number,
  code: "hub-away" | "not-durable" | "overloaded" | "service-closed",
  retryAfterSeconds?: number,
): ApiAnswer<Ticket> => ({
  ok: false,
  status,
  problem: { code, title: "", detail: "", status, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
});
const away = refused(0, "hub-away");

interface Sent extends ApiOptions {
  readonly at: number;
}

/** Takes one number from a hub that answers so, and then is away. */
async function take(answers: ApiAnswer<Ticket>[], asked: Order = order) {
  const sent: Sent[] = [];
  const taker = new NumberTaker({
    newKey: () => "key-1",
    token: "device",
    look: () => Promise.resolve(given),
    post: (path, options) => {
      expect(path).toBe("/api/tickets");
      sent.push({ ...options, at: performance.now() });
      return Promise.resolve(answers[sent.length - 1] ?? away);
    },
  });
  const taking = taker.take(asked);
  await vi.advanceTimersByTimeAsync(60_000);
  const result = await taking;
  const waits = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
  return { result, sent, waits };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("taking a number", () => {
  it("asks once when the hub answers", async () => {
    const { result, sent } = await take([given]);
    expect(result).toMatchObject({ is: "given", ticket: { number: "A012" } });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      key: "key-1",
      token: "device",
      body: { service: "civil", channel: "station", lang: "en" },
    });
  });

  it("asks again under the same key when the answer was lost, so that one tap stays one number", async () => {
    const { result, sent } = await take([away, refused(503, "not-durable"), given]);
    expect(result.is).toBe("given");
    expect(sent.map(({ key }) => key)).toEqual(["key-1", "key-1", "key-1"]);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it("does not ask again when the hub has said no", async () => {
    const { result, sent } = await take([refused(422, "service-closed")]);
    expect(result).toMatchObject({ is: "refused", problem: { code: "service-closed" } });
    expect(sent).toHaveLength(1);
  });

  it("gives up after a while, and cannot say whether a number was given", async () => {
    const { result, sent, waits } = await take([]);
    expect(result).toEqual({ is: "unsure" });
    expect(sent).toHaveLength(6);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(11_000);
  });

  it.each([
    {
      what: "cannot say either when one try was lost and a busy hub refused the others",
      lost: 1,
      then: 503,
      is: "unsure",
    },
    { what: "knows that there is none when a busy hub refused every try", lost: 0, then: 503, is: "refused" },
    { what: "knows that there is none when the hub says no after a lost try", lost: 1, then: 422, is: "refused" },
  ])("$what", async ({ lost, then, is }) => {
    const no = refused(then, then === 503 ? "overloaded" : "service-closed");
    const { result } = await take(Array.from({ length: 7 }, (_, tried) => (tried < lost ? away : no)));
    expect(result.is).toBe(is);
  });

  it("waits as long as a busy hub asks, within reason", async () => {
    const { waits } = await take([refused(503, "overloaded", 2), refused(503, "overloaded", 60), given]);
    expect(waits).toEqual([2_000, 5_000]);
  });

  it("carries the priority that was chosen", async () => {
    const { sent } = await take([given], { ...order, priority: { class: "courtesy", reason: "elderly" } });
    expect(sent[0]?.body).toMatchObject({ class: "courtesy", reason: "elderly" });
  });
});
