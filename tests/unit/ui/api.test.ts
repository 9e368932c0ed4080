import { afterEach, describe, expect, it, vi } from "vitest";
import { newKey, request } from "../../../shared/ui/api.ts";
import { matchLanguage, setLanguage } from "../../../shared/ui/language.ts";

function answering(answer: () => Promise<Response>) {
  const calls: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    calls.push({ url, init });
    return answer();
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
  setLanguage("zh");
});

describe("asking the hub", () => {
  it("sends who asks, in which language, and the key that makes a repeat safe", async () => {
    setLanguage("zh-Hant");
    const calls = answering(() => Promise.resolve(new Response('{"number":"A012"}', { status: 201 })));
    const answer = await request<{ number: string }>("POST", "/api/tickets", {
      body: { service: "civil" },
      token: "secret",
      key: "k",
    });
    expect(answer).toEqual({ ok: true, status: 201, value: { number: "A012" } });
    expect(calls[0]?.init).toMatchObject({
      method: "POST",
      body: '{"service":"civil"}',
      headers: {
        Authorization: "Bearer secret",
        "Accept-Language": "zh-Hant",
        "Idempotency-Key": "k",
        "Content-Type": "application/json",
      },
    });
  });

  it("gives an empty object to a command that needs no more", async () => {
    const calls = answering(() => Promise.resolve(new Response("{}")));
    await request("POST", "/api/counters/1/open");
    expect(calls[0]?.init.body).toBe("{}");
  });

  it("takes an answer without a body", async () => {
    answering(() => Promise.resolve(new Response(null, { status: 204 })));
    expect(await request("DELETE", "/api/session")).toEqual({ ok: true, status: 204, value: null });
  });

  it("hands on a refusal with its code, its sentence and when to come back", async () => {
    const problem = {
      type: "about:blank",
      title: "Full",
      status: 429,
      detail: "Later",
      code: "too-many-requests",
      nextOpening: "2026-11-24T08:30:00.000+08:00",
    };
    answering(() =>
      Promise.resolve(new Response(JSON.stringify(problem), { status: 429, headers: { "Retry-After": "7" } })),
    );
    expect(await request("POST", "/api/tickets")).toEqual({
      ok: false,
      status: 429,
      problem: {
        code: "too-many-requests",
        title: "Full",
        detail: "Later",
        status: 429,
        nextOpening: problem.nextOpening,
        retryAfterSeconds: 7,
      },
    });
  });

  it("says that the hub is away when nobody answers, or something else does", async () => {
    answering(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await request("GET", "/api/hall")).toMatchObject({ ok: false, status: 0, problem: { code: "hub-away" } });
    answering(() => Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 })));
    expect(await request("GET", "/api/hall")).toMatchObject({ ok: false, status: 502, problem: { code: "hub-away" } });
  });

  it("stops waiting for a hub that never answers", async () => {
    vi.stubGlobal(
      "fetch",
      (_: string, init: RequestInit) =>
        new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(new Error("aborted")))),
    );
    expect(await request("GET", "/api/hall", { timeoutMillis: 1 })).toMatchObject({ problem: { code: "hub-away" } });
  });

  it("makes keys that never repeat, also where the page has no secure context", () => {
    const keys = new Set(Array.from({ length: 500 }, newKey));
    expect(keys.size).toBe(500);
    expect([...keys].every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
  });
});

describe("a language tag", () => {
  it.each([
    ["zh-CN", "zh"],
    ["zh-TW", "zh-Hant"],
    ["zh-Hant-HK", "zh-Hant"],
    ["en-GB", "en"],
    ["fr", null],
    ["", null],
    [null, null],
  ])("%s means %s", (tag, language) => {
    expect(matchLanguage(tag)).toBe(language);
  });
});
