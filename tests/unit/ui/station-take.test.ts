import { describe, expect, it } from "vitest";
import type { ApiAnswer, ApiOptions } from "../../../shared/ui/api.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { takeNumber, type Order } from "../../../ticket-station/take-number.ts";

const order: Order = { service: "civil", language: "en", priority: null };
// Only the number matters here.
const given: ApiAnswer<Ticket> = { ok: true, status: 201, value: { number: "A012" } as Ticket };
const refused = (
  status: number,
  code: "hub-away" | "not-durable" | "overloaded" | "service-closed",
  retryAfterSeconds?: number,
): ApiAnswer<Ticket> => ({
  ok: false,
  status,
  problem: { code, title: "", detail: "", status, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
});

async function take(answers: ApiAnswer<Ticket>[], asked: Order = order) {
  const sent: ApiOptions[] = [];
  const waits: number[] = [];
  const result = await takeNumber(asked, {
    key: "key-1",
    token: "device",
    wait: (millis) => {
      waits.push(millis);
      return Promise.resolve();
    },
    post: (path, options) => {
      expect(path).toBe("/api/tickets");
      sent.push(options);
      return Promise.resolve(answers[sent.length - 1] ?? refused(0, "hub-away"));
    },
  });
  return { result, sent, waits };
}

describe("taking a number", () => {
  it("asks once when the hub answers", async () => {
    const { result, sent } = await take([given]);
    expect(result).toMatchObject({ ok: true, ticket: { number: "A012" } });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      key: "key-1",
      token: "device",
      body: { service: "civil", channel: "station", lang: "en" },
    });
  });

  it("asks again under the same key when the answer was lost, so that one tap stays one number", async () => {
    const { result, sent } = await take([refused(0, "hub-away"), refused(503, "not-durable"), given]);
    expect(result.ok).toBe(true);
    expect(sent.map(({ key }) => key)).toEqual(["key-1", "key-1", "key-1"]);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it("does not ask again when the hub has said no", async () => {
    const { result, sent } = await take([refused(422, "service-closed")]);
    expect(result).toMatchObject({ ok: false, problem: { code: "service-closed" } });
    expect(sent).toHaveLength(1);
  });

  it("gives up after a while and says that the hub is away", async () => {
    const { result, sent, waits } = await take([]);
    expect(result).toMatchObject({ ok: false, problem: { code: "hub-away" } });
    expect(sent).toHaveLength(6);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(11_000);
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
