import { describe, expect, it } from "vitest";
import { afterEvent, counterOf, fromSnapshot, inHandOf } from "../../../counter-panel/data/queue-state.ts";
import { at, called, counter, nine, ticket } from "./hall-of-tests.ts";

const base = fromSnapshot({ date: "2026-11-23", tickets: [ticket("S001"), ticket("S002")], counters: [counter()] });

describe("the queue as the panel folds it", () => {
  it("takes in who comes and lets go who has ended", () => {
    const come = afterEvent(base, { type: "ticket-issued", at: at(1), ticket: ticket("S003") });
    expect([...(come?.tickets.keys() ?? [])]).toEqual(["t-S001", "t-S002", "t-S003"]);
    const gone = afterEvent(base, {
      type: "ticket-cancelled",
      at: at(1),
      ticket: ticket("S001", { state: "cancelled" }),
    });
    expect([...(gone?.tickets.keys() ?? [])]).toEqual(["t-S002"]);
  });

  it("hears how long those who wait still wait, and of nobody else", () => {
    const estimate = { p50: 1500, p90: 2400 };
    const after = afterEvent(base, { type: "estimates", at: at(1), estimates: { "t-S001": estimate, gone: estimate } });
    expect([...(after?.tickets.values() ?? [])].map((each) => each.estimate)).toEqual([estimate, null]);
  });

  it("leaves the state before untouched", () => {
    afterEvent(base, { type: "ticket-cancelled", at: at(1), ticket: ticket("S001", { state: "cancelled" }) });
    expect(base.tickets.size).toBe(2);
  });

  it("finds the counter of a clerk and the ticket in its hand", () => {
    const inHand = called("S001");
    const state = afterEvent(base, {
      type: "ticket-called",
      at: at(1),
      ticket: inHand,
      counters: [counter({ ticket: inHand })],
    });
    const mine = state && counterOf(state, "u-li");
    expect(mine?.number).toBe(3);
    expect(state && mine && inHandOf(state, mine)?.number).toBe("S001");
    expect(state && counterOf(state, "u-wang")).toBeNull();
  });

  it("sees a change of the ticket in hand that names no counter", () => {
    const inHand = called("S001");
    const state = fromSnapshot({ date: "2026-11-23", tickets: [inHand], counters: [counter({ ticket: inHand })] });
    const after = afterEvent(state, { type: "ticket-assisted", at: at(2), ticket: { ...inHand, assisted: true } });
    const mine = after && counterOf(after, "u-li");
    expect(after && mine && inHandOf(after, mine)?.assisted).toBe(true);
  });

  it("remembers when a ticket was missed, until it comes back", () => {
    const missed = ticket("S001", { state: "missed", counter: 3 });
    const after = afterEvent(base, { type: "ticket-missed", at: at(4), ticket: missed });
    expect(after?.missedAt.get("t-S001")).toBe(nine + 4 * 60_000);
    const assisted =
      after && afterEvent(after, { type: "ticket-assisted", at: at(5), ticket: { ...missed, assisted: true } });
    expect(assisted?.missedAt.get("t-S001")).toBe(nine + 4 * 60_000);
    const back = assisted && afterEvent(assisted, { type: "ticket-requeued", at: at(6), ticket: ticket("S001") });
    expect(back?.missedAt.size).toBe(0);
  });

  it("gives those who waited for a counter by name back to their service when it closes", () => {
    const state = fromSnapshot({
      date: "2026-11-23",
      tickets: [ticket("S001", { counter: 5 }), ticket("S002", { counter: 3 })],
      counters: [],
    });
    const after = afterEvent(state, {
      type: "counter-closed",
      at: at(1),
      counters: [counter({ number: 5, state: "closed", clerk: null })],
    });
    expect(after?.tickets.get("t-S001")?.counter).toBeNull();
    expect(after?.tickets.get("t-S002")?.counter).toBe(3);
  });

  it.each(["day-opened", "day-closed", "hall-loaded", "epoch-begun"])("asks for a new snapshot after %s", (type) => {
    expect(afterEvent(base, { type, at: at(1) })).toBeNull();
  });
});
