import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Polled } from "../../../manager-console/polled.ts";
import type { ApiAnswer } from "../../../shared/ui/api.ts";

const away = { ok: false, status: 0, problem: { code: "hub-away", title: "", detail: "", status: 0 } } as const;
const forbidden = {
  ok: false,
  status: 403,
  problem: { code: "not-allowed", title: "", detail: "", status: 403 },
} as const;
const told = (value: string): ApiAnswer<string> => ({ ok: true, status: 200, value });

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: vi.fn(),
  updateComplete: Promise.resolve(true),
};

let ask: ReturnType<typeof vi.fn<() => Promise<ApiAnswer<string>>>>;
let polled: Polled<string>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  ask = vi.fn(() => Promise.resolve(told("first")));
  polled = new Polled(host, { ask, everyMillis: 3_000 });
});

afterEach(() => {
  polled.hostDisconnected();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what a page keeps up to date", () => {
  it("is opening until the first answer", async () => {
    polled.hostConnected();
    expect(polled.picture).toEqual({ is: "opening" });
    await vi.advanceTimersByTimeAsync(0);
    expect(polled.picture).toEqual({ is: "here", value: "first", isFresh: true });
  });

  it("is asked for again while the page is open, and not after", async () => {
    polled.hostConnected();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ask).toHaveBeenCalledTimes(3);
    polled.hostDisconnected();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it("is asked for at once when somebody comes back to the window, and not once the page is left", async () => {
    polled.hostConnected();
    await vi.advanceTimersByTimeAsync(0);
    window.dispatchEvent(new Event("focus"));
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(ask).toHaveBeenCalledTimes(2);
    polled.hostDisconnected();
    window.dispatchEvent(new Event("focus"));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("stays, no longer fresh, while the hub is away", async () => {
    polled.hostConnected();
    await vi.advanceTimersByTimeAsync(0);
    ask.mockResolvedValue(away);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(polled.picture).toEqual({ is: "here", value: "first", isFresh: false });
    ask.mockResolvedValue(told("second"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(polled.picture).toEqual({ is: "here", value: "second", isFresh: true });
  });

  it("says that the hub is away when nothing was ever learned", async () => {
    ask.mockResolvedValue(away);
    polled.hostConnected();
    await vi.advanceTimersByTimeAsync(0);
    expect(polled.picture).toEqual({ is: "away" });
  });

  it("is taken away by a refusal", async () => {
    polled.hostConnected();
    await vi.advanceTimersByTimeAsync(0);
    ask.mockResolvedValue(forbidden);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(polled.picture).toMatchObject({ is: "refused", problem: { code: "not-allowed" } });
    expect(polled.value).toBeNull();
  });

  it("drops an answer that a later question has overtaken", async () => {
    let deliverFirst: (late: ApiAnswer<string>) => void = () => undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (deliverFirst = resolve)));
    polled.hostConnected();
    ask.mockResolvedValue(told("newer"));
    await polled.refresh();
    deliverFirst(told("older"));
    await vi.advanceTimersByTimeAsync(0);
    expect(polled.value).toBe("newer");
  });
});
