import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  languagesToSpeak,
  SpeechQueue,
  type CallToSound,
  type VoicePlan,
} from "../../../display/sound/speech-queue.ts";
import type { Language } from "../../../shared/domain/vocabulary.ts";

const plan: VoicePlan = { languages: ["zh"], repeat: 1, yao: true, onlyTicketLanguage: false };
const chimeMillis = 1_000;
const sayingMillis = 2_000;

function call(number: string, counter: number, more: Partial<CallToSound> = {}): CallToSound {
  const label = { zh: `${String(counter)}号窗口`, en: `Counter ${String(counter)}` };
  return { seq: counter, number, label, times: 1, lang: "zh", ...more };
}

/** A queue whose sounds take a second for the chime and two for each saying, and are written down as they begin. */
function queue(options: { plan?: Partial<VoicePlan>; voices?: readonly Language[]; isHeard?: boolean } = {}) {
  const heard: string[] = [];
  const wait = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));
  const voices = options.voices ?? ["zh", "en"];
  const made = new SpeechQueue({
    sounds: {
      chime: async (kind) => {
        heard.push(kind);
        await wait(chimeMillis);
      },
      speaks: (language) => voices.includes(language),
      speak: async (sentence, _, begun) => {
        if (options.isHeard === false) return false;
        heard.push(sentence);
        begun();
        await wait(sayingMillis);
        return true;
      },
    },
    plan: () => ({ ...plan, ...options.plan }),
    turned: (turn) => heard.push(turn ? `turn of ${turn.number}` : "silence"),
    spoken: ({ number }) => heard.push(`spoken ${number}`),
  });
  return { queue: made, heard };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the sound of calls", () => {
  it("chimes, then speaks", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("A012", 3));
    await vi.advanceTimersByTimeAsync(chimeMillis - 1);
    expect(heard).toEqual(["turn of A012", "call"]);
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of A012", "call", "请A零幺二号，到三号窗口。", "spoken A012", "silence"]);
  });

  it("sounds a recall differently and asks to hurry", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("A012", 3, { times: 2 }));
    await vi.runAllTimersAsync();
    expect(heard.slice(1, 3)).toEqual(["recall", "请A零幺二号，尽快到三号窗口。"]);
  });

  it("sounds eight calls of one instant one after the other, each chimed once, in their order", async () => {
    const { queue: sounds, heard } = queue();
    const calls = [1, 2, 3, 4, 5, 6, 7, 8].map((counter) => call(`S00${String(counter)}`, counter));
    for (const each of calls) sounds.add(each);
    expect([...sounds.pending]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => sound === "call")).toHaveLength(8);
    expect(heard.filter((sound) => sound.startsWith("turn"))).toEqual(calls.map(({ number }) => `turn of ${number}`));
    expect(sounds.pending.size).toBe(0);
  });

  it("never lets two calls sound at once", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    await vi.advanceTimersByTimeAsync(chimeMillis + sayingMillis);
    expect(heard).not.toContain("turn of S002");
    await vi.advanceTimersByTimeAsync(600);
    expect(heard).toContain("turn of S002");
    expect(sounds.sounding?.number).toBe("S002");
  });

  it("repeats as often as the hall wants", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2, languages: ["zh", "en"] } });
    sounds.add(call("A012", 3));
    await vi.runAllTimersAsync();
    const chinese = "请A零幺二号，到三号窗口。";
    const english = "Number A zero one two, counter three, please.";
    expect(heard.filter((sound) => sound === chinese || sound === english)).toEqual([
      chinese,
      english,
      chinese,
      english,
    ]);
    expect(heard.filter((sound) => sound === "spoken A012")).toHaveLength(1);
  });

  it("says each call only once while many wait, so that the voice keeps up with the screen", async () => {
    const { queue: sounds, heard } = queue({ plan: { repeat: 2 } });
    for (const counter of [1, 2, 3, 4]) sounds.add(call(`S00${String(counter)}`, counter));
    await vi.runAllTimersAsync();
    const sayings = [1, 2, 3, 4].map(
      (counter) =>
        heard.filter((sound) => sound.startsWith(`请S零零${["", "幺", "二", "三", "四"][counter] ?? ""}号`)).length,
    );
    expect(sayings).toEqual([1, 2, 2, 2]);
  });

  it("chimes alone where there is no voice for the language", async () => {
    const { queue: sounds, heard } = queue({ voices: ["en"] });
    sounds.add(call("A012", 3));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of A012", "call", "silence"]);
  });

  it("goes on to the next call when a voice fails", async () => {
    const { queue: sounds, heard } = queue({ isHeard: false, plan: { repeat: 3 } });
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["turn of S001", "call", "turn of S002", "call", "silence"]);
  });

  it("lets a recall take the place of the call that has not been sounded yet", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    sounds.add(call("S003", 3));
    sounds.add(call("S002", 2, { times: 2 }));
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => /^(turn|call|recall)/.test(sound))).toEqual([
      "turn of S001",
      "call",
      "turn of S002",
      "recall",
      "turn of S003",
      "call",
    ]);
  });

  it("does not sound a ticket that left before its turn", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    sounds.add(call("S002", 2));
    sounds.drop("S002");
    await vi.runAllTimersAsync();
    expect(heard).not.toContain("turn of S002");
  });

  it("begins again after silence", async () => {
    const { queue: sounds, heard } = queue();
    sounds.add(call("S001", 1));
    await vi.runAllTimersAsync();
    sounds.add(call("S002", 2));
    sounds.clear();
    sounds.add(call("S003", 3));
    await vi.runAllTimersAsync();
    expect(heard.filter((sound) => /^(turn|silence)/.test(sound))).toEqual([
      "turn of S001",
      "silence",
      "turn of S002",
      "turn of S003",
      "silence",
    ]);
  });

  it("keeps no endless queue", () => {
    const { queue: sounds } = queue();
    for (let seq = 1; seq <= 200; seq += 1) sounds.add(call(`S${String(seq)}`, 1, { seq }));
    expect(sounds.pending.size).toBeLessThanOrEqual(61);
    expect(sounds.pending.has(200)).toBe(true);
  });
});

describe("the languages of a call", () => {
  const both: VoicePlan = { ...plan, languages: ["zh", "en"] };
  const only: VoicePlan = { ...both, onlyTicketLanguage: true };
  const all = () => true;

  it("are the hall's, in its order", () => {
    expect(languagesToSpeak("en", both, all)).toEqual(["zh", "en"]);
  });

  it("are those that have a voice", () => {
    expect(languagesToSpeak("zh", both, (language) => language === "en")).toEqual(["en"]);
  });

  it("are the ticket's alone where the hall wants it so", () => {
    expect(languagesToSpeak("en", only, all)).toEqual(["en"]);
    expect(languagesToSpeak("zh", only, all)).toEqual(["zh"]);
  });

  it("are Mandarin for a ticket in the other script", () => {
    expect(languagesToSpeak("zh-Hant", only, all)).toEqual(["zh"]);
  });

  it("fall back to the hall's where the ticket's has no voice", () => {
    expect(languagesToSpeak("en", only, (language) => language === "zh")).toEqual(["zh"]);
    expect(languagesToSpeak("en", only, () => false)).toEqual([]);
  });
});
