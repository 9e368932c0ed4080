import { describe, expect, it } from "vitest";
import { inHand, Story } from "./story.ts";

/** Two are in hand at counters 1 and 2, others wait for b. */
function busy(rules: { transferPosition?: "front" | "issued" | "back" } = {}): Story {
  const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]], 3: [["b"]], 4: [["b"]] }, rules });
  hall.issues("anna", "a");
  hall.passes(1);
  hall.issues("b1", "b");
  hall.passes(1);
  hall.issues("alf", "a");
  hall.passes(1);
  hall.issues("b2", "b");
  hall.callsNext(1);
  hall.callsNext(2);
  hall.passes(5);
  return hall;
}

const transfer = (counter: number, to: { service?: string; counter?: number }) =>
  ({
    type: "transfer",
    ...inHand(counter),
    service: to.service ?? null,
    to: to.counter ?? null,
    position: null,
  }) as const;

describe("a transfer to a service", () => {
  it("goes to the front where the hall says nothing", () => {
    const hall = busy();
    hall.transfers(1, { service: "b" });
    expect(hall.callsAll(3)).toEqual(["anna", "b1", "b2"]);
  });

  it("puts several at the front in the order of transfer", () => {
    const hall = busy({ transferPosition: "front" });
    hall.transfers(2, { service: "b" });
    hall.transfers(1, { service: "b" });
    expect(hall.callsAll(3)).toEqual(["alf", "anna", "b1", "b2"]);
  });

  it("goes before its own class only", () => {
    const hall = busy();
    hall.issues("grandma", "b", { class: "courtesy" });
    hall.transfers(1, { service: "b", position: "front" });
    expect(hall.callsAll(3)).toEqual(["grandma", "anna", "b1", "b2"]);
  });

  it("goes by the instant of issue where the hall says so", () => {
    const hall = busy({ transferPosition: "issued" });
    hall.transfers(2, { service: "b" });
    hall.transfers(1, { service: "b" });
    expect(hall.callsAll(3)).toEqual(["anna", "b1", "alf", "b2"]);
  });

  it("goes to the back where the clerk chooses so, whatever the hall says", () => {
    const hall = busy({ transferPosition: "front" });
    hall.transfers(1, { service: "b", position: "back" });
    hall.issues("b3", "b");
    expect(hall.callsAll(3)).toEqual(["b1", "b2", "anna", "b3"]);
  });

  it("keeps the number, ends the leg here and begins one there", () => {
    const hall = busy();
    const { number } = hall.ticket("anna");
    hall.starts(1);
    hall.transfers(1, { service: "b" });
    expect(hall.ticket("anna")).toMatchObject({ number, service: "b", state: "waiting", counter: null, calls: 0 });
    expect(hall.ticket("anna").legs).toMatchObject([
      { service: "a", state: "transferred", counter: 1, finishedAt: hall.now },
      { service: "b", state: "waiting", counter: null, queuedAt: hall.now },
    ]);
    expect(hall.counter(1).ticket).toBeNull();
  });

  it("is possible before service has begun and while it goes on", () => {
    const hall = busy();
    hall.starts(2);
    expect(hall.does(transfer(1, { service: "b" }))).toEqual(["ticket-transferred"]);
    expect(hall.does(transfer(2, { service: "b" }))).toEqual(["ticket-transferred"]);
  });

  it("stands before one who came back behind the third", () => {
    const hall = busy();
    hall.issuesAll("b", "b3", "b4");
    hall.misses(3, "b4");
    hall.requeues("b4");
    hall.transfers(1, { service: "b", position: "front" });
    expect(hall.callsAll(3)).toEqual(["anna", "b1", "b2", "b3", "b4"]);
  });
});

describe("a transfer to a counter by name", () => {
  it("keeps the service where none is named", () => {
    const hall = busy();
    hall.transfers(1, { counter: 3 });
    expect(hall.ticket("anna")).toMatchObject({ service: "a", directed: { counter: 3 } });
    expect(hall.callsNext(4)).toBe("b1");
    expect(hall.callsNext(3)).toBe("anna");
  });

  it("goes there whatever position was chosen", () => {
    const hall = busy();
    hall.transfers(1, { service: "b", counter: 3, position: "back" });
    expect(hall.callsNext(3)).toBe("anna");
  });

  it("is refused to a counter that is closed, to itself, and to one that does not exist", () => {
    const hall = busy();
    hall.closes(4);
    expect(hall.refuses(transfer(1, { counter: 4 }))).toBe("counter-closed");
    expect(hall.refuses(transfer(1, { counter: 1 }))).toBe("invalid-request");
    expect(hall.refuses(transfer(1, { counter: 99 }))).toBe("not-found");
  });

  it("waits through a pause of that counter and through a take-over", () => {
    const hall = busy();
    hall.transfers(1, { counter: 3 });
    hall.does({ type: "pause", counter: 3, clerk: "clerk-3", returnAt: null, note: "note" });
    hall.does({ type: "take-over", counter: 3, clerk: "clerk-9" });
    hall.does({ type: "open", counter: 3, clerk: "clerk-9" });
    hall.does({ type: "call-next", counter: 3, clerk: "clerk-9", service: null, silent: false });
    expect(hall.counter(3).ticket).toBe("anna");
  });

  it("returns to the service it was transferred to when that counter closes", () => {
    const hall = busy();
    hall.transfers(1, { service: "b", counter: 3 });
    hall.closes(3);
    expect(hall.ticket("anna")).toMatchObject({ service: "b", directed: null, state: "waiting" });
    expect(hall.callsAll(4)).toEqual(["anna", "b1", "b2"]);
  });
});

describe("a transfer to nowhere", () => {
  it("is refused", () => {
    const hall = busy();
    expect(hall.refuses(transfer(1, {}))).toBe("invalid-request");
    expect(hall.refuses(transfer(1, { service: "none" }))).toBe("not-found");
    expect(hall.refuses(transfer(3, { service: "a" }))).toBe("not-in-hand");
  });
});
