import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aService } from "../../support/samples.ts";
import { openStation, settled, taken, ticketPath, ticketToken, type Station } from "./station-of-tests.ts";

const otherToken = "bYt0mPz9LwKr7dGhJ2s4Qe";
const scanned = `https://hall.example.gov.cn/m/t/${otherToken}`;

let station: Station;

beforeEach(async () => {
  vi.useFakeTimers();
  station = await openStation();
});
afterEach(() => {
  station.flow.close();
  station.feed.close();
  vi.useRealTimers();
});

const view = () => station.flow.session.view.at;

function slipIs(state: string, problem: string | null = null): void {
  station.line.tell(`ticket/${ticketToken}`, { type: "print", at: "", print: { job: "j1", state, problem } });
}

/** Tries of one tap end after this long where the hub never answers. */
async function unheardTap(service: string): Promise<void> {
  station.api.refuse("/api/tickets", "hub-away");
  const tap = station.flow.choose(service);
  await vi.advanceTimersByTimeAsync(20_000);
  await tap;
}

describe("one tap", () => {
  it("gives a number, shows it, and goes back once its slip was there to be taken", async () => {
    await station.flow.choose("pension");
    expect(view()).toBe("ticket");
    expect(station.flow.ticket?.number).toBe("S001");
    slipIs("printed");
    await vi.advanceTimersByTimeAsync(14_999);
    expect(view()).toBe("ticket");
    await vi.advanceTimersByTimeAsync(1);
    expect(view()).toBe("services");
  });

  it("keeps a number that was not printed until somebody has noted it", async () => {
    await station.flow.choose("pension");
    slipIs("failed");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(view()).toBe("ticket");
    station.flow.done();
    expect(view()).toBe("services");
  });

  it("says why the hub gave none", async () => {
    station.api.refuse("/api/tickets", "quota-reached");
    await station.flow.choose("pension");
    expect(station.flow.session.view).toMatchObject({ at: "refused", problem: { code: "quota-reached" } });
  });

  it("asks back first where the wait is long", async () => {
    station.line.nowMillis = Date.parse("2026-11-25T11:50:00.000+08:00");
    await station.flow.choose("pension");
    expect(view()).toBe("ask");
    expect(station.api.count("/api/tickets")).toBe(0);
    await station.flow.confirm();
    expect(view()).toBe("ticket");
  });
});

describe("a tap that was never answered", () => {
  it("says that nobody knows whether a number was given", async () => {
    await unheardTap("pension");
    expect(view()).toBe("unsure");
    station.line.become("lost");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(station.flow.isAway).toBe(false);
  });

  it("gives the number of the first tap to the second, for the same service", async () => {
    await unheardTap("pension");
    station.flow.done();
    station.flow.setLanguage("en");
    station.api.answer("/api/tickets", taken());
    await station.flow.choose("pension");
    const sent = station.api.posts().map(({ key, body }) => JSON.stringify({ key, body }));
    expect(new Set(sent).size).toBe(1);
    expect(view()).toBe("ticket");
  });

  it.each([
    ["its slip has come out", { print: { job: "j1", state: "printed" } }],
    ["it was called", { state: "called" }],
  ] as const)("is somebody else's by now where %s: the second tap has a number of its own", async (_, now) => {
    await unheardTap("pension");
    station.flow.done();
    station.api.answer("/api/tickets", taken());
    station.api.answer(ticketPath, taken(now));
    await station.flow.choose("pension");
    const keys = station.api.posts().map(({ key }) => key);
    expect(keys.at(-1)).not.toBe(keys.at(-2));
    expect(view()).toBe("ticket");
  });

  it("is over once it was answered: the next resident has a number of his own", async () => {
    await unheardTap("pension");
    station.api.answer("/api/tickets", taken());
    for (let resident = 0; resident < 2; resident += 1) {
      await station.flow.choose("pension");
      station.flow.done();
    }
    const keys = station.api.posts().map(({ key }) => key);
    expect(keys.at(-1)).not.toBe(keys.at(-2));
  });

  it.each([
    ["for another service", "civil", 0],
    ["when minutes have passed", "pension", 3 * 60_000],
  ])("is not meant %s", async (_, service, later) => {
    await unheardTap("pension");
    station.flow.done();
    await vi.advanceTimersByTimeAsync(later);
    station.api.answer("/api/tickets", taken());
    await station.flow.choose(service);
    const keys = station.api.posts().map(({ key }) => key);
    expect(keys.at(-1)).not.toBe(keys[0]);
  });

  it("is not meant by somebody who asks for priority", async () => {
    station.flow.close();
    station.feed.close();
    station = await openStation({
      reasons: [{ id: "elderly", name: { zh: "老人", en: "Elderly" }, class: "courtesy" }],
    });
    await unheardTap("pension");
    station.flow.done();
    station.flow.choosePriority("elderly");
    station.api.answer("/api/tickets", taken());
    await station.flow.choose("pension");
    const last = station.api.posts().at(-1);
    expect(last?.body).toMatchObject({ class: "courtesy", reason: "elderly" });
    expect(last?.key).not.toBe(station.api.posts()[0]?.key);
  });

  it("has given none where the hub was there and could not write", async () => {
    station.api.refuse("/api/tickets", "not-durable");
    const tap = station.flow.choose("pension");
    await vi.advanceTimersByTimeAsync(20_000);
    await tap;
    expect(station.flow.session.view).toMatchObject({ at: "refused", problem: { code: "not-durable" } });
  });
});

