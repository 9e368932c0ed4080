import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ClipVoice } from "../../../display/sound/clip-voice.ts";

const call = { seq: 1, number: "S001", counter: 2, times: 1, label: { zh: "", en: "" }, lang: "zh", at: "" };
const saying = { calls: [call], language: "zh" as const };

/** A hub that answers when it is let, and a player that plays whatever it is given. */
function hub() {
  const asked: { readonly isAhead: boolean; answer(): void }[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    const answered = new Promise<Response>((resolve) => {
      const answer = (): void => resolve(new Response(new ArrayBuffer(8), { headers: { "x-voice-engine": "pack" } }));
      asked.push({ isAhead: url.includes("ahead=true"), answer });
    });
    return answered;
  });
  const voice = new ClipVoice("token", { playClip: (bytes) => Promise.resolve(bytes.byteLength === 8) });
  const speak = () => voice.speak(saying, () => undefined);
  return { asked, voice, speak };
}

describe("a clip that is called for", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is asked for once, however often it was foreseen", async () => {
    const { asked, voice, speak } = hub();
    voice.fetch([call], "zh", true);
    voice.fetch([call], "zh", true);
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(await speak()).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it("is hurried where it was only foreseen, and waited for from then on", async () => {
    const { asked, voice, speak } = hub();
    voice.fetch([call], "zh", true);
    await vi.advanceTimersByTimeAsync(5_000);
    const heard = speak();
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.map(({ isAhead }) => isAhead)).toEqual([true, false]);
    asked[1]?.answer();
    expect(await heard).toBe(true);
    expect(await speak()).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it("is played from whichever answer comes first", async () => {
    const { asked, voice, speak } = hub();
    voice.fetch([call], "zh", true);
    const heard = speak();
    asked[0]?.answer();
    expect(await heard).toBe(true);
  });

  it("is left to another voice when it does not come in time", async () => {
    const { speak } = hub();
    const heard = speak();
    await vi.advanceTimersByTimeAsync(699);
    await vi.advanceTimersByTimeAsync(1);
    expect(await heard).toBe(false);
  });
});
