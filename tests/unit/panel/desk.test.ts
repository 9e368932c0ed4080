import { beforeEach, describe, expect, it, vi } from "vitest";
import { Desk, ticketNumber } from "../../../counter-panel/data/desk.ts";
import { fromSnapshot } from "../../../counter-panel/data/queue-state.ts";
import { Sender } from "../../../counter-panel/data/sender.ts";
import { ticket } from "./hall-of-tests.ts";
import { HeldApi } from "../../support/held-api.ts";

const wish = { service: "pension", class: "courtesy", reason: "elderly", lang: "en", matters: 2 } as const;

const slips = "/api/print-jobs?ticket=t-S001";

let api: HeldApi;
let clock: number;
let desk: Desk;

beforeEach(() => {
  api = new HeldApi();
  clock = 0;
  const changed = () => undefined;
  desk = new Desk({
    ask: api.ask,
    changed,
    sender: new Sender({ ask: api.ask, monotonic: () => (clock += 1_000), changed }),
  });
  api.answer(slips, { items: [] });
});

describe("the guide's desk", () => {
  it("takes a number with its class, reason, language and files, and shows it", async () => {
    api.answer("/api/tickets", ticket("S001"));
    expect(await desk.issue(wish)).toBe(true);
    expect(api.posts()[0]?.body).toEqual({
      service: "pension",
      class: "courtesy",
      reason: "elderly",
      channel: "desk",
      lang: "en",
      matters: 2,
    });
    expect(desk.ticket?.number).toBe("S001");
    expect(desk.isFresh).toBe(true);
  });

  it("says why no number was given, and keeps the wish", async () => {
    api.refuse("/api/tickets", "quota-reached");
    expect(await desk.issue(wish)).toBe(false);
    expect(desk.trouble).toMatchObject({ of: "issue", code: "quota-reached" });
    expect(desk.ticket).toBeNull();
  });

  it("gives a resident one number though the answer was lost and another was helped in between", async () => {
    api.refuse("/api/tickets", "hub-away");
    expect(await desk.issue(wish)).toBe(false);
    await desk.command({ type: "requeue", ticket: "t-S009", isNextHere: false });
    api.answer("/api/tickets", ticket("S001"));
    expect(await desk.issue(wish)).toBe(true);
    const [first, again] = api.posts().filter(({ path }) => path === "/api/tickets");
    expect(again?.key).toBe(first?.key);
  });

  describe("after an answer that was lost", () => {
    const keys = (): (string | undefined)[] =>
      api.posts().flatMap(({ path, key }) => (path === "/api/tickets" ? [key] : []));

    async function loses(): Promise<void> {
      api.refuse("/api/tickets", "hub-away");
      await desk.issue(wish);
      api.answer("/api/tickets", ticket("S001"));
      api.answer("/api/tickets/t-S001", ticket("S001"));
    }

    it("gives the next resident a number of his own where the slip of the first came out", async () => {
      await loses();
      clock += 150_000;
      api.answer(slips, { items: [{ id: "j-1", ticket: "t-S001", state: "printed" }] });
      expect(await desk.issue(wish)).toBe(true);
      const [lost, again, anew] = keys();
      expect(again).toBe(lost);
      expect(anew).not.toBe(lost);
    });

    it("gives the next resident a number of his own where the first was called meanwhile", async () => {
      await loses();
      clock += 150_000;
      api.answer("/api/tickets/t-S001", ticket("S001", { state: "called" }));
      await desk.issue(wish);
      expect(new Set(keys()).size).toBe(2);
    });

    it("gives the number that nobody has in hand to whoever stands here", async () => {
      await loses();
      clock += 150_000;
      await desk.issue(wish);
      expect(new Set(keys()).size).toBe(1);
    });

    it("gives a resident one number, though its slip came out before the guide pressed again", async () => {
      await loses();
      clock += 5_000;
      api.answer(slips, { items: [{ id: "j-1", ticket: "t-S001", state: "printed" }] });
      await desk.issue(wish);
      expect(keys()).toHaveLength(2);
      expect(new Set(keys()).size).toBe(1);
    });
  });

  it("has given the number as soon as the hub says so, whatever becomes of the slips", async () => {
    api.answer("/api/tickets", ticket("S001"));
    api.hold(slips);
    expect(await desk.issue(wish)).toBe(true);
    expect(desk.ticket?.number).toBe("S001");
    api.answer(slips, { items: [{ id: "j-1", ticket: "t-S001", state: "printed" }] });
    api.release();
    await vi.waitUntil(() => desk.jobs.length === 1);
  });

  it.each([
    ["s001", "S001"],
    [" S 001 ", "S001"],
    ["S001", "S001"],
  ])("reads %s as %s", (typed, number) => {
    expect(ticketNumber(typed)).toBe(number);
  });

  it("finds a ticket by its number with its slips", async () => {
    api.answer("/api/tickets?number=S001", { items: [ticket("S001")] });
    api.answer(slips, { items: [{ id: "j-1", ticket: "t-S001", state: "printed" }] });
    await desk.find("s001");
    expect(desk.ticket?.id).toBe("t-S001");
    expect(desk.jobs.map(({ id }) => id)).toEqual(["j-1"]);
  });

  it("finds the ticket of a scanned slip, with all that staff see of it", async () => {
    const token = "Vy9zbGlwLXRva2Vu_1234";
    api.answer(`/api/t/${token}`, ticket("S001"));
    api.answer("/api/tickets/t-S001", ticket("S001", { reason: "elderly" }));
    await desk.find(`https://hall.example/m/t/${token}`);
    expect([desk.ticket?.number, desk.ticket?.reason]).toEqual(["S001", "elderly"]);
    api.refuse(`/api/t/${token}`, "not-found");
    await desk.find(`https://hall.example/m/t/${token}`);
    expect(desk.trouble).toMatchObject({ of: "find", code: "not-found" });
  });

  it("shows the ticket looked for last, whichever answer comes first", async () => {
    api.answer("/api/tickets?number=S001", { items: [ticket("S001")] });
    api.answer("/api/tickets?number=S002", { items: [ticket("S002")] });
    api.hold("/api/tickets?number=S001");
    const late = desk.find("S001");
    await desk.find("S002");
    api.release();
    await late;
    expect(desk.ticket?.number).toBe("S002");
  });

  it("says that there is no such number today", async () => {
    api.answer("/api/tickets?number=X999", { items: [] });
    await desk.find("x999");
    expect(desk.missing).toBe("X999");
    expect(desk.ticket).toBeNull();
  });

  it("follows the ticket it looks at, and asks once more for one that has ended", async () => {
    api.answer("/api/tickets?number=S001", { items: [ticket("S001")] });
    await desk.find("S001");
    desk.follow(fromSnapshot({ date: "2026-11-23", tickets: [ticket("S001", { state: "called" })], counters: [] }));
    expect(desk.ticket?.state).toBe("called");
    api.answer("/api/tickets/t-S001", ticket("S001", { state: "finished" }));
    desk.follow(fromSnapshot({ date: "2026-11-23", tickets: [], counters: [] }));
    await vi.waitUntil(() => desk.ticket?.state === "finished");
  });

  it("prints the newest slip again and looks after it until it is through", async () => {
    api.answer("/api/tickets?number=S001", { items: [ticket("S001")] });
    api.answer(slips, { items: [{ id: "j-1", ticket: "t-S001", state: "printed" }] });
    await desk.find("S001");
    api.answer(slips, {
      items: [
        { id: "j-2", ticket: "t-S001", state: "pending" },
        { id: "j-1", ticket: "t-S001", state: "printed" },
      ],
    });
    await desk.reprint();
    await desk.reprint();
    expect(api.posts().map(({ path }) => path)).toEqual(["/api/print-jobs/j-1/reprint", "/api/print-jobs/j-2/reprint"]);
    api.answer(slips, { items: [{ id: "j-2", ticket: "t-S001", state: "printed" }] });
    await desk.watchSlip();
    expect(desk.jobs.map(({ state }) => state)).toEqual(["printed"]);
    const asked = api.asked.length;
    await desk.watchSlip();
    expect(api.asked).toHaveLength(asked);
  });

  it("changes the class, gives the number up, and says what was refused", async () => {
    api.answer("/api/tickets?number=S001", { items: [ticket("S001")] });
    await desk.find("S001");
    api.answer("/api/tickets/t-S001/class", ticket("S001", { class: "statutory", reason: "serviceperson" }));
    await desk.command({ type: "class", ticket: "t-S001", class: "statutory", reason: "serviceperson" });
    expect(desk.ticket?.class).toBe("statutory");
    api.refuse("/api/tickets/t-S001/cancel", "ticket-not-waiting");
    await desk.command({ type: "cancel", ticket: "t-S001" });
    expect(desk.trouble).toMatchObject({ of: "ticket", code: "ticket-not-waiting" });
  });
});