describe("a slip whose printing nobody heard of", () => {
  it("is shown as printed when the hub first tells how the ticket stands", async () => {
    await station.flow.choose("pension");
    station.line.show(`ticket/${ticketToken}`, taken({ print: { job: "j1", state: "printed" } }));
    expect(station.flow.slip).toBe("printed");
  });

  it("stays printed when others are called and the ticket moves up", async () => {
    await station.flow.choose("pension");
    slipIs("printed");
    station.line.tell(`ticket/${ticketToken}`, { type: "ahead", at: "", ahead: 2, estimate: null });
    expect(station.flow.ticket?.ahead).toBe(2);
    expect(station.flow.slip).toBe("printed");
  });

  it("is asked for before the station says that there is none", async () => {
    await station.flow.choose("pension");
    station.api.answer(ticketPath, taken({ print: { job: "j1", state: "printed" } }));
    const said = new Set<string>();
    station.flow.addEventListener("change", () => said.add(station.flow.slip));
    await vi.advanceTimersByTimeAsync(12_000);
    expect(station.flow.slip).toBe("printed");
    expect(said).not.toContain("not-printed");
  });

  it("is asked for again and again after that, and said to be there when it is", async () => {
    await station.flow.choose("pension");
    await vi.advanceTimersByTimeAsync(12_000);
    expect(station.flow.slip).toBe("not-printed");
    station.api.answer(ticketPath, taken({ print: { job: "j1", state: "printed" } }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(station.flow.slip).toBe("printed");
  });
});

describe("a scanned slip", () => {
  it("is told where it stands", async () => {
    station.api.answer(`/api/t/${otherToken}`, taken({ number: "A009", state: "called", counter: 3 }));
    await station.flow.scanned(scanned);
    expect(station.flow.session.view).toMatchObject({
      at: "found",
      found: { as: "unchanged", ticket: { number: "A009" } },
    });
  });

  it("does not take the next resident's number off the glass when its answer is slow", async () => {
    station.api.hold(`/api/t/${otherToken}`);
    const scan = station.flow.scanned(scanned);
    await station.flow.choose("pension");
    station.api.release();
    await scan;
    expect(view()).toBe("ticket");
    expect(station.flow.ticket?.number).toBe("S001");
  });

  it("does not turn the page while a number is on its way", async () => {
    station.api.hold(`/api/t/${otherToken}`);
    const scan = station.flow.scanned(scanned);
    await unheardUntilNow();
    station.api.release();
    await scan;
    expect(view()).toBe("taking");
  });

  it("leaves the next resident's page alone also when the slip has been printed", async () => {
    station.api.hold(`/api/t/${otherToken}`);
    const scan = station.flow.scanned(scanned);
    await station.flow.choose("pension");
    slipIs("printed");
    station.api.release();
    await scan;
    expect(view()).toBe("ticket");
  });

  it("gives way to the slip scanned after it", async () => {
    station.api.hold(`/api/t/${otherToken}`);
    const slow = station.flow.scanned(scanned);
    station.api.answer(ticketPath, taken({ number: "S007", state: "called" }));
    await station.flow.scanned(ticketToken);
    station.api.release();
    await slow;
    expect(station.flow.session.view).toMatchObject({ found: { ticket: { number: "S007" } } });
  });

  it("is not read while a number waits to be noted", async () => {
    await station.flow.choose("pension");
    await station.flow.scanned(scanned);
    expect(view()).toBe("ticket");
    expect(station.api.count(`/api/t/${otherToken}`)).toBe(0);
  });

  async function unheardUntilNow(): Promise<void> {
    station.api.refuse("/api/tickets", "hub-away");
    void station.flow.choose("pension");
    await settled();
  }
});

describe("a station that the manager has cut off", () => {
  it("asks to be paired when the hub no longer takes its token", async () => {
    station.api.refuse("/api/tickets", "not-signed-in");
    await station.flow.choose("pension");
    expect(station.told).toEqual(["unpaired"]);
  });

  it("keeps a number that is not noted yet, and asks then", async () => {
    await station.flow.choose("pension");
    station.line.watchers.get("screen/d1")?.refused?.("not-signed-in");
    expect(station.told).toEqual([]);
    station.flow.done();
    expect(station.told).toEqual(["unpaired"]);
  });
});

describe("a resident who walks away", () => {
  it("leaves nothing behind for the next one", async () => {
    station.flow.setLanguage("en");
    station.flow.setLarge(true);
    station.flow.go("all");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(station.flow.secondsLeft).toBe(15);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(station.flow.secondsLeft).toBeNull();
    expect(station.flow.session).toMatchObject({ view: { at: "services" }, isLarge: false });
  });
});

describe("a number typed that no booking goes by", () => {
  it("is said to be unknown, and is there again to be looked at", async () => {
    station.flow.go("check-in");
    station.api.refuse("/api/bookings/check-in", "not-found");
    await station.flow.typed("13912345679");
    expect(station.flow.session.view).toEqual({ at: "not-booked", typed: "13912345679" });
    station.flow.done();
    expect(station.flow.session.view).toEqual({ at: "check-in", typed: "13912345679" });
    station.flow.done();
    expect(station.flow.session.view).toEqual({ at: "services" });
  });

  it("is forgotten when its owner has left", async () => {
    station.api.refuse("/api/bookings/check-in", "not-found");
    await station.flow.typed("13912345679");
    await vi.advanceTimersByTimeAsync(75_000);
    expect(JSON.stringify(station.flow.session)).not.toContain("139");
  });

  it("leads to the first page after any other no", async () => {
    station.api.refuse("/api/bookings/check-in", "too-early");
    await station.flow.typed("12345678");
    expect(view()).toBe("refused");
    station.flow.done();
    expect(view()).toBe("services");
  });
});

describe("a booking scanned while nobody has answered whether somebody is there", () => {
  it("shows its number at once", async () => {
    station.flow.go("check-in");
    await vi.advanceTimersByTimeAsync(63_000);
    expect(station.flow.secondsLeft).toBe(12);
    station.api.answer("/api/bookings/check-in", taken());
    await station.flow.scanned("12345678");
    expect(view()).toBe("ticket");
    expect(station.flow.secondsLeft).toBeNull();
  });
});

describe("the services of the first page", () => {
  const seven = ["a", "b", "c", "d", "e", "f", "g"];

  beforeEach(async () => {
    station.flow.close();
    station.feed.close();
    station = await openStation({ services: seven.map((id) => aService({ id })) });
  });

  /** What the hub tells of the day at the station's next asking. */
  async function takenToday(taken: Readonly<Record<string, number>>): Promise<void> {
    const services = seven.map((id) => aService({ id, takenToday: taken[id] ?? 0 }));
    station.api.answer("/api/hall", { ...station.flow.hall, services });
    await station.feed.load();
  }

  it("stay where they are while somebody reads them, whatever is taken meanwhile", async () => {
    const before = station.flow.session.frequent;
    expect(before).toEqual(["a", "b", "c", "d", "e", "f"]);
    await takenToday({ g: 9 });
    expect(station.flow.session.frequent).toEqual(before);
    await station.flow.choose("a");
    station.flow.done();
    expect(station.flow.session.frequent).toEqual(["a", "b", "c", "d", "e", "g"]);
  });

  it("stay where they are from one resident to the next while none from behind is clearly ahead", async () => {
    await takenToday({ f: 9, b: 5, g: 4 });
    for (let resident = 0; resident < 2; resident += 1) {
      await station.flow.choose("f");
      station.flow.done();
      expect(station.flow.session.frequent).toEqual(["a", "b", "c", "d", "e", "f"]);
    }
  });
});
