import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ClipVoice, type CallWords } from "../../../display/sound/clip-voice.ts";
import type { CallToSound } from "../../../display/sound/speech-queue.ts";

const words = (number: string): CallWords => ({ number, counter: 3, times: 1 });
const call = (number: string): CallToSound => ({
  ...words(number),
  ...{ seq: 1, lang: "zh", at: "2026-11-25T09:00:00+08:00", label: { zh: "3号窗口", en: "Counter 3" } },
});

/** A hub that answers when a test wants, and a loudspeaker that writes down what it is given. */
function speaking() {
  const asked: { readonly query: URLSearchParams; answer(body: string | null): Promise<void> }[] = [];
  const heard: string[] = [];
  vi.stubGlobal("fetch", (url: string, { signal }: RequestInit) => {
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new Error("given up")));
      asked.push({
        query: new URL(url, "http://hub").searchParams,
        answer: async (body) => {
          resolve(new Response(body, { status: body === null ? 503 : 200, headers: { "x-voice-engine": "command" } }));
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    });
  });
  const player = {
    playClip: (bytes: ArrayBuffer, begun: () => void) => {
      begun();
      heard.push(new TextDecoder().decode(bytes));
      return Promise.resolve(true);
    },
  };
  const voice = new ClipVoice("token", player);
  const speak = (...numbers: string[]) =>
    voice.speak({ calls: numbers.map(call), language: "zh" }, () => heard.push("begun"));
  const numbers = () => asked.map(({ query }) => query.get("number"));
  return { voice, asked, heard, speak, numbers };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the hub's voice on a screen", () => {
  it("plays a clip that comes in time, and asks for it once", async () => {
    const { voice, asked, heard, speak, numbers } = speaking();
    const first = speak("A001");
    await vi.advanceTimersByTimeAsync(699);
    await asked[0]?.answer("A001");
    expect([await first, heard, voice.engine]).toEqual([true, ["begun", "A001"], "command"]);
    expect([await speak("A001"), numbers()]).toEqual([true, ["A001"]]);
  });

  it("leaves it to the next voice after 700 ms, and has the clip when it is wanted again", async () => {
    const { asked, heard, speak, numbers } = speaking();
    const first = speak("A001");
    await vi.advanceTimersByTimeAsync(700);
    expect([await first, heard]).toEqual([false, []]);
    await asked[0]?.answer("A001");
    expect([await speak("A001"), heard, numbers()]).toEqual([true, ["begun", "A001"], ["A001"]]);
  });

  it("does not wait for a clip that the hub has not, and asks again another time", async () => {
    const { asked, speak, numbers } = speaking();
    const first = speak("A001");
    await asked[0]?.answer(null);
    expect([await first, vi.getTimerCount()]).toEqual([false, 1]);
    const second = speak("A001");
    await asked[1]?.answer("A001");
    expect([await second, numbers()]).toEqual([true, ["A001", "A001"]]);
  });

  it("counts the time since it was made ready, while the chime sounds, and gives up a hub that never answers", async () => {
    const { voice, speak, numbers } = speaking();
    voice.fetch([words("A001")], "zh");
    await vi.advanceTimersByTimeAsync(700);
    const late = speak("A001");
    await vi.advanceTimersByTimeAsync(0);
    expect(await late).toBe(false);
    await vi.advanceTimersByTimeAsync(9_300);
    void speak("A001");
    expect(numbers()).toEqual(["A001", "A001"]);
  });

  it("says several calls one after the other where only their own clips come", async () => {
    const { asked, heard, speak, numbers } = speaking();
    const joined = speak("A001", "A002");
    await asked[0]?.answer(null);
    for (const number of ["A001", "A002"]) {
      await asked.find(({ query }) => query.get("number") === number)?.answer(number);
    }
    expect([await joined, heard]).toEqual([true, ["begun", "A001", "begun", "A002"]]);
    expect(numbers()).toEqual(["A001,A002", "A001", "A002"]);
  });

  it("keeps sixty clips and no more, those of the calls that are used last", async () => {
    const { voice, asked, numbers } = speaking();
    const fetched = async (name: string) => {
      const before = asked.length;
      const { bytes } = voice.fetch([words(name)], "zh");
      await asked[before]?.answer(name);
      await bytes;
      return asked.length > before;
    };
    for (let count = 0; count < 60; count += 1) expect(await fetched(`A${String(count)}`)).toBe(true);
    expect(await fetched("A0")).toBe(false);
    expect(await fetched("A60")).toBe(true);
    expect([await fetched("A0"), await fetched("A60"), await fetched("A1")]).toEqual([false, false, true]);
    expect(numbers()).toHaveLength(62);
  });
});
