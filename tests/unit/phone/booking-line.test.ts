import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BookingLine, type BookingPicture } from "../../../phone/booking-line.ts";
import type { ApiAnswer, ApiOptions } from "../../../shared/ui/api.ts";
import type { Booking } from "../../../shared/wire/booking.ts";

const booking: Booking = {
  reference: "12345678",
  token: "TOKEN",
  service: "medical",
  start: "2026-11-25T10:00:00.000+08:00",
  end: "2026-11-25T10:30:00.000+08:00",
  state: "booked",
  checkInFrom: "2026-11-25T09:30:00.000+08:00",
  ticket: null,
};
const cancelled: Booking = { ...booking, state: "cancelled" };

const told = (value: Booking): ApiAnswer<Booking> => ({ ok: true, status: 200, value });
const refused = (code: "hub-away" | "not-found" | "booking-over", status: number): ApiAnswer<Booking> => ({
  ok: false,
  status,
  problem: { code, title: "", detail: "", status },
});

let pictures: BookingPicture[];
let asked: { method: string; path: string; options: ApiOptions | undefined }[];
let answer: (method: string) => ApiAnswer<Booking> | Promise<ApiAnswer<Booking>>;
let line: BookingLine;

const shown = () => pictures.at(-1);

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-25T09:00:00+08:00") });
  pictures = [];
  asked = [];
  answer = () => told(booking);
  line = new BookingLine({
    token: "TOKEN",
    request: (method, path, options) => {
      asked.push({ method, path, options });
      return Promise.resolve(answer(method));
    },
    changed: (picture) => pictures.push(picture),
  });
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  line.stop();
  vi.useRealTimers();
});

describe("a booking on the phone", () => {
  it("follows what becomes of it elsewhere", async () => {
    expect(shown()).toMatchObject({ is: "here", isFresh: true, booking: { state: "booked" } });
    answer = () => told(cancelled);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(shown()).toMatchObject({ booking: { state: "cancelled" } });
  });

  it("tells how old it is while the hub is away, and is fresh again soon after", async () => {
    answer = () => refused("hub-away", 0);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(shown()).toMatchObject({ is: "here", isFresh: false, asOf: "2026-11-25T09:00:00.000+08:00" });
    answer = () => told(booking);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown()).toMatchObject({ isFresh: true, asOf: "2026-11-25T09:00:20.000+08:00" });
  });

  it("says that it is unknown, or that nothing is known yet", async () => {
    answer = () => refused("not-found", 404);
    await line.refresh();
    expect(shown()).toEqual({ is: "unknown" });
    answer = () => refused("hub-away", 0);
    await line.refresh();
    expect(shown()).toEqual({ is: "away" });
  });

  it("is asked for no more once its page is left", async () => {
    line.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });
});

describe("a wish for a booking", () => {
  it("goes under the same key until the hub has answered it, and under a new one after that", async () => {
    answer = (method) => (method === "GET" ? told(booking) : refused("hub-away", 0));
    expect((await line.change({ method: "DELETE" }))?.code).toBe("hub-away");
    answer = () => told(cancelled);
    expect(await line.change({ method: "DELETE" })).toBeNull();
    expect(await line.change({ method: "DELETE" })).toBeNull();
    const [first, again, another] = asked
      .filter(({ method }) => method === "DELETE")
      .map(({ options }) => options?.key);
    expect(again).toBe(first);
    expect(another).not.toBe(first);
  });

  it("shows how the booking stands when the hub has refused", async () => {
    answer = (method) => (method === "GET" ? told(cancelled) : refused("booking-over", 409));
    expect((await line.change({ method: "DELETE" }))?.code).toBe("booking-over");
    expect(shown()).toMatchObject({ booking: { state: "cancelled" } });
  });

  it("is not undone by an answer to an older question", async () => {
    let release: (late: ApiAnswer<Booking>) => void = () => undefined;
    answer = () => new Promise((resolve) => (release = resolve));
    const question = line.refresh();
    answer = () => told(cancelled);
    await line.change({ method: "DELETE" });
    release(told(booking));
    await question;
    expect(shown()).toMatchObject({ booking: { state: "cancelled" } });
  });
});
