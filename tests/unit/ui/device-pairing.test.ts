import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiAnswer, ProblemCode } from "../../../shared/ui/api.ts";
import { DevicePairing, type PairingStep } from "../../../shared/ui/device-pairing.ts";

const offers = "/api/devices";
const self = "/api/devices/self";
const tokens = "/api/devices/d1/token";

let kept: string | null;
let steps: PairingStep[];
let paired: string[];
let asked: string[];
let answers: Map<string, ApiAnswer<unknown>>;
let pairing: DevicePairing;

const yes = (value: unknown): ApiAnswer<unknown> => ({ ok: true, status: 200, value });
const no = (status: number, code: ProblemCode): ApiAnswer<unknown> => ({
  ok: false,
  status,
  problem: { code, title: "", detail: "", status },
});

beforeEach(() => {
  vi.useFakeTimers();
  kept = null;
  steps = [];
  paired = [];
  asked = [];
  answers = new Map([
    [offers, yes({ id: "d1", code: "123456", secret: "s", expiresAt: "" })],
    [tokens, yes({ pending: true })],
    [self, yes({ id: "d1" })],
  ]);
  pairing = new DevicePairing({
    kind: "station",
    ask: <T>(_: string, path: string) => {
      asked.push(path);
      // Each path's answer has the shape that is asked for there.
      return Promise.resolve((answers.get(path) ?? no(0, "hub-away")) as ApiAnswer<T>);
    },
    token: {
      get: () => kept,
      keep: (token) => {
        kept = token;
      },
      forget: () => {
        kept = null;
      },
    },
    changed: (step) => steps.push(step),
    paired: (token, { id }) => paired.push(`${id} ${token}`),
  });
});
afterEach(() => {
  pairing.stop();
  vi.useRealTimers();
});

async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
}

describe("a page that is new to the hub", () => {
  it("shows its digits until the manager has typed them", async () => {
    await pairing.begin();
    expect(steps).toEqual([{ at: "code", code: "123456" }]);
    answers.set(tokens, yes({ token: "t1" }));
    await pass(2);
    expect(paired).toEqual(["d1 t1"]);
    expect(kept).toBe("t1");
  });

  it("never shows digits where the hub approves at once", async () => {
    answers.set(tokens, yes({ token: "t1" }));
    await pairing.begin();
    expect(steps).toEqual([]);
    expect(paired).toEqual(["d1 t1"]);
  });

  it("asks for a new place once the hub has let the old one go", async () => {
    await pairing.begin();
    answers.set(tokens, no(410, "gone"));
    await pass(4);
    expect(asked.filter((path) => path === offers)).toHaveLength(2);
  });

  it.each([
    [403, "hub-away"],
    [404, "hub-away"],
    [429, "too-many-requests"],
    [503, "overloaded"],
  ] as const)("keeps its place and its digits through %i %s", async (status, code) => {
    await pairing.begin();
    answers.set(tokens, no(status, code));
    await pass(60);
    answers.set(tokens, yes({ pending: true }));
    await pass(2);
    expect(steps.at(-1)).toEqual({ at: "code", code: "123456" });
    expect(asked.filter((path) => path === offers)).toHaveLength(1);
  });

  it("waits where too many want to be paired, and tries again", async () => {
    answers.set(offers, no(409, "too-many-pending"));
    await pairing.begin();
    expect(steps).toEqual([{ at: "full" }]);
    answers.set(offers, yes({ id: "d1", code: "654321", secret: "s", expiresAt: "" }));
    await pass(10);
    expect(steps.at(-1)).toEqual({ at: "code", code: "654321" });
  });
});

describe("a page with a token", () => {
  beforeEach(() => {
    kept = "t0";
  });

  it("is paired as soon as the hub takes it", async () => {
    await pairing.begin();
    expect(paired).toEqual(["d1 t0"]);
    expect(asked).toEqual([self]);
  });

  it.each([
    [401, "not-signed-in"],
    [403, "not-allowed"],
    [404, "not-found"],
  ] as const)("forgets it when the hub itself says %i %s", async (status, code) => {
    answers.set(self, no(status, code));
    await pairing.begin();
    expect(kept).toBeNull();
    expect(steps).toEqual([{ at: "code", code: "123456" }]);
  });

  it.each([401, 403, 404, 502])("keeps it when a proxy says %i for a hub that is away", async (status) => {
    answers.set(self, no(status, "hub-away"));
    await pairing.begin();
    expect(kept).toBe("t0");
    expect(steps).toEqual([{ at: "away" }]);
    answers.set(self, yes({ id: "d1" }));
    await pass(3);
    expect(paired).toEqual(["d1 t0"]);
  });

  it("asks no more once the page is left", async () => {
    answers.set(self, no(0, "hub-away"));
    await pairing.begin();
    pairing.stop();
    await pass(60);
    expect(asked).toEqual([self]);
  });
});
